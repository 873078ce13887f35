//! Read: the shops of a town that want to be found and take bookings, for whoever looks for a free time among all of them.

use super::{
    profile::{Halts, KanaRule, Profile, Settings},
    vertical::Vertical,
};
use crate::{
    base::{bilingual::Bilingual, ids::BusinessId, text::search_key},
    db::{
        self, TownTx,
        statement::{bind, statement},
    },
    schema::businesses::{business_settings, businesses, verticals},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Text, Uuid as SqlUuid},
};
use std::{collections::HashMap, sync::Arc};

/// Which of them.
#[derive(Clone, Debug, Default)]
pub struct Near {
    /// Only this kind.
    pub vertical: Option<Vertical>,
    /// Words of prefecture, city or English address, all of which must be there; empty is anywhere.
    pub place: String,
}

/// A shop, as far as its free times need it.
pub struct TownShop {
    /// How it takes bookings; what says nothing about times is left empty.
    pub profile: Profile,
    /// What it is found by: its names and its kind, as [`search_key`] makes them.
    pub words: String,
}

/// Those that are asked about free times on a date, each with the number of its rules' last change. Where there are more than
/// `most`, those whose turn it is that day: the order is another each day and favours nobody.
pub fn candidates(
    tx: &mut TownTx<'_>,
    near: &Near,
    (date, most): (NaiveDate, i64),
) -> db::Result<Vec<(BusinessId, i64)>> {
    let kinds: Vec<&str> = match near.vertical {
        Some(one) => vec![one.slug()],
        None => Vertical::ALL.map(Vertical::slug).to_vec(),
    };
    let words = near.place.split_whitespace();
    let words: Vec<String> = words
        .map(|word| format!("%{}%", word.replace(['\\', '%', '_'], " ").trim()))
        .collect();
    Ok(statement::<(SqlUuid, BigInt), _>(
        "select b.id, r.revision from businesses.businesses b \
         join businesses.verticals v on v.id = b.vertical_id \
         join businesses.business_settings s on s.business_id = b.id \
         join platform.revisions r on r.tenant = b.id \
         where v.slug = any (?) and b.prefecture || b.city || ' ' || b.address_en ilike all (?) \
         and s.is_accepting and s.bookings_stopped_at is null \
         and not exists (select from platform.switches w where w.name = 'bookings' and w.is_stopped) \
         order by md5(b.slug || ?), b.id limit ?",
        (
            bind::<Array<Text>, _>(kinds),
            bind::<Array<Text>, _>(words),
            bind::<Text, _>(date.to_string()),
            bind::<BigInt, _>(most),
        ),
    )
    .load(tx.conn())?)
}

type Row = (
    (BusinessId, String, String),
    (String, String, String),
    (String, String, String),
    (i16, i32, i16, Option<i16>, Option<i16>),
);

/// Some of them, by their keys.
pub fn shops(tx: &mut TownTx<'_>, ids: &[BusinessId]) -> db::Result<HashMap<BusinessId, TownShop>> {
    let rows: Vec<Row> = businesses::table
        .inner_join(verticals::table)
        .inner_join(business_settings::table)
        .filter(businesses::id.eq_any(ids.to_vec()))
        .select((
            (businesses::id, businesses::slug, businesses::timezone),
            (verticals::slug, verticals::name_ja, verticals::name_en),
            (
                businesses::display_name_ja,
                businesses::display_name_en,
                businesses::name_kana,
            ),
            (
                business_settings::slot_step_minutes,
                business_settings::notice_minutes,
                business_settings::horizon_days,
                business_settings::most_starts_a_day,
                business_settings::most_starts_a_week,
            ),
        ))
        .load(tx.conn())?;
    let shops = rows.into_iter().map(|row| (row.0.0, shop(row)));
    Ok(shops.collect())
}

fn shop(((id, slug, zone), kind, names, times): Row) -> TownShop {
    let (vertical, kind_ja, kind_en) = kind;
    let (ja, en, kana) = names;
    let words = [&ja, &en, &kana, &kind_ja, &kind_en].map(|word| search_key(word));
    TownShop {
        words: words.join(" "),
        profile: Profile {
            id,
            slug,
            vertical: Vertical::from_slug(&vertical).unwrap_or(Vertical::Salon),
            name: Bilingual::new(ja, en),
            about: Bilingual::default(),
            address: super::profile::Address::default(),
            phone: String::new(),
            email: None,
            zone: zone.parse().unwrap_or(Tz::Asia__Tokyo),
            picture: None,
            logo: None,
            framers: String::new(),
            is_stopped: false,
            halts: Halts::default(),
            settings: settings(times),
            week: Arc::default(),
            is_open: true,
        },
    }
}

/// What a free time goes by; the rest is about what comes after it has been found.
fn settings(
    (step, notice, horizon, a_day, a_week): (i16, i32, i16, Option<i16>, Option<i16>),
) -> Settings {
    Settings {
        slot_step_minutes: step,
        notice_minutes: notice,
        horizon_days: horizon,
        most_starts_a_day: a_day,
        most_starts_a_week: a_week,
        is_accepting: true,
        accent: String::new(),
        default_locale: String::new(),
        currency: String::new(),
        change_until_minutes: 0,
        cancel_until_minutes: 0,
        most_ahead: 0,
        most_a_day: None,
        moves_while_free: false,
        hold_minutes: 0,
        holds_per_client: 0,
        kana_rule: KanaRule::Optional,
        notices_ja: String::new(),
        notices_en: String::new(),
        legal_json: serde_json::Value::Null,
    }
}
