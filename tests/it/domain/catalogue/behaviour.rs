//! What the tables refuse, and what goes with what is deleted.

use crate::support::{
    app::{TestApp, TestOptions},
    people::{Cast, PASSWORD},
    sql,
};
use diesel::{PgConnection, connection::SimpleConnection};
use omotenashi::config::Config;

/// A salon with its people, and a connection that requests would have.
fn salon() -> (TestApp, Cast, PgConnection) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let connection = sql::connect_within(app.database_url(), Some(cast.salon.id));
    (app, cast, connection)
}

/// A statement, and the name of what refuses it; an empty name means that it passes.
fn judged(connection: &mut PgConnection, cases: &[(&str, &str)]) {
    for (statement, wanted) in cases {
        let refused = sql::refusal(connection, statement).unwrap_or_default();
        if wanted.is_empty() {
            assert_eq!(refused, "", "{statement}");
        } else {
            assert!(
                refused.ends_with(&format!("[{wanted}]")),
                "{statement}: {refused:?}"
            );
        }
    }
}

#[test]
fn s0_06_to_s0_16_and_s1_02_people_and_businesses_are_unique_where_they_must_be() {
    let (app, cast, mut connection) = salon();
    let settings = format!(
        "insert into business_settings (business_id) values ('{}')",
        cast.salon.id
    );
    judged(
        &mut connection,
        &[(&settings, "business_settings_business_id_key")],
    );
    let another = |slug: &str| {
        format!(
            "insert into businesses (slug, vertical_id, display_name_ja) select '{slug}', vertical_id, 'x' from businesses limit 1"
        )
    };
    judged(
        &mut sql::connect_as_house(app.database_url()),
        &[
            (
                "insert into users (email) values ('AOI@Example.COM')",
                "users_email_key",
            ),
            ("insert into users (email) values ('new@example.com')", ""),
            (
                "insert into verticals (slug, name_ja, name_en) values ('salon', 'x', 'x')",
                "verticals_slug_key",
            ),
            (&another("aoi-other"), ""),
            (&another("aoi-salon"), "businesses_slug_key"),
            (&another("Aoi Salon"), "businesses_slug_shape"),
            // A kind goes only when no business is of it.
            (
                "delete from verticals where slug = 'salon'",
                "businesses_vertical_id_fkey",
            ),
            ("delete from verticals where slug = 'stay'", ""),
        ],
    );
}

#[test]
fn s0_09_to_s0_13_tokens_are_unique_and_die_when_they_must() {
    let (app, cast, _) = salon();
    let mut connection = sql::connect_as_house(app.database_url());
    let user = cast.aoi.user;
    let with = |text: &str| text.replace("USER", &format!("'{user}'"));
    let one = with(
        "insert into refresh_tokens (user_id, token_hash, expires_at) values (USER, 'x', now()), (USER, 'y', now())",
    );
    let two = with(
        "insert into refresh_tokens (user_id, token_hash, expires_at) values (USER, 'x', now()), (USER, 'x', now())",
    );
    let day = with(
        "insert into email_verifications (user_id, token, expires_at) values (USER, 'x', now() + interval '24 hours')",
    );
    let week = with(
        "insert into email_verifications (user_id, token, expires_at) values (USER, 'x', now() + interval '25 hours')",
    );
    let hour = with("insert into password_resets (user_id, token) values (USER, 'x')");
    let long = with(
        "insert into password_resets (user_id, token, expires_at) values (USER, 'x', now() + interval '61 minutes')",
    );
    let session = with("insert into user_sessions (user_id, token_hash) values (USER, 'x')");
    judged(
        &mut connection,
        &[
            (&one, ""),
            (&two, "refresh_tokens_token_hash_key"),
            (&day, ""),
            (&week, "email_verifications_life"),
            (&hour, ""),
            (&long, "password_resets_life"),
        ],
    );
    let endless = sql::refusal(&mut connection, &session).unwrap();
    assert!(
        endless.contains("expires_at"),
        "a session without an end: {endless}"
    );
}

#[test]
fn s0_08_somebody_deleted_softly_cannot_come_in() {
    let (app, cast, _) = salon();
    let mut house = sql::connect_as_house(app.database_url());
    house
        .batch_execute("update users set deleted_at = now() where email = 'ben@example.com'")
        .unwrap();
    let page = app.browser().visit("/ja/account/sign-in");
    let answer = page
        .fill("email", &cast.ben.email)
        .fill("password", PASSWORD)
        .send("ログイン");
    assert_eq!((answer.status, answer.errors().len()), (422, 1));
}

#[test]
fn s0_24_s0_29_s0_36_s0_40_s0_47_and_s0_50_the_named_checks_refuse_what_is_beyond_them() {
    let (_app, cast, mut connection) = salon();
    let pay = |amount: i32| {
        format!(
            "insert into booking_payments (business_id, booking_id, provider, amount_cents) values ('{}', '{}', 'x', {amount})",
            cast.salon.id, cast.booking.id
        )
    };
    let rate = |stars: i32| {
        format!(
            "insert into reviews (business_id, customer_id, booking_id, rating) values ('{}', '{}', '{}', {stars})",
            cast.salon.id, cast.booking.customer, cast.booking.id
        )
    };
    let fine = |percent: i32| {
        format!(
            "insert into cancellation_policies (business_id, name, penalty_percent) values ('{}', 'x', {percent})",
            cast.salon.id
        )
    };
    judged(
        &mut connection,
        &[
            (
                "update bookings set end_at = start_at",
                "check_booking_times",
            ),
            (
                "update bookings set end_at = start_at - interval '1 minute'",
                "check_booking_times",
            ),
            (&pay(-1), "check_payment_amount"),
            (&pay(0), ""),
            (&rate(0), "check_rating_range"),
            (&rate(1), ""),
            (&rate(5), ""),
            (&rate(6), "check_rating_range"),
            (&fine(-1), "check_penalty_percent"),
            (&fine(0), ""),
            (&fine(100), ""),
            (&fine(101), "check_penalty_percent"),
            (
                "insert into service_resources (business_id, service_id, resource_id) select business_id, service_id, resource_id from service_resources",
                "service_resources_service_id_resource_id_key",
            ),
        ],
    );
}

#[test]
fn s0_39_s0_44_s0_45_and_s0_46_a_second_row_of_the_same_key_is_refused() {
    let (_app, cast, mut connection) = salon();
    let day = format!(
        "insert into analytics_daily (business_id, date) values ('{0}', '2026-11-20'), ('{0}', '2026-11-20')",
        cast.salon.id
    );
    judged(
        &mut connection,
        &[
            (
                "insert into idempotency_keys (key, scope, request_hash, expires_at) values ('12345678', 'a', '', now()), ('12345678', 'b', '', now())",
                "idempotency_keys_key_key",
            ),
            (&day, "analytics_daily_business_id_date_key"),
            (
                "insert into rate_limits (key, expires_at) values ('a', now()), ('a', now())",
                "rate_limits_key_key",
            ),
            (
                "insert into rate_limits (key, count, expires_at) values ('a', 0, now())",
                "rate_limits_count",
            ),
            (
                "insert into feature_flags (name) values ('a'), ('a')",
                "feature_flags_name_key",
            ),
            (
                "insert into feature_flags (name, rollout_percent) values ('a', 101)",
                "feature_flags_percent",
            ),
        ],
    );
}

#[test]
fn s0_34_a_customer_outlives_the_account() {
    let (app, cast, _) = salon();
    let mut house = sql::connect_as_house(app.database_url());
    house
        .batch_execute(&format!(
            "delete from users where id = '{}'",
            cast.daichi.user
        ))
        .unwrap();
    let left = format!(
        "select count(*) from customers where id = '{}' and user_id is null",
        cast.booking.customer
    );
    assert_eq!(app.count(cast.salon.id, left), 1);
    assert_eq!(app.count(cast.salon.id, "select count(*) from bookings"), 1);
}

#[test]
fn s0_48_what_depends_on_a_business_goes_with_it_and_nobody_elses_does() {
    let (app, cast, _) = salon();
    let rows = |of| {
        app.count(of, "select (select count(*) from services) + (select count(*) from allocations) + (select count(*) from bookings)
        + (select count(*) from customers) + (select count(*) from business_settings) + (select count(*) from staff_assignments)")
    };
    let (aois, chikas) = (rows(cast.salon.id), rows(cast.clinic.id));
    assert!(aois > 5 && chikas >= 3, "{aois} {chikas}");
    app.execute(
        cast.salon.id,
        format!("delete from businesses where id = '{}'", cast.salon.id),
    );
    assert_eq!((rows(cast.salon.id), rows(cast.clinic.id)), (0, chikas));
}

#[test]
fn s0_83_what_was_deleted_softly_comes_back_whole() {
    let (app, cast, _) = salon();
    let seen = || {
        app.count(
            cast.salon.id,
            "select count(*) from services where deleted_at is null",
        )
    };
    app.execute(cast.salon.id, "update services set deleted_at = now()");
    assert_eq!(seen(), 0);
    app.execute(cast.salon.id, "update services set deleted_at = null");
    assert_eq!(seen(), 1);
}

#[test]
fn s1_33_and_s1_35_requests_can_neither_change_nor_remove_what_is_written_down() {
    let (app, cast, mut connection) = salon();
    assert!(app.count(cast.salon.id, "select count(*) from audit_logs") > 0);
    for table in ["audit_logs", "booking_history"] {
        for statement in [
            format!("delete from {table}"),
            format!("update {table} set created_at = now()"),
            format!("truncate {table}"),
        ] {
            let refused = sql::refusal(&mut connection, &statement).unwrap_or_default();
            assert!(
                refused.starts_with("permission denied"),
                "{statement}: {refused}"
            );
        }
    }
}

#[test]
fn s1_39_two_settings_are_enough_for_production_and_neither_can_be_missed() {
    let read = |given: &[(&str, &str)]| {
        let given: Vec<(String, String)> = given
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect();
        Config::read(&|name| {
            given
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.clone())
        })
    };
    let secret = ("OC_SECRET", "0123456789abcdef0123456789abcdef");
    let database = ("DATABASE_URL", "postgres://x@127.0.0.1/x");
    let production = ("OC_ENV", "production");
    assert!(read(&[production, database, secret]).is_ok());
    let missing = |given: &[(&str, &str)]| read(given).unwrap_err().first().unwrap().name.clone();
    assert_eq!(missing(&[production, secret]), "DATABASE_URL");
    assert_eq!(missing(&[production, database]), "OC_SECRET");
}

#[test]
fn s1_41_and_s1_42_a_quotation_mark_in_an_address_is_harmless_and_only_open_businesses_are_listed()
{
    let (app, cast, _) = salon();
    let browser = app.browser();
    assert_eq!(
        browser.visit("/ja/b/aoi'; drop table users; --").status,
        404
    );
    assert!(browser.open("/ja").text().contains("サロン あおい"));
    for (column, value) in [
        ("status", "suspended"),
        ("onboarding_status", "incomplete"),
        ("is_listed", "false"),
        ("deleted_at", "now()"),
    ] {
        let value = if value == "now()" {
            value.to_owned()
        } else {
            format!("'{value}'")
        };
        let before = app.count(
            cast.salon.id,
            "select count(*) from businesses where slug = 'aoi-salon'",
        );
        assert_eq!(before, 1);
        app.execute(
            cast.salon.id,
            format!("update businesses set {column} = {value} where slug = 'aoi-salon'"),
        );
        assert!(
            !browser.open("/ja").text().contains("サロン あおい"),
            "{column}"
        );
        let back = "update businesses set status = 'approved', onboarding_status = 'live', is_listed = true, deleted_at = null where slug = 'aoi-salon'";
        app.execute(cast.salon.id, back);
    }
    assert!(browser.open("/ja").text().contains("サロン あおい"));
}
