drop table platform.postal_codes;
