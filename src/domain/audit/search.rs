//! The trail, read by operators: who, what, when, in which request. A page is read by an index whatever is asked: newest
//! first by the index of the person, business, thing or action; where none of them is asked, by the key, which holds the time.

use crate::{
    base::ids::{BusinessId, UserId},
    db::{self, PlatformTx},
    schema::audit::audit_logs,
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{pg::Pg, prelude::*};
use serde_json::Value;
use uuid::Uuid;

/// How many a page shows.
pub const PAGE: usize = 60;
/// How far a search goes back that no index helps, unless it says how far.
const BACK: TimeDelta = TimeDelta::days(7);
/// A key is made a moment after the instant that its row carries, never so much later.
const SLACK: TimeDelta = TimeDelta::hours(1);

/// What is looked for; what is `None` or empty is not asked.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Changes of this person, or of this operator in somebody's place.
    pub person: Option<UserId>,
    /// In this business.
    pub business: Option<BusinessId>,
    /// Of this table.
    pub entity: String,
    /// Of this row.
    pub row: Option<Uuid>,
    /// `insert`, `update` or `delete`.
    pub action: String,
    /// In this request.
    pub request: String,
    /// From then on.
    pub from: Option<DateTime<Utc>>,
    /// Before then.
    pub until: Option<DateTime<Utc>>,
    /// The last entry of the page before, to go on after it.
    pub after: Option<(DateTime<Utc>, Uuid)>,
}

/// A change.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = audit_logs)]
pub struct Entry {
    /// Its key.
    pub id: Uuid,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Where; `None` outside all businesses.
    pub business_id: Option<BusinessId>,
    /// Who; `None` for the house itself and for guests.
    pub actor_user_id: Option<UserId>,
    /// As what.
    pub actor_role: String,
    /// The operator who acted in their place.
    pub impersonator_user_id: Option<UserId>,
    /// `insert`, `update` or `delete`.
    pub action: String,
    /// The table.
    pub entity: String,
    /// The row.
    pub entity_id: Uuid,
    /// What changed, as it was.
    pub before_json: Option<Value>,
    /// As it became.
    pub after_json: Option<Value>,
    /// In which request.
    pub request_id: Option<String>,
}

/// A field of a change: its name, what it was, what it became.
pub type Field = (String, Value, Value);

/// What every row has, and nobody asks about.
pub const IN_EVERY_ROW: [&str; 5] = ["id", "business_id", "created_at", "updated_at", "version"];

/// What is noted of an account when somebody comes in.
const SIGN_IN: [&str; 2] = ["last_login_at", "login_count"];

impl Entry {
    /// What changed, field by field. Of a row that came or went, what is nothing or as it is in every row is left out.
    pub fn fields(&self) -> Vec<Field> {
        let object = |value: &Option<Value>| match value {
            Some(Value::Object(fields)) => fields.clone(),
            _ => serde_json::Map::new(),
        };
        let (before, after) = (object(&self.before_json), object(&self.after_json));
        let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
        names.sort();
        names.dedup();
        let value = |value: Option<&Value>| value.cloned().unwrap_or(Value::Null);
        names
            .into_iter()
            .filter(|name| !IN_EVERY_ROW.contains(&name.as_str()))
            .map(|name| {
                (
                    name.clone(),
                    value(before.get(name)),
                    value(after.get(name)),
                )
            })
            .filter(|(_, before, after)| {
                self.action == "update" || !(is_nothing(before) && is_nothing(after))
            })
            .collect()
    }

    /// Whether nothing happened but that somebody came in.
    pub fn is_sign_in(&self) -> bool {
        let fields = self.fields();
        self.entity == "users"
            && self.action == "update"
            && !fields.is_empty()
            && fields
                .iter()
                .all(|(name, ..)| SIGN_IN.contains(&name.as_str()))
    }
}

/// What a row begins with, if nobody says otherwise.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(is_so) => !is_so,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Object(all) => all.is_empty(),
    }
}

impl Wanted {
    /// Whether an index of the table leads to what is asked, in the order of time.
    fn is_led(&self) -> bool {
        self.person.is_some()
            || self.business.is_some()
            || (!self.entity.is_empty() && self.row.is_some())
    }
}

/// A page of the trail and one entry more, which says whether there is another page.
pub fn search(tx: &mut PlatformTx<'_>, wanted: &Wanted) -> db::Result<Vec<Entry>> {
    let now = tx.now();
    let found = query(wanted, now).load(tx.conn())?;
    Ok(found)
}

/// The query itself, so that its plan can be looked at.
pub fn query(wanted: &Wanted, now: DateTime<Utc>) -> BoxedSearch<'static> {
    let led = wanted.is_led();
    let from = wanted.from.or_else(|| (!led).then(|| now - BACK));
    let mut query = audit_logs::table.select(Entry::as_select()).into_boxed();
    if let Some(person) = wanted.person {
        query = query.filter(audit_logs::actor_user_id.eq(person));
    }
    if let Some(business) = wanted.business {
        query = query.filter(audit_logs::business_id.eq(business));
    }
    if !wanted.entity.is_empty() {
        query = query.filter(audit_logs::entity.eq(wanted.entity.clone()));
    }
    if let Some(row) = wanted.row {
        query = query.filter(audit_logs::entity_id.eq(row));
    }
    if !wanted.action.is_empty() {
        query = query.filter(audit_logs::action.eq(wanted.action.clone()));
    }
    if !wanted.request.is_empty() {
        query = query.filter(audit_logs::request_id.eq(wanted.request.clone()));
    }
    if let Some(from) = from {
        query = query.filter(audit_logs::created_at.ge(from));
    }
    if let Some(until) = wanted.until {
        query = query.filter(audit_logs::created_at.lt(until));
    }
    if led {
        if let Some((at, id)) = wanted.after {
            query = query
                .filter(audit_logs::created_at.le(at))
                .filter(audit_logs::created_at.lt(at).or(audit_logs::id.lt(id)));
        }
        query = query.order((audit_logs::created_at.desc(), audit_logs::id.desc()));
    } else {
        if let Some(from) = from {
            query = query.filter(audit_logs::id.ge(key_at(from - SLACK)));
        }
        if let Some(until) = wanted.until {
            query = query.filter(audit_logs::id.lt(key_at(until + SLACK)));
        }
        if let Some((_, id)) = wanted.after {
            query = query.filter(audit_logs::id.lt(id));
        }
        query = query.order(audit_logs::id.desc());
    }
    query.limit(PAGE as i64 + 1)
}

/// The query with all that is asked.
pub type BoxedSearch<'a> =
    audit_logs::BoxedQuery<'a, Pg, diesel::dsl::SqlTypeOf<diesel::dsl::AsSelect<Entry, Pg>>>;

/// The first key that can be made at an instant: its first 48 bits are milliseconds.
fn key_at(at: DateTime<Utc>) -> Uuid {
    let milliseconds = u128::try_from(at.timestamp_millis()).unwrap_or(0);
    Uuid::from_u128(milliseconds << 80)
}
