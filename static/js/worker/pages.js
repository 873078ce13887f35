// What is kept of today. Only pages that say so (oc-kept: whose, for how many seconds, and how many unused) are kept, in no
// cache but this one.
const HERE = new URL(registration.scope).pathname;
const TODAY = HERE + "today";
const place = (url) => {
  const staff = url.searchParams.get("staff");
  return TODAY + (staff ? "?" + new URLSearchParams({ staff }) : "");
};
// A page shown from here is guarded as the one that came over the network.
const GUARDS = [
  "content-type", "content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "permissions-policy",
  "cross-origin-opener-policy", "cross-origin-resource-policy", "cache-control", "oc-kept",
];
// A page goes when its day is over, on a tablet of the shop when it was long unused, and when it is of a session before.
const sweep = async (csrf) => {
  const cache = await caches.open(KEPT);
  const now = Date.now();
  for (const one of await cache.keys()) {
    const { headers } = await cache.match(one);
    if (!headers.has("oc-kept")) continue;
    const [, lasts, unused] = headers.get("oc-kept").split(" ").map(Number);
    const [since, used] = [headers.get("since"), headers.get("used")];
    const isOver = now - since > lasts * 1000 || (unused && now - used > unused * 1000);
    if (isOver || (csrf && headers.get("csrf") !== csrf)) await cache.delete(one);
  }
  return cache;
};
const keep = async (key, answer) => {
  const text = await answer.text();
  const [whose] = answer.headers.get("oc-kept").split(" ");
  const [, csrf = ""] = /name="csrf" value="([^"]+)"/.exec(text) || [];
  await isOnly(whose);
  const cache = await sweep(csrf);
  await cache.put(MARK, new Response(whose, { headers: { csrf } }));
  const headers = new Headers({ csrf, since: Date.now(), used: Date.now() });
  for (const name of GUARDS) if (answer.headers.has(name)) headers.set(name, answer.headers.get(name));
  await cache.put(key, new Response(text, { headers }));
};
// The page, or that of everybody; who only looks for news does not use it.
const remembered = async (key, isUsed) => {
  const cache = await sweep();
  const found = await cache.match(key) ? key : TODAY;
  const page = await cache.match(found);
  if (!page) return null;
  const text = await page.text();
  const headers = new Headers(page.headers);
  if (isUsed) {
    headers.set("used", Date.now());
    await cache.put(found, new Response(text, { headers }));
  }
  return new Response(text.replace(" hidden data-kept", " data-kept"), { headers });
};
