// <cv-dropzone>: files and folders can be dropped on a plain file input; says what was chosen.
class CvDropzone extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=file]");
    this.input.addEventListener("change", () => this.describe());
    this.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.toggleAttribute("data-over", true);
    });
    this.addEventListener("dragleave", () => this.removeAttribute("data-over"));
    this.addEventListener("drop", (event) => this.drop(event));
    this.offerFolder();
  }

  offerFolder() {
    const button = this.querySelector("[data-folder]");
    if (!button || !("webkitdirectory" in this.input)) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const picker = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
      picker.addEventListener("change", () => this.take([...picker.files]));
      picker.click();
    });
  }

  async drop(event) {
    event.preventDefault();
    this.removeAttribute("data-over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files];
    this.take(entries.some((e) => e.isDirectory) ? (await Promise.all(entries.map(walk))).flat() : plain);
  }

  take(files) {
    const known = this.getAttribute("data-accept") ?? this.input.accept;
    const endings = known.split(",").map((e) => e.trim().toLowerCase()).filter(Boolean);
    const list = new DataTransfer();
    for (const file of files) {
      if (!endings.length || endings.some((e) => file.name.toLowerCase().endsWith(e))) list.items.add(file);
    }
    this.leftOut = files.length - list.items.length;
    this.input.files = list.files;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  describe() {
    const words = this.querySelector("[data-summary]");
    const n = this.input.files.length;
    const bytes = [...this.input.files].reduce((sum, file) => sum + file.size, 0);
    const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 }).format(bytes / 1e6);
    const out = this.leftOut ? ` · ${words.dataset.out.replace("{n}", this.leftOut)}` : "";
    words.textContent = (n ? `${n === 1 ? words.dataset.one : words.dataset.many.replace("%n", n)} · ${size} MB` : "") + out;
    this.leftOut = 0;
  }
}

async function walk(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const found = [];
  // A reader answers at most 100 entries at a time; an empty answer is the end.
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return (await Promise.all(found.map(walk))).flat();
    found.push(...some);
  }
}

customElements.define("cv-dropzone", CvDropzone);
