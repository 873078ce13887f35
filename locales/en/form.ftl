# Complaints about fields: what is wrong, and what to do. The label stands above the field.

form-summary-title = There is a problem ({ $count })
form-required = Enter something here
form-stale = Someone else changed this first. Check the latest version, then save again

## Letters

form-too-short = { $min ->
    [one] Enter at least 1 character
   *[other] Enter at least { $min } characters
}
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
form-kana-only = Enter the reading in hiragana or katakana, e.g. ヤマダ タロウ

## Contact

form-phone-required = Enter your phone number
form-phone-digits = Enter a phone number with 10 or 11 digits, e.g. 09012345678
form-phone-unknown = No phone number looks like this. Check the digits
form-phone-foreign = Start a number outside Japan with "+" and its country code, e.g. +1 212 555 0123
form-email-required = Enter your email address
form-email-no-at = The email address needs an "@"
form-email-unusable = Check the email address. It should look like hanako@example.com
form-email-typo = Did you mean { $suggestion }?
form-email-carrier = Because of where its dots are, mail may not reach this address. If nothing arrives, try another

## Address

form-postal-required = Enter your postal code
form-postal-code = Enter a postal code with 7 digits, e.g. 1500001
form-postal-unknown = We can't find that postal code. Please type the address
form-postal-several = This postal code has several addresses. Choose one below
form-address-required = Enter your address
form-prefecture-required = Choose a prefecture

## Numbers

form-number-form = Enter a number in digits, e.g. 30
form-number-whole = Enter a whole number
form-number-min = Enter { $min } or more
form-number-max = Enter { $max } or less
form-number-range = Enter a number from { $min } to { $max }
form-people-range = Enter a number of people from { $min } to { $max }

## Dates and times

form-date-required = Choose a date
form-date-form = Enter the date as year, month and day, e.g. 2026-11-20
form-date-unreal = That date isn't in the calendar. Check the day
form-date-past = That date has passed. Choose { $first } or later
form-date-future = That date is still to come. Enter { $last } or earlier
form-date-late = That date is too far ahead. Choose { $last } or earlier
form-date-order = The last day must be the first day or later
form-time-required = Choose a time
form-time-form = Enter a time like 9:30
form-time-late-form = Enter a time like 9:30. After midnight, go on counting: 25:30, up to 30:00
form-time-order = The end must be later than the start

## Choosing

form-choice-required = Choose one
form-choice-gone = What you chose is no longer offered. Choose another
form-choice-min = Choose at least { $min }
form-choice-max = Choose { $max } at most
form-agree-required = Read this and tick the box to agree
