// A form that was sent (or, of one with several addresses, that address) is not sent again while its answer is on the way (the server would give the same
// answer; this spares the wait). Coming back by the browser's arrow makes it fresh.
behave("form[data-once]", (form) => {
  const buttons = () => form.querySelectorAll("button:not([type=button])");
  const sent = new Set();
  const open = () => {
    sent.clear();
    form.removeAttribute("aria-busy");
    buttons().forEach((button) => button.removeAttribute("aria-disabled"));
  };
  const goal = (button) => button?.getAttribute("formaction") || "yes";
  form.addEventListener("submit", (event) => {
    const to = goal(event.submitter);
    if (sent.has(to)) return event.preventDefault();
    sent.add(to);
    form.setAttribute("aria-busy", "true");
    buttons().forEach((button) => goal(button) === to && button.setAttribute("aria-disabled", "true"));
    // an answer that never comes must not leave a dead button behind
    setTimeout(open, 15000);
  });
  afterReturning(open);
});
