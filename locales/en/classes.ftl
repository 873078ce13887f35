# Classes and events: what is held at set times, and who comes. Pages behind the counter, and the customers' page of sessions.

classes-title = Class sessions
classes-title-waiting = Class sessions ({ $count } to decide)
classes-lead = Sessions on the timetable, and those added for single dates. Open one to record attendance, change it or call it off.
classes-weeks = Weeks
classes-week-before = Previous week
classes-week-after = Next week
classes-none = Nothing is held at set times yet. Give a service its start times, or save its class settings, and it will be listed here
classes-none-this-week = There are no sessions this week
classes-off = Called off
classes-closed = Outside opening hours, so nobody can book it
classes-asks = Decide whether to hold it
classes-lacks = { $count ->
    [one] 1 more person needed
   *[other] { $count } more people needed
}
classes-people-of = { $people } of { $all } places taken
classes-said = Changed for this date
classes-facts = About this session
classes-people = Expected
classes-left = Free
classes-left-count = { $count ->
    [one] 1 place left
   *[other] { $count } places left
}
classes-least = Minimum number
classes-least-hint = With 1, it is held however few book
classes-teacher = Teacher
classes-teacher-usual = As usual
classes-decided-itself = If there are too few on { $at }, it is called off automatically and everybody is told
classes-decided-asked = If there are too few on { $at }, you decide whether to hold it
classes-outcome-enough = Enough people had booked, so it will be held
classes-outcome-off = Too few people had booked, so it was called off automatically
classes-outcome-asked = Too few people had booked; whether to hold it is not decided yet
classes-outcome-kept = Too few people had booked, but you chose to hold it
classes-off-lead = This session has been called off. The bookings for it are cancelled.
classes-asks-lead = The minimum is { $least }, and { $people ->
    [one] 1 person is expected
   *[other] { $people } people are expected
}. Please decide whether to hold it or call it off.
classes-keep = Hold it anyway
classes-again = Hold it after all
classes-move-way = Change time or teacher
classes-call-off = Call off this session
classes-print = Print attendance list
classes-attendance = Attendance
classes-here = Here
classes-here-of = { $here } of { $all } here
classes-away = Absent
classes-nobody = Nobody has booked this session yet
classes-sheet-title = Attendance: { $name }
classes-sheet-teacher = Teacher: { $name }
classes-call-off-title = Call off this session?
classes-call-off-what = What happens then
classes-call-off-nobody = Nobody has booked it. Customers will no longer be able to.
classes-call-off-all-told = { $count ->
    [one] 1 booking will be cancelled and the customer told by email
   *[other] { $count } bookings will be cancelled and every customer told by email
}. There is no cancellation fee.
classes-call-off-told = { $count ->
    [one] 1 booking
   *[other] { $count } bookings
} will be cancelled, without a fee. { $silent ->
    [one] 1 of them has no email address: please contact that customer yourself
   *[other] { $silent } of them have no email address: please contact those customers yourself
}. Everybody else will be told by email.
classes-no-address = No email address: please contact them
classes-call-off-submit = Call off and tell everybody
classes-call-off-quietly = Call off
classes-call-off-keep = Don't call off
classes-move-title = Change time or teacher
classes-move-nobody = Nobody has booked it.
classes-move-told = { $count ->
    [one] 1 booking
   *[other] { $count } bookings
} will change with it. Customers whose time changes, or who asked for the present teacher, will be told by email.
classes-move-submit = Change
classes-add = Add a session
classes-add-lead = A session held once, at a time that is not on the timetable.
classes-add-submit = Add
classes-class = Class
classes-choose = Please choose
classes-class-required = Choose a class
classes-date = Date
classes-time = Starts at
classes-teacher-other = This teacher doesn't teach the chosen class. Choose another one
classes-past = This time has passed. Enter a time that is still to come
classes-there = This class already has a session at this time. Enter another time
classes-shut = You are closed at this time. Enter a time within opening hours
classes-no-room = Nothing has been changed: there is no place for { $name } at this time. Choose another time or teacher
classes-not-so = The bookings changed while this page was open. Check them, then press again
classes-end-dates-only = Stop being a class and hide it
classes-way = Class settings
classes-of = Class settings: { $name }
classes-of-lead = This is held on a timetable and on single dates. You can say how many people it needs.
classes-of-lead-dates = This service has no timetable. Once you save, it can be booked only at the dates and times that you add.
classes-rules = When it is held
classes-rules-note = Customers see this on the page that lists the sessions, too.
classes-unit-people = people
classes-decide = When to decide
classes-decide-hint = Whether it is held is decided once, by the number at this moment
classes-decide-start = when it starts
classes-decide-hours = { $hours ->
    [one] 1 hour before
   *[other] { $hours } hours before
}
classes-decide-days = { $days ->
    [one] 1 day before
   *[other] { $days } days before
}
classes-shortfall = If there are too few
classes-shortfall-ask = We decide
classes-shortfall-ask-note = It is marked in the class sessions, and goes ahead unless you call it off
classes-shortfall-off = Call it off automatically
classes-shortfall-off-note = All bookings are cancelled and everybody is told by email. There is no cancellation fee
classes-end = Stop running as a class
classes-coming = Upcoming sessions
classes-none-coming = There are no sessions to book at the moment
classes-full = Full
classes-book = Book { $when }
classes-all-times = Choose another number of people or time
classes-sessions-way = See all sessions
classes-stands = Will be held
classes-enough = Enough people have booked
classes-least-off = This class needs at least { $least } people. If there are fewer { $by }, it is called off, you are told by email, and you pay nothing.
classes-least-ask = This class needs at least { $least } people. If there are fewer { $by }, it may be called off. You would then be told by email and pay nothing.
