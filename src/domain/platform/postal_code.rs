//! What a postal code stands for: nothing, one place, or several to choose from. Never more than a proposal: a code is not
//! an address.

use super::ken_all::Place;
use crate::{
    db::{
        self, DbError, PlatformTx,
        statement::{bind, prepared, statement},
    },
    schema::platform::postal_codes,
};
use diesel::{prelude::*, sql_types::Jsonb};
use serde_json::{Value, json};

/// So many rows go in with one statement.
const BATCH: usize = 5_000;

/// A place as an address begins.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Found {
    /// 1 to 47.
    pub prefecture: i16,
    /// 市区町村
    pub city: String,
    /// 町域, or empty.
    pub town: String,
}

/// The places of seven digits.
pub fn find(tx: &mut PlatformTx<'_>, code: &str) -> db::Result<Vec<Found>> {
    Ok(postal_codes::table
        .filter(postal_codes::code.eq(code))
        .order((
            postal_codes::prefecture,
            postal_codes::city_kana,
            postal_codes::town_kana,
            postal_codes::town,
        ))
        .select((
            postal_codes::prefecture,
            postal_codes::city,
            postal_codes::town,
        ))
        .load(tx.conn())?)
}

/// Whether no list has been brought in.
pub fn is_empty(tx: &mut PlatformTx<'_>) -> db::Result<bool> {
    let any: Option<String> = postal_codes::table
        .select(postal_codes::code)
        .first(tx.conn())
        .optional()?;
    Ok(any.is_none())
}

/// These places in the place of those that were there.
pub fn replace(tx: &mut PlatformTx<'_>, places: &[Place]) -> Result<(), DbError> {
    prepared(diesel::delete(postal_codes::table)).execute(tx.conn())?;
    for batch in places.chunks(BATCH) {
        let rows: Vec<Value> = batch.iter().map(row).collect();
        statement::<(), _>(
            "insert into platform.postal_codes (code, prefecture, city, city_kana, town, town_kana) \
             select code, prefecture, city, city_kana, town, town_kana from jsonb_to_recordset(?) \
                 as r (code text, prefecture smallint, city text, city_kana text, town text, town_kana text) \
             on conflict do nothing",
            (bind::<Jsonb, _>(Value::Array(rows)),),
        )
        .execute(tx.conn())?;
    }
    Ok(())
}

fn row(place: &Place) -> Value {
    json!({
        "code": place.code, "prefecture": place.prefecture, "city": place.city, "city_kana": place.city_kana,
        "town": place.town, "town_kana": place.town_kana,
    })
}
