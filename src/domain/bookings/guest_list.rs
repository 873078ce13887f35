//! Read: the guests of a business by what the shop knows of them: marks, words, when they were last here and how often.
//!
//! Visits are counted out of the bookings, from an index alone, and only where somebody asks for them. Measured with 50,000
//! cards and 18,000 bookings in one business as the role of requests: a page in the order of readings 90 ms, in that of visits
//! 310 ms, their number 60 ms and 190 ms; with 2,000 cards 1 to 15 ms. A page begins after or before a card, whose place is found anew: nobody is lost or shown twice
//! where others come and go meanwhile.

use super::{
    cards::{Line, LineSql, PAGE, line, whose},
    guest_part::Part,
    number,
};
use crate::{
    base::ids::CustomerId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::customers::search::Wanted,
};
use chrono::NaiveDate;
use diesel::{
    prelude::*,
    sql_types::{BigInt, Jsonb, Uuid as SqlUuid},
};
use serde_json::{Value, json};

/// Which guests; what is not asked for lets everybody through.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What was typed, read.
    pub wanted: Wanted,
    /// Whether addresses and numbers are looked through, too: not for those who may not see them.
    pub by_contacts: bool,
    /// With this word on their card.
    pub tag: Option<String>,
    /// Whom the shop takes special care of.
    pub is_vip: bool,
    /// Who cannot book online.
    pub is_blocked: bool,
    /// Who agreed to letters and has not taken that back.
    pub takes_letters: bool,
    /// Who stayed away so often at least.
    pub missed: Option<i32>,
    /// Who was here, for the last time on this day or before.
    pub away_since: Option<NaiveDate>,
    /// Who was here so often at least.
    pub visits: Option<i32>,
    /// A part of the list.
    pub part: Option<Part>,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As a telephone book.
    #[default]
    Reading,
    /// Who was here last comes first, who never was comes last.
    Recent,
    /// Who was here most often comes first.
    Often,
}

impl Order {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Reading, Self::Recent, Self::Often];

    /// Its name in an address and in the statement.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Recent => "recent",
            Self::Often => "often",
        }
    }

    /// By that name.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Where a page begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum From {
    /// At the start.
    #[default]
    Start,
    /// After this card.
    After(CustomerId),
    /// Before this card, read backwards.
    Before(CustomerId),
}

/// What a page shows, and whether the list goes on either way.
#[derive(Debug, Default)]
pub struct Page {
    /// The guests.
    pub lines: Vec<Line>,
    /// Whether there are some before them.
    pub has_earlier: bool,
    /// Whether there are some after them.
    pub has_later: bool,
}

/// One value of what is asked for: a parameter for the planner, whichever it is.
macro_rules! a {
    ($name:literal) => {
        concat!("(select a.", $name, " from asked a)")
    };
}

macro_rules! asked {
    () => {
        "with asked as materialized (select * from jsonb_to_record(?) as a(business uuid, numbers bigint[], booked uuid[], \
             patterns text[], tag text, vip boolean, blocked boolean, letters boolean, missed integer, away date, visits integer, \
             low text, high text, outside boolean, rank text, place uuid)) "
    };
}

/// Who is in the list, from what stands on the card.
macro_rules! plain {
    ($found_by:literal) => {
        concat!(
            "c.business_id = ", a!("business"), " and c.deleted_at is null \
             and (c.number = any (", a!("numbers"), "::bigint[]) or c.id = any (", a!("booked"), "::uuid[]) \
                 or c.", $found_by, " like all (", a!("patterns"), "::text[])) \
             and (", a!("tag"), " is null or exists (select from customers.customer_tags t \
                 where t.customer_id = c.id and t.tag = ", a!("tag"), ")) \
             and (not ", a!("vip"), " or c.is_vip) and (not ", a!("blocked"), " or c.blocked_at is not null) \
             and (", a!("missed"), " is null or c.no_show_count >= ", a!("missed"), ") \
             and (not ", a!("letters"), " or exists (select from bookings.consents k where k.business_id = ", a!("business"), " \
                 and k.customer_id = c.id and k.kind = 'marketing' and k.withdrawn_on is null)) \
             and (", a!("low"), " is null or ", a!("outside"), " <> (c.reading >= ", a!("low"), " and c.reading < ", a!("high"), "))"
        )
    };
}

/// All cards with their visits. One card after the other: where the planner takes a shop for small, it would count all
/// visits of the shop anew for each.
macro_rules! visited {
    () => {
        "customers.customers c cross join lateral (select max(b.business_date) as last, count(*)::integer as visits \
             from bookings.bookings b where b.customer_id = c.id and b.deleted_at is null \
             and b.status in ('arrived', 'in_service', 'completed')) v"
    };
}

/// Who is in the list, from what they did.
macro_rules! came {
    () => {
        concat!(
            " and (",
            a!("away"),
            " is null or v.last <= ",
            a!("away"),
            ") \
             and (",
            a!("visits"),
            " is null or v.visits >= ",
            a!("visits"),
            ")"
        )
    };
}

/// What comes before the reading in the order: less is earlier.
macro_rules! rank {
    () => {
        concat!(
            "case ",
            a!("rank"),
            " when 'recent' then coalesce('2200-01-01'::date - v.last, 2147483647) \
             when 'often' then -v.visits else 0 end"
        )
    };
}

macro_rules! plain_page {
    ($found_by:literal, $beyond:literal, $way:literal) => {
        concat!(
            asked!(), ", page as materialized (select c.id, c.reading, 0 as rank from customers.customers c where ",
            plain!($found_by),
            " and (", a!("place"), " is null or (c.reading, c.id) ", $beyond,
            " (select f.reading, f.id from customers.customers f where f.id = ", a!("place"), ")) \
             order by c.reading ", $way, ", c.id ", $way, " limit ?) ",
            line!(), " order by page.reading ", $way, ", page.id ", $way
        )
    };
}

macro_rules! reckoned_page {
    ($found_by:literal, $beyond:literal, $way:literal) => {
        concat!(
            asked!(),
            ", place as materialized (select ",
            rank!(),
            " as rank, c.reading, c.id from ",
            visited!(),
            " where c.id = ",
            a!("place"),
            "), \
             page as materialized (select * from (select c.id, c.reading, ",
            rank!(),
            " as rank from ",
            visited!(),
            " where ",
            plain!($found_by),
            came!(),
            ") p where (",
            a!("place"),
            " is null or (p.rank, p.reading, p.id) ",
            $beyond,
            " (select f.rank, f.reading, f.id from place f)) \
             order by p.rank ",
            $way,
            ", p.reading ",
            $way,
            ", p.id ",
            $way,
            " limit ?) ",
            line!(),
            " order by page.rank ",
            $way,
            ", page.reading ",
            $way,
            ", page.id ",
            $way
        )
    };
}

/// A page of them.
pub fn page(tx: &mut TenantTx<'_>, filter: &Filter, order: Order, from: From) -> db::Result<Page> {
    let mut lines = read(tx, filter, order, from)?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    if let From::Before(_) = from {
        // Fewer than a page: the list begins here, and is read from its start, so that the page is full.
        if lines.len() < PAGE {
            return page(tx, filter, order, From::Start);
        }
        lines.reverse();
        return Ok(Page {
            lines,
            has_earlier: more,
            has_later: true,
        });
    }
    Ok(Page {
        lines,
        has_earlier: from != From::Start,
        has_later: more,
    })
}

fn read(tx: &mut TenantTx<'_>, filter: &Filter, order: Order, from: From) -> db::Result<Vec<Line>> {
    let asked = asked(tx, filter, order, from)?;
    let counts = filter.asks_for_visits() || order != Order::Reading;
    let back = matches!(from, From::Before(_));
    let how = match (counts, filter.by_contacts, back) {
        (false, true, false) => plain_page!("found_by", ">", "asc"),
        (false, true, true) => plain_page!("found_by", "<", "desc"),
        (false, false, false) => plain_page!("search_key", ">", "asc"),
        (false, false, true) => plain_page!("search_key", "<", "desc"),
        (true, true, false) => reckoned_page!("found_by", ">", "asc"),
        (true, true, true) => reckoned_page!("found_by", "<", "desc"),
        (true, false, false) => reckoned_page!("search_key", ">", "asc"),
        (true, false, true) => reckoned_page!("search_key", "<", "desc"),
    };
    let binds = (bind::<Jsonb, _>(asked), bind::<BigInt, _>(PAGE as i64 + 1));
    Ok(statement::<LineSql, _>(how, binds).load(tx.conn())?)
}

/// How many there are.
pub fn count(tx: &mut TenantTx<'_>, filter: &Filter) -> db::Result<i64> {
    let asked = asked(tx, filter, Order::Reading, From::Start)?;
    macro_rules! counted {
        ($found_by:literal) => {
            concat!(
                asked!(),
                "select count(*) from customers.customers c where ",
                plain!($found_by)
            )
        };
    }
    macro_rules! counted_of_visits {
        ($found_by:literal) => {
            concat!(
                asked!(),
                "select count(*) from ",
                visited!(),
                " where ",
                plain!($found_by),
                came!()
            )
        };
    }
    let how = match (filter.asks_for_visits(), filter.by_contacts) {
        (false, true) => counted!("found_by"),
        (false, false) => counted!("search_key"),
        (true, true) => counted_of_visits!("found_by"),
        (true, false) => counted_of_visits!("search_key"),
    };
    Ok(statement::<BigInt, _>(how, (bind::<Jsonb, _>(asked),)).get_result(tx.conn())?)
}

/// Which cards they are, for a file of them.
pub fn keys(tx: &mut TenantTx<'_>, filter: &Filter) -> db::Result<Vec<CustomerId>> {
    let asked = asked(tx, filter, Order::Reading, From::Start)?;
    macro_rules! chosen {
        ($found_by:literal) => {
            concat!(
                asked!(),
                "select c.id from ",
                visited!(),
                " where ",
                plain!($found_by),
                came!()
            )
        };
    }
    let how = match filter.by_contacts {
        true => chosen!("found_by"),
        false => chosen!("search_key"),
    };
    Ok(statement::<SqlUuid, _>(how, (bind::<Jsonb, _>(asked),)).load(tx.conn())?)
}

impl Filter {
    /// Whether it lets anybody through that it need not.
    pub fn is_everybody(&self) -> bool {
        let Self {
            wanted,
            tag,
            missed,
            ..
        } = self;
        let marks = self.is_vip || self.is_blocked || self.takes_letters;
        let rest = tag.is_some() || missed.is_some() || self.part.is_some();
        wanted.is_everybody() && !marks && !rest && !self.asks_for_visits()
    }

    fn asks_for_visits(&self) -> bool {
        self.away_since.is_some() || self.visits.is_some()
    }
}

/// What the statements read, in one value.
fn asked(tx: &mut TenantTx<'_>, filter: &Filter, order: Order, from: From) -> db::Result<Value> {
    let booked = match filter.wanted.code.as_deref().and_then(number::read) {
        Some(number) => whose(tx, &number)?,
        None => Vec::new(),
    };
    let bounds = filter.part.map(Part::bounds);
    let place = match from {
        From::Start => None,
        From::After(card) | From::Before(card) => Some(card),
    };
    Ok(json!({
        "business": tx.business(), "numbers": filter.wanted.numbers, "booked": booked, "patterns": filter.wanted.patterns,
        "tag": filter.tag, "vip": filter.is_vip, "blocked": filter.is_blocked, "letters": filter.takes_letters,
        "missed": filter.missed, "away": filter.away_since, "visits": filter.visits,
        "low": bounds.map(|bounds| bounds.0), "high": bounds.map(|bounds| bounds.1),
        "outside": bounds.is_some_and(|bounds| bounds.2), "rank": order.id(), "place": place,
    }))
}
