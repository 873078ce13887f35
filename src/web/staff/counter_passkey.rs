//! Coming in on a tablet of the shop with a passkey instead of a name and digits. It proves more than digits do and opens no
//! more: the day, for a short while. A key of somebody who does not work here is told apart from one of nobody by nothing.

use super::tablet::{held, on_device, on_device_after};
use crate::{
    base::{bilingual::Written, ids::DeviceId, token::Token},
    db::{self, PlatformTx, TenantTx},
    domain::{
        accounts::{
            person::Person,
            second_factor::passkey::{self, Ceremony},
        },
        businesses::{device, member, profile},
    },
    web::{
        crowd::alarm,
        error::{Error, Result},
        form::typed::Typed,
        links,
        page::PageCtx,
        passkeys, shop_device,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            flash::{Flash, Outcome},
            passkey_form::PasskeyForm,
        },
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The page on which the tablet asks for the key, or says that it opens nothing here.
#[derive(Template)]
#[template(path = "staff/counter_passkey.html")]
pub struct CounterPasskeyPage<'a> {
    ctx: &'a PageCtx,
    shop: Written,
    form: Option<PasskeyForm>,
    refused: Option<Flash>,
    back: LinkButton,
}

/// What the browser sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    ticket: String,
    answer: String,
}

/// Begins.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result {
    let slug = path.into_inner().1;
    let token = held(&site, &ctx, &request, &slug)?;
    let shop = shop(&site, &ctx, (&slug, token)).await?;
    let ceremony = passkeys::begin(&site, &request).await?;
    ctx.stand_at(&links::counter(ctx.lang, &slug));
    ctx.html(&CounterPasskeyPage {
        form: Some(form(&ctx, &slug, &ceremony)),
        ..page(&ctx, &slug, shop)
    })
}

/// Lets in whoever holds the key and works here.
pub async fn answer(
    site: Data<Site>,
    mut ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Typed<AnswerForm>,
) -> Result {
    let slug = path.into_inner().1;
    let token = held(&site, &ctx, &request, &slug)?;
    let house = passkeys::house(&site)?;
    passkeys::count(&site, &request).await?;
    let ticket = Token::parse(&form.0.ticket).ok_or(Error::Unreadable)?;
    let (answer, wanted) = (form.0.answer, slug.clone());
    let prove = move |tx: &mut PlatformTx<'_>| -> db::Result<Option<Person>> {
        let Some(person) = passkey::open(tx, &house, &ticket, &answer)? else {
            return Ok(None);
        };
        let seat = member::find(tx, person.id, &wanted)?;
        Ok(seat.map(|_| person))
    };
    let note = |tx: &mut TenantTx<'_>, device: DeviceId, person: &Option<Person>| {
        if person.is_some() {
            device::used(tx, device)?;
        }
        Ok((person.clone(), device))
    };
    let opened: std::result::Result<_, db::DbError> =
        on_device_after(&site, &ctx, (&slug, token.clone()), (prove, note)).await?;
    let (person, device) = opened?;
    let Some(person) = person else {
        alarm::not_let_in(&ctx.request, "passkey at a tablet", None);
        let shop = shop(&site, &ctx, (&slug, token)).await?;
        ctx.stand_at(&links::counter(ctx.lang, &slug));
        let refused = Flash {
            outcome: Outcome::Wrong,
            words: ctx.t.team_counter_passkey_unknown(),
            undo: None,
        };
        let page = CounterPasskeyPage {
            refused: Some(refused),
            ..page(&ctx, &slug, shop)
        };
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    shop_device::begin(&request, (person.id, &person.display_name), device)?;
    ctx.see_other(&links::day(ctx.lang, &slug, None, "today"))
}

/// The name of the shop whose tablet this is.
async fn shop(
    site: &Site,
    ctx: &PageCtx,
    held: (&str, Token),
) -> std::result::Result<Written, Error> {
    let found: db::Result<_> = on_device(site, ctx, held, |tx, _| profile::own(tx)).await?;
    let shop = found?.ok_or(Error::NotFound)?;
    Ok(shop.name.written(ctx.lang))
}

fn page<'a>(ctx: &'a PageCtx, slug: &str, shop: Written) -> CounterPasskeyPage<'a> {
    CounterPasskeyPage {
        ctx,
        shop,
        form: None,
        refused: None,
        back: LinkButton {
            label: ctx.t.team_counter_passkey_back(),
            url: links::counter(ctx.lang, slug),
            voice: Voice::Quiet,
            wide: true,
            ..LinkButton::default()
        },
    }
}

fn form(ctx: &PageCtx, slug: &str, ceremony: &Ceremony) -> PasskeyForm {
    let t = ctx.t;
    PasskeyForm {
        action: links::counter_passkey(ctx.lang, slug, "answer"),
        hidden: vec![("ticket", ceremony.ticket.text())],
        act: "get",
        options: ceremony.options.to_string(),
        button: t.team_counter_passkey_again(),
        without: t.team_counter_passkey_no_script(),
        failed: t.team_counter_passkey_failed(),
    }
}
