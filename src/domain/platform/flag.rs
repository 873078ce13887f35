//! Features that are switched on for some and not for others (S0-19). All of it must pass: the switch itself, the share by
//! a stable hash, the list of people, the list of businesses; an empty list passes everybody.

use crate::{
    base::{
        ids::{BusinessId, FlagId, UserId},
        token::sha256,
    },
    db::{self, DbError, PlatformTx, constraint::on_constraint, statement::prepared},
    refusal,
    schema::platform::feature_flags,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// Whether somebody signed in may apply for a shop.
pub const BUSINESS_APPLICATIONS: &str = "business-applications";
/// Whether a new shop is shown only once an operator has looked at it.
pub const BUSINESS_REVIEW: &str = "business-review";

/// A feature's switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What it is asked by.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether it is on at all.
    pub is_enabled: bool,
    /// For how many of a hundred.
    pub percent: i16,
    /// Only for these people, if there are any.
    pub users: Vec<Uuid>,
    /// Only for these businesses, if there are any.
    pub businesses: Vec<Uuid>,
}

/// For whom a feature is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The person, if anybody is known.
    pub user: Option<UserId>,
    /// The business, if it is about one.
    pub business: Option<BusinessId>,
}

impl Flag {
    /// Whether the feature is on for somebody. The share goes by the person or, where nobody is known, by the business:
    /// the same always gets the same answer, and whoever is in at a tenth is in at a half.
    pub fn is_on(&self, subject: Subject) -> bool {
        let user = subject.user.map(|user| user.0);
        let business = subject.business.map(|business| business.0);
        let listed = |list: &[Uuid], who: Option<Uuid>| {
            list.is_empty() || who.is_some_and(|who| list.contains(&who))
        };
        self.is_enabled
            && listed(&self.users, user)
            && listed(&self.businesses, business)
            && self.is_in_share(user.or(business))
    }

    fn is_in_share(&self, who: Option<Uuid>) -> bool {
        match (self.percent, who) {
            (100.., _) => true,
            (percent, Some(who)) => {
                place(&self.name, who) < u64::try_from(percent).unwrap_or(0) * 100
            }
            (_, None) => false,
        }
    }
}

/// Where somebody stands among ten thousand, differently for every feature.
pub fn place(name: &str, who: Uuid) -> u64 {
    let hash = sha256(&[name.as_bytes(), &[0], who.as_bytes()].concat());
    let first = hash.iter().take(8);
    first.fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte)) % 10_000
}

/// A flag with its key, as the operators' pages list it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its key.
    pub id: FlagId,
    /// Raised with every change.
    pub version: i32,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// The flag.
    pub flag: Flag,
}

/// Why a flag was not written.
#[derive(Debug, thiserror::Error)]
pub enum FlagError {
    /// Another flag has the name.
    #[error("the name is taken")]
    Taken,
    /// Somebody else has changed it meanwhile, or it is gone.
    #[error("changed by somebody else")]
    Overtaken,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(FlagError);

type Row = (
    (FlagId, i32, DateTime<Utc>),
    String,
    String,
    bool,
    i16,
    (Vec<Option<Uuid>>, Vec<Option<Uuid>>),
);

impl From<Row> for Listed {
    fn from(
        ((id, version, changed_at), name, description, is_enabled, percent, lists): Row,
    ) -> Self {
        let flag = Flag {
            name,
            description,
            is_enabled,
            percent,
            users: lists.0.into_iter().flatten().collect(),
            businesses: lists.1.into_iter().flatten().collect(),
        };
        Self {
            id,
            version,
            changed_at,
            flag,
        }
    }
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        (
            feature_flags::id,
            feature_flags::version,
            feature_flags::updated_at,
        ),
        feature_flags::name,
        feature_flags::description,
        feature_flags::is_enabled,
        feature_flags::rollout_percent,
        (
            feature_flags::target_user_ids,
            feature_flags::target_business_ids,
        ),
    )
}

/// All of them, by name: they are a handful.
pub fn all(tx: &mut PlatformTx<'_>) -> db::Result<Vec<Listed>> {
    let rows = feature_flags::table
        .order(feature_flags::name)
        .select(columns())
        .load::<Row>(tx.conn())?;
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// The flag of a key.
pub fn find(tx: &mut PlatformTx<'_>, id: FlagId) -> db::Result<Option<Listed>> {
    let row = feature_flags::table
        .filter(feature_flags::id.eq(id))
        .select(columns())
        .first::<Row>(tx.conn())
        .optional()?;
    Ok(row.map(Listed::from))
}

/// Whether a feature is on for somebody. A flag that nobody has made is off.
pub fn is_on(tx: &mut PlatformTx<'_>, name: &str, subject: Subject) -> db::Result<bool> {
    let row = feature_flags::table
        .filter(feature_flags::name.eq(name))
        .select(columns())
        .first::<Row>(tx.conn())
        .optional()?;
    Ok(row.is_some_and(|row| Listed::from(row).flag.is_on(subject)))
}

/// Makes a flag.
pub fn create(tx: &mut PlatformTx<'_>, flag: &Flag) -> Result<FlagId, FlagError> {
    let made = prepared(
        diesel::insert_into(feature_flags::table)
            .values((feature_flags::name.eq(&flag.name), values(flag)))
            .returning(feature_flags::id),
    )
    .get_result(tx.conn());
    on_constraint(made, "feature_flags_name_key", || FlagError::Taken)
}

/// Changes a flag, as it was seen in this version. Its name stays: programs ask by it.
pub fn change(
    tx: &mut PlatformTx<'_>,
    id: FlagId,
    flag: &Flag,
    seen: i32,
) -> Result<(), FlagError> {
    let changed = prepared(
        diesel::update(
            feature_flags::table
                .filter(feature_flags::id.eq(id))
                .filter(feature_flags::version.eq(seen)),
        )
        .set((feature_flags::version.eq(seen + 1), values(flag))),
    )
    .execute(tx.conn())?;
    match changed {
        0 => Err(FlagError::Overtaken),
        _ => Ok(()),
    }
}

#[diesel::dsl::auto_type]
fn values(flag: &Flag) -> _ {
    let description: String = flag.description.clone();
    let is_enabled: bool = flag.is_enabled;
    let percent: i16 = flag.percent;
    let users: Vec<Uuid> = flag.users.clone();
    let businesses: Vec<Uuid> = flag.businesses.clone();
    (
        feature_flags::description.eq(description),
        feature_flags::is_enabled.eq(is_enabled),
        feature_flags::rollout_percent.eq(percent),
        feature_flags::target_user_ids.eq(users),
        feature_flags::target_business_ids.eq(businesses),
    )
}
