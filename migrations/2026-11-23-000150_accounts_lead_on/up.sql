-- Somebody signs up because they want to go somewhere, most of all to open a shop. The letter may be read on another device,
-- so the row of its link knows where to, and no browser has to.

alter table accounts.email_verifications
    add column leads_to text not null default ''
    constraint email_verifications_leads_to_is_short check (length(leads_to) <= 500);
comment on column accounts.email_verifications.leads_to is 'a path of ours, or empty; judged when it is used';
