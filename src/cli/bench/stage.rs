//! A database filled with what is measured, and a site that serves it.

use super::{
    guest::some_address,
    load::{Connection, Request},
    place::Place,
    process::{self, Meter, Server},
};
use crate::{
    base::{clock::Clock, time::local},
    cli::seed::{self, SeedOptions},
    config::Config,
    db::migrate,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    PgConnection, QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Array, BigInt, Date, Text, Timestamptz, Uuid as SqlUuid},
};
use rand::seq::SliceRandom;
use std::sync::Mutex;
use uuid::Uuid;

/// In so many businesses, evenly spread, bookings are made and days looked at; pages are asked of all.
const DESKS: usize = 40;

/// A database with its site.
pub struct Stage {
    /// The database's name.
    pub database: String,
    /// The site.
    pub server: Server,
    /// Its CPU and the database's.
    pub meter: Meter,
    /// The businesses with ten people.
    pub shops: Vec<Shop>,
    /// Where bookings are made.
    pub desks: Vec<Desk>,
    /// The business with thirty people.
    pub thirty: Shop,
    /// The middle of the bookings.
    pub today: NaiveDate,
    /// When the rows were all there: what is younger has been written by a run.
    filled_at: DateTime<Utc>,
}

/// A business that is asked.
#[derive(Clone, Debug, QueryableByName)]
pub struct Shop {
    /// Its word in addresses.
    #[diesel(sql_type = Text)]
    pub slug: String,
    /// Its key.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// A service of half an hour.
    #[diesel(sql_type = SqlUuid)]
    pub short: Uuid,
    /// A service of an hour.
    #[diesel(sql_type = SqlUuid)]
    pub long: Uuid,
}

/// A business whose owner has signed in, and whose free time is known.
pub struct Desk {
    /// The business.
    pub shop: Shop,
    /// The owner's cookie.
    pub cookie: String,
    /// Starts with somebody free for half an hour, each as often as there are people free; shuffled.
    pub starts: Mutex<Vec<DateTime<Utc>>>,
}

/// Somebody free for an hour.
#[derive(Clone, Debug, QueryableByName)]
pub struct FreeHour {
    /// Who.
    #[diesel(sql_type = SqlUuid)]
    pub person: Uuid,
    /// From when.
    #[diesel(sql_type = Timestamptz)]
    pub start: DateTime<Utc>,
}

#[derive(QueryableByName)]
struct FreeStart {
    #[diesel(sql_type = Timestamptz)]
    start: DateTime<Utc>,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

#[derive(QueryableByName)]
struct Moment {
    #[diesel(sql_type = Timestamptz)]
    now: DateTime<Utc>,
}

/// What is wanted in a database.
#[derive(Clone, Copy, Debug)]
pub struct Filling {
    /// So many bookings.
    pub bookings: u64,
    /// So many more past ones in the first business.
    pub history_in_one: u64,
    /// Whether only the first business is asked.
    pub only_first: bool,
}

impl Stage {
    /// Migrates and fills a database, and serves it.
    pub async fn open(
        place: &Place,
        config: &Config,
        database: &str,
        filling: Filling,
    ) -> Result<Self, String> {
        let url = place.url(database);
        migrate::up(&url).map_err(|error| error.to_string())?;
        let today = local(chrono_tz::Asia::Tokyo, Clock::default().now()).date();
        let wanted = SeedOptions {
            size: Some(filling.bookings),
            history_in_one: filling.history_in_one,
            ..SeedOptions::town(today)
        };
        let db = crate::app::connect(config, &url, Clock::default())
            .map_err(|error| error.to_string())?;
        seed::seed(&db, &wanted)
            .await
            .map_err(|error| error.to_string())?;
        drop(db);
        let conn = &mut place.as_superuser(database)?;
        // What is loaded in bulk is written back and swept now, not while something is measured.
        for statement in ["vacuum analyze", "checkpoint"] {
            conn.batch_execute(statement)
                .map_err(|error| error.to_string())?;
        }
        let filled_at = sql_query("select clock_timestamp() as now")
            .get_result::<Moment>(conn)
            .map_err(|error| error.to_string())?
            .now;
        let (mut shops, thirty) = shops(conn)?;
        if filling.only_first {
            shops.truncate(1);
        }
        let first = shops.first().ok_or("no business to measure")?;
        let page = format!("/ja/b/{}", first.slug);
        let server = Server::start(&url, &process::log_of(place.folder(), database), &page).await?;
        let meter = Meter::new(server.number(), place.process()?);
        let mut desks = Vec::new();
        for shop in shops.iter().step_by(shops.len().div_ceil(DESKS)) {
            let cookie = sign_in(&server.address, &shop.slug).await?;
            desks.push(Desk {
                shop: shop.clone(),
                cookie,
                starts: Mutex::default(),
            });
        }
        Ok(Self {
            database: database.to_owned(),
            server,
            meter,
            shops,
            desks,
            thirty,
            today,
            filled_at,
        })
    }

    /// Clears away what runs have written, and finds out which time is free.
    pub fn renew(&self, place: &Place) -> Result<(), String> {
        let conn = &mut place.as_superuser(&self.database)?;
        sql_query(include_str!("sql/settings_for_clearing.sql"))
            .execute(conn)
            .map_err(|error| error.to_string())?;
        for statement in include_str!("sql/clear.sql")
            .split(';')
            .map(str::trim)
            .filter(|statement| !statement.is_empty())
        {
            let cleared = if statement.contains("$1") {
                sql_query(statement)
                    .bind::<Timestamptz, _>(self.filled_at)
                    .execute(conn)
            } else {
                sql_query(statement).execute(conn)
            };
            cleared.map_err(|error| format!("{statement}: {error}"))?;
        }
        for desk in &self.desks {
            let found: Vec<FreeStart> = sql_query(include_str!("sql/free_starts.sql"))
                .bind::<SqlUuid, _>(desk.shop.id)
                .bind::<Date, _>(self.today)
                .load(conn)
                .map_err(|error| error.to_string())?;
            let mut starts: Vec<DateTime<Utc>> = found
                .iter()
                .flat_map(|free| {
                    std::iter::repeat_n(free.start, usize::try_from(free.people).unwrap_or(0))
                })
                .collect();
            starts.shuffle(&mut rand::rng());
            if let Ok(mut known) = desk.starts.lock() {
                *known = starts;
            }
        }
        Ok(())
    }

    /// Hours that one person of the first business has free, far enough ahead.
    pub fn free_hours(&self, place: &Place, how_many: usize) -> Result<Vec<FreeHour>, String> {
        let conn = &mut place.as_superuser(&self.database)?;
        let shop = self.shops.first().ok_or("no business to measure")?;
        let mut hours: Vec<FreeHour> = sql_query(include_str!("sql/free_hours.sql"))
            .bind::<SqlUuid, _>(shop.id)
            .bind::<Date, _>(self.today)
            .load(conn)
            .map_err(|error| error.to_string())?;
        hours.truncate(how_many);
        Ok(hours)
    }

    /// How many claims there are on some people's time, each from a start for an hour.
    pub fn claims(&self, place: &Place, hours: &[FreeHour]) -> Result<Vec<i64>, String> {
        #[derive(QueryableByName)]
        struct Claims {
            #[diesel(sql_type = BigInt)]
            claims: i64,
        }
        let conn = &mut place.as_superuser(&self.database)?;
        let people: Vec<Uuid> = hours.iter().map(|hour| hour.person).collect();
        let starts: Vec<DateTime<Utc>> = hours.iter().map(|hour| hour.start).collect();
        let found: Vec<Claims> = sql_query(include_str!("sql/claims.sql"))
            .bind::<Array<SqlUuid>, _>(people)
            .bind::<Array<Timestamptz>, _>(starts)
            .load(conn)
            .map_err(|error| error.to_string())?;
        Ok(found.into_iter().map(|found| found.claims).collect())
    }

    /// A path on which the site answers without much ado.
    pub fn page(&self) -> String {
        self.shops
            .first()
            .map(|shop| format!("/ja/b/{}", shop.slug))
            .unwrap_or_default()
    }
}

fn shops(conn: &mut PgConnection) -> Result<(Vec<Shop>, Shop), String> {
    let all: Vec<Shop> = sql_query(include_str!("sql/shops.sql"))
        .load(conn)
        .map_err(|error| error.to_string())?;
    let (mut thirty, ten): (Vec<Shop>, Vec<Shop>) =
        all.into_iter().partition(|shop| shop.slug == "bench-month");
    let thirty = thirty.pop().ok_or("no business of thirty people")?;
    Ok((ten, thirty))
}

async fn sign_in(address: &str, slug: &str) -> Result<String, String> {
    let mut connection = Connection::open(address).await?;
    let email = format!("owner@{slug}.example");
    let form =
        serde_urlencoded::to_string([("email", email.as_str()), ("password", seed::PASSWORD)])
            .map_err(|error| error.to_string())?;
    // Each owner from a network of their own: one network may not try many.
    let from = some_address();
    let request = Request {
        path: "/ja/account/sign-in",
        form: Some(form),
        from: &from,
        ..Request::default()
    };
    let answer = connection.send(&request).await?;
    answer
        .cookie
        .filter(|_| answer.status == 303)
        .ok_or_else(|| format!("{email} cannot sign in: {}", answer.status))
}
