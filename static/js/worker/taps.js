// What was pressed without a network, in the order of the presses: it waits on this device to be sent, or to be read
// where it could not be. The page and its worker share it, and both share the name under which pages are kept.
const KEPT = "counter";
const taps = async (mode, act) => {
  const base = await new Promise((done, failed) => {
    const ask = indexedDB.open(KEPT, 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore("taps", { keyPath: "id", autoIncrement: true });
    ask.onsuccess = () => done(ask.result);
    ask.onerror = () => failed(ask.error);
  });
  try {
    const change = base.transaction("taps", mode, { durability: "strict" });
    const ask = act(change.objectStore("taps"));
    return await new Promise((done, failed) => {
      change.oncomplete = () => done(ask.result);
      change.onabort = () => failed(change.error);
    });
  } finally {
    base.close();
  }
};
const everyTap = () => taps("readonly", (store) => store.getAll());
const keepTap = (tap) => taps("readwrite", (store) => store.put(tap));
const dropTap = ({ id }) => taps("readwrite", (store) => store.delete(id));
// What is kept is one person's: whoever else comes finds nothing of it.
const MARK = "/kept/whose";
const whoseKept = async () => (await caches.match(MARK))?.text();
const isOnly = async (whose) => {
  if ((await whoseKept() || whose) !== whose) await caches.delete(KEPT);
  for (const tap of await everyTap()) if (tap.whose !== whose) await dropTap(tap);
};
