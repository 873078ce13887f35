# Pages and notes for what did not work: why, and what to do next. "Sorry" once, if it is our fault.

## Ways on

errors-way-home = Go to the home page
errors-way-inside = Go to your own pages

## Pages

errors-not-found-title = Page not found
errors-not-found-text = Use the link in your email to see your { -booking }
errors-not-found-inside = Check the address. Links in emails work for a limited time only.
errors-forbidden-title = You can't open this page
errors-forbidden-text = If you need it, ask the owner of your business for access
errors-shop-device-title = This page can't be opened on a shop tablet
errors-shop-device-text = Sign in with your password on a device of your own
errors-device-revoked-title = This tablet is no longer registered
errors-device-revoked-text = To keep using it, an owner or a manager needs to sign in here and set it up again
errors-acting-title = You can't change this while acting as someone else
errors-acting-text = Only they can change their account settings. To go back to your own pages, press “Stop acting as them” at the top of this page.
errors-expired-title = This link has expired
errors-expired-text = We can email you a new one. If it's urgent, please call the business.
errors-too-many-title = Please wait a moment
errors-too-many-text = There were many tries in a row. Try again in { $wait }.
errors-busy-title = We're very busy right now
errors-busy-text = Please try again in about { $wait }
errors-broken-title = Something went wrong on our side
errors-broken-text = Sorry about that. Please try again.
errors-broken-number = If it happens again, please tell us this number: { $number }
errors-too-large-title = That's too large to send
errors-too-large-text = You can send up to { $megabytes } MB. Make photos smaller and try again.
errors-slow-title = That took too long to reach us
errors-slow-text = Try again where your connection is better
errors-method-title = That can't be done here
errors-method-text = Go back and use the button on the page again
errors-bad-form-title = This page was open for too long
errors-bad-form-text = To keep you safe, nothing was sent. Open the page again and send it once more.
errors-unreadable-title = We couldn't read what was sent
errors-unreadable-text = Go back and enter it again

## Bookings

errors-slot-taken = That time was just taken. Here are the nearest times
errors-hold-expired = Your hold ran out. Your details are still here
errors-cancel-closed = Online cancelling has closed. Please call { $phone }
errors-overlap = Overlaps { $name }'s booking { $time }
