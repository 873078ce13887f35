# Letters to customers. They come from the shop and hold facts only: no advertising, and no link that leads to any.

letters-from-name = { $shop } ({ -brand })
letters-greeting = { $tone ->
    [formal] Dear { $name },
    [casual] Hi { $name },
   *[polite] Dear { $name },
}

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
letters-proposed-subject = Please confirm – { $at }, { $shop }
letters-proposed-subject-clinic = Please confirm your booking

## The first sentence

letters-confirmed-opening = { $tone ->
    [formal] Thank you very much for your booking. We are pleased to confirm it as follows.
    [casual] Thanks for booking with us. You're all set.
   *[polite] Thank you for booking with us. Your booking is confirmed.
}
letters-confirmed-plain = { $tone ->
    [formal] We are pleased to confirm your booking as follows.
    [casual] Your booking is all set.
   *[polite] Your booking is confirmed as below.
}
letters-confirmed-again = { $tone ->
    [formal] The cancellation of which we informed you has been withdrawn. Your booking is confirmed as follows.
    [casual] Please ignore our cancellation email. It has been undone, and your booking is confirmed as below.
   *[polite] The cancellation we wrote to you about has been undone. Your booking is confirmed as below.
}
letters-changed-by-guest = { $tone ->
    [formal] As you requested, your booking has been moved. The new time is confirmed.
    [casual] We've moved your booking. The new time is all set.
   *[polite] Your booking has been moved as you asked. The new time is confirmed.
}
letters-changed-by-shop = { $tone ->
    [formal] A member of our staff has moved your booking. Should the new time not suit you, please change or cancel it on the page below.
    [casual] We've moved your booking. If the new time doesn't work for you, just change or cancel it on the page below.
   *[polite] A member of our staff has moved your booking. If the new time doesn't suit you, you can change or cancel it on the page below.
}
letters-changed-staff = { $tone ->
    [formal] We have changed the member of staff who will look after you. The time remains the same. Should this not suit you, please change or cancel your booking on the page below.
    [casual] Somebody else will look after you. The time stays the same. If that doesn't work for you, just change or cancel on the page below.
   *[polite] We have changed who will look after you. The time stays the same. If that doesn't suit you, you can change or cancel your booking on the page below.
}
letters-cancelled-by-guest = { $tone ->
    [formal] As you requested, your booking has been cancelled.
    [casual] Your booking is cancelled, as you asked.
   *[polite] Your booking has been cancelled as you asked.
}
letters-cancelled-by-shop = { $tone ->
    [formal] A member of our staff has cancelled your booking. If you did not expect this, please contact us.
    [casual] We've cancelled your booking. If you weren't expecting this, please get in touch.
   *[polite] A member of our staff has cancelled your booking. If you didn't expect this, please contact us.
}
letters-cancelled-session = { $tone ->
    [formal] We regret to inform you that this session will not be held. Your booking has therefore been cancelled.
    [casual] Sorry, this session won't take place, so your booking is cancelled.
   *[polite] We are sorry: this session will not be held, so your booking has been cancelled.
}
letters-cancelled-too-few = { $tone ->
    [formal] We regret to inform you that this session will not be held, as too few people have booked it. Your booking has therefore been cancelled.
    [casual] Sorry, too few people have booked this session, so it won't take place. Your booking is cancelled.
   *[polite] We are sorry: too few people have booked this session, so it will not be held. Your booking has been cancelled.
}
letters-changed-fee = A fee of { NUMBER($yen, style: "currency", currency: "JPY") } for changing is due at your visit.
letters-cancelled-fee = There is a cancellation fee of { NUMBER($yen, style: "currency", currency: "JPY") }.
letters-cancelled-no-fee = There is no cancellation fee.
letters-delayed = { $tone ->
    [formal] We are running approximately { $minutes } minutes late today, and your visit will begin a little after the time you booked. You are welcome to arrive { $minutes } minutes later as well. Please accept our apologies for the delay.
    [casual] We're running about { $minutes } minutes late today, so we'll start a little after the time you booked. Feel free to come { $minutes } minutes later too. Sorry for the wait.
   *[polite] We are running about { $minutes } minutes late today, so your visit will begin a little after the time you booked. You are welcome to come { $minutes } minutes later too. We are sorry to keep you waiting.
}
letters-delayed-visit = { $tone ->
    [formal] We are running late today and will reach you approximately { $minutes } minutes after the time you booked. Please accept our apologies for the delay.
    [casual] We're running late today and will be with you about { $minutes } minutes after the time you booked. Sorry for the wait.
   *[polite] We are running late today and will reach you about { $minutes } minutes after the time you booked. We are sorry to keep you waiting.
}
letters-proposed-time = { $tone ->
    [formal] We regret that the person who was to look after you is unexpectedly away, and that we cannot keep the time you booked. We are holding the following time for you instead. On the page below, please let us know whether it suits you, choose another time, or cancel. Cancelling costs nothing.
    [casual] Sorry, the person who was going to look after you is unexpectedly away, so we can't keep the time you booked. We're holding this time for you instead. On the page below, tell us if it works, pick another time, or cancel. Cancelling costs nothing.
   *[polite] We are sorry: the person who was to look after you is unexpectedly away, and we cannot keep the time you booked. We are holding the following time for you instead. On the page below, please tell us whether it suits you, choose another time, or cancel. Cancelling costs nothing.
}
letters-proposed-staff = { $tone ->
    [formal] We regret that the person you chose is unexpectedly away. Another member of our staff can look after you at the time you booked. On the page below, please let us know whether this suits you, choose another time, or cancel. Cancelling costs nothing.
    [casual] Sorry, the person you chose is unexpectedly away. Somebody else can look after you at the time you booked. On the page below, tell us if that works, pick another time, or cancel. Cancelling costs nothing.
   *[polite] We are sorry: the person you chose is unexpectedly away. Somebody else can look after you at the time you booked. On the page below, please tell us whether that suits you, choose another time, or cancel. Cancelling costs nothing.
}
letters-proposed-choice = { $tone ->
    [formal] We regret that the person who was to look after you is unexpectedly away, and that we cannot keep the following booking. On the page below, please choose another time, or cancel. Cancelling costs nothing.
    [casual] Sorry, the person who was going to look after you is unexpectedly away, so we can't keep this booking. On the page below, please pick another time, or cancel. Cancelling costs nothing.
   *[polite] We are sorry: the person who was to look after you is unexpectedly away, and we cannot keep the following booking. On the page below, please choose another time, or cancel. Cancelling costs nothing.
}

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
letters-link-answer = Answer (no sign-in needed)
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
letters-sessions-asked-subject = { -brand }: a session at { $shop } has too few people
letters-sessions-asked-opening = A class session has fewer people than it needs. Please decide whether to hold it or call it off.
letters-sessions-asked-next = Until you decide, it stays on. If you call it off, everybody who booked is told by email.
letters-sessions-asked-link = See the class sessions
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

## Requests. Guests always read that nothing is confirmed yet, and until when the shop answers.

letters-request-received-subject = Request received – { $at }, { $shop }
letters-request-received-subject-clinic = We have your request
letters-request-proposed-subject = Another time for you – { $at }, { $shop }
letters-request-proposed-subject-clinic = Another time for you
letters-request-unmet-subject = Request not accepted – { $at }, { $shop }
letters-request-unmet-subject-clinic = About your request
letters-request-received = { $tone ->
    [formal] We have received your request. Please note that it is not confirmed yet. We will check it and inform you by email.
    [casual] We've got your request. It isn't confirmed yet: the shop will check it and email you.
   *[polite] We have received your request. It is not confirmed yet. The shop will check it and email you.
}
letters-request-again = { $tone ->
    [formal] We informed you that your request was declined. This has been withdrawn: your request is once more under consideration. It is not confirmed yet.
    [casual] Please ignore our email that said no. It has been undone, and your request is waiting for the shop again. It isn't confirmed yet.
   *[polite] We wrote to you that your request was declined. That has been undone: your request is waiting for the shop again. It is not confirmed yet.
}
letters-request-moved = { $tone ->
    [formal] As you requested, your request has been moved. Please note that it is not confirmed yet. We will check it and inform you by email.
    [casual] We've moved your request. It isn't confirmed yet: the shop will check it and email you.
   *[polite] Your request has been moved as you asked. It is not confirmed yet. The shop will check it and email you.
}
letters-request-moved-by-shop = { $tone ->
    [formal] A member of our staff has moved your request. Please note that it is not confirmed yet. Should the new time not suit you, please change or cancel it on the page below.
    [casual] We've moved your request. It isn't confirmed yet. If the new time doesn't work for you, just change or cancel it on the page below.
   *[polite] A member of our staff has moved your request. It is not confirmed yet. If the new time doesn't suit you, you can change or cancel it on the page below.
}
letters-request-free = Withdrawing it before it is confirmed costs nothing.
letters-request-until = The shop answers by { $until }. After that the request ends automatically. Withdrawing it before it is confirmed costs nothing.
letters-request-proposed = { $tone ->
    [formal] We would like to suggest another time or another member of staff for your request. Please choose what suits you on the page below. Until you do, the time you asked for is held as well.
    [casual] We have another time or other staff to suggest for your request. Pick what works for you on the page below. Until you do, we're keeping the time you asked for too.
   *[polite] The shop suggests another time or other staff for your request. Please choose what suits you on the page below. Until you do, the time you asked for is held as well.
}
letters-request-offer = – { $when }
letters-request-choose = See the suggestions and choose (no sign-in needed)
letters-request-choose-until = Please answer by { $until }. These times are held for you until then.
letters-request-lapsed = { $tone ->
    [formal] We regret that we did not answer in time, and that this request has therefore ended. Nothing is charged.
    [casual] Sorry, the shop didn't answer in time, so this request has ended. Nothing is charged.
   *[polite] The shop did not answer in time, so this request has ended. Nothing is charged.
}
letters-request-lapsed-next = { $tone ->
    [formal] Should it be urgent, please call us.
    [casual] If it's urgent, please call us.
   *[polite] If it is urgent, please call the shop.
}
letters-request-declined = { $tone ->
    [formal] We regret that we were unable to accept this request.
    [casual] Sorry, we couldn't accept this request.
   *[polite] We are sorry: we could not accept this request.
}
letters-request-declined-next = { $tone ->
    [formal] Nothing is charged. We would be delighted to welcome you at another time.
    [casual] Nothing is charged. We'd be glad to see you another time.
   *[polite] Nothing is charged. We would be glad to see you at another time.
}

## Requests: to the shop

letters-request-greeting = Dear { $shop } team,
letters-request-open = Open the request
letters-request-waiting-subject = Please answer: booking request { $at }
letters-request-reminder-subject = Reminder: booking request { $at }
letters-request-taken-subject = Confirmed: your guest chose { $at }
letters-request-refused-subject = Please answer: suggestions turned down { $at }
letters-request-over-subject = Ended: booking request { $at }
letters-request-waiting = There is a new booking request. Your guest is waiting for an answer.
letters-request-reminder = This booking request has not been answered yet.
letters-request-answer-until = Please answer by { $until }. After that the request ends automatically.
letters-request-taken = Your guest chose one of your suggestions. The booking is confirmed as below.
letters-request-refused = None of your suggestions suited your guest. They are still waiting for the time they asked for.
letters-request-over = This booking request was not answered in time and has ended. We have told your guest.

## The waiting list

letters-waiting-subject-clinic = About the waitlist
letters-waiting-asked-subject = Please confirm: waitlist at { $shop }
letters-waiting-asked-opening = { $tone ->
    [formal] We have received your request to join the waitlist. Please note that you are not on it yet: kindly open the page below and confirm.
    [casual] We've got your request to join the waitlist. You're not on it yet: open the page below and confirm.
   *[polite] We have received your request to join the waitlist. You are not on it yet: open the page below and confirm.
}
letters-waiting-asked-life = If you do not confirm within 24 hours, your request is withdrawn.
letters-waiting-asked-not-you = If you did not ask for this, delete this email. Nobody will be put on the waitlist.
letters-waiting-asked-link = Confirm and join the waitlist
letters-waiting-known-subject = You are already on the waitlist at { $shop }
letters-waiting-known-opening = { $tone ->
    [formal] You are already on the waitlist for this. Should your wishes have changed, please leave the waitlist on the page below and join again.
    [casual] You're already on the waitlist for this. If your wishes have changed, leave it on the page below and join again.
   *[polite] You are already on the waitlist for this. To change your wishes, leave the waitlist on the page below and join again.
}
letters-waiting-offered-subject = A time is free: { $at }, { $shop }
letters-waiting-offered-opening = { $tone ->
    [formal] We are pleased to tell you that a time you were waiting for has become free. It is held for you until you have to answer.
    [casual] Good news: a time you were waiting for has come free. We're holding it for you until you have to answer.
   *[polite] A time you were waiting for has come free. We are holding it for you until you have to answer.
}
letters-waiting-earlier-opening = { $tone ->
    [formal] We are pleased to tell you that a time earlier than your booking has become free. It is held for you until you have to answer. If you accept, your booking moves there.
    [casual] Good news: a time earlier than your booking has come free. We're holding it for you until you have to answer. If you take it, your booking moves there.
   *[polite] A time earlier than your booking has come free. We are holding it for you until you have to answer. If you accept, your booking moves there.
}
letters-waiting-offered-link = See the time and answer
letters-waiting-deadline = Answer by
letters-waiting-night = The hours from { $sleeps } to { $wakes } do not count.
letters-waiting-next = If we do not hear from you by then, we will ask the next person.
letters-waiting-lapsed-subject = No longer held: { $at }, { $shop }
letters-waiting-lapsed-opening = { $tone ->
    [formal] The time to answer has passed, and this time is no longer held for you. No booking has been made.
    [casual] The time to answer is up, so we're no longer holding this time. Nothing has been booked.
   *[polite] The time to answer is over, and this time is no longer held for you. Nothing has been booked.
}
letters-waiting-lapsed-earlier = { $tone ->
    [formal] The time to answer has passed, and this time is no longer held for you. Your booking remains as it is.
    [casual] The time to answer is up, so we're no longer holding this time. Your booking stays as it is.
   *[polite] The time to answer is over, and this time is no longer held for you. Your booking stays as it is.
}
letters-waiting-link = Your place on the waitlist (no sign-in needed)
letters-reminder-subject = Reminder: { $at }, { $shop }
letters-reminder-subject-clinic = About your booking
letters-reminder-opening = { $tone ->
    [formal] We would like to remind you of your booking. We look forward to welcoming you.
    [casual] Your booking is coming up. See you soon.
   *[polite] This is a reminder of your booking. We look forward to seeing you.
}
letters-reminder-move = Change the time
letters-reminder-cancel = Cancel the booking
letters-reminder-opening-visit = { $tone ->
    [formal] We would like to remind you of our visit. We look forward to seeing you.
    [casual] Our visit is coming up. See you soon.
   *[polite] This is a reminder of our visit. We look forward to seeing you.
}
letters-reminder-plain = { $tone ->
    [formal] We would like to remind you of your booking.
    [casual] Your booking is coming up.
   *[polite] This is a reminder of your booking.
}

## The end. Letters in the usual tone have none.

letters-closing = { $tone ->
    [formal] We look forward to seeing you.
    [casual] See you then.
   *[polite] { "" }
}
letters-closing-waits = { $tone ->
    [formal] Thank you for your patience.
    [casual] Thanks for bearing with us.
   *[polite] { "" }
}
letters-closing-over = { $tone ->
    [formal] We hope to welcome you on another occasion.
    [casual] We hope to see you another time.
   *[polite] { "" }
}

## What is filled into the words of a shop

letters-own-customer = { $name }
letters-own-nobody = guest
letters-own-service = your booking
letters-own-staff = { $name }
letters-own-anybody = our staff
letters-own-minutes = { $minutes } minutes
letters-own-count = { $count ->
    [one] 1 booking
   *[other] { $count } bookings
}

letters-webhook-stopped-subject = { -brand }: a webhook of { $shop } was stopped
letters-webhook-stopped-opening = Nothing has reached one of your webhook addresses for a long time, so we stopped sending to it.
letters-webhook-stopped-next = What happens meanwhile is kept for 30 days. Once the receiver is mended, press “Resume” and all of it is sent. Bookings are not affected.
letters-webhook-stopped-link = See the webhooks
