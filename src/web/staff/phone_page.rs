//! The phone desk, drawn: who calls, what they had, the times as buttons.

use super::{
    new_fields,
    new_form::NewForm,
    phone::{PhoneForm, Scene},
};
use crate::{
    base::ids::CustomerId,
    domain::{
        bookings::{card::Line, cards, last_time::LastTime},
        businesses::role::Right,
        scheduling::availability::Slot,
    },
    web::{
        desk::{Desk, Room},
        error::Result,
        links::{self, Prefill},
        page::PageCtx,
        session::SignedIn,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use askama::Template;

/// Who calls.
pub struct Caller {
    /// Their card.
    pub id: CustomerId,
    /// As it is shown.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// E.164, for whoever may see it.
    pub phone: Option<String>,
    /// Times they did not come.
    pub no_shows: i32,
    /// Whether they cannot book online.
    pub is_blocked: bool,
    /// What they have booked.
    pub ahead: Vec<Line>,
    /// Their last visits.
    pub visits: Vec<Line>,
    /// What they had the last time.
    pub last: Option<LastTime>,
}

/// Free times, and the form that takes one of them.
pub struct Offer {
    /// The times.
    pub slots: Vec<Slot>,
    /// Whether they ask for the person.
    pub is_nominated: bool,
    /// All else.
    pub form: NewForm,
}

/// What came of what was typed.
pub enum Answer {
    /// Nothing was.
    Nothing,
    /// Nobody fits.
    Nobody,
    /// More than one does.
    Several(Vec<cards::Line>),
    /// One does.
    Found(Box<Caller>),
    /// Somebody new.
    New,
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
    nobody: bool,
    found: Vec<LinkLine>,
    who: Option<Shown>,
    times: Option<Times>,
    fresh: Option<Fresh>,
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

/// The form of somebody new.
struct Fresh {
    form: PostForm,
    kana: TextField,
    phone: TextField,
    service: SelectField,
    staff: SelectField,
    date: TextField,
    submit: Submit,
}

/// Draws it.
pub fn answer(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (asked, answer, offer): (&PhoneForm, &Answer, Option<&Offer>),
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
    let is_new = matches!(answer, Answer::Nobody | Answer::New);
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
            first: caller.is_none() && !is_new,
            ..TextField::default()
        },
        nobody: matches!(answer, Answer::Nobody),
        found,
        who: caller.map(|caller| shown(ctx, scene, (asked, caller))),
        times: offer.map(|offer| times(ctx, scene, offer)),
        fresh: is_new.then(|| fresh(ctx, scene, asked)),
        ctx,
    })
}

fn link(ctx: &PageCtx, scene: &Scene, line: &cards::Line) -> LinkLine {
    let t = ctx.t;
    let (family, given) = &line.kana;
    let mut facts = vec![format!("{family} {given}").trim().to_owned()];
    facts.extend(line.phone.as_deref().map(|phone| t.phone(phone)));
    let clock = scene.clock(ctx);
    facts.extend(
        line.last_visit
            .map(|date| t.desk_phone_last(clock.day(date))),
    );
    facts.retain(|fact| !fact.is_empty());
    LinkLine {
        name: t.desk_guest(&line.name),
        facts,
        url: links::phone(ctx.lang, &scene.at.profile.slug, Some(line.id)),
    }
}

fn shown(ctx: &PageCtx, scene: &Scene, (asked, caller): (&PhoneForm, &Caller)) -> Shown {
    let (t, clock) = (ctx.t, scene.clock(ctx));
    let mut facts = vec![caller.kana.clone()];
    facts.extend(caller.phone.as_deref().map(|phone| t.phone(phone)));
    facts.extend((caller.no_shows > 0).then(|| t.desk_tag_no_shows(caller.no_shows)));
    facts.extend(caller.is_blocked.then(|| t.desk_blocked_title()));
    facts.retain(|fact| !fact.is_empty());
    let line = |line: &Line| {
        let when = clock.when(line.date, line.start, line.end);
        let parts = [
            when,
            line.service().text(ctx.lang).to_owned(),
            line.with().text(ctx.lang).to_owned(),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    };
    let below = format!("customers/{}", caller.id);
    Shown {
        name: t.desk_guest(&caller.name),
        facts,
        card: LinkButton {
            label: t.desk_customer_card(),
            url: links::owner(ctx.lang, &scene.at.profile.slug, &below),
            voice: Voice::Text,
            small: true,
            ..LinkButton::default()
        },
        ahead: caller.ahead.iter().map(line).collect(),
        visits: caller.visits.iter().map(line).collect(),
        customer: caller.id.to_string(),
        service: service(ctx, scene, asked),
        staff: new_fields::staff(ctx, &asked.staff, &scene.resources),
        date: date(ctx, asked, scene),
    }
}

fn service(ctx: &PageCtx, scene: &Scene, asked: &PhoneForm) -> SelectField {
    let form = NewForm {
        service: asked.service.clone(),
        ..NewForm::default()
    };
    new_fields::service(ctx, &form, &scene.services)
}

fn date(ctx: &PageCtx, asked: &PhoneForm, scene: &Scene) -> TextField {
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
    let (slug, clock) = (scene.at.profile.slug.as_str(), scene.clock(ctx));
    let action = links::new_booking(ctx.lang, slug, &Prefill::default());
    let form = NewForm {
        nominated: if offer.is_nominated { "yes" } else { "" }.to_owned(),
        ..offer.form.clone()
    };
    let mut days: Vec<(String, Vec<PostButton>)> = Vec::new();
    for slot in &offer.slots {
        let day = clock.day(slot.date);
        let time = ctx.t.wall_time(u32::from(slot.minute.minutes()));
        let button = form.at(&action, slot, time);
        match days.last_mut().filter(|(known, _)| *known == day) {
            Some((_, buttons)) => buttons.push(button),
            None => days.push((day, vec![button])),
        }
    }
    let prefill = Prefill {
        customer: form.customer.parse().ok(),
        ..Prefill::default()
    };
    Times {
        days,
        other: LinkButton {
            label: ctx.t.desk_phone_other(),
            url: links::new_booking(ctx.lang, slug, &prefill),
            voice: Voice::Text,
            ..LinkButton::default()
        },
    }
}

/// Kana and a number are enough; what was typed is put where it belongs.
fn fresh(ctx: &PageCtx, scene: &Scene, asked: &PhoneForm) -> Fresh {
    let t = ctx.t;
    let is_number = asked.q.chars().any(|letter| letter.is_numeric());
    let or_typed = |own: &str, fits: bool| match (own, fits) {
        ("", true) => asked.q.clone(),
        (own, _) => own.to_owned(),
    };
    Fresh {
        form: PostForm {
            action: links::phone(ctx.lang, &scene.at.profile.slug, None),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        kana: TextField {
            name: "kana".to_owned(),
            label: t.desk_phone_kana(),
            value: or_typed(&asked.kana, !is_number),
            entry: Entry::Kana,
            first: asked.service.is_empty(),
            ..TextField::default()
        },
        phone: TextField {
            name: "phone".to_owned(),
            label: t.desk_phone(),
            value: or_typed(&asked.phone, is_number && asked.q.len() >= 10),
            entry: Entry::Phone,
            ..TextField::default()
        },
        service: service(ctx, scene, asked),
        staff: new_fields::staff(ctx, &asked.staff, &scene.resources),
        date: date(ctx, asked, scene),
        submit: Submit {
            label: t.desk_phone_times(),
            ..Submit::default()
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
