//! The chart of a guest on paper.

use super::{
    READ, at as chart_at, card,
    view::{EntryView, Reading},
    words,
};
use crate::{
    db,
    domain::bookings::chart::{self, Entry},
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

/// So many visits are put on paper.
const MOST: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/chart_print.html")]
struct PaperPage<'a> {
    ctx: &'a PageCtx,
    title: String,
    place: String,
    number: String,
    back: LinkButton,
    entries: Vec<EntryView>,
    rest: Option<String>,
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
        let entries = chart::of(tx, customer, None, MOST)?;
        db::Result::Ok(Some((at.clone(), card, entries, tx.now())))
    });
    let (at, card, (entries, are_more), now) = found.await??.ok_or(Error::NotFound)?;
    let moments = Moments::new(ctx.t, at.profile.zone, now);
    let reading = Reading {
        ctx: &ctx,
        at: &at,
        customer,
        moments: &moments,
    };
    let plain = |entry: &Entry| {
        let mut view = reading.plain(entry);
        // Paper is kept: it says the year, whichever that is.
        view.date = ctx.t.date(entry.draft.date);
        for photo in &mut view.photos {
            // Paper is printed at once: what is fetched when somebody comes near is not on it.
            photo.image.is_later = false;
        }
        view
    };
    ctx.html(&PaperPage {
        title: ctx.t.chart_title(words::guest(&ctx, &card.name)),
        place: at.profile.name.text(ctx.lang).to_owned(),
        number: ctx.t.customers_number(card.number),
        back: LinkButton::back(ctx.t.chart_name(), chart_at(&ctx, slug, customer, "")),
        entries: entries.iter().map(plain).collect(),
        rest: are_more.then(|| ctx.t.chart_printed_part(MOST)),
        printed: ctx.t.chart_printed(ctx.t.date(moments.today())),
        ctx: &ctx,
    })
}
