// A letter presses what carries it (aria-keyshortcuts), for those who work here all day. Never while somebody types, never
// with another key held, and not where they were switched off.
if (document.documentElement.dataset.keys !== "off") {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog, table[data-roving]")) return;
    const carriers = [...document.querySelectorAll("[aria-keyshortcuts]")].filter((one) => one.getAttribute("aria-keyshortcuts") === event.key);
    const door = carriers.find((one) => one.checkVisibility()) || carriers[0];
    if (!door) return;
    event.preventDefault();
    if (door.matches("input")) door.select();
    else door.click();
  });
}
