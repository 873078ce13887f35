# The back office. Short nouns and verbs.

owner-nav-office = Manage shop
owner-home-title = Manage your shop
owner-home-people = People
owner-home-team = Invitations, roles and permissions, shop tablets
owner-home-visits = When our support team acted for your staff
