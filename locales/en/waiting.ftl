# The waiting list: the guests' pages and the shop's.

waiting-way = Is your time taken? Join the waitlist
waiting-join-title = Join the waitlist
waiting-join-lead = We will email you when a time comes free that suits you, and hold it for you until you have to answer.
waiting-join = Join waitlist
waiting-days = Days
waiting-from = From
waiting-until = To
waiting-weekdays = Days of the week
waiting-hours = Starting time
waiting-hours-hint = Leave empty if any time will do
waiting-after = Not before
waiting-before = Not after
waiting-between = { $from } to { $until }
waiting-email-hint = We will write to you here when a time comes free
waiting-too-many = This email address is on too many waitlists already. Leave one of them first
waiting-otherwise = You are already on the waitlist for this. To wait for an earlier time instead, leave that waitlist first with the link in the email you received
waiting-email-required = Enter your email address
waiting-until-before-from = The last day must not be before the first
waiting-days-past = These days have passed. Choose today or a later day
waiting-days-far = Choose days up to { $date }
waiting-weekdays-none = Choose at least one day of the week
waiting-weekdays-outside = None of these days of the week falls within the days you chose. Change one or the other
waiting-sent-title = We have sent you an email
waiting-sent-words = Open the link in it within 24 hours to confirm.
waiting-sent-nothing = If nothing arrives, check your junk mail and the address you entered.
waiting-to-menu = Back to the menu
waiting-wish = What you are waiting for

## While one waits

waiting-ask-title = Please confirm
waiting-ask-words = You are not on the waitlist yet. Check the details below and press “Join waitlist”.
waiting-title = You are on the waitlist
waiting-place = Your place: { $place }
waiting-first = Of everyone whose days overlap with yours, you are asked first.
waiting-earlier-ones = { $count ->
    [one] One person whose days overlap with yours joined before you.
   *[other] { $count } people whose days overlap with yours joined before you.
}
waiting-preferred-ones = { $count ->
    [one] The shop gives priority to one other person.
   *[other] The shop gives priority to { $count } other people.
}
waiting-order = When a time comes free, we email the people it suits, in this order.
waiting-offered-title = A time has come free
waiting-offered-words = We are holding this time for you. Check the booking and confirm it.
waiting-offered-earlier = We are holding a time earlier than your booking. If you take it, your booking moves there.
waiting-deadline = Answer by { $at }
waiting-night = The hours from { $sleeps } to { $wakes } do not count.
waiting-take = Continue to book this time
waiting-take-earlier = Move my booking here
waiting-over-title = This offer has ended
waiting-over-words = The time to answer has passed, or the days you asked for are over. You are welcome to join again.
waiting-taken-title = It is booked
waiting-taken-words = The time you were waiting for is now your booking.
waiting-left-title = You are no longer on the waitlist
waiting-left-words = We will not email you about it any more.
waiting-leave = Leave the waitlist
waiting-to-booking = See the booking
waiting-to-times = See free times
waiting-now-booked = Your booking now

## An earlier time

waiting-earlier-title = Wait for an earlier time
waiting-earlier-lead = We will email you when a time earlier than your booking comes free. Your booking stays as it is until you accept.
waiting-earlier-way = Wait for an earlier time

## The shop's pages

waiting-home = Who is waiting for a time, and the order in which they are asked
waiting-list-title = Waitlist
waiting-list-lead = When a time comes free, it is offered by email to the people it suits, in this order, and held until they have to answer.
waiting-nobody = Nobody is waiting at the moment.
waiting-off = The waitlist is switched off.
waiting-row = No. { $place }
waiting-moves-up = Wants an earlier time
waiting-offered-time = Offered time
waiting-offered-until = Offered, answer by { $at }
waiting-card = Guest card
waiting-since = Joined
waiting-kind = Kind
waiting-offer-title = Offer a time
waiting-offer-hint = The time you choose is held, and an email tells them until when to answer.
waiting-no-times = There is no free time to offer at the moment.
waiting-order-title = Order
waiting-order-save = Change order
waiting-priority = Priority
waiting-priority-hint = Higher priority is asked first. Within a priority, whoever joined first.
waiting-priority-vip = Top
waiting-priority-high = High
waiting-priority-normal = Normal
waiting-priority-low = Low
waiting-remove = Remove from waitlist
waiting-rules-title = Settings
waiting-on = Offer a waitlist
waiting-on-hint = Full times on your booking page then lead to it
waiting-answer-hours = Time to answer
waiting-answer-hint = Counted from the offer. { $sleeps } to { $wakes } does not count. It never runs past the booking cut-off.
waiting-hours-unit = hours
waiting-rules-save = Save settings
waiting-rules-now = Saved now: { $state } (time to answer: { $hours } hours)
