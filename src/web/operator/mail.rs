//! Whether letters leave: an operator sends one to their own address, and reads the whole conversation with the mail server.

use super::{
    office::{Office, Room},
    sheet::{self, Line, RecordPage, Section, row},
};
use crate::{
    db,
    domain::notifications::{
        circuit::{self, Circuit},
        delivery::Channel,
        trial::{self, Standing, Step, Trial},
    },
    web::{
        error::Result,
        flash::{self, SaidOfLetters},
        form::typed::Typed,
        gate::operator,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{buttons::PostButton, post_form::PostForm, summary_list::SummaryList},
    },
};
use actix_web::web::Data;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Deserialize;

/// Where it is.
const HERE: &str = "/mail";

/// What is sent along.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MailForm {
    csrf: String,
}

/// The last ones, each with its conversation.
pub async fn index(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let read: db::Result<_> = operator::look(&site, &ctx, &signed_in, |tx, operator| {
        let zone: Tz = operator.zone.parse().unwrap_or(Tz::Asia__Tokyo);
        let circuit = circuit::of_house(tx, Channel::Email)?;
        Ok((trial::of_house(tx)?, circuit, (zone, tx.now())))
    })
    .await?;
    let (trials, circuit, (zone, now)) = read?;
    let (t, moments) = (ctx.t, Moments::new(ctx.t, zone, now));
    let office = Office::of(&ctx, &signed_in, Room::Jobs);
    let here = links::operator(ctx.lang, HERE);
    let send = PostButton {
        label: t.mailtest_send(),
        form: PostForm::keyed(&signed_in.csrf, here.clone(), &[]),
        ..PostButton::default()
    };
    let circuit = circuit.map(|one| trouble(&ctx, &one, &moments));
    let mut sections: Vec<Section> = circuit.into_iter().collect();
    sections.extend(trials.iter().map(|one| section(&ctx, (one, now), &moments)));
    if trials.is_empty() {
        sections.push(Section {
            title: t.mailtest_sent(),
            none: Some(t.mailtest_none()),
            ..Section::default()
        });
    }
    let last = trials.first().map(|one| one.standing(now));
    ctx.html(&RecordPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        back: sheet::back(&ctx, links::operator(ctx.lang, "/jobs")),
        title: t.mailtest_title(),
        title_lang: None,
        badge: match last {
            Some(standing) => t.of_family("mailtest-standing", standing.name()),
            None => t.mailtest_never(),
        },
        ways: vec![sheet::quiet(t.mailtest_look(), here)],
        acts: vec![send],
        sections,
        ctx: &ctx,
    })
}

/// Sends another.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<MailForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (user, locale) = (signed_in.user, ctx.lang.code());
    let asked: db::Result<()> = operator::enter(&site, &ctx, &signed_in, move |tx, _| {
        trial::ask_for_house(tx, user, locale)
    })
    .await?;
    asked?;
    site.wake.notify_one();
    let back = ctx.see_other(&links::operator(ctx.lang, HERE))?;
    Ok(flash::say(back, SaidOfLetters::MailTestAsked))
}

/// That the server cannot be reached, and how long nothing is sent.
fn trouble(ctx: &PageCtx, circuit: &Circuit, moments: &Moments) -> Section {
    let t = ctx.t;
    let stands = match circuit.open_until {
        Some(until) => t.mailtest_circuit_open(moments.moment(until)),
        None => t.mailtest_circuit_failing(),
    };
    let failures = i64::from(circuit.failures);
    Section {
        title: t.mailtest_circuit(),
        summary: SummaryList {
            rows: vec![
                row(t.mailtest_circuit_stands(), stands),
                row(
                    t.mailtest_circuit_failures(),
                    t.mailtest_circuit_times(failures),
                ),
                row(t.mailtest_circuit_why(), circuit.why.clone()),
            ],
        },
        ..Section::default()
    }
}

fn section(ctx: &PageCtx, (one, now): (&Trial, DateTime<Utc>), moments: &Moments) -> Section {
    let t = ctx.t;
    let words = match one.standing(now) {
        Standing::Waiting => t.mailtest_waiting(),
        Standing::Gone => t.mailtest_gone(),
        Standing::Lost => t.mailtest_lost(),
        Standing::Failed => {
            let trouble = one.trouble.as_deref().unwrap_or_default();
            t.of_family("mailtest-trouble", trouble)
        }
    };
    let steps = one.conversation();
    Section {
        title: moments.moment(one.asked_at),
        summary: SummaryList {
            rows: vec![row(t.mailtest_result(), words)],
        },
        lines: steps.iter().map(|step| said(ctx, step)).collect(),
        ..Section::default()
    }
}

/// A step: what we said, and each line that was answered.
fn said(ctx: &PageCtx, step: &Step) -> Line {
    let said = (!step.said.is_empty()).then(|| step.said.clone());
    Line {
        name: ctx.t.of_family("mailtest-stage", &step.stage),
        facts: said.into_iter().collect(),
        texts: step.answered.clone(),
        ..Line::default()
    }
}
