//! Ten codes to keep on paper, for the day the app is lost. Each opens once. They are made from the house's secret and
//! the row's id, so their owner can have them shown again, and they stand nowhere.

use crate::{
    base::{
        ids::{FactorId, UserId},
        token::Token,
    },
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::recovery_codes,
};
use diesel::prelude::*;
use uuid::Uuid;

/// How many.
const COUNT: i16 = 10;
/// Letters and figures of which none is taken for another.
const ALPHABET: [char; 32] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', '2', '3', '4', '5', '6', '7', '8', '9',
];
/// Characters of one: 80 bits.
const LENGTH: usize = 16;

/// Makes ten new ones; the old ones open nothing any more.
pub fn renew(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    remove(tx, user)?;
    let now = tx.now();
    let rows: Vec<_> = (1..=COUNT)
        .map(|number| {
            (
                recovery_codes::id.eq(FactorId(Uuid::new_v4())),
                recovery_codes::user_id.eq(user),
                recovery_codes::number.eq(number),
                recovery_codes::created_at.eq(now),
            )
        })
        .collect();
    diesel::insert_into(recovery_codes::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

/// Makes ten if there are none.
pub fn ensure(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    if left(tx, user)?.is_empty() {
        renew(tx, user)?;
    }
    Ok(())
}

/// The ones that are left, in groups of four characters.
pub fn shown(tx: &mut PlatformTx<'_>, user: UserId, secret: &[u8]) -> db::Result<Vec<String>> {
    let codes = left(tx, user)?;
    Ok(codes
        .into_iter()
        .map(|id| {
            let code: Vec<char> = code(secret, id).chars().collect();
            let groups: Vec<String> = code.chunks(4).map(|four| four.iter().collect()).collect();
            groups.join("-")
        })
        .collect())
}

/// Whether this is one of somebody's codes; it is used up by it, and of two at once one is refused.
pub fn take(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    typed: &str,
    secrets: &[Vec<u8>],
) -> db::Result<bool> {
    let typed: String = typed
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric())
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    if typed.len() != LENGTH {
        return Ok(false);
    }
    let codes = left(tx, user)?;
    let is_it = |id: &FactorId| secrets.iter().any(|secret| code(secret, *id) == typed);
    let Some(id) = codes.into_iter().find(is_it) else {
        return Ok(false);
    };
    let now = tx.now();
    let used = prepared(
        diesel::update(
            recovery_codes::table
                .filter(recovery_codes::id.eq(id))
                .filter(recovery_codes::used_at.is_null()),
        )
        .set(recovery_codes::used_at.eq(now)),
    )
    .execute(tx.conn())?;
    Ok(used > 0)
}

/// Takes all away.
pub fn remove(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<()> {
    prepared(diesel::delete(
        recovery_codes::table.filter(recovery_codes::user_id.eq(user)),
    ))
    .execute(tx.conn())?;
    Ok(())
}

fn left(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Vec<FactorId>> {
    Ok(recovery_codes::table
        .filter(recovery_codes::user_id.eq(user))
        .filter(recovery_codes::used_at.is_null())
        .order(recovery_codes::number)
        .select(recovery_codes::id)
        .load(tx.conn())?)
}

fn code(secret: &[u8], id: FactorId) -> String {
    let hash = Token::derived(secret, &[b"recovery code", id.0.as_bytes()]).hash();
    hash.iter()
        .take(LENGTH)
        // 256 is a multiple of 32, so no character is likelier than another.
        .filter_map(|byte| ALPHABET.get(usize::from(*byte) % ALPHABET.len()))
        .collect()
}
