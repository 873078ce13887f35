//! The digits by which somebody comes in on the shop's tablets: chosen by themselves, with their password just said.

use crate::{
    base::{msg::Msg, text},
    db,
    domain::businesses::{
        pin::{self, LONGEST, PinError, SHORTEST},
        role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        hashing, links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Submit},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// What whoever comes here needs: the day, which is all that the digits open.
const RIGHT: Right = Right::ReadBookings;

/// The page.
#[derive(Template)]
#[template(path = "staff/pin.html")]
pub struct PinPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    form: PostForm,
    pin: TextField,
    again: TextField,
    save: Submit,
}

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PinForm {
    csrf: String,
    pin: String,
    again: String,
}

/// The empty form.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let at = read(&site, &ctx, &signed_in, &path.1).await?;
    signed_in.fresh(&site, &ctx.here())?;
    ctx.html(&page(&ctx, &signed_in, &at, &Errors::default()))
}

/// Sets them, and opens every tablet that wrong ones had locked.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<PinForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let at = read(&site, &ctx, &signed_in, &slug).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    let Some(digits) = parse(&form, &mut errors) else {
        let page = page(&ctx, &signed_in, &at, &errors);
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let hash = hashing::hash(&site, &digits).await?;
    let user = signed_in.user;
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        pin::set(tx, user, &hash)
    })
    .await?;
    match done {
        Ok(()) => {
            let day = links::day(ctx.lang, &slug, None, "today");
            Ok(flash::say(ctx.see_other(&day)?, Said::PinSaved))
        }
        Err(PinError::Db(error)) => Err(error.into()),
        Err(PinError::Nobody | PinError::Locked) => Err(Error::NotFound),
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<AtWork, Error> {
    let wish = (slug, RIGHT);
    let found = member::look(site, ctx, signed_in, wish, |_, at| -> db::Result<_> {
        Ok(at.clone())
    });
    Ok(found.await??)
}

fn parse(form: &PinForm, errors: &mut Errors) -> Option<String> {
    let digits = text::ascii(&form.pin);
    let is_pin = (SHORTEST..=LONGEST).contains(&digits.len())
        && digits.bytes().all(|one| one.is_ascii_digit());
    if !is_pin {
        errors.add("pin", Msg::new("team-pin-digits"));
    } else if pin::is_easy(&digits) {
        errors.add("pin", Msg::new("team-pin-easy"));
    } else if text::ascii(&form.again) != digits {
        errors.add("again", Msg::new("team-pin-differs"));
    }
    errors.is_empty().then_some(digits)
}

fn page<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, at: &AtWork, errors: &Errors) -> PinPage<'a> {
    let t = ctx.t;
    let desk = Desk::of(ctx, signed_in, at, Room::Pin);
    // Digits are never sent back.
    let field = |name: &str, label: String| TextField {
        name: name.to_owned(),
        label,
        entry: Entry::Pin,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let title = t.team_pin_title();
    PinPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        form: PostForm {
            action: links::pin(ctx.lang, &at.profile.slug),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        pin: field("pin", t.team_pin()),
        again: field("again", t.team_pin_again()),
        save: Submit {
            label: t.team_pin_save(),
            ..Submit::default()
        },
        ctx,
    }
}
