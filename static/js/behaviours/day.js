// The day opens where the day is: the line of the present hour, or else the first booking, comes into view.
behave(".day", (day) => {
  const mark = day.querySelector(".now") || day.querySelector(".block");
  if (mark) day.scrollTop = Math.max(0, mark.offsetTop - day.clientHeight / 3);
});
