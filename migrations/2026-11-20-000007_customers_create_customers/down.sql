drop table customers.customer_notes, customers.customers;
drop function customers.own_cards;
drop type customers.note_type;
