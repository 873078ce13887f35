// The counter without a network: the last page of today is shown as it was, and what is pressed there waits.
const PATIENCE = 8000;
const AWAY = [502, 503, 504];
const LATER = ["arrived", "in_service", "completed", "no_show"];
const ACT = new RegExp("^" + HERE + "bookings/([0-9a-f-]{36})/progress$");
const soon = (answer) => Promise.race([answer, new Promise((_, failed) => { setTimeout(failed, PATIENCE); })]);
const asset = async (request) => {
  const kept = await caches.match(request.url).catch(() => null);
  if (kept) return kept;
  const answer = await fetch(request);
  const copy = answer.ok && answer.clone();
  if (copy) caches.open(KEPT).then((cache) => cache.put(request.url, copy)).catch(() => {});
  return answer;
};
const today = async (event, url) => {
  const asked = fetch(event.request);
  const before = () => remembered(place(url), event.request.mode === "navigate");
  let answer;
  try {
    answer = await soon(asked);
  } catch {
    return await before() || asked;
  }
  if (AWAY.includes(answer.status)) return await before() || answer;
  if (answer.ok && answer.headers.has("oc-kept")) event.waitUntil(keep(place(url), answer.clone()));
  // Sent to the door, or away: whoever holds the device is not let in any more.
  else if (answer.type === "opaqueredirect" || [401, 403, 404, 410].includes(answer.status)) {
    event.waitUntil(caches.delete(KEPT));
  }
  return answer;
};
const elsewhere = async (request) => {
  const asked = fetch(request);
  try {
    return await asked;
  } catch {
    return await remembered(TODAY, true) ? Response.redirect(TODAY, 303) : asked;
  }
};
const press = async (request, url) => {
  const form = new URLSearchParams(await request.clone().text());
  const mark = await caches.match(MARK);
  const [whose, csrf] = [await mark?.text(), mark?.headers.get("csrf")];
  // What does not come from a page of theirs goes as it came: the site tells whence.
  if (!csrf || form.get("csrf") !== csrf || !LATER.includes(form.get("to"))) return fetch(request);
  // One press has one key, however often it is sent.
  form.set("key", crypto.randomUUID());
  const asked = { method: "POST", body: form, redirect: "manual", credentials: "same-origin" };
  const [waits] = (await everyTap().catch(() => [])).filter((tap) => !tap.why);
  const answer = waits ? null : await soon(fetch(url, asked)).catch(() => null);
  if (answer && !AWAY.includes(answer.status)) return answer;
  await keepTap({ url: url.pathname, pairs: [...form], to: form.get("to"), whose });
  const staff = form.get("staff");
  const back = staff ? TODAY + "?" + new URLSearchParams({ staff }) : TODAY;
  return Response.redirect(back + "#booking-" + ACT.exec(url.pathname)[1], 303);
};
addEventListener("install", () => { skipWaiting(); });
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const goes = request.mode === "navigate";
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && goes && ACT.test(url.pathname)) {
    return event.respondWith(press(request.clone(), url).catch(() => fetch(request)));
  }
  if (request.method !== "GET") return;
  if (/^\/(static|media)\//.test(url.pathname)) return event.respondWith(asset(request));
  if (url.pathname === TODAY) return event.respondWith(today(event, url));
  if (goes && url.pathname.startsWith(HERE)) event.respondWith(elsewhere(request));
});
