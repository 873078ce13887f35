//! The counting itself. While the database does not count, each instance counts alone: a page that anybody may read does
//! not close because a table of counters is out of order. What must close then counts in its own transaction
//! (`domain::platform::limit`), and fails with it.

use super::Limits;
use crate::{
    db,
    domain::platform::limit::{self, Limit},
    web::site::Site,
};
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::Mutex,
};

/// So many visitors are remembered; then those whose time is over are forgotten, or all.
const REMEMBERED: usize = 50_000;
/// Once the database has failed to count, nobody waits for it again for so long.
const ALONE: TimeDelta = TimeDelta::seconds(10);

/// Who has been here how often.
#[derive(Debug)]
pub struct Crowd {
    limits: Limits,
    keys: RandomState,
    seen: Mutex<HashMap<u64, Seen>>,
    alone_until: Mutex<DateTime<Utc>>,
}

/// One visitor, since their window began.
#[derive(Clone, Copy, Debug)]
struct Seen {
    until: DateTime<Utc>,
    all: i32,
    /// Not written to the database yet.
    unwritten: i32,
    /// Nothing more before `until`.
    is_over: bool,
}

/// What is to be done about one more.
enum Verdict {
    Welcome,
    Wait(DateTime<Utc>),
    /// So many are to be written down, and the database decides.
    Ask(i32),
}

/// What somebody who was counted is told.
pub(super) enum Standing {
    /// Not too often.
    Welcome,
    /// Too often.
    Over {
        /// When it may be tried again.
        until: DateTime<Utc>,
        /// Whether this instance did not know before.
        is_news: bool,
    },
}

impl Crowd {
    /// Nobody has been here yet.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            keys: RandomState::new(),
            seen: Mutex::default(),
            alone_until: Mutex::new(DateTime::<Utc>::MIN_UTC),
        }
    }

    /// How often is too often.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    fn one_more(&self, key: &str, limit: Limit, now: DateTime<Utc>) -> Verdict {
        let Ok(mut seen) = self.seen.lock() else {
            return Verdict::Welcome;
        };
        if seen.len() >= REMEMBERED {
            seen.retain(|_, visitor| visitor.until > now);
            if seen.len() >= REMEMBERED {
                seen.clear();
            }
        }
        let fresh = Seen {
            until: now + limit.window,
            all: 0,
            unwritten: 0,
            is_over: false,
        };
        let visitor = seen.entry(self.keys.hash_one(key)).or_insert(fresh);
        if visitor.until <= now {
            *visitor = fresh;
        }
        if visitor.is_over {
            return Verdict::Wait(visitor.until);
        }
        visitor.all = visitor.all.saturating_add(1);
        visitor.unwritten = visitor.unwritten.saturating_add(1);
        // A fifth of what is allowed is nobody's business but this instance's; what comes then is written by and by.
        let few = visitor.all <= limit.most / 5 || visitor.unwritten < (limit.most / 20).max(1);
        match few {
            true => Verdict::Welcome,
            false => Verdict::Ask(std::mem::take(&mut visitor.unwritten)),
        }
    }

    /// Until when nobody with this key is let in, as far as this instance knows.
    pub(super) fn over_until(&self, key: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let seen = self.seen.lock().ok()?;
        let visitor = seen.get(&self.keys.hash_one(key))?;
        (visitor.is_over && visitor.until > now).then_some(visitor.until)
    }

    /// It is too often. Whether that is news.
    fn shut(&self, key: &str, until: DateTime<Utc>) -> bool {
        let Ok(mut seen) = self.seen.lock() else {
            return false;
        };
        let Some(visitor) = seen.get_mut(&self.keys.hash_one(key)) else {
            return false;
        };
        let is_news = !visitor.is_over;
        (visitor.until, visitor.is_over) = (until, true);
        is_news
    }

    /// What this instance decides by what it has seen itself. What the database was not told, it is told later.
    fn alone(&self, key: &str, unwritten: i32, limit: Limit) -> Option<DateTime<Utc>> {
        let mut seen = self.seen.lock().ok()?;
        let visitor = seen.get_mut(&self.keys.hash_one(key))?;
        visitor.unwritten = visitor.unwritten.saturating_add(unwritten);
        (visitor.all > limit.most).then_some(visitor.until)
    }

    fn is_alone(&self, now: DateTime<Utc>) -> bool {
        self.alone_until.lock().is_ok_and(|until| now < *until)
    }

    fn be_alone(&self, from: DateTime<Utc>) {
        if let Ok(mut until) = self.alone_until.lock() {
            *until = from + ALONE;
        }
    }
}

/// Counts one more of a key.
pub(super) async fn tally(site: &Site, key: &str, limit: Limit) -> Standing {
    let (crowd, now) = (&site.crowd, site.db.clock().now());
    let uses = match crowd.one_more(key, limit, now) {
        Verdict::Welcome => return Standing::Welcome,
        Verdict::Wait(until) => {
            return Standing::Over {
                until,
                is_news: false,
            };
        }
        Verdict::Ask(uses) => uses,
    };
    let over_until = match asked(site, key, (uses, limit), now).await {
        Some(answer) => answer.err(),
        None => crowd.alone(key, uses, limit),
    };
    match over_until {
        None => Standing::Welcome,
        Some(until) => Standing::Over {
            until,
            is_news: crowd.shut(key, until),
        },
    }
}

/// What the database says; `None` when it does not.
async fn asked(
    site: &Site,
    key: &str,
    (uses, limit): (i32, Limit),
    now: DateTime<Utc>,
) -> Option<Result<(), DateTime<Utc>>> {
    if site.crowd.is_alone(now) {
        return None;
    }
    let written = key.to_owned();
    let answer: db::Result<_> = site
        .db
        .platform(move |tx| limit::count_soon(tx, &written, uses, limit))
        .await;
    match answer {
        Ok(answer) => Some(answer),
        Err(error) => {
            tracing::warn!(%error, "the counters of all instances do not answer: this one counts alone");
            site.crowd.be_alone(now);
            None
        }
    }
}
