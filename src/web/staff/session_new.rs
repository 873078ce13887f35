//! A session on a single date, besides the timetable.

use super::{new_fields::parse_clock, session_move::complaint, sessions::RIGHT};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        msg::Msg,
        text,
        time::LocalDate,
    },
    db,
    domain::{
        bookings::session_change::{SessionError, add},
        catalog::service::{self, Service},
        scheduling::{
            class::{self, SessionKey},
            day_plan,
            resource::{self, Resource},
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit},
            choice_field::Choice,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The form.
#[derive(Template)]
#[template(path = "staff/session_new.html")]
pub struct NewPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    form: PostForm,
    service: SelectField,
    date: TextField,
    time: TextField,
    staff: Option<SelectField>,
    save: Submit,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typing {
    csrf: String,
    switch: String,
    service: String,
    date: String,
    time: String,
    staff: String,
}

/// What the form is drawn from.
struct Scene {
    at: AtWork,
    today: LocalDate,
    classes: Vec<(Service, Vec<ResourceId>)>,
    people: Vec<Resource>,
}

/// The form, as far as the address fills it in.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<Typing>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let mut form = query.0;
    if form.date.is_empty() {
        form.date = scene.today.to_string();
    }
    ctx.html(&page(&ctx, &signed_in, &scene, (&form, &Errors::default())))
}

/// Adds it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Typing>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let scene = read(&site, &ctx, &signed_in, &slug).await?;
    let mut errors = Errors::default();
    ctx.stand_at(&links::day(ctx.lang, &slug, None, "sessions/new"));
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &scene, (&form, &errors)));
    }
    let Some((key, with)) = meant(&scene, &form, &mut errors) else {
        let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let wish = (slug.as_str(), RIGHT);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, at| {
        add(tx, &at.profile, &key, with)
    });
    match done.await? {
        Ok(()) => {
            let there = (key.service, key.date, key.wall);
            let there = links::session(ctx.lang, &slug, there, "");
            Ok(flash::say(ctx.see_other(&there)?, Said::SessionAdded))
        }
        Err(SessionError::Unknown) => Err(Error::NotFound),
        Err(SessionError::Db(error)) => Err(error.into()),
        Err(refusal) => {
            let (field, msg) = complaint(refusal);
            errors.add(field, msg);
            let drawn = page(&ctx, &signed_in, &scene, (&form, &errors));
            ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
        }
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        |tx, at| -> db::Result<Scene> {
            let known = class::services(tx)?;
            let roster = resource::roster(tx)?;
            let mut classes = Vec::new();
            for service in service::all(tx)? {
                if known.contains(&service.id) {
                    let links = roster.links_of(&service).into_iter();
                    let tied: Vec<ResourceId> = links.map(|link| link.resource).collect();
                    classes.push((service, tied));
                }
            }
            let people = roster.resources.iter().filter(|one| one.kind.is_person());
            Ok(Scene {
                at: at.clone(),
                today: day_plan::today(tx, at.profile.zone)?,
                people: people.cloned().collect(),
                classes,
            })
        },
    );
    Ok(found.await??)
}

fn meant(
    scene: &Scene,
    form: &Typing,
    errors: &mut Errors,
) -> Option<(SessionKey, Option<ResourceId>)> {
    let id: Option<ServiceId> = form.service.parse().ok();
    let class = scene.classes.iter().find(|(one, _)| Some(one.id) == id);
    if class.is_none() {
        errors.add("service", Msg::new("classes-class-required"));
    }
    let date = match text::is_blank(&form.date) {
        true => {
            errors.add("date", Msg::new("form-date-required"));
            None
        }
        false => fields::date(errors, "date", &form.date),
    };
    let wall = parse_clock(errors, "time", &form.time);
    let chosen: Option<ResourceId> = form.staff.parse().ok();
    let gives = |id: &ResourceId| class.is_some_and(|(_, tied)| tied.contains(id));
    let with = chosen.filter(gives);
    if class.is_some() && with.is_none() && !form.staff.is_empty() {
        errors.add("staff", Msg::new("classes-teacher-other"));
    }
    errors.is_empty().then_some(())?;
    let key = SessionKey {
        service: class?.0.id,
        date: date?,
        wall: wall?,
    };
    Some((key, with))
}

/// Who gives it: whoever gives the class, or one of them. Nothing is asked where there is nobody to choose.
pub fn teachers(
    ctx: &PageCtx,
    people: &[Resource],
    chosen: &str,
    errors: &Errors,
) -> Option<SelectField> {
    let t = ctx.t;
    let usual = Choice {
        label: t.classes_teacher_usual(),
        ..Choice::default()
    };
    let each = people.iter().map(|one| Choice {
        value: one.id.to_string(),
        label: one.name.text(ctx.lang).to_owned(),
        chosen: one.id.to_string() == chosen,
        ..Choice::default()
    });
    (!people.is_empty()).then(|| SelectField {
        name: "staff".to_owned(),
        label: t.classes_teacher(),
        options: std::iter::once(usual).chain(each).collect(),
        mark: Mark::optional(t.ui_optional()),
        complaint: errors.of("staff", t),
        ..SelectField::default()
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (form, errors): (&Typing, &Errors),
) -> NewPage<'a> {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        mark: Mark::required(t.ui_required()),
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    let title = t.classes_add();
    NewPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => title,
            false => t.ui_error_page_title(title),
        },
        back: LinkButton::back(
            t.classes_title(),
            links::day(ctx.lang, slug, form.date.parse().ok(), "sessions"),
        ),
        form: PostForm::keyed(
            &ctx.csrf,
            links::day(ctx.lang, slug, None, "sessions/new"),
            &[],
        ),
        service: SelectField {
            name: "service".to_owned(),
            label: t.classes_class(),
            options: classes(ctx, scene, &form.service),
            mark: Mark::required(t.ui_required()),
            complaint: errors.of("service", t),
            ..SelectField::default()
        },
        date: field("date", t.classes_date(), &form.date, Entry::Date),
        time: field("time", t.classes_time(), &form.time, Entry::Time),
        staff: teachers(ctx, &scene.people, &form.staff, errors),
        save: Submit {
            label: t.classes_add_submit(),
            ..Submit::default()
        },
        ctx,
    }
}

fn classes(ctx: &PageCtx, scene: &Scene, chosen: &str) -> Vec<Choice> {
    let none = Choice {
        label: ctx.t.classes_choose(),
        ..Choice::default()
    };
    let each = scene.classes.iter().map(|(one, _)| Choice {
        value: one.id.to_string(),
        label: one.name.text(ctx.lang).to_owned(),
        chosen: one.id.to_string() == chosen,
        ..Choice::default()
    });
    std::iter::once(none).chain(each).collect()
}
