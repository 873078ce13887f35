# Why a time cannot be booked: every reason for staff, and a sentence that is safe to say for customers.

why-title = Why a time can't be booked
why-lead = Enter a service and a time to see whether customers and staff can book it, and every reason why not.
why-service-required = Choose a service
why-show = Show the reasons
why-guests = Customers, online
why-staff = Staff
why-each = Each person, table and room
why-yes = It can be booked
why-one-yes = Free
why-one-off = Not on duty for all of this time
why-one-taken = Already taken
why-nearest = Nearest times customers can book
why-nearest-none = There are no times nearby that customers can book
why-halt-stopped = Online booking at this shop has been paused by the platform
why-halt-not-accepting = The shop does not take online bookings at the moment
why-halt-by-hand = Nobody who does this service takes online bookings
why-halt-not-online = This person does not take online bookings
why-halt-party = This service is for { $least } to { $most } people

## For customers

why-guest-way = Why can't I choose a time?
why-guest-title = Why a time can't be chosen
why-guest-lead = Enter a date and a time to see whether you can book it online, and why not.
why-guest-date = Date
why-guest-time = Time
why-guest-time-hint = e.g. 14:30
why-guest-show = Check
why-guest-free = You can book this time
why-guest-anybody = You can book this time if you don't choose who looks after you
why-guest-anybody-way = See times with any staff
why-guest-back = Back to the free times

## Several services, one after the other

why-several = Check further services with it
why-next = Service { $place }
why-halt-of = { $name }: { $reason }
why-of-service = { $name } (from { $time }): { $reason }
why-beside = { $name }: free by itself, but together with the others there are not enough people, seats or rooms
why-guest-of = About “{ $name }”: { $reason }
why-guest-beside = “{ $name }” can’t be had at this time together with the others. Choose another time or another order
