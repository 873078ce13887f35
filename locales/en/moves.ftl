# What changing the time of a booking asks for

moves-title = Changing the time
moves-most = { $most ->
    [one] You can change it yourself once.
   *[other] You can change it yourself up to { $most } times.
}
moves-left = { $left ->
    [one] You can change it once more.
   *[other] You can change it { $left } more times.
}
moves-by-the-shop = To change the time, please contact the shop.
moves-owed = A fee of { $fee } for changing is due at your visit.
moves-free = Changing is free now
moves-costs = Changing costs { $fee }
moves-form-title = Changing the time
moves-form-note = The rules for guests who change the time themselves. Each booking keeps the rules it was made under. Fees can only rise towards the start.
moves-form-until = Guests can change until
moves-form-until-hint = Leave empty to use the deadline in your booking rules
moves-form-most = Changes per booking
moves-form-most-hint = Leave empty for no limit. With 0, only your team can change it
moves-form-times = times
moves-form-hours = Fee { $place }: from
moves-form-percent = Fee { $place }: share of the price
moves-form-late = Guests can't change it that late. Choose a time before the deadline
moves-desk-title = Fee for changing
moves-desk-owed = Unpaid fee for changing: { $fee }
moves-desk-paid = Fee for changing { $fee }: paid
moves-fee-line = Fee for changing
moves-preview = If the customer changes the time
moves-desk-most = { $most ->
    [one] The guest can change it once ({ $times } so far)
   *[other] The guest can change it { $most } times ({ $times } so far)
}
moves-story-fee = Fee for changing: { $fee }
moves-story-waived = Fee for changing waived: { $fee }
moves-waive = Waive the fee for changing
moves-waive-lead = The fee of { $fee } for changing won't be charged.
moves-waive-reason = Reason
moves-waive-reason-required = Enter a reason
moves-waive-submit = Waive it
