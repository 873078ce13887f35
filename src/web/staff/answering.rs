//! Staff write down what they were told: on the telephone, or on paper. Nothing must be answered here, and nothing that was
//! answered to a question that is not asked any more is lost.

use super::{
    answers::may_write,
    booking::{self, Whole},
    lines,
};
use crate::{
    base::{
        ids::{BookingId, QuestionId},
        msg::Msg,
    },
    db::{self, EditError},
    domain::{
        bookings::answers::{self, Answer, SaveAnswers},
        businesses::role::Right,
        catalog::{
            question::{Kind, Question},
            service,
        },
    },
    web::{
        answers::list,
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            question_fields::{self, Filled},
            questions::{self, Picks, Sent},
            typed::Typed,
        },
        gate::member,
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            answer_list::AnswerList,
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            field::Field,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            question_block::QuestionBlock,
            summary_list::SummaryList,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/answering.html")]
pub struct AnsweringPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    name: String,
    visit: SummaryList,
    /// What somebody else has written meanwhile.
    newer: Option<AnswerList>,
    form: PostForm,
    questions: Vec<QuestionBlock>,
    submit: Submit,
    back: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AnsweringForm {
    csrf: String,
    version: String,
    /// `yes` when the other language was pressed, and not the button.
    switch: String,
    #[serde(flatten)]
    picks: Picks,
}

/// What the page is drawn from.
struct Scene {
    whole: Whole,
    questions: Vec<Question>,
    answers: Vec<Answer>,
}

/// What stands in the form.
struct Standing<'a> {
    picks: &'a Picks,
    errors: &'a Errors,
    /// The version that they were typed on; nothing where what somebody else wrote meanwhile is shown beside them.
    seen: Option<i32>,
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
) -> std::result::Result<Scene, Error> {
    let whole = booking::read(site, ctx, signed_in, (slug, id), Right::WriteNotes).await?;
    if !may_write(&whole.at) {
        return Err(Error::Forbidden);
    }
    let row = &whole.booking.row;
    let (booking, wanted) = (row.id, row.service_id);
    let wish = (slug, Right::ReadCustomers);
    let found = member::look(site, ctx, signed_in, wish, move |tx, _| -> db::Result<_> {
        let service = match wanted {
            Some(id) => service::find(tx, id)?,
            None => None,
        };
        Ok((service, answers::of(tx, booking)?))
    });
    let (service, answers) = found.await??;
    let mut questions = service.map_or_else(Vec::new, |service| service.questions);
    questions.retain(|one| one.kind != Kind::File);
    for one in &mut questions {
        one.is_required = false;
    }
    if questions.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Scene {
        whole,
        questions,
        answers,
    })
}

/// The questions with what was answered so far.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    let standing = Standing {
        picks: &questions::picks(&scene.answers),
        errors: &Errors::default(),
        seen: Some(scene.whole.booking.row.version),
    };
    ctx.html(&page(&ctx, &signed_in, &scene, &standing))
}

/// Writes them down.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<AnsweringForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let version = form.version.parse();
    let version: i32 = version.map_err(|_no_number| Error::Unreadable)?;
    let mut scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    let mut errors = Errors::default();
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let mut seen = Some(version);
    if form.switch == "yes" {
        status = StatusCode::OK;
    } else {
        let sent = Sent {
            questions: &scene.questions,
            picks: &form.picks,
            files: &[],
            lang: ctx.lang,
            now: scene.whole.now,
        };
        let told = sent.read(&mut errors);
        if errors.is_empty() {
            let saved = save(&site, &ctx, &signed_in, (&slug, version, &scene), told).await?;
            let booking = scene.whole.booking.row.id;
            match saved {
                Ok(()) => {
                    let back = links::desk_booking(ctx.lang, &slug, booking);
                    return Ok(flash::say(ctx.see_other(&back)?, Said::AnswersSaved));
                }
                Err(EditError::Stale) => {
                    errors.add("", Msg::new("form-stale"));
                    (status, seen) = (StatusCode::CONFLICT, None);
                    scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
                }
                Err(EditError::Db(error)) => return Err(error.into()),
                Err(_) => return Err(Error::NotFound),
            }
        }
    }
    let standing = Standing {
        picks: &form.picks,
        errors: &errors,
        seen,
    };
    ctx.redraw(status, &page(&ctx, &signed_in, &scene, &standing))
}

async fn save(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, version, scene): (&str, i32, &Scene),
    told: Vec<Answer>,
) -> std::result::Result<std::result::Result<(), EditError>, Error> {
    let booking: BookingId = scene.whole.booking.row.id;
    let asked: Vec<QuestionId> = scene.questions.iter().map(|one| one.id).collect();
    let wish = (slug, Right::WriteNotes);
    member::enter(site, ctx, signed_in, wish, move |tx, _| {
        let command = SaveAnswers {
            booking,
            told: &told,
            asked: &asked,
            version,
        };
        answers::save(tx, &command)
    })
    .await
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    standing: &Standing<'_>,
) -> AnsweringPage<'a> {
    let (t, whole) = (ctx.t, &scene.whole);
    let (row, profile, errors) = (&whole.booking.row, &whole.at.profile, standing.errors);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let moments = Moments::new(t, profile.zone, whole.now);
    let filled = Filled {
        picks: standing.picks,
        files: &[],
        errors,
    };
    let questions = question_fields::blocks(ctx, &scene.questions, filled);
    let asked = questions.iter().flat_map(|one| &one.fields);
    let title = t.desk_answers_write();
    AnsweringPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t).naming(t, asked.map(Field::called)),
        title: match errors.is_empty() {
            true => title,
            false => t.ui_error_page_title(title),
        },
        name: t.desk_guest(&whole.booking.customer.name),
        visit: lines::visit(ctx, whole),
        newer: list(ctx, &moments, &scene.answers, &|_| None).filter(|_| standing.seen.is_none()),
        form: PostForm {
            action: links::desk_act(ctx.lang, &profile.slug, row.id, "answers"),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                (
                    "version".to_owned(),
                    standing.seen.unwrap_or(row.version).to_string(),
                ),
            ],
        },
        questions,
        submit: Submit {
            label: t.desk_answers_save(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::desk_booking(ctx.lang, &profile.slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
