// A letter presses what carries it (aria-keyshortcuts), for those who work here all day. Never while somebody types, never
// with another key held, and not where they were switched off.
if (document.documentElement.dataset.keys !== "off") {
  // What every row has is pressed in the row that has the focus, or on the page of the one booking.
  const ROW = { a: "[value=arrived]", e: ".day-list-name" };
  const BOOKING = { a: "form:has(> [name=to][value=arrived]) > button", e: "main a[href$='/move']" };
  const ALONG = { ArrowLeft: "[data-earlier]", ArrowRight: "[data-later]" };
  // What is wider than its place is scrolled by its arrows.
  const scrolls = (part) => part && (part.scrollWidth > part.clientWidth
    && /auto|scroll/.test(getComputedStyle(part).overflowX) || scrolls(part.parentElement));
  const find = ({ key, target }) => {
    if (ALONG[key]) return scrolls(target) ? null : document.querySelector(ALONG[key]);
    const row = target.closest?.(".day-list > li");
    if (ROW[key]) return row ? row.querySelector(ROW[key]) : document.querySelector(BOOKING[key]);
    const carriers = [...document.querySelectorAll("[aria-keyshortcuts]")].filter((one) => one.getAttribute("aria-keyshortcuts") === key);
    return carriers.find((one) => one.checkVisibility()) || carriers[0];
  };
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog, table[data-roving]")) return;
    const door = find(event);
    if (!door) return;
    event.preventDefault();
    if (door.matches("input")) door.select();
    else door.click();
  });
}
