//! What one press does: a later week is withdrawn, guests may or may not book online.

use super::RIGHT;
use crate::{
    base::{ids::ResourceId, time::parse_date},
    db::{self, TenantTx},
    domain::{
        businesses::{accepting, hours},
        scheduling::{day_plan, resource_card},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What the buttons send.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ActForm {
    csrf: String,
    /// Which date.
    date: String,
    /// `yes`: guests may book.
    on: String,
    /// `today`: the press was made on the day's own page, which comes back.
    at: String,
    /// Whom it is about, where it is not the whole shop.
    staff: String,
}

/// A week that is decided for later is not, after all.
pub async fn withdraw(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<ActForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let since = parse_date(&form.0.date).ok_or(Error::NotFound)?;
    let act = move |tx: &mut TenantTx<'_>, at: &AtWork| -> db::Result<bool> {
        // What holds already stays what it was.
        let is_later = since > day_plan::today(tx, at.profile.zone)?;
        if is_later {
            hours::forget(tx, since)?;
        }
        Ok(is_later)
    };
    done(
        &site,
        &ctx,
        &signed_in,
        (&path.1, &form.0),
        (act, Said::WeekWithdrawn),
    )
    .await
}

/// Guests may book online from now on, or may not: anything, or with one person.
pub async fn accept(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<ActForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let on = form.0.on == "yes";
    let one: Option<ResourceId> = form.0.staff.parse().ok();
    let act = move |tx: &mut TenantTx<'_>, _: &AtWork| -> db::Result<bool> {
        match one {
            Some(one) => resource_card::take_online(tx, one, on),
            None => accepting::wish(tx, on).map(|()| true),
        }
    };
    let said = match (one, on) {
        (None, true) => Said::Accepting,
        (None, false) => Said::NotAccepting,
        (Some(_), true) => Said::AcceptingOne,
        (Some(_), false) => Said::NotAcceptingOne,
    };
    done(&site, &ctx, &signed_in, (&path.1, &form.0), (act, said)).await
}

async fn done<F>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, form): (&str, &ActForm),
    (act, said): (F, Said),
) -> Result
where
    F: FnMut(&mut TenantTx<'_>, &AtWork) -> db::Result<bool> + Send + 'static,
{
    let is_done = member::enter(site, ctx, signed_in, (slug, RIGHT), act).await??;
    let there = match form.at.as_str() {
        "today" => {
            let today = links::day(ctx.lang, slug, None, "today");
            match form.staff.parse::<ResourceId>() {
                Ok(one) => format!("{today}?staff={one}"),
                Err(_) => today,
            }
        }
        _ => links::owner(ctx.lang, slug, "hours"),
    };
    let said = if is_done { said } else { Said::Overtaken };
    Ok(flash::say(ctx.see_other(&there)?, said))
}
