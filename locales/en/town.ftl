# Find a free time: by day and part of the day, across every place in town.

town-way = Search by date and time
town-home = Already know when you want to go? See every place that is free then.
town-title = Find a free time
town-lead = Choose a day and a time of day to see every place you can book, with its free times.
town-kind = Type of place
town-text = Service or place
town-text-hint = e.g. haircut, yoga, dinner
town-place = Area
town-place-hint = Prefecture or city
town-date = Date
town-date-past = This date has passed. Choose today or a later date
town-part = Time of day
town-part-any = Any time
town-part-morning = Morning (until 12:00)
town-part-afternoon = Afternoon (12:00 to 17:00)
town-part-evening = Evening (from 17:00)
town-exact = Choose exact times
town-from = From
town-from-hint = e.g. 14:30. A time you enter here counts instead of the time of day above
town-until = Until
town-until-before = Enter a time later than “From”
town-party = Guests
town-change = Change your search
town-found = { $count ->
    [one] 1 place you can book on { $day }
   *[other] { $count } places you can book on { $day }
    }
town-order = Earliest free time first. Places with the same time change their order from day to day.
town-cut = Many places match, so we checked { $most } of them. Choose an area or a type to narrow it down.
town-more-times = { $count ->
    [one] See 1 more free time
   *[other] See { $count } more free times
    }
town-none = No place is free then, nor on the days around it. Try another date or number of guests.
town-none-instead = No place is free then. These times are:
town-none-shops = No place matches. Try another area, service or number of guests.
town-instead = { $day }, { $part }: { $shops ->
    [one] 1 place
   *[other] { $shops } places
    }
