# Opening another shop of the same owner. Short nouns and verbs.

branch-title = Add a shop
branch-home = Set up another shop of yours from what this one has
branch-lead = Set up another shop. Enter its address and phone number, and choose what to copy from this one. It is reviewed before it opens to the public.
branch-name = Name and web address
branch-place = Phone and address
branch-copies = Copy from this shop
branch-copies-note = Guests, bookings, staff and photos are not copied.
branch-copy-menu = Menu, options, price rules, questions for guests and cancellation policies
branch-copy-note-menu = Services stay hidden until somebody is there to do them. Class timetables come along; coupons, price rules about a member of staff and sessions added on single dates do not.
branch-copy-policies = Cancellation policies only
branch-copy-note-policies = Copied along with the menu in any case.
branch-copy-tables = Tables, private rooms and how they combine
branch-copy-note-tables = Seats and combinations. Choose afterwards what can be booked at them.
branch-copy-hours = Opening hours
branch-copy-note-hours = The hours of this week. Special days are not copied.
branch-copy-rules = Booking rules, description and colour
branch-copy-note-rules = Deadlines, how far ahead, notices, and the reply address.
branch-copy-legal = Legal notice
branch-copy-note-legal = If it spells out the address or phone number, correct it afterwards.
