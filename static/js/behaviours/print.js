// A button that opens the browser's own print dialogue; hidden where there is no script to do it. "now": it was pressed already, on
// the page before.
behave("button[data-print]", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
  if (button.dataset.print === "now") {
    if (document.readyState === "complete") print();
    else addEventListener("load", () => print(), { once: true });
  }
});
