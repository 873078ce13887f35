# Letters to customers. They come from the shop and hold facts only: no advertising, and no link that leads to any.

letters-from-name = { $shop } ({ -brand })
letters-greeting = Dear { $name },

## Subjects. A clinic's says nothing about the visit.

letters-confirmed-subject = Booking confirmed – { $at }, { $shop }
letters-confirmed-subject-clinic = Your booking is confirmed
letters-changed-subject = Booking changed – { $at }, { $shop }
letters-changed-staff-subject = Change of staff – { $at }, { $shop }
letters-changed-subject-clinic = Your booking has changed
letters-cancelled-subject = Booking cancelled – { $at }, { $shop }
letters-cancelled-subject-clinic = Your booking is cancelled
letters-delayed-subject = Running a little late – { $at }, { $shop }
letters-delayed-subject-clinic = About your booking

## The first sentence

letters-confirmed-opening = Thank you for booking with us. Your booking is confirmed.
letters-confirmed-again = The cancellation we wrote to you about has been undone. Your booking is confirmed as below.
letters-changed-by-guest = Your booking has been moved as you asked. The new time is confirmed.
letters-changed-by-shop = A member of our staff has moved your booking. If the new time doesn't suit you, you can change or cancel it on the page below.
letters-changed-staff = We have changed who will look after you. The time stays the same. If that doesn't suit you, you can change or cancel your booking on the page below.
letters-cancelled-by-guest = Your booking has been cancelled as you asked.
letters-cancelled-by-shop = A member of our staff has cancelled your booking. If you didn't expect this, please contact us.
letters-cancelled-fee = There is a cancellation fee of { NUMBER($yen, style: "currency", currency: "JPY") }.
letters-cancelled-no-fee = There is no cancellation fee.
letters-delayed = We are running about { $minutes } minutes late today, so your visit will begin a little after the time you booked. You are welcome to come { $minutes } minutes later too. We are sorry to keep you waiting.
letters-delayed-visit = We are running late today and will reach you about { $minutes } minutes after the time you booked. We are sorry to keep you waiting.

## What is booked

letters-fact = { $label }: { $value }
letters-when = When
letters-when-old = Old time
letters-when-new = New time
letters-people = For
letters-staff = Staff
letters-staff-chosen = { $name } (your choice)
letters-price = Price
letters-price-free = Free
letters-price-total = { NUMBER($yen, style: "currency", currency: "JPY") } (tax incl.), pay on site
letters-price-with-choice = { NUMBER($yen, style: "currency", currency: "JPY") } (tax incl., with a staff choice fee of { NUMBER($fee, style: "currency", currency: "JPY") }), pay on site
letters-number = Booking number

## The booking's page

letters-link = See, change or cancel your booking (no sign-in needed)
letters-link-only-look = See your booking (no sign-in needed)
letters-link-line = { $label }:
letters-free-until = Free cancellation until { $until }
letters-free-always = There is no cancellation fee.
letters-fee-now = There is a fee for cancelling from now on. Your booking page shows how much.

## Signature

letters-phone-and-hours = { $phone } ({ $hours })
letters-hours = { $from }–{ $until }
letters-hours-one-closed = { $from }–{ $until }, closed { $day }
letters-hours-two-closed = { $from }–{ $until }, closed { $first } and { $second }
letters-reply-to-shop = This email was sent automatically. Your reply goes to the shop.
letters-reply-by-phone = This email was sent automatically and replies are not read. Please call us instead.
letters-no-reply = This email was sent automatically and replies are not read.

## Calendar

letters-calendar-summary = { $shop }: { $service }
letters-calendar-summary-clinic = { $shop }
letters-calendar-description =
    Booking number { $number }
    See, change or cancel: { $link }

## Letters about an account. They come from this service, not from a shop.

letters-greeting-nobody = Hello,
letters-verify-subject = { -brand }: confirm your email address
letters-verify-opening = Thank you for signing up to { -brand }. Please confirm your email address on the page below to finish.
letters-verify-link = Confirm my email address
letters-verify-life = The link works for 24 hours.
letters-verify-not-you = If you didn't sign up, you can ignore this message. No account will be created.
letters-in-use-subject = { -brand }: about your account
letters-in-use-opening = Someone tried to sign up with this email address, but you already have an account. You can simply sign in.
letters-in-use-link = Sign in
letters-in-use-forgotten = Forgotten your password? You can choose a new one from the sign-in page.
letters-in-use-not-you = If this wasn't you, there is nothing you need to do.
letters-reset-subject = { -brand }: choose a new password
letters-reset-opening = You asked for a new password. You can choose one on the page below.
letters-reset-link = Choose a new password
letters-reset-life = The link works once, for one hour.
letters-reset-not-you = If you didn't ask for this, you can ignore this message. Your password stays as it is.
letters-password-subject = { -brand }: your password was changed
letters-password-opening = The password of your account was changed, and every other device was signed out.
letters-password-link = Choose a new password
letters-password-not-you = If this wasn't you, choose a new password straight away on the page above.
letters-code-subject = { -brand }: your sign-in code is { $code }
letters-code-opening = Enter this code on the page where you are signing in.
letters-code = Code
letters-code-life = The code works for 10 minutes, only in the window where you asked for it.
letters-code-not-you = If you didn't ask for it, you can ignore this message. Never tell anyone the code.
letters-email-new-subject = { -brand }: confirm your new email address
letters-email-new-opening = You asked to use this address for your account. If that's right, confirm it on the page below.
letters-email-new-link = Use this address
letters-email-new-not-you = If you didn't ask for this, you can ignore this message. Your email address stays as it is.
letters-email-old-subject = { -brand }: confirm the change of your email address
letters-email-old-opening = You asked to change the email address of your account. If that's right, confirm it on the page below.
letters-email-old-to = New address
letters-email-old-link = Confirm the change
letters-email-old-not-you = If you didn't ask for this, change your password. Your email address stays as it is unless you open the link.
letters-email-both = The change is complete once you have confirmed it from both addresses. The links work for 24 hours.
letters-email-changed-subject = { -brand }: your email address was changed
letters-email-changed-opening = The email address of your account was changed. You can no longer sign in with this one.
letters-email-changed-not-you = If this wasn't you, contact us straight away.
letters-invitation-subject = { -brand }: you are invited to join the team at { $place }
letters-invitation-opening = You have been invited to join the team at { $place }. You can accept on the page below.
letters-invitation-link = See the invitation
letters-invitation-role = Role
letters-invitation-life = The link works for 7 days.
letters-invitation-not-you = If you don't know this business, you can ignore this message.

## Two-step verification

letters-factor-demanded-subject = { -brand }: set up two-step verification for { $shop }
letters-factor-demanded-opening = The owner now requires two-step verification from everyone on the team.
letters-factor-demanded-next = You'll see the deadline the next time you sign in. Please set up an authenticator app or a passkey by then. It takes a few minutes.
letters-factor-demanded-link = Set up two-step verification
letters-factor-added-subject = { -brand }: a two-step verification method was added
letters-factor-added-opening = A new method of two-step verification was added to your account.
letters-factor-removed-subject = { -brand }: a two-step verification method was removed
letters-factor-removed-opening = One method of two-step verification was removed from your account.
letters-recovery-subject = { -brand }: a recovery code was used
letters-recovery-opening = Someone signed in to your account with a recovery code. That code no longer works.
letters-factors-reset-subject = { -brand }: your two-step verification was reset
letters-factors-reset-opening = At your request our team removed your authenticator app, recovery codes and passkeys, and signed you out everywhere.
letters-factors-reset-next = Sign in with your password or a code by email, then set up two-step verification again.
letters-factors-reset-not-you = If you did not ask for this, change your password now and contact us.
letters-factor-not-you = If this wasn't you, change your password now and check where you are signed in.
letters-factor-link = See your two-step verification
letters-identity-linked-subject = { -brand }: a way to sign in was added
letters-identity-linked-opening = An account at another service was linked, and can now be used to sign in to yours.
letters-identity-linked-not-you = If this wasn't you, unlink it straight away on the page above and change your password.
letters-identity-link = Check your ways to sign in
letters-identity-unlinked-subject = { -brand }: a way to sign in was removed
letters-identity-unlinked-opening = An account at another service was unlinked, and can no longer be used to sign in to yours.
letters-identity-unlinked-not-you = If this wasn't you, change your password straight away and check the page above.
letters-taken-subject = { -brand }: your data was downloaded
letters-taken-opening = A copy of the data in your account has been downloaded.
letters-taken-not-you = If this wasn't you, choose a new password straight away on the page above.
letters-closed-subject = { -brand }: your account has been deactivated
letters-closed-opening = Our team has deactivated your account. You can no longer sign in, and you are signed out everywhere.
letters-closed-bookings = Bookings you have made are not cancelled. Please contact the shop to change or cancel them.
letters-closed-question = If you think this is a mistake, please contact us.
letters-reopened-subject = { -brand }: your account is active again
letters-reopened-opening = Your account has been reactivated. You can sign in as before.
letters-erased-subject = { -brand }: your account is closed
letters-erased-opening = Your account has been deleted as you asked, and you are signed out everywhere.
letters-erased-shops = What shops hold about you is being deleted as well. Only the date, service and price of your bookings stay with them, without your name.
letters-erased-again = You can use this address to sign up again at any time. Thank you for using our service.

## Time off

letters-time-off-asked-subject = { $shop }: { $name } asks for time off
letters-time-off-asked-opening = { $name } has asked for time off.
letters-time-off-asked-next = You can see the type and any words with it on the shifts page.
letters-time-off-decide = Open the shifts
letters-time-off-approved-subject = { $shop }: your time off is approved
letters-time-off-approved-opening = This time off is approved, and the shifts show it.
letters-time-off-declined-subject = { $shop }: your time off was declined
letters-time-off-declined-opening = This time off was declined. Your shifts stay as they are.
letters-time-off-revoked-subject = { $shop }: your time off no longer stands
letters-time-off-revoked-opening = This time off had been approved and no longer stands. Your shifts are back as they were.
letters-time-off-own = Open your requests
letters-time-off-when = When
