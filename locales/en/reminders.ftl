reminders-title = Reminders
reminders-home = Email customers before their booking
reminders-lead = Customers are reminded of their confirmed bookings by email. If a booking is moved, they are reminded of the new time.
reminders-when = When to send
reminders-quiet = Nothing is sent between { $evening } and { $morning }. Whoever books after a reminder was due gets only the confirmation.
reminders-day-before = At 18:00 on the day before
reminders-hours = Also on the day
reminders-hours-none = Not on the day
reminders-hours-before = { $hours ->
    [one] { $hours } hour before
   *[other] { $hours } hours before
}
reminders-letter = Reminder
