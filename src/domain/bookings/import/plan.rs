//! What a file would do: every line read, given its guest, and placed by the engine beside those before it. Nothing is written.

use super::{
    cards::Whose,
    column::Column,
    line::{self, Line, Row},
    there::{Seen, There},
    waiting::{Choices, Service as Theirs, Staff, Waiting},
};
use crate::{
    base::{
        ids::{CustomerId, ResourceId},
        lang::Lang,
        msg::Msg,
        text::search_key,
        time::{LocalDate, instant},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::{
        bookings::quote::quote,
        businesses::profile::Profile,
        catalog::{
            price::Quote,
            service::{self, Service},
        },
        scheduling::{
            availability::{Placement, Refusal},
            load::{self, By, Own},
            seek::Sought,
        },
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::{
    prelude::*,
    sql_types::{Integer, Uuid as SqlUuid},
};
use std::collections::{BTreeMap, HashSet};

/// So far ahead a booking may lie; what is further is a slip of the pen.
const FURTHEST: TimeDelta = TimeDelta::days(800);

/// After so many lines the database hears of us: it ends a transaction of which it hears nothing for ten seconds.
const AWAKE: usize = 500;

/// How a file is to be brought in.
#[derive(Clone, Copy, Debug)]
pub struct How<'a> {
    /// Where.
    pub profile: &'a Profile,
    /// The language of guests of whom the file tells none.
    pub lang: Lang,
    /// Whether promises beside the hours of the shop are kept.
    pub as_promised: bool,
}

/// Why a line does not become a booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Something in it cannot be read.
    Cell(Column, Msg),
    /// Another line of the file is the same booking.
    Twice(u64),
    /// It was brought in before, or is booked here already.
    Known,
    /// The shop wants to speak with this guest first.
    Blocked,
    /// The service is not on the menu any more.
    Gone,
    /// Something has to be chosen with this service.
    Options,
    /// So many, at least and at most, the service is for.
    Party(i16, i16),
    /// It lies further ahead than anybody books.
    TooFar,
    /// The engine says no.
    Refused(Refusal),
}

impl Why {
    /// As the words of the house have it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Cell(..) => "cell",
            Self::Twice(_) => "twice",
            Self::Known => "known",
            Self::Blocked => "blocked",
            Self::Gone => "gone",
            Self::Options => "options",
            Self::Party(..) => "party",
            Self::TooFar => "far",
            Self::Refused(refusal) => refusal.id(),
        }
    }
}

/// Why a line is left out although nothing is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// Its service is, by choice.
    Service,
    /// Whoever serves is, by choice.
    Staff,
    /// It does not stand any more.
    Ended,
}

/// A line that becomes a booking.
pub(super) struct Ready {
    pub line: Line,
    pub whose: Whose,
    pub service: Service,
    pub column: Option<ResourceId>,
    pub placement: Placement,
    pub quote: Quote,
    pub party: i16,
    /// Whether it lies beside the hours of the shop.
    pub is_promised: bool,
}

/// What a file would do.
#[derive(Default)]
pub struct Plan {
    pub(super) ready: Vec<Ready>,
    /// Lines that stay out although nothing is wrong with them.
    pub left: Vec<(u64, Left)>,
    /// Lines that cannot become bookings, each with everything that is wrong with it.
    pub problems: Vec<(u64, Why)>,
}

impl Plan {
    /// How many bookings it would make.
    pub fn made(&self) -> usize {
        self.ready.len()
    }

    /// How many on which day.
    pub fn by_day(&self) -> BTreeMap<LocalDate, usize> {
        let mut days = BTreeMap::new();
        for one in &self.ready {
            *days.entry(one.placement.date).or_default() += 1;
        }
        days
    }

    /// What they cost, all together.
    pub fn prices(&self) -> i64 {
        self.ready.iter().map(|one| one.quote.total()).sum()
    }

    /// How many lie beside the hours of the shop.
    pub fn promised(&self) -> usize {
        self.ready.iter().filter(|one| one.is_promised).count()
    }

    /// Names of guests who get a card, in the order of the file.
    pub fn new_guests(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        let new = self.ready.iter().filter(|one| one.whose.is_new);
        new.filter(|one| seen.insert(one.whose.id))
            .map(|one| one.line.contact.name.display.as_str())
            .collect()
    }

    /// How many guests have one.
    pub fn known_guests(&self) -> usize {
        let known = self.ready.iter().filter(|one| !one.whose.is_new);
        known
            .map(|one| one.whose.id)
            .collect::<HashSet<CustomerId>>()
            .len()
    }

    /// How many have an address to write to.
    pub fn reachable(&self) -> usize {
        let ready = self.ready.iter();
        ready.filter(|one| one.line.contact.email.is_some()).count()
    }

    /// How many lines cannot become bookings.
    pub fn refused(&self) -> usize {
        let lines: HashSet<u64> = self.problems.iter().map(|(line, _)| *line).collect();
        lines.len()
    }
}

/// A line whose names are ours.
struct Meant {
    line: Line,
    service: Service,
    staff: Option<ResourceId>,
    start: DateTime<Utc>,
}

/// Finds out what a file would do; to decide, under the locks of everything it could take.
pub fn plan(
    tx: &mut TenantTx<'_>,
    waiting: &Waiting,
    how: How<'_>,
    is_to_decide: bool,
) -> db::Result<Plan> {
    let mut plan = Plan::default();
    if is_to_decide {
        // Prices and lengths, too, are those that stand when our turn has come.
        load::queue_up(tx)?;
    }
    let menu = service::all(tx)?;
    let mut meant = Vec::new();
    for (place_in_file, (number, cells)) in waiting.cells.rows.iter().enumerate() {
        if place_in_file % AWAKE == 0 {
            awake(tx)?;
        }
        let row = Row {
            columns: &waiting.choices.columns,
            number: *number,
            cells,
        };
        match meaning(&row, &waiting.choices, (how, &menu, tx.now())) {
            Ok(Ok(one)) => meant.push(one),
            Ok(Err(left)) => plan.left.push((*number, left)),
            Err(whys) => plan
                .problems
                .extend(whys.into_iter().map(|why| (*number, why))),
        }
    }
    let starts = meant.iter().map(|one| one.start);
    let span = starts.clone().min().zip(starts.max());
    if let Some((span, first)) = span.zip(meant.first()) {
        let lines: Vec<&Line> = meant.iter().map(|one| &one.line).collect();
        let asked = (sought(how, first, 1), span);
        let mut there = There::read(tx, asked, &lines, is_to_decide)?;
        let mut seen = Seen::default();
        for (place_in_file, one) in meant.into_iter().enumerate() {
            if place_in_file % AWAKE == 0 {
                awake(tx)?;
            }
            let number = one.line.number;
            match place(one, how, &mut there, &mut seen) {
                Ok(ready) => plan.ready.push(ready),
                Err(why) => plan.problems.push((number, why)),
            }
        }
    }
    plan.problems.sort_by_key(|(line, _)| *line);
    Ok(plan)
}

/// Says that the transaction still goes on.
fn awake(tx: &mut TenantTx<'_>) -> db::Result<()> {
    let _one: i32 = statement::<Integer, _>(
        "select 1 where ? is not null",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .get_result(tx.conn())?;
    Ok(())
}

/// What a line means, or why it is left out, or what is wrong with it, before anything but the menu is asked.
fn meaning(
    row: &Row<'_>,
    choices: &Choices,
    (how, menu, now): (How<'_>, &[Service], DateTime<Utc>),
) -> Result<Result<Meant, Left>, Vec<Why>> {
    let status = search_key(row.cell(Column::Status));
    if choices.ended.iter().any(|word| status.contains(word)) {
        return Ok(Err(Left::Ended));
    }
    let theirs = choices.services.get(&row.called(Column::Service));
    let id = match theirs {
        Some(Theirs::Skipped) => return Ok(Err(Left::Service)),
        Some(Theirs::Ours(id)) => Some(*id),
        None => None,
    };
    let staff = row.called(Column::Staff);
    let staff = match choices.staff.get(&staff) {
        Some(Staff::Skipped) => return Ok(Err(Left::Staff)),
        Some(Staff::Ours(id)) => Some(*id),
        Some(Staff::Anybody) | None => None,
    };
    let line = line::read(row, how.lang).map_err(|wrong| {
        let wrong = wrong.into_iter();
        wrong
            .map(|one| Why::Cell(one.column, one.why))
            .collect::<Vec<_>>()
    })?;
    let service = menu.iter().find(|one| Some(one.id) == id);
    let service = service.ok_or_else(|| vec![Why::Gone])?;
    let start = instant(how.profile.zone, line.date, line.start);
    let start = start.ok_or_else(|| vec![Why::Refused(Refusal::NoSuchTime)])?;
    if start < now {
        return Err(vec![Why::Refused(Refusal::Past)]);
    }
    if start > now + FURTHEST {
        return Err(vec![Why::TooFar]);
    }
    let service = service.clone().with_options(&[]);
    let service = service.map_err(|_choice| vec![Why::Options])?;
    Ok(Ok(Meant {
        service: match line.minutes {
            Some(minutes) => service.lasting(minutes),
            None => service,
        },
        line,
        staff,
        start,
    }))
}

fn sought<'a>(how: How<'a>, meant: &'a Meant, party: i16) -> Sought<'a> {
    Sought {
        profile: how.profile,
        service: &meant.service,
        party,
        nominated: meant.staff,
        by: By::Hand,
        own: Own::None,
    }
}

/// Gives a line its guest and its place.
fn place(meant: Meant, how: How<'_>, there: &mut There, seen: &mut Seen) -> Result<Ready, Why> {
    let whose = there.cards.whose(&meant.line);
    let same = (whose.id, meant.start, meant.service.id);
    if let Some(first) = seen.twice(&meant.line, same) {
        return Err(Why::Twice(first));
    }
    if there.numbers.contains(&meant.line.outside) || there.booked.contains(&same) {
        return Err(Why::Known);
    }
    if whose.is_blocked {
        return Err(Why::Blocked);
    }
    let (least, most) = (
        meant.service.figures.party_min,
        meant.service.figures.party_max,
    );
    let party = meant.line.party.unwrap_or(least.max(1));
    if !(least..=most).contains(&party) {
        return Err(Why::Party(least, most));
    }
    let (placement, is_promised) = decide(&meant, how, (there, party))?;
    let roster = there.board.roster();
    let column = roster.foremost(&placement.resources());
    let service = meant.service.on(placement.date);
    let terms = roster.terms(&service, column);
    let service = service.done_by(terms);
    Ok(Ready {
        quote: agreed(&service, &meant.line, (party, how.profile)),
        line: meant.line,
        whose,
        service,
        column,
        placement,
        party,
        is_promised,
    })
}

fn decide(
    meant: &Meant,
    how: How<'_>,
    (there, party): (&mut There, i16),
) -> Result<(Placement, bool), Why> {
    let sought = sought(how, meant, party);
    match there.board.place(&sought, meant.start) {
        Ok(placement) => Ok((placement, false)),
        Err(refusal) if how.as_promised && is_of_hours(refusal) => {
            let placement = there.board.place_as_promised(&sought, meant.start);
            placement
                .map(|placement| (placement, true))
                .map_err(Why::Refused)
        }
        Err(refusal) => Err(Why::Refused(refusal)),
    }
}

/// Whether a refusal is about when the shop is open and people are on shift, and about nothing that somebody else has.
pub fn is_of_hours(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Closed | Refusal::OutsideHours | Refusal::NotAStart | Refusal::NobodyWorking
    )
}

/// The price as the menu has it, or as it was agreed elsewhere.
fn agreed(service: &Service, line: &Line, (party, profile): (i16, &Profile)) -> Quote {
    let mut quote = quote(service, party, None, &profile.settings.currency);
    if let Some(price) = line.price {
        quote.lines.truncate(1);
        if let Some(first) = quote.lines.first_mut() {
            first.amount = price;
        }
    }
    quote
}
