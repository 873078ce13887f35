//! The shifts of the week before once more. What is booked and would have nobody is shown first.

use super::{RIGHT, plan};
use crate::{
    base::{
        msg::Msg,
        time::{LocalDate, days_after},
    },
    db::{DbError, TenantTx},
    domain::{
        bookings::outside,
        scheduling::{
            day_plan,
            proposal::Proposal,
            resource,
            shift::{self, DayPlanned},
            time_off_decision, week_plan,
        },
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        owner::effect::{self, Effect, EffectBox},
        page::PageCtx,
        session::SignedIn,
        site::Site,
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
use serde::Deserialize;

/// What would have nobody.
#[derive(Template)]
#[template(path = "owner/shifts/copy.html")]
pub struct CopyPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    effect: EffectBox,
    form: PostForm,
    save: Submit,
}

/// What the button sends.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct CopyForm {
    csrf: String,
    week: String,
    /// The bookings that were shown.
    seen: String,
}

/// What came of it.
enum Copied {
    Done(LocalDate),
    /// Bookings are in the way that were not shown.
    Unseen(Box<(AtWork, LocalDate, Effect)>),
}

/// Copies the week before into a week, from today on.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<CopyForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let asked = form.clone();
    let copied = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, at| {
        copy(tx, at, &asked)
    });
    match copied.await?? {
        Copied::Done(monday) => {
            let there = plan::of_week(&ctx, &slug, monday);
            Ok(flash::say(ctx.see_other(&there)?, Said::ShiftsCopied))
        }
        Copied::Unseen(unseen) => {
            let (at, monday, effect) = *unseen;
            ctx.stand_at(&plan::of_week(&ctx, &slug, monday));
            let page = page(&ctx, &signed_in, &at, (monday, &effect));
            ctx.redraw(StatusCode::CONFLICT, &page)
        }
    }
}

fn copy(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    form: &CopyForm,
) -> std::result::Result<Copied, DbError> {
    let today = day_plan::today(tx, at.profile.zone)?;
    let monday = plan::monday(&form.week, today);
    let people = plan::people(resource::all(tx)?);
    let whose: Vec<_> = people.iter().map(|person| person.id).collect();
    shift::lock(tx, &whose)?;
    let before = monday
        .checked_sub_days(chrono::Days::new(7))
        .unwrap_or(monday);
    let known = week_plan::read(tx, &people, monday)?;
    let model = week_plan::read(tx, &people, before)?;
    // Whoever asked to be off then is off then, and not a week later.
    let off = time_off_decision::taken(tx, (before, days_after(monday, 6)))?;
    let is_off = |resource, date| off.contains(&(resource, date));
    let differing = model.into_iter().filter_map(|day| {
        let date = days_after(day.date, 7);
        let there = known
            .iter()
            .find(|known| known.resource == day.resource && known.date == date)?;
        let is_plain = !is_off(day.resource, day.date) && !is_off(day.resource, date);
        (is_plain && date >= today && there.spans != day.spans).then_some((
            day.resource,
            date,
            day.spans,
        ))
    });
    let days: Vec<_> = differing.collect();
    let proposal = Proposal::ShiftDays(days.clone());
    let outside = outside::read(tx, &at.profile, &proposal)?;
    if !outside.is_empty() && effect::marked(&outside) != form.seen {
        let effect = effect::read(tx, at, &proposal)?;
        return Ok(Copied::Unseen(Box::new((at.clone(), monday, effect))));
    }
    let planned = days.into_iter().map(|(resource, date, spans)| DayPlanned {
        resource,
        date,
        spans: Some(spans),
        note: String::new(),
    });
    shift::set_days(tx, &planned.collect::<Vec<_>>())?;
    Ok(Copied::Done(monday))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    at: &AtWork,
    (monday, effect): (LocalDate, &Effect),
) -> CopyPage<'a> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, at, Room::Shifts);
    let mut errors = Errors::default();
    errors.add("", Msg::new("schedule-look-first"));
    CopyPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: t.schedule_copy(),
        back: plan::back(ctx, slug, monday),
        effect: effect.drawn(ctx, at),
        form: PostForm {
            action: links::owner(ctx.lang, slug, "shifts/copy"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("seen".to_owned(), effect.mark()),
                ("week".to_owned(), monday.to_string()),
            ],
        },
        save: Submit {
            label: t.schedule_copy_anyway(),
            ..Submit::default()
        },
        ctx,
    }
}
