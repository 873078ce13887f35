// A button that opens the browser's own print dialogue; hidden where there is no script to do it.
behave("button[data-print]", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
