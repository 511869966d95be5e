// Loads a module when its custom element is on the page, also after a swap. One line per element.
const modules = {
  "cv-dropzone": () => import("./cv-dropzone.js"),
};

function wake(root) {
  for (const [name, load] of Object.entries(modules)) {
    if (!customElements.get(name) && root.querySelector(name)) load();
  }
}

wake(document);
document.addEventListener("htmx:afterSettle", () => wake(document));

// A toast goes when its line has run out; the line stands still while somebody reads or points.
document.addEventListener("animationend", (event) => {
  if (event.animationName === "ten") event.target.remove();
});
