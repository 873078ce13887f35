# Webhooks: other systems learn what happens to bookings

webhooks-title = Webhooks
webhooks-home = Tell other systems what happens to bookings
webhooks-lead = When a booking is made, changed or cancelled, your own system is told at once.
webhooks-empty = No receivers yet. Add the URL of a system that should hear about bookings
webhooks-docs = What is sent, and how to check the signature, is in “docs/webhooks.md” of the product. Guests’ names, contacts and notes are never sent.
webhooks-new = Add a receiver
webhooks-new-lead = Once saved, you are shown the secret with which the signature is checked.
webhooks-edit = Edit the receiver
webhooks-one = Webhook receiver
webhooks-address-part = Receiver
webhooks-address = URL
webhooks-address-hint = Begins with https:// and is reachable from the internet
webhooks-address-unreadable = Enter a URL, beginning with https://
webhooks-address-https = Use a URL that begins with https://
webhooks-address-credentials = Leave the user name and password out of the URL
webhooks-address-private = We cannot send to this URL. Use a server that is public on the internet, with https on the standard port (443)
webhooks-full = You can have up to { $most } receivers
webhooks-events = Events
webhooks-events-note = You can change this later; it holds for what happens from then on.
webhooks-events-required = Choose at least one event
webhooks-event-booking-requested = Booking requested
webhooks-event-booking-created = Booking made
webhooks-event-booking-confirmed = Booking confirmed
webhooks-event-booking-moved = Time or person changed
webhooks-event-booking-changed = One of several services called off
webhooks-event-booking-arrived = Guest arrived
webhooks-event-booking-started = Visit started
webhooks-event-booking-completed = Visit completed
webhooks-event-booking-cancelled = Booking cancelled
webhooks-event-booking-no-show = Guest did not come
webhooks-event-booking-expired = Request expired
webhooks-event-booking-restored = Put back to an earlier state
webhooks-event-booking-removed = Import undone
webhooks-event-webhook-test = Test
webhooks-standing-sending = Active
webhooks-standing-paused = Paused
webhooks-standing-stopped = Stopped
webhooks-stopped = Nothing had arrived for a long time, so sending was stopped. What happens meanwhile is kept for 30 days. Mend the receiver, then press “Resume”.
webhooks-paused = Paused. What happens meanwhile is kept for 30 days and sent once you resume.
webhooks-failing = { $count ->
    [one] The last try did not arrive, at { $since }.
   *[other] The last { $count } tries did not arrive, since { $since }.
} We try again for about a day; after that, sending stops and you get an email.
webhooks-pause = Pause
webhooks-resume = Resume
webhooks-test = Send a test
webhooks-secret = Signing secret
webhooks-secret-new = Put it into the receiving system. Once you press “I have it”, it is never shown again.
webhooks-secret-both = This is the new secret. Until { $until } we sign with the former one, too. Once you press “I have it”, it is never shown again.
webhooks-secret-former = Until { $until } we sign with the former secret, too.
webhooks-secret-kept = The secret cannot be shown again. If it is lost or may have leaked, make a new one.
webhooks-keep = I have it
webhooks-rotate = Make a new secret
webhooks-log = Deliveries
webhooks-log-note = The newest 50. They are deleted after 30 days.
webhooks-log-empty = Nothing has been sent yet
webhooks-state-waiting = Waiting
webhooks-state-delivered = Delivered
webhooks-state-failed = Not delivered
webhooks-booking = Booking { $number }
webhooks-tries = { $count ->
    [one] Sent once
   *[other] Sent { $count } times
}
webhooks-answered = Answered { $status }
webhooks-unanswered = No answer ({ $why })
webhooks-took = { $milliseconds } ms
webhooks-again = Send again
webhooks-why-too-slow = no reply within 5 seconds
webhooks-why-no-connection = could not connect
webhooks-why-no-answer = broken off
webhooks-why-not-a-public-address = not a public server
