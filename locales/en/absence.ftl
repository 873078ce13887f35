# Somebody is suddenly off: the page that gives each of their bookings somebody else, another time, a question to the guest or an end; and the guest's answer.

absence-title = Sudden absence
absence-lead = Choose who is off and from when to see their bookings with a proposal for each. Looking changes nothing.
absence-staff = Who is off
absence-staff-required = Choose who is off
absence-date = Date
absence-from = Off from
absence-from-hint = They are off from this time until the end of the day, e.g. 9:00
absence-show = Show bookings and proposals
absence-bookings = Their bookings ({ $count })
absence-none = They have no bookings then. Once they are off, nobody can book with them either.
absence-none-off = They are already off from this time on, and there are no bookings in it.
absence-same-time = { $who } can take over at the same time. There is no need to ask the customer
absence-same-time-asked = { $who } can take over at the same time. The customer chose this person, so they are asked by email
absence-same-time-nominated = { $who } can take over at the same time. The customer chose this person
absence-other-time-held = { $who } is free on { $when }. That time is held
absence-other-time = { $who } is free on { $when }. That time is held, and the customer is asked by email
absence-no-place = No free time was found. The customer will choose one
absence-adjust = Change the proposal
absence-do = What to do with this booking
absence-do-move = Change staff or time
absence-do-ask = Let the customer choose another time
absence-do-call-off = Cancel (no cancellation fee)
absence-do-leave = Decide later
absence-new-staff = New staff
absence-new-staff-required = Choose the new staff
absence-new-date = New date
absence-new-time = New start time
absence-no-mail = There is no email address, so please call them
absence-changed = This booking changed while you had the page open. Check it, then press again
absence-gone = This staff member or service can't be chosen now
absence-not-so = Nothing has been changed yet, because some bookings cannot go ahead. Correct the marked ones and press again
absence-submit = Take them off and deal with { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}
absence-submit-none = Take them off
absence-answers = Answers from customers
absence-waiting = Customers who have not answered yet
absence-from-to = { $from } → { $to }
absence-agreed = Mark as accepted
absence-outcome-waiting = Waiting for an answer
absence-outcome-accepted = Accepted
absence-outcome-other = Wants another time
absence-outcome-elsewhere = Changed again since
absence-outcome-called-off = Cancelled
absence-outcome-past = Over
absence-letter = Question about time or staff
absence-story-asked = Asked the customer about the time or staff
absence-story-accepted = The customer accepted
absence-story-other = The customer wants another time

## The guest's answer

absence-guest-title = Please confirm your booking
absence-guest-time = We are sorry: the person who was to look after you is unexpectedly away, and we cannot keep the time you booked. We are holding the following time for you.
absence-guest-staff = We are sorry: the person you chose is unexpectedly away. Somebody else can look after you at the time you booked.
absence-guest-choice = We are sorry: the person who was to look after you is unexpectedly away, and we cannot keep the following booking. Please choose another time, or cancel.
absence-guest-before = You booked
absence-guest-after = We are holding
absence-guest-with = Staff
absence-guest-kept = Until you answer, nobody else can book this time.
absence-guest-free = Cancelling costs nothing.
absence-guest-accept = Yes, this suits me
absence-guest-other = Choose another time
absence-guest-cancel = Cancel booking
absence-guest-phone = You can also call us: { $phone }
absence-guest-notice = The person who was to look after you is unexpectedly away. Please tell us what suits you.
absence-guest-way = See and answer

absence-visit = This is part of a visit of several services, so the whole visit is looked at. { $rest }
