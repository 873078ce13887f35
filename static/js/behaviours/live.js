// A page that shows a day is told when somebody changed it, says so, and draws its parts anew: neither focus nor place
// move. The line is open while the page is seen and somebody was there in the last quarter of an hour; whoever comes
// back to it opens it again.
behave("[data-live]", (voice) => {
  const IDLE = 15 * 60000, SAID = 6000;
  const { live, liveWords } = voice.dataset;
  let mark = voice.dataset.liveMark, line = null, patience = 5000, touched = Date.now(), timer = 0;
  const name = (element) => element.id || element.getAttribute("href")
    || (element.getAttribute("formaction") || element.form?.getAttribute("action") || "") + element.textContent;
  const swap = (part, fresh) => {
    const held = part.contains(document.activeElement) ? name(document.activeElement) : null;
    const { scrollTop, scrollLeft } = part;
    const opened = [...part.querySelectorAll("details[id][open]")].map((one) => one.id);
    part.replaceChildren(...fresh.childNodes);
    opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    part.scrollTop = scrollTop;
    part.scrollLeft = scrollLeft;
    const same = held && [...part.querySelectorAll("a, button, summary")].find((one) => name(one) === held);
    if (same) same.focus({ preventScroll: true });
    part.dispatchEvent(new CustomEvent("renewed", { bubbles: true }));
  };
  const say = () => {
    voice.textContent = liveWords;
    clearTimeout(timer);
    timer = setTimeout(() => { voice.textContent = ""; }, SAID);
  };
  // Whoever has a booking in hand, or types, is not disturbed.
  const busy = () => document.querySelector(".held, [data-part] :is(input:not([type=hidden]), textarea):focus");
  const renew = async (told) => {
    if (busy()) return setTimeout(renew, 1000, told);
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // A page that was kept is nothing new.
    if (page.querySelector("[data-kept]:not([hidden])")) return;
    const { scrollX, scrollY } = window;
    document.querySelectorAll("[data-part]").forEach((part) => {
      const fresh = page.querySelector("[data-part=" + part.dataset.part + "]");
      if (fresh) swap(part, fresh);
    });
    scrollTo(scrollX, scrollY);
    mark = page.querySelector("[data-live]")?.dataset.liveMark || told;
    say();
  };
  const close = () => { line?.close(); line = null; };
  const open = () => {
    if (line || document.hidden || Date.now() - touched > IDLE) return;
    line = new EventSource(live);
    line.addEventListener("day", (event) => {
      patience = 5000;
      if (event.data !== mark) renew(event.data);
    });
    line.onerror = () => {
      close();
      setTimeout(open, patience);
      patience = Math.min(60000, patience * 2);
    };
  };
  const touch = () => { touched = Date.now(); open(); };
  ["pointerdown", "keydown", "focus"].forEach((kind) => addEventListener(kind, touch));
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : touch()));
  addEventListener("stale", () => busy() || renew(mark));
  addEventListener("pagehide", close);
  afterReturning(touch);
  open();
});
