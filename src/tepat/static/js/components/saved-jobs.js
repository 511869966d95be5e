// <saved-jobs>: the copies of jobs on this device, the last opened first; a template gives the row.
class SavedJobs extends HTMLElement {
  async connectedCallback() {
    const jobs = await caches?.open("jobs");
    const kept = (await jobs?.keys() ?? []).reverse();
    const rows = await Promise.all(kept.map(async (request) => this.row(request, await jobs.match(request))));
    if (!rows.length) return;
    this.querySelector("ul").replaceChildren(...rows);
    for (const part of this.querySelectorAll("[data-empty]")) part.hidden = true;
    this.querySelector("ul").hidden = false;
  }

  async row(request, answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const link = row.querySelector("a");
    link.href = new URL(request.url).pathname;
    link.textContent = page.querySelector("h1")?.textContent ?? link.href;
    row.querySelector(".firm").textContent = page.querySelector(".posting-head .firm")?.textContent ?? "";
    const at = new Date(Number(answer.headers.get("kept-at")));
    row.querySelector(".age").textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    return row;
  }
}

customElements.define("saved-jobs", SavedJobs);
