//! What a page of the trail says: a row for each request, by days, in words instead of columns.

use crate::{
    base::{bilingual::Bilingual, ids::UserId, time::LocalDate},
    domain::audit::search::{Entry, Field},
    i18n::Words,
    web::{links, moments::Moments, page::PageCtx},
};
use chrono::DateTime;
use serde_json::Value;
use std::collections::HashMap;

/// Every table whose changes are written down, in the order in which they are offered. A test compares it with the database.
pub const ENTITIES: [&str; 71] = [
    "businesses",
    "business_settings",
    "business_hours",
    "business_holidays",
    "staff_assignments",
    "staff_invitations",
    "staff_pins",
    "shop_devices",
    "business_documents",
    "business_media",
    "embeddings",
    "file_exports",
    "purges",
    "business_verifications",
    "users",
    "family_members",
    "totp_factors",
    "recovery_codes",
    "passkeys",
    "identities",
    "impersonations",
    "account_closures",
    "factor_resets",
    "customers",
    "customer_notes",
    "customer_tags",
    "card_distinctions",
    "cancellation_policies",
    "policy_changes",
    "services",
    "service_changes",
    "processing_times",
    "service_approvals",
    "option_groups",
    "options",
    "pricing_rules",
    "coupons",
    "questions",
    "resources",
    "staff_working_hours",
    "staff_exceptions",
    "start_limits",
    "start_limit_dates",
    "line_caps",
    "overbooking_rules",
    "class_rules",
    "class_dates",
    "table_groups",
    "table_group_members",
    "blocks",
    "outside_calendars",
    "time_off_requests",
    "booking_payments",
    "booking_imports",
    "bookings",
    "chart_entries",
    "chart_headings",
    "chart_photos",
    "consents",
    "waitlist",
    "waitlist_rules",
    "reminder_rules",
    "calendar_feeds",
    "feed_rules",
    "letter_styles",
    "letter_wordings",
    "reviews",
    "webhook_subscriptions",
    "switches",
    "feature_flags",
    "job_pauses",
];

/// The longest value that is shown of a field.
const LONGEST: usize = 200;

/// What is looked up for what stands in the entries.
pub struct Names {
    /// People.
    pub people: HashMap<UserId, String>,
    /// Businesses.
    pub businesses: HashMap<crate::base::ids::BusinessId, Bilingual>,
}

/// A day, the last first.
pub struct Day {
    pub title: String,
    pub rows: Vec<Row>,
}

/// All changes of one request.
pub struct Row {
    pub time: String,
    pub who: String,
    /// Where: name and address.
    pub place: Option<(String, String)>,
    pub acts: Vec<String>,
    pub changes: Vec<Change>,
    /// The request's number.
    pub foot: Option<String>,
}

/// One change, field by field.
pub struct Change {
    pub title: String,
    pub fields: Vec<Line>,
    /// Which row it is.
    pub id: String,
}

/// One field. Where the house has no word for it, its name in the database stands, small.
pub struct Line {
    pub name: String,
    pub is_raw: bool,
    pub before: String,
    pub after: String,
}

/// Whoever stands behind fields that point at people.
pub fn people(entries: &[Entry]) -> Vec<UserId> {
    let own = entries.iter().flat_map(|entry| {
        let actors = [entry.actor_user_id, entry.impersonator_user_id];
        let fields = entry.fields().into_iter();
        let pointed = fields
            .filter(|(name, ..)| is_person(name))
            .flat_map(|(_, before, after)| [person(&before), person(&after)]);
        actors
            .into_iter()
            .chain(pointed)
            .flatten()
            .collect::<Vec<_>>()
    });
    own.collect()
}

/// The days of a page.
pub fn days(ctx: &PageCtx, moments: &Moments, names: &Names, entries: &[Entry]) -> Vec<Day> {
    let mut days: Vec<(LocalDate, Day)> = Vec::new();
    for group in entries.chunk_by(is_one_request) {
        let Some(first) = group.first() else { continue };
        let date = moments.wall(first.created_at).date();
        if days.last().is_none_or(|(day, _)| *day != date) {
            let title = ctx.t.date(date);
            days.push((
                date,
                Day {
                    title,
                    rows: Vec::new(),
                },
            ));
        }
        if let Some((_, day)) = days.last_mut() {
            day.rows.push(row(ctx, moments, names, (first, group)));
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

/// Whether two changes belong to one request.
pub fn is_one_request(one: &Entry, next: &Entry) -> bool {
    one.request_id.is_some()
        && one.request_id == next.request_id
        && one.actor_user_id == next.actor_user_id
}

fn row(ctx: &PageCtx, moments: &Moments, names: &Names, (first, group): (&Entry, &[Entry])) -> Row {
    let t = ctx.t;
    let place = group.iter().find_map(|entry| entry.business_id);
    let place = place.and_then(|id| {
        let name = names.businesses.get(&id)?.written(ctx.lang).text;
        let url = links::operator(ctx.lang, &format!("/businesses/{id}"));
        Some((name, url))
    });
    let changes = group.iter().filter(|entry| !entry.is_sign_in());
    Row {
        time: moments.clock(first.created_at),
        who: who(t, names, first),
        place,
        acts: acts(t, group),
        changes: changes
            .map(|entry| change(t, moments, names, entry))
            .collect(),
        foot: first
            .request_id
            .as_ref()
            .map(|request| t.operators_audit_request(request)),
    }
}

fn who(t: Words, names: &Names, entry: &Entry) -> String {
    let name = |id: UserId| {
        let name = names.people.get(&id).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| id.to_string())
    };
    match (entry.actor_user_id, entry.impersonator_user_id) {
        (Some(actor), Some(operator)) => t.operators_audit_behind(name(operator), name(actor)),
        (Some(actor), None) => name(actor),
        (None, _) if ["customer", "visitor", "guest"].contains(&entry.actor_role.as_str()) => {
            t.operators_audit_guest()
        }
        (None, _) => t.operators_audit_house(),
    }
}

/// What was done, each kind once, with how often.
fn acts(t: Words, group: &[Entry]) -> Vec<String> {
    let mut kinds: Vec<(String, &Entry, i64)> = Vec::new();
    for entry in group {
        let said = act(t, entry);
        match kinds.iter_mut().find(|(known, ..)| *known == said) {
            Some((_, _, count)) => *count += 1,
            None => kinds.push((said, entry, 1)),
        }
    }
    let said = kinds.into_iter().map(|(said, entry, count)| {
        if count == 1 || entry.is_sign_in() {
            return said;
        }
        let action = t.of_family("operators-audit-action", &entry.action);
        t.operators_audit_what_many(action, count, thing(t, &entry.entity))
    });
    said.collect()
}

fn act(t: Words, entry: &Entry) -> String {
    if entry.is_sign_in() {
        return t.operators_audit_sign_in();
    }
    let action = t.of_family("operators-audit-action", &entry.action);
    t.operators_audit_what(action, thing(t, &entry.entity))
}

/// The word for what a table holds; the table's own name where the house has none.
pub fn thing(t: Words, entity: &str) -> String {
    let member = entity.replace('_', "-");
    if t.knows("trail-entity", &member) {
        t.of_family("trail-entity", &member)
    } else {
        entity.to_owned()
    }
}

fn change(t: Words, moments: &Moments, names: &Names, entry: &Entry) -> Change {
    let fields = entry.fields().into_iter();
    Change {
        title: act(t, entry),
        fields: fields
            .map(|field| line(t, moments, names, (entry, field)))
            .collect(),
        id: t.operators_audit_id(thing(t, &entry.entity), entry.entity_id.to_string()),
    }
}

fn line(t: Words, moments: &Moments, names: &Names, (entry, field): (&Entry, Field)) -> Line {
    let (name, before, after) = field;
    let member = name.replace('_', "-");
    let is_known = t.knows("trail-field", &member);
    // Of what must not be kept, only that it changed is written down.
    let is_hidden = entry.action == "update" && before.is_null() && after.is_null();
    let value = |value: &Value| match is_hidden {
        true => t.operators_audit_hidden(),
        false => said(t, moments, names, (&name, value)),
    };
    Line {
        before: value(&before),
        after: value(&after),
        is_raw: !is_known,
        name: match is_known {
            true => t.of_family("trail-field", &member),
            false => name,
        },
    }
}

/// A value as its reader says it: a moment in their zone, a person's name, an amount, a word.
fn said(t: Words, moments: &Moments, names: &Names, (field, value): (&str, &Value)) -> String {
    match value {
        Value::Null => t.operators_audit_nothing(),
        Value::Bool(true) => t.operators_audit_yes(),
        Value::Bool(false) => t.operators_audit_no(),
        Value::Number(number) => match number.as_i64().filter(|_| is_money(field)) {
            Some(yen) => t.yen(yen),
            None => number.to_string(),
        },
        Value::String(text) if text.is_empty() => t.operators_audit_nothing(),
        Value::String(text) => {
            if let Some(name) = person(value).and_then(|id| names.people.get(&id)) {
                return name.clone();
            }
            let at = DateTime::parse_from_rfc3339(text).ok();
            if let Some(at) = at.filter(|_| field.ends_with("_at")) {
                return moments.moment(at.to_utc());
            }
            let day = text.parse().ok();
            if let Some(day) = day.filter(|_| field == "date" || field.ends_with("_date")) {
                return t.date(day);
            }
            let member = text.replace('_', "-");
            match is_word(field) && t.knows("trail-value", &member) {
                true => t.of_family("trail-value", &member),
                false => cut(text),
            }
        }
        Value::Array(all) => {
            let each = all.iter().map(|one| said(t, moments, names, (field, one)));
            cut(&each.collect::<Vec<_>>().join(" / "))
        }
        Value::Object(_) => cut(&value.to_string()),
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn is_person(field: &str) -> bool {
    ["user_id", "owner_id", "operator_id", "_by"]
        .iter()
        .any(|end| field.ends_with(end))
}

/// Fields whose values the house names. Elsewhere a word may be somebody's own.
fn is_word(field: &str) -> bool {
    let of_a_few = [
        "source",
        "cancelled_by",
        "mode",
        "priority",
        "audience",
        "kind",
        "way",
        "state",
        "tone",
        "occasion",
    ];
    let ends = ["status", "role", "roles", "locale", "_type", "_rule"];
    of_a_few.contains(&field) || ends.iter().any(|end| field.ends_with(end))
}

fn is_money(field: &str) -> bool {
    field.ends_with("_cents")
}

fn person(value: &Value) -> Option<UserId> {
    value.as_str()?.parse().ok()
}
