// What was pressed without a network is sent once there is one, by one page of however many are open, in its order; what
// is refused by then is kept with the reason until somebody has read it. Words stand in the page.
const desk = document.documentElement.dataset;
const sent = async (tap) => {
  const body = new URLSearchParams(tap.pairs);
  body.set("queued", "yes");
  // Who came in anew has another key for forms, and is still who pressed.
  body.set("csrf", document.querySelector("input[name=csrf]").value);
  const asked = { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(20000) };
  const answer = await fetch(tap.url, asked);
  if (answer.ok) return "";
  if (answer.type === "opaqueredirect") return caches.delete(KEPT).then(() => "out");
  if (answer.status === 409) return answer.text();
  if ([408, 429, 502, 503, 504].includes(answer.status)) throw answer.status;
  return { 403: "forbidden", 404: "gone" }[answer.status] || "unsent";
};
// Only what this page's person pressed: their key is in it.
const mine = async () => (await everyTap()).filter((tap) => tap.whose === desk.whose);
const waiting = async () => (await mine()).filter((tap) => !tap.why);
const flush = (patient) => navigator.locks.request(KEPT, { ifAvailable: !patient }, async (lock) => {
  for (let tap; lock && ([tap] = await waiting(), tap);) {
    const why = await sent(tap);
    await (why ? keepTap({ ...tap, why }) : dropTap(tap));
  }
}).catch(() => {});
const again = async (patient) => {
  if (!(await waiting()).length) return;
  await flush(patient === true);
  dispatchEvent(new Event("sent"));
};
if (desk.whose && navigator.serviceWorker && navigator.locks) {
  isOnly(desk.whose).then(again);
  addEventListener("online", again);
  // Nobody leaves before what they pressed is sent; what cannot be is shown first.
  behave("form[action$='/sign-out'], form[action$='/counter/lock']", (form) => {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const left = await flush(true).then(mine).catch(() => []);
      // No page that is still on its way is kept after the place was cleared.
      stop();
      const seen = document.querySelector("[data-refused]:not([hidden])");
      if (seen || !left.length) form.submit();
      else location.assign(document.querySelector(".masthead-name").href);
    });
  });
}
