//! Chika must never see anything of Aoi's. Every table of a tenant is tried with a row of Aoi's in it: by Chika, and by
//! nobody in particular.

use super::furniture::furnished;
use crate::support::{
    app::{TestApp, TestOptions},
    build::a_booking,
    people::Cast,
    sql,
    wait::wait_for,
};
use diesel::{PgConnection, RunQueryDsl, connection::SimpleConnection, result::Error, sql_query};
use omotenashi::{
    base::ids::BusinessId,
    db::{DbError, TenantTx, run::house},
    domain::accounts::person,
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, time::Duration};

#[test]
fn chika_finds_changes_and_removes_nothing_of_aois_in_any_table() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let tables = furnished(&app, &cast);
    let chika = &mut sql::connect_within(app.database_url(), Some(cast.clinic.id));
    let aois = format!("business_id = '{}'", cast.salon.id);
    for table in &tables {
        let column = sql::lines(&mut sql::connect(app.database_url()), &format!(
            "select attname::text as line from pg_attribute where attrelid = '{table}'::regclass and attnum > 0
             and attname not in ('id', 'business_id') and attgenerated = '' order by attnum limit 1"));
        let column = &column[0];
        let seen = sql::lines(
            chika,
            &format!("select id::text as line from {table} where {aois}"),
        );
        assert!(seen.is_empty(), "{table} shows {seen:?}");
        for statement in [
            format!("update {table} set {column} = {column} where {aois}"),
            format!("delete from {table} where {aois}"),
        ] {
            assert_eq!(touched(chika, &statement), 0, "{statement}");
        }
        // Her own rows she may move to nobody else, and nothing of hers can be made Aoi's.
        let given = format!("update {table} set business_id = '{}'", cast.salon.id);
        assert_eq!(touched(chika, &given), 0, "{given}");
    }
    for table in &tables {
        let own = app.count(
            cast.salon.id,
            format!("select count(*) from {table} where {aois}"),
        );
        assert!(own > 0, "{table} still has Aoi's row");
    }
}

#[test]
fn chika_puts_nothing_into_aois_tables() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let tables = furnished(&app, &cast);
    let chika = &mut sql::connect_within(app.database_url(), Some(cast.clinic.id));
    for table in &tables {
        // Aoi's own row once more, under a new key: what the owner may write, Chika may not.
        let row = app.tenant(cast.salon.id, {
            let query = format!("select to_jsonb(t)::text as line from {table} t limit 1");
            move |tx| Ok(sql::lines(tx.conn(), &query))
        });
        let mut row: Value = serde_json::from_str(&row[0]).unwrap();
        // What the database works out itself is not given.
        for made in ["during", "reading", "found_by"] {
            row.as_object_mut().unwrap().remove(made);
        }
        row["id"] = json!(uuid::Uuid::new_v4());
        let names: Vec<String> = row
            .as_object()
            .unwrap()
            .keys()
            .map(|name| format!("\"{name}\""))
            .collect();
        let insert = format!(
            "insert into {table} ({0}) select {0} from jsonb_populate_record(null::{table}, $json${row}$json$)",
            names.join(", ")
        );
        let refused = sql::refusal(chika, &insert).unwrap_or_default();
        assert!(
            refused.contains("row-level security"),
            "{table}: {refused:?}"
        );
    }
}

#[test]
fn without_a_scope_there_are_no_rows_and_no_errors() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let tables = furnished(&app, &cast);
    for never_set in [true, false] {
        let nobody = &mut sql::connect_within(app.database_url(), None);
        if never_set {
            nobody
                .batch_execute("reset all; set role omotenashi_app")
                .unwrap();
        }
        shows_nothing(nobody, &tables);
    }
    shows_nothing(&mut sql::connect(app.database_url()), &tables);
    let person = &mut sql::connect(app.database_url());
    person.batch_execute("set role omotenashi_person").unwrap();
    shows_nothing(person, &tables);
}

fn shows_nothing(nobody: &mut PgConnection, tables: &[String]) {
    for table in tables {
        let seen = sql::lines(nobody, &format!("select id::text as line from {table}"));
        assert!(seen.is_empty(), "{table} shows {seen:?}");
    }
}

#[test]
fn a_row_refers_to_rows_of_its_own_business_only() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let chika = &mut sql::connect_within(app.database_url(), Some(cast.clinic.id));
    let booking = a_booking(&app, &cast.clinic, &cast.consultation).build();
    let (aois_staff, aois_booking) = (cast.salon.staff[0], cast.booking.id);
    for (statement, key) in [
        (
            format!("update bookings set service_id = '{}'", cast.cut.id),
            "bookings_service_fkey",
        ),
        (
            format!(
                "update bookings set customer_id = '{}'",
                cast.booking.customer
            ),
            "bookings_customer_fkey",
        ),
        (
            format!("update bookings set resource_id = '{aois_staff}'"),
            "bookings_resource_fkey",
        ),
        (
            format!(
                "update allocations set resource_id = '{aois_staff}', start_at = start_at + interval '9 days', end_at = end_at + interval '9 days'"
            ),
            "allocations_resource_fkey",
        ),
        (
            format!("update allocations set booking_id = '{aois_booking}'"),
            "allocations_booking_fkey",
        ),
        (
            format!("update staff_assignments set resource_id = '{aois_staff}'"),
            "staff_assignments_resource_fkey",
        ),
        (
            format!("update booking_links set booking_id = '{aois_booking}'"),
            "booking_links_booking_fkey",
        ),
        (
            format!(
                "update service_resources set service_id = '{}'",
                cast.cut.id
            ),
            "service_resources_service_fkey",
        ),
    ] {
        let refused = sql::refusal(chika, &statement).unwrap_or_default();
        assert!(
            refused.ends_with(&format!("[{key}]")),
            "{statement}: {refused:?}"
        );
    }
    assert_eq!(
        app.count(
            cast.clinic.id,
            format!("select count(*) from bookings where id = '{}'", booking.id)
        ),
        1
    );
}

#[test]
fn a_person_sees_their_own_card_and_booking_and_nobody_elses() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    a_booking(&app, &cast.salon, &cast.cut)
        .at("2026-11-22 14:00")
        .build();
    let own = |user| {
        let db = app.db().clone();
        wait_for(async move {
            db.person(
                move |tx| Ok(person::myself(tx, user)?.map(|myself| (myself, ()))),
                |tx, ()| {
                    let counted = "select (select count(*) from customers.customers) || ' ' || (select count(*) from bookings.bookings)
                        || ' ' || (select count(*) from bookings.booking_links) || ' ' || (select count(*) from businesses.businesses) as line";
                    Ok::<_, DbError>(sql::lines(tx.conn(), counted))
                },
            )
            .await
        })
        .unwrap()
        .unwrap()
    };
    assert_eq!(own(cast.daichi.user), ["1 1 1 2"]);
    assert_eq!(own(cast.chika.user), ["0 0 0 2"]);
    // A guest's card of nobody is theirs who proved its address, and a card of somebody stays theirs.
    let guest = a_booking(&app, &cast.clinic, &cast.consultation).build();
    let card = |email: &str| {
        app.execute(
            cast.clinic.id,
            format!("update customers set email = '{email}' where id = (select customer_id from bookings where id = '{}')", guest.id),
        )
    };
    card("DAICHI@example.com");
    assert_eq!(own(cast.daichi.user), ["2 2 2 2"]);
    assert_eq!(
        own(cast.chika.user),
        ["0 0 0 2"],
        "not the owner's as a person"
    );
    let unproved =
        "update accounts.users set email_verified_at = null where email = 'daichi@example.com'";
    app.platform(move |tx| {
        sql::run(tx.conn(), unproved);
        Ok(())
    });
    assert_eq!(own(cast.daichi.user), ["1 1 1 2"]);
    // A shop that has closed is still named to those who were there.
    app.execute(cast.salon.id, "update businesses set status = 'suspended'");
    assert_eq!(own(cast.daichi.user), ["1 1 1 2"]);
    assert_eq!(own(cast.chika.user), ["0 0 0 1"]);
}

#[test]
fn inside_a_business_nobody_reads_how_people_come_in() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = &mut sql::connect_within(app.database_url(), Some(cast.salon.id));
    let tables = sql::lines(
        &mut sql::connect(app.database_url()),
        "select 'accounts.' || relname as line from pg_class where relnamespace = 'accounts'::regnamespace and relkind = 'r'",
    );
    assert!(tables.len() >= 9, "{tables:?}");
    for table in &tables {
        for statement in [
            format!("select * from {table}"),
            format!("delete from {table}"),
            format!("insert into {table} default values"),
        ] {
            let refusal = sql::refusal(aoi, &statement).unwrap_or_default();
            assert!(
                refusal.starts_with("permission denied"),
                "{statement}: {refusal}"
            );
        }
    }
    for column in ["email", "password_hash", "phone"] {
        let statement = format!("select {column} from accounts.users");
        assert!(sql::refusal(aoi, &statement).is_some(), "{column}");
    }
    assert_eq!(
        sql::refusal(aoi, "select id, display_name from accounts.users"),
        None
    );
}

/// two connections, borrowed in turn by both, with errors and refusals between. Whoever comes next finds nothing
/// of the one before.
#[test]
fn nothing_of_one_scope_is_left_for_the_next_to_borrow_the_connection() {
    let app = TestApp::start(TestOptions {
        connections: 2,
        wait: Duration::from_secs(60),
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    a_booking(&app, &cast.clinic, &cast.consultation).build();
    let (db, aoi, chika) = (app.db().clone(), cast.salon.id, cast.clinic.id);
    let (rows, errors) = wait_for(async move {
        let tasks: Vec<_> = (0..10_000_usize)
            .map(|turn| {
                let (db, business) = (db.clone(), if turn % 2 == 0 { aoi } else { chika });
                async move {
                    (
                        business,
                        db.tenant(house(business), move |tx| borrow(tx, turn)).await,
                    )
                }
            })
            .collect();
        let (mut rows, mut errors) = (0, 0);
        for task in tasks.into_iter().map(tokio::spawn).collect::<Vec<_>>() {
            match task.await.unwrap() {
                (business, Ok(seen)) => {
                    assert_eq!(seen, BTreeSet::from([business.to_string()]));
                    rows += 1;
                }
                (_, Err(_)) => errors += 1,
            }
        }
        (rows, errors)
    });
    assert!(
        rows >= 6_000 && errors >= 3_000,
        "{rows} answers, {errors} errors"
    );
}

/// Whose bookings and services are to be seen; every third time the transaction ends badly, in one of three ways.
fn borrow(tx: &mut TenantTx<'_>, turn: usize) -> Result<BTreeSet<String>, DbError> {
    let before = sql::lines(
        tx.conn(),
        "select current_setting('app.business_id') as line",
    );
    assert_eq!(before, [tx.business().to_string()]);
    let seen = sql::lines(
        tx.conn(),
        "select business_id::text as line from bookings.bookings union all select business_id::text from catalog.services",
    );
    match turn % 9 {
        0 => Err(Error::RollbackTransaction.into()),
        3 => Err(sql_query("select 1 / 0")
            .execute(tx.conn())
            .unwrap_err()
            .into()),
        6 => {
            sql_query("set local statement_timeout = 5").execute(tx.conn())?;
            Err(sql_query("select pg_sleep(1)")
                .execute(tx.conn())
                .unwrap_err()
                .into())
        }
        _ => Ok(seen.into_iter().collect()),
    }
}

/// How many rows a statement would change; a refusal changes none.
fn touched(connection: &mut PgConnection, statement: &str) -> usize {
    sql::tried(connection, statement).unwrap_or_default()
}

#[test]
fn these_tests_see_a_wall_that_is_down() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let mut owner = sql::connect(app.database_url());
    let chika: BusinessId = cast.clinic.id;
    let seen = |within: &mut PgConnection| {
        sql::lines(within, "select id::text as line from services").len()
    };
    assert_eq!(
        seen(&mut sql::connect_within(app.database_url(), Some(chika))),
        1
    );
    owner
        .batch_execute("drop policy tenant on catalog.services")
        .unwrap();
    assert_eq!(
        seen(&mut sql::connect_within(app.database_url(), Some(chika))),
        2
    );
}
