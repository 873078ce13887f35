# Booking requests: what guests ask for and have once the shop approves.

## Guests

requests-mark = On request
requests-times-note = This is booked on request. You ask for a time, and it is confirmed once the shop approves.
requests-confirm-title = Confirmed once the shop approves
requests-confirm = This is a booking request. It is confirmed once the shop approves it. The shop answers by { $until }; after that the request ends automatically. Withdrawing it before it is confirmed costs nothing.
requests-button-note = The button sends your request to the shop.
requests-button = Send request
requests-otherwise = The shop has changed how this is booked. Please check your booking again
requests-waiting-title = Waiting for the shop
requests-not-confirmed = Not confirmed yet.
requests-answer-until = The shop answers by { $until }. After that the request ends automatically.
requests-choose-until = Please answer by { $until }. These times are held for you until then.
requests-offers-title = Suggested by the shop
requests-offers-lead = Choose one and your booking is confirmed as shown. Until you do, the time you asked for is held as well.
requests-with = With { $name }
requests-take = Confirm this one
requests-none-suits = None of these suits me
requests-title-lapsed = This request has ended

## The shop

requests-list-title = Requests to approve
requests-list-lead = The most urgent first. A request that is not answered in time ends automatically and your guest is told. The clock stops from 21:00 to 08:00.
requests-list-none = No requests are waiting.
requests-list-way = { $count } to approve
requests-until = Answer by { $until }
requests-offered = { $count ->
    [one] { $count } other time suggested
   *[other] { $count } other times suggested
}
requests-open = Open
requests-offer = { $when } ({ $name })
requests-offers-until = Your guest answers by { $until }
requests-propose-title = Suggest other times
requests-propose-lead = Suggest up to three. Until your guest chooses, the times you suggest and the time they asked for are all held. You can also suggest only a change of staff.
requests-propose-lead-visit = Suggest up to three. Until your guest chooses, the times you suggest and the time they asked for are all held. All services move together, in the same order, and staff your guest chose stay.
requests-propose-nth = Suggestion { $number }
requests-propose-date = Date of suggestion { $number }
requests-propose-time = Start time of suggestion { $number }
requests-propose-staff = Staff for suggestion { $number }
requests-propose-anybody = As your guest asked
requests-propose-send = Send suggestions
requests-propose-required = Enter a date and a time to suggest
requests-propose-past = A time that has passed can't be suggested
requests-propose-taken = This time is taken by another booking
requests-propose-closed = You are closed at this time, or nobody who does this is working
requests-propose-refused = This can't be suggested. Choose another time or other staff
requests-propose-same = This is what your guest asked for, or the same as another suggestion
requests-propose-gone = This service is no longer offered, so nothing can be suggested
requests-story-proposed = { $count ->
    [one] { $count } other time suggested
   *[other] { $count } other times suggested
}
requests-story-declined = No suggestion suited the guest
requests-letter-received = Request received
requests-letter-waiting = To the shop: please answer
requests-letter-proposed = Suggestions
requests-letter-answered = To the shop: the outcome
requests-letter-lapsed = Request ended

## Settings

requests-settings-title = Services on request
requests-settings-lead = A service on request holds its time as soon as a guest asks for it and is confirmed once you approve. Requests not answered in time end automatically. The clock stops from 21:00 to 08:00.
requests-settings-part = How each service is booked
requests-settings-none = There are no services yet.
requests-settings-instant = Confirmed at once
requests-settings-hours = On request, reply in { $hours } h
