# Test emails: the back office, the operators' pages, the command line, and the email itself

mailtest-title = Test email
mailtest-arrive = Do your emails arrive?
mailtest-lead = Send a test email to the address of your account and see whether it arrives.
mailtest-limit = Up to { $most } a day.
mailtest-send = Send a test email
mailtest-look = Check the result
mailtest-sent = Recent tests
mailtest-none = No test email has been sent in the last 30 days.
mailtest-never = Not tested
mailtest-result = Result
mailtest-answer = Reply from the mail server:

mailtest-circuit = State of the mail server
mailtest-circuit-stands = Sending
mailtest-circuit-open = Paused, as the mail server cannot be reached. One email will try again after { $until }; once it gets through, all the others follow.
mailtest-circuit-failing = Emails are failing one after another.
mailtest-circuit-failures = Failures in a row
mailtest-circuit-times = { $count }
mailtest-circuit-why = Last reason

mailtest-standing-waiting = Sending
mailtest-standing-gone = Accepted
mailtest-standing-failed = Failed
mailtest-standing-lost = Unknown
mailtest-waiting = The test email is on its way. Check the result in a moment.
mailtest-gone = The mail server has accepted the email. If it is not in the inbox within a few minutes, look in the spam folder.
mailtest-lost = The result could not be recorded. Please send another one.

mailtest-shop-address = The mail server does not accept emails to this address. Check the address of your account, and that its mailbox is not full.
mailtest-shop-letter = The mail server accepted the address but refused the email. It may have been taken for spam.
mailtest-shop-later = The mail server is not accepting the email at the moment. Please try again in half an hour.
mailtest-shop-unproved = The address of your account is not confirmed yet. Open the confirmation email first.
mailtest-shop-house = Our mail service has a problem at the moment. It is not caused by your settings. Please try again later.

mailtest-stage-connect = Connect
mailtest-stage-greeting = Greeting
mailtest-stage-hello = What the server offers
mailtest-stage-encrypt = Encryption
mailtest-stage-sign-in = Sign-in
mailtest-stage-sender = Sender
mailtest-stage-address = Recipient
mailtest-stage-letter = Message

mailtest-trouble-no-server = No mail server is set, so emails stay on this machine. Set OC_SMTP_URL.
mailtest-trouble-settings = The email could not be written or signed. Check OC_SMTP_URL, OC_MAIL_FROM, the OC_DKIM settings and the address.
mailtest-trouble-unknown-host = The name of the mail server cannot be found. Check the host name in OC_SMTP_URL, and the DNS of this machine.
mailtest-trouble-unreachable = The mail server does not answer. Check host name and port in OC_SMTP_URL, and whether a firewall blocks the port (25 often is; use 587 or 465).
mailtest-trouble-silent = The mail server did not answer in time. Check the port: 465 needs smtps://, 587 needs smtp:// with ?tls=required.
mailtest-trouble-not-smtp = Whatever answers at this port is not speaking SMTP as expected. Check the port in OC_SMTP_URL.
mailtest-trouble-unwelcome = The mail server turns this machine away. Ask its keeper to allow the address of this machine, and check that it has a reverse DNS entry.
mailtest-trouble-not-encrypted = The mail server offers no encryption (STARTTLS) at this port. Use smtps:// with port 465, or another port.
mailtest-trouble-not-trusted = The encrypted connection failed. The certificate of the mail server must be valid for the host name in OC_SMTP_URL and issued by a known authority; also check that the port is the right one.
mailtest-trouble-no-sign-in = The mail server offers no sign-in with a password here. Many offer it only once encrypted: use smtps://, or smtp:// with ?tls=required.
mailtest-trouble-password = The mail server refuses the user name or the password. Check both in OC_SMTP_URL; special characters must be percent-encoded, and some providers want an app password.
mailtest-trouble-sender = The mail server refuses the sender. OC_MAIL_FROM must be an address that this account may send from.
mailtest-trouble-address = The mail server refuses the recipient. Check the address; if the server says “relay”, it needs a sign-in.
mailtest-trouble-letter = The mail server refuses the message. Check SPF, DKIM and DMARC (omotenashi dkim) and read its reply.
mailtest-trouble-later = The mail server is not accepting the email now. That is usual for a first email (greylisting) or after too many; try again in half an hour.
mailtest-trouble-unproved = The address of your account is not confirmed yet. Open the confirmation email first.

mailtest-letter-subject = Test email
mailtest-letter-text =
    This is a test email. If you are reading it in your inbox, emails are arriving.

    If it was in the spam folder, mark it as “not spam”.
