//! What would come of a file. Looking writes nothing: it is read in a transaction in which PostgreSQL refuses to write.

use super::{
    parts,
    report::{self, Report},
};
use crate::{
    base::{ids::BookingImportId, lang::Lang},
    db::{self, TenantTx},
    domain::{
        bookings::import::{
            bring::mark,
            plan::{How, Plan, Why, is_of_hours, plan},
            waiting::{self, Waiting},
        },
        businesses::role::Right,
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::{Errors, typed::Asked},
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            steps::Steps,
            text_field::TextField,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "owner/imports/check.html")]
struct CheckPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    steps: Steps,
    report: Report,
    /// Looking again with promises kept, or without.
    again: Option<(String, ChoiceField, Submit)>,
    form: Option<PostForm>,
    reason: Option<TextField>,
    boxes: Vec<ChoiceField>,
    submit: Submit,
    discard: PostButton,
}

/// How it is looked at.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CheckQuery {
    promised: String,
}

/// What is pressed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WriteForm {
    pub csrf: String,
    pub promised: String,
    pub reason: String,
    pub seen: String,
    pub lines: String,
    pub leave: String,
    pub tell: String,
}

/// What the page is drawn from.
pub struct Scene {
    pub at: AtWork,
    pub id: BookingImportId,
    pub file: Waiting,
    pub plan: Plan,
    /// Whether promises beside the hours are kept: asked for, and allowed.
    pub as_promised: bool,
    pub now: DateTime<Utc>,
}

/// What is said of a plan.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    query: Asked<CheckQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id = parts::key(&path.2)?;
    let form = WriteForm {
        promised: query.0.promised,
        ..WriteForm::default()
    };
    let scene = read(&site, &ctx, &signed_in, (&path.1, id, &form)).await?;
    let Some(scene) = scene else {
        return ctx.see_other(&parts::of(&ctx, &path.1, id, "/names"));
    };
    let drawn = (&form, &Errors::default(), None);
    page(&ctx, &signed_in, &scene, (StatusCode::OK, drawn))
}

/// Finds out what would come of it; nothing while the names are not said.
pub async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id, form): (&str, BookingImportId, &WriteForm),
) -> std::result::Result<Option<Scene>, Error> {
    let (lang, asks) = (ctx.lang, form.promised == "yes");
    let look = move |tx: &mut TenantTx<'_>, at: &AtWork| -> db::Result<_> {
        let Some(file) = waiting::find(tx, id)? else {
            return Ok(None);
        };
        let how = how(at, lang, asks);
        let plan = match file.choices.has_names {
            true => Some(plan(tx, &file, how, false)?),
            false => None,
        };
        Ok(Some(plan.map(|plan| Scene {
            at: at.clone(),
            id,
            file,
            plan,
            as_promised: how.as_promised,
            now: tx.now(),
        })))
    };
    let wish = (slug, &parts::RIGHTS[..]);
    let found = member::look_with(site, ctx, signed_in, wish, look).await?;
    found?.ok_or(Error::NotFound)
}

/// How it is brought in: beside the hours only by those who may put a booking over another.
pub fn how(at: &AtWork, lang: Lang, asks: bool) -> How<'_> {
    How {
        profile: &at.profile,
        lang,
        as_promised: asks && at.member.may(Right::Overbook),
    }
}

/// The page, with what was chosen, what is wrong with it, and the lines that did not go before.
pub fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (status, (form, errors, before)): (StatusCode, (&WriteForm, &Errors, Option<&str>)),
) -> Result {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let heading = t.imports_check();
    let moments = Moments::new(t, scene.at.profile.zone, scene.now);
    let reason = reason(ctx, scene, (form, errors));
    let boxes = boxes(ctx, scene, (form, errors));
    let labels: Vec<(String, String)> = reason
        .iter()
        .map(|field| (field.name.clone(), field.label.clone()))
        .collect();
    let labels = labels
        .iter()
        .map(|(name, label)| (name.as_str(), label.as_str()));
    let page = CheckPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t).naming(t, labels),
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        heading,
        back: LinkButton::back(t.imports_title(), parts::path(ctx, slug, "")),
        steps: parts::steps(ctx, slug, (scene.id, 3)),
        report: report::of(ctx, &moments, (&scene.plan, &scene.file), before),
        again: again(ctx, scene),
        form: (scene.plan.made() > 0).then(|| write(ctx, scene)),
        reason,
        boxes,
        submit: Submit {
            label: t.imports_write(scene.plan.made()),
            ..Submit::default()
        },
        discard: parts::discard(ctx, slug, scene.id),
        ctx,
    };
    match status {
        StatusCode::OK => ctx.html(&page),
        status => ctx.redraw(status, &page),
    }
}

/// What the button sends: how it was looked at, and what was seen.
fn write(ctx: &PageCtx, scene: &Scene) -> PostForm {
    let slug = scene.at.profile.slug.as_str();
    let mut post = PostForm::keyed(&ctx.csrf, parts::of(ctx, slug, scene.id, "/check"), &[]);
    let seen = mark(&scene.file.choices, &scene.plan);
    post.hidden.extend([
        ("promised".to_owned(), asked(scene.as_promised)),
        ("seen".to_owned(), seen),
        ("lines".to_owned(), report::lines(&scene.plan)),
    ]);
    post
}

/// As a form carries it.
fn asked(yes: bool) -> String {
    let word = if yes { "yes" } else { "" };
    word.to_owned()
}

/// Looking again: where something lies beside the hours, by those who may.
fn again(ctx: &PageCtx, scene: &Scene) -> Option<(String, ChoiceField, Submit)> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let is_beside = |why: &Why| matches!(why, Why::Refused(refusal) if is_of_hours(*refusal));
    let is_any = scene.plan.problems.iter().any(|(_, why)| is_beside(why));
    let may = scene.at.member.may(Right::Overbook);
    (may && (is_any || scene.as_promised)).then(|| {
        let field = ChoiceField {
            name: "promised".to_owned(),
            several: true,
            options: vec![Choice {
                value: "yes".to_owned(),
                label: t.imports_promised(),
                note: Some(t.imports_promised_note()),
                chosen: scene.as_promised,
                ..Choice::default()
            }],
            ..ChoiceField::default()
        };
        let submit = Submit {
            label: t.imports_again(),
            voice: Voice::Quiet,
            ..Submit::default()
        };
        (parts::of(ctx, slug, scene.id, "/check"), field, submit)
    })
}

fn reason(
    ctx: &PageCtx,
    scene: &Scene,
    (form, errors): (&WriteForm, &Errors),
) -> Option<TextField> {
    let complaint = errors.of("reason", ctx.t);
    (scene.plan.promised() > 0 || complaint.is_some()).then(|| TextField {
        name: "reason".to_owned(),
        label: ctx.t.imports_reason(),
        value: form.reason.clone(),
        hint: Some(ctx.t.imports_reason_hint()),
        complaint,
        ..TextField::default()
    })
}

fn boxes(ctx: &PageCtx, scene: &Scene, (form, errors): (&WriteForm, &Errors)) -> Vec<ChoiceField> {
    let t = ctx.t;
    let tick = |name: &str, (label, note): (String, String), chosen: bool| ChoiceField {
        name: name.to_owned(),
        several: true,
        options: vec![Choice {
            value: "yes".to_owned(),
            label,
            note: Some(note),
            chosen,
            ..Choice::default()
        }],
        complaint: errors.of(name, t),
        ..ChoiceField::default()
    };
    let (refused, reachable) = (scene.plan.refused(), scene.plan.reachable());
    let leave = (refused > 0).then(|| {
        let words = (t.imports_leave(refused), t.imports_leave_note());
        tick("leave", words, form.leave == "yes")
    });
    let tell = (reachable > 0).then(|| {
        let words = (t.imports_tell(reachable), t.imports_tell_note());
        tick("tell", words, form.tell == "yes")
    });
    [leave, tell].into_iter().flatten().collect()
}
