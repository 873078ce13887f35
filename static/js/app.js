// Every behaviour below makes a page nicer that already works without it.
// It is attached by a data-attribute and says nothing by itself: words stand in the page.
const behave = (selector, attach) => document.querySelectorAll(selector).forEach(attach);
const afterReturning = (again) => addEventListener("pageshow", (event) => event.persisted && again());
