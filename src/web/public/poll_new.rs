//! Asking a group which of some times suits them: up to five real free times of a service, and what whoever asks is called.

use super::{checkout, frame};
use crate::{
    base::{
        ids::ServiceId,
        msg::Msg,
        text,
        time::{LocalDate, days_after, local, parse_date},
        token::Token,
    },
    db::{self, TenantTx},
    domain::{
        bookings::poll::{self, FEWEST, MOST, New},
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        scheduling::{
            availability::{self, Slot},
            largest,
            load::{self, By, Own},
            seek::Sought,
        },
    },
    web::{
        crowd,
        error::{Error, Result},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        gate::business,
        links,
        moments::{Moments, from_field, to_field},
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;

/// How the names of the boxes begin.
pub const BOX: &str = "at-";
/// The longest name.
pub const NAME: usize = 40;
/// So many business days are shown at once, and of each half-hour one time: a page is no heavier than a telephone bears.
const DAYS: u16 = 5;
const APART: u16 = 30;
/// No party that one asks about is larger, in a list of numbers.
const LARGEST: i16 = 20;

/// The page.
#[derive(Template)]
#[template(path = "public/poll_new.html")]
pub struct NewPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    errors: ErrorSummary,
    title: String,
    service: String,
    service_lang: Option<&'static str>,
    /// Which week, and for how many: a form of its own.
    look: PostForm,
    party: Option<SelectField>,
    from: TextField,
    show: Submit,
    form: PostForm,
    days: Vec<ChoiceField>,
    name: TextField,
    submit: Submit,
    back: LinkButton,
}

/// What is asked, in an address or in a form. Boxes have names of their own.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    service: String,
    #[serde(default)]
    party: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    key: String,
    #[serde(flatten)]
    boxes: HashMap<String, String>,
}

/// What the page reads.
struct Scene {
    profile: Profile,
    service: Service,
    party: i16,
    from: LocalDate,
    slots: Vec<Slot>,
    now: DateTime<Utc>,
}

/// The free times of a week, to choose from.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    query: Asked<Wish>,
) -> Result {
    let slug = path.into_inner().1;
    let business = business::visitor(&site, &ctx, &slug).await?.business;
    crowd::look(&site, &request, business).await?;
    let scene = read(&site, &ctx, &slug, &query.0).await?;
    ctx.html(&page(&ctx, &scene, (&query.0, &Errors::default())))
}

/// Asks.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    path: Path<(String, String)>,
    request: HttpRequest,
    form: Typed<Wish>,
) -> Result {
    let slug = path.into_inner().1;
    let wish = form.0;
    let scope = business::visitor(&site, &ctx, &slug).await?;
    crowd::hold(&site, &request, scope.business).await?;
    let scene = read(&site, &ctx, &slug, &wish).await?;
    if !checkout::hold::is_key(&wish.key) {
        return Err(Error::Unreadable);
    }
    ctx.stand_at(&links::poll_new(ctx.lang, &slug, scene.service.id));
    let mut errors = Errors::default();
    let Some((proposer, times)) = meant(&scene, &wish, &mut errors) else {
        let drawn = page(&ctx, &scene, (&wish, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let own = site.derived(&[b"poll", slug.as_bytes(), wish.key.as_bytes()]);
    let link = link(&site, &own);
    let there = links::poll(ctx.lang, &slug, &own.text());
    let (service, party) = (scene.service.id, scene.party);
    let asked = site.db.tenant(scope, move |tx| -> db::Result<()> {
        let new = New {
            service,
            party,
            proposer: &proposer,
            times: &times,
            own: &own,
            link: &link,
        };
        poll::ask(tx, &new)
    });
    asked.await?;
    ctx.see_other(&there)
}

/// The key of those who are asked, made from that of whoever asks.
pub fn link(site: &Site, own: &Token) -> Token {
    site.derived(&[b"poll link", &own.hash()])
}

/// The times of boxes that are ticked, in order.
pub fn ticked(boxes: &HashMap<String, String>) -> Vec<DateTime<Utc>> {
    let named = boxes.keys().filter_map(|name| name.strip_prefix(BOX));
    let mut times: Vec<DateTime<Utc>> = named.filter_map(from_field).collect();
    times.sort_unstable();
    times
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    wish: &Wish,
) -> std::result::Result<Scene, Error> {
    let id: ServiceId = wish.service.parse().map_err(|_no_key| Error::NotFound)?;
    let (party, from) = (wish.party.parse::<i16>().ok(), parse_date(&wish.from));
    let scope = business::visitor(site, ctx, slug).await?;
    let found = site.db.read(scope, move |tx| look(tx, id, (party, from)));
    let found: Option<Scene> = found.await?;
    found.ok_or(Error::NotFound)
}

/// What can be asked about: what guests book by themselves, with nothing that must be chosen first.
fn look(
    tx: &mut TenantTx<'_>,
    id: ServiceId,
    (party, from): (Option<i16>, Option<LocalDate>),
) -> db::Result<Option<Scene>> {
    let Some(profile) = profile::open_to_public(tx)?.filter(|one| one.settings.is_accepting) else {
        return Ok(None);
    };
    let found = service::find(tx, id)?;
    let Some(service) = found.filter(|one| one.lacking().next().is_none()) else {
        return Ok(None);
    };
    let service = largest::narrowed(tx, service, By::Guest)?;
    let now = tx.now();
    let today = local(profile.zone, now).date();
    let from = from.unwrap_or(today).clamp(today, days_after(today, 366));
    let (least, most) = (service.figures.party_min, service.figures.party_max);
    let party = party.unwrap_or(least).clamp(least, most.max(least));
    let sought = Sought {
        profile: &profile,
        service: &service,
        party,
        nominated: None,
        by: By::Guest,
        own: Own::None,
    };
    let input = load::input(tx, &sought.over(from, DAYS))?;
    let slots = availability::free_slots(&input);
    Ok(Some(Scene {
        profile,
        service,
        party,
        from,
        slots,
        now,
    }))
}

fn meant(scene: &Scene, wish: &Wish, errors: &mut Errors) -> Option<(String, Vec<DateTime<Utc>>)> {
    let times = ticked(&wish.boxes);
    let is_free = |time: &DateTime<Utc>| scene.slots.iter().any(|slot| slot.start == *time);
    if !(FEWEST..=MOST).contains(&times.len()) {
        errors.add("times", Msg::new("polls-times-count"));
    } else if !times.iter().all(is_free) {
        errors.add("times", Msg::new("polls-times-gone"));
    }
    let line = |typed: &str| text::line(typed, NAME);
    let missing = Msg::new("polls-name-required");
    let name = fields::required(errors, "name", &wish.name, line, missing);
    errors.is_empty().then_some(())?;
    Some((name?, times))
}

fn page<'a>(ctx: &'a PageCtx, scene: &Scene, (wish, errors): (&Wish, &Errors)) -> NewPage<'a> {
    let (t, slug) = (ctx.t, scene.profile.slug.as_str());
    let name = scene.service.name.written(ctx.lang);
    let title = t.polls_new_title();
    let key = match checkout::hold::is_key(&wish.key) {
        true => wish.key.clone(),
        false => Uuid::new_v4().simple().to_string(),
    };
    let hidden = |pairs: &[(&str, String)]| -> Vec<(String, String)> {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect()
    };
    let service = ("service", scene.service.id.to_string());
    NewPage {
        shop: frame::frame(ctx, &scene.profile),
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => title,
            false => t.ui_error_page_title(title),
        },
        service: name.text,
        service_lang: name.other_lang,
        look: PostForm {
            action: links::poll_new_form(ctx.lang, slug),
            hidden: hidden(std::slice::from_ref(&service)),
        },
        party: parties(ctx, scene),
        from: TextField {
            name: "from".to_owned(),
            label: t.polls_from(),
            value: scene.from.to_string(),
            entry: Entry::Date,
            ..TextField::default()
        },
        show: Submit {
            label: t.polls_show(),
            voice: Voice::Quiet,
            ..Submit::default()
        },
        form: PostForm {
            action: links::poll_new_form(ctx.lang, slug),
            hidden: hidden(&[
                ("key", key),
                service,
                ("party", scene.party.to_string()),
                ("from", scene.from.to_string()),
            ]),
        },
        days: days(ctx, scene, (&ticked(&wish.boxes), errors)),
        name: TextField {
            name: "name".to_owned(),
            label: t.polls_name(),
            value: wish.name.clone(),
            mark: Mark::required(t.ui_required()),
            hint: Some(t.polls_name_hint()),
            complaint: errors.of("name", t),
            ..TextField::default()
        },
        submit: Submit {
            label: t.polls_ask(),
            ..Submit::default()
        },
        back: back(ctx, scene),
        ctx,
    }
}

fn back(ctx: &PageCtx, scene: &Scene) -> LinkButton {
    let times = links::Times {
        service: Some(scene.service.id),
        party: Some(scene.party),
        ..links::Times::default()
    };
    LinkButton {
        label: ctx.t.ui_back(),
        url: links::times(ctx.lang, &scene.profile.slug, &times),
        voice: Voice::Text,
        ..LinkButton::default()
    }
}

fn parties(ctx: &PageCtx, scene: &Scene) -> Option<SelectField> {
    let figures = &scene.service.figures;
    let (least, most) = (figures.party_min, figures.party_max.min(LARGEST));
    (least < most).then(|| SelectField {
        name: "party".to_owned(),
        label: ctx.t.polls_party(),
        options: (least..=most)
            .map(|party| Choice {
                value: party.to_string(),
                label: ctx.t.people(party.into()),
                chosen: party == scene.party,
                ..Choice::default()
            })
            .collect(),
        ..SelectField::default()
    })
}

/// The free times, day by day; the first day carries what is wrong with the choice.
fn days(
    ctx: &PageCtx,
    scene: &Scene,
    (chosen, errors): (&[DateTime<Utc>], &Errors),
) -> Vec<ChoiceField> {
    let moments = Moments::new(ctx.t, scene.profile.zone, scene.now);
    let mut days: Vec<(LocalDate, Vec<Choice>)> = Vec::new();
    let mut shown = None;
    for slot in &scene.slots {
        let half = Some((slot.date, slot.minute.minutes() / APART));
        if half == shown && !chosen.contains(&slot.start) {
            continue;
        }
        shown = half;
        let choice = Choice {
            name: Some(format!("{BOX}{}", to_field(slot.start))),
            value: "yes".to_owned(),
            label: moments.clock(slot.start),
            chosen: chosen.contains(&slot.start),
            ..Choice::default()
        };
        match days.last_mut().filter(|(date, _)| *date == slot.date) {
            Some((_, choices)) => choices.push(choice),
            None => days.push((slot.date, vec![choice])),
        }
    }
    let each = days.into_iter().enumerate();
    each.map(|(index, (date, options))| ChoiceField {
        name: match index {
            0 => "times".to_owned(),
            _ => format!("times-{date}"),
        },
        legend: moments.day(date),
        several: true,
        side_by_side: true,
        options,
        complaint: errors.of("times", ctx.t).filter(|_| index == 0),
        ..ChoiceField::default()
    })
    .collect()
}
