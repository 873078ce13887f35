# Price rules: prices by day, time, season, party and so on

prices-title = Price rules
prices-home = Prices by day, time, season, party and so on
prices-lead = When several rules match, all of them apply, from the top down. No price falls below ¥0. Bookings already made keep their price, even when they are moved.
prices-empty = There are no price rules yet. For example: 10% off on weekday afternoons, or ¥1,000 more over New Year.
prices-new = Add rule
prices-edit = Edit rule
prices-edit-lead = Changes apply to future bookings. Bookings already made keep their price.
prices-rule = price rule
prices-always = Always
prices-about = For: { $names }
prices-about-nothing = For no service yet

## Form

prices-name-hint = Guests see it in the price breakdown, e.g. “Weekday offer”
prices-sign = How does the price change?
prices-sign-less = Goes down
prices-sign-more = Goes up
prices-size = By how much (yen or %)
prices-size-hint = Add-ons and staff choice fees stay as they are. Percentages are rounded down to whole yen.
prices-kind = Unit
prices-kind-percent = % of the price of the service
prices-kind-amount = yen per person, tax included
prices-part-days = Days
prices-days-note = Choose none for every day. A public holiday does not count as its weekday: choose “public holidays” as well to include it.
prices-part-when = Times and dates
prices-when-note = Counted by when the visit begins. Leave empty for any time.
prices-begins-from = Begins from
prices-begins-before = Begins before
prices-first-date = First date
prices-last-date = Last date
prices-part-who = People, time of booking, staff
prices-who-note = Leave empty for no condition.
prices-party-min = People (at least)
prices-party-max = People (at most)
prices-ahead-min = Booked early (at least this long ahead)
prices-ahead-max = Booked late (less than this long ahead)
prices-ahead-any = No condition
prices-staff = Staff
prices-anybody = Anybody
prices-priority = Order
prices-priority-first = First
prices-priority-usual = Usual
prices-priority-late = Later
prices-priority-last = Last
prices-scope = Which services?
prices-scope-all = All services
prices-scope-some = Only the services chosen
prices-scope-note = Used with “only the services chosen”.
prices-preview-submit = Check the prices
prices-preview = Prices when only this rule applies (per person, tax incl.)
prices-preview-none = None of its services is on the menu.
prices-becomes = { $usual } → { $price }

## What must be mended

prices-size-nothing = 0 changes nothing. Enter 1 or more
prices-dates-order = The last date must not be before the first
prices-ahead-order = “Booked late” must be a longer time than “booked early”
prices-scope-required = Choose at least one service
prices-too-many = You can have up to { $most } rules. Delete one you don't use, then add this one
prices-too-much-amount = { $name } (¥{ $price }) would fall below ¥0 together with other rules that apply at the same time. Enter ¥{ $most } or less
prices-too-much-percent = { $name } (¥{ $price }) would fall below ¥0 together with other rules that apply at the same time. Enter { $most }% or less
prices-nothing-left = Other rules alone already bring { $name } down to ¥0 at times. Choose days or times that don't overlap with theirs, or change those rules

## Trying it out

prices-trial = Try out the price
prices-trial-note = Calculated as on the booking page. Add-ons and staff choice fees are not included.
prices-trial-service = Service
prices-trial-date = Date of the visit
prices-trial-time = Begins at
prices-trial-party = People
prices-trial-booked = Booked
prices-trial-now = Now
prices-trial-ahead = { $ahead } ahead
prices-trial-submit = Show the price
prices-trial-result = { $name }, { $when }

## How conditions are said, to guests and to the shop

prices-said = { $name }: { $change }
prices-said-when = { $name } ({ $when }): { $change }
prices-percent-off = { $percent }% off
prices-percent-more = { $percent }% more
prices-amount-off = { $amount } off per person
prices-amount-more = { $amount } more per person
prices-join = {", "}
prices-between = { $from } to { $until }
prices-from = from { $date }
prices-until = until { $date }
prices-begins = beginning { $from } to { $until }
prices-by = with { $name }
prices-by-some = with some staff
prices-party-least = { $people } or more
prices-party-most = { $people } or fewer
prices-ahead-least = booked at least { $ahead } ahead
prices-ahead-most = booked less than { $ahead } ahead
prices-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
prices-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
