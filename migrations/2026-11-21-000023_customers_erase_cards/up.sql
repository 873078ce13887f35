-- Cards of people who ended their account, and what somebody may read of the notes about themselves.

alter table customers.customers add column erased_at timestamptz;
comment on column customers.customers.erased_at is 'When the person was forgotten: the card stays for the figures, without a name or a contact';
alter table customers.customers add constraint customers_erased check (
    erased_at is null or (user_id is null and name = '' and family_name = '' and given_name = '' and family_name_kana = ''
        and given_name_kana = '' and search_key = '' and email is null and phone is null and preferences_json = '{}'));
-- Allergies, wishes and needs are about the guest; what staff write to each other stands on bookings and is not shown.
alter policy person on customers.customer_notes using (customer_id = any (array(select id from customers.customers)));
