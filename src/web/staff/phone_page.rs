//! The phone desk, drawn: who calls, what they had, the times as buttons.

use super::{
    callers::{self, Answer, Caller},
    free_times, new_fields,
    new_form::NewForm,
    phone::{PhoneQuery, Scene},
};
use crate::{
    domain::{bookings::cards, businesses::role::Right, scheduling::availability::Slot},
    web::{
        desk::{Desk, Room},
        error::Result,
        links::{self, Prefill},
        page::PageCtx,
        session::SignedIn,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            nav::Nav,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use askama::Template;

/// Free times, and the form that takes one of them.
pub struct Offer {
    /// The times.
    pub slots: Vec<Slot>,
    /// All else.
    pub form: NewForm,
}

/// The page.
#[derive(Template)]
#[template(path = "staff/phone.html")]
pub struct PhonePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    action: String,
    search: TextField,
    /// Whoever is new is taken by the form of a booking.
    fresh: Option<LinkButton>,
    found: Vec<LinkLine>,
    who: Option<Shown>,
    times: Option<Times>,
}

/// One of several who were found.
struct LinkLine {
    name: String,
    facts: Vec<String>,
    url: String,
}

/// Who calls, as words.
struct Shown {
    name: String,
    facts: Vec<String>,
    card: LinkButton,
    ahead: Vec<String>,
    visits: Vec<String>,
    customer: String,
    service: SelectField,
    staff: SelectField,
    date: TextField,
}

/// The times as buttons, by day.
struct Times {
    days: Vec<(String, Vec<PostButton>)>,
    other: LinkButton,
}

/// Draws it.
pub fn answer(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (asked, answer, offer): (&PhoneQuery, &Answer, Option<&Offer>),
) -> Result {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::New);
    let caller = match answer {
        Answer::Found(caller) => Some(caller),
        _ => None,
    };
    let found = match answer {
        Answer::Several(lines) => lines.iter().map(|line| link(ctx, scene, line)).collect(),
        _ => Vec::new(),
    };
    ctx.html(&PhonePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.desk_phone_title(),
        action: links::phone(ctx.lang, slug, None),
        search: TextField {
            name: "q".to_owned(),
            label: t.desk_phone_search(),
            value: asked.q.clone(),
            hint: Some(t.desk_phone_search_hint()),
            entry: Entry::Search,
            first: caller.is_none(),
            ..TextField::default()
        },
        fresh: caller.is_none().then(|| LinkButton {
            label: t.desk_phone_new(),
            url: links::new_booking(ctx.lang, slug, &Prefill::default()),
            voice: Voice::Text,
            ..LinkButton::default()
        }),
        found,
        who: caller.map(|caller| shown(ctx, scene, (asked, caller))),
        times: offer.map(|offer| times(ctx, scene, offer)),
        ctx,
    })
}

fn link(ctx: &PageCtx, scene: &Scene, line: &cards::Line) -> LinkLine {
    LinkLine {
        name: ctx.t.desk_guest(&line.name),
        facts: callers::line_facts(ctx, &scene.clock(ctx), line),
        url: links::phone(ctx.lang, &scene.at.profile.slug, Some(line.id)),
    }
}

fn shown(ctx: &PageCtx, scene: &Scene, (asked, caller): (&PhoneQuery, &Caller)) -> Shown {
    let clock = scene.clock(ctx);
    let line = |line| callers::booked_line(ctx, &clock, line);
    Shown {
        name: ctx.t.desk_guest(&caller.card.name),
        facts: caller.facts(ctx),
        card: caller.way(ctx, &scene.at.profile.slug),
        ahead: caller.ahead.iter().map(line).collect(),
        visits: caller.visits.iter().map(line).collect(),
        customer: caller.card.id.to_string(),
        service: service(ctx, scene, asked),
        staff: new_fields::staff(ctx, &asked.staff, &scene.resources),
        date: date(ctx, asked, scene),
    }
}

fn service(ctx: &PageCtx, scene: &Scene, asked: &PhoneQuery) -> SelectField {
    let form = NewForm {
        service: asked.service.clone(),
        ..NewForm::default()
    };
    new_fields::service(ctx, &form, &scene.services)
}

fn date(ctx: &PageCtx, asked: &PhoneQuery, scene: &Scene) -> TextField {
    TextField {
        name: "date".to_owned(),
        label: ctx.t.desk_phone_from(),
        value: match asked.date.as_str() {
            "" => scene.today.to_string(),
            date => date.to_owned(),
        },
        entry: Entry::Date,
        ..TextField::default()
    }
}

fn times(ctx: &PageCtx, scene: &Scene, offer: &Offer) -> Times {
    let (slug, form) = (scene.at.profile.slug.as_str(), &offer.form);
    let action = links::new_booking(ctx.lang, slug, &Prefill::default());
    let button = |slot: &Slot, time| form.at(&action, slot, time);
    let prefill = Prefill {
        customer: form.customer.parse().ok(),
        ..Prefill::default()
    };
    Times {
        days: free_times::by_day(&scene.clock(ctx), &offer.slots, button),
        other: LinkButton {
            label: ctx.t.desk_phone_other(),
            url: links::new_booking(ctx.lang, slug, &prefill),
            voice: Voice::Text,
            ..LinkButton::default()
        },
    }
}

/// The way to the phone desk, for whoever may do both halves of it.
pub fn way(ctx: &PageCtx, scene: (&str, &crate::web::gate::member::AtWork)) -> Option<LinkButton> {
    let (slug, at) = scene;
    let may = at.member.may(Right::CreateBookings) && at.member.may(Right::ReadCustomers);
    may.then(|| LinkButton {
        label: ctx.t.desk_phone_way(),
        url: links::phone(ctx.lang, slug, None),
        voice: Voice::Quiet,
        small: true,
        ..LinkButton::default()
    })
}
