# Telling guests about the booking page.

share-title = Share your booking page
share-home-words = Link, QR code, shop cards, booking button
share-home = To your back office
share-link = Link to your booking page
share-qr = QR code
share-qr-lead = A phone's camera opens your booking page.
share-qr-label = QR code of the booking page of { $name }
share-qr-file = Save QR code (SVG)
share-qr-picture = Save QR code (PNG)
share-cards = Print shop cards
share-card-words = Book online
share-code = Code for a booking button
share-code-lead = Paste it into your own website to show a booking button.
share-button = Book online
