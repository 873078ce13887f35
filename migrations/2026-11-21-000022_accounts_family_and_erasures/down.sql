drop function accounts.forget(uuid);
drop table accounts.erasures;
drop table accounts.family_members;
