# Who works in a business, and what they may do. Short nouns and verbs.

team-title = Team and permissions
team-nav = Team
team-invite = Invite someone
team-since = Since { $when }
team-left-at = Until { $when }
team-column = Schedule column: { $name }
team-column-none = No schedule column
team-adjusted = Custom permissions
team-you = You
team-closed = Suspended by the platform
team-open = Settings
team-left = Former members ({ $count })

## Invitations

team-pending = Pending invitations
team-pending-until = Valid until { $when }
team-pending-over = Expired
team-send-again = Send again
team-withdraw = Withdraw
team-invite-lead = We'll send an invitation to this address. The link works for 7 days.
team-name = Name
team-email = Email
team-email-required = Enter an email address
team-role = Role
team-role-required = Choose a role
team-field-column = Schedule column
team-no-column = None
team-language = Language of the email
team-invite-submit = Send invitation
team-seated = This person is already on your team

## One of them

team-member-title = { $name }'s permissions
team-role-save = Save
team-role-hint = Changing the role clears this person's custom permissions
team-rights = Permissions
team-table-title = What each role can do
team-table-lead = You can also adjust this for one person in their settings.
team-table-yes = Yes
team-table-no = No
team-rights-lead = Set by the role. Tick or untick to change it for this person alone.
team-rights-save = Save permissions
team-rights-owner = Owners can do everything.
team-by-role-yes = { $role }: yes
team-by-role-no = { $role }: no
team-right-bookings-read = See the schedule and bookings
team-right-contacts-read = See customers' phone numbers and email addresses
team-right-bookings-progress = Mark customers as arrived, done and so on
team-right-bookings-note = Write staff notes
team-right-bookings-create = Add bookings
team-right-bookings-move = Change the time or staff member of a booking
team-right-bookings-cancel = Cancel bookings
team-right-bookings-overbook = Book over another booking
team-right-fees-waive = Waive cancellation fees
team-right-payments-take = Take payments and issue receipts
team-right-takings-read = See expected takings
team-right-team-manage = Invite people and change permissions
team-right-devices-manage = Set up shop tablets
team-right-customers-read = Look up customers, their history and notes
team-right-customers-write = Add, edit, merge and block customers
team-right-customers-move = Import and export the customer list
team-right-schedule-block = Block time in the schedule
team-right-schedule-manage = Change opening hours, closing days and shifts
team-right-catalog-manage = Change services, prices and equipment
team-right-business-manage = Change the shop's details and booking rules
team-last-owner = A business needs an owner. Make somebody else an owner first.
team-leave = Remove from the team
team-leave-section = Leaving the team
team-leave-title = Remove { $name }
team-leave-lead = They can no longer open this business and are signed out on every device at once. Everything they did stays on record.
team-leave-self = If you remove yourself, you can no longer open this business and are signed out on every device. Another owner would have to invite you back.
team-leave-submit = Remove from the team
team-leave-keep = Go back

## For whoever is invited

team-invitation-title = Invitation to { $place }
team-invitation-lead = You can join { $place }. Your role will be: { $role }.
team-invitation-accept = Join
team-invitation-new = This creates an account for { $email }. Choose a name and a password.
team-invitation-new-submit = Create account and join
team-invitation-sign-in = There is an account for { $email }. Sign in to join.
team-invitation-other = This invitation is for { $email }. You are signed in as { $name }. Sign out, then open the link in the email again.
team-invitation-gone = It has been used or withdrawn, or has expired. Ask the business to invite you again.
team-invitation-seated = You are on this team already.

## Tablets of the shop

team-devices = Shop tablets
team-devices-lead = On a shop tablet, people choose their name and enter a PIN to use the schedule. It locks after 15 minutes without use.
team-devices-none = No tablets yet.
team-device-name = Name of the tablet
team-device-name-hint = For example: Front desk
team-device-name-required = Enter a name for the tablet
team-device-enrol = Set up this device and sign out
team-device-revoke = Remove
team-device-since = Set up { $when }
team-device-used = Last used { $when }
team-device-unused = Not used yet
team-pin-nav = Tablet PIN
team-pin-title = Tablet PIN
team-pin-lead = Choose 4 to 8 digits to use on the shop's tablets. If a tablet has locked you out after 5 wrong tries, choose your PIN again here to unlock it.
team-pin = PIN
team-pin-again = PIN again
team-pin-digits = Enter 4 to 8 digits
team-pin-required = Enter your PIN
team-pin-easy = This PIN is easy to guess. Choose another
team-pin-differs = The two PINs don't match. Enter the same PIN twice
team-pin-save = Save PIN
team-counter-title = Choose your name
team-counter-nobody = Nobody has chosen a PIN yet. Sign in on your own device and choose one.
team-counter-missing = Can't find your name? Sign in on your own device and choose a tablet PIN.
team-counter-enter-title = { $name }
team-counter-enter = Start
team-counter-back = Choose another name
team-counter-wrong = { $left ->
    [one] That PIN is wrong. One more wrong try and it stops working on this tablet
   *[other] That PIN is wrong. After { $left } more wrong tries it stops working on this tablet
}
team-counter-locked = Locked on this tablet after 5 wrong tries. Sign in with your password on your own device and choose your PIN again
team-counter-passkey-way = Use a passkey
team-counter-passkey-title = Use a passkey
team-counter-passkey-lead = Follow the steps on screen. It asks for your fingerprint, face or screen lock.
team-counter-passkey-again = Try again
team-counter-passkey-back = Back to the names
team-counter-passkey-no-script = Passkeys need JavaScript. Please turn it on in this browser.
team-counter-passkey-failed = We couldn't check your passkey. Try again, or choose your name and use your PIN.
team-counter-passkey-unknown = That passkey doesn't open this tablet. Use the passkey of an account that works at this shop, or choose your name and use your PIN
team-counter-lock = Lock (hand over)

## Two-step verification

team-factor-optional = Required for owners, optional for staff.
team-factor-demand = Require it for everyone
team-factor-since = Required for everyone since { $since }. Anyone who hasn't set it up yet must do so once the grace period ends.
team-factor-stop = Make it optional for staff
