//! How often a letter is asked for by somebody who is nobody yet: for one address (SEEDS 23), and from one network.

use crate::{
    db::{self, PlatformTx},
    domain::platform::limit::{self, Limit},
};
use chrono::{DateTime, TimeDelta, Utc};

const PER_ADDRESS: Limit = Limit {
    most: 5,
    window: TimeDelta::minutes(15),
};
const PER_NETWORK: Limit = Limit {
    most: 30,
    window: TimeDelta::minutes(15),
};

/// Counts one wish for a letter; `what` tells kinds of letters apart. `Err` carries the instant from which it may be
/// wished for again.
pub(super) fn count(
    tx: &mut PlatformTx<'_>,
    what: &str,
    email: &str,
    network: &str,
) -> db::Result<Result<(), DateTime<Utc>>> {
    let address = format!("{what} address {}", email.to_lowercase());
    for (key, limit) in [
        (address, PER_ADDRESS),
        (format!("{what} network {network}"), PER_NETWORK),
    ] {
        if let Err(until) = limit::count(tx, &key, limit)? {
            return Ok(Err(until));
        }
    }
    Ok(Ok(()))
}
