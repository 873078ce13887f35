# Bringing bookings along from another system

imports-title = Import bookings
imports-files = Upcoming bookings from another system, as CSV
imports-lead = Bring the bookings still ahead of you over from another booking system, in one CSV file.
imports-lead-more = Choose the file, check what its columns and names mean, and see the result before you save. No booking is made until you save. The file is deleted after 24 hours.
imports-file-hint = CSV in UTF-8 or Shift_JIS, up to 5,000 lines and 4 MB. The first line must name the columns
imports-on = Next
imports-discard = Stop and delete this file
imports-before = Earlier imports
imports-waits = You can pick up where you left off
imports-count = { $count ->
    [one] { $count } booking
   *[other] { $count } bookings
}
imports-state-waiting = In progress
imports-state-made = Imported
imports-state-undone = Undone
imports-too-large = The file can be up to { $most } MB. Export a shorter period
imports-empty = The file is empty. Export it again from the other system
imports-no-lines = There are no bookings in the file. Name the columns in the first line and put bookings from the second line on
imports-too-wide = A file can have up to { $most } columns. Remove the ones you do not need

## Steps

imports-step = Step { $step } of { $total }
imports-step-file = File
imports-step-columns = Columns
imports-step-names = Names
imports-step-check = Check

## Columns

imports-columns = What the columns mean
imports-columns-lead = Check which column of the file holds what.
imports-columns-time = Date and time
imports-columns-what = Service and staff
imports-columns-who = Guest
imports-columns-rest = Other
imports-column-none = Not in the file
imports-column-named = { $header } ({ $cell })
imports-column-place = Column { $place } ({ $cell })
imports-column-missing = Choose the column with the date
imports-column-no-name = Choose a column with the name, the family name or a reading
imports-column-too-many = This column has { $count } different names; up to { $most } are possible. Check that it is the right column
imports-column-date = Date
imports-column-start = Start
imports-column-end = End
imports-column-minutes = Length (minutes)
imports-column-service = Service
imports-column-staff = Staff or table
imports-column-name = Name
imports-column-family = Family name
imports-column-given = Given name
imports-column-kana = Reading (kana)
imports-column-family-kana = Family name (kana)
imports-column-given-kana = Given name (kana)
imports-column-phone = Phone number
imports-column-email = Email address
imports-column-party = People
imports-column-price = Price
imports-column-note = Remarks
imports-column-number = Booking number
imports-column-status = Status
imports-hint-start = If date and time share one column, choose the same column as for the date
imports-hint-end = Without an end or a length, the length on your menu is used
imports-hint-price = The price in the file becomes the agreed price as it is. Without one, the price on your menu is used. Price rules are not applied
imports-hint-number = A booking with the same number is not imported twice. You can search by this number
imports-hint-status = Cancelled bookings and no-shows are left out

## What other systems call their columns (separated by “/”)

imports-known-date = date/booking date/appointment date/visit date/day
imports-known-start = start/start time/time/from/begins/appointment time
imports-known-end = end/end time/until/to/ends
imports-known-minutes = length (minutes)/length/duration/minutes
imports-known-service = service/menu/treatment/service name/course
imports-known-staff = staff or table/staff/employee/provider/stylist/therapist/table
imports-known-name = name/guest/customer/client/full name/customer name/guest name/client name
imports-known-family = family name/last name/surname
imports-known-given = given name/first name
imports-known-kana = reading (kana)/kana/furigana/reading
imports-known-family-kana = family name (kana)/last name kana
imports-known-given-kana = given name (kana)/first name kana
imports-known-phone = phone number/phone/telephone/mobile/tel
imports-known-email = email address/email/e-mail/mail
imports-known-party = people/party/party size/guests/covers/number of people
imports-known-price = price/total/amount
imports-known-note = remarks/note/notes/comment/request
imports-known-number = booking number/booking id/reference/reservation number/id
imports-known-status = status/state
imports-known-ended = cancelled/canceled/no-show/no show/completed/expired
imports-known-anybody = no preference/anyone/anybody/any/unassigned/none

## Names

imports-names = Services and staff
imports-names-lead = Check which of your services and people the names in the file stand for.
imports-names-services = Services
imports-names-staff = Staff and tables
imports-names-staff-note = Lines that name nobody go to whoever is free.
imports-name-theirs = “{ $name }”
imports-name-none = Lines without a service
imports-name-choose = Choose one
imports-name-skip = Leave these lines out
imports-name-anybody = Nobody in particular (whoever is free)
imports-name-undecided = Choose one, or choose “Leave these lines out”

## Reading a line

imports-cell-time = This is not a date or time we can read
imports-cell-no-date = There is no date
imports-cell-no-start = There is no start time
imports-cell-length = The length must be between 1 minute and 24 hours
imports-cell-minutes = This is not a length we can read
imports-cell-figure = This is not a number we can read

## Check

imports-check = Check what will be imported
imports-check-lead = Nothing has been saved yet. Each line was checked against your calendar by the same rules as a booking taken by phone.
imports-sum-made = Bookings to make
imports-sum-brought = Bookings made
imports-sum-problems = Lines with a problem
imports-sum-left = Lines left out
imports-sum-left-out = Lines not imported
imports-sum-new-guests = New guests
imports-sum-added-guests = Guests added
imports-sum-known-guests = Guests you know
imports-sum-promised = Outside opening hours
imports-by-day = Bookings by day
imports-new-guests = New guests ({ $count })
imports-problems = Lines with a problem
imports-problem-new = New
imports-line-said = In the file
imports-act = What to do
imports-left = Lines left out
imports-left-service = Services you left out
imports-left-staff = Staff you left out
imports-left-ended = Cancelled or finished bookings
imports-lines = Lines { $lines }
imports-why-twice = The same booking as line { NUMBER($line, useGrouping: "false") }
imports-why-known = This booking is already here
imports-why-blocked = You do not take bookings from this guest
imports-why-gone = The service cannot be found
imports-why-options = An option has to be chosen with this service
imports-why-party = This service is for { $least } to { $most } people
imports-why-far = This is more than two years ahead
imports-do-cell = Correct the file and choose it again
imports-do-twice = Remove one of the two lines
imports-do-known = It does not need to be imported
imports-do-blocked = Check the guest’s card and enter the booking by hand
imports-do-gone = Go back to “Names” and choose a service
imports-do-options = Enter the booking by hand and choose the option
imports-do-party = Correct the number of people, or the service
imports-do-far = Check the date
imports-do-empty-party = Correct the number of people
imports-do-party-too-large = Correct the seats, or enter the booking by hand
imports-do-no-such-time = Correct the time
imports-do-past = Past bookings cannot be imported. Leave the line out
imports-do-too-soon = Check the time
imports-do-too-far = Check the date
imports-do-not-asked = Check the date
imports-do-closed = Change the closed day, or import it as promised
imports-do-outside-hours = Change the opening hours, or import it as promised
imports-do-not-a-start = Correct the start time, or import it as promised
imports-do-nobody-working = Enter shifts, or import it as promised
imports-do-taken = Look at the calendar, and change the time or the person
imports-do-enough = Check the online limit
imports-do-capped = Check the booking limits, or add it in the calendar
imports-promised = Import as promised, even outside opening hours
imports-promised-note = Bookings on closed days, outside opening hours or shifts are made as well. Bookings that overlap others are not
imports-again = Check again
imports-reason = Reason for bookings outside opening hours
imports-reason-hint = Kept in the history of each booking, up to 200 characters
imports-reason-missing = Enter the reason for bookings outside opening hours
imports-leave = { $count ->
    [one] Import without the { $count } line that has a problem
   *[other] Import without the { $count } lines that have a problem
}
imports-leave-note = The bookings in those lines are not made
imports-leave-first = Some lines have a problem. Correct the file, or choose to import without them
imports-tell = { $count ->
    [one] Email the guest of { $count } booking
   *[other] Email the guests of { $count } bookings
}
imports-tell-note = Otherwise guests receive nothing
imports-write = { $count ->
    [one] Import { $count } booking
   *[other] Import { $count } bookings
}
imports-nothing = There is no booking to import
imports-nothing-to-write = There is no booking to import. Correct the file, or what its columns and names mean.
imports-stale = Bookings or settings have changed since you checked. Nothing was saved. Look at the result below and press again
imports-changed = Things have changed since you checked. Lines with a new problem: { $worse }. Lines that can now be imported: { $better }.

## Afterwards

imports-made = Import of { $when }
imports-made-booking = Booking
imports-made-number = Booking number
imports-both-numbers = { $number } (originally { $outside })
imports-outside = Original booking number
imports-further = Show more
imports-back = Result of the import
imports-undo = Undo this import
imports-undo-hint = You can undo the whole import as long as none of its bookings has been changed.
imports-undo-lead = { $count ->
    [one] The { $count } booking of this import is deleted. The guest added with it is deleted too, unless there is another booking.
   *[other] The { $count } bookings of this import are deleted. Guests added with them are deleted too, unless they have other bookings.
}
imports-undo-told = Emails that have been delivered cannot be taken back. Please let your guests know yourself.
imports-undo-do = { $count ->
    [one] Remove { $count } booking
   *[other] Remove { $count } bookings
}
imports-undo-keep = Keep the bookings
imports-undone = This import was undone. { $count ->
    [one] Its { $count } booking was
   *[other] Its { $count } bookings were
} removed from the calendar.
imports-anew = Import again
imports-touched = { $count ->
    [one] { $count } booking has been changed or has begun, so the import cannot be undone as a whole. Cancel bookings one by one
   *[other] { $count } bookings have been changed or have begun, so the import cannot be undone as a whole. Cancel bookings one by one
}

## Sample

imports-sample = Download a sample
imports-sample-title = Sample file
imports-sample-lead = Columns can be in any order. Write dates as 2026/12/01 and times as 10:00. A name, a date and a start are enough.
imports-sample-file = sample-bookings
imports-sample-name = Emma Wilson
imports-sample-name-two = James Brown
imports-sample-note = First visit
