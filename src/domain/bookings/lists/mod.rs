//! Read: the lists of a business, as they are taken along in files. They stand here because bookings are among them, and
//! all of them are asked for in one way.

mod columns;
mod guests;
mod prices;
mod sql;

use crate::{
    base::{
        column::Column,
        ids::{AnswerFileId, BookingId},
    },
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::businesses::role::Right,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    prelude::*,
    sql_types::{
        Array, BigInt, Bool, Date, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid,
    },
};
use serde_json::Value;
use uuid::Uuid;

/// So many lines are read at a time.
pub const PIECE: i64 = 2_000;

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// What is booked, of some days.
    Bookings,
    /// What became of it, step by step.
    History,
    /// What guests answered beforehand.
    Answers,
    /// Cards of guests.
    Customers,
    /// What staff should know of them.
    Notes,
    /// What they agreed to, and took back.
    Consents,
    /// What was done at their visits.
    Charts,
    /// What is offered.
    Services,
    /// What can be had besides.
    Options,
    /// The headings of the menu.
    Categories,
    /// Who and what it takes.
    Resources,
    /// What cancelling costs.
    Policies,
    /// What makes prices others than the menu's.
    PriceRules,
    /// Codes that make a booking cheaper.
    Coupons,
    /// When the shop is open.
    Hours,
    /// Days on which that is otherwise.
    Dates,
    /// Who works when.
    Shifts,
    /// Days on which that is otherwise.
    ShiftDates,
    /// Time kept free.
    Blocks,
    /// Who works here.
    Team,
    /// Photographs and what is said of them.
    Photos,
}

impl List {
    /// All of them, as they are shown.
    pub const ALL: [Self; 21] = [
        Self::Bookings,
        Self::History,
        Self::Answers,
        Self::Customers,
        Self::Notes,
        Self::Consents,
        Self::Charts,
        Self::Services,
        Self::Options,
        Self::Categories,
        Self::Resources,
        Self::Policies,
        Self::PriceRules,
        Self::Coupons,
        Self::Hours,
        Self::Dates,
        Self::Shifts,
        Self::ShiftDates,
        Self::Blocks,
        Self::Team,
        Self::Photos,
    ];

    /// As an address and the words of the house have it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bookings => "bookings",
            Self::History => "history",
            Self::Answers => "answers",
            Self::Customers => "customers",
            Self::Notes => "notes",
            Self::Consents => "consents",
            Self::Charts => "charts",
            Self::Services => "services",
            Self::Options => "options",
            Self::Categories => "categories",
            Self::Resources => "resources",
            Self::Policies => "policies",
            Self::PriceRules => "price-rules",
            Self::Coupons => "coupons",
            Self::Hours => "hours",
            Self::Dates => "dates",
            Self::Shifts => "shifts",
            Self::ShiftDates => "shift-dates",
            Self::Blocks => "blocks",
            Self::Team => "team",
            Self::Photos => "photos",
        }
    }

    /// The one of a word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.id() == id)
    }

    /// What somebody needs who takes it along.
    pub const fn right(self) -> Right {
        match self {
            Self::Bookings | Self::History => Right::ReadTakings,
            Self::Answers | Self::Customers | Self::Notes | Self::Consents | Self::Charts => {
                Right::MoveCustomers
            }
            Self::Services
            | Self::Options
            | Self::Categories
            | Self::Resources
            | Self::Policies
            | Self::PriceRules
            | Self::Coupons => Right::ManageCatalog,
            Self::Hours | Self::Dates | Self::Shifts | Self::ShiftDates | Self::Blocks => {
                Right::ManageSchedule
            }
            Self::Team => Right::ManageTeam,
            Self::Photos => Right::ManageBusiness,
        }
    }

    /// Whether it is of some days, which somebody chooses.
    pub const fn is_dated(self) -> bool {
        matches!(self, Self::Bookings)
    }

    /// Whether people are in it, so that whoever takes it along proves first who they are.
    pub const fn is_of_people(self) -> bool {
        matches!(
            self,
            Self::Bookings
                | Self::History
                | Self::Answers
                | Self::Customers
                | Self::Notes
                | Self::Consents
                | Self::Charts
                | Self::Team
        )
    }

    /// Whether it is given by itself. What guests are is taken along by a page of its own, and what is written about them
    /// or became of a booking is in the file with everything.
    pub const fn is_by_itself(self) -> bool {
        !matches!(
            self,
            Self::History
                | Self::Answers
                | Self::Customers
                | Self::Notes
                | Self::Consents
                | Self::Charts
                | Self::Photos
        )
    }

    /// What stands in it.
    pub const fn columns(self) -> &'static [Column] {
        columns::of(self)
    }

    /// Whether it is read piece by piece.
    const fn is_long(self) -> bool {
        matches!(
            self,
            Self::Bookings
                | Self::History
                | Self::Answers
                | Self::Customers
                | Self::Notes
                | Self::Consents
                | Self::Charts
        )
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which list.
    pub list: List,
    /// The language of names.
    pub lang: &'static str,
    /// The zone of the business.
    pub zone: &'static str,
    /// From this day of the shop on.
    pub first: NaiveDate,
    /// Up to this one.
    pub last: NaiveDate,
    /// Whether guests are named.
    pub names_guests: bool,
    /// Whether it is told how to reach them.
    pub has_contacts: bool,
}

/// Where a piece ends, so that the next begins there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    at: Option<DateTime<Utc>>,
    id: Option<Uuid>,
    number: i64,
}

/// Some lines of a list.
#[derive(Debug)]
pub struct Piece {
    /// As the database gives them, in the order of the columns.
    pub lines: Vec<Vec<String>>,
    /// Where the next begins; `None` after the last.
    pub next: Option<Place>,
}

/// The menu and what belongs to it, with its keys, for programs that are to read it.
pub fn catalogue(tx: &mut TenantTx<'_>) -> db::Result<Value> {
    let (all,): (Value,) =
        statement::<(Jsonb,), _>(sql::CATALOGUE, (bind::<SqlUuid, _>(tx.business()),))
            .get_result(tx.conn())?;
    Ok(all)
}

/// The photographs as they lie in the store: the name in the file, and under which hash, how wide and how it ends.
pub fn pictures(tx: &mut TenantTx<'_>) -> db::Result<Vec<(String, String, i32, String)>> {
    Ok(statement::<(Text, Text, Integer, Text), _>(
        "select id || '.' || ending, picture, width, ending from businesses.business_media \
         where business_id = ? and deleted_at is null and picture <> '' order by place, display_order, id",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .load(tx.conn())?)
}

/// The photographs of charts as they lie in the store, likewise: what was deleted is not among them.
pub fn chart_pictures(tx: &mut TenantTx<'_>) -> db::Result<Vec<(String, String, i32, String)>> {
    Ok(statement::<(Text, Text, Integer, Text), _>(
        "select p.id || '.' || p.ending, p.picture, p.width, p.ending from bookings.chart_photos p \
         join bookings.chart_entries e on e.business_id = p.business_id and e.id = p.entry_id and e.deleted_at is null \
         join customers.customers c on c.business_id = e.business_id and c.id = e.customer_id and c.deleted_at is null \
         where p.business_id = ? and p.deleted_at is null order by p.created_at, p.id",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .load(tx.conn())?)
}

/// The files that questions were answered with: key, booking, and the name in the file, as the list of answers has it.
pub fn answer_files(tx: &mut TenantTx<'_>) -> db::Result<Vec<(AnswerFileId, BookingId, String)>> {
    Ok(statement::<(SqlUuid, SqlUuid, Text), _>(
        "select id, booking_id, id || '.' || substring(name from '[^.]+$') from bookings.answer_files \
         where business_id = ? and booking_id is not null order by created_at, id",
        (bind::<SqlUuid, _>(tx.business()),),
    )
    .load(tx.conn())?)
}

type LineSql = (
    Nullable<Timestamptz>,
    Nullable<SqlUuid>,
    BigInt,
    Nullable<Array<Text>>,
);
type Line = (
    Option<DateTime<Utc>>,
    Option<Uuid>,
    i64,
    Option<Vec<String>>,
);

/// A piece of a list, from a place on. Its lines are in the order of their keys, so that however long it is, each piece
/// costs the same.
pub fn piece(tx: &mut TenantTx<'_>, asked: &Asked, from: Place) -> db::Result<Piece> {
    let business = tx.business();
    let rows: Vec<Line> = statement::<LineSql, _>(
        sql::of(asked.list),
        (
            bind::<SqlUuid, _>(business),
            bind::<Text, _>(asked.lang),
            bind::<Text, _>(asked.zone),
            bind::<Date, _>(asked.first),
            bind::<Date, _>(asked.last),
            bind::<Bool, _>(asked.names_guests),
            bind::<Bool, _>(asked.has_contacts),
            bind::<Nullable<Timestamptz>, _>(from.at),
            bind::<Nullable<SqlUuid>, _>(from.id),
            bind::<BigInt, _>(from.number),
            bind::<BigInt, _>(PIECE),
        ),
    )
    .load(tx.conn())?;
    let end = rows.last().map(|(at, id, number, _)| Place {
        at: *at,
        id: *id,
        number: *number,
    });
    Ok(Piece {
        next: end.filter(|_| asked.list.is_long()),
        lines: rows.into_iter().filter_map(|row| row.3).collect(),
    })
}
