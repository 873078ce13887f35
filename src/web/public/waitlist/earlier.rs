//! Whoever has a booking waits for an earlier time. Their booking stays what it is until they take another, and then it moves:
//! nobody has two.

use super::boxes::{Reach, WishBoxes, WishForm};
use crate::{
    base::{msg::Msg, time::local},
    db::DbError,
    domain::{
        bookings::{
            booking::{self, Booking},
            waitlist::{
                self,
                entry::{self, Entry},
                join::{self, JoinError},
                rule_rows,
            },
        },
        businesses::profile::Profile,
    },
    refusal,
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::guest::{self, Opened},
        links,
        moments::Moments,
        page::PageCtx,
        public::{
            bookings::{Rights, show},
            frame,
        },
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// The form.
#[derive(Template)]
#[template(path = "public/waitlist/earlier.html")]
pub struct EarlierPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    errors: ErrorSummary,
    has_errors: bool,
    when: String,
    service: String,
    wish: WishBoxes,
    action: String,
    back: String,
}

/// A booking that could move up.
struct Scene {
    profile: Profile,
    booking: Booking,
    /// The place there is already.
    entry: Option<Entry>,
    now: DateTime<Utc>,
}

/// Why nobody was put on the list.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("there is no list, or the booking cannot be moved")]
    NotFound,
    #[error(transparent)]
    Join(#[from] JoinError),
    #[error(transparent)]
    Db(#[from] DbError),
}
refusal!(Refused);

impl Scene {
    /// From today to the day of the booking.
    fn reach(&self) -> Reach {
        let today = local(self.profile.zone, self.now).date();
        Reach {
            from: today,
            until: self.booking.row.business_date.max(today),
        }
    }

    /// Whether there is a list, an address, and anything to move.
    fn is_open(&self) -> bool {
        let rights = Rights::of(&self.profile, &self.booking.row, self.now);
        rights.change_until.is_some()
            && self.booking.row.service_id.is_some()
            && self.booking.customer.email.is_some()
    }
}

/// The way here from a booking that can be moved, where the shop keeps a list and there is an address to write to.
pub fn way(ctx: &PageCtx, shown: &show::Shown) -> Option<LinkButton> {
    let booking = &shown.booking;
    let is_there = shown.has_waitlist
        && shown.rights().change_until.is_some()
        && booking.row.service_id.is_some()
        && booking.customer.email.is_some();
    is_there.then(|| LinkButton {
        label: ctx.t.waiting_earlier_way(),
        url: links::booking_earlier(ctx.lang, &shown.token),
        voice: Voice::Quiet,
        icon: Some(Icon::Calendar),
        ..LinkButton::default()
    })
}

/// The form; whoever waits already is led to their place.
pub async fn new(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let scene = read(&site, &ctx, &path.1).await?;
    if let Some(entry) = &scene.entry {
        let key = waitlist::token(&site.secret, entry.id);
        let there = links::waiting(ctx.lang, &scene.profile.slug, (entry.id, &key));
        return ctx.see_other(&there);
    }
    let reach = scene.reach();
    let form = WishForm::of(reach.from, reach.until);
    ctx.html(&page(&ctx, &scene, &path.1, (&form, &Errors::default())))
}

/// Puts the guest on the list.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    form: Typed<HashMap<String, String>>,
) -> Result {
    let (form, token) = (WishForm(form.0), path.into_inner().1);
    let scene = read(&site, &ctx, &token).await?;
    let mut errors = Errors::default();
    if form.value("switch") == "yes" {
        return ctx.html(&page(&ctx, &scene, &token, (&form, &errors)));
    }
    let Some(wish) = form.read(&mut errors, scene.reach()) else {
        let drawn = page(&ctx, &scene, &token, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let done = guest::enter(&site, &token, &ctx.request, move |tx, opened: &Opened| {
        if !rule_rows::of(tx)?.is_on {
            return Err(Refused::NotFound);
        }
        let booking = booking::find(tx, opened.booking)?.ok_or(Refused::NotFound)?;
        Ok(join::ask_for_earlier(tx, &booking, &wish)?)
    });
    match done.await? {
        Ok(id) => {
            site.wake.notify_one();
            let key = waitlist::token(&site.secret, id);
            let there = links::waiting(ctx.lang, &scene.profile.slug, (id, &key));
            Ok(flash::say(ctx.see_other(&there)?, Said::WaitlistJoined))
        }
        Err(Refused::Join(JoinError::Blocked)) => {
            errors.add("", Msg::new("booking-blocked"));
            let drawn = page(&ctx, &scene, &token, (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(Refused::Join(JoinError::Waits)) => {
            errors.add("", Msg::new("waiting-otherwise"));
            let drawn = page(&ctx, &scene, &token, (&form, &errors));
            ctx.redraw(StatusCode::CONFLICT, &drawn)
        }
        Err(Refused::NotFound | Refused::Join(JoinError::Unreachable | JoinError::TooMany)) => {
            Err(Error::NotFound)
        }
        Err(Refused::Db(error) | Refused::Join(JoinError::Db(error))) => Err(error.into()),
    }
}

async fn read(site: &Site, ctx: &PageCtx, token: &str) -> std::result::Result<Scene, Error> {
    let found = guest::look(site, token, &ctx.request, move |tx, opened: &Opened| {
        if !rule_rows::of(tx)?.is_on {
            return Ok::<_, DbError>(None);
        }
        let Some(booking) = booking::find(tx, opened.booking)? else {
            return Ok(None);
        };
        Ok(Some(Scene {
            entry: entry::of_booking(tx, opened.booking)?,
            profile: opened.profile.clone(),
            now: tx.now(),
            booking,
        }))
    });
    let scene = found.await??.ok_or(Error::NotFound)?;
    if !scene.is_open() {
        return Err(Error::NotFound);
    }
    Ok(scene)
}

fn page<'a>(
    ctx: &'a PageCtx,
    scene: &Scene,
    token: &str,
    (form, errors): (&WishForm, &Errors),
) -> EarlierPage<'a> {
    let row = &scene.booking.row;
    let moments = Moments::new(ctx.t, scene.profile.zone, scene.now);
    EarlierPage {
        shop: frame::frame(ctx, &scene.profile),
        errors: errors.summary(ctx.t),
        has_errors: !errors.is_empty(),
        when: moments.when(row.business_date, row.start_at, row.end_at),
        service: show::service_name(ctx, &scene.booking),
        wish: form.boxes(ctx, errors),
        action: links::booking_earlier(ctx.lang, token),
        back: links::booking(ctx.lang, token),
        ctx,
    }
}
