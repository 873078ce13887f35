//! Which column of a file means what.

use super::parts::{self, Group};
use crate::{
    base::{cells::moment, lang::Lang, msg::Msg, text::search_key},
    domain::bookings::import::{
        column::Column,
        line::Row,
        waiting::{self, Cells, Choices, Waiting},
    },
    i18n::Words,
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
use std::collections::BTreeSet;

/// So many names of one kind are asked about; more are no names of a menu or of people.
pub const NAMES: usize = 100;
/// So much of what stands in a column is shown of it.
const SHOWN: usize = 16;

/// Asks.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let id = parts::key(&path.2)?;
    let (at, file) = parts::waiting(&site, &ctx, &signed_in, (&path.1, id)).await?;
    let typed = answers(&file);
    let scene = (&signed_in, &at);
    page(&ctx, scene, &file, (&typed, &Errors::default()))
}

/// Keeps the answers, and goes on to the names.
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
    let id = parts::key(&id)?;
    let (at, file) = parts::waiting(&site, &ctx, &signed_in, (&slug, id)).await?;
    let mut errors = Errors::default();
    let columns = parse(&file, &typed, &mut errors);
    if !errors.is_empty() {
        return page(&ctx, (&signed_in, &at), &file, (&typed, &errors));
    }
    let choices = Choices {
        columns,
        has_columns: true,
        ended: ended(),
        ..file.choices
    };
    let kept = parts::enter(&site, &ctx, &signed_in, &slug, move |tx, _| {
        waiting::choose(tx, id, &choices)
    });
    match kept.await?? {
        true => ctx.see_other(&parts::of(&ctx, &slug, id, "/names")),
        false => Err(Error::NotFound),
    }
}

/// The name of a question in the form.
fn name(column: Column) -> String {
    format!("column-{}", column.id())
}

/// What was said or, at first, what the names of the columns make likely.
fn answers(file: &Waiting) -> Answers {
    let mut answers = Answers::default();
    let known: Vec<(Column, usize)> = match file.choices.has_columns {
        true => file.choices.columns.clone(),
        false => guessed(&file.cells),
    };
    for (column, place) in known {
        answers.put(name(column), place);
    }
    answers
}

/// By what columns are called elsewhere, in either language and any width: first those that are called just so, then those in
/// whose name it stands. A day may have its time beside it.
fn guessed(cells: &Cells) -> Vec<(Column, usize)> {
    let keys: Vec<String> = cells.header.iter().map(|name| search_key(name)).collect();
    let mut found: Vec<(Column, usize)> = Vec::new();
    for is_exact in [true, false] {
        for column in Column::ALL {
            if found.iter().any(|(known, _)| *known == column) {
                continue;
            }
            let fits = |key: &str, word: &String| match is_exact {
                true => key == word,
                false => word.chars().count() > 1 && key.contains(word.as_str()),
            };
            let words = called(column.id());
            let free = |place: &usize| found.iter().all(|(_, taken)| taken != place);
            let place = words.iter().find_map(|word| {
                let mut places = (0..keys.len()).filter(free);
                places.find(|place| keys.get(*place).is_some_and(|key| fits(key, word)))
            });
            found.extend(place.map(|place| (column, place)));
        }
    }
    let place = |column: Column| found.iter().find(|(one, _)| *one == column);
    if let (Some((_, day)), None) = (place(Column::Date), place(Column::Start)) {
        let day = *day;
        let mut said = cells.rows.iter().filter_map(|(_, row)| row.get(day));
        let is_timed = |cell: &String| moment(cell).is_some_and(|one| one.start.is_some());
        if said.any(is_timed) {
            found.push((Column::Start, day));
        }
    }
    found
}

/// What a meaning is called in both languages, folded for comparing.
pub(super) fn called(member: &str) -> Vec<String> {
    let said = Lang::ALL
        .into_iter()
        .map(|lang| Words::of(lang).of_family("imports-known", member));
    let said: Vec<String> = said.collect();
    let words = said.iter().flat_map(|words| words.split('/'));
    words
        .map(search_key)
        .filter(|word| !word.is_empty())
        .collect()
}

/// What other systems say of a booking that does not stand any more.
fn ended() -> Vec<String> {
    called("ended")
}

fn parse(file: &Waiting, typed: &Answers, errors: &mut Errors) -> Vec<(Column, usize)> {
    let places = 0..file.cells.header.len();
    let chosen = |column: Column| {
        let place: usize = typed.get(&name(column)).parse().ok()?;
        places.contains(&place).then_some((column, place))
    };
    let columns: Vec<(Column, usize)> = Column::ALL.into_iter().filter_map(chosen).collect();
    let has = |column: Column| columns.iter().any(|(one, _)| *one == column);
    if !has(Column::Date) {
        errors.add(name(Column::Date), Msg::new("imports-column-missing"));
    }
    let names = [
        Column::Name,
        Column::Family,
        Column::Kana,
        Column::FamilyKana,
    ];
    if !names.into_iter().any(has) {
        errors.add(name(Column::Name), Msg::new("imports-column-no-name"));
    }
    for column in [Column::Service, Column::Staff] {
        let count = theirs(file, &columns, column).len();
        if count > NAMES {
            let why = Msg::new("imports-column-too-many")
                .with("count", count)
                .with("most", NAMES);
            errors.add(name(column), why);
        }
    }
    columns
}

/// The names that stand in a column, each once.
pub fn theirs(file: &Waiting, columns: &[(Column, usize)], column: Column) -> BTreeSet<String> {
    let rows = file.cells.rows.iter();
    rows.map(|(number, cells)| {
        let row = Row {
            columns,
            number: *number,
            cells,
        };
        row.called(column)
    })
    .collect()
}

fn page(
    ctx: &PageCtx,
    (signed_in, at): (&SignedIn, &AtWork),
    file: &Waiting,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let t = ctx.t;
    let draw = |column: &Column| field(ctx, file, *column, (typed, errors));
    let group = |heading: String, columns: &[Column]| Group {
        heading,
        note: None,
        fields: columns.iter().map(draw).collect(),
    };
    let (time, rest) = Column::ALL.split_at(4);
    let (what, rest) = rest.split_at(2);
    let (who, rest) = rest.split_at(8);
    let groups = vec![
        group(t.imports_columns_time(), time),
        group(t.imports_columns_what(), what),
        group(t.imports_columns_who(), who),
        group(t.imports_columns_rest(), rest),
    ];
    let summary = errors.summary(t);
    let page = parts::step(ctx, (signed_in, at), (file.id, 1), (groups, summary));
    match errors.is_empty() {
        true => ctx.html(&page),
        false => ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page),
    }
}

fn field(
    ctx: &PageCtx,
    file: &Waiting,
    column: Column,
    (typed, errors): (&Answers, &Errors),
) -> SelectField {
    let (t, name) = (ctx.t, name(column));
    let chosen = typed.get(&name);
    let mut options = vec![parts::choice("", t.imports_column_none(), chosen)];
    options.extend(file.cells.header.iter().enumerate().map(|(place, header)| {
        let first = file.cells.rows.first();
        let cell = first.and_then(|(_, cells)| cells.get(place));
        let cell: String = cell
            .map_or("", String::as_str)
            .chars()
            .take(SHOWN)
            .collect();
        let label = match header.is_empty() {
            true => t.imports_column_place(place + 1, cell),
            false => t.imports_column_named(cell, header),
        };
        parts::choice(place.to_string(), label, chosen)
    }));
    SelectField {
        label: parts::column(t, column),
        options,
        hint: match column {
            Column::Start => Some(t.imports_hint_start()),
            Column::End => Some(t.imports_hint_end()),
            Column::Price => Some(t.imports_hint_price()),
            Column::Number => Some(t.imports_hint_number()),
            Column::Status => Some(t.imports_hint_status()),
            _ => None,
        },
        complaint: errors.of(&name, t),
        name,
        ..SelectField::default()
    }
}
