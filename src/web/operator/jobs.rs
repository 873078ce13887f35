//! The queue of jobs: what was given up, what waits, what runs, what was done, and the kinds of them.

use super::{
    office::Room,
    sheet::{self, Line, ListPage},
};
use crate::{
    db,
    queue::{
        office::{self, Kind, PAGE, Seen},
        pause::{self, Pause},
        row::JobStatus,
    },
    web::{
        error::Result,
        form::typed::Asked,
        gate::operator,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            empty::Empty,
            icon::Icon,
            pager::{Page, Pager, Tab, Tabs},
        },
    },
};
use actix_web::web::Data;
use chrono_tz::Tz;
use serde::Deserialize;

/// The states, in the order in which somebody looks for them.
const STATES: [JobStatus; 4] = [
    JobStatus::Failed,
    JobStatus::Waiting,
    JobStatus::Running,
    JobStatus::Done,
];
/// No list goes on for ever.
const FARTHEST: i64 = 100_000;

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct JobsQuery {
    state: String,
    kind: String,
    skip: String,
}

/// The jobs in a state.
pub async fn index(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<JobsQuery>,
) -> Result {
    let JobsQuery { state, kind, skip } = query.0;
    let here = JobStatus::from_label(&state).unwrap_or(JobStatus::Failed);
    let kind: Option<String> = Some(kind).filter(|kind| is_name(kind));
    let skip = skip.parse().unwrap_or(0).clamp(0, FARTHEST);
    let of = kind.clone();
    let read: db::Result<_> = operator::look(&site, &ctx, &signed_in, move |tx, operator| {
        Ok((
            office::page(tx, here, of.as_deref(), skip)?,
            office::kinds(tx)?,
            pause::all(tx)?,
            operator.zone.clone(),
            tx.now(),
        ))
    })
    .await?;
    let (mut found, kinds, pauses, zone, now) = read?;
    let moments = Moments::new(ctx.t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let step = i64::try_from(PAGE).unwrap_or(FARTHEST);
    let to = |label: String, skip: i64| Page {
        label,
        url: Some(address(&ctx, here, kind.as_deref(), skip)),
    };
    let t = ctx.t;
    let held_up = names(&ctx, &pauses);
    ctx.html(&ListPage {
        lead: held_up.map(|names| t.operators_jobs_held_up(names)),
        ways: vec![
            sheet::quiet(
                t.operators_jobs_kinds(),
                links::operator(ctx.lang, "/jobs/kinds"),
            ),
            sheet::quiet(t.mailtest_title(), links::operator(ctx.lang, "/mail")),
        ],
        tabs: Some(tabs(&ctx, here, kind.as_deref(), &kinds)),
        lines: found.iter().map(|job| line(&ctx, &moments, job)).collect(),
        pager: (more || skip > 0).then(|| Pager {
            label: t.operators_pages(),
            earlier: (skip > 0).then(|| to(t.operators_jobs_before(), (skip - step).max(0))),
            later: more.then(|| to(t.operators_more(), skip + step)),
        }),
        ..ListPage::new(
            &ctx,
            &signed_in,
            Room::Jobs,
            t.operators_jobs(),
            Empty {
                icon: Icon::Check,
                words: t.of_family("operators-jobs-none", here.label()),
                ways: Vec::new(),
            },
        )
    })
}

/// The kinds, and whether they are held up.
pub async fn kinds(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let read: db::Result<_> = operator::look(&site, &ctx, &signed_in, |tx, operator| {
        Ok((
            office::kinds(tx)?,
            pause::all(tx)?,
            operator.zone.clone(),
            tx.now(),
        ))
    })
    .await?;
    let (mut kinds, pauses, zone, now) = read?;
    for pause in &pauses {
        if kinds.iter().all(|kind| kind.job_type != pause.job_type) {
            kinds.push(Kind::none(&pause.job_type));
        }
    }
    kinds.sort_by(|one, other| one.job_type.cmp(&other.job_type));
    let moments = Moments::new(ctx.t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let t = ctx.t;
    let line = |kind: &Kind| {
        let held_up = pauses.iter().any(|pause| pause.job_type == kind.job_type);
        let count = |count| t.number(count);
        let mut facts = vec![
            t.operators_jobs_waiting(count(kind.waiting)),
            t.operators_jobs_running(count(kind.running)),
            t.operators_jobs_failed(count(kind.failed)),
        ];
        facts.extend(
            kind.due_since
                .map(|since| t.operators_jobs_due_since(moments.moment(since))),
        );
        Line {
            url: Some(links::operator(
                ctx.lang,
                &format!("/jobs/kinds/{}", kind.job_type),
            )),
            name: name(&ctx, &kind.job_type),
            badge: held_up.then(|| t.operators_jobs_is_held_up()),
            facts,
            ..Line::default()
        }
    };
    ctx.html(&ListPage {
        lead: Some(t.operators_jobs_kinds_lead()),
        ways: vec![sheet::quiet(
            t.operators_jobs(),
            links::operator(ctx.lang, "/jobs"),
        )],
        lines: kinds.iter().map(line).collect(),
        ..ListPage::new(
            &ctx,
            &signed_in,
            Room::Jobs,
            t.operators_jobs_kinds(),
            Empty {
                icon: Icon::Check,
                words: t.operators_jobs_no_kinds(),
                ways: Vec::new(),
            },
        )
    })
}

/// What a kind of job is called; one that this program does not know goes by its own name.
pub(super) fn name(ctx: &PageCtx, kind: &str) -> String {
    let member = kind.replace('_', "-");
    if ctx.t.knows("operators-job", &member) {
        ctx.t.of_family("operators-job", &member)
    } else {
        kind.to_owned()
    }
}

/// Whether something can be the name of a kind.
pub(super) fn is_name(text: &str) -> bool {
    (1..=60).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

fn names(ctx: &PageCtx, pauses: &[Pause]) -> Option<String> {
    let names: Vec<String> = pauses
        .iter()
        .map(|pause| name(ctx, &pause.job_type))
        .collect();
    (!names.is_empty()).then(|| names.join(&ctx.t.businesses_list_comma()))
}

fn line(ctx: &PageCtx, moments: &Moments, job: &Seen) -> Line {
    let t = ctx.t;
    let at = match job.finished_at {
        Some(at) => t.operators_job_finished_at(moments.moment(at)),
        None => t.operators_job_due_at(moments.moment(job.scheduled_at)),
    };
    Line {
        url: Some(links::operator(ctx.lang, &format!("/jobs/{}", job.id))),
        name: name(ctx, &job.job_type),
        facts: vec![
            t.operators_job_tries(i64::from(job.attempts), i64::from(job.max_attempts)),
            at,
        ],
        texts: job.last_error.iter().cloned().collect(),
        ..Line::default()
    }
}

fn tabs(ctx: &PageCtx, here: JobStatus, kind: Option<&str>, kinds: &[Kind]) -> Tabs {
    let of = |kind_of: &&Kind| kind.is_none_or(|kind| kind_of.job_type == kind);
    let count = |status: JobStatus| {
        let kinds = kinds.iter().filter(of);
        let count: i64 = match status {
            JobStatus::Failed => kinds.map(|kind| kind.failed).sum(),
            JobStatus::Waiting => kinds.map(|kind| kind.waiting).sum(),
            JobStatus::Running => kinds.map(|kind| kind.running).sum(),
            JobStatus::Done => 0,
        };
        (count > 0).then(|| ctx.t.number(count))
    };
    let items = STATES.into_iter().map(|status| Tab {
        label: ctx.t.of_family("operators-jobs-state", status.label()),
        url: address(ctx, status, kind, 0),
        count: count(status),
        current: status == here,
        ..Tab::default()
    });
    Tabs {
        label: ctx.t.operators_jobs(),
        items: items.collect(),
    }
}

fn address(ctx: &PageCtx, state: JobStatus, kind: Option<&str>, skip: i64) -> String {
    let mut pairs = vec![("state", state.label().to_owned())];
    pairs.extend(kind.map(|kind| ("kind", kind.to_owned())));
    pairs.extend((skip > 0).then(|| ("skip", skip.to_string())));
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    links::operator(ctx.lang, &format!("/jobs?{query}"))
}
