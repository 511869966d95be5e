// A decision that could not be sent waits in the outbox: the dock says so, and until it leaves, its undo needs no server.
const worker = navigator.serviceWorker;

async function ask(message) {
  await customElements.whenDefined("outbox-bar");
  return document.querySelector("outbox-bar").ask(message);
}

export class Unsent {
  constructor(desk) {
    this.desk = desk;
    this.entries = [];
    worker?.addEventListener("message", () => this.check());
  }

  // `id`: what the worker calls it; `putBack` brings the person back into the queue.
  keep(id, name, putBack) {
    this.entries.push({ id, name, putBack });
    this.draw();
  }

  draw() {
    const last = this.entries.at(-1);
    const toast = last && document.getElementById("unsent").content.firstElementChild.cloneNode(true);
    if (last) toast.querySelector("[data-name]").textContent = last.name;
    this.desk.querySelector("#dock").replaceChildren(...(last ? [toast] : []));
  }

  // Takes the newest back. One that has left meanwhile is taken back by the server's own dock.
  async undo() {
    const last = this.entries.pop();
    if (!(await ask({ act: "undo", id: last.id }))) return location.reload();
    last.putBack();
    this.draw();
  }

  // Once they have left, the desk shows what the server knows of them.
  async check() {
    if (!this.entries.length) return;
    const all = await ask({ act: "list" });
    const left = this.entries.filter(({ id }) => all.some((entry) => entry.id === id && entry.state === "waiting"));
    if (left.length === this.entries.length) return;
    this.entries = left;
    if (left.length) return this.draw();
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    for (const id of ["dock", "progress", "waiting"]) document.getElementById(id)?.replaceWith(page.getElementById(id) ?? "");
  }
}
