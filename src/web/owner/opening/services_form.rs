//! The boxes of what is offered and by whom: a row each of what is there, of each example, and one for something else.

use super::{answers::Answers, ask::Ask};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{ResourceId, ServiceId},
        msg::Msg,
        text,
    },
    domain::{
        businesses::example::{Both, Example},
        scheduling::stock::{Kept, KeptResource, KeptService, Stock},
    },
    i18n::Words,
    web::{
        form::{Errors, fields},
        ui::{
            choice_field::ChoiceField,
            field::Field,
            text_area::TextArea,
            text_field::{Entry, TextField},
        },
    },
};

/// The longest name.
const NAME: usize = 80;
/// What every guest should know.
const NOTICES: usize = 2_000;
/// So many rows a form of ours can have.
const MOST: usize = 300;

/// One row, drawn.
pub struct Row {
    pub legend: String,
    /// Whether it is kept; the row for something else has none.
    pub keep: Option<ChoiceField>,
    pub hidden: Vec<(String, String)>,
    pub boxes: Vec<TextField>,
}

/// The boxes as they stand before anything is typed.
pub fn answers(stock: &Stock, example: &Example, owner: &str) -> Answers {
    let mut typed = Answers::default();
    let mut next = 0;
    for one in &stock.services {
        let row = (next, one.id.to_string(), String::new(), true);
        service(
            &mut typed,
            row,
            &one.card.name(),
            (one.card.duration_minutes, one.card.price_cents),
        );
        next += 1;
    }
    let known = |name: &Both| stock.services.iter().any(|one| one.card.name_ja == name.0);
    let examples = example.services.iter().enumerate();
    for (place, one) in examples.filter(|(_, one)| !known(&one.name)) {
        let row = (next, String::new(), place.to_string(), !stock.is_begun);
        service(
            &mut typed,
            row,
            &one.name.bilingual(),
            (one.minutes, one.price),
        );
        next += 1;
    }
    typed.put(format!("s{next}_name"), "");
    for (place, one) in stock.resources.iter().enumerate() {
        let row = (place, one.id.to_string(), String::new());
        resource(&mut typed, row, &one.card.name());
    }
    if stock.resources.is_empty() {
        for (place, one) in example.resources.iter().enumerate() {
            let mut name = one.name.bilingual();
            if one.owner {
                owner.clone_into(&mut name.ja);
            }
            resource(&mut typed, (place, String::new(), place.to_string()), &name);
        }
    }
    let notices = match stock.is_begun {
        true => stock.notices.clone(),
        false => example.notices.bilingual(),
    };
    typed.put("notices_ja", notices.ja);
    typed.put("notices_en", notices.en);
    typed.tick("policy", true);
    typed
}

fn service(
    typed: &mut Answers,
    (row, id, example, keep): (usize, String, String, bool),
    name: &Bilingual,
    (minutes, price): (i16, i64),
) {
    typed.put(format!("s{row}_id"), id);
    typed.put(format!("s{row}_example"), example);
    typed.tick(format!("s{row}_keep"), keep);
    typed.put(format!("s{row}_name"), &name.ja);
    typed.put(format!("s{row}_name_en"), &name.en);
    typed.put(format!("s{row}_minutes"), minutes);
    typed.put(format!("s{row}_price"), price);
}

fn resource(typed: &mut Answers, (row, id, example): (usize, String, String), name: &Bilingual) {
    typed.put(format!("r{row}_id"), id);
    typed.put(format!("r{row}_example"), example);
    typed.tick(format!("r{row}_keep"), true);
    typed.put(format!("r{row}_name"), &name.ja);
    typed.put(format!("r{row}_name_en"), &name.en);
}

/// How many rows of a letter the form has.
fn rows(typed: &Answers, letter: &str) -> usize {
    let is_there = |row: &usize| typed.knows(&format!("{letter}{row}_name"));
    (0..MOST).take_while(is_there).count()
}

/// What was ticked, or complaints about all of it at once.
pub fn parse(typed: &Answers, example: &Example, errors: &mut Errors) -> Option<Kept> {
    let services: Vec<KeptService> = (0..rows(typed, "s"))
        .filter(|row| is_kept(typed, *row))
        .filter_map(|row| kept_service(typed, row, errors))
        .collect();
    let resources: Vec<KeptResource> = (0..rows(typed, "r"))
        .filter(|row| typed.has(&format!("r{row}_keep")))
        .filter_map(|row| kept_resource(typed, row, errors))
        .collect();
    if errors.is_empty() && services.is_empty() {
        errors.add("s0_keep", Msg::new("opening-services-none"));
    }
    if errors.is_empty() && resources.is_empty() && !example.resources.is_empty() {
        errors.add("r0_keep", Msg::new("opening-resources-none"));
    }
    let words = |typed: &str| text::paragraph(typed, NOTICES);
    let ja = fields::optional(errors, "notices_ja", typed.get("notices_ja"), words);
    let en = fields::optional(errors, "notices_en", typed.get("notices_en"), words);
    let notices = Bilingual::new(ja?, en?);
    errors.is_empty().then(|| Kept {
        services,
        resources,
        with_policy: typed.has("policy"),
        notices,
    })
}

/// Whether a service was ticked; the row for something else, whether anything stands in it.
fn is_kept(typed: &Answers, row: usize) -> bool {
    match is_other(typed, row) {
        true => ["name", "name_en", "minutes", "price"]
            .iter()
            .any(|part| !text::is_blank(typed.get(&format!("s{row}_{part}")))),
        false => typed.has(&format!("s{row}_keep")),
    }
}

fn is_other(typed: &Answers, row: usize) -> bool {
    let is_empty = |part: &str| typed.get(&format!("s{row}_{part}")).is_empty();
    is_empty("id") && is_empty("example")
}

fn kept_service(typed: &Answers, row: usize, errors: &mut Errors) -> Option<KeptService> {
    let of = |part: &str| format!("s{row}_{part}");
    let minutes = fields::number(errors, of("minutes"), typed.get(&of("minutes")), 5, 1_440);
    let price = fields::amount(errors, of("price"), typed.get(&of("price")), 9_999_999);
    Some(KeptService {
        name: name(typed, errors, (of("name"), of("name_en")))?,
        id: typed.get(&of("id")).parse().ok().map(ServiceId),
        example: typed.get(&of("example")).parse().ok(),
        minutes: i16::try_from(minutes?).ok()?,
        price: price?,
    })
}

fn kept_resource(typed: &Answers, row: usize, errors: &mut Errors) -> Option<KeptResource> {
    let of = |part: &str| format!("r{row}_{part}");
    Some(KeptResource {
        name: name(typed, errors, (of("name"), of("name_en")))?,
        id: typed.get(&of("id")).parse().ok().map(ResourceId),
        example: typed.get(&of("example")).parse().ok(),
    })
}

fn name(typed: &Answers, errors: &mut Errors, (ja, en): (String, String)) -> Option<Bilingual> {
    let line = |typed: &str| text::line(typed, NAME);
    let missing = Msg::new("catalog-name-required");
    let name_ja = fields::required(errors, ja.clone(), typed.get(&ja), line, missing);
    let name_en = fields::optional(errors, en.clone(), typed.get(&en), line);
    Some(Bilingual::new(name_ja?, name_en?))
}

/// The rows of services.
pub fn services(ask: Ask<'_>) -> Vec<Row> {
    let t = ask.t;
    let row = |row: usize| {
        let of = |part: &str| format!("s{row}_{part}");
        let mut minutes = ask.line(&of("minutes"), t.opening_minutes(), Entry::Number);
        minutes.unit = Some(t.opening_minutes_unit());
        let mut price = ask.line(&of("price"), t.opening_price(), Entry::Amount);
        price.unit = Some(t.opening_price_unit());
        Row {
            boxes: vec![
                ask.line(&of("name"), t.opening_name_ja(), Entry::Text),
                ask.line(&of("name_en"), t.opening_name_en(), Entry::Text),
                minutes,
                price,
            ],
            ..begun(ask, "s", row)
        }
    };
    (0..rows(ask.typed, "s")).map(row).collect()
}

/// The rows of people, tables and rooms.
pub fn resources(ask: Ask<'_>) -> Vec<Row> {
    let t = ask.t;
    let row = |row: usize| {
        let of = |part: &str| format!("r{row}_{part}");
        Row {
            boxes: vec![
                ask.line(&of("name"), t.opening_name_ja(), Entry::Text),
                ask.line(&of("name_en"), t.opening_name_en(), Entry::Text),
            ],
            ..begun(ask, "r", row)
        }
    };
    (0..rows(ask.typed, "r")).map(row).collect()
}

fn begun(ask: Ask<'_>, letter: &str, row: usize) -> Row {
    let of = |part: &str| format!("{letter}{row}_{part}");
    let hidden = ["id", "example"].map(of);
    let hidden = hidden.map(|name| {
        let value = ask.typed.get(&name).to_owned();
        (name, value)
    });
    let legend = said(ask, [of("name"), of("name_en")]);
    Row {
        keep: (letter == "r" || !is_other(ask.typed, row))
            .then(|| ask.tick(&of("keep"), legend.clone(), None)),
        legend,
        hidden: hidden.into(),
        boxes: Vec::new(),
    }
}

/// What a row is called: as its name stands, or that it is for something else.
fn said(ask: Ask<'_>, names: [String; 2]) -> String {
    let typed = names.iter().map(|name| ask.typed.get(name).trim());
    let first = typed.into_iter().find(|name| !name.is_empty());
    first.map_or_else(|| ask.t.opening_other(), str::to_owned)
}

/// What every guest should know, in both languages.
pub fn notices(ask: Ask<'_>) -> [TextArea; 2] {
    let t: Words = ask.t;
    [
        ask.area("notices_ja", t.owner_rules_notices_ja()),
        ask.area("notices_en", t.owner_rules_notices_en()),
    ]
}

/// All boxes with their labels, for the summary of complaints.
pub fn all(t: Words, rows: &[Row]) -> Vec<Field> {
    rows.iter()
        .flat_map(|row| {
            let keep = row.keep.clone().map(|keep| {
                Field::Choice(ChoiceField {
                    legend: row.legend.clone(),
                    ..keep
                })
            });
            let boxes = row.boxes.iter().map(|line| {
                Field::Line(TextField {
                    label: t.opening_row(&line.label, &row.legend),
                    ..line.clone()
                })
            });
            keep.into_iter().chain(boxes).collect::<Vec<_>>()
        })
        .collect()
}
