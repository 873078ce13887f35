// What was just done can be undone for ten seconds; then the button goes, unless somebody is at it. Without script it
// stays, and whoever is late is told so.
behave(".flash form", (form) => {
  const go = () => (form.matches(":hover, :focus-within") ? setTimeout(go, 1000) : form.remove());
  setTimeout(go, 10000);
});
