//! The trail, searched: by person, business, thing, action, request and time, with before and after field by field.

use super::{
    office::{Office, Room},
    trail::{self, Day, ENTITIES, Names},
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
            buttons::PostButton,
            choice_field::Choice,
            empty::Empty,
            error_summary::ErrorSummary,
            field::Field,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            pager::{Page, Pager},
            select_field::SelectField,
            text_field::{Entry as Typed, TextField},
        },
    },
};
use actix_web::{http::StatusCode, web::Data};
use askama::Template;
use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

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

/// The page.
#[derive(Template)]
#[template(path = "operator/audit.html")]
pub struct AuditPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    action: String,
    fields: Vec<Field>,
    more: Vec<Field>,
    /// Whether one of those is asked for.
    is_open: bool,
    days: Vec<Day>,
    empty: Empty,
    pager: Option<Pager>,
}

/// What was found.
struct Found {
    entries: Vec<Entry>,
    names: Names,
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
    let later = cut(&mut found.entries).map(|last| {
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
    let status = if found.errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let office = Office::of(&ctx, &signed_in, Room::Audit);
    let page = AuditPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: found.errors.summary(ctx.t),
        title: ctx.t.operators_audit(),
        action: links::operator(ctx.lang, "/audit"),
        fields: fields(&ctx, &query, &found.errors),
        more: more(&ctx, &query, &found.errors),
        is_open: [&query.row, &query.action, &query.request]
            .iter()
            .any(|typed| !typed.is_empty()),
        days: trail::days(&ctx, &moments, &found.names, &found.entries),
        empty: Empty {
            icon: Icon::Search,
            words: ctx.t.operators_audit_none(),
            ways: Vec::new(),
        },
        pager: later.map(|later| Pager {
            label: ctx.t.operators_pages(),
            earlier: None,
            later: Some(later),
        }),
        ctx: &ctx,
    };
    ctx.redraw(status, &page)
}

/// Cuts a page off where there is more, and never inside a request, unless one fills the page alone. The last that stays.
fn cut(entries: &mut Vec<Entry>) -> Option<Entry> {
    let next = entries.get(PAGE)?.clone();
    entries.truncate(PAGE);
    let whole = entries
        .iter()
        .rposition(|entry| !trail::is_one_request(entry, &next));
    if let Some(last) = whole {
        entries.truncate(last + 1);
    }
    entries.last().cloned()
}

fn find(tx: &mut PlatformTx<'_>, query: &AuditQuery, zone: Tz) -> db::Result<Found> {
    let mut errors = Errors::default();
    let wanted = wanted(tx, &mut errors, query, zone)?;
    let entries = if errors.is_empty() {
        search::search(tx, &wanted)?
    } else {
        Vec::new()
    };
    let businesses: Vec<BusinessId> = entries.iter().filter_map(|one| one.business_id).collect();
    Ok(Found {
        names: Names {
            people: people::names(tx, &trail::people(&entries))?,
            businesses: directory::names(tx, &businesses)?,
        },
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
            errors.add("row", Msg::new("operators-audit-row-form"));
            None
        }
    };
    let from = day(errors, "from", &query.from);
    let until =
        day(errors, "until", &query.until).and_then(|day| day.checked_add_days(Days::new(1)));
    if from.zip(until).is_some_and(|(from, end)| end <= from) {
        errors.add("until", Msg::new("operators-audit-order"));
    }
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

/// What most people ask by.
fn fields(ctx: &PageCtx, query: &AuditQuery, errors: &Errors) -> Vec<Field> {
    let t = ctx.t;
    let asked = query.entity.trim();
    let unknown = (!asked.is_empty() && !ENTITIES.contains(&asked)).then_some(asked);
    let things = ENTITIES.into_iter().chain(unknown);
    let things = things.map(|entity| (entity, trail::thing(t, entity)));
    vec![
        line(
            ctx,
            errors,
            ("person", &query.person, t.operators_audit_person()),
            Typed::Search,
        ),
        line(
            ctx,
            errors,
            ("business", &query.business, t.operators_audit_business()),
            Typed::Search,
        ),
        line(
            ctx,
            errors,
            ("from", &query.from, t.operators_audit_from()),
            Typed::Date,
        ),
        line(
            ctx,
            errors,
            ("until", &query.until, t.operators_audit_until()),
            Typed::Date,
        ),
        choice(
            ctx,
            ("entity", asked, t.operators_audit_kind()),
            things.collect(),
        ),
    ]
}

/// What few do.
fn more(ctx: &PageCtx, query: &AuditQuery, errors: &Errors) -> Vec<Field> {
    let t = ctx.t;
    let actions = ACTIONS.map(|action| (action, t.of_family("operators-audit-action", action)));
    let number = (
        "request",
        query.request.as_str(),
        t.operators_audit_request_label(),
    );
    vec![
        choice(
            ctx,
            ("action", &query.action, t.operators_audit_action()),
            actions.to_vec(),
        ),
        line(
            ctx,
            errors,
            ("row", &query.row, t.operators_audit_row()),
            Typed::Search,
        ),
        line(ctx, errors, number, Typed::Search),
    ]
}

fn line(
    ctx: &PageCtx,
    errors: &Errors,
    (name, value, label): (&str, &str, String),
    entry: Typed,
) -> Field {
    Field::Line(TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, ctx.t),
        ..TextField::default()
    })
}

fn choice(
    ctx: &PageCtx,
    (name, asked, label): (&str, &str, String),
    all: Vec<(&str, String)>,
) -> Field {
    let any = Choice {
        label: ctx.t.operators_audit_any(),
        chosen: asked.is_empty(),
        ..Choice::default()
    };
    let all = all.into_iter().map(|(value, label)| Choice {
        value: value.to_owned(),
        label,
        chosen: asked == value,
        ..Choice::default()
    });
    Field::Select(SelectField {
        name: name.to_owned(),
        label,
        options: std::iter::once(any).chain(all).collect(),
        ..SelectField::default()
    })
}
