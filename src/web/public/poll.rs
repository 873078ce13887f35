//! A question to a group: those who are asked say what suits them; whoever asked sees who can when, and books the time they choose
//! like everybody else. The times are nobody's meanwhile, and the page says so.

use super::{
    frame,
    poll_new::{BOX, NAME, link, ticked},
    wish::{self, Wish},
};
use crate::{
    base::{msg::Msg, text, token::Token},
    db::{self, TenantTx},
    domain::{
        bookings::poll::{self, Answer, Poll},
        businesses::profile::{self, Profile},
        catalog::service::{self, Service},
        scheduling::{
            availability::{self, Input, Slot},
            load::{self, By, Own},
            seek::Sought,
        },
    },
    web::{
        crowd,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        gate::business,
        links,
        moments::{Moments, to_field},
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            mark::Mark,
            post_form::PostForm,
            text_field::TextField,
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

/// The page.
#[derive(Template)]
#[template(path = "public/poll.html")]
pub struct PollPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    errors: ErrorSummary,
    title: String,
    heading: String,
    service: String,
    service_lang: Option<&'static str>,
    lead: String,
    /// The address for the others, for whoever asked.
    share: Option<String>,
    rows: Vec<Row>,
    /// Booking one of them, for whoever asked.
    book: PostForm,
    answer: Option<AnswerForm>,
    end: Option<PostButton>,
}

/// One of the times.
pub struct Row {
    when: String,
    count: String,
    names: String,
    /// Whether it is taken by now, or over.
    gone: Option<String>,
    /// The value of `start`, where whoever asked can book it.
    start: Option<String>,
    label: String,
}

/// What suits somebody.
pub struct AnswerForm {
    form: PostForm,
    times: ChoiceField,
    name: TextField,
    submit: Submit,
}

/// What is sent. Boxes have names of their own.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Typing {
    #[serde(default)]
    name: String,
    #[serde(flatten)]
    boxes: HashMap<String, String>,
}

/// What the page reads.
struct Scene {
    profile: Profile,
    service: Service,
    poll: Poll,
    answers: Vec<Answer>,
    /// The times that are free as things stand.
    free: Vec<DateTime<Utc>>,
    now: DateTime<Utc>,
}

/// The question.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String, String)>,
    request: HttpRequest,
) -> Result {
    let (_, slug, token) = path.into_inner();
    let key = Token::parse(&token).ok_or(Error::NotFound)?;
    // Each of its times is asked for anew.
    let business = business::visitor(&site, &ctx, &slug).await?.business;
    crowd::look(&site, &request, business).await?;
    let scene = read(&site, &ctx, &slug, &key).await?;
    let typed = (&Typing::default(), &Errors::default());
    ctx.html(&page(&ctx, &site, (&scene, &key), typed))
}

/// Somebody says what suits them.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String, String)>,
    request: HttpRequest,
    form: Typed<Typing>,
) -> Result {
    let (_, slug, token) = path.into_inner();
    let key = Token::parse(&token).ok_or(Error::NotFound)?;
    let typed = form.0;
    let business = business::visitor(&site, &ctx, &slug).await?.business;
    crowd::look(&site, &request, business).await?;
    let scene = read(&site, &ctx, &slug, &key).await?;
    let mut errors = Errors::default();
    let line = |typed: &str| text::line(typed, NAME);
    let missing = Msg::new("polls-name-required");
    let name = fields::required(&mut errors, "name", &typed.name, line, missing);
    let Some(name) = name else {
        let drawn = page(&ctx, &site, (&scene, &key), (&typed, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let mut suits = ticked(&typed.boxes);
    suits.retain(|time| scene.poll.times.contains(time));
    let scope = business::visitor(&site, &ctx, &slug).await?;
    let id = scene.poll.id;
    let written = site.db.tenant(scope, move |tx| -> db::Result<bool> {
        poll::answer(tx, id, (&name, &suits))
    });
    if !written.await? {
        errors.add("", Msg::new("polls-full"));
        let drawn = page(&ctx, &site, (&scene, &key), (&typed, &errors));
        return ctx.redraw(StatusCode::CONFLICT, &drawn);
    }
    let there = links::poll(ctx.lang, &slug, &token);
    Ok(flash::say(ctx.see_other(&there)?, Said::PollAnswered))
}

/// Whoever asked takes it back, with all answers.
pub async fn end(site: Data<Site>, ctx: PageCtx, path: Path<(String, String, String)>) -> Result {
    let (_, slug, token) = path.into_inner();
    let key = Token::parse(&token).ok_or(Error::NotFound)?;
    let scope = business::visitor(&site, &ctx, &slug).await?;
    let ended = site.db.tenant(scope, move |tx| -> db::Result<bool> {
        let Some(poll) = poll::find(tx, &key)?.filter(|poll| poll.is_own) else {
            return Ok(false);
        };
        poll::end(tx, poll.id)?;
        Ok(true)
    });
    if !ended.await? {
        return Err(Error::NotFound);
    }
    let shop = links::business(ctx.lang, &slug);
    Ok(flash::say(ctx.see_other(&shop)?, Said::PollEnded))
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    slug: &str,
    key: &Token,
) -> std::result::Result<Scene, Error> {
    let (key, scope) = (key.clone(), business::visitor(site, ctx, slug).await?);
    let found = site.db.read(scope, move |tx| look(tx, &key));
    let found: Option<Scene> = found.await?;
    found.ok_or(Error::NotFound)
}

fn look(tx: &mut TenantTx<'_>, key: &Token) -> db::Result<Option<Scene>> {
    let Some(profile) = profile::open_to_public(tx)? else {
        return Ok(None);
    };
    let Some(poll) = poll::find(tx, key)? else {
        return Ok(None);
    };
    let Some(service) = service::find(tx, poll.service)? else {
        return Ok(None);
    };
    let mut free = Vec::new();
    for time in &poll.times {
        let sought = Sought {
            profile: &profile,
            service: &service,
            party: poll.party,
            nominated: None,
            by: By::Guest,
            own: Own::None,
        };
        let (from, days) = Input::window(profile.zone, *time);
        let slots: Vec<Slot> =
            availability::free_slots(&load::input(tx, &sought.over(from, days))?);
        free.extend(
            slots
                .iter()
                .map(|slot| slot.start)
                .filter(|start| start == time),
        );
    }
    Ok(Some(Scene {
        answers: poll::answers(tx, poll.id)?,
        now: tx.now(),
        profile,
        service,
        poll,
        free,
    }))
}

/// The way to asking a group, from the times of a service: where nothing must be chosen first.
pub(super) fn way(ctx: &PageCtx, slug: &str, service: &Service) -> Option<LinkButton> {
    let is_plain = !service.groups.iter().any(|group| group.is_required);
    is_plain.then(|| LinkButton {
        label: ctx.t.polls_way(),
        url: links::poll_new(ctx.lang, slug, service.id),
        voice: Voice::Text,
        ..LinkButton::default()
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    site: &Site,
    (scene, key): (&Scene, &Token),
    (typed, errors): (&Typing, &Errors),
) -> PollPage<'a> {
    let (t, slug) = (ctx.t, scene.profile.slug.as_str());
    let name = scene.service.name.written(ctx.lang);
    let is_own = scene.poll.is_own;
    let title = t.polls_title(&scene.poll.proposer);
    let share = is_own.then(|| {
        let link = link(site, key);
        ctx.whole(&links::poll(ctx.lang, slug, &link.text()))
    });
    let (id, party) = (scene.service.id, scene.poll.party);
    let chosen = Wish::near(ctx.lang, id, party, scene.now);
    let hold = Uuid::new_v4().simple().to_string();
    let times = scene.poll.times.iter();
    PollPage {
        shop: frame::frame(ctx, &scene.profile),
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => title.clone(),
            false => t.ui_error_page_title(&title),
        },
        heading: title,
        service: name.text,
        service_lang: name.other_lang,
        lead: match is_own {
            true => t.polls_own_lead(),
            false => t.polls_lead(&scene.poll.proposer),
        },
        share,
        rows: times.map(|time| row(ctx, scene, *time)).collect(),
        book: wish::form(ctx, slug, &chosen, &hold),
        answer: (!is_own).then(|| answer_form(ctx, (scene, key), (typed, errors))),
        end: is_own.then(|| PostButton {
            label: t.polls_end(),
            form: PostForm {
                action: links::poll_end(ctx.lang, slug, &key.text()),
                hidden: Vec::new(),
            },
            voice: Voice::DangerQuiet,
            ..PostButton::default()
        }),
        ctx,
    }
}

fn row(ctx: &PageCtx, scene: &Scene, time: DateTime<Utc>) -> Row {
    let t = ctx.t;
    let moments = Moments::new(t, scene.profile.zone, scene.now);
    let able = scene.answers.iter().filter(|one| one.suits.contains(&time));
    let names: Vec<&str> = able.map(|one| one.name.as_str()).collect();
    let is_free = scene.free.contains(&time);
    let when = moments.moment(time);
    Row {
        count: match scene.answers.len() {
            0 => t.polls_can_nobody(),
            all => t.polls_can(all, names.len()),
        },
        names: names.join(t.polls_between().as_str()),
        gone: match (time <= scene.now, is_free) {
            (true, _) => Some(t.polls_over()),
            (false, false) => Some(t.polls_gone()),
            (false, true) => None,
        },
        start: (scene.poll.is_own && is_free).then(|| to_field(time)),
        label: t.polls_book(&when),
        when,
    }
}

fn answer_form(
    ctx: &PageCtx,
    (scene, key): (&Scene, &Token),
    (typed, errors): (&Typing, &Errors),
) -> AnswerForm {
    let t = ctx.t;
    let moments = Moments::new(t, scene.profile.zone, scene.now);
    let chosen = ticked(&typed.boxes);
    let ahead = scene.poll.times.iter().filter(|time| **time > scene.now);
    let options = ahead.map(|time| Choice {
        name: Some(format!("{BOX}{}", to_field(*time))),
        value: "yes".to_owned(),
        label: moments.moment(*time),
        chosen: chosen.contains(time),
        ..Choice::default()
    });
    AnswerForm {
        form: PostForm {
            action: links::poll(ctx.lang, &scene.profile.slug, &key.text()),
            hidden: Vec::new(),
        },
        times: ChoiceField {
            name: "times".to_owned(),
            legend: t.polls_suits(),
            several: true,
            hint: Some(t.polls_suits_hint()),
            options: options.collect(),
            ..ChoiceField::default()
        },
        name: TextField {
            name: "name".to_owned(),
            label: t.polls_name(),
            value: typed.name.clone(),
            mark: Mark::required(t.ui_required()),
            hint: Some(t.polls_answer_name_hint()),
            complaint: errors.of("name", t),
            ..TextField::default()
        },
        submit: Submit {
            label: t.polls_answer(),
            ..Submit::default()
        },
    }
}
