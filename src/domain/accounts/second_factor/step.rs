//! Command: the second step of coming in. Digits of the app or a recovery code, typed into one box.

use super::{recovery, totp};
use crate::{
    base::ids::UserId,
    db::PlatformTx,
    domain::{
        accounts::sign_in::Asker,
        platform::limit::{self, Limit, Limited},
    },
};
use chrono::TimeDelta;

/// Tries of one account by all browsers that were never in, or by one that was. Whoever gets here knows the password.
const TRIES: Limit = Limit {
    most: 5,
    window: TimeDelta::minutes(15),
};

/// What opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The digits of the app.
    ByApp,
    /// A recovery code, which is used up.
    ByRecoveryCode,
}

/// Tries what was typed, made from the house's secret or, while it counts, the one before. `None` when it opens nothing; the try is counted whatever comes of it.
pub fn take(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    asker: &Asker,
    typed: &str,
    secrets: &[Vec<u8>],
) -> Result<Option<Opened>, Limited> {
    let key = match &asker.device {
        Some(device) => format!("second step device {device}"),
        None => format!("second step account {user}"),
    };
    limit::count(tx, &key, TRIES)?;
    let opened = if totp::take(tx, user, typed, secrets)? {
        Some(Opened::ByApp)
    } else if recovery::take(tx, user, typed, secrets)? {
        Some(Opened::ByRecoveryCode)
    } else {
        None
    };
    if opened.is_some() {
        limit::forgive(tx, &key)?;
    }
    Ok(opened)
}
