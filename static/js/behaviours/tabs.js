// Tabs that do not fit lie under each other's edge; the chosen one is brought into sight where the browser does not do it.
behave(".tabs [aria-current]", (tab) => {
  const row = tab.parentElement;
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
});
