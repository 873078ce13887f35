//! What one press decides about time off, and the last look where bookings came in the way that were not shown.

use super::{
    RIGHT, plan, show,
    time_off::{self as requests, Reply, in_the_way, is_alone, mark},
};
use crate::{
    base::{ids::TimeOffId, msg::Msg, time::LocalDate},
    db::TenantTx,
    domain::scheduling::{
        allocation, day_plan,
        proposal::Proposal,
        time_off::{self, State, TimeOff, TimeOffError},
        time_off_decision::{self, Verdict},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member::{self, AtWork},
        links,
        owner::effect::{self, Effect, EffectBox},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        time_off as words,
        ui::{
            buttons::{LinkButton, PostButton, Submit},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use std::collections::HashMap;

/// What is booked on those days, and was not shown.
#[derive(Template)]
#[template(path = "owner/shifts/time_off.html")]
pub struct UnseenPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    being_booked: Option<String>,
    effect: EffectBox,
    form: PostForm,
    save: Submit,
}

/// What a press wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Approve,
    Decline,
    Undo,
    Revoke,
}

/// What came of it.
enum Done {
    Made(Said),
    Unseen(Box<Unseen>),
}

struct Unseen {
    at: AtWork,
    effect: Effect,
    being_booked: usize,
}

/// Approves, declines, takes either back, or ends what was approved.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let form = form.0;
    let value = |name: &str| form.get(name).map_or("", String::as_str);
    signed_in.sent(value("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id, act) = path.into_inner();
    let id: TimeOffId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let act = match (act.as_str(), value("step")) {
        ("decide", "approve") => Act::Approve,
        ("decide", "decline") => Act::Decline,
        ("undo", _) => Act::Undo,
        ("revoke", _) => Act::Revoke,
        _ => return Err(Error::NotFound),
    };
    let (field, mut errors) = (requests::field(id), Errors::default());
    let typed = value(&field).to_owned();
    let answer = fields::optional(&mut errors, field.clone(), &typed, words::said);
    let Some(answer) = answer else {
        let reply = Reply {
            field,
            typed,
            errors,
        };
        return show::again(&site, ctx, &signed_in, (&slug, value("week")), (id, reply)).await;
    };
    let by = signed_in.user;
    let verdict = Verdict { by, answer };
    let (seen, said) = (value("seen").to_owned(), verdict.answer.clone());
    let done = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, at| {
        decide(tx, at, id, (act, &verdict, &seen))
    });
    let week = value("week");
    let there = links::owner(ctx.lang, &slug, &format!("shifts?week={}", day(week)));
    match done.await? {
        Ok(Done::Made(said)) => {
            site.wake.notify_one();
            Ok(flash::say(ctx.see_other(&there)?, said))
        }
        Ok(Done::Unseen(unseen)) => {
            ctx.stand_at(&there);
            let page = page(&ctx, &signed_in, &unseen, (id, &said, day(week)));
            ctx.redraw(StatusCode::CONFLICT, &page)
        }
        Err(TimeOffError::Db(error)) => Err(error.into()),
        Err(TimeOffError::Unknown) => Err(Error::NotFound),
        Err(TimeOffError::Own) => Err(Error::Forbidden),
        Err(TimeOffError::Past) => Ok(flash::say(ctx.see_other(&there)?, Said::TimeOffPast)),
        Err(TimeOffError::Overtaken | TimeOffError::Overlaps) => {
            let said = match act {
                Act::Undo => Said::NotUndone,
                _ => Said::Overtaken,
            };
            Ok(flash::say(ctx.see_other(&there)?, said))
        }
    }
}

/// A date as a form carries it; nothing else is put into an address.
fn day(typed: &str) -> String {
    let date = crate::base::time::parse_date(typed);
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn decide(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    id: TimeOffId,
    (act, verdict, seen): (Act, &Verdict, &str),
) -> std::result::Result<Done, TimeOffError> {
    let request = time_off::find_for_update(tx, id)?.ok_or(TimeOffError::Unknown)?;
    let today = day_plan::today(tx, at.profile.zone)?;
    let is_own = request.asked_by == Some(at.member.user);
    if is_own && !is_alone(tx, at)? {
        return Err(TimeOffError::Own);
    }
    Ok(Done::Made(match act {
        Act::Approve => return approve(tx, at, &request, (verdict, seen, today)),
        Act::Decline => {
            time_off_decision::decline(tx, &request, verdict)?;
            Said::TimeOffDeclined
        }
        Act::Undo => {
            time_off_decision::undo(tx, &request, today)?;
            Said::Undone
        }
        Act::Revoke => {
            time_off_decision::revoke(tx, &request, (verdict, today))?;
            Said::TimeOffRevoked
        }
    }))
}

/// Approves, when everything that would have nobody was shown. Whoever books at this moment stands in the same queue: they
/// are seen, or find somebody off.
fn approve(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    request: &TimeOff,
    (verdict, seen, today): (&Verdict, &str, LocalDate),
) -> std::result::Result<Done, TimeOffError> {
    if request.state != State::Open {
        return Err(TimeOffError::Overtaken);
    }
    allocation::lock(tx, &[request.resource])?;
    tx.rules_changed()?;
    let planned = time_off_decision::planned(tx, request, today)?;
    let (outside, being_booked) = in_the_way(tx, at, planned.clone())?;
    let is_clear = outside.is_empty() && being_booked == 0;
    if !is_clear && mark(&outside, being_booked) != seen {
        let proposal = Proposal::ShiftDays(planned);
        return Ok(Done::Unseen(Box::new(Unseen {
            at: at.clone(),
            effect: effect::read(tx, at, &proposal)?,
            being_booked,
        })));
    }
    time_off_decision::approve(tx, request, (verdict, &planned, today))?;
    Ok(Done::Made(Said::TimeOffApproved))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    unseen: &Unseen,
    (id, answer, week): (TimeOffId, &str, String),
) -> UnseenPage<'a> {
    let (t, slug) = (ctx.t, unseen.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &unseen.at, Room::Shifts);
    let mut errors = Errors::default();
    errors.add("", Msg::new("timeoff-look-first"));
    let monday = week.parse().unwrap_or_default();
    let count = unseen.being_booked;
    UnseenPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: t.ui_error_page_title(t.timeoff_look_title()),
        heading: t.timeoff_look_title(),
        back: plan::back(ctx, slug, monday),
        being_booked: (count > 0).then(|| t.timeoff_being_booked(count)),
        effect: unseen.effect.drawn(ctx, &unseen.at),
        form: PostForm {
            action: links::owner(ctx.lang, slug, &format!("shifts/time-off/{id}/decide")),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                (format!("answer-{id}"), answer.to_owned()),
                ("seen".to_owned(), mark(&unseen.effect.outside, count)),
                ("step".to_owned(), "approve".to_owned()),
                ("week".to_owned(), week),
            ],
        },
        save: Submit {
            label: t.timeoff_approve_anyway(),
            ..Submit::default()
        },
        ctx,
    }
}
