// A booking is dragged to another time, person or day, or pulled longer by its lower edge. Letting go leads to the form
// that does the same by typing, filled in: it says what stands in the way and asks the one question. Fingers scroll, so
// only a mouse or a pen drags; Escape lets everything be.
behave(".day", (day) => {
  const STEP = 15, EDGE = 8, STILL = 5;
  const two = (number) => String(number).padStart(2, "0");
  const clock = (minutes) => two(Math.floor(minutes / 60)) + ":" + two(minutes % 60);
  // A place in time is a handful of classes: h-14 m-30 for-1h for-30m.
  const figure = (element, before, after = "") =>
    +(element.className.match("\\b" + before + "(\\d+)" + after + "\\b")?.[1] ?? 0);
  const length = (block) => figure(block, "for-", "h") * 60 + figure(block, "for-", "m");
  const begin = (block) => figure(block, "h-") * 60 + figure(block, "m-");
  // Asked each time: the columns may have been drawn anew.
  const edges = () => {
    const hours = day.querySelector(".day-columns");
    return [figure(hours, "from-"), figure(hours, "until-")];
  };
  const body = (column) => column.querySelector(".day-body");
  const perMinute = (column) => {
    const [from, until] = edges();
    return body(column).clientHeight / ((until - from) * 60);
  };
  const columnAt = (x) => [...day.querySelectorAll(".day-column[data-date]")].find((column) => {
    const box = column.getBoundingClientRect();
    return x >= box.left && x < box.right;
  });
  let held = null, ended = 0;
  const aim = (event) => {
    const home = held.block.closest(".day-column");
    const column = held.pulls ? home : columnAt(event.clientX) || home;
    const moved = (event.clientY - held.y + day.scrollTop - held.scrolled) / perMinute(home);
    const [from, until] = edges();
    const by = Math.round(moved / STEP) * STEP;
    const start = held.pulls ? held.start : Math.min(until * 60 - STEP, Math.max(from * 60, held.start + by));
    const minutes = held.pulls ? Math.max(STEP, held.minutes + by) : held.minutes;
    return { column, home, start, minutes };
  };
  const draw = ({ column, home, start, minutes }) => {
    const scale = perMinute(home);
    const [from] = edges();
    const { style } = held.ghost;
    style.top = (start - from * 60) * scale + "px";
    style.height = minutes * scale + "px";
    held.ghost.textContent = clock(start) + "–" + clock(start + minutes);
    body(column).append(held.ghost);
  };
  const drop = () => {
    held?.ghost?.remove();
    held?.block.classList.remove("held");
    held = null;
  };
  const go = ({ column, home, start, minutes }) => {
    const wish = new URLSearchParams({ date: column.dataset.date, time: clock(start) });
    if (held.pulls) wish.set("minutes", minutes);
    const { staff } = column.dataset;
    // Said even where it stays: nobody else is to get it by a drag. A visit of several services moves as a whole.
    const { moves } = held.block.dataset;
    if (moves) wish.set("part", moves);
    else if (staff) wish.set("staff", staff);
    const changed = start !== held.start || minutes !== held.minutes || column !== home;
    const url = held.block.href + "/move?" + wish;
    drop();
    if (changed) location.assign(url);
  };
  day.addEventListener("pointerdown", (event) => {
    const block = event.target.closest("a[data-moves]");
    if (!block || event.button || event.pointerType === "touch") return;
    const below = block.getBoundingClientRect().bottom - event.clientY;
    held = { block, x: event.clientX, y: event.clientY, scrolled: day.scrollTop, pulls: below <= EDGE && !block.dataset.moves,
      start: begin(block), minutes: length(block) };
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.ghost) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < STILL) return;
      held.ghost = document.createElement("span");
      held.ghost.className = "ghost";
      held.ghost.ariaHidden = "true";
      held.block.classList.add("held");
    }
    event.preventDefault();
    draw(aim(event));
  });
  addEventListener("pointerup", (event) => {
    if (!held?.ghost) return drop();
    ended = event.timeStamp;
    go(aim(event));
  });
  addEventListener("pointercancel", drop);
  addEventListener("keydown", (event) => event.key === "Escape" && drop());
  // A link that was dragged was not pressed, and is no link to be dropped elsewhere.
  day.addEventListener("click", (event) => event.timeStamp - ended < 50 && event.preventDefault(), true);
  day.addEventListener("dragstart", (event) => event.target.closest("a[data-moves]") && event.preventDefault());
});
