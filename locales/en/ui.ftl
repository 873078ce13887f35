# Words of the frame around every page, and of the pieces pages are made of.

ui-brand = { -brand }
ui-skip-to-content = Skip to main content
ui-legal-pages = Legal and notices
ui-made-with = Bookings by { -brand }
ui-help-title = Need help?
ui-help-call = You can also call us to book, change or ask.
ui-help-find-booking = To check, change or cancel a booking, use the link in the shop's email. No sign-in needed.

## Forms

ui-required = Required
ui-optional = Optional
ui-error-title = There is a problem ({ $count })
ui-error-about = { $label }: { $words }
ui-error-page-title = Error: { $title }
ui-account-way = Account
ui-back = Back
ui-change = Change
ui-search = Search
ui-undo = Undo
ui-print = Print
ui-more = More
ui-copy = Copy
ui-copied = Copied

## The way to a booking

ui-step = Step { $step } of { $total }
ui-step-page-title = { $title } ({ $mark })
ui-step-time = Date and time
ui-step-confirm = Review
ui-soonest = Earliest available
ui-times = Availability
ui-times-table = Table
ui-times-list = List
ui-time-column = Start time
ui-choose-day = Choose a day
ui-earlier-days = Previous 7 days
ui-later-days = Next 7 days
ui-earlier-month = Previous month
ui-later-month = Next month
ui-morning = Morning
ui-afternoon = Afternoon
ui-evening = Evening
ui-late-night = Late night (next day)
ui-slot-free = Available
ui-slot-few = Few left
ui-slot-left = { $count } left
ui-slot-call = Call us
ui-slot-call-short = Call
ui-slot-closed = Closed
ui-slot-closed-short = Shut
ui-slot-outside = Not open
ui-slot-waitlist = Waitlist
ui-slot-waitlist-short = Wait
ui-hold-until = We are holding this time until { $time }
ui-hold-warning = Your hold ends in 2 minutes. You can extend it.
ui-hold-over = Your hold ran out. Your details are still here.
ui-hold-extend = Hold it longer
ui-ladder-now = Now

## Behind the counter

ui-desk-own = Your settings
ui-desk-nav = Main menu
ui-now = Now { $time }
ui-views = Views

## For development

ui-dev-mail-title = Letters that would have been sent
ui-dev-mail-lead = No mail server is set, so they are kept here (development only).

## Two at once

ui-newer-title = Someone else saved first
ui-newer-lead = Compare what differs, then choose which to keep.
ui-newer-typed = What you typed:
ui-newer-saved = What is saved:
ui-newer-keep = Keep what is saved
ui-newer-overwrite = Overwrite with what I typed
