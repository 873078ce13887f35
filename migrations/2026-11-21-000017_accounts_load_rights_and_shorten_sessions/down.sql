-- What the roles were granted goes with what they were granted.
alter table accounts.user_sessions drop column idle_minutes;
delete from accounts.permissions where resource in ('bookings', 'fees', 'takings', 'team', 'devices');
