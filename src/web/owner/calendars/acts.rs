//! What is pressed on the page of the calendars.

use super::{RIGHT, answers::Answers};
use crate::{
    base::ids::{CalendarFeedId, OutsideCalendarId},
    db,
    domain::{
        bookings::feed::{self, Shows},
        scheduling::outside::calendar,
    },
    web::{
        error::{Error, Result},
        flash::{self, SaidOfIntegrations},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};

/// Says what calendars outside are told.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    let shows: Shows = typed
        .get("shows")
        .parse()
        .map_err(|_other| Error::Unreadable)?;
    let wish = (path.1.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        feed::show(tx, shows)
    });
    done.await??;
    landed(&ctx, &path.1, SaidOfIntegrations::FeedShowsSaved)
}

/// Makes the link to all bookings, or another.
pub async fn make(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Answers>,
) -> Result {
    signed_in.sent(form.0.get("csrf"))?;
    let secret = site.secret.clone();
    let wish = (path.1.as_str(), RIGHT);
    let made = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        feed::make(tx, at.member.user, None, &secret)
    });
    made.await??;
    landed(&ctx, &path.1, SaidOfIntegrations::FeedMade)
}

/// Ends a link: one's own, or somebody else's.
pub async fn end(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    signed_in.sent(form.0.get("csrf"))?;
    let id: CalendarFeedId = path.2.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (path.1.as_str(), RIGHT);
    let ended = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        feed::end(tx, id, None)
    });
    match ended.await?? {
        true => landed(&ctx, &path.1, SaidOfIntegrations::FeedEnded),
        false => Err(Error::NotFound),
    }
}

/// Has a calendar read now, or no more.
pub async fn settle(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    let id: OutsideCalendarId = path.2.parse().map_err(|_no_key| Error::NotFound)?;
    let (goes, said) = match typed.get("to") {
        "read" => (false, SaidOfIntegrations::OutsideAsked),
        "delete" => (true, SaidOfIntegrations::OutsideRemoved),
        _ => return Err(Error::Unreadable),
    };
    let wish = (path.1.as_str(), RIGHT);
    let done = member::enter(
        &site,
        &ctx,
        &signed_in,
        wish,
        move |tx, _| -> db::Result<bool> {
            if goes {
                return calendar::remove(tx, id);
            }
            let is_there = calendar::find(tx, id)?.is_some();
            if is_there {
                calendar::read_soon(tx, id)?;
            }
            Ok(is_there)
        },
    );
    if !done.await?? {
        return Err(Error::NotFound);
    }
    site.wake.notify_one();
    landed(&ctx, &path.1, said)
}

/// Back to the page.
fn landed(ctx: &PageCtx, slug: &str, said: SaidOfIntegrations) -> Result {
    let there = links::owner(ctx.lang, slug, "calendars");
    Ok(flash::say(ctx.see_other(&there)?, said))
}
