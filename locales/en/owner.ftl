# The back office. Short nouns and verbs.

owner-nav-office = Manage shop
owner-home-title = Manage your shop
owner-home-people = People
owner-home-team = Invitations, roles and permissions, shop tablets
owner-home-visits = When our support team acted for your staff

## What a change affects, before it is saved

owner-effect-outside = Bookings affected ({ $count })
owner-effect-outside-none = No booking falls outside the new times.
owner-effect-outside-lead = These bookings do not fit the new times. They stay as they are: contact the customers, then move or cancel.
owner-effect-booking = { $guest }, { $service }
owner-effect-further = and { $count } more
owner-effect-starts-title = Bookable times in the four weeks from { $day }
owner-effect-starts = { $gained } more start times, { $lost } fewer
owner-effect-service = Service
owner-effect-now = Now
owner-effect-gained = More
owner-effect-lost = Fewer
owner-effect-count = { $count }
owner-home-time = Time
