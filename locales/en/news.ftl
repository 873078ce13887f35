# News for the shop: what customers did, and emails that did not arrive.

news-title = News
news-home = New bookings, changes and cancellations
news-home-unread = New bookings, changes and cancellations ({ $count } unread)
news-lead = What customers did in the last two weeks, and emails that did not arrive. Everybody has their own unread marks.
news-none = No news
news-read = Mark all as read
news-unread = { $count } unread
news-new = Unread
news-at = { $when }
news-what-booked = New booking
news-what-asked = New booking request
news-what-moved = Moved by the customer
news-what-called-off = Cancelled by the customer
news-what-not-reached = An email did not arrive
