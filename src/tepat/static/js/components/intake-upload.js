// <intake-upload>: sends a large pile in parts, so that reading begins with the first and a slow line loses little.
const BATCH_FILES = 20;
const BATCH_BYTES = 8e6;

class IntakeUpload extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => this.start(event));
  }

  start(event) {
    const files = [...this.form.querySelector("input[type=file]").files];
    if (files.length <= BATCH_FILES || this.form.elements.as_pages.checked) return;
    event.preventDefault();
    this.send(files);
  }

  async send(files) {
    const bar = this.querySelector("[data-sending]");
    const parts = [...batches(files)];
    bar.hidden = false;
    const began = Date.now();
    let sent = 0;
    let address = "";
    for (const [n, part] of parts.entries()) {
      this.show(bar, sent, files.length, began);
      const answer = await this.post(part, n, address);
      if (!answer) return this.fail(bar);
      address = answer;
      sent += part.length;
    }
    location.assign(address);
  }

  async post(files, n, address) {
    const data = new FormData(this.form);
    data.delete("files");
    for (const file of files) data.append("files", file);
    data.set("key", `${data.get("key").slice(0, 48)}-${n}`);
    data.set("intake", address.split("/").filter(Boolean).at(-1) ?? "");
    for (let attempt = 0; attempt < 4; attempt++) {
      try {
        const answer = await fetch(this.form.action, { method: "POST", body: data });
        if (answer.ok && answer.redirected) return answer.url;
      } catch {
        // The line is gone for a moment: the key makes a repeat harmless.
      }
      await new Promise((go) => setTimeout(go, 500 * 2 ** attempt));
    }
    return "";
  }

  show(bar, sent, all, began) {
    const minutes = Math.round(((Date.now() - began) / sent) * (all - sent) / 6e4);
    const left = minutes > 0 && sent ? `, ${bar.dataset.left.replace("{m}", minutes)}` : "";
    bar.querySelector("progress").max = all;
    bar.querySelector("progress").value = sent;
    bar.querySelector("[data-words]").textContent = bar.dataset.says.replace("{n}", sent).replace("{of}", all) + left;
  }

  fail(bar) {
    bar.querySelector("[data-words]").textContent = bar.dataset.failed;
    this.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    delete this.form.dataset.sent;
  }
}

function* batches(files) {
  let part = [];
  let bytes = 0;
  for (const file of files) {
    if (part.length && (part.length >= BATCH_FILES || bytes + file.size > BATCH_BYTES)) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(file);
    bytes += file.size;
  }
  if (part.length) yield part;
}

customElements.define("intake-upload", IntakeUpload);
