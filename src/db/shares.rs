//! How many places at the database one business may have at once, so that whoever floods one, or waits in one for what is
//! locked there, leaves places to all others.

use super::{DbError, Result};
use crate::base::ids::BusinessId;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, Weak},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So many businesses are remembered before those whom nobody asks for just now are forgotten.
const REMEMBERED: usize = 1_000;

/// The shares of all businesses.
pub(super) struct Shares {
    most: usize,
    taken: Mutex<HashMap<BusinessId, Weak<Semaphore>>>,
}

impl Shares {
    /// Of so many places a quarter, and at least one, is always somebody else's; of a single one nothing is left to share.
    pub fn of(places: usize) -> Self {
        Self {
            most: places.saturating_sub(places.div_ceil(4)).max(1),
            taken: Mutex::default(),
        }
    }

    /// Waits for a part of a business's share.
    pub async fn part(&self, business: BusinessId) -> Result<OwnedSemaphorePermit> {
        let share = self.share(business);
        share.acquire_owned().await.map_err(|_closed| DbError::Busy)
    }

    /// One share a business, for as long as anybody has or waits for a part of it.
    fn share(&self, business: BusinessId) -> Arc<Semaphore> {
        let fresh = || Arc::new(Semaphore::new(self.most));
        let Ok(mut taken) = self.taken.lock() else {
            return fresh();
        };
        if let Some(share) = taken.get(&business).and_then(Weak::upgrade) {
            return share;
        }
        if taken.len() >= REMEMBERED {
            taken.retain(|_, share| share.strong_count() > 0);
        }
        let share = fresh();
        taken.insert(business, Arc::downgrade(&share));
        share
    }
}
