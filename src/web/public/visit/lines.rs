//! The form in which a visit is put together: for each guest the services, with whom each is to be, and what else there is.

use super::{
    read::{Chosen, Read},
    wish::{add_name, box_name},
};
use crate::web::{
    basket::{MOST_GUESTS, MOST_SERVICES},
    form::{Errors, options::option_field},
    page::PageCtx,
    public::words,
    ui::{choice_field::Choice, field::Field, mark::Mark, price::Price, select_field::SelectField},
};
use askama::{Template, filters::HtmlSafe};

/// More than so many people are not in a list.
const LONGEST_PARTY: i16 = 30;

/// One of the guests.
pub struct Guest {
    pub(super) title: String,
    pub(super) lines: Vec<LineBlock>,
    /// What else they can have; nothing where there is no more.
    pub(super) add: Option<SelectField>,
}

/// One of their services.
#[derive(Template)]
#[template(path = "public/visit/line.html")]
pub struct LineBlock {
    name: String,
    name_lang: Option<&'static str>,
    length: String,
    price: Price,
    pub(super) fields: Vec<Field>,
    /// Its place, as buttons say it.
    place: String,
    /// Whose and what it is, read aloud after the words of a button.
    about: String,
    drop: String,
    /// Puts it before the one that it follows.
    up: Option<String>,
}

impl HtmlSafe for LineBlock {}

/// All guests.
pub(super) fn guests(ctx: &PageCtx, read: &Read, errors: &Errors) -> Vec<Guest> {
    let t = ctx.t;
    let guest = |(number, services): (usize, &Vec<Chosen>)| {
        let title = title(ctx, number);
        let lines = services.iter().enumerate();
        let lines = lines.map(|(place, one)| line(ctx, ((number, place), &title), one, errors));
        Guest {
            lines: lines.collect(),
            add: (services.len() < MOST_SERVICES)
                .then(|| add(ctx, read, number, t.together_add(&title))),
            title,
        }
    };
    read.guests.iter().enumerate().map(guest).collect()
}

/// The list that brings somebody; nothing where no more can come.
pub(super) fn companion(ctx: &PageCtx, read: &Read) -> Option<SelectField> {
    let next = read.guests.len();
    (next < MOST_GUESTS).then(|| {
        let label = match next {
            0 => ctx.t.together_add(title(ctx, 0)),
            _ => ctx.t.together_bring(),
        };
        add(ctx, read, next, label)
    })
}

/// Who it is: whoever books, or somebody who comes along.
pub(super) fn title(ctx: &PageCtx, number: usize) -> String {
    match number {
        0 => ctx.t.together_you(),
        _ => ctx.t.together_companion(number),
    }
}

fn add(ctx: &PageCtx, read: &Read, guest: usize, label: String) -> SelectField {
    let t = ctx.t;
    let nothing = Choice {
        label: t.together_choose(),
        chosen: true,
        ..Choice::default()
    };
    let each = read.menu.iter().map(|(service, spread)| {
        let name = service.name.written(ctx.lang);
        Choice {
            value: service.id.to_string(),
            label: t.together_offer(
                words::length(ctx, spread),
                name.text,
                words::menu_price(ctx, service, spread).amount,
            ),
            label_lang: name.other_lang,
            ..Choice::default()
        }
    });
    SelectField {
        name: add_name(guest),
        label,
        options: std::iter::once(nothing).chain(each).collect(),
        ..SelectField::default()
    }
}

fn line(
    ctx: &PageCtx,
    ((guest, place), whose): ((usize, usize), &str),
    one: &Chosen,
    errors: &Errors,
) -> LineBlock {
    let t = ctx.t;
    let name = one.service.name.written(ctx.lang);
    let at = (guest, place);
    let staff = staff(ctx, at, one, errors).map(Field::Select);
    let party = party(ctx, at, one, errors).map(Field::Select);
    let chosen = |extra: &crate::domain::catalog::option::Extra| {
        one.service.extras.iter().any(|own| own.id == extra.id)
    };
    let options = one.service.groups.iter().map(|group| {
        let mut field = option_field(ctx, group, &chosen, &Errors::default());
        field.name = box_name(at, &field.name);
        for option in &mut field.options {
            let own = option.name.take();
            option.name = own.map(|own| box_name(at, &own));
        }
        field.complaint = errors.of(&field.name, t);
        Field::Choice(field)
    });
    LineBlock {
        about: t.together_about(&name.text, whose),
        name: name.text,
        name_lang: name.other_lang,
        length: words::length(ctx, &one.spread),
        price: words::menu_price(ctx, &one.service, &one.spread),
        fields: party.into_iter().chain(staff).chain(options).collect(),
        place: format!("{guest}-{place}"),
        drop: t.together_drop(),
        up: (place > 0).then(|| t.together_up()),
    }
}

/// With whom; nothing where nobody can be asked for.
fn staff(ctx: &PageCtx, at: (usize, usize), one: &Chosen, errors: &Errors) -> Option<SelectField> {
    let t = ctx.t;
    let name = box_name(at, "staff");
    let anybody = Choice {
        label: t.booking_any_staff(),
        chosen: one.staff.is_none(),
        ..Choice::default()
    };
    let each = one.people.iter().map(|person| {
        let own = person.name.text(ctx.lang).to_owned();
        Choice {
            value: person.id.to_string(),
            label: match person.fee {
                0 => own,
                fee => t.together_person(t.booking_nomination_fee(t.yen(fee)), own),
            },
            chosen: one.staff == Some(person.id),
            ..Choice::default()
        }
    });
    (!one.people.is_empty() || errors.has(&name)).then(|| SelectField {
        label: t.booking_staff_filter(),
        options: std::iter::once(anybody).chain(each).collect(),
        complaint: errors.of(&name, t),
        name,
        ..SelectField::default()
    })
}

/// For how many; nothing for services of one.
fn party(ctx: &PageCtx, at: (usize, usize), one: &Chosen, errors: &Errors) -> Option<SelectField> {
    let t = ctx.t;
    let name = box_name(at, "party");
    let figures = &one.service.figures;
    let most = figures.party_max.min(LONGEST_PARTY.max(one.party));
    let each = (figures.party_min..=most).map(|party| Choice {
        value: party.to_string(),
        label: t.people(i64::from(party)),
        chosen: one.party == party,
        ..Choice::default()
    });
    let is_asked = figures.party_min < figures.party_max || errors.has(&name);
    is_asked.then(|| SelectField {
        label: t.booking_party_filter(),
        options: each.collect(),
        complaint: errors.of(&name, t),
        mark: Mark::default(),
        name,
        ..SelectField::default()
    })
}
