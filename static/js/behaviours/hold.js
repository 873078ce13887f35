// Ten minutes are kept: the clock beside the sentence runs, two minutes before the end it is said aloud once,
// and at the end the words change. The device's own clock may be wrong, so only the difference to the page's counts.
behave("[data-hold-until]", (notice) => {
  const { holdUntil, holdNow, holdWarning, holdOver } = notice.dataset;
  const clock = notice.querySelector("[data-hold-clock]");
  const voice = notice.querySelector("[role=status]");
  const ends = Date.now() + (Date.parse(holdUntil) - Date.parse(holdNow));
  let warned = false;
  const tick = () => {
    const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    clock.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    if (left <= 120 && !warned) {
      warned = true;
      notice.classList.add("hold-ending");
      if (left) voice.textContent = holdWarning;
    }
    if (left) return;
    clearInterval(beat);
    clock.textContent = "";
    notice.querySelector("[data-hold-words]").textContent = holdOver;
    voice.textContent = holdOver;
  };
  const beat = setInterval(tick, 1000);
  tick();
});
