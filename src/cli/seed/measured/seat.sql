-- The owner's seat. Binds: owner.
insert into businesses.staff_assignments (user_id, business_id, role) values (?, platform.business(), 'owner')
