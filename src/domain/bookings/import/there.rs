//! What is there before a file, read once for all of its lines; and what its own lines were before each other.

use super::{cards::Cards, line::Line};
use crate::{
    base::ids::{CustomerId, ServiceId},
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::scheduling::{board::Board, seek::Sought},
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Text, Timestamptz, Uuid as SqlUuid},
};
use std::collections::{HashMap, HashSet};

/// Two instants.
type Between = (DateTime<Utc>, DateTime<Utc>);

/// What is the same of two lines about one booking.
pub(super) type Same = (CustomerId, DateTime<Utc>, ServiceId);

/// What is there before the file.
pub(super) struct There {
    /// Numbers of the other system that are booked here.
    pub numbers: HashSet<String>,
    /// Who is booked for what.
    pub booked: HashSet<Same>,
    /// Whose lines may be.
    pub cards: Cards,
    /// What is taken.
    pub board: Board,
}

impl There {
    /// Reads it; to decide, under the locks of everything that could be taken.
    pub fn read(
        tx: &mut TenantTx<'_>,
        (sought, span): (Sought<'_>, Between),
        lines: &[&Line],
        is_to_decide: bool,
    ) -> db::Result<Self> {
        // Whoever waits for the same time waits here; what is read afterwards stays true.
        let board = Board::read(tx, &sought, span, is_to_decide)?;
        Ok(Self {
            numbers: numbers(tx, lines)?,
            booked: booked(tx, span)?,
            cards: Cards::read(tx, lines, is_to_decide)?,
            board,
        })
    }
}

/// Which of these numbers of the other system are booked here.
fn numbers(tx: &mut TenantTx<'_>, lines: &[&Line]) -> db::Result<HashSet<String>> {
    let asked: Vec<&str> = lines
        .iter()
        .map(|line| line.outside.as_str())
        .filter(|number| !number.is_empty())
        .collect();
    let known: Vec<String> = statement::<Text, _>(
        "select i.outside_number from bookings.imported_bookings i join bookings.bookings b on b.id = i.booking_id \
         where i.business_id = ? and i.outside_number = any (?) and i.outside_number <> '' and b.deleted_at is null",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Array<Text>, _>(asked),
        ),
    )
    .load(tx.conn())?;
    Ok(known.into_iter().collect())
}

/// Who is booked for what between two instants.
fn booked(tx: &mut TenantTx<'_>, (first, last): Between) -> db::Result<HashSet<Same>> {
    let rows: Vec<Same> = statement::<(SqlUuid, Timestamptz, SqlUuid), _>(
        "select customer_id, start_at, service_id from bookings.bookings where business_id = ? and start_at between ? and ? \
         and service_id is not null and deleted_at is null and status not in ('cancelled', 'no_show', 'expired')",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<Timestamptz, _>(first),
            bind::<Timestamptz, _>(last),
        ),
    )
    .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}

/// What the lines before were.
#[derive(Default)]
pub(super) struct Seen {
    numbers: HashMap<String, u64>,
    booked: HashMap<Same, u64>,
}

impl Seen {
    /// The line of the same booking, if there was one; this one is remembered.
    pub fn twice(&mut self, line: &Line, same: Same) -> Option<u64> {
        let by_number = match line.outside.as_str() {
            "" => None,
            number => self.numbers.get(number).copied(),
        };
        let first = by_number.or_else(|| self.booked.get(&same).copied());
        if !line.outside.is_empty() {
            self.numbers
                .entry(line.outside.clone())
                .or_insert(line.number);
        }
        self.booked.entry(same).or_insert(line.number);
        first
    }
}
