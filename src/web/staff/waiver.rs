//! What is owed for moving a booking is not asked for, for a reason.

use super::{
    booking::{self, Whole},
    one_box::{self, OneBox},
};
use crate::{
    base::{msg::Msg, text},
    domain::{
        bookings::{
            history,
            moving::{self, WaiveError},
        },
        businesses::role::Right,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            mark::Mark,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// The longest reason, in characters.
const REASON_MAX: usize = 200;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WaiverForm {
    csrf: String,
    version: String,
    reason: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// What is said of moves on the page of a booking.
pub struct MovesPart {
    /// How often, and how much is owed.
    pub lines: Vec<String>,
    /// The way to the form.
    pub way: Option<LinkButton>,
}

/// The question.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::WaiveFees).await?;
    if whole.moving_fee() == 0 {
        let back = links::desk_booking(ctx.lang, &slug, whole.booking.row.id);
        return Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken));
    }
    let asked = (&WaiverForm::default(), &Errors::default());
    ctx.html(&one_box::page(
        &ctx,
        &signed_in,
        &whole,
        (drawn(&ctx, &whole, asked), asked.1),
    ))
}

/// Does not ask for it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<WaiverForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::WaiveFees).await?;
    let mut errors = Errors::default();
    let mut status = StatusCode::OK;
    if form.switch != "yes" {
        let line = |typed: &str| text::line(typed, REASON_MAX);
        let missing = Msg::new("moves-waive-reason-required");
        let reason = fields::required(&mut errors, "reason", &form.reason, line, missing);
        if let Some(reason) = reason {
            return waive(&site, &ctx, &signed_in, &whole, (form.version, reason)).await;
        }
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let one = drawn(&ctx, &whole, (&form, &errors));
    let page = one_box::page(&ctx, &signed_in, &whole, (one, &errors));
    ctx.redraw(status, &page)
}

async fn waive(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (version, reason): (String, String),
) -> Result {
    let version: i32 = version.parse().map_err(|_no_number| Error::Unreadable)?;
    let (slug, id) = (whole.at.profile.slug.as_str(), whole.booking.row.id);
    let wish = (slug, Right::WaiveFees);
    let done = member::enter(site, ctx, signed_in, wish, move |tx, _| {
        moving::waive(tx, (id, version), &reason)
    });
    let said = match done.await? {
        Ok(()) => Said::MoveFeeWaived,
        Err(WaiveError::Stale | WaiveError::Nothing) => Said::Overtaken,
        Err(WaiveError::Unknown) => return Err(Error::NotFound),
        Err(WaiveError::Db(error)) => return Err(error.into()),
    };
    let back = links::desk_booking(ctx.lang, slug, id);
    Ok(flash::say(ctx.see_other(&back)?, said))
}

/// The part of the booking's page; nothing where nobody pays for moving, and nobody is held to a number of moves.
pub fn part(ctx: &PageCtx, whole: &Whole) -> Option<MovesPart> {
    let t = ctx.t;
    let row = &whole.booking.row;
    let owed = whole.moving_fee();
    let moves = whole.history.iter();
    let moves = moves.filter(|line| line.field == history::START && line.actor == "customer");
    let times = moves.count();
    let most = moving::agreed(row).most;
    let mut lines: Vec<String> = most
        .map(|most| t.moves_desk_most(most, times))
        .into_iter()
        .collect();
    let is_paid = whole.owed() == 0;
    lines.extend((owed > 0).then(|| match is_paid {
        true => t.moves_desk_paid(t.yen(owed)),
        false => t.moves_desk_owed(t.yen(owed)),
    }));
    let way = (owed > 0 && !is_paid && whole.may(Right::WaiveFees)).then(|| LinkButton {
        label: t.moves_waive(),
        url: links::desk_act(ctx.lang, &whole.at.profile.slug, row.id, "waive"),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    });
    (!lines.is_empty()).then_some(MovesPart { lines, way })
}

fn drawn(ctx: &PageCtx, whole: &Whole, (form, errors): (&WaiverForm, &Errors)) -> OneBox {
    let t = ctx.t;
    OneBox {
        heading: t.moves_waive(),
        said: Some(t.moves_waive_lead(t.yen(whole.moving_fee()))),
        act: "waive",
        field: TextField {
            name: "reason".to_owned(),
            label: t.moves_waive_reason(),
            value: form.reason.clone(),
            mark: Mark::required(t.ui_required()),
            complaint: errors.of("reason", t),
            ..TextField::default()
        },
        submit: t.moves_waive_submit(),
    }
}
