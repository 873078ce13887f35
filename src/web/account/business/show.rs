//! One's own business as the operators see it: what was said of it, its papers, and where it stands.

use crate::{
    base::msg::Msg,
    db,
    domain::businesses::{
        document::{self, Document, DocumentKind, LARGEST, MOST},
        open::{self, OpenError},
        review_list::{Heap, Reviewed},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            choice_field::Choice,
            error_summary::ErrorSummary,
            post_form::PostForm,
            select_field::SelectField,
            summary_list::{SummaryList, SummaryRow},
        },
    },
};
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/business/show.html")]
pub struct BusinessPage<'a> {
    ctx: &'a PageCtx,
    errors: ErrorSummary,
    name: String,
    name_lang: Option<&'static str>,
    state: String,
    words: String,
    /// Why it is as it is: what that is called, and what the operators wrote.
    reason: Option<(String, String)>,
    facts: SummaryList,
    papers: Vec<Paper>,
    /// Which are wanted, while some can be added.
    wanted: Option<String>,
    upload: Option<UploadForm>,
    edit: Option<String>,
    send: Option<PostButton>,
    ways: Vec<(String, String)>,
}

/// A paper with what can be done to it.
struct Paper {
    url: String,
    name: String,
    facts: Vec<String>,
    remove: Option<PostButton>,
}

/// The form for another paper.
struct UploadForm {
    action: String,
    csrf: String,
    kind: SelectField,
    hint: String,
    complaint: Option<String>,
}

/// The key alone.
#[derive(Deserialize)]
pub struct SendForm {
    #[serde(default)]
    csrf: String,
}

impl SendForm {
    /// The key that the form carries.
    pub fn key(&self) -> &str {
        &self.csrf
    }
}

/// The page.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    // What nobody reviews has no papers either: its owner goes on where they were.
    let found = super::own(&site, signed_in.user, &path.1).await?;
    if found.heap == Heap::Draft && !super::is_reviewed(&site, signed_in.user).await? {
        return ctx.see_other(&links::owner(ctx.lang, &found.slug, "opening"));
    }
    let errors = Errors::default();
    draw(&site, &ctx, &signed_in, &path.1, (StatusCode::OK, &errors)).await
}

/// Sends the application to the operators.
pub async fn send(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<SendForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let found = super::own(&site, signed_in.user, &path.1).await?;
    let (user, id) = (signed_in.user, found.id);
    let sent = super::work(&site, &ctx, &signed_in, move |tx| open::send(tx, user, id));
    let there = links::application(ctx.lang, &found.slug, "");
    match sent.await {
        Ok(()) => Ok(flash::say(ctx.see_other(&there)?, Said::ApplicationSent)),
        Err(OpenError::NoPapers) => {
            ctx.stand_at(&there);
            let mut errors = Errors::default();
            errors.add("paper", Msg::new("operators-paper-required"));
            let status = (StatusCode::UNPROCESSABLE_ENTITY, &errors);
            draw(&site, &ctx, &signed_in, &found.slug, status).await
        }
        Err(OpenError::Unknown) => Ok(flash::say(ctx.see_other(&there)?, Said::Overtaken)),
        Err(OpenError::Db(error)) => Err(error.into()),
        Err(OpenError::Taken | OpenError::TooMany | OpenError::TooOften(_)) => Err(Error::NotFound),
    }
}

/// Draws the page, with or without complaints about a paper.
pub async fn draw(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    (status, errors): (StatusCode, &Errors),
) -> Result<HttpResponse> {
    let found = super::own(site, signed_in.user, slug).await?;
    let id = found.id;
    let papers: db::Result<Vec<Document>> =
        site.db.platform(move |tx| document::list(tx, id)).await;
    let papers = papers?;
    let page = page(ctx, signed_in, (&found, &papers), errors);
    ctx.redraw(status, &page)
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    (found, papers): (&Reviewed, &[Document]),
    errors: &Errors,
) -> BusinessPage<'a> {
    let (t, lang, draft) = (ctx.t, ctx.lang, found.heap == Heap::Draft);
    let name = found.name.written(lang);
    let there = |rest: &str| links::application(lang, &found.slug, rest);
    let csrf = || vec![("csrf".to_owned(), signed_in.csrf.clone())];
    let button = |label: String, rest: &str, voice: Voice| PostButton {
        label,
        form: PostForm {
            action: there(rest),
            hidden: csrf(),
        },
        voice,
        ..PostButton::default()
    };
    let paper = |paper: &Document| Paper {
        url: there(&format!("/papers/{}", paper.id)),
        name: paper.name.clone(),
        facts: vec![
            t.of_family("operators-paper", &paper.kind),
            t.operators_kilobytes(paper.bytes.saturating_add(1023) / 1024),
        ],
        remove: draft.then(|| PostButton {
            about: Some(paper.name.clone()),
            small: true,
            ..button(
                t.operators_paper_remove(),
                &format!("/papers/{}/removal", paper.id),
                Voice::Quiet,
            )
        }),
    };
    let room = i64::try_from(papers.len()).unwrap_or(MOST) < MOST;
    let mut ways = vec![(t.ui_back(), links::account(lang))];
    if matches!(found.heap, Heap::Open | Heap::Suspended) {
        ways.insert(
            0,
            (
                t.operators_to_desk(),
                links::day(lang, &found.slug, None, "today"),
            ),
        );
    }
    let state = match found.sent_back() {
        Some(_) => "sent-back",
        None => found.heap.word(),
    };
    BusinessPage {
        errors: errors
            .summary(t)
            .naming(t, [("paper", t.operators_paper().as_str())]),
        name: name.text,
        name_lang: name.other_lang,
        state: t.of_family("operators-own-state", state),
        words: t.of_family("operators-own-words", state),
        reason: reason(ctx, found),
        facts: facts(ctx, found),
        papers: papers.iter().map(paper).collect(),
        wanted: draft.then(|| t.operators_papers_wanted(found.vertical.slug())),
        upload: (draft && room).then(|| upload(ctx, signed_in, found, errors)),
        edit: draft.then(|| there("/edit")),
        send: draft.then(|| button(t.operators_send(), "/sending", Voice::Main)),
        ways,
        ctx,
    }
}

/// What the operators wrote: why it is suspended, why it came back, or why guests cannot book.
fn reason(ctx: &PageCtx, found: &Reviewed) -> Option<(String, String)> {
    let t = ctx.t;
    match found.heap {
        Heap::Suspended => Some((t.operators_suspended_because(), found.reason.clone())),
        Heap::Draft => found
            .sent_back()
            .map(|question| (t.operators_sent_back_because(), question.notes.clone())),
        Heap::Waiting | Heap::Open => found
            .stopped_at
            .map(|_since| (t.operators_stopped_because(), found.stopped_because.clone())),
    }
}

fn facts(ctx: &PageCtx, found: &Reviewed) -> SummaryList {
    let t = ctx.t;
    let row = |question: String, answer: &str| SummaryRow {
        question,
        answer: answer.to_owned(),
        ..SummaryRow::default()
    };
    let address = &found.address;
    let postal = match address.postal_code.as_str() {
        "" => String::new(),
        code => t.postal_code(code),
    };
    let place = format!(
        "{postal} {}{}{} {}",
        address.prefecture, address.city, address.street, address.building
    );
    SummaryList {
        rows: vec![
            row(
                t.operators_kind(),
                &t.of_family("businesses-kind", found.vertical.slug()),
            ),
            row(t.operators_slug(), &found.slug),
            row(t.operators_phone(), &t.phone(&found.phone)),
            row(t.operators_address(), place.trim()),
        ],
    }
}

fn upload(ctx: &PageCtx, signed_in: &SignedIn, found: &Reviewed, errors: &Errors) -> UploadForm {
    let t = ctx.t;
    let options = DocumentKind::ALL.into_iter().map(|kind| Choice {
        value: kind.word().to_owned(),
        label: t.of_family("operators-paper", kind.word()),
        ..Choice::default()
    });
    UploadForm {
        action: links::application(ctx.lang, &found.slug, "/papers"),
        csrf: signed_in.csrf.clone(),
        kind: SelectField {
            name: "kind".to_owned(),
            label: t.operators_paper_kind(),
            options: options.collect(),
            ..SelectField::default()
        },
        hint: t.operators_paper_hint(LARGEST / (1024 * 1024)),
        complaint: errors.of("paper", t),
    }
}
