//! What a guest agreed to, on paper, every wording in full.

use super::{
    READ, at as consents_at, card,
    view::{ConsentView, Reading},
    words,
};
use crate::{
    db,
    domain::bookings::consents,
    web::{
        error::{Error, Result},
        gate::member,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::LinkButton,
    },
};
use actix_web::web::{Data, Path};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/consents_print.html")]
struct PaperPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    place: String,
    number: String,
    back: LinkButton,
    entries: Vec<ConsentView>,
    printed: String,
}

/// The page.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    let customer = words::key(&path.2)?;
    let slug = path.1.as_str();
    let found = member::look(&site, &ctx, &signed_in, (slug, READ), move |tx, at| {
        let Some(card) = card(tx, customer)? else {
            return Ok(None);
        };
        let all = consents::of(tx, customer)?;
        db::Result::Ok(Some((at.clone(), card, all, tx.now())))
    });
    let (at, card, all, now) = found.await??.ok_or(Error::NotFound)?;
    let moments = Moments::new(ctx.t, at.profile.zone, now);
    let reading = Reading {
        ctx: &ctx,
        at: &at,
        customer,
        moments: &moments,
    };
    ctx.html(&PaperPage {
        title: ctx.t.consents_title(words::guest(&ctx, &card.name)),
        place: at.profile.name.text(ctx.lang).to_owned(),
        number: ctx.t.customers_number(card.number),
        back: LinkButton::back(ctx.t.consents_name(), consents_at(&ctx, slug, customer, "")),
        entries: all.iter().map(|one| reading.plain(one)).collect(),
        printed: ctx.t.consents_printed(ctx.t.date(moments.today())),
        ctx: &ctx,
    })
}
