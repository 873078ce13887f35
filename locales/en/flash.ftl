# Said once, after a redirect.

flash-moved = Your booking has been moved
flash-cancelled = Your booking has been cancelled
flash-already-cancelled = This booking had already been cancelled
flash-extended = We'll hold your time a little longer
flash-taken = Booking added
flash-advanced = Status changed
flash-undone = Undone
flash-time-gone = This can't be undone: the time has been taken by another booking
flash-overtaken = Somebody else changed this first. Here is the latest
flash-note-saved = Note saved
flash-guest-moved = Booking changed
flash-called-off = Booking cancelled
flash-too-early = You can't mark a no-show before the booking begins
flash-password-reset = Your password was changed. Sign in with the new one
flash-password-changed = Your password was changed. Other devices were signed out
flash-signed-out = You are signed out
flash-session-ended = That device is signed out
flash-others-ended = All other devices are signed out
flash-application-saved = Your application was saved
flash-application-sent = Your application was sent for review
flash-paper-added = Document added
flash-paper-removed = Document removed
flash-decided = Done
