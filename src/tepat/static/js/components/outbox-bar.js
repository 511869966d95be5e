// <outbox-bar>: starts the service worker and says what it keeps: a copy, what waits, what was sent or refused, a draft.
import { keepDrafts } from "../drafts.js";
import "./saved-jobs.js";

const worker = navigator.serviceWorker;

async function ask(message) {
  const { active } = await worker.ready;
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => answer(event.data);
    active.postMessage(message, [port2]);
  });
}

class OutboxBar extends HTMLElement {
  ask = ask;

  async connectedCallback() {
    if (!worker || this.hidden) return;
    const { copy, theme } = document.documentElement.dataset;
    // A copy is nobody's page: whose things wait is then known by who was here last.
    this.account = copy === undefined ? this.dataset.account : undefined;
    worker.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
    worker.addEventListener("message", () => this.draw());
    addEventListener("online", () => ask({ act: "flush" }));
    if (copy) this.append(await line("copy", { at: moment(Number(copy)) }));
    if (this.account) {
      await ask({ act: "here", account: this.account, language: document.documentElement.lang, theme });
      await keepDrafts(this.account, ask, (draft, undo) => this.sayDraft(draft, undo));
    }
    await this.draw();
  }

  async draw() {
    const entries = await ask({ act: "list", account: this.account });
    const waiting = entries.filter((entry) => entry.state === "waiting");
    const lines = [];
    if (waiting.length) {
      const words = waiting.map((entry) => entry.words).join(" · ");
      lines.push(await line("waiting", { n: waiting.length, words }, { send: () => ask({ act: "flush" }) }));
    }
    for (const { id, state, words, said, leadsTo } of entries.filter((entry) => entry.state !== "waiting")) {
      const drop = () => ask({ act: "drop", id }).then(() => this.draw());
      lines.push(await line(state, { words, said: said ?? "" }, { drop, reopen: () => reopen(id), look: leadsTo }));
    }
    for (const old of this.querySelectorAll("[data-of=outbox]")) old.remove();
    for (const each of lines) each.dataset.of = "outbox";
    this.append(...lines);
  }

  async sayDraft(draft, undo) {
    const said = await line("draft", { at: moment(draft.at) }, { drop: () => { undo(); said.remove(); } });
    this.append(said);
  }
}

const moment = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

// The words of all lines lie in the page for being offline, which is on the device.
let words;
async function line(name, values, acts = {}) {
  words ??= fetch(`/luring/?bahasa=${document.documentElement.lang}`).then((answer) => answer.text());
  const page = new DOMParser().parseFromString(await words, "text/html");
  const found = document.importNode(page.querySelector(`template[data-line=${name}]`).content.firstElementChild, true);
  for (const part of found.querySelectorAll("[data-words]")) {
    part.textContent = part.textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }
  for (const control of found.querySelectorAll("[data-act]")) {
    const act = acts[control.dataset.act];
    if (!act) control.remove();
    else if (typeof act === "string") control.href = act;
    else control.addEventListener("click", act);
  }
  return found;
}

// Sends what was refused as its own form would: the answer is a page, with everything typed and what is wrong at its place.
async function reopen(id) {
  const session = await (await fetch("/luring/sesi/", { cache: "no-store" })).json();
  const { url, fields } = await ask({ act: "take", id });
  const form = Object.assign(document.createElement("form"), { method: "post", action: url, hidden: true });
  for (const [name, value] of [...fields, ["csrfmiddlewaretoken", session.csrf]]) {
    const input = Object.assign(document.createElement("input"), { name, type: value instanceof File ? "file" : "hidden" });
    if (value instanceof File) {
      const files = new DataTransfer();
      files.items.add(value);
      [input.files, form.enctype] = [files.files, "multipart/form-data"];
    } else input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}

customElements.define("outbox-bar", OutboxBar);
