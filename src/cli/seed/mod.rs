//! The demo town: five shops, one of every kind, with people, menus and twelve weeks of bookings, so that whoever looks
//! at the house for the first time sees it lived in. Beside it, on request, businesses for measuring.
//!
//! The town is drawn from one number, one date and the time of that day: the same give the same rows, keys and all.
//! Whatever is there already is left as it is.

mod chance;
mod diary;
mod measured;
mod open;
mod report;
mod written;

use crate::{
    base::ids::UserId,
    db::{Access, Db, DbError, run::house},
    domain::{
        accounts::role::Role,
        businesses::directory,
        platform::{ken_all, postal_code},
    },
    refusal,
    schema::accounts::users,
};
use argon2::{Argon2, PasswordHasher};
use chance::Chance;
use chrono::NaiveDate;
use diesel::{connection::SimpleConnection, prelude::*};
use open::Town;
use written::{Guest, Shop};

pub use report::{MeasuredReport, PersonReport, Report, ShopReport};

/// What everybody of the town signs in with.
pub const PASSWORD: &str = "omotenashi-demo";

/// What is wanted.
#[derive(Clone, Debug)]
pub struct SeedOptions {
    /// The number everything is drawn from.
    pub random_seed: u64,
    /// The date in the middle of the bookings, local to the shops.
    pub today: NaiveDate,
    /// So many bookings for measuring, 10,000 a business; `None` is none.
    pub size: Option<u64>,
    /// So many more past bookings in the first measured business.
    pub history_in_one: u64,
}

impl SeedOptions {
    /// The town alone, in the usual way.
    pub fn town(today: NaiveDate) -> Self {
        Self {
            random_seed: 1,
            today,
            size: None,
            history_in_one: 0,
        }
    }
}

/// Why the town could not be built.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// What is written of the town cannot be read: a fault of this program.
    #[error("the town is not written as it must be: {0}")]
    Written(String),
    /// The password could not be hashed.
    #[error("hashing failed: {0}")]
    Hash(String),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(SeedError);

/// Builds what is not there yet, each shop in one transaction, and says what there is.
pub async fn seed(db: &Db, options: &SeedOptions) -> Result<Report, SeedError> {
    let shops = written::town()?;
    let mut town = Town {
        random_seed: options.random_seed,
        today: options.today,
        password_hash: password_hash(options.random_seed)?,
        guest: UserId(Chance::new(options.random_seed, "guest").id()),
        names: written::names()?,
    };
    postal_codes(db).await?;
    town.guest = guest(db, &town).await?;
    operator(db, &town).await?;
    let mut report = Report::default();
    for shop in shops {
        report.people.extend(people(&shop));
        report.shops.push(build(db, &town, shop).await?);
    }
    let names = &town.names;
    report.people.push(outside(&names.demo_guest, "customer"));
    report.people.push(outside(&names.operator, "operator"));
    report.measured = measured::load(db, &town, options).await?;
    if !report.is_unchanged() {
        measured::analyze(db).await?;
    }
    Ok(report)
}

async fn build(db: &Db, town: &Town, shop: Shop) -> Result<ShopReport, SeedError> {
    let mut report = ShopReport {
        slug: shop.slug.clone(),
        name_ja: shop.name.0.clone(),
        name_en: shop.name.1.clone(),
        bookings: None,
    };
    let (there, here) = ((town.clone(), shop.clone()), (town.clone(), shop));
    report.bookings = db
        .enter(
            Access::Write,
            move |tx| {
                let (town, shop) = &there;
                if directory::find(tx, &shop.slug)?.is_some() {
                    return Ok(None);
                }
                let users = open::users(tx, town, shop)?;
                let scope = house(open::business_id(town.random_seed, &shop.slug));
                Ok(Some((scope, users)))
            },
            move |tx, users| {
                // Drawing twelve weeks of bookings may take longer than a connection may otherwise idle.
                tx.conn()
                    .batch_execute("set local idle_in_transaction_session_timeout = 0")?;
                let (town, shop) = &here;
                // Drawn anew at each try: a second try must give what the first would have given.
                let chance = &mut Chance::new(town.random_seed, &shop.slug);
                let opened = open::open(tx, town, (shop, users), chance)?;
                let filled = diary::fill(tx, town, shop, &opened, chance)?;
                diary::write(tx, town, &filled, chance)?;
                diary::consents(tx, town, (shop, &opened), &filled)?;
                diary::after(tx, town, shop, &filled)?;
                Ok::<usize, SeedError>(filled.len())
            },
        )
        .await?;
    Ok(report)
}

/// A few postal codes, so that an address fills itself in where nobody has brought in the whole list.
async fn postal_codes(db: &Db) -> Result<(), SeedError> {
    let places = ken_all::read(include_bytes!("town/postal.csv"))
        .map_err(|problems| SeedError::Written(format!("postal.csv: {problems:?}")))?;
    db.platform(move |tx| {
        if postal_code::is_empty(tx)? {
            postal_code::replace(tx, &places)?;
        }
        Ok(())
    })
    .await
}

/// The guest with an account: made, or found by the address.
async fn guest(db: &Db, town: &Town) -> Result<UserId, SeedError> {
    outsider(
        db,
        town,
        (&town.names.demo_guest, town.guest, Role::Customer),
    )
    .await
}

/// Who runs the platform.
async fn operator(db: &Db, town: &Town) -> Result<UserId, SeedError> {
    let id = UserId(Chance::new(town.random_seed, "operator").id());
    outsider(db, town, (&town.names.operator, id, Role::Admin)).await
}

/// Somebody who belongs to no shop.
async fn outsider(
    db: &Db,
    town: &Town,
    (who, id, role): (&Guest, UserId, Role),
) -> Result<UserId, SeedError> {
    let (town, who) = (town.clone(), who.clone());
    db.platform(move |tx| {
        let known = users::table
            .filter(users::email.eq(&who.email))
            .select(users::id)
            .first::<UserId>(tx.conn())
            .optional()?;
        if let Some(known) = known {
            return Ok(known);
        }
        let joined = town.joined_at();
        diesel::insert_into(users::table)
            .values((
                users::id.eq(id),
                users::email.eq(&who.email),
                users::password_hash.eq(&town.password_hash),
                users::family_name.eq(&who.family.0),
                users::given_name.eq(&who.given.0),
                users::family_name_kana.eq(&who.family.1),
                users::given_name_kana.eq(&who.given.1),
                users::display_name.eq(format!("{} {}", who.family.0, who.given.0)),
                users::role.eq(role),
                users::email_verified_at.eq(joined),
                users::created_at.eq(joined),
                users::updated_at.eq(joined),
            ))
            .execute(tx.conn())?;
        Ok(id)
    })
    .await
}

/// Argon2id with the usual parameters. The salt is drawn too: this password is no secret, and the rows are to be the
/// same each time.
fn password_hash(random_seed: u64) -> Result<String, SeedError> {
    let salt = Chance::new(random_seed, "salt").id();
    Argon2::default()
        .hash_password_with_salt(PASSWORD.as_bytes(), salt.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| SeedError::Hash(error.to_string()))
}

fn people(shop: &Shop) -> Vec<PersonReport> {
    let people = shop.people.iter();
    people
        .map(|person| PersonReport {
            email: person.email.clone(),
            name: format!("{} {}", person.family.0, person.given.0),
            role: person.role.clone(),
            slug: shop.slug.clone(),
        })
        .collect()
}

fn outside(who: &Guest, role: &str) -> PersonReport {
    PersonReport {
        email: who.email.clone(),
        name: format!("{} {}", who.family.0, who.given.0),
        role: role.to_owned(),
        slug: String::new(),
    }
}
