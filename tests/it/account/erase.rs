//! Nothing of somebody who has ended their account is left in any table, all figures are, and others are untouched (A-181,
//! A-182, S3-53).

use super::erase_scene::sayuri;
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::{Browser, Page},
    letters::link,
    people::{Cast, PASSWORD, Person},
    sql,
};
use diesel::PgConnection;
use omotenashi::{
    base::lang::Lang,
    domain::{
        accounts::erasure,
        customers::register::{Contact, Name, register},
    },
};

/// What would tell who somebody was, wherever it is looked for.
const MARKS: [&str; 9] = [
    "勅使河原",
    "小百合",
    "テシガワラ",
    "サユリ",
    "さゆりん",
    "sayuri",
    "8055501234",
    "はると",
    "198.51.100.77",
];

/// Reads every table past row security: only a test may, on a database of its own.
pub(super) fn all_seeing(app: &TestApp) -> PgConnection {
    let mut connection = sql::connect(app.database_url());
    sql::run(
        &mut connection,
        "do $$ declare t regclass; begin for t in select c.oid from pg_class c join pg_namespace n on n.oid = relnamespace
             where relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|public)'
         loop execute format('alter table %s no force row level security', t); end loop; end $$",
    );
    connection
}

/// Every table of ours, by its whole name.
pub(super) fn tables(connection: &mut PgConnection) -> Vec<String> {
    let tables = sql::lines(
        connection,
        "select format('%I.%I', n.nspname, c.relname) as line from pg_class c join pg_namespace n on n.oid = relnamespace
         where relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public)'",
    );
    assert!(tables.len() > 40, "{tables:?}");
    tables
}

/// Rows that hold a mark, as `table: mark`: the whole row as text, so that no column and no document is forgotten.
fn traces(connection: &mut PgConnection) -> Vec<String> {
    let mut found = Vec::new();
    for table in tables(connection) {
        for mark in MARKS {
            let question = format!(
                "select '{table}: {mark}' as line from {table} held where position('{mark}' in lower(held::text)) > 0 limit 1"
            );
            found.extend(sql::lines(connection, &question));
        }
    }
    found
}

/// What must be the same before and after: figures of everybody, and every row of others.
fn figures(connection: &mut PgConnection, person: &Person, cards: &str) -> Vec<String> {
    let user = person.user;
    [
        "select business_id || ' ' || status || ' ' || count(*) || ' ' || sum(price_cents) || ' ' || sum(party_size) as line
         from bookings.bookings group by business_id, status".to_owned(),
        "select business_id || ' ' || count(*) || ' ' || sum(no_show_count) as line from customers.customers group by business_id".to_owned(),
        "select business_id || ' ' || status || ' ' || sum(amount_cents) as line from payments.booking_payments group by business_id, status".to_owned(),
        "select business_id || ' ' || avg(rating) as line from reviews.reviews group by business_id".to_owned(),
        "select 'letters ' || count(*) as line from notifications.notification_outbox where booking_id is not null".to_owned(),
        "select 'story ' || count(*) || ' ' || md5(string_agg(field_changed || coalesce(new_value, '') || created_at, '' order by id)) as line
         from bookings.booking_history".to_owned(),
        format!("select 'others ' || coalesce(md5(string_agg(c::text, '' order by id)), '') as line from customers.customers c where id not in ({cards})"),
        format!("select 'theirs ' || coalesce(md5(string_agg(b::text, '' order by id)), '') as line from bookings.bookings b where customer_id not in ({cards})"),
        format!("select 'accounts ' || coalesce(md5(string_agg(u::text, '' order by id)), '') as line from accounts.users u where id <> '{user}'"),
        format!("select 'notes ' || coalesce(md5(string_agg(n::text, '' order by id)), '') as line from customers.customer_notes n where customer_id not in ({cards})"),
    ]
    .iter()
    .flat_map(|question| sql::lines(connection, question))
    .collect()
}

pub fn erase(browser: &Browser) -> Page {
    let page = browser.open("/en/account/erase");
    page.fill("password", PASSWORD)
        .fill("word", "close my account")
        .press("Close my account and delete my data")
}

#[test]
fn nothing_that_tells_who_it_was_is_left_in_any_table_and_everything_else_is() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (person, browser, cards) = sayuri(&app, &cast);
    let seeing = &mut all_seeing(&app);
    let before = traces(seeing);
    let chosen = "select user_id::text as line from accounts.message_preferences";
    assert_eq!(sql::lines(seeing, chosen).len(), 1);
    for place in [
        "accounts.users: さゆりん",
        "accounts.family_members: はると",
        "accounts.user_sessions: 198.51.100.77",
        "customers.customers: テシガワラ",
        "customers.customer_notes: 小百合",
        "bookings.bookings: 勅使河原",
        "bookings.chart_entries: 小百合",
        "bookings.consents: 小百合",
        "bookings.booking_history: 勅使河原",
        "notifications.notification_logs: sayuri",
        "platform.rate_limits: sayuri",
        "queue.queue_jobs: sayuri",
        "scheduling.reservations: 勅使河原",
    ] {
        assert!(before.contains(&place.to_owned()), "{place}: {before:#?}");
    }
    let sums = figures(seeing, &person, &cards);
    assert_eq!(erase(&browser).heading(), "Your account is closed");
    let letter = app.letter();
    assert_eq!(letter.to, "sayuri@example.com");
    assert!(letter.text.contains("もう一度登録"), "{}", letter.text);
    // The letter had to go first; what is left of it goes now.
    app.clock().set(tokyo("2026-11-20 10:06"));
    app.letters();
    assert_eq!(traces(seeing), Vec::<String>::new());
    assert_eq!(figures(seeing, &person, &cards), sums);
    assert_eq!(sql::lines(seeing, chosen), Vec::<String>::new());
    let open = "select emails::text as line from accounts.erasures where finished_at is null or emails <> '{}'";
    assert_eq!(sql::lines(seeing, open), Vec::<String>::new());
}

#[test]
fn the_address_is_free_again_and_nothing_comes_back_with_it() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (person, browser, _) = sayuri(&app, &cast);
    let elsewhere = person.sign_in(&app);
    erase(&browser);
    for gone in [&browser, &elsewhere] {
        assert_eq!(gone.visit("/en/account/profile").status, 303, "signed out");
    }
    let known = super::sign_in(&app, "sayuri@example.com", PASSWORD);
    assert_eq!(known.status, 422);
    app.letters();
    let page = app.browser().open("/en/account/sign-up");
    page.fill("name", "New Person")
        .fill("email", "sayuri@example.com")
        .fill("new_password", "seven lanterns in a row")
        .press("Sign up");
    let letters = app.letters();
    let proof = letters
        .iter()
        .find(|letter| letter.subject.contains("確認") || letter.subject.contains("confirm"));
    let proof = link(proof.unwrap_or_else(|| panic!("{letters:#?}")));
    let inside = app
        .browser()
        .open(&proof)
        .fill("password", "seven lanterns in a row")
        .press("Confirm and sign in");
    assert_eq!(inside.heading(), "Your bookings", "{}", inside.text());
    let past = inside.follow("Past");
    assert!(past.document().all(".offer").is_empty(), "{}", past.text());
}

#[test]
fn the_desk_still_has_the_booking_without_a_name_and_its_link_opens_nothing() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    app.execute(cast.salon.id, "update bookings set status = 'completed'");
    let browser = cast.daichi.sign_in(&app);
    let own = format!("/en/bookings/{}", cast.booking.token);
    assert_eq!(app.browser().visit(&own).status, 200);
    erase(&browser);
    app.letters();
    assert_eq!(app.browser().visit(&own).status, 404);
    let aoi = cast.aoi.sign_in(&app);
    let desk = format!("/en/staff/aoi-salon/bookings/{}", cast.booking.id);
    let page = aoi.open(&desk);
    assert!(page.text().contains("Closed account"), "{}", page.text());
    assert!(!page.text().contains("小川"), "{}", page.text());
    let day = aoi.open("/ja/staff/aoi-salon/today?date=2026-11-21");
    assert!(day.text().contains("退会した方"), "{}", day.text());
}

#[test]
fn whoever_is_stopped_in_between_begins_again_and_finishes() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (_, browser, _) = sayuri(&app, &cast);
    let seeing = &mut all_seeing(&app);
    erase(&browser);
    // Somebody holds the card of one business so long that the job is not done there.
    let held = "select id::text as line from customers.customers where email = 'sayuri@example.com' for update";
    for shop in [cast.salon.id, cast.clinic.id] {
        let holder = &mut sql::connect_within(app.database_url(), Some(shop));
        sql::run(holder, "begin");
        assert_eq!(sql::lines(holder, held).len(), 1);
        app.letters();
        assert!(!traces(seeing).is_empty(), "not whole");
        let open = "select 'open' as line from accounts.erasures where finished_at is null";
        assert_eq!(sql::lines(seeing, open), ["open"]);
        sql::run(holder, "rollback");
        // The other business alone is done, whichever came first; both cards are never half empty.
        let half = "select id::text as line from customers.customers where merged_into is null and ((name = '') <> (email is null) or (name = '') <> (erased_at is not null))";
        assert_eq!(sql::lines(seeing, half), Vec::<String>::new());
        if shop == cast.salon.id {
            // What a killed worker leaves: a job that runs for ever, and is begun again when its lease is over.
            sql::run(
                seeing,
                "update queue.queue_jobs set status = 'running', locked_until = '2026-11-20 00:00Z' where job_type = 'erase_cards'",
            );
            break;
        }
    }
    app.letters();
    app.clock().set(tokyo("2026-11-20 10:10"));
    app.letters();
    assert_eq!(traces(seeing), Vec::<String>::new());
    // And one that was given up is taken up again by the clock.
    sql::run(
        seeing,
        "update accounts.erasures set finished_at = null; delete from queue.queue_jobs where job_type = 'erase_cards'",
    );
    let resumed = app.platform(erasure::resume);
    assert_eq!(resumed, 1);
    assert_eq!(app.platform(erasure::resume), 0, "once");
    app.letters();
    let open = "select 'open' as line from accounts.erasures where finished_at is null";
    assert_eq!(sql::lines(seeing, open), Vec::<String>::new());
}

#[test]
fn a_card_that_a_booking_is_being_made_with_cannot_be_emptied_in_between() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let url = app.database_url().to_owned();
    let (shop, customer) = (cast.salon.id, cast.booking.customer);
    app.execute(shop, "update customers set search_key = '小川大地 '");
    let refused = app.tenant(shop, move |tx| {
        let contact = Contact {
            name: Name {
                display: "小川 大地".to_owned(),
                ..Name::default()
            },
            email: Some("hanako@example.com".to_owned()),
            phone: None,
            lang: Lang::Ja,
        };
        let card = register(tx, &contact)?;
        assert_eq!(card.id, customer, "the known card");
        let eraser = &mut sql::connect_within(&url, Some(shop));
        let wish =
            format!("select id from customers.customers where id = '{customer}' for update nowait");
        Ok(sql::refusal(eraser, &wish))
    });
    assert!(
        refused
            .as_deref()
            .is_some_and(|why| why.contains("could not obtain lock")),
        "{refused:?}"
    );
}

#[test]
fn every_table_of_accounts_that_points_to_a_person_goes_with_them() {
    let app = TestApp::start(TestOptions::default());
    let staying = sql::lines(
        &mut sql::connect(app.database_url()),
        "select conrelid::regclass::text as line from pg_constraint where contype = 'f' and confrelid = 'accounts.users'::regclass
             and connamespace = 'accounts'::regnamespace and confdeltype <> 'c' order by 1",
    );
    // What was erased, and when, is known by a key alone; and so is which operator once did what.
    let known = [
        "account_closures",
        "account_closures",
        "erasures",
        "factor_resets",
        "impersonations",
    ];
    assert_eq!(staying, known);
}
