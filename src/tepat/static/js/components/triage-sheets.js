// Candidates fetched before they are shown, decisions sent in their order. A fetch is no view: showing one is told apart.

export class Sheets {
  constructor(query) {
    this.query = query;
    this.kept = new Map();
    this.seen = new Set();
  }

  fetch(id) {
    if (!this.kept.has(id)) this.kept.set(id, this.load(id));
    return this.kept.get(id);
  }

  async load(id) {
    try {
      const answer = await fetch(`/rekrut/lamaran/${id}/?${this.query}`, { headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) return null;
      return Object.assign(document.createElement("template"), { innerHTML: await answer.text() });
    } catch {
      this.kept.delete(id);
      return null;
    }
  }

  // A fresh copy each time: what was opened or typed in one is not there when it comes back.
  async get(id) {
    const template = await this.fetch(id);
    return template?.content.querySelector("#candidate")?.cloneNode(true);
  }

  drop(id) { this.kept.delete(id); }

  // A sheet that was on the page, so that it can come back without a connection.
  hold(id, sheet) {
    for (const menu of sheet.querySelectorAll("details[open]")) menu.open = false;
    const template = document.createElement("template");
    template.content.append(sheet);
    this.kept.set(id, Promise.resolve(template));
  }

  countView(candidate) {
    if (this.seen.has(candidate.dataset.id)) return;
    this.seen.add(candidate.dataset.id);
    const body = new FormData();
    body.set("csrfmiddlewaretoken", candidate.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "");
    fetch(candidate.dataset.view, { method: "POST", body, keepalive: true }).catch(() => this.seen.delete(candidate.dataset.id));
  }

  // Sends a decision and puts what it changed in its place; throws with the server's sentence. Without a connection the worker
  // keeps it: then what it calls it is returned.
  async send(address, body) {
    const answer = await fetch(`${address}?${this.query}`, { method: "POST", body: new URLSearchParams(body), headers: { "HX-Request": "true" } });
    if (answer.headers.has("Tepat-Kept")) return answer.headers.get("Tepat-Kept");
    const words = await answer.text();
    if (!answer.ok) throw new Error(answer.status === 409 ? words : answer.statusText);
    const template = Object.assign(document.createElement("template"), { innerHTML: words });
    for (const part of template.content.querySelectorAll("[data-replaces]")) {
      const old = document.getElementById(part.id);
      if (!old) continue;
      part.removeAttribute("data-replaces");
      if (part.id === "waiting") part.className = old.className;
      old.replaceWith(part);
    }
  }
}
