alter policy person on businesses.businesses using (status = 'approved' and onboarding_status = 'live' and deleted_at is null);
drop table customers.customer_notes, customers.customers;
drop type customers.note_type;
