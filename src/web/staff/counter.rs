//! Coming in on a tablet of the shop: a name is chosen, a few digits are typed. Without such a tablet there is nothing
//! here but the way to sign in.

use super::tablet::{held, on_device};
use crate::{
    base::{
        bilingual::{Bilingual, Written},
        ids::SeatId,
        msg::Msg,
        text,
        token::Token,
    },
    domain::businesses::{
        pin::{self, Holder, PinError},
        profile,
    },
    web::{
        clean,
        crowd::alarm,
        error::{Error, Result},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        hashing, links,
        page::PageCtx,
        session::SignedIn,
        shop_device,
        site::Site,
        ui::{
            avatar::Avatar,
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            flash::{Flash, Outcome},
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_session::Session;
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The names.
#[derive(Template)]
#[template(path = "staff/counter.html")]
pub struct CounterPage<'a> {
    ctx: &'a PageCtx,
    errors: ErrorSummary,
    title: String,
    heading: String,
    shop: Written,
    people: Vec<Name>,
    /// Instead of a name and digits, where the site has passkeys; the page shows it to browsers that have them.
    passkey: Option<PostButton>,
    entering: Option<Entering>,
    locked: Option<Locked>,
}

/// What is said to whoever has typed wrong too often, and the way to the others.
struct Locked {
    words: Flash,
    back: LinkButton,
}

/// One name to press.
struct Name {
    avatar: Avatar,
    name: String,
    url: String,
}

/// The digits of the one that was pressed.
struct Entering {
    form: PostForm,
    pin: TextField,
    enter: Submit,
    back: LinkButton,
}

/// Who was pressed.
#[derive(Deserialize, Default)]
pub struct CounterQuery {
    #[serde(default)]
    seat: String,
}

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CounterForm {
    seat: String,
    pin: String,
}

/// The key of the form alone.
#[derive(Deserialize)]
pub struct LockForm {
    #[serde(default)]
    csrf: String,
}

/// The names, or the box for the digits of one.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
    query: Asked<CounterQuery>,
) -> Result {
    let token = held(&site, &ctx, &request, &path.1)?;
    let names = names(&site, &ctx, (&path.1, token)).await?;
    let pressed = names
        .holders
        .iter()
        .find(|one| one.seat.to_string() == query.0.seat);
    let asked = (path.1.as_str(), pressed);
    ctx.html(&page(&site, &ctx, asked, &names, &Errors::default()))
}

/// Comes in.
pub async fn enter(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Typed<CounterForm>,
) -> Result {
    let slug = path.into_inner().1;
    let token = held(&site, &ctx, &request, &slug)?;
    let seat: SeatId = form.0.seat.parse().map_err(|_no_key| Error::NotFound)?;
    let digits = text::ascii(&form.0.pin);
    if digits.is_empty() {
        // Nothing typed is no try.
        let why = Msg::new("team-pin-required");
        return refuse(&site, &ctx, (&slug, token), (seat, Some(why))).await;
    }
    let counted = on_device(&site, &ctx, (&slug, token.clone()), move |tx, device| {
        Ok((pin::count(tx, device, seat)?, device))
    });
    let ((holder, left), device) = match counted.await? {
        Ok(counted) => counted,
        Err(PinError::Locked) => {
            return refuse(&site, &ctx, (&slug, token), (seat, None)).await;
        }
        Err(PinError::Nobody) => return Err(Error::NotFound),
        Err(PinError::Db(error)) => return Err(error.into()),
    };
    let is_right = hashing::is_right(&site, &digits, Some(holder.pin_hash)).await?;
    if !is_right {
        alarm::not_let_in(&ctx.request, "PIN", Some(holder.user));
        let why = (left > 0).then(|| Msg::new("team-counter-wrong").with("left", left));
        return refuse(&site, &ctx, (&slug, token), (seat, why)).await;
    }
    let noted = on_device(&site, &ctx, (&slug, token), move |tx, device| {
        Ok(pin::succeed(tx, device, seat)?)
    });
    match noted.await? {
        Err(PinError::Db(error)) => return Err(error.into()),
        Ok(()) | Err(PinError::Locked | PinError::Nobody) => {}
    }
    shop_device::begin(&request, (holder.user, &holder.name), device)?;
    ctx.see_other(&links::day(ctx.lang, &slug, None, "today"))
}

/// Goes, and leaves the tablet to the next.
pub async fn lock(
    ctx: PageCtx,
    session: Session,
    path: Path<(String, String)>,
    form: Typed<LockForm>,
) -> Result {
    if let Some(signed_in) = SignedIn::of(&session) {
        signed_in.sent(&form.0.csrf)?;
        session.purge();
    }
    let there = ctx.see_other(&links::counter(ctx.lang, &path.1))?;
    Ok(clean::everything(there))
}

/// Who can come in here, and where that is.
struct Names {
    shop: Bilingual,
    holders: Vec<Holder>,
    locked: Vec<SeatId>,
}

async fn names(
    site: &Site,
    ctx: &PageCtx,
    (slug, token): (&str, Token),
) -> std::result::Result<Names, Error> {
    let found = on_device(site, ctx, (slug, token), |tx, device| {
        let shop = profile::own(tx)?.ok_or(PinError::Nobody)?.name;
        let holders = pin::holders(tx)?;
        Ok(Names {
            shop,
            holders,
            locked: pin::locked(tx, device)?,
        })
    });
    match found.await? {
        Ok(names) => Ok(names),
        Err(PinError::Db(error)) => Err(error.into()),
        Err(PinError::Nobody | PinError::Locked) => Err(Error::NotFound),
    }
}

async fn refuse(
    site: &Site,
    ctx: &PageCtx,
    (slug, token): (&str, Token),
    (seat, why): (SeatId, Option<Msg>),
) -> Result {
    let names = names(site, ctx, (slug, token)).await?;
    let mut errors = Errors::default();
    if let Some(why) = why {
        errors.add("pin", why);
    }
    let pressed = names.holders.iter().find(|one| one.seat == seat);
    let page = page(site, ctx, (slug, pressed), &names, &errors);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    (slug, pressed): (&str, Option<&Holder>),
    names: &Names,
    errors: &Errors,
) -> CounterPage<'a> {
    let t = ctx.t;
    let here = links::counter(ctx.lang, slug);
    let heading = pressed.map_or_else(
        || t.team_counter_title(),
        |one| t.team_counter_enter_title(&one.name),
    );
    let people = names.holders.iter().map(|one| Name {
        avatar: Avatar::of(&one.name),
        name: one.name.clone(),
        url: format!("{here}?seat={}", one.seat),
    });
    let back = LinkButton {
        label: t.team_counter_back(),
        url: here.clone(),
        voice: Voice::Quiet,
        wide: true,
        ..LinkButton::default()
    };
    let is_locked = pressed.is_some_and(|one| names.locked.contains(&one.seat));
    CounterPage {
        ctx,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            heading.clone()
        } else {
            t.ui_error_page_title(&heading)
        },
        heading,
        shop: names.shop.written(ctx.lang),
        people: people.collect(),
        passkey: site.passkeys.as_ref().map(|_| by_passkey(ctx, slug)),
        locked: is_locked.then(|| Locked {
            words: Flash {
                outcome: Outcome::Wrong,
                words: t.team_counter_locked(),
                undo: None,
            },
            back: back.clone(),
        }),
        entering: pressed.map(|one| entering(ctx, one, (here, back), errors)),
    }
}

fn by_passkey(ctx: &PageCtx, slug: &str) -> PostButton {
    PostButton {
        label: ctx.t.team_counter_passkey_way(),
        form: PostForm {
            action: links::counter_passkey(ctx.lang, slug, ""),
            hidden: Vec::new(),
        },
        voice: Voice::Quiet,
        ..PostButton::default()
    }
}

/// The box for the digits of one.
fn entering(
    ctx: &PageCtx,
    one: &Holder,
    (here, back): (String, LinkButton),
    errors: &Errors,
) -> Entering {
    let t = ctx.t;
    Entering {
        form: PostForm {
            action: here,
            hidden: vec![("seat".to_owned(), one.seat.to_string())],
        },
        pin: TextField {
            name: "pin".to_owned(),
            label: t.team_pin(),
            entry: Entry::Pin,
            first: true,
            complaint: errors.of("pin", t),
            ..TextField::default()
        },
        enter: Submit {
            label: t.team_counter_enter(),
            wide: true,
            ..Submit::default()
        },
        back,
    }
}
