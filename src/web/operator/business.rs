//! One business whole: what it says of itself, its papers, what was decided about it, and what can be.

use super::{
    office::{Office, Room},
    sheet::{self, Line, RecordPage, Section, row},
};
use crate::{
    base::ids::BusinessId,
    db,
    domain::businesses::{
        document::{self, Document},
        review::{Act, VerificationStatus},
        review_list::{self, Heap, Reviewed},
    },
    web::{
        error::{Error, Result},
        flash,
        gate::operator,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, Voice},
            summary_list::SummaryList,
        },
    },
};
use actix_web::{
    HttpRequest,
    web::{Data, Path},
};
use chrono_tz::Tz;

/// The page.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let id: BusinessId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let read: db::Result<_> = operator::look(&site, &ctx, &signed_in, move |tx, operator| {
        Ok((
            review_list::find(tx, id)?,
            document::list(tx, id)?,
            operator.zone.clone(),
            tx.now(),
        ))
    })
    .await?;
    let (found, papers, zone, now) = read?;
    let found = found.ok_or(Error::NotFound)?;
    let moments = Moments::new(ctx.t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let name = found.name.written(ctx.lang);
    ctx.flash = flash::read_about(&request, ctx.t, &name.text).or(ctx.flash);
    let office = Office::of(&ctx, &signed_in, Room::Businesses);
    ctx.html(&RecordPage {
        shop: office.shop,
        nav: office.nav,
        out: office.out,
        back: sheet::back(
            &ctx,
            links::operator(ctx.lang, &format!("/businesses?show={}", found.heap.word())),
        ),
        title: name.text,
        title_lang: name.other_lang,
        badge: match found.sent_back() {
            Some(back) => ctx.t.of_family("operators-verdict", back.status.label()),
            None => ctx.t.of_family("operators-heap", found.heap.word()),
        },
        ways: ways(&ctx, &found),
        acts: Vec::new(),
        sections: vec![
            about(&ctx, &moments, &found),
            self::papers(&ctx, &moments, &papers),
            questions(&ctx, &moments, &found),
        ],
        ctx: &ctx,
    })
}

/// What can be done to a business as it stands.
fn ways(ctx: &PageCtx, found: &Reviewed) -> Vec<LinkButton> {
    let mut acts = match found.heap {
        Heap::Waiting => vec![(Act::Approve, Voice::Main), (Act::Reject, Voice::Quiet)],
        Heap::Open => vec![(Act::Suspend, Voice::DangerQuiet)],
        Heap::Suspended => vec![(Act::Lift, Voice::Main)],
        Heap::Draft => Vec::new(),
    };
    match (found.heap, found.stopped_at) {
        (_, Some(_)) => acts.push((Act::Resume, Voice::Quiet)),
        (Heap::Open, None) => acts.push((Act::Stop, Voice::DangerQuiet)),
        _ => {}
    }
    let way = |(act, voice): (Act, Voice)| LinkButton {
        label: ctx.t.of_family("operators-act", act.word()),
        url: links::operator(
            ctx.lang,
            &format!("/businesses/{}/{}", found.id, act.word()),
        ),
        voice,
        ..LinkButton::default()
    };
    acts.into_iter()
        .map(way)
        .chain(elsewhere(ctx, found))
        .collect()
}

/// Where more about it stands: its public page while it has one, its owner, what was changed.
fn elsewhere(ctx: &PageCtx, found: &Reviewed) -> Vec<LinkButton> {
    let t = ctx.t;
    let link = |(label, url): (String, String)| LinkButton {
        label,
        url,
        voice: Voice::Text,
        ..LinkButton::default()
    };
    let public = (found.heap == Heap::Open).then(|| {
        (
            t.operators_to_public(),
            links::business(ctx.lang, &found.slug),
        )
    });
    let owner = found.owner.as_ref().map(|(id, ..)| {
        let url = links::operator(ctx.lang, &format!("/people/{id}"));
        (t.operators_to_owner(), url)
    });
    let trail = links::operator(ctx.lang, &format!("/audit?business={}", found.slug));
    let trail = (t.operators_account_trail(), trail);
    let bin = links::operator(ctx.lang, &format!("/businesses/{}/bin", found.id));
    let bin = (t.bin_way(), bin);
    let all = public.into_iter().chain(owner).chain([trail, bin]);
    all.map(link).collect()
}

/// What a business says of itself, and who says it.
pub fn facts(ctx: &PageCtx, found: &Reviewed) -> SummaryList {
    let t = ctx.t;
    let address = &found.address;
    let line = format!(
        "{}{}{} {}",
        address.prefecture, address.city, address.street, address.building
    );
    let postal = match address.postal_code.as_str() {
        "" => String::new(),
        code => t.postal_code(code),
    };
    let mut rows = vec![
        row(t.operators_name_ja(), &found.name.ja),
        row(t.operators_name_en(), &found.name.en),
        row(
            t.operators_kind(),
            t.of_family("businesses-kind", found.vertical.slug()),
        ),
        row(t.operators_slug(), &found.slug),
        row(t.operators_phone(), t.phone(&found.phone)),
        row(t.operators_address(), format!("{postal} {line}").trim()),
    ];
    if let Some((_, name, email)) = &found.owner {
        rows.push(row(t.operators_owner(), t.operators_person(email, name)));
    }
    rows.retain(|row| !row.answer.is_empty());
    SummaryList { rows }
}

fn about(ctx: &PageCtx, moments: &Moments, found: &Reviewed) -> Section {
    let t = ctx.t;
    let mut summary = facts(ctx, found);
    summary
        .rows
        .push(row(t.operators_begun(), moments.moment(found.created_at)));
    if !found.reason.is_empty() {
        summary
            .rows
            .push(row(t.operators_suspended_because(), &found.reason));
    }
    if let Some(at) = found.stopped_at {
        let since = t.operators_stopped_since(moments.moment(at), &found.stopped_because);
        summary.rows.push(row(t.operators_bookings(), since));
    }
    Section {
        title: t.operators_about(),
        summary,
        ..Section::default()
    }
}

fn papers(ctx: &PageCtx, moments: &Moments, papers: &[Document]) -> Section {
    let line = |paper: &Document| Line {
        url: Some(links::operator(ctx.lang, &format!("/papers/{}", paper.id))),
        name: paper.name.clone(),
        facts: vec![
            ctx.t.of_family("operators-paper", &paper.kind),
            ctx.t.operators_kilobytes(kilobytes(paper)),
            moments.moment(paper.added_at),
        ],
        ..Line::default()
    };
    Section {
        title: ctx.t.operators_papers(),
        lines: papers.iter().map(line).collect(),
        none: papers.is_empty().then(|| ctx.t.operators_no_papers()),
        ..Section::default()
    }
}

/// The size of a paper, rounded up: nothing is 0 KB.
pub fn kilobytes(paper: &Document) -> i32 {
    paper.bytes.max(1).saturating_add(1023) / 1024
}

fn questions(ctx: &PageCtx, moments: &Moments, found: &Reviewed) -> Section {
    let lines = found.questions.iter().map(|question| {
        let answered = question.answered_at.map(|at| moments.moment(at));
        let sent = ctx.t.operators_sent_at(moments.moment(question.sent_at));
        Line {
            name: ctx
                .t
                .of_family("operators-verdict", question.status.label()),
            facts: std::iter::once(sent)
                .chain(answered.map(|at| ctx.t.operators_answered_at(at)))
                .collect(),
            texts: Some(&question.notes)
                .filter(|notes| !notes.is_empty())
                .map(|notes| match question.status {
                    VerificationStatus::Rejected => ctx.t.operators_sent_back_line(notes),
                    _ => notes.clone(),
                })
                .into_iter()
                .collect(),
            ..Line::default()
        }
    });
    Section {
        title: ctx.t.operators_questions(),
        lines: lines.collect(),
        none: found
            .questions
            .is_empty()
            .then(|| ctx.t.operators_never_sent()),
        ..Section::default()
    }
}
