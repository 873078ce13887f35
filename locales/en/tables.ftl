# Tables that are put together where none is large enough alone

tables-title = Combined tables
tables-lead = A party that fits no single table is given these together. Fewest tables first, then fewest seats, then the order below.
tables-empty = Nothing is combined yet. Say which tables can be put together, and guests can book online for more than one table seats.
tables-too-few = You need at least two tables or private rooms to combine them.
tables-new = Add a combination
tables-edit = Change a combination
tables-edit-lead = Changes apply to new bookings only. Bookings you already have keep their tables.
tables-group = Combined tables
tables-name = Name of the combination
tables-name-hint = Only your team sees it, for example “the two at the back”
tables-part-members = Tables to put together
tables-members-note = Choose two or more. A booking takes all of them.
tables-part-party = Party size
tables-least = From
tables-most = Up to
tables-party = { $least }–{ $most } guests
tables-resting = A table is resting
tables-two = Choose at least two tables to put together
tables-one-kind = Tables and private rooms cannot be combined. Choose only one kind
tables-twice = “{ $name }” already combines the same tables
tables-too-many = These tables seat { $seats } together. Enter { $seats } or fewer
