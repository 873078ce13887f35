//! The way nowhere: letters are kept in memory, for `/dev/mail` and for tests. Each is written as MIME all the same,
//! so that what could not be sent is refused here too.

use super::{Letter, MailError, message::message};
use chrono::{DateTime, Utc};
use lettre::Address;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How many letters are kept; the oldest goes first.
const MOST: usize = 200;

/// Caught letters. Clones share them.
#[derive(Clone, Debug)]
pub struct Tray {
    from: Address,
    kept: Arc<Mutex<VecDeque<Kept>>>,
}

/// A caught letter.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The letter.
    pub letter: Letter,
    /// Its date.
    pub date: DateTime<Utc>,
}

impl Tray {
    /// An empty one.
    pub fn new(from: Address) -> Self {
        Self {
            from,
            kept: Arc::default(),
        }
    }

    /// The address every letter comes from.
    pub fn from(&self) -> &Address {
        &self.from
    }

    /// Puts a letter in.
    pub fn put(&self, letter: &Letter, date: DateTime<Utc>) -> Result<(), MailError> {
        message(letter, &self.from, date)?;
        let mut kept = self.lock();
        kept.truncate(MOST - 1);
        kept.push_front(Kept {
            letter: letter.clone(),
            date,
        });
        Ok(())
    }

    /// What lies in it, newest first.
    pub fn letters(&self) -> Vec<Kept> {
        self.lock().iter().cloned().collect()
    }

    /// The letter with this message id.
    pub fn find(&self, message_id: &str) -> Option<Kept> {
        self.lock()
            .iter()
            .find(|kept| kept.letter.message_id == message_id)
            .cloned()
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Kept>> {
        // Whoever failed while it held this left whole letters behind.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
