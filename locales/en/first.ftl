# What comes after publishing.

first-steps-title = Next steps
first-steps-count = { $done } of { $total } done
first-steps-done = Done
first-steps-open = To do
first-steps-text = Write a few words about your shop
first-steps-english = Add your name and description in English
first-steps-picture = Add photos of your shop
first-steps-policy = Decide on a cancellation fee
first-steps-legal = Fill in the legal notice
first-steps-team = Invite your staff
first-steps-factor = Set up two-step verification
first-steps-imports = Bring your bookings over from another system
first-steps-booking = Try booking yourself
first-steps-put-away = Put this list away
first-steps-take-out = Show the list
first-steps-away = The list is put away.
first-steps-draft-title = Not public yet
first-steps-draft = Fill in the rest to start taking bookings.
first-steps-on = Continue
