# The product's name, and the words that must be the same on every screen.

-brand = Omotenashi Connect
-booking = booking
