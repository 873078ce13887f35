# People, and how they come in.

accounts-sign-in-title = Sign in
accounts-sign-in = Sign in
accounts-sign-out = Sign out
accounts-email = Email
accounts-password = Password
accounts-password-required = Enter your password
accounts-sign-in-wrong = That email address or password is not right
accounts-for-shops = For businesses
