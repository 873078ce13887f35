# Emails of a booking, emails that did not arrive, what guests want, and news for the shop.

## The emails of a booking

messages-title = Emails
messages-open = All emails
messages-about = { $name }, { $when } ({ $number })
messages-ahead-title = Still to come
messages-ahead = Reminder: { $leaves }
messages-ahead-by-night = Reminder: { $leaves }, because { $due } is at night
messages-ahead-quiet = Nothing is sent between { $evening } and { $morning }. If the booking changes, so does the plan.
messages-ahead-none = No emails are planned.
messages-ahead-refused = This customer does not want reminders. Confirmations, changes and cancellations are still sent.
messages-ahead-no-address = There is no email address for this customer, so nothing can be sent.
messages-list-title = So far
messages-channel-email = Email
messages-channel-sms = SMS
messages-channel-webhook = Webhook
messages-channel-line = LINE
messages-state-queued = Waiting
messages-state-sent = Sent
messages-state-delivered = Delivered
messages-state-failed = Not sent
messages-state-bounced = Did not arrive
messages-due = Goes { $when }
messages-written = Written { $when }
messages-repeats = Sent again
messages-tried-sent = { $when }: sent
messages-tried-later = { $when }: could not be sent, will be tried again ({ $answer })
messages-tried-refused = { $when }: could not be sent ({ $answer })
messages-words = Show the text
messages-kept = Texts can be seen for 90 days. Links that are only for the customer are shown as “…”.
messages-again = Send again
messages-enough = Emails about one booking can be sent again { $most ->
    [one] once
   *[other] { $most } times
} a day.
messages-unreached = Emails have not reached this customer since { $since }. Please check the address.
messages-last-unreached = The last email to this customer did not arrive. Please check the address.
messages-tag-unreached = Emails do not arrive
messages-mend = Correct the address

## Emails that did not arrive

messages-undelivered-title = Undelivered emails
messages-undelivered-home = Emails that did not reach customers, and why
messages-undelivered-lead = Emails of the last 30 days that did not reach a customer. Correct the address, then send them again.
messages-undelivered-none = Every email has arrived
messages-undelivered-bounced = Did not arrive: { $what }
messages-undelivered-failed = Could not be sent: { $what }
messages-undelivered-mended = Address corrected
messages-undelivered-told = Sent since
messages-undelivered-settled = Settled

## What a customer wants

messages-wishes-title = Email choices
messages-wishes-part = What to send
messages-wishes-reminders = Send a reminder before each booking
messages-wishes-always = Confirmations, changes and cancellations of bookings are always sent.
messages-wishes-yes = Reminders are sent
messages-wishes-no = No reminders are sent
messages-wishes-by-guest = Stopped by the customer
messages-wishes-by-shop = Stopped by the shop
messages-wishes-change = Change email choices

## Where customers choose, from a link in an email

messages-reminder-stop = Stop reminders
messages-guest-title = Your emails
messages-guest-lead = Choose which emails you get from { $shop }.
messages-guest-reminders-on = You get an email before each booking.
messages-guest-reminders-off = Reminders are switched off.
messages-guest-stop = Stop reminders
messages-guest-again = Send me reminders again
messages-guest-offers = Offers from the shop
messages-guest-offers-on = You agreed to be told of offers.
messages-guest-offers-stop = Stop offers
