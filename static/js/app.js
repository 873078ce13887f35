// Every behaviour below makes a page nicer that already works without it.
// It is attached by a data-attribute and says nothing by itself: words stand in the page.
const behave = (selector, attach) => {
  const within = (part) => part.querySelectorAll(selector).forEach(attach);
  within(document);
  // A part of the page that came later behaves as it would have from the beginning.
  addEventListener("renewed", (event) => within(event.target));
};
const afterReturning = (again) => addEventListener("pageshow", (event) => event.persisted && again());
