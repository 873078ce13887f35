drop table businesses.pin_tries, businesses.staff_pins, businesses.shop_devices, businesses.staff_invitations;
alter table businesses.staff_assignments drop constraint staff_assignments_business_id_id_key;
