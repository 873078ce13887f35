# Complaints about fields: what is wrong, and what to do. The label stands above the field.

form-trap-label = Leave this empty
form-trap = Something was entered in a box that can't be seen. Press the button again
form-stale = Someone else changed this first. Check the latest version, then save again

## Letters

form-too-long = { $max ->
    [one] Use 1 character at most
   *[other] Use { $max } characters at most
}
form-control-characters = This contains characters we can't use. Remove them and type it again

## Names

form-name-required = Enter your name
form-family-name-required = Enter your family name
form-given-name-required = Enter your given name
form-kana-required = Enter the reading in kana
form-kana-only = Enter the reading in hiragana or katakana, e.g. ヤマダ

## Contact

form-phone-digits = Enter a phone number with 10 or 11 digits, e.g. 09012345678
form-phone-mobile = Enter a mobile number with 11 digits, e.g. 09012345678
form-email-required = Enter your email address
form-email-no-at = The email address needs an "@"
form-email-unusable = Check the email address. It should look like hanako@example.com

## Address

form-postal-code = Enter a postal code with 7 digits, e.g. 1500001

## Numbers

form-number-form = Enter a number in digits, e.g. 30
form-amount-form = Enter an amount, e.g. 5500
form-number-range = Enter a number from { $min } to { $max }
form-people-range = Enter a number of people from { $min } to { $max }

## Dates and times

form-date-required = Choose a date
form-date-form = Enter the date as year, month and day, e.g. 2026-11-20
form-span-from = from
form-span-until = until
form-span-half = Enter both the start and the end
form-span-form = Enter times like 9:00
form-span-order = The end must be later than the start (write 25:30 for 1:30 at night)
form-span-overlap = These times overlap. Change one of them
form-time-required = Enter a time
form-time-late-form = Enter a time like 9:30. After midnight, go on counting: 25:30, up to 30:00

## Choosing

form-choice-gone = What you chose is no longer offered. Choose another

form-option-none = None
form-option-minutes = Adds { $length }
form-option-price = +{ $price }
form-option-free = No extra charge

## Questions from the shop

form-question-required = Enter an answer
form-question-choose = Choose one
form-question-choose-some = Choose at least one
form-question-none = No answer
form-question-agree = I agree to “{ $name }”
form-question-agree-required = Read “{ $name }”, then tick the box to agree
form-question-sign = Signature (your name)
form-question-sign-hint = The name of the person who agrees; for minors, a parent or guardian
form-question-sign-required = Enter your name as the signature
form-question-agreed = Agreed
form-question-agreed-by = Agreed (signed: { $name })
form-question-agreed-text = The text agreed to
form-health-title = Your health details
form-health-hint = Some questions below are about health. Your answers are used only to serve you safely, read only by staff of the shop who may see guests’ details, and never written in an email.
form-health-agree = I agree to tell the shop about my health
form-health-required = To answer the questions about health, tick the box to agree

## Files from guests

form-file-bounds = Photos (JPEG, PNG or WebP, up to { $photo } MB each) or PDFs (up to { $paper } MB). Choose up to { $count }.
form-file-kept = Received
form-file-size = { $name } ({ $kilo } KB)
form-file-drop = Remove
form-file-required = Choose a photo or a PDF
form-file-unknown = “{ $name }” can be read neither as a photo nor as a PDF. Choose a JPEG, PNG or WebP photo, or a PDF
form-file-large-paper = “{ $name }” is too large. Choose a PDF of at most { $most } MB
form-file-too-many = “{ $name }” was not received: { $most } files is the most for one question. Remove one first, then choose it again
form-file-too-much = “{ $name }” was not received: all files together may be { $most } MB
form-file-at-once = “{ $name }” was not received: you can send { $count } files and { $most } MB at once. Choose the rest again and send it
form-file-agree-first = “{ $name }” was not received yet. Agree to tell the shop about your health, then choose it again
