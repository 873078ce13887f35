# People, and how they come in.

accounts-sign-in-title = Sign in
accounts-sign-in = Sign in
accounts-sign-out = Sign out
accounts-email = Email
accounts-password = Password
accounts-password-required = Enter your password
accounts-sign-in-wrong = The email address or password is wrong. Check both and try again

## Where somebody works

accounts-places-title = Choose a business
accounts-places-way = Open your business's pages
accounts-role-owner = Owner
accounts-role-manager = Manager
accounts-role-receptionist = Reception
accounts-role-service-provider = Staff

## Where somebody is signed in

accounts-sessions-title = Your devices
accounts-sessions-lead = These devices are signed in. If you don't recognise one, sign it out.
accounts-sessions-end-others = Sign out all other devices
accounts-session-device = { $browser } on { $system }
accounts-session-unknown = Unknown device
accounts-session-this = This device
accounts-session-last = Last used { $at }
accounts-session-began = Signed in { $at }
accounts-session-network = IP address { $address }
accounts-session-place = Place (estimated from the IP address): { $place }
accounts-session-same-network = Same network as this device
accounts-place-city = { $city }, { $region }, { $country }
accounts-place-region = { $region }, { $country }
accounts-session-end = Sign out

## A new account

accounts-name = Your name
accounts-new-password = New password
accounts-new-password-hint = At least 8 characters of any kind. A long phrase is fine too.
accounts-new-password-required = Enter a password
accounts-new-password-short = Use at least 8 characters
accounts-new-password-long = Use no more than 128 characters
accounts-new-password-same = That's your current password. Choose another
accounts-new-password-easy = This password is easy to guess. Choose another
accounts-sign-up-title = Sign up
accounts-sign-up-lead = You can book without an account. With one, all your bookings are in one place.
accounts-sign-up-shop-title = Set up your shop
accounts-sign-up-shop-lead = First, an account for whoever runs the shop. Once your email address is confirmed, you choose your kind of shop.
accounts-sign-up = Sign up
accounts-sign-up-way = Sign up
accounts-sign-in-way = Sign in
accounts-sent-title = Check your email
accounts-sent-sign-up = We've sent a message to the address you entered. Open the link in it within 24 hours to finish signing up.
accounts-sent-sign-up-shop = We've sent a message to the address you entered. Open the link in it within 24 hours to go on setting up your shop.
accounts-sent-reset = If the address you entered has an account, you'll get a message with a link to choose a new password. Open it within an hour.
accounts-sent-nothing = Nothing there? Check your spam folder and the address you entered.
accounts-sent-to = Sent to: { $email }
accounts-sent-both = { $old } and { $new }
accounts-sent-again = Send again
accounts-sent-again-note = It can take a few minutes to arrive. If you send it again, an earlier email may stop working: use the newest one you get.
accounts-link-gone-title = This link no longer works
accounts-verification-title = Confirm your email address
accounts-verification-lead = To finish signing up with { $email }, enter the password you chose.
accounts-verification-lead-here = Press the button to finish signing up with { $email }.
accounts-verification = Confirm and sign in
accounts-verification-gone = It has been used or has expired. Sign in, and if your address still needs confirming, we'll send a new message.

## Passwords

accounts-password-wrong = That password is wrong. Please try again
accounts-password-now = Current password
accounts-password-title = Change your password
accounts-password-lead = All your other devices will be signed out.
accounts-password-change = Change password
accounts-reset-way = Forgotten your password?
accounts-reset-title = Reset your password
accounts-reset-lead = Enter the email address of your account. We'll send you a link to choose a new password.
accounts-reset-ask = Send the link
accounts-reset-choose-title = Choose a new password
accounts-reset-choose-lead = You'll be signed out on all devices.
accounts-reset-choose = Save the new password
accounts-reset-gone = It has been used or has expired. Ask for a new link.

## Signing in with a code

accounts-code-way = Sign in with a code
accounts-code-title = Sign in with a code
accounts-code-lead = We'll send a 6-digit code to the email address of your account.
accounts-code-ask = Send the code
accounts-code-enter-title = Enter your code
accounts-code-enter-lead = If the address you entered has an account, you'll get a 6-digit code. Enter it within 10 minutes.
accounts-code = Code
accounts-code-required = Enter the code
accounts-code-wrong = That code is wrong or has expired. Try again, or send a new code. After 5 wrong tries a code no longer works
accounts-code-other = Send it to another email address

## One's own bookings

accounts-greeting = { $name }
accounts-bookings-title = Your bookings
accounts-bookings-coming = Upcoming
accounts-bookings-waiting = Awaiting reply
accounts-bookings-past = Past
accounts-bookings-cancelled = Cancelled
accounts-bookings-none-coming = You have no upcoming bookings
accounts-bookings-none-waiting = No bookings are waiting for a shop's reply
accounts-bookings-none-past = You have no past bookings
accounts-bookings-none-cancelled = You have no cancelled bookings
accounts-bookings-find = Find a place
accounts-bookings-for = For { $name }
accounts-bookings-number = Booking number { $number }
accounts-bookings-again = Book the same again
accounts-bookings-back = Previous page
accounts-bookings-more = Next page

## Another email address

accounts-email-title = Change your email address
accounts-email-lead = Your current address is { $email }. To change it, open the links we send to both your current and your new address.
accounts-new-email = New email address
accounts-email-same = That's your current address. Enter a different one
accounts-email-change = Send confirmation emails
accounts-email-sent = We've sent messages to your current and your new address. Open the links in both within 24 hours.
accounts-email-agree-title = Confirm the change
accounts-email-agree-lead = Your email address will change from { $old } to { $new }.
accounts-email-agree = Confirm the change
accounts-email-half-title = Confirmed
accounts-email-half = To finish the change, open the link we sent to the other address too.
accounts-email-already = This address is already confirmed. Please open the link we sent to the other address.
accounts-email-done-title = Your email address was changed
accounts-email-done = From now on, sign in with { $email }.
accounts-email-gone = It has been used or has expired. Please ask for the change again.
accounts-email-taken = This address can't be used, so nothing was changed. Please try again with a different one.

## Proving it again

accounts-confirm-title = Confirm it's you
accounts-confirm-lead = You're about to change something important, so please enter your password again.
accounts-confirm = Continue
accounts-confirm-by-passkey = Your account has no password. Please sign in again with your passkey or a code, then come back to what you were doing.
accounts-confirm-no-password = Your account has no password. Please sign in again with a code, then come back to what you were doing.

## Two-step verification

accounts-factor-title = Two-step verification
accounts-factor-lead = As well as your password, we check a device you have with you. Even if your password leaks, nobody else gets in.
accounts-factor-due = Owners, platform operators, and staff whose owner requires it need two-step verification. Please set it up by { $until }.
accounts-factor-notice = Please set up two-step verification by { $day }. After that, no other page opens until it's done.
accounts-factor-notice-way = Set it up
accounts-factor-overdue = To continue, please set up two-step verification. After that, you can open the other pages.
accounts-factor-demanded = Your role requires two-step verification. To remove your last method, set up another one first.
accounts-factor-waiting = Needs setting up
accounts-factor-elsewhere = { $count ->
    [one] You are signed in on 1 other device.
   *[other] You are signed in on { $count } other devices.
} After changing how you verify yourself, it is safest to sign out there.
accounts-app-title = Authenticator app
accounts-app-none = Not set up.
accounts-app-since = Set up { $since }.
accounts-app-set-up = Set up an authenticator app
accounts-app-anew = Change to another app
accounts-app-remove = Remove the app
accounts-app-remove-title = Remove the authenticator app
accounts-app-remove-lead = You will no longer sign in with the digits it shows. To use it again, you would have to set it up again.
accounts-app-set-up-title = Set up an authenticator app
accounts-app-set-up-lead = Scan this QR code with an authenticator app such as Google Authenticator, then enter the 6 digits it shows.
accounts-app-drawing = QR code for your authenticator app
accounts-app-by-hand = If you can't scan it, enter this setup key in the app:
accounts-app-open = Open the authenticator app on this device
accounts-app-code = The 6 digits in the app
accounts-app-code-required = Enter the 6 digits shown in the app
accounts-app-code-wrong = Those digits are wrong. Enter what the app shows now. If it keeps happening, check your device's clock
accounts-app-confirm = Finish
accounts-codes-title = Recovery codes
accounts-codes-lead = Use one of these if you lose your app or passkey. Each works once. Print them or write them down, and keep them away from your device.
accounts-codes-left = { $left ->
    [one] 1 code left
   *[other] { $left } codes left
}
accounts-codes-show = Show recovery codes
accounts-codes-none = No codes are left. Please make new ones.
accounts-codes-renew = Make new codes (the current ones stop working)
accounts-codes-renew-title = New recovery codes
accounts-codes-renew-lead = All current codes stop working. Print the new ones or write them down.
accounts-codes-kept = I've saved them
accounts-step-title = Two-step verification
accounts-step-lead = Enter the 6 digits your authenticator app shows.
accounts-step-code = Code
accounts-step-hint = No app at hand? Enter a recovery code instead
accounts-step-other = Sign in another way
accounts-step-required = Enter the code
accounts-step-wrong = That code is wrong or has been used already. Enter what the app shows now, or another recovery code
## Passkeys

accounts-passkey-way = Sign in with a passkey
accounts-passkey-title = Sign in with a passkey
accounts-passkey-lead = Follow the steps on your device. It asks for your fingerprint, face or screen lock.
accounts-passkey-again = Try again
accounts-passkey-failed = We couldn't check your passkey. Try again, or sign in another way.
accounts-passkey-no-script = Passkeys need JavaScript. Please turn it on in your browser.
accounts-passkey-unknown = That passkey doesn't work here. Try again, or sign in another way.
accounts-passkeys-title = Passkeys
accounts-passkeys-lead = Sign in with your fingerprint, your face or your screen lock. No password, no codes.
accounts-passkey-add = Add a passkey
accounts-passkey-add-title = Add a passkey
accounts-passkey-add-lead = Follow the steps on your device to save a passkey on it.
accounts-passkey-remove = Remove
accounts-passkey-remove-title = Remove a passkey
accounts-passkey-remove-lead = You will no longer be able to sign in with the passkey “{ $name }”. Delete it in the settings of the device, too.
accounts-passkey-since = Added { $since }

## By way of another service

accounts-with = Sign in with { $provider }
accounts-with-sign-up = Sign up with { $provider }
accounts-with-others = Other ways to sign in
accounts-with-going-title = Taking you to { $provider }
accounts-with-going = If nothing happens, press the button below.
accounts-with-go = Continue to { $provider }
accounts-with-failed-title = We couldn't sign you in with { $provider }
accounts-with-denied = Signing in with { $provider } was stopped. Try again, or sign in another way.
accounts-with-stale = This was started too long ago, or in another browser. Please start again.
accounts-with-refused = We couldn't confirm your sign-in with { $provider }. Please start again.
accounts-with-unreachable = { $provider } is not answering. Try again in a little while, or sign in another way.
accounts-with-known-title = You already have an account
accounts-with-known = There is an account for { $email }. Sign in once as you usually do and link { $provider } to it. From then on you can sign in with { $provider }.
accounts-with-new-title = Create your account
accounts-with-new-proved = This creates an account for { $email }. From then on you can sign in with { $provider }.
accounts-with-new-unproved = This creates an account that you can sign in to with { $provider }. We'll email you a 6-digit code to confirm your address.
accounts-with-create = Create account
accounts-with-has-one = I already have an account

## Ways to sign in

accounts-identities-title = Ways to sign in
accounts-identities-password = You can sign in with your email address and password.
accounts-identities-no-password = You have no password.
accounts-identities-add = Link another service
accounts-identity-add = Link { $provider }
accounts-identity-since = Linked { $at }
accounts-identity-unlink = Unlink
accounts-identity-title = Link { $provider }
accounts-identity-lead = You will be able to sign in to the account of { $email } with { $provider }.
accounts-identity-lead-as = You will be able to sign in to the account of { $email } with { $provider } ({ $known }).
accounts-identity-link = Link
accounts-identity-taken = This { $provider } account is linked to another account. Unlink it there first, or use a different one.
accounts-identity-expired-title = Please start again
accounts-identity-expired = This was started too long ago, or is already done.

## An account

accounts-profile-title = Your account
accounts-profile-bookings = Bookings
accounts-profile-safety = Sign-in and security
accounts-profile-data = Your data
accounts-profile-change = Change
accounts-profile-unset = Not given
accounts-profile-language = Language of emails
accounts-profile-language-hint = For emails about your account. Emails about a booking come in the language you booked in, unless you choose otherwise under “Emails”
accounts-profile-letters-title = Emails we send
accounts-profile-edit-title = Change your details
accounts-profile-edit-lead = Names and phone numbers on bookings you have already made stay as they are.
accounts-profile-called = What to call you
accounts-profile-called-hint = If you leave this empty, we'll use the two names above
accounts-receipt = Name on receipts
accounts-receipt-hint = Your company, for example. If you leave this empty, your own name is used. Used when a business issues a receipt
accounts-receipt-own = { $name }
accounts-receipt-unset = Your own name, as you gave no other
accounts-profile-save = Save

## Emails

accounts-messages-title = Emails
accounts-messages-always = Emails that confirm a booking, that say a business has changed or cancelled it or that a cancellation costs you something, and those about the security of your account can't be switched off. We send no advertising.
accounts-messages-language = Language of emails about bookings
accounts-messages-language-booked = The language I booked in
accounts-messages-language-own = Always { $language } (the language of emails in your account)
accounts-messages-language-change = Change the language of emails
accounts-messages-calendar = Attach a calendar file
accounts-messages-calendar-hint = A file (.ics) with emails about bookings, to add them to your calendar
accounts-messages-text = Send plain text only
accounts-messages-text-hint = Without formatting or buttons
accounts-messages-own-acts = Email me about changes I make myself
accounts-messages-own-acts-hint = If you untick this, we won't email you about bookings you change or cancel while signed in. We still do if you have to pay a cancellation fee

## Whom somebody books for

accounts-family-title = People you book for
accounts-family-lead = Choose one of them when a booking isn't for you. Of these details, a shop only sees the name.
accounts-family-none = Nobody yet
accounts-family-add = Add a person
accounts-family-full = You can add up to { $most } people
accounts-family-born = Born in { NUMBER($year, useGrouping: "false") }
accounts-family-edit = Change { $name }'s details
accounts-family-edit-title = Change a person's details
accounts-family-remove = Remove
accounts-family-remove-title = Remove from the list
accounts-family-remove-lead = { $name } will be removed from your list. Bookings stay as they are.
accounts-family-form-lead = We only ask what is needed for a booking.
accounts-family-relation = Relationship
accounts-family-relation-required = Choose a relationship
accounts-family-relation-spouse = Husband, wife or partner
accounts-family-relation-child = Child
accounts-family-relation-parent = Parent
accounts-family-relation-sibling = Brother or sister
accounts-family-relation-other = Someone else
accounts-family-relation-choose = Choose one
accounts-family-birth-year = Year of birth
accounts-family-birth-year-hint = For example: 2018
accounts-family-birth-year-form = Enter the year of birth in four digits, for example 2018
accounts-family-save = Save
accounts-family-fill-title = Who is the booking for?
accounts-family-fill-lead = We'll fill in that person's name and your contact details. You can check and change them before anything goes to the shop.
accounts-family-fill-who = The booking is for
accounts-family-fill-self = You
accounts-family-fill = Fill in these details
accounts-family-fill-back = Type them instead

## A copy of one's data

accounts-export-title = Download your data
accounts-export-lead = Everything this service holds about you, in one file (JSON): your details, the people you book for, your bookings and what happened to them, the customer cards shops keep about you with their notes, the emails we sent, payments, reviews, and where you signed in.
accounts-export-left-out = Your password and other sign-in secrets are left out, and so are notes that staff write to each other: they may be about other people too. Please ask the shop for those.
accounts-export-letter = We'll send you an email each time. You can do this up to 3 times a day.
accounts-export-starts = Press the button and the download starts; this page stays open.
accounts-export = Download

## The end of an account

accounts-erase-title = Close your account
accounts-erase-lead = This deletes your account and your personal data. It can't be undone.
accounts-erase-goes = What is deleted
accounts-erase-goes-account = Your account, name and contact details, the people you book for, and where you signed in
accounts-erase-goes-cards = Your name and its reading in kana, your email address, phone number and any notes on your customer card at every shop
accounts-erase-goes-words = Your requests with bookings, staff notes, reasons for cancelling, and the address on emails we sent. Links in those emails stop working.
accounts-erase-stays = What stays
accounts-erase-stays-figures = Date, service and price of your bookings, without your name, for the shop's accounts
accounts-erase-stays-phone = Your customer card at a shop you booked by phone, if it has no email address. Please ask that shop.
accounts-erase-stays-law = Records a shop must keep by law, such as a clinic's treatment records. The shop keeps these itself.
accounts-erase-first = Before you can close it
accounts-erase-admin = You are an operator of this service. Ask another operator to remove your access first.
accounts-erase-owner = You are the owner of { $shop }. Hand it over or close it first.
accounts-erase-seat = You work at { $shop }. Ask its manager to remove you first.
accounts-erase-bookings = You still have bookings. Cancel them, or come back after your visit.
accounts-erase-booking = { $shop }, { $when }
accounts-erase-payment = A payment is still being processed. Please wait until it is done.
accounts-erase-word = close my account
accounts-erase-word-label = To confirm, type "{ $word }"
accounts-erase-word-wrong = That's not the phrase shown. Type it exactly as it appears
accounts-erase = Close my account and delete my data
accounts-erase-done-title = Your account is closed
accounts-erase-done = Your account is deleted and you are signed out everywhere. We've sent you an email about it.
accounts-erase-done-shops = What shops hold about you is being deleted too. It usually takes a few minutes.

## How it looks and works

accounts-display-title = Display and shortcuts
accounts-display-work = Pages for work
accounts-display-lead = How the shop's own pages look: schedule, customers and settings. This is kept in this browser only.
accounts-display-theme = Light or dark
accounts-display-device = Same as the device
accounts-display-light = Light
accounts-display-dark = Dark
accounts-display-large = Large text
accounts-display-large-hint = Makes text and buttons a size larger
accounts-display-keys = Use keyboard shortcuts
accounts-display-keys-hint = They do nothing while you are typing
accounts-keys-title = All shortcuts
accounts-keys-lead = Everything a key does can also be done with a button on the page.
accounts-key-search = Find a customer, booking or service
accounts-key-new = Add a booking
accounts-key-today = Today's bookings
accounts-key-print = Print the schedule
accounts-key-day = Schedule by staff
accounts-key-week = Schedule by week
accounts-key-list = Schedule as a list
accounts-key-earlier = Previous day, week or month
accounts-key-later = Next day, week or month
accounts-key-arrived = Mark the selected booking as arrived
accounts-key-edit = Open the selected booking; on its page, change it
accounts-key-help = This list
