# The cards of guests. Short nouns and verbs.

customers-title = Customers
customers-home = Customer list, visits, notes and tags
customers-number = Customer no. { NUMBER($number, useGrouping: "false") }
customers-search = Name, kana, phone or number
customers-tag = Tag
customers-any-tag = Any
customers-tag-count = { $tag } ({ $count })
customers-last-visit = Last visit { $day }
customers-no-visit = No visits
customers-none = No customers yet.
customers-not-found = No customers match.
customers-all = Show all customers
customers-pages = Pages of customers
customers-next-page = Next page
customers-previous-page = Previous page
customers-how-many = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
customers-visited = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
customers-narrow = Filter
customers-narrowed = { $count ->
    [one] Filter ({ $count } condition)
   *[other] Filter ({ $count } conditions)
}
customers-away = Last visit
customers-visits-least = Visits
customers-missed-least = No-shows
customers-unit-days = days ago or more
customers-unit-times = or more
customers-letters = Agreed to newsletters
customers-order = Order
customers-order-reading = By reading
customers-order-recent = Latest visit first
customers-order-often = Most visits first
customers-order-unknown = Choose an order
customers-parts = Initials
customers-part-all = All
customers-part-a = A
customers-part-ka = Ka
customers-part-sa = Sa
customers-part-ta = Ta
customers-part-na = Na
customers-part-ha = Ha
customers-part-ma = Ma
customers-part-ya = Ya
customers-part-ra = Ra
customers-part-wa = Wa
customers-part-letters = A-Z
customers-part-other = Other
customers-part-unknown = Choose one of the initials
customers-vip = VIP
customers-blocked = Online booking blocked

## The card

customers-book = Add booking
customers-edit = Edit
customers-blocked-since = Online booking blocked since { $day }. Reason: { $reason }
customers-visits = Visits
customers-visit-count = { $count }
customers-spent = Spent (tax incl.)
customers-no-shows = No-shows
customers-no-show-count = { $count }
customers-first = First visit
customers-last = Last visit
customers-never = –
customers-facts = Details
customers-kana = Kana
customers-language = Language for messages
customers-since = Added
customers-answers = Latest answers
customers-ahead = Upcoming bookings
customers-ahead-none = No upcoming bookings.
customers-history = Past and cancelled bookings
customers-history-none = No past bookings.
customers-history-older = Older
customers-history-newest = Back to the latest

## Notes

customers-notes = Notes
customers-notes-none = No notes yet.
customers-note-add = Add note
customers-note-kind = Type
customers-note-kind-required = Choose the type of note
customers-note-allergy = Allergy
customers-note-restriction = Avoid
customers-note-special-need = Special needs
customers-note-preference = Preference
customers-note = Note
customers-note-hint = The customer may ask to see this
customers-note-required = Enter the note
customers-note-save = Save note
customers-note-remove = Delete
customers-notes-removed = Deleted notes
customers-restore = Restore

## Tags and marks

customers-tags = Tags
customers-tag-new = New tag
customers-tag-add = Add tag
customers-tag-offer = + { $tag }
customers-tag-remove = Remove
customers-tag-required = Enter a tag
customers-tag-too-many = A customer can have up to { $most } tags. Remove one first
customers-marks = Status
customers-vip-on = Make VIP
customers-vip-off = Remove VIP
customers-block = Block online booking
customers-block-again = Change the reason
customers-block-reason = Reason
customers-block-hint = Only shown to staff
customers-block-reason-required = Enter a reason
customers-block-submit = Block
customers-unblock = Unblock

## Adding and editing

customers-new = Add customer
customers-edit-of = Edit { $name }
customers-family-kana = Family name in kana
customers-given-kana = Given name in kana
customers-save = Save
customers-remove = Delete customer
customers-remove-hint = Bookings stay on record, and you can restore the customer from “Deleted customers”.
customers-deleted = Deleted customers
customers-deleted-none = No deleted customers.
customers-deleted-at = Deleted { $when }

## Duplicates and merging

customers-duplicates = Find duplicates
customers-duplicates-lead = These may be the same person. Families sometimes share a phone number, so check before you merge.
customers-duplicates-none = No duplicate customers.
customers-alike-name = Same name
customers-alike-phone = Same phone
customers-alike-email = Same email
customers-apart = Not the same person as no. { NUMBER($number, useGrouping: "false") }
customers-apart-again = Undo
customers-apart-both = { $one } and { $other }
customers-apart-one = { $name } (no. { NUMBER($number, useGrouping: "false") })
customers-apart-said = Known to be different people ({ $count })
customers-apart-until = They are suggested again once a name, phone number or email changes.
customers-merge-with = Merge with no. { NUMBER($number, useGrouping: "false") }
customers-merge = Merge customers
customers-merge-lead = Keep customer no. { NUMBER($keep, useGrouping: "false") } and merge no. { NUMBER($other, useGrouping: "false") } into it.
customers-merge-hint = Bookings, notes and tags move to the customer you keep. Merging cannot be undone.
customers-merge-swap = Keep no. { NUMBER($number, useGrouping: "false") } instead
customers-merge-empty = None
customers-merge-submit = Merge
customers-merge-two-accounts = These customers have separate accounts and cannot be merged

## Out and in

customers-export = Export customers
customers-export-lead = Download your customer list as a CSV file. It contains personal data, so handle it with care.
customers-export-narrowed = { $count ->
    [one] Only the { $count } person you filtered by is exported.
   *[other] Only the { $count } people you filtered by are exported.
}
customers-export-script = Text encoding
customers-export-utf8 = UTF-8
customers-export-utf8-note = For Excel and Google Sheets. Keeps every character
customers-export-sjis = Shift_JIS
customers-export-sjis-note = For older Japanese software. Characters it lacks are replaced by a mark
customers-export-submit = Download
customers-export-file = customers-{ $shop }.csv
customers-column-number = Customer no.
customers-column-family = Family name
customers-column-given = Given name
customers-column-name = Name
customers-column-family-kana = Family name in kana
customers-column-given-kana = Given name in kana
customers-column-phone = Phone
customers-column-email = Email
customers-column-language = Language
customers-column-vip = VIP
customers-column-no-shows = No-shows
customers-column-tags = Tags
customers-column-since = Added
customers-import = Import customers
customers-import-lead = Check a CSV file first, then import it. Checking saves nothing.
customers-import-columns = Columns we read: { $columns }
customers-import-file = CSV file
customers-import-file-hint = UTF-8 or Shift_JIS, up to 5,000 lines. The first line names the columns
customers-import-known = Customers you already have
customers-import-known-hint = Same name, and the same phone or email
customers-import-skip = Skip them
customers-import-update = Update them from the file
customers-import-check = Check file
customers-import-again = Check another file
customers-import-report = Result of the check
customers-import-new = New
customers-import-updated = Updated
customers-import-skipped = Already there (skipped)
customers-import-bad = Lines with problems
customers-import-count = { $count }
customers-import-unread = Columns we did not read: { $columns }
customers-import-line-head = Line
customers-import-line = Line { NUMBER($line, useGrouping: "false") }
customers-import-why = Problem
customers-import-bad-hint = Import without these lines, or fix the file and check it again.
customers-import-nothing = There is nobody to import.
customers-import-confirm = { $count ->
    [one] Import 1 customer
   *[other] Import { $count } customers
}
customers-import-no-file = Choose a CSV file
customers-import-unreadable = The text cannot be read. In Excel, use “Save as” and choose “CSV UTF-8”, then send that file
customers-import-broken = Line { NUMBER($line, useGrouping: "false") } cannot be read as a table. Save the file as CSV again
customers-import-no-name = There is no name column. Name one “Family name”, “Name” or “Family name in kana” in the first line
customers-import-too-long = You can import up to { $most } lines at once. Split the file
customers-import-twice = Same as line { NUMBER($line, useGrouping: "false") }
