# States of a booking: bookings-status as staff say it, bookings-guest-status as the guest reads it. Staff want to see in
# a word what comes next; the guest is told what is, without blame.
# $vertical is the kind of business: salon clinic restaurant class home-visit stay

## Behind the counter

bookings-status-pending = Awaiting approval
bookings-status-pending-payment = Awaiting payment
bookings-status-pending-deposit = Awaiting deposit
bookings-status-confirmed = { $vertical ->
   *[other] Confirmed
}
bookings-status-arrived = { $vertical ->
    [restaurant] Seated
    [class] Present
    [stay] Checked in
   *[other] Arrived
}
bookings-status-in-service = { $vertical ->
    [clinic] With the doctor
    [restaurant] Dining
    [class] In class
    [home-visit] Working
    [stay] Staying
   *[other] In service
}
bookings-status-completed = Completed
bookings-status-cancelled = Cancelled
bookings-status-cancelled-by-customer = Cancelled by customer
bookings-status-cancelled-by-business = Cancelled by us
bookings-status-no-show = { $vertical ->
    [class] Absent
    [home-visit] Not at home
   *[other] No-show
}
bookings-status-expired = Expired

## For the guest

bookings-guest-status-asked = Waiting for your answer
bookings-guest-status-pending = Waiting for the shop
bookings-guest-status-pending-payment = Awaiting payment
bookings-guest-status-pending-deposit = Awaiting deposit
bookings-guest-status-confirmed = Confirmed
bookings-guest-status-arrived = { $vertical ->
    [stay] Checked in
   *[other] Arrived
}
bookings-guest-status-in-service = In progress
bookings-guest-status-completed = Completed
bookings-guest-status-cancelled = Cancelled
bookings-guest-status-cancelled-by-business = Cancelled by the shop
bookings-guest-status-no-show = { $vertical ->
    [home-visit] Nobody was at home
   *[other] Not attended
}
bookings-guest-status-expired = Expired
