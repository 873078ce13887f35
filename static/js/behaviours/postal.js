// An address fills itself in once its postal code is whole. The button does the same without script.
behave("[data-lookup]", (part) => {
  const form = part.closest("form");
  const box = form?.elements.postal_code;
  if (!box) return;
  const [said, list] = [part.querySelector("[role=status]"), part.querySelector("ul")];
  const { prefecture, city, street } = form.elements;
  const digits = () => box.value.normalize("NFKC").replace(/[^0-9]/g, "");
  let asked = digits();
  const fill = (place) => {
    prefecture.value = place.prefecture;
    city.value = place.city;
    const typed = street.value.trim();
    if (!typed) street.value = place.town;
    else if (/^[0-9]/.test(typed.normalize("NFKC"))) street.value = place.town + typed;
    list.replaceChildren();
    said.textContent = part.dataset.filled;
  };
  const offer = (places) => {
    said.textContent = part.dataset.several;
    list.replaceChildren(...places.map((place) => {
      const [item, button] = [document.createElement("li"), document.createElement("button")];
      Object.assign(button, { type: "button", className: "btn btn-quiet btn-small", lang: "ja" });
      button.textContent = place.prefecture + place.city + place.town;
      button.addEventListener("click", () => { fill(place); street.focus(); });
      item.append(button);
      return item;
    }));
  };
  const answer = (places) => {
    const [first] = places;
    if (places.length > 24) fill({ ...first, town: "" });
    else if (places.length > 1) offer(places);
    else if (first) fill(first);
    else { list.replaceChildren(); said.textContent = part.dataset.none; }
  };
  box.addEventListener("input", async () => {
    const code = digits();
    if (code.length !== 7 || code === asked) return;
    asked = code;
    const reply = await fetch(part.dataset.lookup + code).catch(() => undefined);
    if (reply?.ok && asked === code) answer(await reply.json());
  });
});
