//! One job of the queue: what it is, what went wrong; once more, or never.

use super::{
    jobs::name,
    office::{Office, Room},
    sheet::{self, ActPage, RecordPage, Section, row},
};
use crate::{
    base::ids::JobId,
    db,
    queue::{
        office::{self, Seen},
        row::JobStatus,
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
            buttons::{PostButton, Submit, Voice},
            post_form::PostForm,
            summary_list::SummaryList,
        },
    },
};
use actix_web::web::{Data, Path};
use chrono_tz::Tz;
use serde::Deserialize;

/// What is sent along.
#[derive(Debug, Deserialize)]
pub struct JobForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    switch: String,
}

/// The job.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let (job, moments) = read(&site, &ctx, &signed_in, &path.1).await?;
    let t = ctx.t;
    let office = Office::of(&ctx, &signed_in, Room::Jobs);
    let is_given_up = job.status == JobStatus::Failed;
    let here = address(&ctx, &job);
    let again = PostButton {
        label: t.operators_job_again(),
        form: PostForm::keyed(&signed_in.csrf, format!("{here}/again"), &[]),
        ..PostButton::default()
    };
    let remove = sheet::quiet(t.operators_job_remove(), format!("{here}/remove"));
    ctx.html(&RecordPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        back: sheet::back(&ctx, links::operator(ctx.lang, "/jobs")),
        title: name(&ctx, &job.job_type),
        title_lang: None,
        badge: t.of_family("operators-jobs-state", job.status.label()),
        ways: is_given_up.then_some(remove).into_iter().collect(),
        acts: is_given_up.then_some(again).into_iter().collect(),
        sections: vec![Section {
            title: t.operators_job_facts(),
            summary: facts(&ctx, &moments, &job),
            ..Section::default()
        }],
        ctx: &ctx,
    })
}

/// Has it done once more.
pub async fn again(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<JobForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (job, _) = read(&site, &ctx, &signed_in, &path.1).await?;
    let id = job.id;
    let done: db::Result<bool> = operator::enter(&site, &ctx, &signed_in, move |tx, _| {
        office::once_more(tx, id)
    })
    .await?;
    let said = match done? {
        true => Said::JobAgain,
        false => Said::Overtaken,
    };
    site.wake.notify_one();
    Ok(flash::say(ctx.see_other(&address(&ctx, &job))?, said))
}

/// Whether it is really to go.
pub async fn question(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let (job, moments) = read(&site, &ctx, &signed_in, &path.1).await?;
    ctx.html(&asked(&ctx, &signed_in, &moments, &job))
}

/// Strikes it out.
pub async fn remove(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<JobForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (job, moments) = read(&site, &ctx, &signed_in, &path.1).await?;
    if form.switch == "yes" {
        return ctx.html(&asked(&ctx, &signed_in, &moments, &job));
    }
    let id = job.id;
    let gone: db::Result<bool> = operator::enter(&site, &ctx, &signed_in, move |tx, _| {
        office::strike_out(tx, id)
    })
    .await?;
    if !gone? {
        let back = ctx.see_other(&address(&ctx, &job))?;
        return Ok(flash::say(back, Said::Overtaken));
    }
    tracing::info!(job = %job.id, kind = job.job_type, by = %signed_in.user, "struck out");
    let back = ctx.see_other(&links::operator(ctx.lang, "/jobs"))?;
    Ok(flash::say(back, Said::JobRemoved))
}

fn address(ctx: &PageCtx, job: &Seen) -> String {
    links::operator(ctx.lang, &format!("/jobs/{}", job.id))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    id: &str,
) -> std::result::Result<(Seen, Moments), Error> {
    let id: Option<JobId> = id.parse().ok();
    let read: db::Result<_> = operator::look(site, ctx, signed_in, move |tx, operator| {
        let found = match id {
            Some(id) => office::find(tx, id)?,
            None => None,
        };
        let zone: Tz = operator.zone.parse().unwrap_or(Tz::Asia__Tokyo);
        Ok((found, zone, tx.now()))
    })
    .await?;
    let (found, zone, now) = read?;
    let found = found.ok_or(Error::NotFound)?;
    Ok((found, Moments::new(ctx.t, zone, now)))
}

fn facts(ctx: &PageCtx, moments: &Moments, job: &Seen) -> SummaryList {
    let t = ctx.t;
    let mut rows = vec![
        row(t.operators_job_written(), moments.moment(job.created_at)),
        row(t.operators_job_due(), moments.moment(job.scheduled_at)),
    ];
    rows.extend(
        job.finished_at
            .map(|at| row(t.operators_job_finished(), moments.moment(at))),
    );
    rows.push(row(
        t.operators_job_attempts(),
        t.operators_job_tries(i64::from(job.attempts), i64::from(job.max_attempts)),
    ));
    rows.extend(
        job.last_error
            .as_ref()
            .map(|error| row(t.operators_job_error(), error)),
    );
    rows.extend(
        job.business_id
            .map(|business| row(t.operators_job_business(), business.to_string())),
    );
    rows.push(row(t.operators_job_about(), job.payload_json.to_string()));
    SummaryList { rows }
}

fn asked<'a>(ctx: &'a PageCtx, signed_in: &SignedIn, moments: &Moments, job: &Seen) -> ActPage<'a> {
    let t = ctx.t;
    let office = Office::of(ctx, signed_in, Room::Jobs);
    let here = address(ctx, job);
    ActPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        errors: Errors::default().summary(t),
        title: t.operators_job_remove_title(),
        lead: vec![name(ctx, &job.job_type), t.operators_job_remove_lead()],
        summary: facts(ctx, moments, job),
        form: PostForm::keyed(&signed_in.csrf, format!("{here}/remove"), &[]),
        fields: Vec::new(),
        submit: Submit {
            label: t.operators_job_remove(),
            voice: Voice::Danger,
            ..Submit::default()
        },
        back: sheet::quiet(t.ui_back(), here),
        ctx,
    }
}
