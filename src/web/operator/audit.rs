//! The trail, searched: by person, business, thing, action, request and time, with before and after field by field.

use super::{
    office::Room,
    sheet::{Line, ListPage, Search},
};
use crate::{
    base::{
        ids::{BusinessId, UserId},
        msg::Msg,
        time::{LocalDate, WallTime, instant, parse_date},
    },
    db::{self, PlatformTx},
    domain::{
        accounts::people,
        audit::search::{self, Entry, PAGE, Wanted},
        businesses::directory,
    },
    web::{
        error::Result,
        form::{Errors, typed::Asked},
        gate::operator,
        links,
        moments::{Moments, from_field},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            choice_field::Choice,
            empty::Empty,
            field::Field,
            icon::Icon,
            pager::{Page, Pager},
            select_field::SelectField,
            text_field::{Entry as Typed, TextField},
        },
    },
};
use actix_web::{http::StatusCode, web::Data};
use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// The longest value that is shown of a field.
const LONGEST: usize = 200;
/// What can be done to a row.
const ACTIONS: [&str; 3] = ["insert", "update", "delete"];

/// What is looked for, as it was typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AuditQuery {
    person: String,
    business: String,
    entity: String,
    row: String,
    action: String,
    request: String,
    from: String,
    until: String,
    after: String,
}

/// What was found.
struct Found {
    entries: Vec<Entry>,
    names: HashMap<UserId, String>,
    errors: Errors,
    zone: Tz,
    now: DateTime<Utc>,
}

/// A page of the trail.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<AuditQuery>,
) -> Result {
    let query = query.0;
    let asked = query.clone();
    let read: db::Result<Found> = operator::look(&site, &ctx, &signed_in, move |tx, operator| {
        find(tx, &asked, operator.zone.parse().unwrap_or(Tz::Asia__Tokyo))
    })
    .await?;
    let mut found = read?;
    let moments = Moments::new(ctx.t, found.zone, found.now);
    let more = found.entries.len() > PAGE;
    found.entries.truncate(PAGE);
    let later = found.entries.last().filter(|_| more).map(|last| {
        let next = AuditQuery {
            after: format!("{}_{}", last.created_at.to_rfc3339(), last.id),
            ..query.clone()
        };
        let pairs = serde_urlencoded::to_string(&next).unwrap_or_default();
        Page {
            label: ctx.t.operators_more(),
            url: Some(links::operator(ctx.lang, &format!("/audit?{pairs}"))),
        }
    });
    let nothing = Empty {
        icon: Icon::Search,
        words: ctx.t.operators_audit_none(),
        ways: Vec::new(),
    };
    let lines = found.entries.iter();
    let lines = lines
        .map(|entry| line(&ctx, &moments, &found.names, entry))
        .collect();
    let status = if found.errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let title = ctx.t.operators_audit();
    let page = ListPage {
        errors: found.errors.summary(ctx.t),
        lead: Some(ctx.t.operators_audit_lead()),
        search: Some(Search {
            action: links::operator(ctx.lang, "/audit"),
            hidden: Vec::new(),
            fields: fields(&ctx, &query, &found.errors),
            button: ctx.t.operators_search(),
        }),
        lines,
        pager: later.map(|later| Pager {
            label: ctx.t.operators_pages(),
            earlier: None,
            later: Some(later),
        }),
        ..ListPage::new(&ctx, &signed_in, Room::Audit, title, nothing)
    };
    ctx.redraw(status, &page)
}

fn find(tx: &mut PlatformTx<'_>, query: &AuditQuery, zone: Tz) -> db::Result<Found> {
    let mut errors = Errors::default();
    let wanted = wanted(tx, &mut errors, query, zone)?;
    let entries = if errors.is_empty() {
        search::search(tx, &wanted)?
    } else {
        Vec::new()
    };
    let people: Vec<UserId> = entries
        .iter()
        .flat_map(|entry| {
            entry
                .actor_user_id
                .into_iter()
                .chain(entry.impersonator_user_id)
        })
        .collect();
    Ok(Found {
        names: people::names(tx, &people)?,
        entries,
        errors,
        zone,
        now: tx.now(),
    })
}

fn wanted(
    tx: &mut PlatformTx<'_>,
    errors: &mut Errors,
    query: &AuditQuery,
    zone: Tz,
) -> db::Result<Wanted> {
    let person = match (query.person.trim(), query.person.trim().parse::<UserId>()) {
        ("", _) => None,
        (_, Ok(id)) => Some(id),
        (email, Err(_)) => {
            let found = people::of_email(tx, email)?;
            if found.is_none() {
                errors.add("person", Msg::new("operators-audit-person-unknown"));
            }
            found
        }
    };
    let business: Option<BusinessId> = match query.business.trim() {
        "" => None,
        slug => {
            let found = directory::find(tx, slug)?;
            if found.is_none() {
                errors.add("business", Msg::new("operators-audit-business-unknown"));
            }
            found
        }
    };
    let row = match (query.row.trim(), Uuid::parse_str(query.row.trim())) {
        ("", _) => None,
        (_, Ok(id)) => Some(id),
        (_, Err(_)) => {
            errors.add("row", Msg::new("operators-flag-list-form"));
            None
        }
    };
    let from = day(errors, "from", &query.from);
    let until =
        day(errors, "until", &query.until).and_then(|day| day.checked_add_days(Days::new(1)));
    let midnight = |day: LocalDate| instant(zone, day, WallTime::MIDNIGHT);
    let action = ACTIONS.iter().find(|action| **action == query.action);
    Ok(Wanted {
        person,
        business,
        entity: query.entity.trim().to_lowercase(),
        row,
        action: action.map_or_else(String::new, |action| (*action).to_owned()),
        request: query.request.trim().to_uppercase(),
        from: from.and_then(midnight),
        until: until.and_then(midnight),
        after: after(&query.after),
    })
}

fn day(errors: &mut Errors, field: &'static str, typed: &str) -> Option<LocalDate> {
    if typed.trim().is_empty() {
        return None;
    }
    let day = parse_date(typed);
    if day.is_none() {
        errors.add(field, Msg::new("form-date-form"));
    }
    day
}

fn after(text: &str) -> Option<(DateTime<Utc>, Uuid)> {
    let (at, id) = text.split_once('_')?;
    Some((from_field(at)?, id.parse().ok()?))
}

fn line(ctx: &PageCtx, moments: &Moments, names: &HashMap<UserId, String>, entry: &Entry) -> Line {
    let t = ctx.t;
    let name = |id: UserId| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    let who = match (entry.actor_user_id, entry.impersonator_user_id) {
        (Some(actor), Some(operator)) => t.operators_audit_behind(name(operator), name(actor)),
        (Some(actor), None) => name(actor),
        (None, _) => t.operators_audit_nobody(&entry.actor_role),
    };
    let cut = |text: &str| -> String {
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text.to_owned(),
        }
    };
    let request = entry.request_id.as_deref();
    let texts = entry.fields().into_iter().map(|(field, before, after)| {
        match (before.is_empty(), after.is_empty()) {
            (true, _) => t.operators_audit_became(cut(&after), field),
            (_, true) => t.operators_audit_was(cut(&before), field),
            _ => t.operators_audit_changed(cut(&after), cut(&before), field),
        }
    });
    Line {
        name: t.operators_audit_what(
            t.of_family("operators-audit-action", &entry.action),
            &entry.entity,
        ),
        facts: [
            moments.moment(entry.created_at),
            who,
            entry.entity_id.to_string(),
        ]
        .into_iter()
        .chain(request.map(|request| t.operators_audit_request(request)))
        .collect(),
        texts: texts.collect(),
        ..Line::default()
    }
}

fn fields(ctx: &PageCtx, query: &AuditQuery, errors: &Errors) -> Vec<Field> {
    let t = ctx.t;
    let line = |name: &str, label: String, value: &str, entry: Typed| {
        Field::Line(TextField {
            name: name.to_owned(),
            label,
            value: value.to_owned(),
            entry,
            complaint: errors.of(name, t),
            ..TextField::default()
        })
    };
    let any = Choice {
        label: t.operators_audit_any(),
        chosen: query.action.is_empty(),
        ..Choice::default()
    };
    let actions = ACTIONS.iter().map(|action| Choice {
        value: (*action).to_owned(),
        label: t.of_family("operators-audit-action", action),
        chosen: query.action == *action,
        ..Choice::default()
    });
    let action = Field::Select(SelectField {
        name: "action".to_owned(),
        label: t.operators_audit_action(),
        options: std::iter::once(any).chain(actions).collect(),
        ..SelectField::default()
    });
    vec![
        line(
            "person",
            t.operators_audit_person(),
            &query.person,
            Typed::Search,
        ),
        line(
            "business",
            t.operators_slug(),
            &query.business,
            Typed::Search,
        ),
        line(
            "entity",
            t.operators_audit_entity(),
            &query.entity,
            Typed::Search,
        ),
        line("row", t.operators_audit_row(), &query.row, Typed::Search),
        action,
        line(
            "request",
            t.operators_audit_request_label(),
            &query.request,
            Typed::Search,
        ),
        line("from", t.operators_audit_from(), &query.from, Typed::Date),
        line(
            "until",
            t.operators_audit_until(),
            &query.until,
            Typed::Date,
        ),
    ]
}
