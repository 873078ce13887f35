# The back office. Short nouns and verbs.

owner-nav-office = Manage shop
owner-home-title = Manage your shop
owner-home-people = People
owner-home-team = Invitations, roles and permissions, shop tablets
owner-home-visits = When our support team acted for your staff

## What a change affects, before it is saved

owner-effect-outside = Bookings affected ({ $count })
owner-effect-outside-none = No booking falls outside the new times.
owner-effect-outside-lead = These bookings do not fit the new times. They stay as they are: contact the customers, then move or cancel.
owner-effect-booking = { $guest }, { $service }
owner-effect-further = and { $count } more
owner-effect-starts-title = Bookable times in the four weeks from { $day }
owner-effect-starts = { $gained } more start times, { $lost } fewer
owner-effect-service = Service
owner-effect-now = Now
owner-effect-gained = More
owner-effect-lost = Fewer
owner-effect-count = { $count }
owner-look-what = Item
owner-look-before = Now
owner-look-after = After
owner-look-figure = { $figure } { $unit }
owner-look-nothing = None
owner-look-yes = Yes
owner-look-long = Text, not shown
owner-look-booked = Bookings already made
owner-look-kept = Bookings to come ({ $count }) keep the times, prices and cancellation policy they were made with.
owner-look-held = Bookings being made right now ({ $count }) keep the time that was chosen, too.
owner-look-held-out = Bookings being made right now ({ $count }) may not go through after this change.
owner-look-least = Guests who book after you save must choose one of these ({ $facts } or more).
owner-look-terms-kept = Bookings to come ({ $count }) keep the cancellation policy they were made with.
owner-look-terms-new = Bookings made after you save get the new policy, on all services that use it ({ $count }).
owner-look-terms-dated = Bookings made after you save, for visits from that day on, get the new policy on all services that use it ({ $count }).
owner-look-terms-held = So do bookings being made right now ({ $count }).
owner-look-deadlines = The new deadlines for changing and cancelling apply at once, to bookings already made as well ({ $count }).
owner-look-outside = Bookings that differ from the new settings ({ $count })
owner-look-outside-lead = They keep the time, people, staff and options they were made with. To change one, contact the customer and edit the booking.
owner-look-outside-none = No booking differs from the new settings.
owner-look-length = { $length } after the change
owner-look-party = the party no longer fits
owner-look-taker = the staff or equipment no longer fits
owner-look-hours = outside the working hours after the change
owner-look-start = no longer a start time after the change
owner-look-choice = the options no longer fit
owner-look-buffer = preparation or clean-up time overlaps what comes before or after
owner-look-otherwise = { $booking } ({ $why })
owner-look-save = Save
owner-effective-title = From when
owner-effective-note = With a date, it changes for visits from that day on. If it is empty, it changes as soon as you save.
owner-effective-label = Date of the change
owner-effective-ahead = Enter a date from tomorrow up to two years ahead
owner-effective-same = Nothing is different. Change something first, then set a date
owner-effective-seats = Whether staff or equipment is needed, and how many people at once without them, cannot be changed on a date. Leave the date empty and save
owner-effective-look = It changes to this for visits from { $date } on. Until then it stays as it is.
owner-effective-planned = Planned for visits from { $date } on
owner-effective-edit = Change the plan
owner-effective-unreadable = This version of the program cannot read what was planned, so nothing will change on that day. Cancel the plan and enter it again.
owner-effective-revoke = Cancel the plan
owner-home-time = Time

## Before something is shown, hidden, deleted or had back

owner-parting-shown = Once shown, it is on your booking page and guests can book it.
owner-parting-hidden = Once hidden, it is not on your booking page and cannot be booked.
owner-parting-deleted = Once deleted, it is not on your booking page and cannot be booked. You can restore it later from the deleted items.
owner-parting-choice-deleted = Once deleted, guests cannot choose it. You can restore it later from the deleted items.
owner-parting-choice-restored = Once restored, guests can choose it again.
owner-parting-newer = A booking or the item itself has changed since you opened this page. Check what it says now, then press again
owner-parting-booked = Bookings of this service to come ({ $count })
owner-parting-booked-lead = They stay as they are and remain in your calendar. To turn one down, contact the customer and cancel it.
owner-parting-booked-none = No booking of this service is to come.

## One thing

owner-sheet-save = Save
owner-sheet-further = More

## The shop's details

owner-home-shop = Shop
owner-papers-title = Papers for review
owner-home-papers = The papers you handed in, and where the review stands
owner-home-legal = Business, prices, payment and cancellation, as the law asks
owner-home-profile = Name, address, phone, introduction, colour
owner-home-rules = Cut-off, booking window, cancelling, notices
owner-profile-title = Shop details
owner-profile-name = Name and introduction
owner-profile-kana = Reading of the name in kana
owner-profile-kana-hint = Used for sorting and for reading aloud.
owner-profile-about-ja = Introduction (Japanese)
owner-profile-about-en = Introduction (English)
owner-profile-about-hint = Shown at the top of your booking page.
owner-profile-contact = Contact
owner-profile-email = Email for customers' replies
owner-profile-place = Address
owner-profile-address-en = Address in English, in one line
owner-profile-looks = Appearance
owner-profile-accent = Colour of your booking page
owner-profile-accent-hint = Used for buttons and headings. Text is easy to read on all of them.
owner-profile-listed = List under "Find a business"
owner-profile-listed-note = If you turn this off, customers can still book from your page's address.
owner-accent-ai = Indigo
owner-accent-matsuba = Pine green
owner-accent-kurenai = Crimson
owner-accent-edomurasaki = Edo purple
owner-accent-asagi = Teal
owner-accent-kakishibu = Persimmon brown
owner-accent-azuki = Azuki red
owner-accent-sumi = Ink black

## How bookings are taken

owner-rules-title = Booking rules
owner-rules-when = Deadlines
owner-rules-when-note = Deadlines set for a service come first.
owner-rules-change = Customers can change the time until
owner-rules-cancel = Customers can cancel online until
owner-rules-moves = Guests can change the time only while cancelling is still free
owner-rules-caps = Limits on online bookings
owner-rules-caps-note = A guest is recognised by email address or phone number. Your staff can book beyond these limits.
owner-rules-ahead = Upcoming bookings per guest
owner-rules-day = Bookings per guest on one day
owner-rules-day-any = No limit
owner-rules-bookings = Up to { $count }
owner-rules-starts-day = All bookings on one day (empty: no limit)
owner-rules-starts-week = All bookings in one week, Monday to Sunday (empty: no limit)
owner-rules-starts-unit = bookings
owner-rules-guests = For customers
owner-rules-kana = Name reading in kana
owner-kana-required = Always ask
owner-kana-optional = Ask, optional
owner-kana-unused = Do not ask
owner-rules-locale = Main language of the shop
owner-locale-ja = Japanese
owner-locale-en = English
owner-rules-notices-ja = Notes before booking (Japanese)
owner-rules-notices-en = Notes before booking (English)
owner-rules-notices-hint = Shown on your booking page, for example "Parking for two cars".

## Search

owner-search-title = Search
owner-search-label = Find a customer, booking or service
owner-search-nothing = Nothing matches “{ $typed }”. You can search for names in kanji or kana, the last four digits of a phone number, or a booking number.
owner-search-bookings = Bookings
owner-search-things = Services, staff and equipment
owner-search-pages = Settings pages
owner-search-all = Show all matching customers
