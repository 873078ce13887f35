# The words of letters to guests: the back office

wordings-home = How your emails to customers sound, and what they say
wordings-home-amiss = Some of your wording can't be used: the standard one is sent
wordings-list-title = Email wording
wordings-list-lead = Put the emails your customers get about their bookings into your own words. Times, prices and booking numbers, the link to the booking, cancellation terms and your contact details are always added for you.
wordings-list-own = Emails
wordings-unusable = This wording can't be used as things are now, so your customers get the standard one. Open it and correct it, or go back to the standard wording.
wordings-way-own = { $language ->
    [ja] Japanese: yours
   *[en] English: yours
}
wordings-way-ours = { $language ->
    [ja] Japanese: standard
   *[en] English: standard
}
wordings-other = { $language ->
    [ja] Japanese wording
   *[en] English wording
}
wordings-title = { $language ->
    [ja] { $letter } (Japanese)
   *[en] { $letter } (English)
}

## Tone

wordings-tone-title = Tone
wordings-tone-lead = Choose how the standard wording sounds. What you wrote yourself stays as it is.
wordings-tone-choose = How it sounds
wordings-tone-change = Choose a tone
wordings-tone = { $tone ->
    [formal] Formal
    [casual] Friendly
   *[polite] Neutral
}

## Words

wordings-words = Your wording
wordings-words-note = What you leave empty is said in the standard wording. Formatting and links can't be used.
wordings-subject = Subject
wordings-subject-hint = Best kept under 60 letters. Standard subject: { $ours }
wordings-opening = Opening
wordings-opening-hint = Comes after your customer's name. What happened to the booking and its details follow.
wordings-closing = Closing
wordings-closing-hint = Comes before your shop's name and contact details. Use it for what to bring or how to find you.
wordings-restore = Back to the standard wording

## What can be filled in

wordings-fillings = What you can fill in
wordings-fillings-note = Write these as they stand, braces included. Each email then says this in their place.
wordings-filling-not-in-subject = { $words } (not in the subject)
wordings-filling = { $name ->
    [customer_name] Your customer's name
    [shop_name] Your shop's name
    [booking_number] Booking number
    [date_time] Date and time of the booking
    [date] Date of the booking
    [service_name] What is booked
    [staff_name] The person they chose
    [party_size] How many people
    [delay_minutes] How late you are
    [answer_deadline] When an answer is due
   *[booking_count] How many bookings
}
wordings-unpaired = The braces at “{ $near }” are not right. Put two around what is filled in, as in { $example }. Braces can't be used for anything else.
wordings-unknown = There is nothing called “{ $typed }”. Please choose from the list below.
wordings-unknown-nearest = There is nothing called “{ $typed }”. Did you mean { $nearest }?
wordings-elsewhere = { $name } can't be used here. Please choose from the list below.
wordings-link = Links such as “{ $link }” can't be used. Emails about bookings don't link to other pages.

## Preview

wordings-preview = Preview
wordings-preview-title = Preview: { $letter }
wordings-preview-of = Email to preview
wordings-preview-submit = Preview without saving
wordings-preview-real = Shown with booking { $number }. The link doesn't open anything.
wordings-preview-example = Shown with an example. The link doesn't open anything.
wordings-shown-by = Booking to preview with
wordings-shown-by-last = Your booking { $number }
wordings-shown-by-example = An example
wordings-example-customer = Hanako Yamada
wordings-example-staff = Sato
wordings-example-service = What is booked

## Emails

wordings-occasion = { $occasion ->
    [confirmed] Booking confirmed
    [reminder] Reminder
    [changed_by_guest] Changed by the customer
    [changed_by_shop] Changed by your shop
    [cancelled_by_guest] Cancelled by the customer
    [cancelled_by_shop] Cancelled by your shop
    [delayed] Running late
    [proposed] Staff away: another time or person
    [request_received] Request received
    [request_proposed] Another time for a request
    [request_declined] Request declined
    [request_lapsed] Request not answered in time
    [series_confirmed] Repeated booking confirmed
    [series_changed] Repeated booking changed
   *[series_cancelled] Repeated booking cancelled
}
wordings-occasion-when = { $occasion ->
    [confirmed] Sent when a booking is confirmed.
    [reminder] Sent before a booking, as set under Reminders.
    [changed_by_guest] Sent when a customer changes a booking.
    [changed_by_shop] Sent when your shop changes a booking.
    [cancelled_by_guest] Sent when a customer cancels a booking.
    [cancelled_by_shop] Sent when your shop cancels a booking.
    [delayed] Sent when you tell a customer that you are running late.
    [proposed] Sent when somebody is unexpectedly away and the customer is asked about another time or person.
    [request_received] Sent when a customer asks for a booking.
    [request_proposed] Sent when you suggest another time or person for a request.
    [request_declined] Sent when you decline a request.
    [request_lapsed] Sent when a request was not answered in time.
    [series_confirmed] Sent when a repeated booking is made.
    [series_changed] Sent when several bookings of a series are changed together.
   *[series_cancelled] Sent when several bookings of a series are cancelled together.
}
