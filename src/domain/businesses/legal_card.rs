//! What a business tells by the Act on Specified Commercial Transactions (特定商取引法), as its owner writes it. What nothing is
//! written for is said by the profile, where that knows it.

use crate::{
    base::{fingerprint::fingerprint, lang::Lang},
    db::{self, EditError, TenantTx, statement::prepared},
    schema::businesses::business_settings,
};
use diesel::prelude::*;
use serde_json::{Map, Value, json};

/// The items of the notice, in the order people expect; each is a message, and with `_` a key of `legal_json`.
pub const ITEMS: [&str; 11] = [
    "seller",
    "responsible",
    "address",
    "phone",
    "email",
    "price",
    "extra-fees",
    "payment-method",
    "payment-time",
    "delivery",
    "cancellation",
];
/// Those that nobody else can say.
const OWN: [&str; 7] = [
    "responsible",
    "price",
    "extra-fees",
    "payment-method",
    "payment-time",
    "delivery",
    "cancellation",
];
/// What a sole trader may tell on request alone.
const ON_REQUEST: [&str; 2] = ["address", "phone"];
const ON_REQUEST_KEY: &str = "on_request";
const REGISTRATION_KEY: &str = "registration";

/// The answers, in the order of [`ITEMS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalCard {
    /// Japanese and English of each item; empty where nothing is written.
    pub answers: [(String, String); ITEMS.len()],
    /// Whether address and telephone are told to whoever asks, and to nobody else.
    pub on_request: bool,
    /// The number of an issuer of qualified invoices, `T` and thirteen digits; empty without one. It stands on receipts.
    pub registration: String,
}

impl LegalCard {
    /// What is kept. An answer in one language is a text; in two, a text of each.
    pub fn of(kept: &Value) -> Self {
        let answer = |item: &str| {
            let found = kept.get(key(item)).unwrap_or(&Value::Null);
            let text = |value: Option<&Value>| {
                let text = value.and_then(Value::as_str).unwrap_or_default();
                text.to_owned()
            };
            match found {
                Value::String(both) => (both.clone(), String::new()),
                each => (text(each.get("ja")), text(each.get("en"))),
            }
        };
        Self {
            answers: ITEMS.map(answer),
            on_request: kept.get(ON_REQUEST_KEY) == Some(&Value::Bool(true)),
            registration: kept
                .get(REGISTRATION_KEY)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// What is written for an item, in the reader's language where there is such; `None` leaves it to the profile.
    pub fn said(&self, item: &str, lang: Lang) -> Option<&str> {
        let place = ITEMS.iter().position(|known| *known == item)?;
        let (ja, en) = self.answers.get(place)?;
        let said = match lang {
            Lang::En if !en.is_empty() => en,
            Lang::Ja | Lang::En => ja,
        };
        (!said.is_empty()).then_some(said.as_str())
    }

    /// Whether an item is told to whoever asks for it.
    pub fn is_on_request(&self, item: &str) -> bool {
        self.on_request && ON_REQUEST.contains(&item)
    }

    /// The items that are not said by anybody.
    pub fn missing(&self) -> Vec<&'static str> {
        let own = OWN.into_iter();
        own.filter(|item| self.said(item, Lang::Ja).is_none())
            .collect()
    }

    /// Tells it apart from what somebody else makes of it.
    pub fn version(&self) -> String {
        fingerprint(self)
    }

    /// As it is kept, beside what else is kept there.
    fn kept(&self, before: Value) -> Value {
        let mut kept = match before {
            Value::Object(kept) => kept,
            _ => Map::new(),
        };
        for (item, (ja, en)) in ITEMS.iter().zip(&self.answers) {
            match (ja.is_empty(), en.is_empty()) {
                (true, true) => kept.remove(&key(item)),
                _ => kept.insert(key(item), json!({"ja": ja, "en": en})),
            };
        }
        kept.insert(ON_REQUEST_KEY.to_owned(), Value::Bool(self.on_request));
        match self.registration.as_str() {
            "" => kept.remove(REGISTRATION_KEY),
            number => kept.insert(REGISTRATION_KEY.to_owned(), json!(number)),
        };
        Value::Object(kept)
    }
}

fn key(item: &str) -> String {
    item.replace('-', "_")
}

/// The answers of the business of this transaction.
pub fn read(tx: &mut TenantTx<'_>) -> db::Result<LegalCard> {
    let kept: Value = business_settings::table
        .filter(business_settings::business_id.eq(tx.business()))
        .select(business_settings::legal_json)
        .first(tx.conn())?;
    Ok(LegalCard::of(&kept))
}

/// Writes them anew, if they are still what `version` was made of.
pub fn save(tx: &mut TenantTx<'_>, card: &LegalCard, version: &str) -> Result<(), EditError> {
    let row = business_settings::table.filter(business_settings::business_id.eq(tx.business()));
    // Whoever else saves waits here.
    let before: Value = row
        .select(business_settings::legal_json)
        .for_update()
        .first(tx.conn())?;
    if LegalCard::of(&before).version() != version {
        return Err(EditError::Stale);
    }
    let kept = business_settings::legal_json.eq(card.kept(before));
    prepared(diesel::update(row).set(kept)).execute(tx.conn())?;
    Ok(())
}
