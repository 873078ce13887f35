# Asking for time off and approving it: on the phones of those who work, and where shifts are planned.

timeoff-nav = Time off
timeoff-title = Time off
timeoff-lead = Ask for the days you would like off. Once approved, they show in the shifts.
timeoff-no-column = You have no column in the calendar, so there are no shifts to take time off from. Ask whoever plans the shifts.
timeoff-kind = Type
timeoff-kind-required = Choose a type
timeoff-kind-paid = Paid leave
timeoff-kind-rest = Day off
timeoff-kind-sick = Illness
timeoff-kind-other = Other
timeoff-first = Day off
timeoff-first-required = Choose a day
timeoff-last = Last day
timeoff-from = From
timeoff-until = Until
timeoff-hours-ask = Only part of a day (enter times)
timeoff-reason = Anything to add
timeoff-reason-hint = Only those who plan shifts can read it.
timeoff-ask = Send request
timeoff-past = Choose today or a later date
timeoff-too-long = You can ask for up to { $most } days at once
timeoff-hours-one-day = Times are only for a single day. Leave them empty for several days
timeoff-overlaps = You have already asked for some of these days. Check “Your requests”
timeoff-own = Your requests
timeoff-own-none = No requests yet.
timeoff-withdraw = Withdraw request
timeoff-answered = Reply: { $answer }
timeoff-state-open = Waiting
timeoff-state-approved = Approved
timeoff-state-declined = Declined
timeoff-state-withdrawn = Withdrawn
timeoff-state-revoked = Approval withdrawn
timeoff-hours = { $day } { $hours }
timeoff-days = { $first } – { $last } ({ $count ->
    [one] { $count } day
   *[other] { $count } days
})

## Where shifts are planned

timeoff-waiting = { $count ->
    [one] { $count } request for time off to decide
   *[other] { $count } requests for time off to decide
}
timeoff-requests = Time off ({ $count } to decide)
timeoff-requests-lead = Approving takes the person off the shifts of those days. They get an email either way.
timeoff-requests-none = Nothing to decide.
timeoff-further = { $count ->
    [one] { $count } more request follows
   *[other] { $count } more requests follow
} once these are decided.
timeoff-decided = Coming time off
timeoff-whose = { $name }: { $when }
timeoff-clear = No bookings are affected.
timeoff-in-the-way = { $bookings ->
    [one] { $bookings } booking is affected
   *[other] { $bookings } bookings are affected
}. Approving keeps them: contact the customers to change the person or time.
timeoff-booking = { $when } { $guest }
timeoff-other = Also off or asking then: { $name } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
})
timeoff-not-own = Your own request is decided by somebody else who plans shifts.
timeoff-reply = Add a note for them
timeoff-answer = Reply to { $request }
timeoff-approve = Approve
timeoff-approve-anyway = Approve, I have checked the bookings
timeoff-decline = Decline
timeoff-revoke = Withdraw approval
timeoff-look-title = Check before you approve
timeoff-look-first = The bookings in this time have changed. Check the list below, then approve again
timeoff-being-booked = { $count ->
    [one] { $count } customer is
   *[other] { $count } customers are
} booking in this time right now.
