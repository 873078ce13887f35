//! The code of a booking, read by a telephone's camera or typed: who it is, and one press that says they are there.

use super::clock::WallClock;
use super::{
    booking::{self, Whole},
    entry, lines, progress,
};
use crate::{
    base::{ids::BookingId, time::LocalDate},
    domain::{
        bookings::check_in::{self, CheckInError},
        businesses::role::Right,
        scheduling::day_plan,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::typed::{Asked, Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Submit, Voice},
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            summary_list::SummaryList,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/check_in.html")]
pub struct CheckInPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    action: String,
    code: TextField,
    look: Submit,
    refused: Option<String>,
    guest: Option<Guest>,
}

/// Who comes in with it.
struct Guest {
    name: String,
    number: String,
    visit: SummaryList,
    form: PostForm,
    submit: Submit,
}

/// What was read or typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CheckInForm {
    csrf: String,
    code: String,
}

/// What came of a code.
struct Outcome {
    at: AtWork,
    today: LocalDate,
    now: DateTime<Utc>,
    found: std::result::Result<BookingId, CheckInError>,
}

/// The box and, with a code, who it is or why it is refused.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<CheckInForm>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let typed = query.0.code;
    let outcome = look(&site, &ctx, &signed_in, (&slug, &typed)).await?;
    let whole = match &outcome.found {
        Ok(id) => {
            let id = id.to_string();
            let wish = (slug.as_str(), id.as_str());
            Some(booking::read(&site, &ctx, &signed_in, wish, Right::Progress).await?)
        }
        Err(_) => None,
    };
    let refused = outcome.found.as_ref().err().filter(|_| !typed.is_empty());
    let refused = refused.map(|error| why(&ctx, &outcome, (&slug, &typed), error));
    let drawn = page(
        &ctx,
        &signed_in,
        &outcome,
        (&typed, whole.as_ref(), refused),
    );
    ctx.html(&drawn)
}

/// They are there.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<CheckInForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let (secrets, typed) = (site.secrets(), of_an_address(&form.code).to_owned());
    let wish = (slug.as_str(), Right::Progress);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        let today = day_plan::today(tx, at.profile.zone)?;
        check_in::check_in(tx, (&secrets, &typed), today)
    });
    match done.await? {
        Ok(id) => {
            let done = progress::done(&ctx, &slug, id);
            Ok(flash::say(ctx.see_other(&done)?, Said::Advanced))
        }
        Err(CheckInError::Db(error)) => Err(error.into()),
        Err(error) => {
            let outcome = look(&site, &ctx, &signed_in, (&slug, &form.code)).await?;
            let refused = Some(why(&ctx, &outcome, (&slug, &form.code), &error));
            let drawn = page(&ctx, &signed_in, &outcome, (&form.code, None, refused));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
    }
}

async fn look(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, typed): (&str, &str),
) -> std::result::Result<Outcome, Error> {
    let (secrets, typed) = (site.secrets(), of_an_address(typed).to_owned());
    let wish = (slug, Right::Progress);
    let found = member::look(site, ctx, signed_in, wish, move |tx, at| {
        let today = day_plan::today(tx, at.profile.zone)?;
        let found = match check_in::look(tx, (&secrets, &typed), today) {
            Err(CheckInError::Db(error)) => return Err(error),
            found => found.map(|row| row.id),
        };
        Ok(Outcome {
            at: at.clone(),
            now: tx.now(),
            today,
            found,
        })
    });
    Ok(found.await??)
}

/// A reader that types what it reads types the whole address.
fn of_an_address(typed: &str) -> &str {
    typed.rsplit_once("code=").map_or(typed, |(_, code)| code)
}

/// Whether what was read is the address of another shop's code.
fn is_anothers(slug: &str, typed: &str) -> bool {
    let shop = typed
        .split_once("/staff/")
        .and_then(|(_, rest)| rest.split_once("/check-in"));
    shop.is_some_and(|(other, _)| other != slug)
}

fn why(
    ctx: &PageCtx,
    outcome: &Outcome,
    (slug, typed): (&str, &str),
    error: &CheckInError,
) -> String {
    let t = ctx.t;
    let clock = WallClock {
        t,
        zone: outcome.at.profile.zone,
        now: outcome.now,
        today: outcome.today,
    };
    match error {
        _ if is_anothers(slug, typed) => t.desk_check_in_other_shop(),
        CheckInError::OtherDay(date) => t.desk_check_in_other_day(clock.day(*date)),
        CheckInError::TooEarly(from) => t.desk_check_in_too_early(clock.time(outcome.today, *from)),
        CheckInError::Over => t.desk_check_in_over(),
        CheckInError::Used => t.desk_check_in_used(),
        CheckInError::NotStanding => t.desk_check_in_not_standing(),
        CheckInError::Unknown | CheckInError::Db(_) => t.desk_check_in_unknown(),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    outcome: &Outcome,
    (typed, whole, refused): (&str, Option<&Whole>, Option<String>),
) -> CheckInPage<'a> {
    let (t, profile) = (ctx.t, &outcome.at.profile);
    let desk = Desk::of(ctx, signed_in, &outcome.at, Room::Today);
    let action = links::check_in(ctx.lang, &profile.slug, None);
    let title = t.desk_check_in_title();
    CheckInPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: if refused.is_none() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        code: TextField {
            name: "code".to_owned(),
            label: t.desk_check_in_code(),
            value: if whole.is_some() {
                String::new()
            } else {
                typed.to_owned()
            },
            hint: Some(t.desk_check_in_hint()),
            entry: Entry::Text,
            first: whole.is_none(),
            ..TextField::default()
        },
        look: Submit {
            label: t.desk_check_in_look(),
            voice: if whole.is_some() {
                Voice::Quiet
            } else {
                Voice::Main
            },
            ..Submit::default()
        },
        refused,
        guest: whole.map(|whole| Guest {
            name: entry::named(ctx, &whole.booking.customer.name),
            number: whole.booking.row.number.clone(),
            visit: lines::visit(ctx, whole),
            form: PostForm {
                action: action.clone(),
                hidden: vec![
                    ("csrf".to_owned(), ctx.csrf.clone()),
                    ("code".to_owned(), of_an_address(typed).to_owned()),
                ],
            },
            submit: Submit {
                label: t.desk_act_arrived(profile.vertical.slug()),
                ..Submit::default()
            },
        }),
        action,
        ctx,
    }
}
