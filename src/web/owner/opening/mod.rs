//! A new business on its way to its first guest: hours and services out of examples, a last look, and everything is public.
//! Leaving and coming back goes on where one was, because where one is is what is there.

pub mod hours;
pub mod publish;
pub mod services;
mod services_form;

use super::{answers, ask, catalogue, hours as office_hours, lengths, sheet};
use crate::{
    db,
    domain::{
        businesses::{
            hours::weeks,
            opening::{self, Stage},
            role::Right,
        },
        scheduling::stock,
    },
    web::{
        error::{Error, Result},
        first_run::Screen,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};

/// What all of it needs: nobody but an owner opens a shop.
const RIGHT: Right = Right::ManageBusiness;

/// Where somebody was: the first screen with nothing on it.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let wish = (path.1.as_str(), RIGHT);
    let found = member::look(&site, &ctx, &signed_in, wish, |tx, _| -> db::Result<_> {
        let is_open = !weeks(tx)?.is_empty();
        let offers = !stock::read(tx)?.services.is_empty();
        Ok((opening::stage(tx)?, is_open, offers))
    });
    let next = match found.await?? {
        (Stage::Draft, false, _) => Screen::Hours,
        (Stage::Draft, true, false) => Screen::Services,
        (Stage::Draft, true, true) => Screen::Publish,
        (Stage::Waiting | Stage::Opened, ..) => return away(&ctx, &path.1),
    };
    ctx.see_other(&next.of(&ctx, &path.1))
}

/// What is open already is seen to in the back office.
fn away(ctx: &PageCtx, slug: &str) -> Result {
    ctx.see_other(&links::owner(ctx.lang, slug, ""))
}

/// What of the kind's example there is; a test reads every one of them.
fn example(at: &AtWork) -> std::result::Result<crate::domain::businesses::example::Example, Error> {
    crate::domain::businesses::example::of(at.profile.vertical).map_err(|_unread| Error::NotFound)
}
