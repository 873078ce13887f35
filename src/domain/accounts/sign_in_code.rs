//! Coming in with six digits from a letter instead of a password (AC2). The digits are of use only to the browser that
//! asked for them: it holds a ticket. They are made from the house's secret and the row's id, and stand nowhere.

use super::{
    asking,
    jobs::SendSignInCode,
    person::{self, Person},
};
use crate::{
    base::{
        ids::{ProofId, UserId},
        token::Token,
    },
    db::{
        self, DbError, PlatformTx,
        statement::{prepared, together},
    },
    domain::platform::limit::{self, Limit, Limited},
    queue,
    schema::accounts::{sign_in_codes, users},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use uuid::Uuid;

/// How long the digits work.
const LIFE: TimeDelta = TimeDelta::minutes(10);
/// How often they may be mistyped.
const TRIES: i16 = 5;
/// How often digits are typed from one network, for whichever tickets.
const TRIES_PER_NETWORK: Limit = Limit {
    most: 30,
    window: TimeDelta::minutes(15),
};

/// First step: somebody wants digits. Whether the address is anybody's is found out later, by the job; the ticket is
/// theirs either way.
pub fn ask(
    tx: &mut PlatformTx<'_>,
    email: &str,
    locale: &str,
    network: &str,
) -> Result<Token, Limited> {
    asking::count(tx, "code", email, network)?;
    let ticket = Token::random();
    let job = SendSignInCode {
        email: email.to_owned(),
        locale: locale.to_owned(),
        ticket_hash: ticket.hash(),
    };
    let job = queue::job(None, &job, tx.now())?;
    together(vec![Box::new(job)])
        .execute(tx.conn())
        .map_err(DbError::from)?;
    Ok(ticket)
}

/// Second step: digits for an address that may be anybody's or nobody's. Older ones die. Doing it twice for one ticket
/// sends nothing twice.
pub fn issue(
    tx: &mut PlatformTx<'_>,
    email: &str,
    ticket_hash: &[u8],
) -> db::Result<Option<(Person, ProofId)>> {
    let Some(person) = person::by_email(tx, email)? else {
        return Ok(None);
    };
    let now = tx.now();
    prepared(
        diesel::update(
            sign_in_codes::table.filter(
                sign_in_codes::user_id
                    .eq(person.id)
                    .and(sign_in_codes::expires_at.gt(now)),
            ),
        )
        .set(sign_in_codes::expires_at.eq(now)),
    )
    .execute(tx.conn())?;
    let id = ProofId(Uuid::new_v4());
    let made = prepared(
        diesel::insert_into(sign_in_codes::table)
            .values((
                sign_in_codes::id.eq(id),
                sign_in_codes::user_id.eq(person.id),
                sign_in_codes::ticket_hash.eq(ticket_hash),
                sign_in_codes::created_at.eq(now),
                sign_in_codes::expires_at.eq(now + LIFE),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.conn())?;
    Ok((made > 0).then_some((person, id)))
}

/// The six digits.
pub fn digits(secret: &[u8], id: ProofId) -> String {
    let hash = Token::derived(secret, &[b"sign-in code", id.0.as_bytes()]).hash();
    let number = hash
        .first_chunk::<8>()
        .map_or(0, |bytes| u64::from_be_bytes(*bytes));
    // 2^64 is so much larger than a million that no digits are noticeably likelier than others.
    format!("{:06}", number % 1_000_000)
}

/// Whether digits may still be typed: else their letter need not be sent.
pub fn is_open(tx: &mut PlatformTx<'_>, id: ProofId) -> db::Result<bool> {
    let now = tx.now();
    Ok(diesel::select(diesel::dsl::exists(
        open(now).filter(sign_in_codes::id.eq(id)),
    ))
    .get_result(tx.conn())?)
}

/// Last step: somebody types digits. `None` when they are wrong, old, used or tried too often. Whoever could read the
/// letter has proved the address as well.
pub fn redeem(
    tx: &mut PlatformTx<'_>,
    ticket: &Token,
    typed: &str,
    secret: &[u8],
    network: &str,
) -> Result<Option<Person>, Limited> {
    limit::count(tx, &format!("code tries {network}"), TRIES_PER_NETWORK)?;
    let now = tx.now();
    // The try is counted whatever comes of it, and counting locks the row: tries at once follow each other.
    let tried: Option<(ProofId, UserId)> = prepared(
        diesel::update(
            open(now)
                .filter(sign_in_codes::ticket_hash.eq(ticket.hash()))
                .filter(sign_in_codes::tries.lt(TRIES)),
        )
        .set(sign_in_codes::tries.eq(sign_in_codes::tries + 1))
        .returning((sign_in_codes::id, sign_in_codes::user_id)),
    )
    .get_result(tx.conn())
    .optional()
    .map_err(DbError::from)?;
    let Some((id, user)) = tried.filter(|(id, _)| digits(secret, *id) == typed) else {
        return Ok(None);
    };
    prepared(
        diesel::update(sign_in_codes::table.filter(sign_in_codes::id.eq(id)))
            .set(sign_in_codes::used_at.eq(now)),
    )
    .execute(tx.conn())
    .map_err(DbError::from)?;
    let Some(person) = person::find(tx, user)? else {
        return Ok(None);
    };
    prepared(
        diesel::update(
            users::table.filter(users::id.eq(user).and(users::email_verified_at.is_null())),
        )
        .set((
            users::email_verified_at.eq(now),
            // Whoever set this password has not proved the address.
            users::password_hash.eq(None::<String>),
        )),
    )
    .execute(tx.conn())
    .map_err(DbError::from)?;
    Ok(Some(person))
}

/// Removes digits of yesterday. Returns how many went.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let before = tx.now() - TimeDelta::days(1);
    Ok(prepared(diesel::delete(
        sign_in_codes::table.filter(sign_in_codes::expires_at.lt(before)),
    ))
    .execute(tx.conn())?)
}

#[diesel::dsl::auto_type]
fn open(now: DateTime<Utc>) -> _ {
    sign_in_codes::table.filter(
        sign_in_codes::used_at
            .is_null()
            .and(sign_in_codes::expires_at.gt(now)),
    )
}
