// A question that matters only after a certain answer appears with it. Without script it simply stands there.
// data-disclose names the box, radio or option (by id) it belongs to.
behave("[data-disclose]", (part) => {
  const cause = document.getElementById(part.dataset.disclose);
  if (!cause) return;
  const watched = cause.closest("select") || cause;
  const chosen = () => (cause.tagName === "OPTION" ? cause.selected : cause.checked);
  const show = () => { part.hidden = !chosen(); };
  (watched.form || document).addEventListener("change", show);
  afterReturning(show);
  show();
});
