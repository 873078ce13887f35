//! Folds a column of the day away, or opens it again.

use crate::{
    base::{ids::ResourceId, time::parse_date},
    db,
    domain::businesses::role::Right,
    web::{
        error::{Error, Result},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// Which column, and of which day to go on with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FoldForm {
    csrf: String,
    column: String,
    date: String,
}

/// The other way round from now on, in this browser.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<FoldForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let column = form.0.column.parse::<ResourceId>();
    let column = column.map_err(|_no_key| Error::NotFound)?;
    let wish = (path.1.as_str(), Right::ReadBookings);
    let looked = member::look(&site, &ctx, &signed_in, wish, |_, _| db::Result::Ok(()));
    looked.await??;
    let day = links::day(ctx.lang, &path.1, parse_date(&form.0.date), "day");
    let there = ctx.see_other(&format!("{day}#column-{column}"))?;
    Ok(ctx.folded.clone().turned(column).keep(&site, there))
}
