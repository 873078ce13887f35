# For shops: what this service does for them.

shops-way = For shops
shops-home = A booking page and the diary behind it, in one place.
shops-home-way = See what it does for you
shops-title = Every booking in one diary
shops-lead = Online and phone bookings land in the same diary. Your guests need no account.
shops-open = Set up your shop
shops-title-online = A booking page of your own
shops-text-online = In Japanese and English. It lists only times when the right person and seat are free, and keeps the chosen one while your guest fills in the form, so nothing is booked twice. Guests change or cancel from the link in their email.
shops-title-diary = A diary that keeps up with the phone
shops-text-diary = See the day by time or by person, and the weeks ahead. Type a number or a name to find a guest's last visit and book them in while they talk. Somebody is late? Two presses.
shops-title-closing = Look before you change
shops-text-closing = Closing a day, new hours, new prices: you see which bookings are affected before you save. What is already booked keeps the price and the terms that you promised.
shops-title-guests = Notes that stay with the guest
shops-text-guests = Charts, photos, staff notes and consent forms for each guest. Set up questions, and guests answer them as they book.
shops-title-team = Your team, each with their role
shops-text-team = Plan shifts and answer requests for time off. Decide by role who sees and does what. Staff share the tablet at the counter with a PIN.
shops-title-moving = Move in, and out again
shops-text-moving = Bring your guest list and bookings along as CSV files. Take everything out as CSV whenever you like.
shops-screens = Five screens to your live page
shops-screens-lead = Each starts with an example for your kind of shop, so you only change what differs. Nobody sees your shop until you publish it.
shops-screen-kind = Salon, clinic, restaurant, class, home visits, or an inn with day visits.
shops-screen-name = Your shop's name, phone number and address.
shops-screen-hours = Check your opening hours, day by day.
shops-screen-services = Set prices, lengths, staff and seats.
shops-screen-publish = Look it over and publish.
