# How much of a service, or by a person, guests may book

caps-way = Booking limits
caps-of = Booking limits of { $name }
caps-lead-service = How many times guests can book this service online.
caps-lead-person = How many bookings guests can make online with this person.
caps-part = Limits
caps-note = Leave a box empty for no limit. Bookings by phone or at the counter count too, but your team can always add more. In a visit of several services, each service counts as one.
caps-a-day = Most in a day
caps-a-week = Most in a week (Monday to Sunday)
caps-unit = bookings
caps-day-over-week = The daily limit can't be higher than the weekly limit
caps-passed-title = Over the booking limit
caps-reached-day = { $name }: { $most } a day at most ({ $begun } that day)
caps-reached-week = { $name }: { $most } a week at most ({ $begun } that week)
