//! What a business's own rules are (menu, hours, shifts), remembered between transactions. Every transaction reads the
//! number of their last change when it opens; what was remembered under another number is read again, so nobody ever
//! sees a rule that was not in force.

use super::{
    Result, TenantTx, TownTx,
    statement::{bind, statement},
};
use crate::base::ids::BusinessId;
use diesel::{
    prelude::*,
    sql_types::{BigInt, Uuid as SqlUuid},
};
use quick_cache::sync::Cache;
use std::{
    any::{Any, TypeId},
    sync::Arc,
};

/// So many things are remembered, about seven of each business; the least used are forgotten.
const THINGS: usize = 8_000;

/// Everything remembered by one server.
pub(super) struct Memory(Cache<(BusinessId, TypeId), Remembered>);

#[derive(Clone)]
struct Remembered {
    revision: i64,
    thing: Arc<dyn Any + Send + Sync>,
}

impl Default for Memory {
    fn default() -> Self {
        Self(Cache::new(THINGS))
    }
}

impl Memory {
    fn find<T: Any + Send + Sync>(&self, business: BusinessId, revision: i64) -> Option<Arc<T>> {
        let remembered = self.0.get(&(business, TypeId::of::<T>()))?;
        (remembered.revision == revision)
            .then(|| remembered.thing.downcast().ok())
            .flatten()
    }
}

impl TownTx<'_> {
    /// What is remembered of a business under the number of its rules' last change.
    pub fn known<T: Any + Send + Sync>(
        &self,
        business: BusinessId,
        revision: i64,
    ) -> Option<Arc<T>> {
        self.memory.find(business, revision)
    }

    /// Remembers something of a business under a number that was read before it was.
    pub fn keep<T: Any + Send + Sync>(
        &self,
        business: BusinessId,
        revision: i64,
        thing: T,
    ) -> Arc<T> {
        let thing = Arc::new(thing);
        let remembered = Remembered {
            revision,
            thing: thing.clone(),
        };
        let key = (business, TypeId::of::<T>());
        self.memory.0.insert(key, remembered);
        thing
    }
}

impl TenantTx<'_> {
    /// What `read` gives, remembered for this business as long as none of its rules changes: `T` says which thing it
    /// is, and `read` may depend on nothing but the business. Only a transaction that cannot write remembers, so that
    /// nothing is ever remembered that was rolled back; and one that changes rules must not ask here afterwards.
    pub fn kept<T: Any + Send + Sync>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<Arc<T>> {
        let (business, revision) = (self.business(), self.revision);
        if let Some(known) = revision.and_then(|revision| self.memory.find(business, revision)) {
            return Ok(known);
        }
        let thing = Arc::new(read(self)?);
        if let Some(revision) = revision.filter(|_| self.reads_only) {
            let remembered = Remembered {
                revision,
                thing: thing.clone(),
            };
            self.memory
                .0
                .insert((business, TypeId::of::<T>()), remembered);
        }
        Ok(thing)
    }

    /// For whoever has stood in a queue: whether a rule has changed since this transaction began. What is asked of
    /// [`Self::kept`] afterwards is as the rules are now.
    pub fn rules_changed(&mut self) -> Result<bool> {
        let now = statement::<(BigInt,), _>(
            "select revision from platform.revisions where tenant = ?",
            (bind::<SqlUuid, _>(self.business()),),
        )
        .get_result::<(i64,)>(self.conn)
        .optional()?;
        let now = now.map(|(revision,)| revision);
        let changed = now != self.revision;
        self.revision = now;
        Ok(changed)
    }
}
