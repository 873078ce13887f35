# The operators' pages, and applications for a business.

operators-office = Operations
operators-public-pages = Public pages
operators-nav = Operations
operators-save = Save
operators-search = Search
operators-more = Next page
operators-pages = Pages
operators-reason = Reason
operators-reason-optional = Note (optional)
operators-reason-required = Enter a reason

## The list of businesses

operators-businesses = Businesses
operators-business-search = Name or web address ending
operators-heaps = Filter by status
operators-heap-waiting = Awaiting review
operators-heap-open = Live
operators-heap-suspended = Suspended
operators-heap-draft = Not submitted
operators-none-waiting = No businesses are awaiting review
operators-none-open = No businesses are live
operators-none-suspended = No businesses are suspended
operators-none-draft = No applications are being prepared
operators-sent-at = Submitted { $at }
operators-alarm-passwords = More than { $most } sign-ins with a wrong password since { $since }. Someone may be trying leaked passwords.
operators-begun-at = Registered { $at }
operators-none-found = No businesses match “{ $text }”
operators-answered-at = Answered { $at }

## One business

operators-about = About the business
operators-name-ja = Name (Japanese)
operators-name-en = Name (English)
operators-kind = Type of business
operators-slug = Web address
operators-phone = Phone
operators-address = Address
operators-postal-code = Postal code
operators-prefecture = Prefecture
operators-city = City
operators-street = Street
operators-building = Building
operators-owner = Owner
operators-to-public = View public page
operators-to-owner = See the owner's account
operators-person = { $name } ({ $email })
operators-begun = Registered
operators-suspended-because = Reason for suspension
operators-sent-back-because = Why it was sent back
operators-sent-back-line = Why it was sent back: { $why }
operators-stopped-because = Reason for stopping bookings
operators-stopped-since = Stopped since { $at } ({ $reason })
operators-papers = Documents
operators-no-papers = No documents
operators-kilobytes = { $size } KB
operators-paper-registration = Business registration
operators-paper-licence = Licence
operators-paper-identity = Proof of identity
operators-paper-other = Other
operators-questions = Application reviews
operators-never-sent = Not submitted yet
operators-verdict-pending = Awaiting review
operators-verdict-approved = Approved
operators-verdict-rejected = Sent back

## What is done to a business

operators-act-approve = Approve
operators-act-reject = Send back
operators-act-suspend = Suspend this business
operators-act-lift = Lift the suspension
operators-act-stop = Stop bookings
operators-act-resume = Resume bookings
operators-act-title-approve = Approve this business
operators-lacks = Not set up yet
operators-lacks-lead = This business isn't ready for online bookings. If you approve it, its page goes live but only shows the phone number until the rest is set up.
operators-missing-menu = menu
operators-missing-hours = opening hours
operators-act-title-reject = Send the application back
operators-act-title-suspend = Suspend this business
operators-act-title-lift = Lift the suspension
operators-act-title-stop = Stop bookings here
operators-act-title-resume = Resume bookings here
operators-act-lead-approve = The business goes public and its owner is told by email.
operators-act-lead-reject = The owner gets the reason by email, and can fix the application and send it again.
operators-act-lead-suspend = The business is closed to the public and the owner gets the reason by email. Guests with a booking can still see it.
operators-act-lead-lift = The business goes public again and its owner is told by email.
operators-act-lead-stop = Guests can make no new bookings here, and the owner is emailed the reason. The business's pages and existing bookings stay as they are.
operators-act-lead-resume = Guests can book here again. The owner is told by email.

## Bookings at all businesses

operators-bookings = Bookings
operators-bookings-title = Bookings at all businesses
operators-bookings-now = Now
operators-bookings-running = Taking bookings
operators-bookings-stopped = Stopped since { $at }
operators-bookings-lead-stop = Stopping means that guests can make no new bookings at any business. Instead of free times they see the business's phone number.
operators-bookings-lead-resume = Resuming lets guests book at all businesses again. Businesses that were stopped one by one stay stopped.
operators-bookings-stop = Stop bookings at all businesses
operators-bookings-resume = Resume bookings at all businesses

## Features

operators-flags = Features
operators-flags-lead = Open a feature step by step, for some people or businesses first.
operators-no-flags = There are no features to switch
operators-flag-new = Add a feature
operators-flag-lead = A feature is on for someone if it is enabled, they are within the rollout, and they are on each list that isn't empty.
operators-flag-on = On
operators-flag-off = Off
operators-flag-share = { $percent }% rollout
operators-flag-users-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
operators-flag-businesses-count = { $count ->
    [one] 1 business
   *[other] { $count } businesses
}
operators-flag-name = Name
operators-flag-name-hint = Lower-case letters, digits and hyphens. It can't be changed later
operators-flag-name-form = Use 3 to 60 lower-case letters, digits and hyphens
operators-flag-taken = There is already a feature of this name
operators-flag-description = Description
operators-flag-enabled = Enabled
operators-flag-percent = Rollout
operators-flag-users = Only these people
operators-flag-businesses = Only these businesses
operators-flag-users-hint = One email address per line
operators-flag-users-unknown = No one has this address: { $who }
operators-flag-businesses-hint = One web address ending per line
operators-audit-row-form = Check the ID (for example 123e4567-e89b-12d3-a456-426614174000)
operators-flag-businesses-unknown = No business has this web address ending: { $which }
operators-flag-list-long = Enter { $max } at most

## An application, as its owner sees it

operators-apply-title = Register a business
operators-apply-lead = Nobody else sees it until you publish it.
operators-apply-closed = New businesses can't register at the moment.
operators-apply-edit = Change the details
operators-apply-edit-title = Change your application
operators-apply-edit-lead = The ending of the web address, { $slug }, can't be changed.
operators-apply-name-required = Enter the name of the business
operators-apply-kind-required = Choose a type of business
operators-apply-kind-choose = Choose
operators-apply-slug-hint = The last part of your page's address: lower-case letters, digits and hyphens. Left empty, it is made from the English name or the reading. It can't be changed later.
operators-apply-slug-own = The last part of your page's address: lower-case letters, digits and hyphens. It can't be changed later.
operators-apply-slug-needed = Enter the name in English or its reading, or choose an ending of lower-case letters, digits and hyphens
operators-apply-slug-form = Use 3 to 50 lower-case letters, digits and hyphens. Some words are not allowed
operators-apply-slug-taken = This web address is taken. Choose a different ending
operators-apply-phone-required = Enter a phone number
operators-apply-prefecture-required = Choose the prefecture
operators-apply-city-required = Enter the city or ward
operators-apply-street-required = Enter the street and number
operators-apply-too-many = You can have up to { $most } businesses awaiting approval. Please wait for the review
operators-paper = File
operators-paper-kind = Type of document
operators-paper-hint = PDF, JPEG or PNG, up to { $most } MB
operators-papers-wanted = For the review we need: a copy of the company register or of your notice of opening a business; { $vertical ->
    [salon] the confirmation of your beauty or barber salon, if your trade needs one;
    [clinic] the notice or licence of your clinic;
    [restaurant] your restaurant licence;
    [stay] your hotel licence;
   *[other] the licence of your trade, if it needs one;
} and proof of your identity
operators-paper-add = Add the document
operators-paper-remove = Remove
operators-paper-required = Add at least one document before you send the application
operators-paper-empty = Choose a file that isn't empty
operators-paper-too-large = Choose a file of up to { $most } MB
operators-paper-unknown = Choose a PDF, JPEG or PNG file. Renaming another kind of file won't work
operators-paper-too-many = You can add up to { $most } documents. Remove one that isn't needed
operators-send = Send for review
operators-to-desk = Open the schedule
operators-own-state-waiting = Under review
operators-own-state-open = Live
operators-own-state-suspended = Suspended
operators-own-state-draft = Not submitted
operators-own-state-sent-back = Sent back
operators-own-words-waiting = We'll email you when the review is done.
operators-own-words-open = Your page is public.
operators-own-words-suspended = Your page is closed to the public. Guests with a booking can still see it.
operators-own-words-sent-back = Change the details or documents, then send the application again.
operators-own-words-draft = Add your documents, then send the application for review.

## Letters to the owner

operators-letter-shop = Business
operators-letter-link = Open the application
operators-letter-approved-subject = { -brand }: { $shop } is approved
operators-letter-approved-opening = The review is done and your page is public.
operators-letter-approved-next = Sign in to open your schedule.
operators-letter-rejected-subject = { -brand }: about your application for { $shop }
operators-letter-rejected-opening = We have looked at your application and could not approve it.
operators-letter-rejected-next = You can change the details or documents on the page below and send it again.
operators-letter-suspended-subject = { -brand }: { $shop } is suspended
operators-letter-suspended-opening = Your page is closed to the public and takes no new bookings.
operators-letter-suspended-contact = If you have questions, please write to { $email }.
operators-letter-suspended-guests = Guests with a booking can still see it.
operators-letter-reopened-subject = { -brand }: { $shop } is live again
operators-letter-stopped-subject = { -brand }: { $shop } takes no online bookings for now
operators-letter-stopped-opening = We have stopped new online bookings for your business. Your page shows your phone number instead.
operators-letter-stopped-guests = Bookings already made stand, and you can go on adding bookings yourself.
operators-letter-resumed-subject = { -brand }: { $shop } takes online bookings again
operators-letter-resumed-opening = Guests can book online again.
operators-letter-reopened-opening = The suspension is lifted. Your page is public again and takes bookings.

## People

operators-people = People
operators-people-by = Name or email address, or part of it
operators-no-people = No one matches
operators-role-admin = Operator
operators-role-owner = Owner
operators-role-staff = Staff
operators-role-customer = Customer
operators-account = Account
operators-account-name = Name
operators-account-role = Role
operators-account-since = Registered
operators-account-proved = Email confirmed
operators-account-unproved = Not confirmed
operators-account-sessions = Devices signed in
operators-account-id = ID
operators-account-active = Active
operators-account-closed = Deactivated
operators-account-trail = See change history
operators-account-act-deactivate = Deactivate this account
operators-account-act-reactivate = Reactivate this account
operators-account-act-reset-factors = Reset two-step verification
operators-account-act-visit = Sign in as this person
operators-account-title-deactivate = Deactivate this account
operators-account-title-reactivate = Reactivate this account
operators-account-title-reset-factors = Reset two-step verification
operators-account-title-visit = Sign in as this person
operators-account-lead-deactivate = They can no longer sign in, and every device of theirs is signed out at once.
operators-account-lead-reactivate = They can sign in again.
operators-account-lead-reset-factors = Only after you have made sure who is asking, as carefully as when the account was opened. App, recovery codes and passkeys are removed and every device is signed out. The password stays, and the person is told by email.
operators-account-lead-visit = For 30 minutes you act as this person. The owners of the businesses they work at can read your reason. You can't change this person's account settings.
operators-seats = Works at
operators-no-seats = Doesn't work at any business
operators-closures = Deactivations
operators-no-closures = Never deactivated
operators-closed-at = Deactivated { $at }
operators-reopened-at = Reactivated { $at }

## In somebody's place

operators-account-factors = Set up
operators-account-no-factors = Not set up
operators-factor-resets = Resets of two-step verification
operators-no-factor-resets = Never reset
operators-visits = Operator sign-ins
operators-visit-label = Acting as someone else
operators-visit-banner = You are acting as { $name } until { $until }
operators-visit-end = Stop acting as them
operators-visit-span = { $from }–{ $until }
operators-visit-place = As { $name }
operators-visit-who = { $name } (platform operator)
operators-visits-title = Operator sign-ins
operators-visits-lead = When platform operators signed in as someone who works here, and why.
operators-visits-none = No operator sign-ins

## The trail of changes

operators-audit = Change history
operators-audit-lead = Without dates or a person, business or ID, only the last 7 days are searched.
operators-audit-none = No changes match
operators-audit-what-many = { $action }: { $entity } ({ $count })
operators-audit-sign-in = Signed in
operators-audit-house = System
operators-audit-guest = Guest (not signed in)
operators-audit-details = See what changed
operators-audit-item = Field
operators-audit-before = Before
operators-audit-after = After
operators-audit-hidden = not recorded
operators-audit-yes = Yes
operators-audit-no = No
operators-audit-nothing = none
operators-audit-no-fields = Nothing to show
operators-audit-id = { $entity } { $id }
operators-audit-kind = Kind
operators-audit-business = Business (web address)
operators-audit-more = More filters
operators-audit-order = The last day must not be before the first day
operators-audit-person = Person (email or ID)
operators-audit-person-unknown = No one has this email address
operators-audit-business-unknown = No business has this web address
operators-audit-row = Record ID
operators-audit-action = Action
operators-audit-any = Any
operators-audit-action-insert = Added
operators-audit-action-update = Changed
operators-audit-action-delete = Deleted
operators-audit-request-label = Request number
operators-audit-request = Request { $request }
operators-audit-from = First day
operators-audit-until = Last day
operators-audit-what = { $action }: { $entity }
operators-audit-behind = { $operator } (as { $actor })
operators-jobs = Background jobs
operators-jobs-state-failed = Failed
operators-jobs-state-waiting = Waiting
operators-jobs-state-running = Running
operators-jobs-state-done = Done
operators-jobs-none-failed = No job has failed
operators-jobs-none-waiting = No job is waiting
operators-jobs-none-running = No job is running
operators-jobs-none-done = No job was done in the last 7 days
operators-jobs-held-up = Paused: { $names }
operators-jobs-before = Back
operators-jobs-kinds = Kinds of jobs
operators-jobs-kinds-lead = Each kind can be paused and resumed. While paused, waiting jobs are kept.
operators-jobs-waiting = { $count } waiting
operators-jobs-running = { $count } running
operators-jobs-failed = { $count } failed
operators-jobs-waiting-title = Waiting
operators-jobs-failed-title = Failed
operators-jobs-due-since = due since { $at }
operators-jobs-is-held-up = Paused
operators-jobs-since = Paused since
operators-jobs-hold-up = Pause
operators-jobs-hold-up-lead = While paused, no job of this kind is started. Those that are running are finished.
operators-jobs-go-on = Resume
operators-jobs-go-on-lead = Once resumed, the waiting jobs are started in their order.
operators-jobs-all-again = Also retry the { $count } that failed
operators-job-tries = Try { $count } of { $most }
operators-job-due-at = due { $at }
operators-job-finished-at = ended { $at }
operators-job-again = Retry now
operators-job-remove = Remove
operators-job-remove-title = Remove this job?
operators-job-remove-lead = Once removed, it will never be done. This cannot be undone.
operators-job-facts = Details
operators-job-written = Queued
operators-job-due = Due
operators-job-finished = Ended
operators-job-attempts = Tries
operators-job-error = Last error
operators-job-business = Business
operators-job-about = About
operators-job-send-notice = Sending an email
operators-job-send-waitlist-notice = Sending a waiting-list email
operators-job-tell-time-off = Telling about time off
operators-job-read-calendar = Reading a calendar kept elsewhere
operators-job-make-export = Preparing an export
operators-job-try-mail = Test email
operators-job-tend-request = Deadline of a booking request
operators-job-offer-waitlist = Offering a free time to the waiting list
operators-job-recover-account = Sending a password reset
operators-job-send-proof-again = Sending a confirmation again
operators-job-send-sign-in-code = Sending a sign-in code
operators-job-follow-address = Following a changed email address
operators-job-erase-cards = Erasing personal data
operators-jobs-no-kinds = There are no jobs yet
