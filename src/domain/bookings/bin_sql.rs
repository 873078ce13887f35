//! The statements of [`super::bin`], one for each kind of thing.

use super::bin::Kind;

/// Everything that was deleted and can be had back, the last first.
pub(super) const ALL: &str = "with a as (select ?::uuid as business) select kind, id, name, at from ( \
     select 'service' as kind, t.id, t.name_ja as name, t.deleted_at as at from a join catalog.services t \
         on t.business_id = a.business and t.deleted_at is not null \
     union all \
     select 'category' as kind, t.id, t.name_ja as name, t.deleted_at as at from a join catalog.categories t \
         on t.business_id = a.business and t.deleted_at is not null \
     union all \
     select 'option-group' as kind, t.id, t.name_ja as name, t.deleted_at as at from a join catalog.option_groups t \
         on t.business_id = a.business and t.deleted_at is not null \
     union all \
     select 'option' as kind, t.id, t.name_ja as name, t.deleted_at as at from a join catalog.options t \
         on t.business_id = a.business and t.deleted_at is not null \
     union all \
     select 'question' as kind, t.id, t.name_ja as name, t.deleted_at as at from a join catalog.questions t \
         on t.business_id = a.business and t.deleted_at is not null \
     union all \
     select 'policy' as kind, t.id, t.name as name, t.deleted_at as at from a join catalog.cancellation_policies t \
         on t.business_id = a.business and t.deleted_at is not null \
     union all \
     select 'resource' as kind, t.id, t.name as name, t.deleted_at as at from a join scheduling.resources t \
         on t.business_id = a.business and t.deleted_at is not null and t.own_of_service is null \
     union all \
     select 'photo' as kind, t.id, t.caption_ja as name, t.deleted_at as at from a join businesses.business_media t \
         on t.business_id = a.business and t.deleted_at is not null and t.picture <> '' \
     union all \
     select 'customer' as kind, t.id, t.name as name, t.deleted_at as at from a join customers.customers t \
         on t.business_id = a.business and t.deleted_at is not null and t.merged_into is null and t.erased_at is null \
     union all \
     select 'chart' as kind, t.id, concat_ws(' ', t.visited_on, nullif(c.name, '')) as name, t.deleted_at as at \
         from a join bookings.chart_entries t on t.business_id = a.business and t.deleted_at is not null \
         join customers.customers c on c.business_id = a.business and c.id = t.customer_id and c.deleted_at is null \
     union all \
     select 'import' as kind, t.id, concat((t.made_at at time zone b.timezone)::date, ' (', t.made_count, ')') as name, t.undone_at as at \
         from a join bookings.booking_imports t on t.business_id = a.business and t.state = 'undone' \
         join businesses.businesses b on b.id = a.business \
     ) things order by at desc, id limit ?";

/// Keeps it as it is until the end of the transaction.
pub(super) const fn lock(kind: Kind) -> &'static str {
    match kind {
        Kind::Service => {
            "select true from catalog.services t where t.business_id = ? and t.id = ? and t.deleted_at is not null for update"
        }
        Kind::Category => {
            "select true from catalog.categories t where t.business_id = ? and t.id = ? and t.deleted_at is not null for update"
        }
        Kind::OptionGroup => {
            "select true from catalog.option_groups t where t.business_id = ? and t.id = ? and t.deleted_at is not null for update"
        }
        Kind::Option => {
            "select true from catalog.options t where t.business_id = ? and t.id = ? and t.deleted_at is not null for update"
        }
        Kind::Question => {
            "select true from catalog.questions t where t.business_id = ? and t.id = ? and t.deleted_at is not null for update"
        }
        Kind::Policy => {
            "select true from catalog.cancellation_policies t where t.business_id = ? and t.id = ? and t.deleted_at is not null for update"
        }
        Kind::Resource => {
            "select true from scheduling.resources t where t.business_id = ? and t.id = ? and t.deleted_at is not null and t.own_of_service is null for update"
        }
        Kind::Photo => {
            "select true from businesses.business_media t where t.business_id = ? and t.id = ? and t.deleted_at is not null and t.picture <> '' for update"
        }
        Kind::Chart => {
            "select true from bookings.chart_entries t where t.business_id = ? and t.id = ? and t.deleted_at is not null for update"
        }
        Kind::Import => {
            "select true from bookings.booking_imports t where t.business_id = ? and t.id = ? and t.state = 'undone' for update"
        }
        Kind::Customer => {
            "select true from customers.customers t where t.business_id = ? and t.id = ? and t.deleted_at is not null and t.merged_into is null and t.erased_at is null for update"
        }
    }
}

/// Deletes it, and with it the photograph that only it shows; of a photograph, whose files no other row shows, where they lie.
pub(super) const fn delete(kind: Kind) -> &'static str {
    match kind {
        Kind::Service => {
            "with gone as (delete from catalog.services t where t.business_id = ? and t.id = ? returning t.business_id, t.photo_id), \
             shown as (delete from businesses.business_media m using gone where m.business_id = gone.business_id and m.id = gone.photo_id) \
             select ''::text, 0::integer, ''::text from gone"
        }
        Kind::Category => {
            "delete from catalog.categories t where t.business_id = ? and t.id = ? returning ''::text, 0::integer, ''::text"
        }
        Kind::OptionGroup => {
            "delete from catalog.option_groups t where t.business_id = ? and t.id = ? returning ''::text, 0::integer, ''::text"
        }
        Kind::Option => {
            "delete from catalog.options t where t.business_id = ? and t.id = ? returning ''::text, 0::integer, ''::text"
        }
        Kind::Question => {
            "delete from catalog.questions t where t.business_id = ? and t.id = ? returning ''::text, 0::integer, ''::text"
        }
        Kind::Policy => {
            "delete from catalog.cancellation_policies t where t.business_id = ? and t.id = ? returning ''::text, 0::integer, ''::text"
        }
        Kind::Resource => {
            "with gone as (delete from scheduling.resources t where t.business_id = ? and t.id = ? returning t.business_id, t.photo_id), \
             shown as (delete from businesses.business_media m using gone where m.business_id = gone.business_id and m.id = gone.photo_id) \
             select ''::text, 0::integer, ''::text from gone"
        }
        Kind::Photo => {
            "delete from businesses.business_media t where t.business_id = ? and t.id = ? \
             returning case when exists (select 1 from businesses.business_media o where o.business_id = t.business_id \
                 and o.picture = t.picture and o.id <> t.id) then '' else t.picture end, t.width, t.ending"
        }
        Kind::Chart => {
            "delete from bookings.chart_entries t where t.business_id = ? and t.id = ? returning ''::text, 0::integer, ''::text"
        }
        // With its bookings, which never took place: whatever hangs on them goes with them.
        Kind::Import => {
            "with gone as (delete from bookings.booking_imports t where t.business_id = ? and t.id = ? returning t.business_id, t.id), \
             made as (delete from bookings.bookings b using gone, bookings.imported_bookings i where i.business_id = gone.business_id \
                 and i.import_id = gone.id and b.business_id = gone.business_id and b.id = i.booking_id and b.deleted_at is not null) \
             select ''::text, 0::integer, ''::text from gone"
        }
        Kind::Customer => {
            "delete from customers.customers t where t.business_id = ? and t.id = ? returning ''::text, 0::integer, ''::text"
        }
    }
}

/// Deletes the cards that were merged into one.
pub(super) const MERGED: &str =
    "delete from customers.customers t where t.business_id = ? and t.merged_into = ?";

/// How many bookings need it, and how much else that stands.
pub(super) const fn needed(kind: Kind) -> &'static str {
    match kind {
        Kind::Service => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             (select count(*) from bookings.bookings b where b.business_id = a.business and b.service_id = a.id), \
             0::bigint from a where a.now is not null"
        }
        Kind::Category => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             0::bigint, \
             (select count(*) from catalog.services s where s.business_id = a.business and s.category = a.id and s.deleted_at is null) from a where a.now is not null"
        }
        Kind::OptionGroup => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             (select count(*) from bookings.bookings b where b.business_id = a.business and b.start_at >= a.now and exists (select 1 from jsonb_array_elements(b.price_snapshot_json -> 'lines') l where l ->> 'option' in (select o.id::text from catalog.options o \
                 where o.business_id = a.business and o.group_id = a.id))), \
             0::bigint from a where a.now is not null"
        }
        Kind::Option => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             (select count(*) from bookings.bookings b where b.business_id = a.business and b.start_at >= a.now and exists (select 1 from jsonb_array_elements(b.price_snapshot_json -> 'lines') l where l ->> 'option' = a.id::text)), \
             0::bigint from a where a.now is not null"
        }
        // Answers keep the words in which they were asked; another question may be for those only who answered this one.
        Kind::Question => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             0::bigint, \
             (select count(*) from catalog.questions q where q.business_id = a.business and q.only_if = a.id and q.deleted_at is null) from a where a.now is not null"
        }
        Kind::Policy => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             0::bigint, \
             (select count(*) from catalog.services s where s.business_id = a.business and s.policy_id = a.id and s.deleted_at is null) from a where a.now is not null"
        }
        Kind::Resource => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             (select count(*) from bookings.bookings b where b.business_id = a.business and (b.resource_id = a.id \
                 or b.id in (select l.booking_id from scheduling.allocations l where l.business_id = a.business and l.resource_id = a.id))), \
             (select count(*) from businesses.staff_assignments s where s.business_id = a.business and s.resource_id = a.id \
                 and s.terminated_at is null) from a where a.now is not null"
        }
        // Nothing hangs on a visit but its own photographs, which go with it.
        Kind::Photo | Kind::Chart => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             0::bigint, \
             0::bigint from a where a.now is not null"
        }
        // Nobody has touched them when they were taken back; what was paid or said all the same is kept.
        Kind::Import => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now), \
             made as (select a.business, i.booking_id from a join bookings.imported_bookings i on i.business_id = a.business \
                 and i.import_id = a.id) select 0::bigint, \
             (select count(*) from made join payments.booking_payments p on p.business_id = made.business and p.booking_id = made.booking_id) \
             + (select count(*) from made join reviews.reviews r on r.business_id = made.business and r.booking_id = made.booking_id) \
             from a where a.now is not null"
        }
        Kind::Customer => {
            "with a as (select ?::uuid as business, ?::uuid as id, ?::timestamptz as now) select \
             (select count(*) from bookings.bookings b where b.business_id = a.business and b.customer_id in (select c.id from customers.customers c \
                 where c.business_id = a.business and (c.id = a.id or c.merged_into = a.id))), \
             (select count(*) from reviews.reviews r where r.business_id = a.business and r.customer_id in (select c.id from customers.customers c \
                 where c.business_id = a.business and (c.id = a.id or c.merged_into = a.id))) from a where a.now is not null"
        }
    }
}
