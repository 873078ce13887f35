# The five screens that open a shop, and what comes after.

opening-next = Continue
opening-step-kind = Kind
opening-step-name = Name and address
opening-step-hours = Opening hours
opening-step-services = Services
opening-step-publish = Publish

## The kind of business

opening-kind-title = What kind of business is it?
opening-kind-lead = We fill in example services, hours and a cancellation policy to suit it. You can change all of them later.
opening-kind-note-salon = Hair, nails, massage. Guests book a person
opening-kind-note-clinic = Doctors, dentists, physiotherapists. First and return visits apart
opening-kind-note-restaurant = Restaurants and cafés. Guests book a table for their party
opening-kind-note-class = Lessons and studios. Sessions with a number of places
opening-kind-note-home-visit = Cleaning, repairs, treatments at home. You go to the guest
opening-kind-note-stay = Inns and hot springs. Day plans and private baths

## Opening hours

opening-hours-title = Opening hours
opening-hours-lead = We have filled in hours that suit your kind of business. Change them to yours.
opening-hours-none = Enter hours for at least one day

## Services

opening-services-title = Services and who provides them
opening-services-lead = Tick what you offer, and change names and prices. What is not ticked is not added.
opening-services-newer = Services as they are now
opening-services-none = Choose at least one service
opening-name-ja = Name (Japanese)
opening-name-en = Name (English)
opening-minutes = Length
opening-minutes-unit = min
opening-price = Price (tax included)
opening-price-unit = yen
opening-other = Another service
opening-row = { $name }: { $label }
opening-resources-salon = Staff
opening-resources-clinic = Doctors
opening-resources-restaurant = Tables
opening-resources-class = Teachers and rooms
opening-resources-home-visit = Staff
opening-resources-stay = Rooms
opening-resources-lead = Each booking takes one. You can add more later.
opening-resources-none = Choose at least one
opening-policy = Cancellation fee
opening-policy-use = Use this cancellation fee
opening-notices = Before guests book

## Publish

opening-publish-title = Check before you publish
opening-publish-lead = As soon as you press Publish, guests can book.
opening-publish-reviewed = We review new businesses before they go live. Add your documents and ask for a review.
opening-publish = Publish
opening-publish-papers = Ask for a review
opening-publish-missing = Before you can publish
opening-publish-no-hours = Enter opening hours
opening-publish-no-services = Choose services
opening-publish-service = { $name }, { $length }, { $price }
opening-publish-policy-step = { $percent }% from { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} before
opening-publish-policy-last = { $percent }% after the start
opening-publish-policy-no-show = { $percent }% for a no-show
opening-publish-policy-none = No cancellation fee
opening-publish-hours = { $days } { $hours }
opening-change = Change
opening-preview = See your page
opening-preview-notice = This is a preview. Nobody else can see it.
