// A key presses the visible control that carries it: `data-key`. Nothing while typing, nothing with Ctrl, Alt or Meta.
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export function keyOf(event) {
  const repeated = event.repeat && !/^[jk]$/i.test(event.key);
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || repeated) return "";
  return event.key.length !== 1 || event.target.closest?.(TYPING) ? "" : event.key;
}

export function controlOf(key) {
  const wanted = `[data-key="${CSS.escape(key.toLowerCase())}"]`;
  return [...document.querySelectorAll(wanted)].find((control) => control.checkVisibility());
}
