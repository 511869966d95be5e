// The board: M opens the menu of the card one is on; dragging a card to another column presses the same button.
class StageBoard extends HTMLElement {
  connectedCallback() {
    for (const card of this.querySelectorAll(".card")) card.draggable = true;
    this.onKey = (event) => this.press(event);
    document.addEventListener("keydown", this.onKey);
    this.addEventListener("dragstart", (event) => { this.dragged = event.target.closest(".card"); });
    this.addEventListener("dragover", (event) => this.over(event));
    this.addEventListener("dragend", () => this.leave());
    this.addEventListener("drop", (event) => this.drop(event));
  }

  disconnectedCallback() { document.removeEventListener("keydown", this.onKey); }

  press(event) {
    if (event.key === "Escape") this.querySelector(".move[open]")?.removeAttribute("open");
    if (this.dataset.shortcuts === "off") return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    const card = this.querySelector(".card:focus-within") ?? this.querySelector(".card:hover");
    if (event.key === "m" && card) this.open(card);
    if (event.key === "z") document.querySelector('[data-key="z"]')?.click();
  }

  open(card) {
    const menu = card.querySelector(".move");
    menu.open = true;
    menu.querySelector("button").focus();
  }

  column(event) {
    const column = event.target.closest(".column");
    return column && this.dragged && !column.contains(this.dragged) ? column : null;
  }

  over(event) {
    const column = this.column(event);
    this.leave(column);
    if (!column) return;
    event.preventDefault();
    column.dataset.over = "";
  }

  leave(except) {
    for (const column of this.querySelectorAll(".column[data-over]")) if (column !== except) delete column.dataset.over;
  }

  drop(event) {
    const column = this.column(event);
    if (!column) return;
    event.preventDefault();
    this.dragged.querySelector(`.move button[value="${CSS.escape(column.dataset.stage)}"]`)?.click();
  }
}

customElements.define("stage-board", StageBoard);
