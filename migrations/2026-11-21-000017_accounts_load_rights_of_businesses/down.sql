-- What the roles were granted goes with what they were granted.
delete from accounts.permissions where resource in ('bookings', 'fees', 'takings', 'team', 'devices');
