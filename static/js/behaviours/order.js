// Lines are dragged to another place of their list; the form of their own buttons, which go without a mouse, takes them there.
behave("[data-order]", (list) => {
  const lines = [...list.children];
  const form = (line) => line.querySelector("input[name=to]")?.form;
  let held = null;
  let sent = false;
  lines.filter(form).forEach((line) => {
    line.draggable = true;
    line.querySelectorAll("a").forEach((link) => (link.draggable = false));
    line.addEventListener("dragstart", (event) => {
      held = line;
      event.dataTransfer.effectAllowed = "move";
    });
    line.addEventListener("dragend", () => {
      held = null;
      if (!sent) list.append(...lines);
    });
  });
  list.addEventListener("dragover", (event) => {
    const over = held && event.target.closest("[data-order] > *");
    if (!over || over.parentNode !== list) return;
    event.preventDefault();
    const all = [...list.children];
    if (over !== held) all.indexOf(over) > all.indexOf(held) ? over.after(held) : over.before(held);
  });
  list.addEventListener("drop", (event) => {
    if (!held) return;
    event.preventDefault();
    const place = [...list.children].indexOf(held);
    if (place === lines.indexOf(held)) return;
    const way = form(held);
    way.elements.to.value = place;
    sent = true;
    way.requestSubmit();
  });
});
