// After a refused form, the list of what to mend is the first thing to be read.
behave("[data-focus]", (element) => element.focus());
