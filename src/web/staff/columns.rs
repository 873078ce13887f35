//! A day's bookings in columns: which columns there are, what stands where, and what stands side by side. Pure.

use super::{entry, sheet::Sheet};
use crate::{
    base::{
        ids::ResourceId,
        time::{LAST_MINUTE, WallSpan},
    },
    domain::{bookings::day_sheet::Entry, scheduling::resource::Resource},
    web::ui::day_grid::Place,
};

/// No more stand side by side; what is beyond shares the last lane.
const LANES: u8 = 8;

/// The columns of a day: people or, where nobody serves, tables and rooms; besides them whatever has a booking that no
/// person has.
pub fn columns(sheet: &Sheet) -> Vec<&Resource> {
    let has_people = sheet.resources.iter().any(|one| one.kind.is_person());
    let unserved = |id: ResourceId| {
        sheet.in_columns().any(|entry| {
            let taken = entry::taken(sheet, entry);
            let first = taken.first().map(|one| one.id);
            first == Some(id) && !taken.iter().any(|one| one.kind.is_person())
        })
    };
    sheet
        .resources
        .iter()
        .filter(|one| !has_people || one.kind.is_person() || unserved(one.id))
        .collect()
}

/// The bookings of a column, or (`None`) those that stand in none of `shown`.
pub fn within<'a>(
    sheet: &'a Sheet,
    column: Option<ResourceId>,
    shown: &[&Resource],
) -> Vec<&'a Entry> {
    // Asked for each column of each booking: no list is made for it.
    let stands_in =
        |entry: &Entry, id: ResourceId| entry.takes.contains(&id) || entry.column == Some(id);
    sheet
        .in_columns()
        .filter(|entry| match column {
            Some(id) => stands_in(entry, id),
            None => !shown.iter().any(|one| stands_in(entry, one.id)),
        })
        .collect()
}

/// How many bookings these are: of a visit several services may stand in one column.
pub fn count(entries: &[&Entry]) -> usize {
    let again = |place: usize, entry: &Entry| {
        let mut before = entries.iter().take(place);
        before.any(|other| other.id == entry.id)
    };
    let each = entries.iter().enumerate();
    each.filter(|(place, entry)| entry.piece.is_none() || !again(*place, entry))
        .count()
}

/// Those who sit in one lesson together: same service, same time, on seats of the same room. One block shows them all.
pub fn together<'a>(sheet: &Sheet, entries: &[&'a Entry]) -> Vec<Vec<&'a Entry>> {
    let mut groups: Vec<Vec<&Entry>> = Vec::new();
    for entry in entries {
        let shares = |other: &Entry| {
            let seats = entry::taken(sheet, entry);
            other.service == entry.service
                && (other.start, other.end) == (entry.start, entry.end)
                && other.takes == entry.takes
                && !seats.is_empty()
                && seats.iter().all(|one| one.capacity > 1)
        };
        let known = groups
            .iter_mut()
            .find(|group| group.iter().all(|other| shares(other)));
        match known {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    groups
}

/// For each block, in the order of time and by the stretches it takes: its lane from 1 and how many lanes its neighbours
/// need. What fits into the processing of another stands in the same lane.
pub fn lanes(blocks: &[Vec<Place>]) -> Vec<(u8, u8)> {
    let mut found: Vec<(u8, u8)> = Vec::with_capacity(blocks.len());
    let mut lanes: Vec<Vec<Place>> = Vec::new();
    let mut begun = 0;
    for stretches in blocks {
        let is_over = |one: &Place| stretches.iter().all(|own| end(*one) <= own.start);
        if lanes.iter().flatten().all(is_over) {
            close(&mut found, begun, lanes.len());
            begun = found.len();
            lanes.clear();
        }
        let apart = |one: &Place| {
            let mut own = stretches.iter();
            own.all(|own| end(*one) <= own.start || end(*own) <= one.start)
        };
        let lane = match lanes.iter().position(|lane| lane.iter().all(apart)) {
            Some(lane) => lane,
            None => {
                lanes.push(Vec::new());
                lanes.len() - 1
            }
        };
        if let Some(lane) = lanes.get_mut(lane) {
            lane.extend(stretches);
        }
        found.push((u8::try_from(lane + 1).unwrap_or(LANES).min(LANES), 0));
    }
    close(&mut found, begun, lanes.len());
    found
}

fn end(place: Place) -> u16 {
    place.start + place.minutes
}

fn close(found: &mut [(u8, u8)], begun: usize, lanes: usize) {
    let lanes = u8::try_from(lanes).unwrap_or(LANES).min(LANES);
    for (_, count) in found.iter_mut().skip(begun) {
        *count = lanes;
    }
}

/// What lies between two minutes of a day and in none of the spans.
pub fn gaps(spans: &[WallSpan], from: u16, until: u16) -> Vec<Place> {
    let mut gaps = Vec::new();
    let mut reached = from;
    for span in spans {
        let (start, end) = (span.from().minutes(), span.until().minutes());
        gaps.extend(place(reached, start.min(until)));
        reached = reached.max(end);
    }
    gaps.extend(place(reached, until));
    gaps
}

/// Starts on which something could be added: steps within the spans that no block covers.
pub fn free(spans: &[WallSpan], taken: &[Place], step: u16) -> Vec<Place> {
    let step = step.clamp(15, 60);
    spans
        .iter()
        .flat_map(|span| {
            let (from, until) = (span.from().minutes(), span.until().minutes());
            (from..until)
                .step_by(usize::from(step))
                .filter_map(move |start| place(start, (start + step).min(until)))
        })
        .filter(|free| {
            let end = free.start + free.minutes;
            taken
                .iter()
                .all(|block| block.start >= end || block.start + block.minutes <= free.start)
        })
        .collect()
}

/// From which to which hour a grid must reach to hold all this; nine to six when there is nothing.
pub fn hours(opening: &[WallSpan], blocks: &[Place]) -> (u16, u16) {
    let starts = opening
        .iter()
        .map(|span| span.from().minutes())
        .chain(blocks.iter().map(|block| block.start));
    let ends = opening
        .iter()
        .map(|span| span.until().minutes())
        .chain(blocks.iter().map(|block| block.start + block.minutes));
    let from = starts.min().unwrap_or(9 * 60) / 60;
    let until = ends.max().unwrap_or(18 * 60).div_ceil(60);
    let from = from.min(24);
    (from, until.clamp(from + 1, LAST_MINUTE / 60))
}

fn place(start: u16, end: u16) -> Option<Place> {
    let minutes = end.checked_sub(start).filter(|minutes| *minutes > 0)?;
    Some(Place { start, minutes })
}
