// size: one element, one conversation between queue, candidate and keys; its parts are in triage-*.js.
// The triage desk: the next candidate is there before it is asked for, a decision advances at once, keys do what buttons do.
import { openTab, pointAt, pointedAt } from "./triage-evidence.js";
import { controlOf, keyOf } from "./triage-keys.js";
import { Sheets } from "./triage-sheets.js";
import { Unsent } from "./triage-unsent.js";

const AHEAD = 3;

class TriageDesk extends HTMLElement {
  connectedCallback() {
    this.sheets = new Sheets(this.dataset.query);
    this.unsent = new Unsent(this);
    this.sending = this.turn = this.showing = Promise.resolve();
    this.onKey = (event) => this.press(event);
    document.addEventListener("keydown", this.onKey);
    this.addEventListener("click", (event) => this.click(event));
    this.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("change", () => this.countSelected());
    this.prefetch();
  }

  disconnectedCallback() { document.removeEventListener("keydown", this.onKey); }

  get people() { return [...this.querySelectorAll(".person")]; }
  get row() { return this.querySelector(".person[aria-current]"); }
  get candidate() { return this.querySelector("#candidate"); }
  say(words) { this.querySelector("#said").textContent = words; }

  // Keys wait for the candidate that an earlier key called, so that quick fingers never decide on the wrong person.
  press(event) {
    if (event.key === "Escape") {
      this.candidate.querySelector("details[open]")?.removeAttribute("open");
      if (event.target.matches?.("textarea, input")) event.target.blur();
    }
    const key = keyOf(event);
    if (!key || this.dataset.shortcuts === "off") return;
    if (!"xXJK/".includes(key) && !controlOf(key)) return;
    event.preventDefault();
    this.turn = this.turn.then(() => this.act(key)).then(() => this.showing);
  }

  act(key) {
    if (key === "x" || key === "X") this.select(this.row);
    else if (key === "J" || key === "K") { this.select(this.row, true); this.step(key === "J" ? 1 : -1); }
    else if (key === "/") { this.querySelector("#sieve").showPopover(); this.querySelector("[data-search]").focus(); }
    else controlOf(key)?.click();
    if (key === "n") this.candidate.querySelector("textarea")?.focus();
  }

  click(event) {
    const link = event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const { step, tab, evidence } = link.dataset;
    const id = link.closest(".person")?.dataset.id;
    if (id) this.show(id);
    else if (step) this.step(Number(step));
    else if (tab) openTab(this.candidate, tab);
    else if (evidence) this.point(pointedAt(this.candidate) % Number(evidence) + 1);
    else if (link.matches(".number")) this.point(Number(link.textContent));
    else return;
    event.preventDefault();
  }

  submit(event) {
    if (event.target.id === "decision") this.decide(event.target, event.submitter);
    else if (event.target.matches("[data-unsent]")) this.sending.then(() => this.unsent.undo());
    // An undo must not overtake the decision that it takes back.
    else if (event.target.closest("#dock")) this.sending.then(() => event.target.submit());
    else return;
    event.preventDefault();
  }

  point(number) { this.say(pointAt(this.candidate, number)); }

  step(by) {
    const { people } = this;
    const next = people[people.indexOf(this.row) + by];
    if (next) return this.show(next.dataset.id);
    const page = this.querySelector(".pager [aria-current]");
    (by > 0 ? page?.nextElementSibling : page?.previousElementSibling)?.click();
  }

  show(id) { return (this.showing = this.put(id)); }

  async put(id) {
    const held = this.candidate.querySelector(":focus")?.dataset.key;
    const fresh = await this.sheets.get(id);
    if (!fresh) return location.assign(`?${new URLSearchParams({ lamaran: id })}`);
    this.candidate.replaceWith(fresh);
    this.row?.removeAttribute("aria-current");
    const row = this.querySelector(`.person[data-id="${id}"]`);
    row?.setAttribute("aria-current", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (held) fresh.querySelector(`[data-key="${held}"]`)?.focus({ preventScroll: true });
    history.replaceState(null, "", `?${new URLSearchParams({ lamaran: id })}${this.dataset.query && `&${this.dataset.query}`}`);
    this.say(fresh.querySelector("#person").textContent);
    this.sheets.countView(fresh);
    this.prefetch();
  }

  prefetch() {
    const { people } = this;
    const at = people.indexOf(this.row);
    for (const person of people.slice(at + 1, at + 1 + AHEAD)) this.sheets.fetch(person.dataset.id);
  }

  decide(form, button) {
    const { row, people } = this;
    const at = people.indexOf(row);
    const next = people[at + 1] ?? people[at - 1];
    const body = new FormData(form, button);
    const { parentElement: list, nextElementSibling: after } = row ?? {};
    const putBack = () => row && list.insertBefore(row, after?.isConnected ? after : null);
    const { id } = this.candidate.dataset;
    const sheet = this.candidate.cloneNode(true);
    const name = this.candidate.querySelector("#person").textContent;
    this.sheets.drop(id);
    row?.remove();
    if (next) this.show(next.dataset.id);
    const sent = this.sending.then(() => this.sheets.send(button.formAction, body));
    this.sending = sent.then(
      (kept) => {
        if (kept) this.unsent.keep(kept, name, () => { putBack(); this.sheets.hold(id, sheet); return this.show(id); });
        else if (!next) location.assign(`${location.pathname}?${this.dataset.query}`);
      },
      (fault) => {
        putBack();
        const words = Object.assign(document.createElement("p"), { className: "toast", textContent: fault.message });
        this.querySelector("#dock").replaceChildren(words);
      },
    );
  }

  select(row, checked) {
    const box = row?.querySelector("input");
    if (box) box.checked = checked ?? !box.checked;
    this.countSelected();
  }

  countSelected() {
    this.querySelector("#bulk button").dataset.count = this.querySelectorAll(".person :checked").length || "";
  }
}

customElements.define("triage-desk", TriageDesk);
