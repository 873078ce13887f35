//! One entry: a new one, or one that is mended, deleted or had back.

use super::{
    WRITE,
    answers::Answers,
    at as chart_at, card, entry_at, form, keys,
    posted::{newer, posted},
    view::Reading,
    words,
};
use crate::{
    base::{
        ids::{BookingId, ChartEntryId, CustomerId},
        msg::Msg,
        time::local,
    },
    db::{self, EditError},
    domain::{
        bookings::{
            chart::{self, Draft, Entry},
            chart_headings::{self, Headings},
        },
        customers::card::{Card, CardError},
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        gate::member::{self, AtWork},
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            error_summary::ErrorSummary,
            field::Field,
            frame::ShopFrame,
            nav::Nav,
            newer::Newer,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/chart_form.html")]
struct EntryPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    form: PostForm,
    fields: Vec<Field>,
    newer: Option<Newer>,
    save: Submit,
    photos: Submit,
    delete: Option<PostButton>,
}

/// What the page is drawn from.
pub(super) struct Scene {
    pub at: AtWork,
    pub card: Card,
    /// The entry, where it is not a new one.
    pub known: Option<Entry>,
    /// The booking of a new one.
    pub booking: Option<BookingId>,
    pub headings: Vec<String>,
    begins: Draft,
    now: DateTime<Utc>,
}

/// The form of a new one; `booking` names the visit it is about.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    asked: Asked<Answers>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let customer = words::key(&path.2)?;
    let booking = asked.0.get("booking").parse().ok();
    let place = (path.1.as_str(), customer, None);
    let scene = read(&site, &ctx, &signed_in, place, booking).await?;
    let typed = form::answers(&scene.begins, &scene.headings);
    draw(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// Writes one, and leads to the chart or to where photographs are put to it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, customer) = (path.1.as_str(), words::key(&path.2)?);
    let booking: Option<BookingId> = typed.get("booking").parse().ok();
    let place = (slug, customer, None);
    let scene = read(&site, &ctx, &signed_in, place, booking).await?;
    let mut errors = Errors::default();
    ctx.stand_at(&chart_at(&ctx, slug, customer, "/new"));
    let Some(draft) = meant(&typed, &mut errors) else {
        return draw(&ctx, &signed_in, &scene, (&typed, &errors));
    };
    let wish = (slug, &WRITE[..]);
    let added = member::enter_with(&site, &ctx, &signed_in, wish, move |tx, _| {
        chart::add(tx, (customer, booking), &draft)
    });
    match added.await? {
        Ok(id) => {
            let there = onward(&ctx, slug, (customer, id), &typed);
            Ok(flash::say(ctx.see_other(&there)?, Said::ChartWritten))
        }
        Err(CardError::Db(error)) => Err(error.into()),
        Err(CardError::Unknown | CardError::Erased | CardError::Stale) => Err(Error::NotFound),
    }
}

/// The form with what is kept.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (customer, entry) = keys(&path.2, &path.3)?;
    let place = (path.1.as_str(), customer, Some(entry));
    let scene = read(&site, &ctx, &signed_in, place, None).await?;
    let draft = scene.known.as_ref().map(|entry| &entry.draft);
    let typed = form::answers(draft.unwrap_or(&scene.begins), &scene.headings);
    draw(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// Writes it anew; where somebody else was first, both are shown.
pub async fn update(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, both) = (path.1.as_str(), keys(&path.2, &path.3)?);
    let place = (slug, both.0, Some(both.1));
    let scene = read(&site, &ctx, &signed_in, place, None).await?;
    let mut errors = Errors::default();
    ctx.stand_at(&entry_at(&ctx, slug, both, ""));
    let Some(draft) = meant(&typed, &mut errors) else {
        return draw(&ctx, &signed_in, &scene, (&typed, &errors));
    };
    let version = typed
        .get("version")
        .parse()
        .map_err(|_no| Error::Unreadable)?;
    let wish = (slug, &WRITE[..]);
    let saved = member::enter_with(&site, &ctx, &signed_in, wish, move |tx, _| {
        chart::save(tx, both, &draft, version)
    });
    match saved.await? {
        Ok(()) => {
            let there = onward(&ctx, slug, both, &typed);
            Ok(flash::say(ctx.see_other(&there)?, Said::ChartWritten))
        }
        Err(EditError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = read(&site, &ctx, &signed_in, place, None).await?;
            draw(&ctx, &signed_in, &newest, (&typed, &errors))
        }
        Err(error) => Err(error.into()),
    }
}

/// Deletes it, or has it back.
pub async fn settle(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    signed_in.sent(form.0.get("csrf"))?;
    let (slug, both) = (path.1.as_str(), keys(&path.2, &path.3)?);
    let (is_kept, said) = match form.0.get("to") {
        "delete" => (false, Said::ChartRemoved),
        "restore" => (true, Said::ChartRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug, &WRITE[..]);
    let done = member::enter_with(&site, &ctx, &signed_in, wish, move |tx, _| {
        chart::keep(tx, both, is_kept)
    });
    done.await??;
    let there = chart_at(&ctx, slug, both.0, "");
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// What the boxes mean; nothing where there are complaints, or only the language is to be another.
fn meant(typed: &Answers, errors: &mut Errors) -> Option<Draft> {
    match typed.has("switch") {
        true => None,
        false => form::parse(typed, errors),
    }
}

/// Where one is led who has saved.
fn onward(ctx: &PageCtx, slug: &str, both: (CustomerId, ChartEntryId), typed: &Answers) -> String {
    match typed.get("then") {
        "photos" => entry_at(ctx, slug, both, "/photos"),
        _ => chart_at(ctx, slug, both.0, ""),
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, customer, entry): (&str, CustomerId, Option<ChartEntryId>),
    booking: Option<BookingId>,
) -> std::result::Result<Scene, Error> {
    let found = member::look_with(site, ctx, signed_in, (slug, &WRITE), move |tx, at| {
        let Some(card) = card(tx, customer)? else {
            return Ok(None);
        };
        let known = match entry {
            Some(entry) => match chart::find(tx, (customer, entry))? {
                None => return Ok(None),
                known => known,
            },
            None => None,
        };
        let visit = match booking {
            Some(booking) => chart::visit(tx, customer, booking)?.map(|date| (booking, date)),
            None => None,
        };
        let now = tx.now();
        let today = local(at.profile.zone, now).date();
        let own = chart_headings::own(tx)?;
        db::Result::Ok(Some(Scene {
            headings: own.0,
            at: at.clone(),
            card,
            known,
            booking: visit.map(|(booking, _)| booking),
            begins: Draft {
                date: visit.map_or(today, |(_, date)| date),
                parts: Vec::new(),
            },
            now,
        }))
    });
    let scene = found.await??.ok_or(Error::NotFound)?;
    Ok(Scene {
        headings: form::headings(ctx, &scene.at, &Headings(scene.headings)),
        ..scene
    })
}

fn draw(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let is_stale = errors.of("", ctx.t).is_some();
    let page = page(ctx, signed_in, scene, (typed, errors));
    match (is_stale, errors.is_empty()) {
        (true, _) => ctx.redraw(StatusCode::CONFLICT, &page),
        (false, false) => ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page),
        (false, true) => ctx.html(&page),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> EntryPage<'a> {
    let (t, at, customer) = (ctx.t, &scene.at, scene.card.id);
    let slug = at.profile.slug.as_str();
    let desk = Desk::of(ctx, signed_in, at, Room::Customers);
    let moments = Moments::new(t, at.profile.zone, scene.now);
    let reading = Reading {
        ctx,
        at,
        customer,
        moments: &moments,
    };
    let heading = match &scene.known {
        None => t.chart_new(words::guest(ctx, &scene.card.name)),
        Some(entry) => t.chart_of_day(moments.day(entry.draft.date)),
    };
    let boxes = form::boxes(ctx, at, (typed, errors));
    let newer = newer(ctx, scene, (typed, errors));
    let named = boxes.fields.iter().map(Field::called);
    let known = scene.known.iter().flat_map(|entry| &entry.photos);
    let count = known.filter(|photo| photo.deleted_at.is_none()).count();
    EntryPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t).naming(t, named),
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        heading,
        back: LinkButton::back(t.chart_name(), chart_at(ctx, slug, customer, "")),
        form: posted(ctx, scene, (typed, errors)),
        fields: boxes.fields,
        save: Submit {
            label: match newer {
                Some(_) => t.ui_newer_overwrite(),
                None => t.owner_sheet_save(),
            },
            ..Submit::default()
        },
        newer,
        photos: Submit {
            label: t.chart_photos_to(count),
            voice: Voice::Quiet,
            answer: Some(("then".to_owned(), "photos".to_owned())),
            ..Submit::default()
        },
        delete: scene
            .known
            .as_ref()
            .map(|entry| reading.button(entry, (t.chart_delete(), "delete"))),
        ctx,
    }
}
