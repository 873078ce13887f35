// The counter without a network: the last page of today is shown as it was, and what is pressed there waits. Only pages
// that say so (oc-kept: whose, for how many seconds, and how many unused) are kept, in no cache but this one.
const HERE = new URL(registration.scope).pathname;
const TODAY = HERE + "today";
const PATIENCE = 8000;
const LATER = ["arrived", "in_service", "completed", "no_show"];
const ACT = new RegExp("^" + HERE + "bookings/([0-9a-f-]{36})/progress$");
const soon = (answer) => Promise.race([answer, new Promise((_, failed) => { setTimeout(failed, PATIENCE); })]);
const place = (url) => {
  const staff = url.searchParams.get("staff");
  return TODAY + (staff ? "?" + new URLSearchParams({ staff }) : "");
};
const asset = async (request) => {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(KEPT)).put(request.url, answer.clone());
  return answer;
};
const put = async (key, text, kept, since) => {
  const headers = { "content-type": "text/html; charset=utf-8", "oc-kept": kept, since, used: Date.now() };
  await (await caches.open(KEPT)).put(key, new Response(text, { headers }));
};
const keep = async (key, answer) => {
  const kept = answer.headers.get("oc-kept");
  const [whose] = kept.split(" ");
  await isOnly(whose);
  const cache = await caches.open(KEPT);
  await cache.put(MARK, new Response(whose));
  await put(key, await answer.text(), kept, Date.now());
};
// The page, if its day is not over and, on a tablet of the shop, it was in use a while ago.
const remembered = async (key) => {
  const page = await caches.match(key) || await caches.match(TODAY);
  if (!page) return null;
  const [kept, since, used] = ["oc-kept", "since", "used"].map((name) => page.headers.get(name));
  const [, lasts, unused] = kept.split(" ").map(Number);
  const now = Date.now();
  if (now - since > lasts * 1000 || (unused && now - used > unused * 1000)) {
    await caches.delete(KEPT);
    return null;
  }
  const text = await page.text();
  await put(key, text, kept, since);
  const shown = text.replace(" hidden data-kept", " data-kept");
  return new Response(shown, { headers: { "content-type": "text/html; charset=utf-8" } });
};
const today = async (event, url) => {
  const asked = fetch(event.request);
  let answer;
  try {
    answer = await soon(asked);
  } catch {
    return await remembered(place(url)) || asked;
  }
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
    return await remembered(TODAY) ? Response.redirect(TODAY, 303) : asked;
  }
};
const press = async (request, url) => {
  const form = new URLSearchParams(await request.clone().text());
  const whose = await whoseKept();
  if (!whose || !LATER.includes(form.get("to"))) return fetch(request);
  // One press has one key, however often it is sent.
  form.set("key", crypto.randomUUID());
  const asked = { method: "POST", body: form, redirect: "manual", credentials: "same-origin" };
  const [waits] = (await everyTap()).filter((tap) => !tap.why);
  const answer = waits ? null : await soon(fetch(url, asked)).catch(() => null);
  if (answer && ![502, 503, 504].includes(answer.status)) return answer;
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
  if (request.method === "POST" && goes && ACT.test(url.pathname)) return event.respondWith(press(request, url));
  if (request.method !== "GET") return;
  if (/^\/(static|media)\//.test(url.pathname)) return event.respondWith(asset(request));
  if (url.pathname === TODAY) return event.respondWith(today(event, url));
  if (goes && url.pathname.startsWith(HERE)) event.respondWith(elsewhere(request));
});
