//! What a guest reads whose request waits, and what else the shop proposes: one press takes it.

use super::show::Shown;
use crate::{
    base::ids::OfferId,
    db::{self, TenantTx},
    domain::bookings::{
        booking::Row,
        offers::{self, Offered},
        request::{self, Request},
        status::Status,
        take_offer::{self, Answer, OfferError},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::guest::{self, Opened},
        links,
        moments::Moments,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What is read of a request that waits: what is known of it, and what else is proposed.
pub type Waiting = Option<(Option<Request>, Vec<Offered>)>;

/// What stands on the page of a booking while it waits.
pub struct WaitingPart {
    /// That nothing is confirmed, and until when the shop answers.
    pub notes: Vec<String>,
    pub offers: Vec<OfferLine>,
    /// None of them suits.
    pub decline: Option<PostButton>,
}

/// One that is proposed.
pub struct OfferLine {
    pub when: String,
    pub with: Option<String>,
    pub take: PostButton,
}

/// What was pressed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OfferForm {
    /// The version of the booking that was looked at.
    version: String,
    /// Which; empty: none.
    offer: String,
}

/// What there is to read of a booking, if it waits.
pub fn read(tx: &mut TenantTx<'_>, row: &Row) -> db::Result<Waiting> {
    match row.status {
        Status::Pending => Ok(Some((request::find(tx, row.id)?, offers::of(tx, row.id)?))),
        _ => Ok(None),
    }
}

/// What stands there; nothing where the booking waits no more.
pub fn part(ctx: &PageCtx, shown: &Shown) -> Option<WaitingPart> {
    let row = &shown.booking.row;
    let (request, offers) = shown.waiting.as_ref()?;
    let (t, moments) = (ctx.t, shown.moments(ctx));
    let form = |offer: String| PostForm {
        action: links::booking_offers(ctx.lang, &shown.token),
        hidden: vec![
            ("version".to_owned(), row.version.to_string()),
            ("offer".to_owned(), offer),
        ],
    };
    let mut notes = vec![t.requests_not_confirmed()];
    let until = request.map(|request| request.until(row.start_at));
    match offers.iter().map(|offer| offer.until).min() {
        Some(until) => notes.push(t.requests_choose_until(moments.moment(until))),
        None => {
            notes.extend(until.map(|until| t.requests_answer_until(moments.moment(until))));
        }
    }
    Some(WaitingPart {
        notes,
        offers: offers
            .iter()
            .map(|offer| OfferLine {
                // Who serves is said where that is the news, or was wished for; of a visit the others stay who they are.
                with: with(ctx, offer)
                    .filter(|_| offer.is_nominated || offer.resource != row.resource_id)
                    .filter(|_| shown.lines.is_empty()),
                ..line(ctx, &moments, offer, form(offer.id.to_string()))
            })
            .collect(),
        decline: (!offers.is_empty()).then(|| PostButton {
            label: t.requests_none_suits(),
            form: form(String::new()),
            voice: Voice::Text,
            ..PostButton::default()
        }),
    })
}

fn with(ctx: &PageCtx, offer: &Offered) -> Option<String> {
    let name = offer.name.as_ref()?;
    Some(ctx.t.requests_with(name.text(ctx.lang)))
}

fn line(ctx: &PageCtx, moments: &Moments, offer: &Offered, form: PostForm) -> OfferLine {
    let when = moments.when(offer.date, offer.start, offer.end);
    OfferLine {
        with: None,
        take: PostButton {
            label: ctx.t.requests_take(),
            about: Some(when.clone()),
            form,
            voice: Voice::Quiet,
            ..PostButton::default()
        },
        when,
    }
}

/// Takes one of them, or none.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    form: Typed<OfferForm>,
) -> Result {
    let (form, token) = (form.0, path.into_inner().1);
    let version: i32 = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let chosen: Option<OfferId> = match form.offer.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_no_key| Error::Unreadable)?),
    };
    let done = guest::enter(&site, &token, &ctx.request, move |tx, opened: &Opened| {
        let answer = Answer {
            profile: &opened.profile,
            booking: opened.booking,
            version,
        };
        match chosen {
            Some(id) => take_offer::take(tx, &answer, id),
            None => take_offer::decline(tx, &answer),
        }
    });
    let said = match (done.await?, chosen) {
        (Ok(()), Some(_)) => Said::OfferTaken,
        (Ok(()), None) => Said::OffersDeclined,
        (Err(OfferError::Gone), _) => Said::OfferGone,
        (Err(OfferError::Answered | OfferError::Stale), _) => Said::Overtaken,
        (Err(OfferError::Unknown), _) => return Err(Error::NotFound),
        (Err(OfferError::Db(error)), _) => return Err(error.into()),
    };
    site.wake.notify_one();
    let home = links::booking(ctx.lang, &token);
    Ok(flash::say(ctx.see_other(&home)?, said))
}
