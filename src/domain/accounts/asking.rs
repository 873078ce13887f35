//! How often a letter is asked for by somebody who is nobody yet: for one address (SEEDS 23), and from one network.

use crate::{
    db::PlatformTx,
    domain::platform::limit::{self, Limit, Limited},
};
use chrono::TimeDelta;

const PER_ADDRESS: Limit = Limit {
    most: 5,
    window: TimeDelta::minutes(15),
};
const PER_NETWORK: Limit = Limit {
    most: 30,
    window: TimeDelta::minutes(15),
};

/// Counts one wish for a letter; `what` tells kinds of letters apart.
pub(super) fn count(
    tx: &mut PlatformTx<'_>,
    what: &str,
    email: &str,
    network: &str,
) -> Result<(), Limited> {
    let address = format!("{what} address {}", email.to_lowercase());
    for (key, limit) in [
        (address, PER_ADDRESS),
        (format!("{what} network {network}"), PER_NETWORK),
    ] {
        limit::count(tx, &key, limit)?;
    }
    Ok(())
}
