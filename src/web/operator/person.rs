//! One account whole: who it is, where they work, how often they are signed in, when it was closed, who was in its place.

use super::{
    office::{Office, Room},
    sheet::{self, Line, RecordPage, Section, row},
};
use crate::{
    base::ids::UserId,
    db::{self, PlatformTx},
    domain::{
        accounts::{
            factor_reset::{self, FactorReset},
            impersonation::{self, Visit},
            people::{self, Closure, Known},
            role::Role,
            second_factor,
        },
        businesses::member::{self, Workplace},
    },
    web::{
        error::{Error, Result},
        flash,
        gate::operator,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            summary_list::SummaryList,
        },
    },
};
use actix_web::{
    HttpRequest,
    web::{Data, Path},
};
use chrono_tz::Tz;
use std::collections::HashMap;

/// What the page reads.
struct Found {
    known: Known,
    sessions: i64,
    has_factors: bool,
    places: Vec<Workplace>,
    closures: Vec<Closure>,
    resets: Vec<FactorReset>,
    visits: Vec<Visit>,
    names: HashMap<UserId, String>,
}

/// The page.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let id: UserId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let read: db::Result<_> = operator::look(&site, &ctx, &signed_in, move |tx, operator| {
        Ok((read(tx, id)?, operator.zone.clone(), tx.now()))
    })
    .await?;
    let (found, zone, now) = read?;
    let found = found.ok_or(Error::NotFound)?;
    let name = match found.known.name.as_str() {
        "" => &found.known.email,
        name => name,
    };
    ctx.flash = flash::read_about(&request, ctx.t, name).or(ctx.flash);
    let moments = Moments::new(ctx.t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let office = Office::of(&ctx, &signed_in, Room::People);
    ctx.html(&RecordPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        back: sheet::back(&ctx, links::operator(ctx.lang, "/people")),
        title: found.known.email.clone(),
        title_lang: None,
        badge: if found.known.is_active {
            ctx.t.operators_account_active()
        } else {
            ctx.t.operators_account_closed()
        },
        ways: ways(&ctx, &signed_in, &found),
        acts: Vec::new(),
        sections: vec![
            about(&ctx, &moments, &found),
            seats(&ctx, &found),
            closures(&ctx, &moments, &found),
            resets(&ctx, &moments, &found),
            visits(&ctx, &moments, &found),
        ],
        ctx: &ctx,
    })
}

fn read(tx: &mut PlatformTx<'_>, id: UserId) -> db::Result<Option<Found>> {
    let Some(known) = people::find(tx, id)? else {
        return Ok(None);
    };
    let (visits, names) = impersonation::of_people(tx, &[id])?;
    Ok(Some(Found {
        known,
        sessions: people::sessions(tx, id)?,
        has_factors: second_factor::is_any(tx, id)?,
        places: member::workplaces(tx, id)?,
        closures: people::closures(tx, id)?,
        resets: factor_reset::of(tx, id)?,
        visits,
        names,
    }))
}

fn ways(ctx: &PageCtx, signed_in: &SignedIn, found: &Found) -> Vec<LinkButton> {
    let known = &found.known;
    let way = |act: &'static str, voice: Voice| LinkButton {
        label: ctx.t.of_family("operators-account-act", act),
        url: links::operator(ctx.lang, &format!("/people/{}/{act}", known.id)),
        voice,
        ..LinkButton::default()
    };
    let mut ways = vec![LinkButton {
        label: ctx.t.operators_account_trail(),
        url: links::operator(ctx.lang, &format!("/audit?person={}", known.id)),
        voice: Voice::Quiet,
        ..LinkButton::default()
    }];
    match known.is_active {
        false => ways.push(way("reactivate", Voice::Main)),
        true if known.id == signed_in.user => {}
        true => {
            if known.role != Role::Admin {
                ways.push(way("visit", Voice::Quiet));
            }
            if found.has_factors {
                ways.push(way("reset-factors", Voice::Quiet));
            }
            ways.push(way("deactivate", Voice::DangerQuiet));
        }
    }
    ways
}

fn about(ctx: &PageCtx, moments: &Moments, found: &Found) -> Section {
    let (t, known) = (ctx.t, &found.known);
    let proved = known
        .proved_at
        .map_or_else(|| t.operators_account_unproved(), |at| moments.moment(at));
    Section {
        title: t.operators_account(),
        summary: SummaryList {
            rows: vec![
                row(t.operators_account_name(), &known.name),
                row(
                    t.operators_account_role(),
                    t.of_family("operators-role", known.role.label()),
                ),
                row(t.operators_account_since(), moments.moment(known.since)),
                row(t.operators_account_proved(), proved),
                row(
                    t.accounts_factor_title(),
                    match found.has_factors {
                        true => t.operators_account_factors(),
                        false => t.operators_account_no_factors(),
                    },
                ),
                row(t.operators_account_sessions(), t.number(found.sessions)),
                row(t.operators_account_id(), known.id.to_string()),
            ],
        },
        ..Section::default()
    }
}

fn seats(ctx: &PageCtx, found: &Found) -> Section {
    let line = |place: &Workplace| {
        let name = place.name.written(ctx.lang);
        let role = place.role.label().replace('_', "-");
        Line {
            url: Some(links::operator(
                ctx.lang,
                &format!("/businesses/{}", place.business),
            )),
            name: name.text,
            name_lang: name.other_lang,
            facts: vec![place.slug.clone(), ctx.t.of_family("accounts-role", &role)],
            ..Line::default()
        }
    };
    Section {
        title: ctx.t.operators_seats(),
        lines: found.places.iter().map(line).collect(),
        none: found.places.is_empty().then(|| ctx.t.operators_no_seats()),
        ..Section::default()
    }
}

fn closures(ctx: &PageCtx, moments: &Moments, found: &Found) -> Section {
    let line = |closure: &Closure| {
        let reopened = closure.reopened_at.map(|at| moments.moment(at));
        Line {
            name: ctx.t.operators_closed_at(moments.moment(closure.closed_at)),
            facts: reopened
                .map(|at| ctx.t.operators_reopened_at(at))
                .into_iter()
                .collect(),
            texts: [&closure.reason, &closure.reopened_because]
                .into_iter()
                .filter(|text| !text.is_empty())
                .cloned()
                .collect(),
            ..Line::default()
        }
    };
    Section {
        title: ctx.t.operators_closures(),
        lines: found.closures.iter().map(line).collect(),
        none: found
            .closures
            .is_empty()
            .then(|| ctx.t.operators_no_closures()),
        ..Section::default()
    }
}

fn resets(ctx: &PageCtx, moments: &Moments, found: &Found) -> Section {
    let line = |reset: &FactorReset| Line {
        name: moments.moment(reset.reset_at),
        texts: vec![reset.reason.clone()],
        ..Line::default()
    };
    Section {
        title: ctx.t.operators_factor_resets(),
        lines: found.resets.iter().map(line).collect(),
        none: found
            .resets
            .is_empty()
            .then(|| ctx.t.operators_no_factor_resets()),
        ..Section::default()
    }
}

fn visits(ctx: &PageCtx, moments: &Moments, found: &Found) -> Section {
    let line = |visit: &Visit| {
        let operator = visit.operator.and_then(|id| found.names.get(&id));
        Line {
            name: operator.cloned().unwrap_or_default(),
            facts: vec![ctx.t.operators_visit_span(
                moments.moment(visit.started_at),
                moments.clock(visit.over_at()),
            )],
            texts: vec![visit.reason.clone()],
            ..Line::default()
        }
    };
    Section {
        title: ctx.t.operators_visits(),
        lines: found.visits.iter().map(line).collect(),
        none: found
            .visits
            .is_empty()
            .then(|| ctx.t.operators_visits_none()),
        ..Section::default()
    }
}
