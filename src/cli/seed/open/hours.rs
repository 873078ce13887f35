//! When a shop is open: the week with its public holidays and the days before them, and the dates that are otherwise.

use super::{Town, known};
use crate::{
    cli::seed::{
        SeedError,
        chance::Chance,
        written::{Closing, Shop, days, spans},
    },
    db::TenantTx,
    schema::businesses::{business_holidays, business_hours},
};
use chrono::{Datelike, Days, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Dated closings are written so far back and ahead.
const BACK: Days = Days::new(60);
const AHEAD: Days = Days::new(400);

/// A date's special hours (none: closed) and why.
type Exception = (Vec<(i16, i16)>, String, String);

pub(super) fn hours(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut rows = Vec::new();
    for rule in &shop.hours {
        let weeks: Vec<Option<i16>> = match rule.weeks.as_slice() {
            [] => vec![None],
            some => some.iter().copied().map(Some).collect(),
        };
        for day in days(&rule.days)? {
            for week in &weeks {
                for span in or_closed(spans(&rule.spans)?) {
                    rows.push((
                        business_hours::id.eq(chance.id()),
                        business_hours::business_id.eq(business),
                        business_hours::day_of_week.eq(day),
                        business_hours::week_of_month.eq(*week),
                        business_hours::open_minute.eq(span.map(|(open, _)| open)),
                        business_hours::close_minute.eq(span.map(|(_, close)| close)),
                        business_hours::is_closed.eq(span.is_none()),
                        business_hours::created_at.eq(town.joined_at()),
                    ));
                }
            }
        }
    }
    diesel::insert_into(business_hours::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

pub(super) fn closings(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let mut dates: BTreeMap<NaiveDate, Exception> = irregular(town, shop, chance)?;
    for closing in &shop.closings {
        for date in every_year(town.today, closing)? {
            let (ja, en) = (closing.reason.0.clone(), closing.reason.1.clone());
            dates.insert(date, (spans(&closing.spans)?, ja, en));
        }
    }
    let (first, last) = (town.today - BACK, town.today + AHEAD);
    let mut rows = Vec::new();
    for (date, (special, ja, en)) in dates.range(first..=last) {
        for span in or_closed(special.clone()) {
            rows.push((
                business_holidays::id.eq(chance.id()),
                business_holidays::business_id.eq(business),
                business_holidays::date.eq(*date),
                business_holidays::reason.eq(ja.clone()),
                business_holidays::reason_en.eq(en.clone()),
                business_holidays::open_minute.eq(span.map(|(open, _)| open)),
                business_holidays::close_minute.eq(span.map(|(_, close)| close)),
                business_holidays::created_at.eq(town.joined_at()),
            ));
        }
    }
    diesel::insert_into(business_holidays::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

/// No spans are one row that says closed.
fn or_closed(spans: Vec<(i16, i16)>) -> Vec<Option<(i16, i16)>> {
    match spans.is_empty() {
        true => vec![None],
        false => spans.into_iter().map(Some).collect(),
    }
}

/// 不定休: drawn month by month, for two months back and four ahead.
fn irregular(
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<BTreeMap<NaiveDate, Exception>, SeedError> {
    let mut drawn = BTreeMap::new();
    let Some(rule) = &shop.irregular else {
        return Ok(drawn);
    };
    let weekdays = days(&rule.days)?;
    let first = town.today - BACK;
    let candidates: Vec<NaiveDate> = first
        .iter_days()
        .take_while(|date| *date <= town.today + Days::new(120))
        .filter(|date| {
            let weekday = i16::try_from(date.weekday().num_days_from_sunday()).unwrap_or(0);
            weekdays.contains(&weekday)
        })
        .collect();
    for month in candidates.chunk_by(|one, other| one.month() == other.month()) {
        for _ in 0..rule.each_month {
            if let Some(date) = chance.pick(month) {
                let (ja, en) = (rule.reason.0.clone(), rule.reason.1.clone());
                drawn.insert(*date, (Vec::new(), ja, en));
            }
        }
    }
    Ok(drawn)
}

/// The dates of a yearly closing, last year's to next year's.
fn every_year(today: NaiveDate, closing: &Closing) -> Result<Vec<NaiveDate>, SeedError> {
    let mut dates = Vec::new();
    for year in today.year() - 1..=today.year() + 1 {
        let from = month_day(year, &closing.from)?;
        let same_year = month_day(year, &closing.until)?;
        let until = match same_year < from {
            true => month_day(year + 1, &closing.until)?,
            false => same_year,
        };
        dates.extend(from.iter_days().take_while(|date| *date <= until));
    }
    Ok(dates)
}

fn month_day(year: i32, words: &str) -> Result<NaiveDate, SeedError> {
    let date = NaiveDate::parse_from_str(&format!("{year}-{words}"), "%Y-%m-%d");
    known(date.ok(), words)
}
