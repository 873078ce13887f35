# Questions asked beforehand (forms, medical questions, consents)

## Managing the shop

questions-title = Questions for guests
questions-home = What guests are asked when they book: allergies, health, consents
questions-lead = Guests answer on the booking form, and the answers come with the booking.
questions-empty = There are no questions yet. Add one, or start from an example below.
questions-order = Order of the questions
questions-order-lead = Guests see them from top to bottom. A question can depend on the answer to an earlier one for the same service.
questions-examples = Start from an example
questions-examples-lead = You can change everything before you save.
questions-one = Question
questions-new = Add question
questions-edit = Edit question
questions-edit-lead = Changes are for bookings to come. Answers you already have keep the words they were asked with.
questions-kind = How guests answer
questions-kind-line = Short text
questions-kind-lines = Long text
questions-kind-one = Choose one
questions-kind-several = Choose any
questions-kind-date = Date
questions-kind-consent = Consent (signed)
questions-kind-file = Photo or PDF
questions-name-ja = Question (Japanese)
questions-name-en = Question (English)
questions-name-required = Enter the question
questions-hint-ja = Hint (Japanese)
questions-hint-en = Hint (English)
questions-required = Guests must answer
questions-required-note = Bookings that staff take can be saved without an answer
questions-health = About health
questions-health-note = Guests first agree to how you handle health details
questions-health-mark = Health
questions-choices = Choices
questions-choices-lead = For “Choose one” and “Choose any”. One per line, in the order guests see them.
questions-choices-ja = Choices (Japanese)
questions-choices-en = Choices (English)
questions-choices-en-hint = Same order and number as in Japanese
questions-choices-required = Enter the choices, one per line
questions-choices-many = Enter at most { $max } choices
questions-choices-uneven = Enter { $count } lines in English too, or leave it empty
questions-choices-twice = One choice is there twice
questions-choices-count = { $count ->
    [one] 1 choice
   *[other] { $count } choices
}
questions-wording = Text of the consent
questions-wording-lead = Guests read this, agree and type their name. The text, the name and the time are kept with the booking.
questions-wording-ja = Text (Japanese)
questions-wording-en = Text (English)
questions-wording-required = Enter the text guests agree to
questions-whom = Who is asked
questions-whom-lead = You can ask only guests who chose a certain answer to an earlier question.
questions-always = Everyone
questions-only = Only if “{ $choice }” was chosen for “{ $name }”
questions-only-gone = What it depends on does not come before it, so everyone is asked
questions-services = Services
questions-services-lead = Services for which this is asked
questions-many = “{ $name }” has { $max } questions already, which is the most for one service
questions-of = For: { $names }
questions-everywhere = For every service
questions-nowhere = For no service yet

questions-example-allergy = Which foods are you allergic to?
questions-example-allergy-hint = Write other foods in the remarks
questions-example-allergy-choices =
    Shrimp
    Crab
    Walnut
    Wheat
    Buckwheat
    Egg
    Milk
    Peanut
questions-example-symptoms = What brings you in?
questions-example-symptoms-hint = Since when, where and how. Add any medicine you take
questions-example-hair = What was done to your hair in the past year?
questions-example-hair-hint = Colouring at home counts, too
questions-example-hair-choices =
    Colour
    Bleach
    Perm
    Straightening
    Black dye
    None of these
questions-example-experience = How much experience do you have?
questions-example-experience-hint = It helps us plan the lesson
questions-example-experience-choices =
    None yet
    I have tried a few times
    More than a year
    Some, but long ago
questions-example-body = Is there anything we should take care of?
questions-example-body-hint = Injuries, conditions, pregnancy. Leave it empty if there is nothing
questions-example-arrival = How will you come?
questions-example-arrival-hint = If you would like to be picked up, write your arrival time in the remarks
questions-example-arrival-choices =
    By car
    By train or bus, and I would like to be picked up
    By train or bus
    By taxi
    I do not know yet
