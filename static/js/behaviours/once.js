// A form that was sent is not sent again while its answer is on the way (the server would give the same
// answer; this spares the wait). Coming back by the browser's arrow makes it fresh.
behave("form[data-once]", (form) => {
  const buttons = () => form.querySelectorAll("button:not([type=button])");
  const open = () => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
    buttons().forEach((button) => button.removeAttribute("aria-disabled"));
  };
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
    buttons().forEach((button) => button.setAttribute("aria-disabled", "true"));
    // an answer that never comes must not leave a dead button behind
    setTimeout(open, 15000);
  });
  afterReturning(open);
});
