# Coupons: codes that guests type on the final check

coupons-title = Coupons
coupons-home = Codes that make a booking cheaper
coupons-lead = Guests type the code when they check their booking. Bookings that were cancelled do not count as uses.
coupons-empty = There are no coupons yet. Once there is one, guests see a box for its code when they check their booking.
coupons-new = Add coupon
coupons-edit = Edit coupon
coupons-edit-lead = Changes apply to future bookings. Bookings already made keep their price.
coupons-coupon = coupon
coupons-code = Code
coupons-code-hint = Letters, digits and hyphens, such as SPRING-2027. Capitals don't matter.
coupons-code-form = Use { $min } to { $max } letters, digits and hyphens
coupons-code-taken = Another coupon has this code. Choose another code
coupons-size = Discount (yen or %)
coupons-kind-percent = % of the total, staff choice fee not counted
coupons-kind-amount = yen off a booking, tax included
coupons-part-limits = Dates, uses, conditions
coupons-limits-note = Leave empty for no condition. Dates are those on which somebody books, not of the visit.
coupons-first-date = Valid from
coupons-last-date = Valid until
coupons-most-uses = Uses in all
coupons-most-each = Uses per guest
coupons-unit-times = times
coupons-least = Smallest total (staff choice fee not counted)
coupons-for-new = First visits only
coupons-amount-off = { $amount } off
coupons-used = { $count ->
    [one] used once
   *[other] used { $count } times
}
coupons-used-of = used { $count } of { $most } times
coupons-each = { $most ->
    [one] once per guest
   *[other] { $most } times per guest
}
coupons-from = bookings of { $amount } or more
coupons-over = Expired
coupons-early = Not started
coupons-used-up = Used up

# Used at the counter or on the phone
coupons-desk-use = Use a coupon
coupons-desk-code = Coupon code
coupons-desk-hint = Only if the guest has one
coupons-desk-required = Enter the coupon code
coupons-desk-already = This booking already has a coupon
coupons-desk-unknown = There is no coupon with that code. Check what you typed
coupons-desk-early = This coupon can be used from { $date }
coupons-desk-over = This coupon expired after { $date }
coupons-desk-elsewhere = This coupon can't be used for this service
coupons-desk-least = This coupon is for bookings of { $amount } or more, staff choice fee not counted
coupons-desk-used-up = This coupon has been used up
coupons-desk-used-by-guest = This guest has used this coupon as often as one guest can
coupons-desk-not-new = This coupon is for first visits only

## The coupon of a booking is taken off

coupons-off = Remove the coupon
coupons-off-lead = The total goes from { $now } to { $then }. The coupon can be used again.
coupons-off-reason = Reason
coupons-off-reason-required = Enter why you are removing it
