alter policy person on customers.customer_notes using (false);
alter table customers.customers drop column erased_at;
