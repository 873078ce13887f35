//! The services of a visit as a business's day has them: read with the bookings of the day, and each a piece of its own in the
//! column of whoever does it.

use super::day_sheet::Entry;
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{ResourceId, ServiceId},
    },
    domain::scheduling::{allocation::Seat, resource::Roster},
};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// One service of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// Which of its services, counted from 0.
    pub part: i16,
    /// Whose, counted from 0.
    pub guest: i16,
    /// What, while it is on the menu.
    pub service_id: Option<ServiceId>,
    /// What it was called then.
    pub service: Bilingual,
    /// In whose column.
    pub column: Option<ResourceId>,
    /// Whether they were asked for.
    pub is_nominated: bool,
    /// How many come to it together.
    pub party: i16,
    /// From.
    pub start: DateTime<Utc>,
    /// Until.
    pub end: DateTime<Utc>,
    /// Everything it takes, in column order.
    pub takes: Vec<ResourceId>,
    /// From when until when whoever serves is not needed in between.
    pub processing: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

/// Which service of a visit a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which of its services; the price names it by this.
    pub part: i16,
    /// Which it is of those that stand, counted from 1.
    pub place: usize,
    /// How many there are.
    pub of: usize,
    /// Whose, counted from 0: who booked is the first.
    pub guest: i16,
}

impl Piece {
    /// Its mark, such as `2/3`, before what it is; none where the others are called off.
    pub fn marked(&self, what: &str) -> String {
        match self.of {
            1 => what.to_owned(),
            of => format!("{}/{of} {what}", self.place),
        }
    }
}

#[derive(Deserialize)]
struct Row {
    part: i16,
    guest: i16,
    service: Option<ServiceId>,
    column: Option<ResourceId>,
    is_nominated: bool,
    party: i16,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    takes: Vec<Seat>,
    name_ja: Option<String>,
    name_en: Option<String>,
}

/// What was read, with what each takes in column order. Of one service nothing was.
pub(super) fn read(value: serde_json::Value, roster: &Roster) -> Vec<SheetLine> {
    let rows: Vec<Row> = serde_json::from_value(value).unwrap_or_default();
    rows.into_iter().map(|row| line(row, roster)).collect()
}

fn line(row: Row, roster: &Roster) -> SheetLine {
    let mut takes: Vec<ResourceId> = row.takes.iter().map(|(id, ..)| *id).collect();
    takes.sort_by_key(|id| roster.find(*id).map(|one| (one.kind, one.sort_order, *id)));
    takes.dedup();
    let own = row.takes.iter().filter(|(id, ..)| Some(*id) == row.column);
    let mut stretches: Vec<DateTime<Utc>> = own
        .flat_map(|(_, _, from, until)| [*from, *until])
        .collect();
    stretches.sort_unstable();
    stretches.dedup();
    SheetLine {
        part: row.part,
        guest: row.guest,
        service_id: row.service,
        service: Bilingual::new(
            row.name_ja.unwrap_or_default(),
            row.name_en.unwrap_or_default(),
        ),
        column: row.column,
        is_nominated: row.is_nominated,
        party: row.party,
        start: row.start,
        end: row.end,
        processing: match stretches.as_slice() {
            [_, begins, ends, _] => Some((*begins, *ends)),
            _ => None,
        },
        takes,
    }
}

impl Entry {
    /// Each service of a visit as what stands in a column by itself; none of a booking of one service.
    pub fn pieces(&self) -> Vec<Self> {
        let of = self.lines.len();
        let one = |(place, line): (usize, &SheetLine)| Self {
            start: line.start,
            end: line.end,
            party: line.party,
            column: line.column,
            is_nominated: line.is_nominated,
            service_id: line.service_id,
            service: line.service.clone(),
            takes: line.takes.clone(),
            processing: line.processing,
            lines: Vec::new(),
            piece: Some(Piece {
                part: line.part,
                place: place + 1,
                guest: line.guest,
                of,
            }),
            ..self.clone()
        };
        self.lines.iter().enumerate().map(one).collect()
    }
}
