//! One kind of job: held up until it is mended what it needs, and let go on; and those that were given up, all once more.

use super::{
    act,
    jobs::{is_name, name},
    office::{Office, Room},
    sheet::{self, ActPage, row},
};
use crate::{
    db,
    queue::{
        office,
        pause::{self, Pause},
    },
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
            choice_field::{Choice, ChoiceField},
            field::Field,
            post_form::PostForm,
            summary_list::SummaryList,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use chrono_tz::Tz;
use serde::Deserialize;

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct KindForm {
    csrf: String,
    /// `yes` when it was held up as it was looked at.
    seen: String,
    reason: String,
    /// `yes` to have those that were given up done once more.
    again: String,
    switch: String,
}

/// The kind as it stands.
struct Found {
    kind: String,
    held_up: Option<(Pause, String)>,
    failed: i64,
    waiting: i64,
}

/// The question.
pub async fn edit(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let found = read(&site, &ctx, &signed_in, &path.1).await?;
    let (form, errors) = (KindForm::default(), Errors::default());
    ctx.html(&page(&ctx, &signed_in, &found, (&form, &errors)))
}

/// Holds it up, or lets it go on.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<KindForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let found = read(&site, &ctx, &signed_in, &path.1).await?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &found, (&form, &errors)));
    }
    let (kind, again) = (found.kind.clone(), form.again == "yes");
    let back = links::operator(ctx.lang, &format!("/jobs/kinds/{kind}"));
    let hold_up = form.seen != "yes";
    let Some(reason) = act::reason(&mut errors, &form.reason, hold_up) else {
        let drawn = page(&ctx, &signed_in, &found, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let done: db::Result<bool> = operator::enter(&site, &ctx, &signed_in, move |tx, _| {
        if hold_up {
            return pause::hold_up(tx, &kind, &reason);
        }
        if again {
            office::all_once_more(tx, &kind)?;
        }
        pause::go_on(tx, &kind)
    })
    .await?;
    let said = match (done?, hold_up) {
        (false, _) => Said::Overtaken,
        (true, true) => Said::JobsHeldUp,
        (true, false) => Said::JobsGoOn,
    };
    site.wake.notify_one();
    Ok(flash::say(ctx.see_other(&back)?, said))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    kind: &str,
) -> std::result::Result<Found, Error> {
    let read: db::Result<_> = operator::look(site, ctx, signed_in, move |tx, operator| {
        Ok((
            office::kinds(tx)?,
            pause::all(tx)?,
            operator.zone.clone(),
            tx.now(),
        ))
    })
    .await?;
    let (kinds, pauses, zone, now) = read?;
    let moments = Moments::new(ctx.t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let held_up = pauses.into_iter().find(|pause| pause.job_type == kind);
    let known = kinds.into_iter().find(|known| known.job_type == kind);
    if !is_name(kind) || (held_up.is_none() && known.is_none()) {
        return Err(Error::NotFound);
    }
    Ok(Found {
        kind: kind.to_owned(),
        held_up: held_up.map(|pause| {
            let since = moments.moment(pause.created_at);
            (pause, since)
        }),
        failed: known.as_ref().map_or(0, |known| known.failed),
        waiting: known.map_or(0, |known| known.waiting),
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    found: &Found,
    (form, errors): (&KindForm, &Errors),
) -> ActPage<'a> {
    let t = ctx.t;
    let office = Office::of(ctx, signed_in, Room::Jobs);
    let is_held_up = found.held_up.is_some();
    let mut rows = vec![
        row(t.operators_jobs_waiting_title(), t.number(found.waiting)),
        row(t.operators_jobs_failed_title(), t.number(found.failed)),
    ];
    if let Some((pause, since)) = &found.held_up {
        rows.push(row(t.operators_jobs_since(), since));
        rows.push(row(t.operators_reason(), &pause.reason));
    }
    let again = (is_held_up && found.failed > 0).then(|| {
        Field::Choice(ChoiceField {
            name: "again".to_owned(),
            several: true,
            options: vec![Choice {
                value: "yes".to_owned(),
                label: t.operators_jobs_all_again(t.number(found.failed)),
                chosen: form.again == "yes",
                ..Choice::default()
            }],
            ..ChoiceField::default()
        })
    });
    let reason = (!is_held_up).then(|| act::reason_field(ctx, &form.reason, errors, true));
    ActPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: errors.summary(t),
        title: name(ctx, &found.kind),
        lead: vec![if is_held_up {
            t.operators_jobs_go_on_lead()
        } else {
            t.operators_jobs_hold_up_lead()
        }],
        summary: SummaryList { rows },
        form: PostForm::keyed(
            &signed_in.csrf,
            links::operator(ctx.lang, &format!("/jobs/kinds/{}", found.kind)),
            &[("seen", if is_held_up { "yes" } else { "no" })],
        ),
        fields: reason.into_iter().chain(again).collect(),
        submit: Submit {
            label: if is_held_up {
                t.operators_jobs_go_on()
            } else {
                t.operators_jobs_hold_up()
            },
            voice: if is_held_up {
                Voice::Main
            } else {
                Voice::Danger
            },
            ..Submit::default()
        },
        back: sheet::quiet(t.ui_back(), links::operator(ctx.lang, "/jobs/kinds")),
        ctx,
    }
}
