# Several services in one visit: each with its own time and person, called off or moved alone. The guest's pages, the counter, letters.

parts-title = Each part of your visit
parts-companion = your companion
parts-companion-of = companion { $place }
parts-named = with { $name }, your choice
parts-off = Cancelled
parts-bill-services = { $count } services
parts-off-fee = Cancelled (fee { $fee })
parts-line = { $time } { $service }
parts-line-noted = { $time } { $service } ({ $notes })

## A guest cancels one of them

parts-cancel = Cancel only this service
parts-cancel-title = Cancel one service
parts-cancel-lead = The rest of your booking stays as it is.
parts-cancel-left = Price afterwards: { $total } (tax incl.)
parts-cancel-keep = Keep this service
parts-stale = The booking changed while this page was open. Please check it and choose again

## The guest changes one service

parts-move = Change only this service
parts-move-title = Change the time of one service
parts-move-lead = You can choose any free time on the same day that doesn't overlap your other services. Until you confirm, your booking stays as it is.
parts-move-nothing = There is no other free time on this day. You can change the time of the whole booking instead.
parts-move-whole = Change the whole booking
parts-move-out-of-order = This time overlaps your other services. Please choose another one

## The counter

parts-desk-off = Cancel only this service
parts-desk-off-title = Cancel one service
parts-desk-off-submit = Cancel this service
parts-desk-keep = Keep this service
parts-desk-left = The price afterwards is { $total }
parts-desk-last = This is the only service left. Cancelling it cancels the whole booking
parts-desk-off-waive = Don't charge the fee
parts-desk-off-tell = Email the customer that it is cancelled
parts-desk-move = Move only this service
parts-desk-move-title = Another time or person for one service
parts-desk-move-hint = Enter a time on the same day that doesn't overlap this customer's other services
parts-desk-move-room = It can lie between { $from } and { $until }
parts-desk-move-after = It can begin from { $from }
parts-desk-move-before = It must be over by { $until }
parts-out-of-order = It would run into the service before or after it. Use “Change” to move the whole booking
parts-story-off = One service cancelled: { $service }
parts-story-off-fee = One service cancelled: { $service } (fee { $fee })
parts-story-off-back = Undone: cancelling { $service }
parts-story-moved = One service moved: { $service } { $old } → { $new }
parts-story-moved-back = Undone: { $service } { $old } → { $new }

## Letters

parts-letter-subject = Your booking has changed – { $at }, { $shop }
parts-letter-label = { $menu } { $place }
parts-letter-off-by-guest = { $tone ->
    [formal] As you requested, “{ $service }” has been cancelled. { $fee } The rest of your booking remains as follows.
    [casual] We've cancelled “{ $service }” as you asked. { $fee } The rest of your booking stays as below.
   *[polite] We have cancelled “{ $service }” as you asked. { $fee } The rest of your booking stays as follows.
}
parts-letter-off-by-shop = { $tone ->
    [formal] A member of our staff has cancelled “{ $service }” in your booking. { $fee } The rest remains as follows. If you did not expect this, please contact us.
    [casual] We've cancelled “{ $service }” in your booking. { $fee } The rest stays as below. If you weren't expecting this, please get in touch.
   *[polite] A member of our staff has cancelled “{ $service }” in your booking. { $fee } The rest stays as follows. If you didn't expect this, please contact us.
}
parts-letter-moved-by-guest = { $tone ->
    [formal] As you requested, “{ $service }” in your booking has been moved. The new time is confirmed.
    [casual] We've moved “{ $service }” in your booking. The new time is all set.
   *[polite] “{ $service }” in your booking has been moved as you asked. The new time is confirmed.
}
parts-letter-moved-by-shop = { $tone ->
    [formal] A member of our staff has changed the time or the person of “{ $service }” in your booking. Should this not suit you, please change or cancel it on the page below.
    [casual] We've changed the time or the person of “{ $service }” in your booking. If that doesn't work for you, just change or cancel it on the page below.
   *[polite] A member of our staff has changed the time or the person of “{ $service }” in your booking. If that doesn't suit you, you can change or cancel it on the page below.
}
