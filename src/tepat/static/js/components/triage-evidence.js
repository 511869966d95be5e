// What is pointed at in one candidate's sheet: the tab that is open, the evidence that is current in text and list.
export function openTab(sheet, name) {
  for (const panel of sheet.querySelectorAll("[data-panel]")) panel.hidden = panel.dataset.panel !== name;
  for (const tab of sheet.querySelectorAll("[data-tab]")) {
    if (tab.dataset.tab === name) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}

export function pointedAt(sheet) {
  return Number(sheet.querySelector("[data-at]")?.textContent ?? 0);
}

// Makes a number current and says which requirement it proves.
export function pointAt(sheet, number) {
  openTab(sheet, "teks");
  for (const was of sheet.querySelectorAll("mark[aria-current], .demand[aria-current]")) was.removeAttribute("aria-current");
  const dot = [...sheet.querySelectorAll("mark .number")].find((b) => Number(b.textContent) === number);
  const asked = sheet.querySelector(`.demand[data-number="${number}"]`);
  for (const now of [dot?.closest("mark"), asked]) {
    now?.setAttribute("aria-current", "true");
    now?.scrollIntoView({ block: "nearest" });
  }
  const counter = sheet.querySelector("[data-at]");
  if (counter) counter.textContent = number;
  return asked?.textContent.replace(/\s+/g, " ").trim() ?? "";
}
