//! A row of Aoi's in every table of a tenant, so that there is something to be seen.

use super::{furniture_letters, furniture_tables};
use crate::support::{app::TestApp, people::Cast, sql};
use serde_json::{Value, json};

/// The tables that have a tenant, as the catalogue knows them.
const TENANT_TABLES: &str = "
    select n.nspname || '.' || c.relname as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute on attrelid = c.oid
    where relkind in ('r', 'p') and not relispartition and attname in ('business_id', 'property_id') and not attisdropped";

/// A paper of Aoi's.
const PAPER: &str = "11111111-1111-4111-8111-111111111111";
/// Options of Aoi's.
const GROUP: &str = "22222222-2222-4222-8222-222222222222";
/// A rule of prices of Aoi's.
const RULE: &str = "88888888-8888-4888-8888-888888888888";
/// A coupon of Aoi's.
const COUPON: &str = "99999999-9999-4999-8999-999999999999";
/// Something to be taken along.
pub(super) const TAKEN: &str = "00000000-0000-4000-8000-000000000111";
/// A question of Aoi's.
const POLICY: &str = "77777777-7777-4777-8777-777777777777";
const QUESTION: &str = "33333333-3333-4333-8333-333333333333";
/// Somebody of the same name; the last of all keys.
const NAMESAKE: &str = "ffffffff-ffff-4fff-8fff-ffffffffffff";
/// A visit in a chart of Aoi's.
const ENTRY: &str = "44444444-4444-4444-8444-444444444444";
/// A time that Aoi holds for a guest who asked for another.
const OFFERED: &str = "55555555-5555-4555-8555-555555555555";
/// A series of Aoi's.
const SERIES: &str = "66666666-6666-4666-8666-666666666666";
/// Aoi's tablet.
const TABLET: &str = "00000000-0000-4000-8000-000000000001";

/// The tables, each with a row of Aoi's: a new table without one fails here.
pub fn furnished(app: &TestApp, cast: &Cast) -> Vec<String> {
    let all = [
        of_the_shop(cast),
        of_its_times(cast),
        furniture_tables::rows(cast),
        furniture_tables::of_files(),
        furniture_tables::of_webhooks(),
        asked(cast),
        of_the_booking(cast),
        of_those_who_wait(cast),
        of_the_request(cast),
        of_the_visit(cast),
        furniture_letters::rows(cast),
    ];
    for (table, mut row) in all.concat() {
        row["business_id"] = json!(cast.salon.id);
        app.insert(cast.salon.id, table, row);
    }
    let tables = sql::lines(&mut sql::connect(app.database_url()), TENANT_TABLES);
    assert!(tables.len() >= 28, "{tables:?}");
    for table in &tables {
        let own = format!(
            "select count(*) from {table} where business_id = '{}'",
            cast.salon.id
        );
        assert!(
            app.count(cast.salon.id, own) > 0,
            "put a row of Aoi's into {table}"
        );
    }
    tables
}

fn of_the_shop(cast: &Cast) -> Vec<(&'static str, Value)> {
    let service = cast.cut.id;
    vec![
        ("businesses.business_verifications", json!({})),
        (
            "businesses.business_documents",
            json!({"id": PAPER, "document_type": "licence"}),
        ),
        (
            "businesses.document_contents",
            json!({"document_id": PAPER, "bytes": "\\x25"}),
        ),
        (
            "businesses.business_holidays",
            json!({"date": "2027-01-01"}),
        ),
        ("businesses.business_media", json!({"url": "x"})),
        (
            "businesses.shop_devices",
            json!({"id": TABLET, "name": "受付", "token_hash": "\\x01"}),
        ),
        (
            "businesses.staff_pins",
            json!({"assignment_id": cast.ben_seat, "pin_hash": "x"}),
        ),
        (
            "businesses.pin_tries",
            json!({"assignment_id": cast.ben_seat, "device_id": TABLET}),
        ),
        (
            "businesses.staff_invitations",
            json!({"email": "emi@example.com", "role": "manager", "token": "\\x01"}),
        ),
        ("catalog.categories", json!({"name_ja": "カット"})),
        (
            "catalog.cancellation_policies",
            json!({"id": POLICY, "name": "標準"}),
        ),
        (
            "catalog.option_groups",
            json!({"id": GROUP, "name_ja": "トリートメント"}),
        ),
        (
            "catalog.options",
            json!({"group_id": GROUP, "name_ja": "炭酸泉"}),
        ),
        (
            "catalog.service_option_groups",
            json!({"group_id": GROUP, "service_id": service}),
        ),
        (
            "catalog.pricing_rules",
            json!({"id": RULE, "name_ja": "平日昼割", "days": 62, "percent": -10}),
        ),
        (
            "catalog.service_pricing_rules",
            json!({"rule_id": RULE, "service_id": service}),
        ),
        (
            "catalog.coupons",
            json!({"id": COUPON, "code": "AOI-10", "name_ja": "春割", "percent": 10}),
        ),
        (
            "catalog.coupon_services",
            json!({"coupon_id": COUPON, "service_id": service}),
        ),
        ("analytics.analytics_daily", json!({"date": "2026-11-19"})),
    ]
}

/// A row of each table of when there is anybody.
fn of_its_times(cast: &Cast) -> Vec<(&'static str, Value)> {
    let (service, staff) = (cast.cut.id, cast.salon.staff[0]);
    vec![
        (
            "scheduling.timetable_entries",
            json!({"service_id": service, "day_of_week": 1, "start_minute": 600}),
        ),
        (
            "scheduling.staff_working_hours",
            json!({"resource_id": staff, "day_of_week": 1, "start_minute": 600, "end_minute": 900}),
        ),
        (
            "scheduling.staff_exceptions",
            json!({"resource_id": staff, "date": "2026-12-01"}),
        ),
        (
            "scheduling.blocks",
            json!({
                "resource_id": staff, "business_date": "2026-12-01", "start_at": "2026-12-01 10:00+09",
                "end_at": "2026-12-01 11:00+09",
            }),
        ),
        (
            "scheduling.start_limits",
            json!({"day_of_week": 1, "start_minute": 600, "most": 3}),
        ),
        (
            "scheduling.start_limit_dates",
            json!({"date": "2026-12-01", "start_minute": 600, "most": 2}),
        ),
        ("scheduling.overbooking_rules", json!({"seats_a_day": 2})),
        (
            "scheduling.line_caps",
            json!({"service_id": service, "lines_a_day": 3}),
        ),
        (
            "scheduling.class_rules",
            json!({"service_id": service, "least": 3, "decide_hours": 24, "calls_off_itself": false}),
        ),
        (
            "scheduling.class_dates",
            json!({"service_id": service, "date": "2026-12-01", "start_minute": 600, "is_held": true}),
        ),
        (
            "scheduling.class_checks",
            json!({"service_id": service, "date": "2026-12-01", "start_minute": 600, "outcome": "asked"}),
        ),
    ]
}

fn asked(cast: &Cast) -> Vec<(&'static str, Value)> {
    let (service, staff) = (cast.cut.id, cast.salon.staff[0]);
    vec![
        (
            "scheduling.time_off_requests",
            json!({"resource_id": staff, "kind": "rest", "first_date": "2026-12-24", "last_date": "2026-12-24"}),
        ),
        (
            "catalog.service_changes",
            json!({"service_id": service, "valid_from": "2026-12-24", "setup_json": {}}),
        ),
        (
            "catalog.processing_times",
            json!({"service_id": service, "after_minutes": 5, "processing_minutes": 10}),
        ),
        (
            "catalog.service_approvals",
            json!({"service_id": service, "answer_hours": 24}),
        ),
        (
            "catalog.policy_changes",
            json!({"policy_id": POLICY, "valid_from": "2026-12-24", "card_json": {}}),
        ),
        (
            "catalog.questions",
            json!({"id": QUESTION, "kind": "line", "name_ja": "アレルギー"}),
        ),
        (
            "catalog.service_questions",
            json!({"question_id": QUESTION, "service_id": service}),
        ),
    ]
}

fn of_those_who_wait(cast: &Cast) -> Vec<(&'static str, Value)> {
    let (customer, service) = (cast.booking.customer, cast.cut.id);
    vec![
        (
            "bookings.polls",
            json!({
                "id": TAKEN, "service_id": service, "party_size": 2, "proposer": "山田", "own_hash": "\\x01", "link_hash": "\\x02",
                "times": ["2026-12-01 10:00+09", "2026-12-01 11:00+09"], "ends_at": "2026-12-01 11:00+09",
            }),
        ),
        (
            "bookings.poll_answers",
            json!({"poll_id": TAKEN, "name": "鈴木", "suits": ["2026-12-01 10:00+09"]}),
        ),
        (
            "bookings.waitlist",
            json!({"id": TAKEN, "service_id": service, "customer_id": customer}),
        ),
        (
            "bookings.waitlist_lines",
            json!({"waitlist_id": TAKEN, "part": 0, "guest": 0, "service_id": service}),
        ),
        ("bookings.waitlist_rules", json!({"is_on": true})),
        ("bookings.reminder_rules", json!({"lead_hours": 2})),
        ("notifications.letter_styles", json!({"tone": "formal"})),
        (
            "notifications.letter_wordings",
            json!({"occasion": "confirmed", "locale": "ja", "opening": "いつもありがとうございます。"}),
        ),
    ]
}

fn of_the_booking(cast: &Cast) -> Vec<(&'static str, Value)> {
    let (booking, customer, service) = (cast.booking.id, cast.booking.customer, cast.cut.id);
    let hold = json!({
        "service_id": service, "token_hash": "\\x01", "idempotency_key": "12345678", "start_at": "2026-12-01 10:00+09",
        "end_at": "2026-12-01 11:00+09", "business_date": "2026-12-01", "expires_at": "2026-12-01 10:00+09",
    });
    let letter =
        json!({"kind": "x", "to_email": "d@example.com", "template": "x", "booking_id": booking});
    let reminder = json!({"booking_id": booking, "reminder_type": "24h", "scheduled_at": "2026-11-20 14:00+09"});
    vec![
        ("queue.queue_jobs", json!({"job_type": "send_notice"})),
        (
            "customers.customer_notes",
            json!({"customer_id": customer, "note": "卵アレルギー"}),
        ),
        ("customers.card_imports", json!({"rows": []})),
        (
            "customers.customers",
            json!({"id": NAMESAKE, "name": "小川 だいち"}),
        ),
        (
            "customers.card_distinctions",
            json!({"one_id": customer, "other_id": NAMESAKE}),
        ),
        (
            "customers.customer_tags",
            json!({"customer_id": customer, "tag": "常連"}),
        ),
        ("scheduling.reservations", hold),
        (
            "bookings.coupon_uses",
            json!({"coupon_id": COUPON, "booking_id": booking}),
        ),
        (
            "payments.booking_payments",
            json!({"booking_id": booking, "provider": "x", "amount_cents": 1}),
        ),
        (
            "payments.receipts",
            json!({"booking_id": booking, "number": 1, "said": {}}),
        ),
        ("notifications.notification_outbox", letter),
        (
            "notifications.notification_logs",
            json!({"channel": "email", "template": "x", "booking_id": booking}),
        ),
        (
            "bookings.booking_lines",
            json!({
                "booking_id": booking, "part": 0, "guest": 0, "takes": [], "start_at": "2026-12-01 10:00+09",
                "end_at": "2026-12-01 11:00+09",
            }),
        ),
        (
            "bookings.booking_answers",
            json!({"booking_id": booking, "answers": [{}]}),
        ),
        (
            "bookings.answer_files",
            json!({"booking_id": booking, "question": QUESTION, "name": "a.pdf", "content_type": "application/pdf", "bytes": "\\x25"}),
        ),
        ("bookings.booking_reminders", reminder),
        (
            "reviews.reviews",
            json!({"customer_id": customer, "booking_id": booking, "rating": 5}),
        ),
    ]
}

/// What was written down at a visit, and what came along from elsewhere.
/// What a booking has that waits for the shop.
fn of_the_request(cast: &Cast) -> Vec<(&'static str, Value)> {
    let (booking, service) = (cast.booking.id, cast.cut.id);
    vec![
        (
            "bookings.booking_requests",
            json!({"booking_id": booking, "answer_hours": 24, "answer_until": "2026-11-21 09:00+09", "remind_at": "2026-11-20 18:00+09"}),
        ),
        (
            "scheduling.reservations",
            json!({
                "id": OFFERED, "service_id": service, "token_hash": "\\x55", "idempotency_key": "offer-12345678",
                "start_at": "2026-12-02 10:00+09", "end_at": "2026-12-02 11:00+09", "business_date": "2026-12-02",
                "expires_at": "2026-11-21 09:00+09",
            }),
        ),
        (
            "bookings.request_offers",
            json!({"booking_id": booking, "reservation_id": OFFERED}),
        ),
    ]
}

fn of_the_visit(cast: &Cast) -> Vec<(&'static str, Value)> {
    let (booking, customer) = (cast.booking.id, cast.booking.customer);
    vec![
        (
            "bookings.proposals",
            json!({
                "booking_id": booking, "absent_on": "2026-11-20", "was_start_at": "2026-11-20 14:00+09",
                "was_end_at": "2026-11-20 15:00+09", "start_at": "2026-11-20 15:00+09",
            }),
        ),
        (
            "bookings.chart_headings",
            json!({"sort_order": 0, "name": "施術"}),
        ),
        (
            "bookings.chart_entries",
            json!({"id": ENTRY, "customer_id": customer, "visited_on": "2026-11-20", "parts": []}),
        ),
        (
            "bookings.chart_photos",
            json!({"entry_id": ENTRY, "picture": "0".repeat(64), "ending": "jpg", "width": 1, "height": 1}),
        ),
        (
            "bookings.consents",
            json!({"customer_id": customer, "kind": "photos", "wording": "写真を載せます", "agreed_on": "2026-11-20"}),
        ),
        (
            "bookings.booking_imports",
            json!({"id": TAKEN, "cells": {"header": [], "rows": []}}),
        ),
        (
            "bookings.imported_bookings",
            json!({"booking_id": booking, "import_id": TAKEN, "line": 2}),
        ),
        (
            "bookings.booking_series",
            json!({
                "id": SERIES, "every_weeks": 1, "weekdays": 32, "start_minute": 840, "begins_on": "2026-11-20",
                "ends_after": 2, "idempotency_key": "12345678",
            }),
        ),
        (
            "bookings.series_bookings",
            json!({"booking_id": booking, "series_id": SERIES, "place": 1, "wanted_on": "2026-11-20"}),
        ),
    ]
}
