//! Lists that are taken along, in a language: what their columns are called, and what stands in them.

use super::Words;
use crate::base::{
    column::{Column, Kind},
    lang::Lang,
};

/// What stands between several of one cell.
const BETWEEN: &str = " / ";

/// What each column is called. Those of guests' cards have the names by which they are brought in again.
pub fn headings(t: Words, columns: &[Column], are_of_guests: bool) -> Vec<String> {
    let name = |column: &Column| match are_of_guests {
        true => t.of_family("customers-column", column.id),
        false => t.of_family("files-column", column.id),
    };
    columns.iter().map(name).collect()
}

/// A line in words.
pub fn line(t: Words, columns: &[Column], cells: Vec<String>) -> Vec<String> {
    let cells = columns.iter().zip(cells);
    cells
        .map(|(column, cell)| self::cell(t, column.kind, cell))
        .collect()
}

fn cell(t: Words, kind: Kind, cell: String) -> String {
    match kind {
        _ if cell.is_empty() => cell,
        Kind::Plain => cell,
        Kind::Flag => t.files_yes(),
        // As it is dialled here: what begins with a plus is taken for a formula.
        Kind::Phone => Words::of(Lang::Ja).phone(&cell),
        Kind::Label(family) => {
            let word = |one: &str| {
                let member = format!("{family}-{}", one.replace('_', "-"));
                t.of_family("files-label", &member)
            };
            let words: Vec<String> = cell.split(BETWEEN).map(word).collect();
            words.join(BETWEEN)
        }
    }
}
