drop table customers.customer_notes, customers.customers;
drop type customers.note_type;
