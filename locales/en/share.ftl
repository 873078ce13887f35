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

share-embed = Inside your own website
share-embed-lead = Paste it into a site that you allow; guests finish their booking inside it. It works in browsers that block cookies, too.
share-embed-none = The booking page can stand only inside sites that you allow; there are none yet. On phones a booking button is easier to use.
share-embed-edit = Sites that may show it
share-embed-hosts-part = Allowed sites
share-embed-hosts-note = Other sites cannot show it. That keeps strangers from showing your page as theirs and tricking your guests.
share-embed-hosts = Site addresses
share-embed-hosts-hint = One a line, such as www.example.jp (with and without “www” are two sites)
share-embed-wrong = “{ $host }” is no site address. Type it as in the example
share-embed-many = Keep it to { $most }
