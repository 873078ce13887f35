# What the shop says of taking a booking over others.

overbooking-title = Limit on overbooking
overbooking-home = How much staff may take over other bookings, with a reason
overbooking-lead = Staff can put a booking over others if they give a reason. You decide how many seats a day that may be.
overbooking-part = Limit for each day
overbooking-note = Bookings that customers make online never overlap, whatever you enter here. Bookings that stand already stay.
overbooking-most = Seats that may be overbooked
overbooking-unit = seats
overbooking-hint = 0 means never. Leave it empty for no limit
overbooking-never = This shop does not take bookings over others. Choose another time
overbooking-reached = { $most ->
    [one] No more than { $most } seat a day may be overbooked in this shop. Choose another time or day
   *[other] No more than { $most } seats a day may be overbooked in this shop. Choose another time or day
}
