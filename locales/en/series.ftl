# Repeated bookings: behind the counter, on the customer's page, and in the one letter about all of them.

series-title = Repeated booking
series-way = Repeat this booking
series-repeat-after = Then repeat this booking
series-lead = This booking is the first; the same is booked again on the days you choose. Each has the price and the cancellation policy of its own day.
series-place = Visit { $place }
series-rule = { $every ->
    [1] Every week ({ $days })
   *[other] Every { $every } weeks ({ $days })
}
series-this = This booking

## How it repeats

series-how = How it repeats
series-every = Interval
series-every-choice = { $weeks ->
    [1] Every week
   *[other] Every { $weeks } weeks
}
series-weekdays = Days of the week
series-weekday-required = Choose at least one day of the week
series-ends = Ends
series-ends-count = After a number of visits
series-ends-until = On a date
series-count = Number of visits, the first included
series-count-unit = visits
series-until = Last day
series-until-early = The last day must be after the first visit
series-too-long = You can book up to { $count } visits at once, up to two years ahead. Book fewer, or choose an earlier last day
series-no-day = There is no second visit. Change the days of the week or where it ends
series-look = Check availability
series-look-again = Check again

## Checking

series-plan = From the second visit on
series-plan-free = { $count ->
    [0] No day can be booked as it is
    [one] 1 visit can be booked as it is
   *[other] { $count } visits can be booked as they are
}
series-plan-clashes = { $count ->
    [one] 1 visit can't be booked at this time. Choose what to do with it
   *[other] { $count } visits can't be booked at this time. Choose what to do with each
}
series-free-days = Days to book (a day you untick is left out)
series-skip = Leave this day out
series-own = Enter another time
series-own-date = Another day
series-own-time = Another time
series-book = Book these
series-tell = Email the customer all dates in one message
series-not-so = Something changed while this page was open. Check the days below, then press again
series-nothing-chosen = No day is left to book. Choose at least one

## Several at once

series-move = Change several
series-move-title = Change several bookings of the series
series-move-lead = Enter the new day and time of this booking. The others move by as many days, to the same time. If you change the staff, they no longer count as the customer's choice.
series-move-lead-alone = Enter the new day and time of this booking. The others move by as many days, to the same time.
series-move-look = Check the new days
series-move-plan = New days
series-move-fits = Bookings that can move (one you untick stays where it is)
series-move-line = Visit { $place }: { $old } → { $new }
series-move-skip = Leave it where it is
series-move-same = This is the day and time it already has. Change the day, the time or the staff
series-move-submit = Change these
series-move-tell = Email the customer about the change in one message
series-reach = Which bookings
series-reach-following = This and later ones ({ $count })
series-reach-all = All upcoming ones ({ $count })
series-cancel = Cancel several
series-cancel-title = Cancel several bookings of the series
series-cancel-which = Bookings to cancel
series-cancel-fee = The policy asks for { $fee } altogether
series-cancel-free = Cancelling any of them costs nothing now
series-cancel-line-fee = Fee { $fee }
series-cancel-tell = Email the customer about all of them in one message
series-cancel-submit = { $count ->
    [one] Cancel 1 booking
   *[other] Cancel { $count } bookings
}
series-cancel-not-so = A booking or a fee changed while this page was open. Check them, then press again

## Story

series-story-made = Visit { $place } of { $last } of a repeated booking
series-story-moved = { $count ->
    [one] 1 booking of the series changed
   *[other] { $count } bookings of the series changed together
}
series-story-cancelled = { $count ->
    [one] 1 booking of the series cancelled
   *[other] { $count } bookings of the series cancelled together
}
series-letter-of-making = Repeated booking email
series-letter-of-moving = Changed series email
series-letter-of-calling-off = Cancelled series email

## The customer's page

series-guest-title = Your repeated booking
series-guest-lead = Each visit can be changed or cancelled on its own page.
series-guest-calendar = Add all dates to your calendar

## Letters

series-letter-confirmed-subject = Confirmed: { $count ->
    [one] 1 visit at { $shop }
   *[other] { $count } visits at { $shop }
}
series-letter-changed-subject = Changed: { $count ->
    [one] 1 visit at { $shop }
   *[other] { $count } visits at { $shop }
}
series-letter-cancelled-subject = Cancelled: { $count ->
    [one] 1 visit at { $shop }
   *[other] { $count } visits at { $shop }
}
series-letter-confirmed = { $tone ->
    [formal] Thank you very much for your booking. { $count ->
        [one] We are pleased to confirm this visit.
       *[other] We are pleased to confirm these { $count } visits.
    }
    [casual] Thanks for booking with us. { $count ->
        [one] This visit is all set.
       *[other] These { $count } visits are all set.
    }
   *[polite] Thank you for booking. { $count ->
        [one] This visit is confirmed.
       *[other] These { $count } visits are confirmed.
    }
}
series-letter-confirmed-plain = { $tone ->
    [formal] { $count ->
        [one] We are pleased to confirm this visit.
       *[other] We are pleased to confirm these { $count } visits.
    }
    [casual] { $count ->
        [one] This visit is all set.
       *[other] These { $count } visits are all set.
    }
   *[polite] { $count ->
        [one] This visit is confirmed.
       *[other] These { $count } visits are confirmed.
    }
}
series-letter-changed = { $tone ->
    [formal] { $count ->
        [one] We have changed the time or the staff of a visit of your repeated booking. It is now as follows.
       *[other] We have changed the times or the staff of { $count } visits of your repeated booking. They are now as follows.
    } Should something not suit you, please change or cancel the visit on its page.
    [casual] { $count ->
        [one] We've changed the time or the staff of a visit of your repeated booking. Here it is.
       *[other] We've changed the times or the staff of { $count } visits of your repeated booking. Here they are.
    } If something doesn't work for you, just change or cancel the visit on its page.
   *[polite] { $count ->
        [one] We have changed the time or the staff of a visit of your repeated booking. It is now as follows.
       *[other] We have changed the times or the staff of { $count } visits of your repeated booking. They are now as follows.
    } If something doesn't suit you, you can change or cancel each visit on its page.
}
series-letter-cancelled = { $tone ->
    [formal] { $count ->
        [one] We have cancelled this visit of your repeated booking.
       *[other] We have cancelled these { $count } visits of your repeated booking.
    } If you did not expect this, please contact us.
    [casual] { $count ->
        [one] We've cancelled this visit of your repeated booking.
       *[other] We've cancelled these { $count } visits of your repeated booking.
    } If you weren't expecting this, please get in touch.
   *[polite] { $count ->
        [one] We have cancelled this visit of your repeated booking.
       *[other] We have cancelled these { $count } visits of your repeated booking.
    } If you didn't expect this, please contact us.
}
series-letter-price = { $count ->
    [one] { NUMBER($yen, style: "currency", currency: "JPY") } for 1 visit (tax incl.), pay on site
   *[other] { NUMBER($yen, style: "currency", currency: "JPY") } for { $count } visits (tax incl.), pay on site
}
series-letter-each = You can change or cancel each visit by itself. Its deadline and its cancellation fee are on its page.
