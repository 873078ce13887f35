drop trigger look_anew on customers.customers;
drop function customers.look_anew();
drop table customers.card_distinctions;
