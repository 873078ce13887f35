# The menu, who and what it takes, and what cancelling costs. Short nouns and verbs.

catalog-nav-menu = Menu
catalog-home = Menu and prices
catalog-home-menu = Prices, lengths, what guests see, order
catalog-home-resources = Staff, rooms, tables, equipment, nomination fees
catalog-home-policies = Cancellation fees by date, and your default

## The menu

catalog-menu-title = Menu
catalog-menu-empty = There is nothing on the menu yet.
catalog-service-new = Add service
catalog-service-lead = Changes apply to new bookings. Bookings already made keep their price and details.
catalog-shown = Visible
catalog-hidden = Hidden
catalog-first = To the top
catalog-drag = Drag to reorder
catalog-up = Up
catalog-down = Down
catalog-who = With { $names }
catalog-who-more = With { $names } and { $count } more
catalog-who-nobody = No staff needed, up to { $count } at once
catalog-who-gone = Staff or equipment it needs is paused or deleted, so it cannot be booked
catalog-who-offline = Everyone it needs takes no online bookings, so guests cannot book it. You still can
catalog-between = ,{" "}
catalog-category-new = Add category
catalog-category-edit = Edit category
catalog-category-add = Add here
catalog-category-none = No category
catalog-category-empty = Nothing in this category yet
catalog-category-lead = If you delete it, its services stay under “No category”.
catalog-gone = Deleted ({ $count })
catalog-restore = Restore
catalog-deleted = Deleted
catalog-kind-service = Service
catalog-kind-category = Category

## Forms

catalog-delete = Delete
catalog-hide = Hide from guests
catalog-show = Show to guests
catalog-none = None
catalog-part-basics = Basics
catalog-part-translation = Description in Japanese (empty)
catalog-part-translated = Description in Japanese (filled in)
catalog-part-text = Description
catalog-part-party = People
catalog-part-rules = Booking rules
catalog-part-timetable = Fixed start times (classes)
catalog-changes-on = changes on { $date }
catalog-part-booking = In bookings
catalog-part-services = Services
catalog-part-ladder = Fees by time
catalog-part-no-show = No-shows
catalog-part-basis = How fees are worked out
catalog-name-ja = Name (Japanese)
catalog-name-en = Name (English)
catalog-name-required = Enter a name
catalog-name-taken = Another category has this name. Choose a different one
catalog-category = Category
catalog-price = Price (tax included)
catalog-tax-rate = Consumption tax
catalog-tax = { $rate }%
catalog-tax-none = Exempt
catalog-minutes = Length
catalog-real-length = From when visits really began and ended, the median is { $minutes } minutes (last { $visits } visits). The duration never changes by itself
catalog-minutes-five = Enter a length in steps of 5 minutes, for example 60
catalog-unit-yen = yen
catalog-unit-minutes = minutes
catalog-unit-people = people
catalog-unit-hours = hours before
catalog-unit-percent = %
catalog-audience = For
catalog-audience-everyone = Everyone
catalog-audience-new = First visit
catalog-audience-returning = Returning guests
catalog-description-ja = Description (Japanese)
catalog-description-en = Description (English)
catalog-important-ja = Important information (Japanese)
catalog-important-en = Important information (English)
catalog-important-hint = Always shown to guests before they confirm
catalog-needs-lead = Each booking takes one of each kind. If you choose none, bookings are taken up to “At the same time” below.
catalog-use = How a booking takes it
catalog-use-exclusive = Whole, for one booking
catalog-use-seats = One seat per person
catalog-must = Every booking needs one of: { $kind }
catalog-party-min = Smallest group
catalog-party-max = Largest group
catalog-party-order = The largest group cannot be smaller than the smallest
catalog-seats = At the same time
catalog-seats-hint = Used only if no staff, room or equipment is chosen
catalog-seats-too-few = If no staff or equipment is chosen, this must be at least the largest group
catalog-policy = Cancellation policy
catalog-policy-none = No cancellation fee
catalog-processing-after = Hands-on time before processing
catalog-processing-minutes = Processing time
catalog-processing-hint = While a colour or perm develops, for example. Once the hands-on time is over, the team member can take another customer until processing ends. The chair and equipment stay in use
catalog-processing-both = To set a processing time, fill in both the hands-on time before it and its length
catalog-processing-five = Enter a multiple of 5 minutes, for example 30
catalog-processing-too-long = Processing would end after the service does. Make the service longer or the processing shorter
catalog-buffer-before = Time kept free before
catalog-buffer-after = Time kept free after
catalog-notice-label = Book at least
catalog-notice = { $length } ahead
catalog-notice-days = { $count ->
        [one] 1 day ahead
       *[other] { $count } days ahead
    }
catalog-notice-none = Up to the start
catalog-horizon-label = Book up to
catalog-horizon = { $count ->
        [one] 1 day ahead
       *[other] { $count } days ahead
    }
catalog-horizon-today = Today only
catalog-step-label = Start times every
catalog-shops-own = Shop setting ({ $own })
catalog-timetable-hint = If you enter times, it can be booked only then. If all are empty, it can be booked at any time while you are open. For example 10:00 18:30
catalog-times-form = Enter times like 10:00, with spaces between

## Who and what the shop has

catalog-resources-title = Staff, rooms and equipment
catalog-resources-empty = There is no staff or equipment yet.
catalog-resource-new = Add staff, room or equipment
catalog-resource-kind = Kind
catalog-resource-name = Name shown
catalog-resource-booked = There are bookings to come. Move or cancel the bookings above first
catalog-kind-staff = Staff
catalog-kind-trainer = Instructors
catalog-kind-room = Rooms
catalog-kind-table = Tables
catalog-kind-equipment = Equipment
catalog-kind-vehicle = Vehicles
catalog-kana = Reading in kana
catalog-capacity = Seats
catalog-capacity-hint = 1 for staff, or a room for one group
catalog-fits = Largest group when taken whole
catalog-fits-hint = No limit if empty
catalog-fee = Nomination fee (tax included)
catalog-fee-hint = Only for staff whom guests may choose. 0 if free
catalog-active = Takes bookings
catalog-active-note = If off, it is paused. Bookings already made stay
catalog-resting = Paused
catalog-nominable = Guests may choose
catalog-nominable-note = Guests can choose them when booking
catalog-nominable-fee = Nomination fee { $fee }
catalog-offline = Stop online bookings
catalog-offline-note = Not shown to guests, and not given to bookings without a choice. You can still book them by hand. Bookings already made stay
catalog-offline-now = No online bookings
catalog-by-shifts = By shifts
catalog-by-shifts-note = If off, available whenever the shop is open
catalog-serves = { $count ->
        [one] 1 service
       *[other] { $count } services
    }
catalog-seats-of = { $count } seats
catalog-booking = { $when }, { $name } ({ $number })

## What cancelling costs

catalog-policies-title = Cancellation policies
catalog-policies-lead = The default is preselected for new services.
catalog-policies-empty = There is no cancellation policy yet.
catalog-policy-new = Add policy
catalog-policy-name = Name
catalog-policy-name-hint = For you. Guests see only the steps
catalog-policy-lead = { $count ->
        [0] No service uses it. Bookings already made keep the terms they were made under.
        [one] 1 service uses it. Bookings already made keep the terms they were made under.
       *[other] { $count } services use it. Bookings already made keep the terms they were made under.
    }
catalog-policy-in-use = Services use it. Choose another policy for the services above first
catalog-default = Default
catalog-make-default = Make default
catalog-ladder-hint = In any order. Leave unused steps empty. Before the first step, cancelling is free.
catalog-step-hours = Step { $place }: from
catalog-step-percent = Step { $place }: share of the price
catalog-step-order = Fees must rise towards the start, with no time used twice
catalog-no-show = Share of the price
catalog-basis-hint = What you explain when a guest asks (Consumer Contract Act).
catalog-basis-ja = How it is worked out (Japanese)
catalog-basis-en = How it is worked out (English)
catalog-preview = Example: a { $price } booking, { $when }
catalog-preview-submit = Preview with dates
catalog-fee-none = Free
catalog-fee-share = { $percent }% ({ $fee })
catalog-ladder-until = Until { $when }
catalog-ladder-from = After { $when }
catalog-ladder-always = Any time
catalog-ladder-no-show = No-show
catalog-ladder-free = Cancelling is free.
catalog-harsh = 100% applies more than 7 days ahead. Whatever exceeds your average loss is void (Consumer Contract Act, art. 9). Make sure you can explain it.
