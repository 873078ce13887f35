//! Having back what a business has deleted. Where that cannot be, it is said why.

use super::bin as page;
use crate::{
    base::msg::Msg,
    db::Access,
    domain::bookings::{
        bin::{self, BinError},
        import::restore::Obstacle,
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::operator,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What a button says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RestoreForm {
    csrf: String,
}

/// Has it back.
pub async fn restore(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    form: Typed<RestoreForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (business, (kind, id)) = page::named(&path)?;
    let wish = (Access::Write, business);
    let done = operator::within(&site, &ctx, &signed_in, wish, move |tx| {
        bin::restore(tx, kind, id)
    });
    let list = links::operator(ctx.lang, &format!("/businesses/{business}/bin"));
    let obstacle = match done.await? {
        Ok(()) => return Ok(flash::say(ctx.see_other(&list)?, Said::BinRestored)),
        Err(BinError::NoRoom | BinError::Needed(_)) => {
            return Ok(flash::say(ctx.see_other(&list)?, Said::CatalogNameTaken));
        }
        Err(BinError::InTheWay(obstacle)) => obstacle,
        Err(BinError::Unknown) => return Err(Error::NotFound),
        Err(BinError::Db(error)) => return Err(error.into()),
    };
    page::draw(&site, ctx, &signed_in, (business, Some(&obstacle))).await
}

/// Why bookings that were taken back stay so.
pub(super) fn why(moments: &Moments, obstacle: &Obstacle) -> Msg {
    match obstacle {
        Obstacle::Again(count) => Msg::new("bin-import-again").with("count", *count),
        Obstacle::NoCard(count) => Msg::new("bin-import-no-card").with("count", *count),
        Obstacle::TimeGone(gone) => Msg::new("bin-import-time-gone")
            .with("count", gone.count)
            .with("number", gone.number.as_str())
            .with("when", moments.moment(gone.start)),
    }
}
