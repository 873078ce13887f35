// What is chosen of a form is asked about at once: its options, its free times and what it comes to stand there without a
// press. data-asks is what the button says that asks for the same without script.
behave("[data-asks]", (part) => {
  const form = part.closest("form");
  let asking = null;
  const same = (one, other) => one.length === other.length && [...one].every((node, place) => node.isEqualNode(other[place]));
  const put = (old, fresh) => {
    if (!fresh || same(old.childNodes, fresh.childNodes)) return;
    const held = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceChildren(...fresh.childNodes);
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
    old.dispatchEvent(new CustomEvent("renewed", { bubbles: true }));
  };
  part.addEventListener("change", async () => {
    asking?.abort();
    asking = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set("act", part.dataset.asks);
    const answer = await fetch(form.action, { method: "POST", body, signal: asking.signal }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    form.querySelectorAll("[data-part]").forEach((old) => put(old, page.querySelector("[data-part=" + old.dataset.part + "]")));
  });
});
