// Loads a module when its custom element is on the page, also after a swap. One line per element.
const modules = {
  "cv-dropzone": () => import("./components/cv-dropzone.js"),
  "outbox-bar": () => whenIdle(() => import("./components/outbox-bar.js")),
  "intake-upload": () => import("./components/intake-upload.js"),
  "stage-board": () => import("./components/stage-board.js"),
  "triage-desk": () => import("./components/triage-desk.js"),
};

// What no page needs to be read waits until the page is there and nothing else is to be done.
function whenIdle(act) {
  const idle = () => (window.requestIdleCallback ?? setTimeout)(act);
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}

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

// <button data-opens="id"> opens a dialog; a press on what lies around it closes it.
document.addEventListener("click", (event) => {
  const dialog = document.getElementById(event.target.closest("[data-opens]")?.dataset.opens);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.target instanceof HTMLDialogElement) {
    event.target.close();
  }
});

// <select data-sends> and the like send their form at once; a button does it where scripts are off.
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-sends]")) event.target.form?.requestSubmit();
});

// One press, one request: a form that is on its way says so and does not go twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const method = event.submitter?.getAttribute("formmethod") ?? form.method;
  if (method !== "post" || event.defaultPrevented || form.matches("[hx-post]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// A menu closes when something else is pressed, or on Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.drop[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.drop[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
