customElements.define("cv-dropzone", class extends HTMLElement {});
