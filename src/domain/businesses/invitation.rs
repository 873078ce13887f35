//! A seat that is offered by letter. The token of its link is made from the house's secret and the key of the row, lives a
//! week, works once, and is of use only to whoever has the address that it was sent to.

use super::{
    role::StaffRole,
    seats::{self, SeatError},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{BusinessId, InvitationId, ProofId, ResourceId, UserId},
        token::Token,
    },
    db::{self, DbError, PlatformTx, TenantTx, constraint::on_constraint, statement::prepared},
    domain::platform::limit::{self, Limit, Limited},
    refusal,
    schema::{
        accounts::users,
        businesses::{businesses, staff_assignments, staff_invitations},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{dsl::exists, prelude::*};
use uuid::Uuid;

/// How long the link works.
const LIFE: TimeDelta = TimeDelta::days(7);
/// How many letters one address gets from one business, and one business sends.
const PER_ADDRESS: Limit = Limit {
    most: 5,
    window: TimeDelta::hours(24),
};
const PER_BUSINESS: Limit = Limit {
    most: 50,
    window: TimeDelta::hours(24),
};

/// What is offered to whom.
#[derive(Clone, Debug)]
pub struct Offer {
    /// To which address.
    pub email: String,
    /// What to call them; may be empty.
    pub name: String,
    /// What they will be.
    pub role: StaffRole,
    /// Their column of the calendar.
    pub column: Option<ResourceId>,
    /// The code of the language of the letter.
    pub locale: String,
}

/// An offer that waits for its answer, or was never answered.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Its key.
    pub id: InvitationId,
    /// What was offered.
    pub offer: Offer,
    /// Until when the link works.
    pub expires_at: DateTime<Utc>,
}

/// An open offer, as whoever has its link is shown it.
#[derive(Clone, Debug)]
pub struct Invited {
    /// Its key.
    pub id: InvitationId,
    /// Where the seat is.
    pub business: BusinessId,
    /// The word of that business in addresses.
    pub slug: String,
    /// Its name.
    pub place: Bilingual,
    /// What is offered.
    pub offer: Offer,
}

/// Why nobody was invited, or nobody sat down.
#[derive(Debug, thiserror::Error)]
pub enum InvitationError {
    /// Sent too often; again after so long.
    #[error("too many letters: again in {0}")]
    TooOften(TimeDelta),
    /// They have a seat here.
    #[error("has a seat")]
    Seated,
    /// Used, withdrawn, old, or never there.
    #[error("gone")]
    Gone,
    /// Whoever acts does not decide about that role.
    #[error("decides about others only")]
    NotTheirs,
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(InvitationError);

impl From<Limited> for InvitationError {
    fn from(limited: Limited) -> Self {
        match limited {
            Limited::TooOften(wait) => Self::TooOften(wait),
            Limited::Db(error) => Self::Db(error),
        }
    }
}

impl From<SeatError> for InvitationError {
    fn from(error: SeatError) -> Self {
        match error {
            SeatError::Db(error) => Self::Db(error),
            SeatError::Unknown => Self::Gone,
            SeatError::NotTheirs | SeatError::LastOwner | SeatError::Stale => Self::NotTheirs,
        }
    }
}

/// The token of an offer.
pub fn token(secret: &[u8], id: ProofId) -> Token {
    Token::derived(secret, &[b"staff invitation", id.0.as_bytes()])
}

/// A new key.
pub fn new_key() -> InvitationId {
    InvitationId(Uuid::new_v4())
}

/// First step of inviting, outside: counts the letter, and refuses whoever has a seat here already. Whether an address has
/// an account elsewhere makes no difference.
pub fn prepare(
    tx: &mut PlatformTx<'_>,
    business: BusinessId,
    email: &str,
) -> Result<(), InvitationError> {
    let email = email.to_lowercase();
    for (key, limit) in [
        (format!("invitation {business} {email}"), PER_ADDRESS),
        (format!("invitation {business}"), PER_BUSINESS),
    ] {
        limit::count(tx, &key, limit)?;
    }
    let is_seated: bool = diesel::select(exists(
        staff_assignments::table
            .inner_join(users::table.on(users::id.eq(staff_assignments::user_id)))
            .filter(staff_assignments::business_id.eq(business))
            .filter(staff_assignments::terminated_at.is_null())
            .filter(users::email.eq(email)),
    ))
    .get_result(tx.conn())?;
    if is_seated {
        return Err(InvitationError::Seated);
    }
    Ok(())
}

/// Second step, inside: writes the offer. An older one to the same address is withdrawn by it.
pub fn invite(
    tx: &mut TenantTx<'_>,
    id: InvitationId,
    offer: &Offer,
    secret: &[u8],
) -> Result<(), InvitationError> {
    seats::may_offer(tx, offer.role)?;
    let (business, now) = (tx.business(), tx.now());
    let inviter = tx.actor().user();
    prepared(
        diesel::update(waiting(business).filter(staff_invitations::email.eq(&offer.email)))
            .set(staff_invitations::withdrawn_at.eq(now)),
    )
    .execute(tx.conn())?;
    prepared(diesel::insert_into(staff_invitations::table).values((
        staff_invitations::id.eq(id),
        staff_invitations::business_id.eq(business),
        staff_invitations::invited_by.eq(inviter),
        staff_invitations::email.eq(&offer.email),
        staff_invitations::name.eq(&offer.name),
        staff_invitations::role.eq(offer.role),
        staff_invitations::resource_id.eq(offer.column),
        staff_invitations::locale.eq(&offer.locale),
        staff_invitations::token.eq(token(secret, ProofId(id.0)).hash()),
        staff_invitations::created_at.eq(now),
        staff_invitations::expires_at.eq(now + LIFE),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// Takes an offer back.
pub fn withdraw(tx: &mut TenantTx<'_>, id: InvitationId) -> Result<(), InvitationError> {
    let (business, now) = (tx.business(), tx.now());
    let role: StaffRole = waiting(business)
        .filter(staff_invitations::id.eq(id))
        .select(staff_invitations::role)
        .first(tx.conn())
        .optional()?
        .ok_or(InvitationError::Gone)?;
    seats::may_offer(tx, role)?;
    let withdrawn = prepared(
        diesel::update(waiting(business).filter(staff_invitations::id.eq(id)))
            .set(staff_invitations::withdrawn_at.eq(now)),
    )
    .execute(tx.conn())?;
    if withdrawn == 0 {
        return Err(InvitationError::Gone);
    }
    Ok(())
}

type OfferRow = (
    InvitationId,
    String,
    String,
    StaffRole,
    Option<ResourceId>,
    String,
    DateTime<Utc>,
);

/// Those that were not answered, the newest first; old ones too, so that they can be sent again.
pub fn pending(tx: &mut TenantTx<'_>) -> db::Result<Vec<Pending>> {
    let business = tx.business();
    let rows: Vec<OfferRow> = waiting(business)
        .order(staff_invitations::created_at.desc())
        .select((
            staff_invitations::id,
            staff_invitations::email,
            staff_invitations::name,
            staff_invitations::role,
            staff_invitations::resource_id,
            staff_invitations::locale,
            staff_invitations::expires_at,
        ))
        .load(tx.conn())?;
    Ok(rows
        .into_iter()
        .map(
            |(id, email, name, role, column, locale, expires_at)| Pending {
                id,
                offer: Offer {
                    email,
                    name,
                    role,
                    column,
                    locale,
                },
                expires_at,
            },
        )
        .collect())
}

/// The open offer of a token.
pub fn find(tx: &mut PlatformTx<'_>, token: &Token) -> db::Result<Option<Invited>> {
    let now = tx.now();
    let hash = token.hash();
    open(
        tx,
        open_at(now)
            .filter(staff_invitations::token.eq(hash))
            .into_boxed(),
    )
}

/// The open offer of a key: a letter about any other need not be sent.
pub fn of_key(tx: &mut PlatformTx<'_>, id: ProofId) -> db::Result<Option<Invited>> {
    let now = tx.now();
    let id = InvitationId(id.0);
    open(
        tx,
        open_at(now)
            .filter(staff_invitations::id.eq(id))
            .into_boxed(),
    )
}

type Boxed<'a> = staff_invitations::BoxedQuery<'a, diesel::pg::Pg>;

fn open(tx: &mut PlatformTx<'_>, wanted: Boxed<'_>) -> db::Result<Option<Invited>> {
    let found: Option<(OfferRow, BusinessId)> = wanted
        .select((
            (
                staff_invitations::id,
                staff_invitations::email,
                staff_invitations::name,
                staff_invitations::role,
                staff_invitations::resource_id,
                staff_invitations::locale,
                staff_invitations::expires_at,
            ),
            staff_invitations::business_id,
        ))
        .first(tx.conn())
        .optional()?;
    let Some(((id, email, name, role, column, locale, _), business)) = found else {
        return Ok(None);
    };
    let place: Option<(String, String, String)> = businesses::table
        .filter(businesses::id.eq(business))
        .filter(businesses::deleted_at.is_null())
        .select((
            businesses::slug,
            businesses::display_name_ja,
            businesses::display_name_en,
        ))
        .first(tx.conn())
        .optional()?;
    Ok(place.map(|(slug, ja, en)| Invited {
        id,
        business,
        slug,
        place: Bilingual::new(ja, en),
        offer: Offer {
            email,
            name,
            role,
            column,
            locale,
        },
    }))
}

/// First step of accepting, outside: what the person will be to the house.
pub fn welcome(tx: &mut PlatformTx<'_>, invited: &Invited, user: UserId) -> db::Result<()> {
    seats::settle(tx, (invited.business, user), Some(invited.offer.role))
}

/// Second step, inside: the offer is used, and the seat is theirs.
pub fn accept(
    tx: &mut TenantTx<'_>,
    invited: &Invited,
    user: UserId,
) -> Result<(), InvitationError> {
    let (business, now) = (tx.business(), tx.now());
    let used = prepared(
        diesel::update(
            waiting(business).filter(
                staff_invitations::id
                    .eq(invited.id)
                    .and(staff_invitations::expires_at.gt(now)),
            ),
        )
        .set(staff_invitations::accepted_at.eq(now)),
    )
    .execute(tx.conn())?;
    if used == 0 {
        return Err(InvitationError::Gone);
    }
    let seated = prepared(diesel::insert_into(staff_assignments::table).values((
        staff_assignments::user_id.eq(user),
        staff_assignments::business_id.eq(business),
        staff_assignments::role.eq(invited.offer.role),
        staff_assignments::resource_id.eq(invited.offer.column),
        staff_assignments::hired_at.eq(now),
    )))
    .execute(tx.conn());
    on_constraint(seated, "staff_assignments_one_seat", || {
        InvitationError::Seated
    })?;
    Ok(())
}

#[diesel::dsl::auto_type]
fn open_at(now: DateTime<Utc>) -> _ {
    staff_invitations::table.filter(
        staff_invitations::accepted_at
            .is_null()
            .and(staff_invitations::withdrawn_at.is_null())
            .and(staff_invitations::expires_at.gt(now)),
    )
}

#[diesel::dsl::auto_type]
fn waiting(business: BusinessId) -> _ {
    staff_invitations::table.filter(
        staff_invitations::business_id
            .eq(business)
            .and(staff_invitations::accepted_at.is_null())
            .and(staff_invitations::withdrawn_at.is_null()),
    )
}

/// Forgets offers of seats to an address whose owner has ended their account. Returns how many.
pub fn forget(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<usize> {
    let offers = staff_invitations::table.filter(staff_invitations::email.eq(email));
    Ok(prepared(diesel::delete(offers)).execute(tx.conn())?)
}
