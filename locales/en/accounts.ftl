# People, and how they come in.

accounts-sign-in-title = Sign in
accounts-sign-in = Sign in
accounts-sign-out = Sign out
accounts-email = Email
accounts-password = Password
accounts-password-required = Enter your password
accounts-sign-in-wrong = That email address or password is not right

## Where somebody works

accounts-places-title = Choose a business
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
accounts-session-end = Sign out

## A new account

accounts-name = Your name
accounts-new-password = New password
accounts-new-password-hint = At least 8 characters of any kind. A long phrase is fine too
accounts-new-password-required = Enter a new password
accounts-new-password-short = Use at least 8 characters
accounts-new-password-long = Use no more than 128 characters
accounts-new-password-easy = This password is easy to guess. Choose another
accounts-sign-up-title = Sign up
accounts-sign-up-lead = You can book without an account. With one, all your bookings are in one place.
accounts-sign-up = Sign up
accounts-sign-up-way = Sign up
accounts-sign-in-way = Sign in
accounts-sent-title = Check your email
accounts-sent-sign-up = We've sent a message to the address you entered. Open the link in it within 24 hours to finish signing up.
accounts-sent-reset = If the address you entered has an account, you'll get a message with a link to choose a new password. Open it within an hour.
accounts-sent-nothing = Nothing there? Check your spam folder and the address you entered.
accounts-link-gone-title = This link no longer works
accounts-verification-title = Confirm your email address
accounts-verification-lead = Enter the password you chose to finish signing up { $email }.
accounts-verification = Confirm and sign in
accounts-verification-gone = It has been used or has expired. Sign in, and if your address still needs confirming, we'll send a new message.

## Passwords

accounts-password-wrong = That's not the right password
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

accounts-code-way = Sign in without a password
accounts-code-title = Sign in with a code
accounts-code-lead = We'll send a 6-digit code to the email address of your account.
accounts-code-ask = Send the code
accounts-code-enter-title = Enter your code
accounts-code-enter-lead = If the address you entered has an account, you'll get a 6-digit code. Enter it within 10 minutes.
accounts-code = Code
accounts-code-required = Enter the code
accounts-code-wrong = That code is wrong or has expired. After 5 wrong tries a code no longer works
accounts-code-again = Send a new code

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
accounts-bookings-find = Find a shop
accounts-bookings-again = Book the same again
accounts-bookings-back = Previous page
accounts-bookings-more = Next page

## Another email address

accounts-email-title = Change your email address
accounts-email-lead = Your address is { $email }. Both it and the new address will be asked to confirm.
accounts-new-email = New email address
accounts-email-same = That's the address you have now
accounts-email-change = Send the confirmations
accounts-email-sent = We've sent messages to your current and your new address. Open the links in both within 24 hours.
accounts-email-agree-title = Confirm the change
accounts-email-agree-lead = Your account will move from { $old } to { $new }.
accounts-email-agree = Confirm the change
accounts-email-half-title = Confirmed
accounts-email-half = Now open the link in the message to the other address. Then the change is made.
accounts-email-done-title = Your email address was changed
accounts-email-done = From now on, sign in with { $email }.
accounts-email-gone = It has been used or has expired. Please ask for the change again.
accounts-email-taken = This address could not be used. Nothing was changed.

## Proving it again

accounts-confirm-title = Confirm it's you
accounts-confirm-lead = You're about to change something important, so please enter your password again.
accounts-confirm = Continue
accounts-confirm-no-password = Your account has no password. Please sign in again with a code, then come back to what you were doing.

## Two-step verification

accounts-factor-title = Two-step verification
accounts-factor-lead = Besides your password, we check a device you have with you. Even if your password leaks, nobody else gets in.
accounts-factor-due = Owners, platform operators, and staff of shops whose owner asks for it need two-step verification. Please set it up by { $until }.
accounts-factor-overdue = To go on, please set up two-step verification. Everything else opens once you have.
accounts-factor-demanded = Your role requires two-step verification, so the last method cannot be removed.
accounts-factor-waiting = Needs setting up
accounts-app-title = Authenticator app
accounts-app-none = Not set up.
accounts-app-since = Set up { $since }.
accounts-app-set-up = Set up an authenticator app
accounts-app-anew = Change to another app
accounts-app-remove = Remove the app
accounts-app-set-up-title = Set up an authenticator app
accounts-app-set-up-lead = Scan this with an authenticator app such as Google Authenticator, then enter the 6 digits it shows.
accounts-app-drawing = QR code for your authenticator app
accounts-app-by-hand = If you can't scan it, type this key:
accounts-app-code = The 6 digits in the app
accounts-app-code-required = Enter the 6 digits shown in the app
accounts-app-code-wrong = Those digits are not right. Enter what the app shows now; if it keeps happening, check your device's clock
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
accounts-codes-kept = I've saved them
accounts-step-title = Two-step verification
accounts-step-lead = Enter the 6 digits your authenticator app shows.
accounts-step-code = Code
accounts-step-hint = No app at hand? Enter a recovery code instead
accounts-step-required = Enter the code
accounts-step-wrong = That code is not right, or has been used already

## Passkeys

accounts-passkey-way = Sign in with a passkey
accounts-passkey-title = Sign in with a passkey
accounts-passkey-lead = Follow your device: it asks for your fingerprint, your face or your screen lock.
accounts-passkey-again = Try again
accounts-passkey-failed = We couldn't check your passkey. Try again, or sign in another way.
accounts-passkey-no-script = Passkeys need JavaScript. Please turn it on in your browser.
accounts-passkey-unknown = That passkey doesn't open an account here. Try again, or sign in another way.
accounts-passkeys-title = Passkeys
accounts-passkeys-lead = Sign in with your fingerprint, your face or your screen lock. No password, no codes.
accounts-passkey-add = Add a passkey
accounts-passkey-add-title = Add a passkey
accounts-passkey-add-lead = Follow your device to keep a passkey on it.
accounts-passkey-remove = Remove
accounts-passkey-since = Added { $since }
