# Behind the counter. Short nouns and verbs.

desk-guest = { $name }
desk-guest-erased = Closed account
desk-public-page = View booking page
desk-switch = Switch business
desk-notice-stopped = Online booking has been paused by the platform since { $since }. Reason: { $why }
desk-notice-suspended = Your shop's page has been taken offline by the platform. Reason: { $why }
desk-notice-everywhere = Online booking is paused for every shop by the platform. You can still add bookings here.

## Ways

desk-nav-today = Today
desk-nav-day = Schedule
desk-nav-new = Add booking
desk-nav-customers = Customers
desk-nav-print = Print
desk-days = Other days
desk-day-before = Previous day
desk-day-after = Next day
desk-day-near = { $day }, { $near }
desk-back-to-today = Back to today
desk-back-to-month = Back to this month
desk-live-changed = The schedule has been updated
desk-show = Show
desk-view-list = List
desk-view-columns = By staff
desk-view-places = By table
desk-view-week = Week
desk-view-month = Month
desk-week-title = { $from } – { $until }
desk-week-day = { $weekday } { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
desk-week-holiday = { $weekday } { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
desk-week-closed = Closed
desk-week-holiday-note = Holiday, { $bookings }
desk-week-grid = Week of { $name }
desk-weeks = Other weeks
desk-week-before = Previous week
desk-week-after = Next week
desk-months = Other months
desk-month-before = Previous month
desk-month-after = Next month
desk-month-day = { $day }, { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}
desk-month-day-full = { $day }, { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}, { $full }% full
desk-month-day-closed = { $day }, closed, { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}
desk-month-full = { $full }%
desk-month-hint = % is how much of the bookable time is taken
desk-month-unassigned = { $count ->
    [one] 1 booking is
   *[other] { $count } bookings are
} still unassigned
desk-people = Filter by staff
desk-everyone = All
desk-print = Print day sheet

## A day

desk-figure-bookings = Bookings
desk-figure-expected = Still to come
desk-figure-guests = Guests
desk-figure-takings = Expected takings
desk-until = –{ $time }
desk-called-off = { $count ->
    [one] 1 cancelled booking
   *[other] { $count } cancelled bookings
}
desk-over = Finished bookings ({ $count })
desk-called-off-in-list = { $count ->
    [one] 1 cancelled booking is shown in the list
   *[other] { $count } cancelled bookings are shown in the list
}
desk-nothing-today = No bookings today yet.
desk-nothing = No bookings on this day yet.
desk-nothing-closed = Closed on this day. There are no bookings.
desk-closed-day = Closed on this day
desk-new-by-phone = Add a phone booking
desk-unassigned = Unassigned
desk-off-day = Off
desk-fold = Fold away { $name }'s column
desk-unfold = Open { $name }'s column
desk-grid = Schedule by staff for { $day }
desk-add-at = { $time } Add booking
desk-lesson = { $count ->
    [one] 1 booking
   *[other] { $count } bookings
} · { $people }
desk-bookings = { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}
desk-offline = { $what } · offline
desk-figure-count = { $count }
desk-tag-nominated = Requested
desk-tag-first = First visit
desk-tag-no-shows = { $count ->
    [one] 1 no-show
   *[other] { $count } no-shows
}
desk-flag-nominated = R
desk-flag-first = New
desk-flag-remark = !
desk-mark-remark = has a note

## One press

desk-act-arrived = { $vertical ->
    [restaurant] Seated
    [class] Present
    [stay] Check in
   *[other] Arrived
}
desk-act-begin = { $vertical ->
   *[other] Start
}
desk-act-done = Done
desk-act-approve = Approve
desk-act-decline = Decline
desk-act-no-show = { $vertical ->
    [class] Absent
    [home-visit] Not at home
   *[other] No-show
}

## One booking

desk-booking-title = Booking { $number }
desk-when = When
desk-service = Service
desk-staff = Staff
desk-place = Table or room
desk-people-count = People
desk-people-unit = people
desk-source = Booked by
desk-source-web = Booking page
desk-source-desk = Back office
desk-source-phone = Phone
desk-source-walk-in = Walk-in
desk-source-import = Import
desk-made-at = Made { $when }
desk-customer = Customer
desk-name = Name
desk-email = Email
desk-phone = Phone
desk-no-shows = No-shows so far
desk-remarks = Notes and requests
desk-price = Price
desk-total = Total (tax incl.)
desk-line-quantity = { $name } × { $quantity }
desk-line-nomination = Staff choice fee ({ $name })
desk-line-coupon = Coupon ({ $name })
desk-tax-inside = incl. { $rate }% tax { $tax }
desk-policy = Cancellation policy as booked
desk-fee-none = Free
desk-fee = { $fee } ({ $percent }%)
desk-ladder-until = Until { $when }
desk-ladder-from = After { $when }
desk-ladder-always = At any time
desk-ladder-no-show = No-show
desk-note-title = Staff note
desk-note = Note for staff
desk-note-hint = The customer never sees this
desk-note-save = Save note
desk-note-newer = The note that was saved first
desk-note-none = No note

## The story

desk-story = History
desk-story-made = Booking made
desk-story-status = { $old } → { $new }
desk-story-undone = Undone: { $old } → { $new }
desk-story-moved = Moved: { $old } → { $new }
desk-story-moved-back = Undone: time { $old } → { $new }
desk-story-length = Length: { $old } → { $new }
desk-story-length-back = Undone: length { $old } → { $new }
desk-story-staff-back = Undone: staff { $old } → { $new }
desk-story-staff = Staff changed: { $old } → { $new }
desk-story-nominated = Staff now chosen by the customer
desk-story-not-nominated = Staff no longer chosen by the customer
desk-story-price = Price changed: { $old } → { $new }
desk-story-fee = Cancellation fee { $fee }
desk-story-fee-undone = Cancellation fee { $fee } dropped
desk-story-coupon = Coupon { $code } was used
desk-story-coupon-off = Coupon { $code } was removed
desk-story-overbooked = Booked over another
desk-story-note = Note changed
desk-story-delay = Told of a delay of about { $minutes }
desk-story-answers = Wrote down answers
desk-story-import-undone = Deleted by undoing its import
desk-story-import-restored = Restored with its import
desk-story-other = Details changed
desk-why = Reason: { $why }
desk-who-staff = Staff
desk-who-customer = Customer
desk-who-house = Automatic
desk-letters = Emails
desk-letters-none = No emails so far
desk-letter = Notice
desk-letter-confirmed = Booking confirmation
desk-letter-changed = Change of time
desk-letter-delayed = Delay
desk-letter-cancelled = Cancellation
desk-letter-queued = Waiting to be sent
desk-letter-sent = Sent
desk-letter-sent-at = Sent { $when }
desk-letter-failed = Could not be sent
desk-letter-bounced = Did not arrive

## Moving

desk-move = Change booking
desk-move-title = Change booking
desk-move-now = As booked
desk-move-new = Change to
desk-move-same = No change
desk-move-same-hint = If the present one isn't free, the booking goes to one that is
desk-move-nominated = Customer asked for the new person (fee applies)
desk-move-anyway = Change anyway
desk-move-tell = Email the customer about the change
desk-move-submit = Save change
desk-late = +{ $minutes } min
desk-late-title = { $minutes } minutes later
desk-late-moves = Moved to later
desk-late-from-to = { $from } → { $to }
desk-late-cannot = Not all of them can be later. Move the one in the way first, or remove the blocked time
desk-late-not-so = The day changed while this page was open. Check it and press again
desk-late-tell = Email the customers about the change
desk-late-submit = { $count ->
    [one] Move 1 booking
   *[other] Move { $count } bookings
}
desk-delay = Running late
desk-delay-hint = Emails the customer how long they will have to wait. The time of the booking stays the same.
desk-delay-minutes = { $minutes } min
desk-date = Date
desk-time = Start
desk-time-hint = For example 14:30. After midnight, go on counting: 25:30
desk-minutes = Length
desk-minutes-unit = minutes
desk-reason = Reason
desk-reason-hint = Kept in the history. Not sent to the customer

## Cancelling

desk-cancel = Cancel
desk-cancel-title = Cancel booking
desk-cancel-fee-title = Cancellation fee
desk-cancel-free = Cancelling costs nothing now
desk-cancel-fee = The policy asks for { $fee }
desk-cancel-waive = Don't charge the cancellation fee
desk-cancel-tell = Email the customer about the cancellation
desk-cancel-submit = Cancel booking
desk-cancel-keep = Keep booking
desk-cancel-fee-changed = The fee changed while this page was open. Check the amount, then press again

## Adding

desk-new = Add booking
desk-new-visit = Booking
desk-new-submit = Add booking
desk-new-service-required = Choose a service
desk-new-nominated = Customer asked for this person (fee applies)
desk-new-email-hint = We'll send a confirmation to this address
desk-new-find = Find a customer
desk-new-find-hint = Last 4 digits, reading, name or customer number
desk-new-find-press = Find
desk-new-find-which = Customers who fit (press to choose)
desk-new-other-guest = Another customer
desk-new-total = Total (tax incl.) { $price }
desk-choose = Choose
desk-service-choice = { $name } ({ $length }, { $price })
desk-anybody = No preference (whoever is free)
desk-any-place = Any that is free
desk-family = Family name
desk-given = Given name
desk-family-kana = Family name in kana
desk-given-kana = Given name in kana
desk-language = Language of emails

## Several services one after the other

desk-several-add = Add a service
desk-several-place = Service { $place }
desk-several-remove = Remove service { $place }
desk-several-whose = Who is it for?
desk-several-same = The customer who books
desk-several-with = { $name } (companion)
desk-several-line = { $time } { $service } ({ $with })
desk-several-off = Called off
desk-several-moves = A visit of several services moves as a whole: as long, in the same order, with whoever was asked for.
desk-several-companion = Companion { $guest }

## Times that don't go

desk-overlap-thing = Overlaps another booking of { $name } { $time }
desk-in-the-way = { $name }: { $time } { $guest }
desk-nearest = Nearest free times
desk-override-reason = Reason for booking over it
desk-override-hint = The reason is kept in the history. The schedule shows both side by side
desk-override-submit = Book anyway
desk-override-required = Enter a reason for booking over it
desk-refusal-empty-party = Enter at least 1 person
desk-refusal-party-too-large = No table or room fits so many people
desk-party-most = No table or room fits so many. The largest party is { $most }
desk-refusal-no-such-time = This time doesn't exist on that day. Choose another
desk-refusal-past = This time has passed
desk-refusal-too-soon = It is past the booking cut-off
desk-refusal-too-far = This is beyond the booking window
desk-refusal-not-asked = Nothing can be booked on this day
desk-refusal-closed = Closed on this day
desk-refusal-outside-hours = It doesn't fit into the opening hours
desk-refusal-not-a-start = This service doesn't start at this time
desk-refusal-nobody-working = Nobody who does this service works at this time
desk-refusal-taken = Nothing is free at this time
desk-refusal-enough = No more bookings are taken online at this time
desk-refusal-capped = The booking limit for that day or week is reached

## On paper

desk-sheet-title = Bookings on { $day }
desk-sheet-counts = { $bookings } · { $people }
desk-sheet-printed = Printed { $when }
desk-sheet-time = Time
desk-sheet-name = Customer (kana)
desk-sheet-phone = Phone
desk-sheet-phone-end = Phone (last 4)
desk-sheet-notes = Notes
desk-sheet-here = Here
desk-sheet-phones = Show full phone numbers
desk-sheet-by-staff = One table per person

## Guests who are blocked

desk-blocked-title = This customer is blocked from booking online
desk-blocked-reason = Reason: { $reason }
desk-blocked-lead = You can still take the booking.
desk-blocked-submit = Add booking anyway
desk-customer-card = Customer card

## Blocked time

desk-processing = Processing
desk-block = Blocked
desk-block-title = Block time
desk-block-way = Block this time
desk-block-staff = Staff or table
desk-block-choose = Choose one
desk-block-staff-required = Choose who or what to block
desk-block-date = Date
desk-block-when = When
desk-block-from = From
desk-block-until = Until
desk-block-reason = Reason
desk-block-reason-hint = Customers do not see this. For example: meeting
desk-block-save = Save
desk-block-past = This time is over. Enter a time that is still to come
desk-block-taken = There is a booking at this time. Move it first, then save again
desk-block-in-the-way = Bookings at this time
desk-block-remove = Remove block
desk-blocks = Blocked time
desk-block-line = { $when } { $who }

## Check-in by QR code

desk-check-in-way = QR check-in
desk-check-in-title = Check in by QR code
desk-check-in-code = Check-in code
desk-check-in-hint = Scan the QR code on the customer's booking page, or type the letters below it
desk-check-in-look = Look up
desk-check-in-unknown = No booking here has this code. It is mistyped or another shop's
desk-check-in-other-shop = This code is for another shop
desk-check-in-other-day = This booking is for { $day }. The code cannot be used today
desk-check-in-too-early = Too early. The code works from { $time }
desk-check-in-over = The time of this booking is over
desk-check-in-used = This code has already been used
desk-check-in-not-standing = This booking is not confirmed or has been cancelled

## Phone desk

desk-phone-way = Phone desk
desk-phone-title = Phone desk
desk-phone-search = Last 4 digits or reading
desk-phone-search-hint = For example 5678
desk-phone-nobody = No such customer. Take them as a new one
desk-phone-last = Last { $day }
desk-phone-ahead = Booked ahead
desk-phone-visits = Visits
desk-phone-free = Free times (press to book)
desk-phone-none = Nothing is free for this
desk-phone-other = Type another time
desk-phone-else = Another service, person or day
desk-phone-times = Show free times
desk-phone-from = From
desk-phone-new = New customer
desk-options-gone = An option chosen here does not belong to this service
desk-option-required = Choose one of these
desk-option-single = Choose only one of these

## Without a network

desk-kept-as-of = No connection. These are the bookings as of { $time }. Arrivals, completions and no-shows are kept on this device and sent when you are back online. Other pages open then
desk-kept-waits = Waiting to be sent:
desk-kept-refused = Not sent
desk-kept-out = You were signed out before this was sent. If it is still needed, do it again
desk-kept-forbidden = You don't have permission for this, or the page is out of date
desk-kept-gone = This booking can't be found
desk-kept-unsent = This was not accepted. Open the booking and try again
desk-kept-booking = View booking
desk-kept-seen = Got it

## Answers given beforehand

desk-answers = Answers given beforehand
desk-answers-write = Write down answers
desk-answers-save = Save answers
desk-answers-lead = Enter what the guest told you or wrote on paper. You can leave questions empty.
desk-answers-newer = Answers that somebody else saved first
desk-answers-by = Written down by { $who } ({ $when })
desk-answers-missing = Not answered yet: { $names }
desk-answers-closed = There are answers. Only staff who may see notes about guests can read them.
desk-tag-answers = Answers
desk-tag-no-answers = Not answered

## Online limits

desk-limits-title = Online limits
desk-limits-of-day = Online limits: { $day }
desk-limits-lead = How many more bookings customers can make online in each half-hour, for this day only. What you book yourselves is not limited.
desk-limits-left = { $count } left
desk-limits-free = No limit
desk-limits-special = This day only
desk-limits-more = +
desk-limits-fewer = −
desk-limits-stop = Stop online
desk-limits-begun = { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}
desk-limits-usual = Usual number
desk-limits-more-about = One more at { $time }
desk-limits-fewer-about = One fewer at { $time }
desk-limits-stop-about = Stop online bookings at { $time }
desk-limits-usual-about = Back to usual at { $time }
desk-limits-usual-way = Change the usual limits

# Why somebody was chosen
desk-turn-person = Why this person
desk-turn-place = Why this table
desk-turn-of = { $name }: { $why }
desk-turn-between = ;{" "}
desk-turn-named = Asked for
desk-turn-kept = Same as before
desk-turn-in-hand = Goes on from the service before
desk-turn-only = Nobody else was free
desk-turn-fewest-tables = Fewer tables ({ $own }; the next choice needed { $next })
desk-turn-smallest = Smallest that fits ({ $own } seats; the next had { $next })
desk-turn-owners-order = First in your order of combined tables
desk-turn-least-booked = Least booked that day ({ $own } min; the next had { $next } min)
desk-turn-longest-idle = Free for longest ({ $own }; the next: { $next })
desk-turn-since = since { $when }
desk-turn-never = no booking before
desk-turn-seniority = First in the order of staff
desk-turn-equal = One of several with equal claims
