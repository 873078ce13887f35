# People, and how they come in.

accounts-sign-in-title = Sign in
accounts-sign-in-lead = For staff and owners.
accounts-sign-in = Sign in
accounts-sign-out = Sign out
accounts-email = Email
accounts-password = Password
accounts-password-required = Enter your password
accounts-sign-in-wrong = That email address or password is not right
accounts-for-shops = For staff

## Where somebody works

accounts-places-title = Choose a business
accounts-places-none = No business has added you to its staff yet. Ask the owner to add you.
accounts-role-owner = Owner
accounts-role-manager = Manager
accounts-role-receptionist = Reception
accounts-role-service-provider = Staff

## Where somebody is signed in

accounts-sessions-title = Your devices
accounts-sessions-lead = These devices are signed in. If you don't recognise one, sign it out.
accounts-sessions-end-others = Sign out all other devices
accounts-session-device = { $browser } on { $system }
accounts-session-unknown = Unknown device
accounts-session-this = This device
accounts-session-last = Last used { $at }
accounts-session-began = Signed in { $at }
accounts-session-network = IP address { $address }
accounts-session-end = Sign out
