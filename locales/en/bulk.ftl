# The shop has to close: the bookings of a day are cancelled, or moved to another day, all at once.

bulk-title = Change several bookings
bulk-of-day = Change several bookings: { $day }
bulk-lead = When the shop has to close, cancel this day's bookings or move them to the same time on another day, all at once. Customers are told by email.
bulk-date = Date of the bookings
bulk-show = Show this day's bookings
bulk-which = Which bookings
bulk-which-all = Everyone who has not come yet
bulk-which-chosen = Only those chosen below
bulk-which-required = Choose which bookings
bulk-chosen-required = Choose at least one booking
bulk-do = What to do
bulk-do-call-off = Cancel them (no cancellation fee)
bulk-do-move = Move them to the same time on another day
bulk-do-required = Choose what to do
bulk-to = New date
bulk-to-same = Choose a date other than this one
bulk-bookings = Bookings of this day
bulk-none = This day has no bookings to change. For another day, choose its date above.
bulk-not-so = Nothing has been changed yet, because some bookings can't be. Leave out the marked ones, or choose another date
bulk-submit = Change bookings
