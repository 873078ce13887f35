//! Fifteen minutes later: what moves with a booking, from when to when, and what cannot; then one press.

use super::{
    booking::{self, Whole},
    lines,
    new_fields::tick,
    progress,
};
use crate::{
    base::{ids::BookingId, msg::Msg},
    domain::{
        bookings::late::{self, Late, LateError, Shifted},
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            summary_list::SummaryList,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// By so many minutes.
const BY: i64 = 15;

/// The page.
#[derive(Template)]
#[template(path = "staff/late.html")]
pub struct LatePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    visit: SummaryList,
    moves: Vec<Line>,
    form: PostForm,
    tell: ChoiceField,
    submit: Option<Submit>,
    back: LinkButton,
}

/// One booking that moves, or cannot.
struct Line {
    name: String,
    url: String,
    when: String,
    why_not: Option<String>,
}

/// The form.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LateForm {
    csrf: String,
    /// What was shown: keys and versions.
    seen: String,
    /// `yes` when the customers are to be told.
    tell: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
}

/// What would move.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::MoveBookings).await?;
    match foresee(&site, &ctx, &signed_in, &whole).await? {
        Some(moves) => {
            let drawn = page(
                &ctx,
                &signed_in,
                (&whole, &moves),
                (&Errors::default(), true),
            );
            ctx.html(&drawn)
        }
        None => overtaken(&ctx, &whole),
    }
}

/// Moves it all.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<LateForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let whole = booking::read(&site, &ctx, &signed_in, (&slug, &id), Right::MoveBookings).await?;
    let tell = form.tell == "yes";
    if form.switch == "yes" {
        return match foresee(&site, &ctx, &signed_in, &whole).await? {
            Some(moves) => {
                let asked = (&Errors::default(), tell);
                ctx.html(&page(&ctx, &signed_in, (&whole, &moves), asked))
            }
            None => overtaken(&ctx, &whole),
        };
    }
    let seen = read_seen(&form.seen)?;
    match shift(&site, &ctx, &signed_in, (&whole, Some(seen), tell)).await? {
        Ok(_) => {
            // The letters wait until this can no longer be taken back.
            let done = progress::done(&ctx, &slug, whole.booking.row.id);
            Ok(flash::say(ctx.see_other(&done)?, Said::RunningLate))
        }
        Err(LateError::NotSo(moves)) if !moves.is_empty() => {
            let mut errors = Errors::default();
            errors.add("", Msg::new("desk-late-not-so"));
            let drawn = page(&ctx, &signed_in, (&whole, &moves), (&errors, tell));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(LateError::Unknown) => Err(Error::NotFound),
        Err(LateError::Db(error)) => Err(error.into()),
        Err(LateError::NotAhead | LateError::Foreseen(_) | LateError::NotSo(_)) => {
            overtaken(&ctx, &whole)
        }
    }
}

fn overtaken(ctx: &PageCtx, whole: &Whole) -> Result {
    let back = links::desk_booking(ctx.lang, &whole.at.profile.slug, whole.booking.row.id);
    Ok(flash::say(ctx.see_other(&back)?, Said::Overtaken))
}

/// Keys and versions as the form carries them: `key:version`, one after the other.
fn written_seen(moves: &[Shifted]) -> String {
    let words = moves
        .iter()
        .map(|one| format!("{}:{}", one.row.id, one.row.version));
    words.collect::<Vec<_>>().join(",")
}

fn read_seen(typed: &str) -> std::result::Result<Vec<(BookingId, i32)>, Error> {
    let one = |word: &str| {
        let (id, version) = word.split_once(':')?;
        Some((id.parse().ok()?, version.parse().ok()?))
    };
    let seen: Option<Vec<_>> = typed.split(',').map(one).collect();
    seen.ok_or(Error::Unreadable)
}

/// What would move, found out by moving it and giving it all back; `None` when it cannot be late any more.
async fn foresee(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
) -> std::result::Result<Option<Vec<Shifted>>, Error> {
    match shift(site, ctx, signed_in, (whole, None, false)).await? {
        Err(LateError::Foreseen(moves)) => Ok(Some(moves)),
        Err(LateError::Db(error)) => Err(error.into()),
        _ => Ok(None),
    }
}

async fn shift(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (whole, seen, tell): (&Whole, Option<Vec<(BookingId, i32)>>, bool),
) -> std::result::Result<std::result::Result<Vec<Shifted>, LateError>, Error> {
    let (booking, date) = (whole.booking.row.id, whole.booking.row.business_date);
    if date != whole.today {
        return Ok(Err(LateError::NotAhead));
    }
    let wish = (whole.at.profile.slug.as_str(), Right::MoveBookings);
    member::enter(site, ctx, signed_in, wish, move |tx, at| {
        late::shift(
            tx,
            &Late {
                profile: &at.profile,
                booking,
                minutes: BY,
                seen: seen.as_deref(),
                tell,
            },
        )
    })
    .await
}

/// The way to it, for a booking of today that somebody waits for.
pub fn way(ctx: &PageCtx, whole: &Whole) -> Option<LinkButton> {
    let row = &whole.booking.row;
    let is_due = row.business_date == whole.today && row.status.is_ahead();
    let may = is_due && row.resource_id.is_some() && whole.may(Right::MoveBookings);
    may.then(|| LinkButton {
        label: ctx.t.desk_late(BY),
        url: links::desk_act(ctx.lang, &whole.at.profile.slug, row.id, "late"),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (whole, moves): (&Whole, &[Shifted]),
    (errors, tell): (&Errors, bool),
) -> LatePage<'a> {
    let (t, slug) = (ctx.t, whole.at.profile.slug.as_str());
    let (row, clock) = (&whole.booking.row, whole.clock(ctx));
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let goes = moves.iter().all(|one| one.refusal.is_none());
    let title = t.desk_late_title(BY);
    let date = row.business_date;
    let line = |one: &Shifted| Line {
        name: t.desk_guest(&one.customer),
        url: links::desk_booking(ctx.lang, slug, one.row.id),
        when: t.desk_late_from_to(
            clock.time(date, one.row.start_at),
            clock.range(date, one.start, one.end),
        ),
        why_not: one
            .refusal
            .map(|refusal| t.of_family("desk-refusal", refusal.id())),
    };
    LatePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        visit: lines::visit(ctx, whole),
        moves: moves.iter().map(line).collect(),
        form: PostForm {
            action: links::desk_act(ctx.lang, slug, row.id, "late"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("seen".to_owned(), written_seen(moves)),
            ],
        },
        tell: tick("tell", t.desk_late_tell(), tell),
        submit: goes.then(|| Submit {
            label: t.desk_late_submit(moves.len()),
            ..Submit::default()
        }),
        back: LinkButton {
            label: t.ui_back(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
