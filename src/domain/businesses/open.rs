//! Commands: somebody applies for a business of their own, mends the application, and sends it to the operators. Until
//! they have approved it, nobody else finds it.

use super::{
    profile::{Address, BusinessStatus, OnboardingStatus},
    review::VerificationStatus,
    role::StaffRole,
    vertical::Vertical,
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, UserId},
        romaji,
    },
    db::{
        DbError, PlatformTx,
        constraint::on_constraint,
        statement::{prepared, together},
    },
    domain::{
        accounts::role,
        platform::limit::{self, Limit, Limited},
    },
    refusal,
    schema::businesses::{
        business_documents, business_settings, business_verifications, businesses,
        staff_assignments, verticals,
    },
};
use chrono::TimeDelta;
use diesel::prelude::*;
use uuid::Uuid;

/// So many applications one person may have that nobody has approved.
pub const MOST_WAITING: i64 = 3;
/// So many are begun in a day, given up or not: words in addresses are not to be hoarded.
const PER_DAY: Limit = Limit {
    most: 6,
    window: TimeDelta::days(1),
};
/// Words that a stranger would take for the platform's own.
const RESERVED: [&str; 24] = [
    "about",
    "account",
    "admin",
    "api",
    "app",
    "assets",
    "billing",
    "blog",
    "contact",
    "help",
    "info",
    "login",
    "mail",
    "new",
    "official",
    "omotenashi",
    "operator",
    "platform",
    "root",
    "security",
    "staff",
    "static",
    "support",
    "www",
];

/// What somebody tells of the business they want to open.
#[derive(Clone, Debug)]
pub struct Application {
    /// Its name; the English one may be empty.
    pub name: Bilingual,
    /// The reading of the Japanese one, or empty.
    pub kana: String,
    /// Its kind.
    pub vertical: Vertical,
    /// Its word in addresses.
    pub slug: String,
    /// E.164.
    pub phone: String,
    /// Where it is.
    pub address: Address,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another business has the word, or had it.
    #[error("the word is taken")]
    Taken,
    /// The person has too many applications waiting.
    #[error("too many applications")]
    TooMany,
    /// Too many begun; again after so long.
    #[error("too many: again in {0}")]
    TooOften(TimeDelta),
    /// There is no such application of theirs, or it cannot be changed any more.
    #[error("no application that can be changed")]
    Unknown,
    /// The operators want to see at least one paper.
    #[error("no papers")]
    NoPapers,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(OpenError);

impl From<Limited> for OpenError {
    fn from(limited: Limited) -> Self {
        match limited {
            Limited::TooOften(wait) => Self::TooOften(wait),
            Limited::Db(error) => Self::Db(error),
        }
    }
}

/// Whether a word can stand in a business's address: Latin letters, digits and single dashes, 3 to 50, none of ours.
pub fn is_word(slug: &str) -> bool {
    let shaped = (3..=50).contains(&slug.len())
        && slug
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    shaped
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && !slug.contains("--")
        && !RESERVED.contains(&slug)
}

/// A word made of the name in Latin letters or, where it has none, of how it is read.
pub fn proposed(name_en: &str, kana: &str) -> Option<String> {
    let latin = match name_en.chars().any(|letter| letter.is_ascii_alphabetic()) {
        true => name_en.to_lowercase(),
        false => romaji::spelled(kana),
    };
    let kept = latin.replace(['\'', '’'], "");
    let parts = kept.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let mut word = parts.join("-");
    word.truncate(50);
    let word = word.trim_end_matches('-').to_owned();
    is_word(&word).then_some(word)
}

/// Begins an application: the business, its settings, and the seat of its owner.
pub fn open(
    tx: &mut PlatformTx<'_>,
    owner: UserId,
    application: &Application,
) -> Result<BusinessId, OpenError> {
    limit::count(tx, &format!("new business {owner}"), PER_DAY)?;
    let waiting: i64 = businesses::table
        .filter(businesses::owner_id.eq(owner))
        .filter(businesses::status.eq(BusinessStatus::PendingReview))
        .filter(businesses::deleted_at.is_null())
        .count()
        .get_result(tx.conn())?;
    if waiting >= MOST_WAITING {
        return Err(OpenError::TooMany);
    }
    let (id, kind) = (BusinessId(Uuid::new_v4()), vertical(tx, application)?);
    let row = prepared(diesel::insert_into(businesses::table).values((
        businesses::id.eq(id),
        businesses::owner_id.eq(owner),
        businesses::vertical_id.eq(kind),
        businesses::slug.eq(&application.slug),
        (
            businesses::display_name_ja.eq(&application.name.ja),
            businesses::display_name_en.eq(&application.name.en),
            businesses::name_kana.eq(&application.kana),
            businesses::phone.eq(&application.phone),
            businesses::postal_code.eq(&application.address.postal_code),
            businesses::prefecture.eq(&application.address.prefecture),
            businesses::city.eq(&application.address.city),
            businesses::street.eq(&application.address.street),
            businesses::building.eq(&application.address.building),
        ),
    )));
    let made = row.execute(tx.conn());
    on_constraint(made, "businesses_slug_key", || OpenError::Taken)?;
    let settings =
        diesel::insert_into(business_settings::table).values(business_settings::business_id.eq(id));
    let seat = diesel::insert_into(staff_assignments::table).values((
        staff_assignments::business_id.eq(id),
        staff_assignments::user_id.eq(owner),
        staff_assignments::role.eq(StaffRole::Owner),
    ));
    together(vec![Box::new(settings), Box::new(seat)]).execute(tx.conn())?;
    role::becomes_owner(tx, owner)?;
    Ok(id)
}

fn vertical(tx: &mut PlatformTx<'_>, application: &Application) -> Result<Uuid, DbError> {
    Ok(verticals::table
        .filter(verticals::slug.eq(application.vertical.slug()))
        .select(verticals::id)
        .first(tx.conn())?)
}

/// Mends an application that has not been sent, or has come back. Its word stays: servers remember whose it is.
pub fn amend(
    tx: &mut PlatformTx<'_>,
    owner: UserId,
    business: BusinessId,
    application: &Application,
) -> Result<(), OpenError> {
    let kind = vertical(tx, application)?;
    let changed = prepared(diesel::update(being_prepared(owner, business)).set((
        businesses::vertical_id.eq(kind),
        businesses::display_name_ja.eq(&application.name.ja),
        businesses::display_name_en.eq(&application.name.en),
        businesses::name_kana.eq(&application.kana),
        businesses::phone.eq(&application.phone),
        businesses::postal_code.eq(&application.address.postal_code),
        businesses::prefecture.eq(&application.address.prefecture),
        businesses::city.eq(&application.address.city),
        businesses::street.eq(&application.address.street),
        businesses::building.eq(&application.address.building),
    )))
    .execute(tx.conn())?;
    match changed {
        0 => Err(OpenError::Unknown),
        _ => Ok(()),
    }
}

/// Sends an application to the operators, with at least one paper.
pub fn send(tx: &mut PlatformTx<'_>, owner: UserId, business: BusinessId) -> Result<(), OpenError> {
    let now = tx.now();
    let changed = prepared(
        diesel::update(being_prepared(owner, business))
            .set(businesses::onboarding_status.eq(OnboardingStatus::PendingVerification)),
    )
    .execute(tx.conn())?;
    if changed == 0 {
        return Err(OpenError::Unknown);
    }
    let papers: i64 = business_documents::table
        .filter(business_documents::business_id.eq(business))
        .count()
        .get_result(tx.conn())?;
    if papers == 0 {
        return Err(OpenError::NoPapers);
    }
    prepared(diesel::insert_into(business_verifications::table).values((
        business_verifications::business_id.eq(business),
        business_verifications::status.eq(VerificationStatus::Pending),
        business_verifications::created_at.eq(now),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// An application of this person that nobody is looking at.
#[diesel::dsl::auto_type]
pub(super) fn being_prepared(owner: UserId, business: BusinessId) -> _ {
    let waits: BusinessStatus = BusinessStatus::PendingReview;
    let unsent: OnboardingStatus = OnboardingStatus::Incomplete;
    businesses::table
        .filter(
            businesses::id
                .eq(business)
                .and(businesses::owner_id.eq(owner)),
        )
        .filter(businesses::status.eq(waits))
        .filter(businesses::onboarding_status.eq(unsent))
        .filter(businesses::deleted_at.is_null())
}
