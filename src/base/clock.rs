//! The one clock. Inside a scope "now" is the database's, so that all instances agree; tests freeze it.

use chrono::{DateTime, Utc};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// Where "now" comes from: the database (`None` to be asked), or an instant a test has set and may move.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    frozen: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// A clock that stands still at `instant` until [`Clock::set`] moves it.
    pub fn frozen(instant: DateTime<Utc>) -> Self {
        Self {
            frozen: Some(Arc::new(AtomicI64::new(instant.timestamp_micros()))),
        }
    }

    /// Moves a frozen clock; the real one cannot be moved, and is left alone.
    pub fn set(&self, instant: DateTime<Utc>) {
        if let Some(frozen) = &self.frozen {
            frozen.store(instant.timestamp_micros(), Ordering::SeqCst);
        }
    }

    /// The frozen instant, or `None` when the database is to be asked.
    pub fn given(&self) -> Option<DateTime<Utc>> {
        let frozen = self.frozen.as_ref()?;
        DateTime::from_timestamp_micros(frozen.load(Ordering::SeqCst))
    }

    /// Now, for the few who work without a database transaction (a letter's date, a log line).
    pub fn now(&self) -> DateTime<Utc> {
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one place that reads the clock"
        )]
        self.given().unwrap_or_else(Utc::now)
    }
}
