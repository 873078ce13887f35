drop table accounts.impersonations;
drop table accounts.account_closures;
