# Several services in one visit: each with its own time and person, called off or moved alone. The guest's pages, the counter, letters.

parts-title = Each part of your visit
parts-companion = your companion
parts-companion-of = companion { $place }
parts-named = with { $name }, your choice
parts-off = Cancelled
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
parts-letter-off-by-guest = We have cancelled “{ $service }” as you asked. { $fee } The rest of your booking stays as follows.
parts-letter-off-by-shop = A member of our staff has cancelled “{ $service }” in your booking. { $fee } The rest stays as follows. If you didn't expect this, please contact us.
parts-letter-moved-by-guest = “{ $service }” in your booking has been moved as you asked. The new time is confirmed.
parts-letter-moved-by-shop = A member of our staff has changed the time or the person of “{ $service }” in your booking. If that doesn't suit you, you can change or cancel it on the page below.
