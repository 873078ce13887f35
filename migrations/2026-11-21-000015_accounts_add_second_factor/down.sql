drop table accounts.second_factor_demands;
drop table accounts.passkey_ceremonies;
drop table accounts.passkeys;
drop table accounts.recovery_codes;
drop table accounts.totp_factors;
alter table accounts.user_sessions drop column is_half;
