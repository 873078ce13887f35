// Today's page is kept by a worker and shown without a network: then it says so, each row says what waits to be sent and
// offers what comes next, and what could not be sent is listed.
behave("[data-worker]", (kept) => {
  const { worker, waits } = kept.dataset;
  const crew = navigator.serviceWorker;
  if (!crew || !navigator.locks) return;
  const NEXT = { arrived: ["in_service", "completed"], in_service: ["completed"], completed: [], no_show: [] };
  const find = (name) => document.querySelector("[data-" + name + "]");
  const act = (to) => find("acts").content.querySelector("[value=" + to + "]");
  const row = (tap) => document.getElementById("booking-" + tap.url.split("/").at(-2));
  const line = (name, ...inside) => {
    const element = document.createElement(name);
    element.append(...inside);
    return element;
  };
  const mark = (tap) => {
    const place = row(tap);
    const acts = place?.querySelector(".day-list-acts");
    if (!acts) return;
    place.querySelector(".day-list-waits")?.remove();
    const said = line("p", waits + " " + act(tap.to).textContent);
    said.className = "day-list-waits";
    place.children[1].append(said);
    acts.replaceChildren(...NEXT[tap.to].map((to) => {
      const button = act(to).cloneNode(true);
      button.setAttribute("formaction", tap.url);
      return button;
    }));
  };
  const refused = (tap) => {
    const way = line("a", row(tap)?.querySelector(".day-list-name").textContent || find("refused").dataset.booking);
    way.href = tap.url.replace("/progress", "");
    return line("li", way, " " + act(tap.to).textContent + " - " + (find("refused").dataset[tap.why] || tap.why));
  };
  const draw = async () => {
    const all = await mine();
    all.filter((tap) => !tap.why).forEach(mark);
    const [list, gone] = [find("refused"), all.filter((tap) => tap.why)];
    list.hidden = !gone.length;
    list.querySelector("ul").replaceChildren(...gone.map(refused));
    list.querySelector("button").onclick = async () => {
      await Promise.all(gone.map(dropTap));
      list.hidden = true;
    };
    const off = !find("kept").hidden;
    if (off) document.querySelector(".flash")?.remove();
    return off || all.some((tap) => !tap.why) || document.querySelector(".day-list-waits");
  };
  // While it is of a while ago, or something waits, the network is asked for now and then.
  const beat = async () => {
    if (await draw()) {
      await again();
      dispatchEvent(new Event("stale"));
    }
    setTimeout(beat, 4000);
  };
  addEventListener("sent", () => { draw(); dispatchEvent(new Event("stale")); });
  addEventListener("renewed", draw);
  addEventListener("online", () => dispatchEvent(new Event("stale")));
  addEventListener("offline", () => { find("kept").hidden = false; draw(); });
  // What stood there before the worker did is fetched once more, by way of it.
  const stock = () => {
    const parts = document.querySelectorAll("link[rel~=stylesheet], link[rel=icon], script[src], .masthead img, use");
    const urls = [...parts].map((part) => part.href?.baseVal || part.href || part.src);
    new Set([location.href, ...urls].map((url) => url.split("#")[0])).forEach((url) => fetch(url).catch(() => {}));
  };
  if (!crew.controller) crew.addEventListener("controllerchange", stock, { once: true });
  crew.register(worker).catch(() => {});
  beat();
});
