//! The business, its settings, when it is open, its picture.

use super::{Town, known};
use crate::{
    base::{holidays::holiday, ids::UserId},
    cli::seed::{
        SeedError,
        chance::Chance,
        written::{Closing, Shop, days, spans},
    },
    db::TenantTx,
    domain::businesses::profile::{BusinessStatus, KanaRule, OnboardingStatus},
    schema::businesses::{
        business_holidays, business_hours, business_media, business_settings, businesses, verticals,
    },
};
use chrono::{Datelike, Days, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Dated closings are written so far back and ahead.
const BACK: Days = Days::new(60);
const AHEAD: Days = Days::new(400);
/// Weekdays are numbered 0 to 6; what follows are public holidays and the days before them.
const SATURDAY: i16 = 6;
const HOLIDAY: i16 = 7;
const EVE: i16 = 8;

/// A date's special hours (none: closed) and why.
type Exception = (Vec<(i16, i16)>, String, String);

pub(super) fn business(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    owner: Option<UserId>,
) -> Result<(), SeedError> {
    let (id, place, joined) = (tx.business(), &shop.place, town.joined_at());
    let vertical: Uuid = verticals::table
        .filter(verticals::slug.eq(&shop.vertical))
        .select(verticals::id)
        .first(tx.conn())?;
    diesel::insert_into(businesses::table)
        .values((
            (
                businesses::id.eq(id),
                businesses::owner_id.eq(owner.map(|owner| owner.0)),
                businesses::vertical_id.eq(vertical),
                businesses::slug.eq(&shop.slug),
                businesses::display_name_ja.eq(&shop.name.0),
                businesses::display_name_en.eq(&shop.name.1),
                businesses::name_kana.eq(&shop.kana),
                businesses::description_ja.eq(&shop.about.0),
                businesses::description_en.eq(&shop.about.1),
            ),
            (
                businesses::postal_code.eq(&place.postal_code),
                businesses::prefecture.eq(&place.prefecture),
                businesses::city.eq(&place.city),
                businesses::street.eq(&place.street),
                businesses::building.eq(&place.building),
                businesses::address_en.eq(&place.english),
                businesses::latitude.eq(place.latitude),
                businesses::longitude.eq(place.longitude),
            ),
            businesses::phone.eq(&shop.phone),
            businesses::email.eq(&shop.email),
            businesses::status.eq(BusinessStatus::Approved),
            businesses::onboarding_status.eq(OnboardingStatus::Live),
            businesses::created_at.eq(joined),
            businesses::updated_at.eq(joined),
        ))
        .execute(tx.conn())?;
    Ok(())
}

pub(super) fn settings(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let (business, joined) = (tx.business(), town.joined_at());
    let legal: serde_json::Map<String, serde_json::Value> = shop
        .legal
        .iter()
        .map(|(item, both)| {
            (
                item.clone(),
                serde_json::json!({ "ja": both.0, "en": both.1 }),
            )
        })
        .collect();
    let kana_rule = known(KanaRule::from_label(&shop.kana_rule), &shop.kana_rule)?;
    diesel::insert_into(business_settings::table)
        .values((
            business_settings::id.eq(chance.id()),
            business_settings::business_id.eq(business),
            business_settings::accent.eq(&shop.accent),
            business_settings::slot_step_minutes.eq(shop.slot_step_minutes),
            business_settings::notice_minutes.eq(shop.notice_minutes),
            business_settings::horizon_days.eq(shop.horizon_days),
            business_settings::change_until_minutes.eq(shop.change_until_minutes),
            business_settings::cancel_until_minutes.eq(shop.cancel_until_minutes),
            business_settings::kana_rule.eq(kana_rule),
            business_settings::notices_ja.eq(&shop.notices.0),
            business_settings::notices_en.eq(&shop.notices.1),
            business_settings::legal_json.eq(serde_json::Value::Object(legal)),
            business_settings::created_at.eq(joined),
            business_settings::updated_at.eq(joined),
        ))
        .execute(tx.conn())?;
    Ok(())
}

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
        for day in days(&rule.days)?.into_iter().filter(|day| *day <= SATURDAY) {
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
    dates.extend(on_holidays(town, shop)?);
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

pub(super) fn media(
    tx: &mut TenantTx<'_>,
    town: &Town,
    shop: &Shop,
    chance: &mut Chance,
) -> Result<(), SeedError> {
    let business = tx.business();
    let rows: Vec<_> = shop
        .media
        .iter()
        .zip(0_i16..)
        .map(|(media, order)| {
            (
                business_media::id.eq(chance.id()),
                business_media::business_id.eq(business),
                business_media::url.eq(&media.url),
                business_media::caption_ja.eq(&media.caption.0),
                business_media::caption_en.eq(&media.caption.1),
                business_media::display_order.eq(order),
                business_media::is_featured.eq(order == 0),
                business_media::created_at.eq(town.joined_at()),
            )
        })
        .collect();
    diesel::insert_into(business_media::table)
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

/// Hours of public holidays and of the days before them, date by date; a holiday's win over those of a day before one.
fn on_holidays(town: &Town, shop: &Shop) -> Result<BTreeMap<NaiveDate, Exception>, SeedError> {
    let mut dates = BTreeMap::new();
    for kind in [EVE, HOLIDAY] {
        for rule in &shop.hours {
            if !days(&rule.days)?.contains(&kind) {
                continue;
            }
            let first = town.today - BACK;
            let all = first
                .iter_days()
                .take_while(|date| *date <= town.today + AHEAD);
            for date in all {
                let decisive = match kind {
                    EVE => date.succ_opt().unwrap_or(date),
                    _ => date,
                };
                if holiday(decisive).is_some() {
                    let (ja, en) = (rule.reason.0.clone(), rule.reason.1.clone());
                    dates.insert(date, (spans(&rule.spans)?, ja, en));
                }
            }
        }
    }
    Ok(dates)
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
