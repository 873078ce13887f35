drop table customers.card_imports;
drop table customers.customer_tags;
alter table customers.customer_notes drop column deleted_at;
drop trigger audit on customers.customers;
drop index customers.customers_deleted;
drop index customers.customers_merged;
drop index customers.customers_by_reading;
drop trigger number_card on customers.customers;
drop function customers.number_card();
alter table customers.customers
    drop constraint customers_erased,
    drop column found_by,
    drop column reading,
    drop column version,
    drop column merged_into,
    drop column blocked_reason,
    drop column blocked_at,
    drop column is_vip,
    drop column number;
alter table customers.customers add constraint customers_erased check (
    erased_at is null or (user_id is null and name = '' and family_name = '' and given_name = '' and family_name_kana = ''
        and given_name_kana = '' and search_key = '' and email is null and phone is null and preferences_json = '{}'));
create trigger audit after insert or update or delete on customers.customers for each row execute function audit.record(
    'name', 'family_name', 'given_name', 'family_name_kana', 'given_name_kana', 'search_key', 'email', 'phone', 'preferences_json');
drop table customers.card_numbers;
