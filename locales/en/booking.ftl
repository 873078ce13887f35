# The way to a booking: the customer's screens.

booking-free = Free
booking-tax = {" "}(tax incl.)
booking-price-from = from { $price }
booking-price-varies = depends on date and time
booking-length-from = from { $length }
booking-tax-per-person = {" "}per person (tax incl.)
booking-tax-inside = Includes { $tax } tax ({ $rate }%)
booking-total = Total (tax incl.)
booking-line-quantity = { $name } × { $quantity }
booking-line-nomination = Staff choice fee ({ $name })
booking-line-coupon = Coupon ({ $name })
booking-coupon = Coupon
booking-coupon-code = Coupon code
booking-coupon-hint = Only if you have one. The total changes once you use it.
booking-coupon-use = Use coupon
booking-coupon-drop = Continue without it
booking-coupon-until = This coupon can be used for bookings made until { $date }
booking-coupon-unknown = We can't find that coupon code. Please check what you typed
booking-coupon-early = This coupon can be used from { $date }
booking-coupon-over = This coupon expired after { $date }
booking-coupon-elsewhere = This coupon can't be used for the service you chose
booking-coupon-least = This coupon is for bookings of { $amount } or more, staff choice fee not counted
booking-coupon-used-up = This coupon has been used up. You can still book without it
booking-coupon-used-by-you = You have used this coupon as often as one guest can. You can still book without it
booking-coupon-not-new = This coupon is for first visits. You can still book without it
booking-audience-new = New customers
booking-audience-returning = Returning customers
booking-holiday-mark = Hol

## When

booking-times-title = Date and time
booking-times-later = For visits from { $date } on: { $length }, { $price }.
booking-times-month = Month
booking-any-staff = No preference
booking-staff-filter = Staff
booking-party-filter = People
booking-nomination-fee = +{ $fee }
booking-table-caption = Availability, { $days }
booking-day-left = { $day }, { $count ->
    [0] nothing free
    [one] 1 time free
   *[other] { $count } times free
}
booking-closed-short = Shut
booking-left-short = { $count } free
booking-soonest-button = Book { $time }
booking-nothing-until = Nothing free on these days. The next free day is { $day }.
booking-nothing-way = See { $day }
booking-nothing-anybody = See times with anyone
booking-nothing-ahead = Nothing is free in the booking window. Please call us.
booking-nearest = Nearest times
booking-full-salon = Full
booking-full-clinic = Full
booking-full-restaurant = Full
booking-full-class = Full
booking-full-home-visit = Full
booking-full-stay = Full

## Why it cannot be had

booking-refused-empty-party = Choose the number of people
booking-refused-party-too-large = We can't take this many people online. Please call us
booking-party-most = We can take up to { $most } guests online. For more, please call us
booking-refused-no-such-time = The clocks change and this time does not exist. Choose another time
booking-refused-past = That time has passed. Choose another time
booking-refused-too-soon = Online booking for this time has closed. Call us, or choose another time
booking-refused-too-far = Booking for this day has not opened yet. Choose another day
booking-refused-not-asked = That time can't be chosen. Choose another time
booking-refused-closed = We are closed that day. Choose another day
booking-refused-outside-hours = That is outside our hours. Choose another time
booking-refused-not-a-start = Bookings don't start at that minute. Choose a time nearby
booking-refused-nobody-working = Nobody is available then. Choose another time
booking-refused-taken = That time is taken. Choose another time
booking-refused-enough = No more bookings are taken online for that half-hour. Choose another time
booking-refused-capped = That day is fully booked. Choose another day

## Who you are

booking-details-title = { $vertical ->
   *[other] Your details
}
booking-fill-other = Book for someone else
booking-fill-sign-in = Have an account? Sign in
booking-family-name = Family name
booking-given-name = Given name
booking-family-kana = Family name in kana
booking-given-kana = Given name in kana
booking-full-name = Full name
booking-name = Name
booking-name-polite = { $name }
booking-phone = Phone number
booking-phone-hint = For example 09012345678 or +1 212 555 0123
booking-email = Email
booking-email-hint = We'll send your confirmation and a link to change it
booking-contact = How to reach you
booking-contact-hint = Give a phone number or an email address
booking-contact-required = Give a phone number or an email address
booking-note = Notes and requests
booking-review = Review booking
booking-privacy = The business uses these details for this booking.
booking-privacy-link = See the privacy policy
booking-selected = Your booking
booking-lapsed-title = Your hold ran out
booking-lapsed-free = Your hold ran out, but the time is still free. Your details are still here
booking-all-times = See other times

## The final check

booking-confirm-title = Review your booking
booking-when = Date and time
booking-party = People
booking-visit-guest = Guest { $guest }
booking-visit-time = { $start } to { $end }
booking-staff = Staff (your choice)
booking-place = Where
booking-what = Your booking
booking-price = Price
booking-payment = Payment
booking-pay-now = Pay now
booking-pay-on-day = Pay on the day
booking-pay-on-site = Pay on site, on the day
booking-policy = Cancellation policy
booking-cancel-how = You can cancel until { $until }, from the next page or the link in your email.
booking-fee-none = Free
booking-fee-percent = { $percent }% ({ $fee })
booking-ladder-until = Until { $when }
booking-ladder-from = From { $when }
booking-ladder-always = Until the start
booking-ladder-no-show = If you don't come or call
booking-ladder-free = Cancelling is free.
booking-important = Important information
booking-button-note = Pressing the button confirms your booking.
booking-confirm-button = Confirm booking
booking-price-changed = The price has changed. Please check it once more
booking-too-many-ahead = There are already { $count } upcoming { -booking }s with these contact details. For more, please call the business
booking-too-many-that-day = There are already { $count } { -booking }s with these contact details on this day. Choose another day, or call the business
booking-gone = This can't be booked at the moment. Choose something else

## The booking's page

booking-title-confirmed = Your booking is confirmed
booking-title-pending = We have your request
booking-title-cancelled = This booking is cancelled
booking-title-past = Your booking
booking-number = Booking number
booking-done-keep = Keep this page: you can check or change your booking here.
booking-done-mail = Your confirmation goes to { $email }
booking-done-carrier = Please allow email from us at { $domain }.
booking-qr = QR code for reception
booking-qr-hint = Show this code at reception. It works from 30 minutes before the start
booking-code = Check-in code: { $code }
booking-add-calendar = Add to calendar
booking-move = Change time
booking-cancel = Cancel booking
booking-again = Book the same again
booking-change-until = You can change it until { $until }.
booking-calendar-summary = { $service } at { $shop }
booking-calendar-about = Booking { $number }. Check, change or cancel: { $url }

## Changing and cancelling

booking-move-title = Change the time
booking-move-now = Your booking now
booking-move-new = New time
booking-move-button = Change to this time
booking-move-keep = Keep it as it is
booking-move-lead = Choose a new time. Until you confirm, your booking stays as it is.
booking-move-closed = This booking can't be changed online. Please call us
booking-move-call = Online changes have closed. Please call { $phone }
booking-cancel-title = Cancel your booking
booking-cancel-free = Cancelling is free
booking-cancel-costs = Cancelling costs { $fee }
booking-cancel-fee = Cancellation fee
booking-cancel-reason = Reason for cancelling
booking-cancel-keep = Keep booking
booking-fee-changed = The cancellation fee has changed. Please check it and choose again

booking-blocked = We cannot take this booking online. Please call us.

booking-options = Options
booking-options-submit = See times with these options
booking-options-first = Choose “{ $name }” to see free times.
booking-options-way = Choose options
booking-options-wrong = Please check your options: some are required, and of some only one can be chosen.

## Questions from the shop

booking-questions = Questions from the shop
booking-answers = Your answers
booking-answers-past = Your answers are no longer shown here, as it is more than 7 days after your visit. Ask the shop if you need them.
booking-answers-change = Change your answers
