//! Businesses for measuring, loaded by SQL (PERFORMANCE 2): 20 services, 10 people who all do all of them, open 09 to
//! 18 every day, 2,000 customers, 10,000 bookings of which 4,000 lie in the coming 60 days and fill about half of them.
//! The more bookings are asked for, the more such businesses; one may be given a longer past, and one has 30 people.

use super::{
    MeasuredReport, SeedError, SeedOptions,
    open::{self, Town},
};
use crate::{
    base::ids::UserId,
    cli::seed::chance::Chance,
    db::{
        Access, Db, DbError, TenantTx,
        run::house,
        statement::{bind, statement},
    },
    domain::{accounts::role::Role, businesses::directory},
    schema::{accounts::users, bookings::bookings},
};
use chrono::NaiveDate;
use diesel::{
    connection::SimpleConnection,
    prelude::*,
    sql_types::{BigInt, Date, Integer, Text, Uuid as SqlUuid},
};
use std::time::Instant;

/// Bookings of one business.
const EACH: u64 = 10_000;
/// So many of them lie ahead, per person of the staff.
const AHEAD_EACH: i64 = 400;
/// The rest lies in the past.
const PAST: u64 = 6_000;

/// One business to be measured.
#[derive(Clone, Debug)]
struct Measured {
    slug: String,
    staff: i32,
    past: u64,
}

/// Loads what is not there yet, each business in one transaction.
pub(super) async fn load(
    db: &Db,
    town: &Town,
    options: &SeedOptions,
) -> Result<MeasuredReport, SeedError> {
    let begun = Instant::now();
    let mut report = MeasuredReport::default();
    for pair in wanted(options).chunks(2) {
        // Two at once, because the database works on one statement with one core.
        let (one, other) = match pair {
            [one, other] => tokio::try_join!(one.load(db, town), other.load(db, town))?,
            [one] => (one.load(db, town).await?, (0, 0)),
            _ => ((0, 0), (0, 0)),
        };
        report.businesses += one.0 + other.0;
        report.bookings += one.1 + other.1;
    }
    report.took = begun.elapsed();
    Ok(report)
}

impl Measured {
    /// How many businesses and bookings were written for this one.
    async fn load(&self, db: &Db, town: &Town) -> Result<(u64, u64), SeedError> {
        match build(db, town, self).await? {
            Some(made) => Ok((1, made)),
            None => Ok((0, lengthen(db, town, self).await?)),
        }
    }
}

/// Tells the planner how much there is now. Only the owner of the tables may, so the application's role is left first.
pub(super) async fn analyze(db: &Db) -> Result<(), SeedError> {
    db.platform(|tx| {
        tx.conn()
            .batch_execute("set local statement_timeout = 0; set local role none; analyze")?;
        Ok(())
    })
    .await
}

fn wanted(options: &SeedOptions) -> Vec<Measured> {
    let Some(size) = options.size else {
        return Vec::new();
    };
    let many = (1..=size.div_ceil(EACH)).map(|n| Measured {
        slug: format!("bench-{n:04}"),
        staff: 10,
        past: PAST + if n == 1 { options.history_in_one } else { 0 },
    });
    let month = Measured {
        slug: "bench-month".to_owned(),
        staff: 30,
        past: PAST,
    };
    many.chain([month]).collect()
}

/// Writes a business; `None` when it is there already.
async fn build(db: &Db, town: &Town, measured: &Measured) -> Result<Option<u64>, SeedError> {
    let (there, here) = (
        (town.clone(), measured.clone()),
        (town.clone(), measured.clone()),
    );
    db.enter(
        Access::Write,
        move |tx| {
            let (town, measured) = &there;
            if directory::find(tx, &measured.slug)?.is_some() {
                return Ok(None);
            }
            let purpose = format!("owner of {}", measured.slug);
            let owner = UserId(Chance::new(town.random_seed, &purpose).id());
            diesel::insert_into(users::table)
                .values((
                    users::id.eq(owner),
                    users::email.eq(format!("owner@{}.example", measured.slug)),
                    users::password_hash.eq(&town.password_hash),
                    users::display_name.eq(&measured.slug),
                    users::role.eq(Role::Owner),
                    users::email_verified_at.eq(tx.now()),
                ))
                .execute(tx.conn())?;
            let id = open::business_id(town.random_seed, &measured.slug);
            Ok(Some((house(id), owner)))
        },
        move |tx, owner| {
            let (town, measured) = &here;
            take_time(tx)?;
            write(tx, measured, *owner)?;
            let ahead = AHEAD_EACH * i64::from(measured.staff);
            let past = i64::try_from(measured.past).unwrap_or(i64::MAX);
            bookings_of(tx, town, (ahead, 1, past))
        },
    )
    .await
}

/// Gives a business that is there as long a past as is wanted now.
async fn lengthen(db: &Db, town: &Town, measured: &Measured) -> Result<u64, SeedError> {
    let (town, measured) = (town.clone(), measured.clone());
    let scope = house(open::business_id(town.random_seed, &measured.slug));
    db.tenant(scope, move |tx| {
        take_time(tx)?;
        let business = tx.business();
        let known: i64 = bookings::table
            .filter(bookings::business_id.eq(business))
            .filter(bookings::business_date.lt(town.today))
            .count()
            .get_result(tx.conn())?;
        let past = i64::try_from(measured.past).unwrap_or(i64::MAX);
        bookings_of(tx, &town, (0, known + 1, past))
    })
    .await
}

/// Loading takes longer than any request may.
fn take_time(tx: &mut TenantTx<'_>) -> Result<(), DbError> {
    diesel::select(diesel::dsl::sql::<Text>(
        "set_config('statement_timeout', '0', true)",
    ))
    .execute(tx.conn())?;
    Ok(())
}

fn write(tx: &mut TenantTx<'_>, measured: &Measured, owner: UserId) -> Result<(), DbError> {
    let slug = measured.slug.as_str();
    statement::<Text, _>(
        include_str!("business.sql"),
        (bind::<Text, _>(slug), bind::<SqlUuid, _>(owner)),
    )
    .execute(tx.conn())?;
    statement::<Text, _>(include_str!("seat.sql"), (bind::<SqlUuid, _>(owner),))
        .execute(tx.conn())?;
    tx.conn().batch_execute(include_str!("menu.sql"))?;
    statement::<Text, _>(
        include_str!("staff.sql"),
        (bind::<Integer, _>(measured.staff),),
    )
    .execute(tx.conn())?;
    tx.conn().batch_execute(include_str!("customers.sql"))?;
    Ok(())
}

/// Bookings: so many ahead, and past ones from one number to another. Returns how many.
fn bookings_of(
    tx: &mut TenantTx<'_>,
    town: &Town,
    (ahead, past_from, past_to): (i64, i64, i64),
) -> Result<u64, SeedError> {
    let (seed, today): (String, NaiveDate) = (town.random_seed.to_string(), town.today);
    let made = statement::<Text, _>(
        include_str!("bookings.sql"),
        (
            bind::<Text, _>(seed),
            bind::<Date, _>(today),
            bind::<BigInt, _>(ahead),
            bind::<BigInt, _>(past_from),
            bind::<BigInt, _>(past_to),
        ),
    )
    .execute(tx.conn())?;
    Ok(u64::try_from(made).unwrap_or(0))
}
