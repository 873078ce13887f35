//! How often one visitor, and everybody together at one business, may ask for what costs much or takes something away.
//! Counted here first, and in the database, for all instances together, only once it is more than a person does: a
//! guest costs no statement.

use super::{error::Error, site::Site};
use crate::{
    base::ids::BusinessId,
    db,
    domain::platform::limit::{self, Limit},
};
use actix_web::HttpRequest;
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::Mutex,
};

/// So many visitors are remembered; then those whose time is over are forgotten, or all.
const REMEMBERED: usize = 50_000;

/// How often is too often.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// New holds, by one network address at one business (seed 001: reserving).
    pub holds: Limit,
    /// New holds at one business, by all: above what a shop's telephone and doors can bear, below what a crowd of
    /// machines does.
    pub holds_of_all: Limit,
    /// Looking for free times or for businesses, by one network address (seed 000: standard).
    pub looks: Limit,
    /// Looking for free times of one business, by all.
    pub looks_of_all: Limit,
}

impl Limits {
    /// The figures of a real site.
    pub const REAL: Self = Self {
        holds: Limit {
            most: 10,
            window: TimeDelta::minutes(5),
        },
        holds_of_all: Limit {
            most: 600,
            window: TimeDelta::minutes(5),
        },
        looks: Limit {
            most: 1_000,
            window: TimeDelta::hours(1),
        },
        looks_of_all: Limit {
            most: 30_000,
            window: TimeDelta::hours(1),
        },
    };
    /// None that anybody meets: for measuring, where one machine is all visitors.
    pub const NONE: Self = {
        let none = Limit {
            most: i32::MAX,
            window: TimeDelta::hours(1),
        };
        Self {
            holds: none,
            holds_of_all: none,
            looks: none,
            looks_of_all: none,
        }
    };
}

/// Who has been here how often.
#[derive(Debug)]
pub struct Crowd {
    limits: Limits,
    keys: RandomState,
    seen: Mutex<HashMap<u64, Seen>>,
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

impl Crowd {
    /// Nobody has been here yet.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            keys: RandomState::new(),
            seen: Mutex::default(),
        }
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

    /// What the database has decided.
    fn decided(&self, key: &str, over_until: Option<DateTime<Utc>>) {
        if let (Some(until), Ok(mut seen)) = (over_until, self.seen.lock())
            && let Some(visitor) = seen.get_mut(&self.keys.hash_one(key))
        {
            (visitor.until, visitor.is_over) = (until, true);
        }
    }
}

/// Counts a wish to hold a time.
pub async fn hold(site: &Site, request: &HttpRequest, business: BusinessId) -> Result<(), Error> {
    let limits = site.crowd.limits;
    let who = visitor(site, request);
    count(site, format!("hold {business} {who}"), limits.holds).await?;
    count(site, format!("hold {business}"), limits.holds_of_all).await
}

/// Counts a look at the free times of a business.
pub async fn look(site: &Site, request: &HttpRequest, business: BusinessId) -> Result<(), Error> {
    search(site, request).await?;
    let limit = site.crowd.limits.looks_of_all;
    count(site, format!("look {business}"), limit).await
}

/// Counts a look among all businesses.
pub async fn search(site: &Site, request: &HttpRequest) -> Result<(), Error> {
    let who = visitor(site, request);
    count(site, format!("look {who}"), site.crowd.limits.looks).await
}

/// A visitor's network, so that whoever reads the table of counters learns nothing of anybody.
fn visitor(site: &Site, request: &HttpRequest) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(site.client_hash(request))
}

async fn count(site: &Site, key: String, limit: Limit) -> Result<(), Error> {
    let now = site.db.clock().now();
    let uses = match site.crowd.one_more(&key, limit, now) {
        Verdict::Welcome => return Ok(()),
        Verdict::Wait(until) => return Err(Error::too_often(until - now)),
        Verdict::Ask(uses) => uses,
    };
    let written = key.clone();
    let answer = site
        .db
        .platform(move |tx| -> db::Result<_> { limit::count_many(tx, &written, uses, limit) })
        .await?;
    site.crowd.decided(&key, answer.err());
    answer.map_err(|until| Error::too_often(until - now))
}
