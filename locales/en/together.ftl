# Several people, or several services one after the other. What guests see.

together-way = Add another service
together-bring-way = Bring somebody
together-title = Services and time
together-sum = { $length } in all, { $price } (tax incl.)
together-you = You
together-companion = Companion { $number }
together-add = Add another service ({ $whose })
together-bring-title = Bring somebody
together-bring = Their service
together-choose = Choose a service
together-offer = { $name } ({ $length }, { $price })
together-person = { $name } ({ $fee })
together-about = { $name } ({ $whose })
together-drop = Remove
together-up = Move earlier
together-show = See free times
together-wait = You may wait up to { $minutes } minutes between two services.
together-request = Some of this is booked on request. You ask for a time, and all of it is confirmed together once the shop approves.
together-choose-first = Choose a service to see free times.

## What cannot be booked together

together-apart-title = Services booked on their own
together-apart-line = { $name }: { $why }
together-apart-by-hand = please call us
together-apart-class = held at set times
together-taken-out = “{ $name }” can't be booked together with other services ({ $why }). Book it on its own from the menu
together-otherwise = These can't be booked like this. Check the services and their options

## What has to be mended

together-unread = Part of this could not be read. Choose the services again
together-unknown = One of the services can't be booked now. Choose another
together-services = One guest can have up to { $most } services
together-guests = Up to { $most } guests can book together
together-nobody = This person does not do this service. Choose again
together-party = Choose between { $least } and { $most } people
together-most = There is no room for this many. We can take up to { $most }
together-most-way = See times for { $most }
together-never-hours = These don't fit into our opening hours one after the other. Take one away, or change their order.
together-never-people = Nobody can do these together on any one day. Change a service or the person.
together-without = See { $day } without { $name }
