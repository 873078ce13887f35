//! The next guest is told that it will be some minutes later: one button for each, on the page of the booking.

use super::booking::Whole;
use crate::{
    base::ids::BookingId,
    domain::{
        bookings::delay::{self, DelayError, MINUTES},
        businesses::role::Right,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{Submit, Voice},
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// The form, and what it means.
pub struct Part {
    pub form: PostForm,
    pub buttons: Vec<Submit>,
}

/// What was pressed.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct DelayForm {
    csrf: String,
    minutes: String,
}

/// The buttons, where there is somebody to tell.
pub fn part(ctx: &PageCtx, whole: &Whole) -> Option<Part> {
    let row = &whole.booking.row;
    let is_of_use = whole.has_email && delay::is_awaited(row, whole.now);
    (is_of_use && whole.may(Right::Progress)).then(|| Part {
        form: PostForm {
            action: links::desk_act(ctx.lang, &whole.at.profile.slug, row.id, "delay"),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        buttons: MINUTES
            .iter()
            .map(|minutes| Submit {
                label: ctx.t.desk_delay_minutes(minutes),
                voice: Voice::Quiet,
                answer: Some(("minutes".to_owned(), minutes.to_string())),
                ..Submit::default()
            })
            .collect(),
    })
}

/// Tells them.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<DelayForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (_, slug, id) = path.into_inner();
    let booking: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let minutes = MINUTES
        .into_iter()
        .find(|minutes| minutes.to_string() == form.minutes)
        .ok_or(Error::Unreadable)?;
    let wish = (slug.as_str(), Right::Progress);
    let told = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        delay::tell(tx, booking, minutes)
    })
    .await?;
    let said = match told {
        Ok(()) => Said::DelayTold,
        Err(DelayError::NobodyToTell) => Said::Overtaken,
        Err(DelayError::Unknown) => return Err(Error::NotFound),
        Err(DelayError::Db(error)) => return Err(error.into()),
    };
    let back = links::desk_booking(ctx.lang, &slug, booking);
    Ok(flash::say(ctx.see_other(&back)?, said))
}
