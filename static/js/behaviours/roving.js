// A table of times is one stop of the Tab key; inside it the arrows walk. Home and End go along a row,
// PageUp and PageDown follow the links to the weeks or months before and after, Escape leaves.
behave("table[data-roving]", (table) => {
  const doors = () => [...table.querySelectorAll("td > a, td > button, td > [tabindex]")];
  const place = (door) => [door.closest("tr").rowIndex, door.closest("td").cellIndex];
  const only = (chosen) => doors().forEach((door) => { door.tabIndex = door === chosen ? 0 : -1; });
  const go = (door) => { if (door) { only(door); door.focus(); } };
  const along = (here, down, right) => {
    const [row, column] = place(here);
    const far = (door) => {
      const [r, c] = place(door);
      const ahead = down ? (r - row) * down : (c - column) * right;
      const aside = down ? Math.abs(c - column) : Math.abs(r - row);
      return ahead > 0 ? ahead + aside * 100 : Infinity;
    };
    const next = doors().map((door) => [far(door), door]).sort((a, b) => a[0] - b[0])[0];
    return next && next[0] < Infinity ? next[1] : null;
  };
  const edge = (here, last) => {
    const same = doors().filter((door) => place(door)[0] === place(here)[0]);
    return last ? same.at(-1) : same[0];
  };
  const turn = (name) => document.querySelector("a[data-" + name + "]")?.click();
  const keys = {
    ArrowDown: (here) => go(along(here, 1, 0)),
    ArrowUp: (here) => go(along(here, -1, 0)),
    ArrowRight: (here) => go(along(here, 0, 1)),
    ArrowLeft: (here) => go(along(here, 0, -1)),
    Home: (here) => go(edge(here, false)),
    End: (here) => go(edge(here, true)),
    PageUp: () => turn("earlier"),
    PageDown: () => turn("later"),
    Escape: () => history.back(),
  };
  table.addEventListener("keydown", (event) => {
    const here = event.target.closest("td > *");
    const act = keys[event.key];
    if (!here || !act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    act(here);
  });
  table.addEventListener("focusin", (event) => {
    const here = event.target.closest("td > *");
    if (here) only(here);
  });
  only(table.querySelector("td > [aria-current]") || doors()[0]);
});
