# What the law wants told.

legal-commerce-title = Legal notice
legal-commerce-description = Who runs { $shop }, how to reach it, prices, payment and cancelling.
legal-privacy-title = Privacy policy
legal-transmission-title = External transmission notice
legal-item-seller = Business
legal-item-responsible = Person responsible
legal-item-address = Address
legal-item-phone = Phone and hours
legal-item-email = Email
legal-item-price = Prices
legal-item-extra-fees = Other charges
legal-item-payment-method = Ways to pay
legal-item-payment-time = When you pay
legal-item-delivery = When the service is provided
legal-item-cancellation = Cancelling and refunds
legal-privacy-lead = How we handle the personal details you give when you book.
legal-privacy-purpose-title = What we use them for
legal-privacy-purpose = To take and confirm your booking, to reach you about changes and cancellations, and to look after you when you come. For nothing else.
legal-privacy-share-title = Who else sees them
legal-privacy-share = Omotenashi Connect runs the booking system for us. Nobody else receives your details unless the law requires it.
legal-privacy-safety-title = How they are kept safe
legal-privacy-safety = Connections are encrypted, and only our staff can see your details. No outside program runs on our booking pages.
legal-privacy-ask-title = To see, correct or erase them
legal-privacy-ask = Please contact us as below. There is no charge.
legal-transmission-text = This site sends no information to other companies.
legal-transmission-cookies = We use cookies to know who has signed in and to show a message once. We use none for advertising or analytics.
