drop table accounts.identity_offers, accounts.identities;
