//! The page of who is suddenly off: who and from when, a card for each of their bookings with what could become of it, and what
//! their guests say.

use super::{
    absence::Scene,
    absence_answers,
    absence_form::{AbsenceForm, AbsenceQuery, WAYS, Who, named, written_seen},
    block,
    clock::WallClock,
    entry, facts,
};
use crate::{
    base::{
        ids::{BookingId, ResourceId},
        time::wall_on,
    },
    domain::{
        bookings::{
            absence::{Place, Touched},
            absence_decisions::WhyNot,
        },
        businesses::role::Right,
        scheduling::resource::Resource,
    },
    web::{
        desk::{Desk, Room},
        form::Errors,
        links,
        page::PageCtx,
        session::SignedIn,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::Choice,
            error_summary::ErrorSummary,
            frame::{Phone, ShopFrame},
            mark::Mark,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff/absence.html")]
pub struct AbsencePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    action: String,
    staff: SelectField,
    date: TextField,
    from: TextField,
    show: Submit,
    bookings: Option<Bookings>,
    answers: Vec<absence_answers::Line>,
}

/// Their bookings, and the button that does all of it.
struct Bookings {
    heading: String,
    form: PostForm,
    cards: Vec<Card>,
    /// What is said where there is nothing to decide.
    nothing: String,
    /// Nothing where they are off already, and nobody is to be told.
    submit: Option<Submit>,
}

/// One of them.
struct Card {
    when: String,
    name: String,
    url: String,
    service: String,
    marks: Vec<String>,
    words: String,
    no_mail: Option<String>,
    call: Option<Phone>,
    is_open: bool,
    way: SelectField,
    to: SelectField,
    day: TextField,
    time: TextField,
}

/// What is drawn: who is meant, what there is to decide, and what was typed and is wrong.
pub struct Draft<'a> {
    /// Who, as typed.
    pub query: &'a AbsenceQuery,
    /// Who, as meant.
    pub who: Option<Who>,
    /// Their bookings; `None` while nobody is named.
    pub touched: Option<&'a [Touched]>,
    /// What was decided, as typed.
    pub form: &'a AbsenceForm,
    /// What is wrong.
    pub errors: &'a Errors,
    /// What cannot be done.
    pub troubles: &'a [(BookingId, WhyNot)],
}

/// Draws it.
pub fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    draft: &Draft<'_>,
) -> AbsencePage<'a> {
    let (t, slug, query) = (ctx.t, scene.at.profile.slug.as_str(), draft.query);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Day);
    let clock = WallClock {
        t,
        zone: scene.at.profile.zone,
        now: scene.now,
        today: scene.today,
    };
    let title = t.absence_title();
    let asked = (slug, scene.asked.as_slice());
    AbsencePage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: draft.errors.summary(t),
        title: if draft.errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        back: block::back(ctx, slug, query.date.parse().ok()),
        action: links::absence(ctx.lang, slug, (None, None, "")),
        staff: SelectField {
            name: "staff".to_owned(),
            label: t.absence_staff(),
            options: people(ctx, scene.people.iter(), &query.staff),
            mark: Mark::required(t.ui_required()),
            complaint: draft.errors.of("staff", t),
            ..SelectField::default()
        },
        date: field(
            ctx,
            draft,
            "date",
            (t.absence_date(), &query.date, Entry::Date),
        ),
        from: TextField {
            hint: Some(t.absence_from_hint()),
            ..field(
                ctx,
                draft,
                "from",
                (t.absence_from(), &query.from, Entry::Time),
            )
        },
        show: Submit {
            label: t.absence_show(),
            voice: match draft.touched {
                Some(_) => Voice::Quiet,
                None => Voice::Main,
            },
            ..Submit::default()
        },
        bookings: draft
            .touched
            .zip(draft.who)
            .map(|(touched, who)| bookings(ctx, (scene, &clock), draft, (touched, who))),
        answers: absence_answers::lines(ctx, &clock, asked, (true, &query.from)),
        ctx,
    }
}

fn bookings(
    ctx: &PageCtx,
    (scene, clock): (&Scene, &WallClock),
    draft: &Draft<'_>,
    (touched, who): (&[Touched], Who),
) -> Bookings {
    let (t, slug) = (ctx.t, scene.at.profile.slug.as_str());
    let (seen, count) = (written_seen(touched), touched.len());
    let (staff, date) = (who.person.to_string(), who.date.to_string());
    Bookings {
        heading: t.absence_bookings(count),
        form: PostForm::keyed(
            &ctx.csrf,
            links::absence(ctx.lang, slug, (None, None, "")),
            &[
                ("staff", &staff),
                ("date", &date),
                ("from", &who.from.to_string()),
                ("seen", &seen),
            ],
        ),
        cards: touched
            .iter()
            .map(|one| card(ctx, (scene, clock), draft, one))
            .collect(),
        nothing: match scene.is_off {
            true => t.absence_none_off(),
            false => t.absence_none(),
        },
        submit: (count > 0 || !scene.is_off).then(|| Submit {
            label: match count {
                0 => t.absence_submit_none(),
                count => t.absence_submit(count),
            },
            ..Submit::default()
        }),
    }
}

fn card(
    ctx: &PageCtx,
    (scene, clock): (&Scene, &WallClock),
    draft: &Draft<'_>,
    one: &Touched,
) -> Card {
    let (t, row) = (ctx.t, &one.booking.row);
    let customer = &one.booking.customer;
    let trouble = draft.troubles.iter().find(|(id, _)| *id == row.id);
    let trouble = trouble.map(|(_, why)| why_not(ctx, *why));
    let is_wrong = ["to", "day", "time"]
        .iter()
        .any(|name| draft.errors.has(&named(name, row.id)));
    let may_call = scene.at.member.may(Right::ReadContacts);
    let (day, time) = typed_place(clock, draft.form, one);
    let line =
        |name: &str, what: (String, &str, Entry)| field(ctx, draft, &named(name, row.id), what);
    Card {
        when: clock.range(row.business_date, row.start_at, row.end_at),
        name: entry::named(ctx, &customer.name),
        url: links::desk_booking(ctx.lang, &scene.at.profile.slug, row.id),
        service: facts::service(ctx, &one.booking.quote),
        marks: row
            .is_nominated
            .then(|| t.desk_tag_nominated())
            .into_iter()
            .collect(),
        words: words(ctx, (scene, clock), one),
        no_mail: customer.email.is_none().then(|| t.absence_no_mail()),
        call: entry::call(ctx, customer.phone.as_deref()).filter(|_| may_call),
        is_open: trouble.is_some() || is_wrong,
        way: way(ctx, draft.form, one, trouble),
        to: to(ctx, scene, draft, one),
        day: line("day", (t.absence_new_date(), &day, Entry::Date)),
        time: line("time", (t.absence_new_time(), &time, Entry::Time)),
    }
}

/// Why something cannot be done, said.
pub fn why_not(ctx: &PageCtx, why: WhyNot) -> String {
    match why {
        WhyNot::Refused(refusal) => ctx.t.of_family("desk-refusal", refusal.id()),
        WhyNot::Changed => ctx.t.absence_changed(),
        WhyNot::Gone => ctx.t.absence_gone(),
    }
}

/// What could become of it, in a sentence.
fn words(ctx: &PageCtx, (scene, clock): (&Scene, &WallClock), one: &Touched) -> String {
    let t = ctx.t;
    if one.is_visit {
        let whole = Touched {
            is_visit: false,
            ..one.clone()
        };
        return t.absence_visit(words(ctx, (scene, clock), &whole));
    }
    let Some(place) = &one.place else {
        return t.absence_no_place();
    };
    let found = scene.people.iter().find(|known| known.id == place.person);
    let who = found.map_or("", |known| known.name.text(ctx.lang));
    // No mail is promised where none can be sent.
    let has_mail = one.booking.customer.email.is_some();
    if place.start != one.booking.row.start_at {
        let when = clock.when(place.date, place.start, place.end);
        match has_mail {
            true => t.absence_other_time(when, who),
            false => t.absence_other_time_held(when, who),
        }
    } else if one.needs_asking(place) {
        match has_mail {
            true => t.absence_same_time_asked(who),
            false => t.absence_same_time_nominated(who),
        }
    } else {
        t.absence_same_time(who)
    }
}

fn way(ctx: &PageCtx, form: &AbsenceForm, one: &Touched, trouble: Option<String>) -> SelectField {
    let proposed = match one.place {
        Some(_) => "move",
        None => "ask",
    };
    let id = one.booking.row.id;
    let typed = form.of("way", id).unwrap_or(proposed);
    let options = WAYS.iter().map(|way| Choice {
        value: (*way).to_owned(),
        label: ctx.t.of_family("absence-do", way),
        chosen: *way == typed,
        ..Choice::default()
    });
    SelectField {
        name: named("way", id),
        label: ctx.t.absence_do(),
        options: options.collect(),
        complaint: trouble,
        ..SelectField::default()
    }
}

/// Whoever can serve it at some time.
fn to(ctx: &PageCtx, scene: &Scene, draft: &Draft<'_>, one: &Touched) -> SelectField {
    let name = named("to", one.booking.row.id);
    let proposed = one.place.map(|place| place.person.to_string());
    let typed = draft.form.of("to", one.booking.row.id);
    let typed = typed.map(str::to_owned).or(proposed).unwrap_or_default();
    let is_able = |id: ResourceId| one.able.contains(&id);
    let able = scene.people.iter().filter(|known| is_able(known.id));
    SelectField {
        label: ctx.t.absence_new_staff(),
        options: people(ctx, able, &typed),
        complaint: draft.errors.of(&name, ctx.t),
        name,
        ..SelectField::default()
    }
}

/// The day and the time of its boxes: as typed, else where it could be, else where it is.
fn typed_place(clock: &WallClock, form: &AbsenceForm, one: &Touched) -> (String, String) {
    let row = &one.booking.row;
    let (date, start) = match one.place {
        Some(Place { date, start, .. }) => (date, start),
        None => (row.business_date, row.start_at),
    };
    let time = wall_on(clock.zone, date, start).map(|time| time.to_string());
    let typed = |name: &str| form.of(name, row.id).map(str::to_owned);
    (
        typed("day").unwrap_or_else(|| date.to_string()),
        typed("time").or(time).unwrap_or_default(),
    )
}

/// People by name; first that nobody is chosen yet.
fn people<'a>(ctx: &PageCtx, all: impl Iterator<Item = &'a Resource>, chosen: &str) -> Vec<Choice> {
    let nobody = Choice {
        label: ctx.t.desk_choose(),
        ..Choice::default()
    };
    let each = all.map(|one| Choice {
        value: one.id.to_string(),
        label: one.name.text(ctx.lang).to_owned(),
        chosen: one.id.to_string() == chosen,
        ..Choice::default()
    });
    std::iter::once(nobody).chain(each).collect()
}

fn field(
    ctx: &PageCtx,
    draft: &Draft<'_>,
    name: &str,
    (label, value, entry): (String, &str, Entry),
) -> TextField {
    TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: draft.errors.of(name, ctx.t),
        ..TextField::default()
    }
}
