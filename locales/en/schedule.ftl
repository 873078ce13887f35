# Opening hours, closing days and shifts. Short nouns and verbs for the people who run the shop.

schedule-nav-hours = Opening hours
schedule-home = Weekly hours, closing days, public holidays
schedule-hours-title = Opening hours and closing days
schedule-change = Change hours
schedule-no-week = No opening hours yet.
schedule-week-since = From { $day }
schedule-withdraw = Drop this change
schedule-accepting-title = Online bookings
schedule-accepting = Online bookings are on.
schedule-not-accepting = Online bookings are off. Customers are asked to call.
schedule-stop = Stop online bookings
schedule-resume = Resume online bookings
schedule-stop-one = Stop online bookings with { $name }
schedule-resume-one = Resume online bookings with { $name }
schedule-stopped-notice = Online bookings are off. Turn them back on under Today or Opening hours.
schedule-dates = Special days
schedule-dates-none = Nothing planned.
schedule-dates-add = Add a special day
schedule-dates-change = Change
schedule-holidays = Public holidays
schedule-holidays-lead = The next 12 months in Japan, substitute holidays included.
schedule-holiday = { $day } { $name }
schedule-holiday-plain = Open as on that weekday
schedule-holiday-ruled = Holiday hours
schedule-holiday-special = Special plans for this day

## Weekly hours

schedule-week-title = Change opening hours
schedule-since = Starting from
schedule-since-hint = Choose a later date to keep today's hours until then.
schedule-since-past = Choose today or a later date
schedule-days = Hours by weekday
schedule-days-lead = Leave a day empty if you are closed. You can type 900 for 9:00, and 25:30 for late night.
schedule-special = Public holidays and the day before
schedule-special-hours = Hours: { $day }
schedule-mode-same = As on that weekday
schedule-mode-closed = Closed
schedule-mode-hours = Own hours
schedule-hours-required = Enter the opening hours
schedule-nth = Such as 2nd and 4th Tuesday
schedule-nth-lead = For closing or different hours in certain weeks only. Empty hours mean closed.
schedule-nth-legend = Certain weeks { $number }
schedule-nth-day = Weekday
schedule-nth-none = Not used
schedule-nth-weeks = Weeks
schedule-nth-hours = Hours ({ $number })
schedule-nth-day-required = Choose a weekday
schedule-nth-weeks-required = Choose which weeks
schedule-preview = See what changes
schedule-preview-title = Check the change
schedule-save = Save these hours
schedule-mend = Edit
schedule-newer = Hours saved at the moment

## Single days

schedule-dates-title = Special day
schedule-from = Date
schedule-until = Last day, if it goes on
schedule-until-before = The last day cannot be before the first
schedule-too-many-days = You can add up to { $most } days at once
schedule-kind = On this day
schedule-kind-required = Choose closed or different hours
schedule-kind-closed = Closed
schedule-kind-hours = Open at different hours
schedule-kind-hours-label = Opening hours
schedule-kind-hours-hint = Only for "Open at different hours".
schedule-reason-ja = Reason (Japanese)
schedule-reason-en = Reason (English)
schedule-reason-hint = Shown on your booking page, for example "Staff training".
schedule-look-first = This affects bookings. Check the list below, then save again
schedule-dates-save = Save
schedule-dates-save-anyway = Save, I have checked the bookings
schedule-dates-lift = Back to normal hours
schedule-close-day = Close this day

## Shifts

schedule-nav-shifts = Shifts
schedule-shifts-home = Who works when, week by week, and usual shifts
schedule-shifts-title = Shifts
schedule-shifts-lead = Press a time to change that day.
schedule-weeks = Weeks before and after
schedule-week-before = Week before
schedule-week-after = Week after
schedule-shift-day = { $weekday } { $day }
schedule-person = Staff
schedule-nobody = No staff yet.
schedule-off = Off
schedule-dated = Changed
schedule-pattern = Usual shifts
schedule-pattern-none = Whenever the shop is open
schedule-copy = Copy last week's shifts
schedule-copy-anyway = Copy, I have checked the bookings
schedule-day-title = { $name }: shift on { $day }
schedule-shift-hours = Working hours
schedule-shift-hint = Leave empty for a day off.
schedule-shift-lift = Back to usual shifts
schedule-note = Note
schedule-pattern-title = { $name }: usual shifts
schedule-pattern-days = Working hours by weekday
schedule-pattern-lead = Leave a day empty if off. Changes for single days stay.
schedule-shifts-since = { $name }, from { $day }
schedule-shifts-since-hint = Choose a later date to keep the current shifts until then.

## Online limits

schedule-limits-way = Set online limits
schedule-limits-title = Online limits by half-hour
schedule-limits-lead = How many bookings customers can make online in each half-hour. Once it is reached, the time can't be booked online even if staff and tables are free. Bookings you enter yourselves aren't limited, but they count.
schedule-limits-special = The first row fills every empty box below it. A box that stays empty has no limit; 0 takes none. Holidays and days before them use their own column if it has any number, otherwise the weekday's.
schedule-limits-half = Starts
schedule-limits-rest = All empty
schedule-limits-box = { $day }, { $time }
schedule-limits-run = { $span }: { $count } each
schedule-limits-none = No limit
schedule-limits-newer = Limits saved now
