// Lines are taken by a handle to another place of their list, with a mouse, a pen or a finger, or by the arrows. The form of
// their own buttons, which go without any of that, takes them there. Fingers scroll everywhere but on a handle.
behave("[data-order]", (list) => {
  const EDGE = 64, PACE = 8;
  const lines = [...list.children];
  const form = (line) => line.querySelector("input[name=to]")?.form;
  if (lines.length < 2) return;
  const take = (line, place) => {
    const way = form(line);
    way.elements.to.value = place;
    way.requestSubmit();
  };
  // The others make way, so that what is held stays where it is in the page and keeps its pointer.
  const pass = (line, over) => {
    const all = [...list.children];
    const forward = all.indexOf(over) > all.indexOf(line);
    for (let next = null; next !== over;) {
      next = forward ? line.nextElementSibling : line.previousElementSibling;
      forward ? line.before(next) : line.after(next);
    }
  };
  lines.filter(form).forEach((line) => {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = "handle";
    handle.title = list.dataset.order;
    const name = form(line).querySelector(".hidden-words")?.textContent || "";
    handle.setAttribute("aria-label", list.dataset.order + " " + name.trim());
    line.prepend(handle);
    let at = null;
    const aim = () => {
      const over = document.elementFromPoint(at.x, at.y)?.closest("[data-order] > *");
      if (!over || over === line || over.parentNode !== list) return;
      // Not before there is room for it: else a tall neighbour would come straight back.
      const box = over.getBoundingClientRect(), { offsetHeight: height } = line;
      const all = [...list.children];
      const fits = all.indexOf(over) > all.indexOf(line) ? at.y > box.bottom - height : at.y < box.top + height;
      if (fits) pass(line, over);
    };
    const roll = () => {
      if (!at) return;
      const by = at.y < EDGE ? -PACE : at.y > innerHeight - EDGE ? PACE : 0;
      if (by) {
        scrollBy(0, by);
        aim();
      }
      requestAnimationFrame(roll);
    };
    const drop = (keeps) => {
      if (!at) return;
      at = null;
      line.classList.remove("held");
      const place = [...list.children].indexOf(line);
      if (place === lines.indexOf(line)) return;
      keeps ? take(line, place) : list.append(...lines);
    };
    handle.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      handle.setPointerCapture(event.pointerId);
      at = { x: event.clientX, y: event.clientY };
      line.classList.add("held");
      roll();
    });
    handle.addEventListener("pointermove", (event) => {
      if (!at) return;
      at = { x: event.clientX, y: event.clientY };
      aim();
    });
    handle.addEventListener("pointerup", () => drop(true));
    handle.addEventListener("pointercancel", () => drop(false));
    handle.addEventListener("keydown", (event) => {
      if (event.key === "Escape") drop(false);
      const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
      const place = lines.indexOf(line) + by;
      if (!by || at) return;
      event.preventDefault();
      if (place >= 0 && place < lines.length) take(line, place);
    });
  });
});
