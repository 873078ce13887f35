//! What is past its time goes, and nothing on the near side of a border does. It is 2026-11-20, 10:00 in Tokyo.

use super::salon::Salon;
use omotenashi::work::retention::{self, Line};

/// What is told of one table.
fn rows(lines: &[Line], table: &str) -> u64 {
    let of: Vec<_> = lines.iter().filter(|line| line.table == table).collect();
    assert_eq!(of.len(), 1, "{table}: {lines:?}");
    of[0].rows
}

/// Counts, clears and counts again: what was counted went, and nothing is left of it.
async fn cleared(salon: &Salon, table: &str) -> u64 {
    let counted = retention::count(&salon.db).await.unwrap();
    let gone = retention::clear(&salon.db).await.unwrap();
    assert_eq!(rows(&counted, table), rows(&gone, table), "{table}");
    let left = retention::count(&salon.db).await.unwrap();
    assert_eq!(rows(&left, table), 0, "{table}");
    rows(&gone, table)
}

#[tokio::test]
async fn finished_jobs_go_after_thirty_days_and_whatever_waits_stays() {
    let salon = Salon::open().await;
    salon
        .sql(
            "insert into queue_jobs (business_id, job_type, status, scheduled_at, finished_at) select platform.business(), 'far', status::queue.job_status, \
                 '2026-10-01', timestamptz '2026-10-21 00:59:59Z' from unnest(array['done', 'failed']) status;
             insert into queue_jobs (business_id, job_type, status, scheduled_at, finished_at) select platform.business(), 'near', status::queue.job_status, \
                 '2026-10-01', timestamptz '2026-10-21 01:00:00Z' from unnest(array['done', 'failed']) status;
             insert into queue_jobs (business_id, job_type, status, scheduled_at) select platform.business(), 'open', status::queue.job_status, \
                 '2020-01-01' from unnest(array['waiting', 'running']) status"
                .to_owned(),
        )
        .await;
    assert_eq!(cleared(&salon, "queue.queue_jobs").await, 2);
    let left = "select string_agg(job_type, ' ' order by job_type) from queue_jobs";
    assert_eq!(salon.ask(left).await, "near near open open");
}

#[tokio::test]
async fn past_time_goes_after_a_year_and_time_to_come_stays() {
    let salon = Salon::open().await;
    let business = salon.business;
    salon
        .sql(format!(
            "insert into resources (id, business_id, resource_type, name) values ('{business}', '{business}', 'staff', '葵');
             insert into allocations (business_id, resource_id, start_at, end_at)
             select '{business}', '{business}', until - interval '1 hour', until from (values (timestamptz '2025-11-20 00:59:59Z'),
                 ('2025-11-20 03:00:00Z'), ('2026-11-25 01:00:00Z')) t (until)"
        ))
        .await;
    assert_eq!(cleared(&salon, "scheduling.allocations").await, 1);
    assert_eq!(salon.ask("select count(*) from allocations").await, "2");
}

#[tokio::test]
async fn letters_go_after_a_year_with_their_tries_and_those_that_wait_stay() {
    let salon = Salon::open().await;
    let business = salon.business;
    salon
        .sql(format!(
            "insert into notification_outbox (business_id, kind, to_email, template, delivery_status, scheduled_at, sent_at)
             select '{business}', name, 'hanako@example.com', name, status::notifications.delivery_status, at,
                 case when status = 'sent' then at end
             from (values ('far', 'sent', timestamptz '2025-11-20 00:59:59Z'), ('far', 'failed', '2025-11-20 00:59:59Z'),
                 ('near', 'sent', '2025-11-20 01:00:00Z'), ('near', 'failed', '2025-11-20 01:00:00Z'),
                 ('tried', 'failed', '2025-11-20 00:00:00Z'), ('queued', 'queued', '2024-01-01')) t (name, status, at);
             insert into notification_logs (business_id, notice_id, channel, template, status, last_attempt_at, created_at)
             select business_id, id, 'email', kind, 'failed', case kind when 'tried' then '2025-11-20 01:00Z' else scheduled_at end, scheduled_at
             from notification_outbox where kind <> 'queued'"
        ))
        .await;
    assert_eq!(
        cleared(&salon, "notifications.notification_outbox").await,
        2
    );
    let left = "select string_agg(kind, ' ' order by kind) from notification_outbox";
    assert_eq!(salon.ask(left).await, "near near queued tried");
    assert_eq!(
        salon.ask("select count(*) from notification_logs").await,
        "3"
    );
}

/// A booking that ended then, of a card of its own.
fn ended(business: impl std::fmt::Display, name: &str, end: &str) -> String {
    format!(
        "with card as (insert into customers (business_id, name, created_at, updated_at) values ('{business}', '{name}', '2010-01-01', '2010-01-01')
             returning id)
         insert into bookings (business_id, number, customer_id, status, start_at, end_at, business_date, price_snapshot_json, policy_snapshot_json,
             created_at, updated_at)
         select '{business}', '{name}', id, 'completed', timestamptz '{end}' - interval '1 hour', '{end}', '2019-11-20', '{{}}', 'null',
             '2010-01-01', '2010-01-01' from card;"
    )
}

#[tokio::test]
async fn bookings_and_cards_go_after_seven_years_and_what_the_books_need_stays() {
    let salon = Salon::open().await;
    let business = salon.business;
    let both: String = [
        ("far", "2019-11-20 00:59:59Z"),
        ("near", "2019-11-20 01:00:00Z"),
        ("next", "2027-01-01 01:00:00Z"),
        ("receipt", "2015-01-01 01:00:00Z"),
    ]
    .map(|(name, end)| ended(business, name, end))
    .concat();
    salon.sql(both).await;
    salon
        .sql(format!(
            "insert into receipts (business_id, booking_id, number, said) select business_id, id, 1, '{{}}' from bookings where number = 'receipt';
             insert into customers (business_id, name, created_at, updated_at) values ('{business}', 'never came', '2019-11-20 00:59:59Z', '2019-11-20 00:59:59Z');
             insert into customers (business_id, name, created_at, updated_at) values ('{business}', 'came lately', '2019-11-20 01:00:00Z', '2019-11-20 01:00:00Z')"
        ))
        .await;
    let counted = retention::count(&salon.db).await.unwrap();
    assert_eq!(rows(&counted, "bookings.bookings"), 1);
    assert_eq!(
        rows(&counted, "customers.customers"),
        1,
        "the other goes with its booking"
    );
    let gone = retention::clear(&salon.db).await.unwrap();
    assert_eq!(rows(&gone, "bookings.bookings"), 1);
    assert_eq!(rows(&gone, "customers.customers"), 2);
    let names = "select string_agg(number, ' ' order by number) from bookings";
    assert_eq!(salon.ask(names).await, "near next receipt");
    let names = "select string_agg(name, ', ' order by name) from customers";
    assert_eq!(salon.ask(names).await, "came lately, near, next, receipt");
}

#[tokio::test]
async fn a_card_that_somebody_wrote_on_since_stays() {
    let salon = Salon::open().await;
    let business = salon.business;
    salon
        .sql(format!(
            "insert into customers (id, business_id, name, created_at, updated_at) values ('{business}', '{business}', '髙橋', '2010-01-01', '2010-01-01');
             insert into customer_notes (business_id, customer_id, note, created_at) values ('{business}', '{business}', '常連', '2024-01-01')"
        ))
        .await;
    assert_eq!(cleared(&salon, "customers.customers").await, 0);
    salon
        .sql("update customer_notes set created_at = '2019-01-01'".to_owned())
        .await;
    assert_eq!(cleared(&salon, "customers.customers").await, 1);
}

#[tokio::test]
async fn the_audit_trail_has_room_ahead_wherever_the_clock_stands_and_keeps_every_month() {
    use omotenashi::domain::audit::partitions;
    let salon = Salon::open().await;
    let months = "select count(*) from pg_inherits where inhparent = 'audit.audit_logs'::regclass";
    let before: i64 = salon.ask(months).await.parse().unwrap();
    let soon = super::material::at("2090-09-30T15:00:00Z");
    salon.clock.set(soon);
    let missing = |db: omotenashi::db::Db| async move {
        db.platform(|tx| partitions::missing(tx, 3)).await.unwrap()
    };
    assert_eq!(
        missing(salon.db.clone()).await,
        [
            "audit_logs_2090_09",
            "audit_logs_2090_10",
            "audit_logs_2090_11",
            "audit_logs_2090_12"
        ]
    );
    assert_eq!(salon.db.owner(partitions::make).await.unwrap(), 4);
    assert!(missing(salon.db.clone()).await.is_empty());
    assert_eq!(salon.db.owner(partitions::make).await.unwrap(), 0);
    assert_eq!(salon.ask(months).await, (before + 4).to_string());
    // Whoever makes it reaches no row.
    let rows = salon.db.owner(|tx| {
        use diesel::RunQueryDsl;
        let found = diesel::sql_query("select 1 from businesses.businesses").execute(tx.conn())?;
        Ok(found)
    });
    assert_eq!(rows.await.unwrap(), 0);
    // A month that was made so is like the others: reached through the trail, and through nothing else.
    salon
        .sql(
            "insert into audit.audit_logs (business_id, action, entity, entity_id, created_at) \
             values (platform.business(), 'insert', 'services', platform.business(), '2090-10-15')"
                .to_owned(),
        )
        .await;
    let seen = "select count(*) from audit.audit_logs where created_at >= '2090-10-01'";
    assert_eq!(salon.ask(seen).await, "1");
    let open = "select bool_or(has_table_privilege(role, 'audit.audit_logs_2090_10', 'select')) \
        from unnest(array['omotenashi_app', 'omotenashi_house', 'omotenashi_person']) role";
    assert_eq!(salon.ask(open).await, "false");
}
