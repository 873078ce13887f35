drop table accounts.receipt_names;
