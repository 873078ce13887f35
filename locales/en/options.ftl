# Options, and prices and lengths by staff member

options-own-title = Price and length by staff member
options-own-lead = Leave a box empty to use the price and length above. Without a chosen person, guests see “from”; with one, the exact figure.
options-own-price = Price with { $name } (tax included)
options-own-minutes = Length with { $name }

options-title = Options
options-home = Extras that change the price and the length
options-empty = There are no options yet. Make a group, then put options into it.
options-group-new = Add group
options-group-edit = Edit group
options-group-empty = Nothing to choose yet. Guests see the group once it has options.
options-new = Add option
options-edit = Edit option
options-edit-lead = Changes are for bookings to come. Bookings already made keep their price and time.
options-required = Guests must choose
options-choice = How many
options-choice-one = Only one
options-choice-several = As many as they like
options-services = Services
options-services-lead = Where guests can choose these options
options-price = Extra price (tax included, per person)
options-minutes = Extra time
options-rule-one = Required, only one
options-rule-at-most-one = Optional, only one
options-rule-some = Required, any number
options-rule-any = Optional, any number
options-note = { $rule } (for: { $names })
options-note-nowhere = { $rule } (for no service yet)
options-kind-group = Group
options-kind-option = Option
