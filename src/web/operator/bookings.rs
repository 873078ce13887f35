//! The switch that stops guests' bookings everywhere, for the day on which something is badly wrong.

use super::{
    act,
    office::{Office, Room},
    sheet::{self, ActPage, row},
};
use crate::{
    db,
    domain::platform::switch::{self, Switch, TurnError},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::operator,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{Submit, Voice},
            post_form::PostForm,
            summary_list::SummaryList,
        },
    },
};
use actix_web::{http::StatusCode, web::Data};
use chrono_tz::Tz;
use serde::Deserialize;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SwitchForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    switch: String,
}

/// The switch as it stands, and when it was turned, said.
struct Found {
    switch: Switch,
    turned_at: String,
}

/// The switch as it stands.
pub async fn edit(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let found = read(&site, &ctx, &signed_in).await?;
    signed_in.fresh(&site, &ctx.here())?;
    let form = SwitchForm {
        version: found.switch.version.to_string(),
        ..SwitchForm::default()
    };
    let errors = Errors::default();
    ctx.html(&page(&ctx, &signed_in, &found, (&form, &errors)))
}

/// Turns it. What was seen is what is turned: two who stop at once do not start again.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<SwitchForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let found = read(&site, &ctx, &signed_in).await?;
    signed_in.still_fresh(&site, &ctx.here())?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &found, (&form, &errors)));
    }
    let seen: i32 = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let stop = !found.switch.is_stopped;
    let Some(reason) = act::reason(&mut errors, &form.reason, stop) else {
        let drawn = page(&ctx, &signed_in, &found, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let turned = operator::enter(&site, &ctx, &signed_in, move |tx, _| {
        switch::turn(tx, stop, &reason, seen)
    })
    .await?;
    let said = match turned {
        Ok(()) if stop => Said::BookingsStopped,
        Ok(()) => Said::BookingsResumed,
        Err(TurnError::Overtaken) => Said::Overtaken,
        Err(TurnError::Db(error)) => return Err(error.into()),
    };
    let back = links::operator(ctx.lang, "/bookings");
    Ok(flash::say(ctx.see_other(&back)?, said))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
) -> std::result::Result<Found, Error> {
    let read: db::Result<_> = operator::look(site, ctx, signed_in, |tx, operator| {
        let zone: Tz = operator.zone.parse().unwrap_or(Tz::Asia__Tokyo);
        Ok((switch::bookings(tx)?, zone, tx.now()))
    })
    .await?;
    let (switch, zone, now) = read?;
    Ok(Found {
        turned_at: Moments::new(ctx.t, zone, now).moment(switch.turned_at),
        switch,
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    found: &Found,
    (form, errors): (&SwitchForm, &Errors),
) -> ActPage<'a> {
    let t = ctx.t;
    let office = Office::of(ctx, signed_in, Room::Bookings);
    let stopped = found.switch.is_stopped;
    let state = if stopped {
        t.operators_bookings_stopped(&found.turned_at)
    } else {
        t.operators_bookings_running()
    };
    let mut rows = vec![row(t.operators_bookings_now(), state)];
    if stopped {
        rows.push(row(t.operators_reason(), &found.switch.reason));
    }
    ActPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: errors.summary(t),
        title: t.operators_bookings_title(),
        lead: vec![if stopped {
            t.operators_bookings_lead_resume()
        } else {
            t.operators_bookings_lead_stop()
        }],
        summary: SummaryList { rows },
        form: PostForm {
            action: links::operator(ctx.lang, "/bookings"),
            hidden: vec![
                ("csrf".to_owned(), signed_in.csrf.clone()),
                ("version".to_owned(), form.version.clone()),
            ],
        },
        fields: vec![act::reason_field(ctx, &form.reason, errors, !stopped)],
        submit: Submit {
            label: if stopped {
                t.operators_bookings_resume()
            } else {
                t.operators_bookings_stop()
            },
            voice: if stopped { Voice::Main } else { Voice::Danger },
            ..Submit::default()
        },
        back: sheet::quiet(t.ui_back(), links::operator(ctx.lang, "/businesses")),
        ctx,
    }
}
