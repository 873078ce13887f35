//! Which of their names is which of ours.

use super::{
    columns::{called as known, theirs},
    parts::{self, Group},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{ResourceId, ServiceId},
        msg::Msg,
        text::search_key,
    },
    domain::{
        bookings::import::{
            column::Column,
            near::nearest,
            waiting::{self, Choices, Service, Staff, Waiting},
        },
        catalog::service,
        scheduling::resource,
    },
    web::{
        error::{Error, Result},
        form::{Errors, typed::Typed},
        gate::member::AtWork,
        owner::answers::Answers,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::select_field::SelectField,
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use std::collections::BTreeMap;

/// The answer that leaves lines out.
const SKIP: &str = "skip";
/// The answer that leaves it to the shop who serves.
const ANYBODY: &str = "any";

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    file: Waiting,
    services: Vec<(ServiceId, Bilingual)>,
    staff: Vec<(ResourceId, Bilingual)>,
    their_services: Vec<String>,
    their_staff: Vec<String>,
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, &str),
) -> std::result::Result<Scene, Error> {
    let id = parts::key(id)?;
    let found = parts::look(site, ctx, signed_in, slug, move |tx| {
        let services = service::all(tx)?.into_iter();
        let staff = resource::all(tx)?.into_iter();
        Ok((
            waiting::find(tx, id)?,
            services.map(|one| (one.id, one.name)).collect::<Vec<_>>(),
            staff.map(|one| (one.id, one.name)).collect::<Vec<_>>(),
        ))
    });
    let (at, (file, services, staff)) = found.await?;
    let file = file.ok_or(Error::NotFound)?;
    let columns = &file.choices.columns;
    let their_services = theirs(&file, columns, Column::Service);
    let mut their_staff = theirs(&file, columns, Column::Staff);
    their_staff.remove("");
    Ok(Scene {
        their_services: their_services.into_iter().collect(),
        their_staff: their_staff.into_iter().collect(),
        at,
        file,
        services,
        staff,
    })
}

/// Asks.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, (&path.1, &path.2)).await?;
    if !scene.file.choices.has_columns {
        return ctx.see_other(&parts::of(&ctx, &path.1, scene.file.id, "/columns"));
    }
    let typed = answers(&scene);
    page(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// Keeps the answers, and goes on to what would come of it.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let scene = read(&site, &ctx, &signed_in, (&slug, &id)).await?;
    let mut errors = Errors::default();
    let choices = Choices {
        services: services(&scene, &typed, &mut errors),
        staff: staff(&scene, &typed, &mut errors),
        has_names: true,
        ..scene.file.choices.clone()
    };
    if !errors.is_empty() {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    }
    let id = scene.file.id;
    let kept = parts::enter(&site, &ctx, &signed_in, &slug, move |tx, _| {
        waiting::choose(tx, id, &choices)
    });
    match kept.await?? {
        true => ctx.see_other(&parts::of(&ctx, &slug, id, "/check")),
        false => Err(Error::NotFound),
    }
}

fn service_name(place: usize) -> String {
    format!("service-{place}")
}

fn staff_name(place: usize) -> String {
    format!("staff-{place}")
}

/// What was said or, at first, what the names make likely.
fn answers(scene: &Scene) -> Answers {
    let mut answers = Answers::default();
    let choices = &scene.file.choices;
    let called = |name: &Bilingual| [name.ja.clone(), name.en.clone()];
    let ours: Vec<[String; 2]> = scene
        .services
        .iter()
        .map(|(_, name)| called(name))
        .collect();
    let ours: Vec<[&str; 2]> = ours.iter().map(|[ja, en]| [ja.as_str(), en]).collect();
    for (place, theirs) in scene.their_services.iter().enumerate() {
        let only = (theirs.is_empty() && ours.len() == 1).then_some(0);
        let near = || nearest(theirs, &ours).or(only);
        let answer = match choices.services.get(theirs) {
            Some(Service::Ours(id)) => Some(id.to_string()),
            Some(Service::Skipped) => Some(SKIP.to_owned()),
            None => near().and_then(|at| Some(scene.services.get(at)?.0.to_string())),
        };
        answers.put(service_name(place), answer.unwrap_or_default());
    }
    let ours: Vec<[String; 2]> = scene.staff.iter().map(|(_, name)| called(name)).collect();
    let ours: Vec<[&str; 2]> = ours.iter().map(|[ja, en]| [ja.as_str(), en]).collect();
    let anybody = known("anybody");
    for (place, theirs) in scene.their_staff.iter().enumerate() {
        let answer = match choices.staff.get(theirs) {
            Some(Staff::Ours(id)) => Some(id.to_string()),
            Some(Staff::Skipped) => Some(SKIP.to_owned()),
            Some(Staff::Anybody) => Some(ANYBODY.to_owned()),
            None if anybody.contains(&search_key(theirs)) => Some(ANYBODY.to_owned()),
            None => nearest(theirs, &ours).and_then(|at| Some(scene.staff.get(at)?.0.to_string())),
        };
        answers.put(staff_name(place), answer.unwrap_or_default());
    }
    answers
}

fn services(scene: &Scene, typed: &Answers, errors: &mut Errors) -> BTreeMap<String, Service> {
    let mut chosen = BTreeMap::new();
    for (place, theirs) in scene.their_services.iter().enumerate() {
        let answer = typed.get(&service_name(place));
        let ours = scene.services.iter().map(|(id, _)| *id);
        let found = ours.into_iter().find(|id| id.to_string() == answer);
        match (answer, found) {
            (SKIP, _) => chosen.insert(theirs.clone(), Service::Skipped),
            (_, Some(id)) => chosen.insert(theirs.clone(), Service::Ours(id)),
            _ => {
                errors.add(service_name(place), Msg::new("imports-name-undecided"));
                None
            }
        };
    }
    chosen
}

fn staff(scene: &Scene, typed: &Answers, errors: &mut Errors) -> BTreeMap<String, Staff> {
    let mut chosen = BTreeMap::new();
    for (place, theirs) in scene.their_staff.iter().enumerate() {
        let answer = typed.get(&staff_name(place));
        let ours = scene.staff.iter().map(|(id, _)| *id);
        let found = ours.into_iter().find(|id| id.to_string() == answer);
        match (answer, found) {
            (SKIP, _) => chosen.insert(theirs.clone(), Staff::Skipped),
            (ANYBODY, _) => chosen.insert(theirs.clone(), Staff::Anybody),
            (_, Some(id)) => chosen.insert(theirs.clone(), Staff::Ours(id)),
            _ => {
                errors.add(staff_name(place), Msg::new("imports-name-undecided"));
                None
            }
        };
    }
    chosen
}

fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let t = ctx.t;
    let field = |name: String, label: String, options: Vec<(String, String)>| {
        let chosen = typed.get(&name).to_owned();
        let first = parts::choice("", t.imports_name_choose(), &chosen);
        let rest = options.into_iter();
        let rest = rest.map(|(value, label)| parts::choice(value, label, &chosen));
        SelectField {
            label,
            options: [first].into_iter().chain(rest).collect(),
            complaint: errors.of(&name, t),
            name,
            ..SelectField::default()
        }
    };
    let said = |id: String, name: &Bilingual| (id, name.text(ctx.lang).to_owned());
    let ours: Vec<(String, String)> = scene
        .services
        .iter()
        .map(|(id, name)| said(id.to_string(), name))
        .chain([(SKIP.to_owned(), t.imports_name_skip())])
        .collect();
    let each = scene.their_services.iter().enumerate();
    let services = each.map(|(place, theirs)| {
        let label = match theirs.as_str() {
            "" => t.imports_name_none(),
            theirs => t.imports_name_theirs(theirs),
        };
        field(service_name(place), label, ours.clone())
    });
    let people: Vec<(String, String)> = scene
        .staff
        .iter()
        .map(|(id, name)| said(id.to_string(), name))
        .chain([
            (ANYBODY.to_owned(), t.imports_name_anybody()),
            (SKIP.to_owned(), t.imports_name_skip()),
        ])
        .collect();
    let each = scene.their_staff.iter().enumerate();
    let staff = each.map(|(place, theirs)| {
        let label = t.imports_name_theirs(theirs);
        field(staff_name(place), label, people.clone())
    });
    let group = |heading: String, note: Option<String>, fields: Vec<SelectField>| Group {
        heading,
        note,
        fields,
    };
    let groups = [
        group(t.imports_names_services(), None, services.collect()),
        group(
            t.imports_names_staff(),
            Some(t.imports_names_staff_note()),
            staff.collect(),
        ),
    ];
    let groups = groups.into_iter().filter(|one| !one.fields.is_empty());
    let asked = (scene.file.id, 2);
    let all = (groups.collect(), errors.summary(t));
    let page = parts::step(ctx, (signed_in, &scene.at), asked, all);
    match errors.is_empty() {
        true => ctx.html(&page),
        false => ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page),
    }
}
