### Consents of customers: to what, when and how they agreed, and what they withdrew

consents-name = Consents
consents-title = Consents of { $name }
consents-lead = What they agreed to when booking, and what you wrote down yourself. Nothing is deleted: when they change their mind, record that they withdrew.
consents-none = No consents yet.
consents-kept = Recorded consents
consents-all = See all consents
consents-write = Record a consent
consents-begin = Start from a text
consents-booking = See booking
consents-wording-show = Show the text
consents-stands = Agreed
consents-withdrawn = Withdrawn
consents-withdrawn-on = Withdrawn on { $day }
consents-by = Recorded by { $name }
consents-signed = Signed or given by { $name }
consents-with-topic = { $kind } ({ $topic })
consents-withdraw = Record withdrawal
consents-withdrawal-edit = Edit withdrawal
consents-restore = Undo withdrawal
consents-printed = Printed { $when }

## Recording one

consents-new = Record a consent of { $name }
consents-new-lead = For consents given on paper, by phone or the like. Keep the text exactly as they saw it: it cannot be changed later.
consents-part-what = What they agreed to
consents-part-how = How it was given
consents-kind = Kind
consents-kind-required = Choose a kind.
consents-kind-marketing = News and offers
consents-kind-photos = Use of photos
consents-kind-health = Health information
consents-kind-other = Other
consents-topic = Subject or scope
consents-topic-hint = For example: Instagram only. For “Other”, say what it is about.
consents-topic-required = For “Other”, say what it is about.
consents-wording = Text
consents-wording-hint = The exact words they agreed to.
consents-wording-required = Enter the words they agreed to.
consents-way = How
consents-way-required = Choose how it was given.
consents-way-person = In person
consents-way-paper = Signed on paper
consents-way-phone = By phone
consents-way-online = By email or message
consents-way-booking = By themselves, when booking
consents-way-desk = Noted by staff with the booking
consents-date = Date
consents-date-ahead = Enter today or an earlier date.
consents-signer = Given by
consents-signer-hint = If not the customer: a parent or guardian, for example
consents-too-many = Up to { $most } consents can be recorded for each customer.
consents-usual-marketing = I agree to receive news, such as offers and new services, from this shop by email or message. I can stop this at any time.
consents-usual-photos = I agree that photos taken of me here, for example before and after a treatment, are shown on this shop’s website and social media. I can ask the shop to take them down at any time.
consents-usual-health = For my safety, I agree that this shop records information about my health, such as allergies, medical history and medication, and that the staff in charge read it.

## Withdrawal

consents-withdrawal = Record a withdrawal
consents-withdrawal-lead = Record that “{ $name }”, agreed to on { $day }, was withdrawn. The consent itself stays on record.
consents-part-withdrawal = Withdrawal
consents-withdrawal-date = Date they withdrew
consents-withdrawal-before = Enter { $day }, the day they agreed, or a later date.
consents-withdrawal-note = Note
consents-withdrawal-note-hint = For example: told us by phone. If the consent was recorded by mistake, say so here.
