//! For whom the lines are: cards that are there already are used again, and two lines of somebody new get one card. All that could
//! be meant is read in one statement.

use super::line::Line;
use crate::{
    base::ids::CustomerId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::customers::register::Contact,
};
use diesel::{
    prelude::*,
    sql_types::{Array, Bool, Nullable, Text, Uuid as SqlUuid},
};
use std::collections::HashMap;
use uuid::Uuid;

/// A card.
#[derive(Clone, Debug)]
struct Card {
    id: CustomerId,
    key: String,
    email: Option<String>,
    phone: Option<String>,
    is_blocked: bool,
    is_new: bool,
}

/// Every card that a line could mean, those that the lines before it brought among them.
#[derive(Default)]
pub(super) struct Cards {
    all: Vec<Card>,
    by_email: HashMap<String, Vec<usize>>,
    by_phone: HashMap<String, Vec<usize>>,
    by_key: HashMap<String, Vec<usize>>,
}

/// Whose a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Whose {
    pub id: CustomerId,
    /// Whether there was no such card before the file.
    pub is_new: bool,
    /// Whether the shop wants to speak with them first.
    pub is_blocked: bool,
}

type Row = (CustomerId, String, Option<String>, Option<String>, bool);
type RowSql = (SqlUuid, Text, Nullable<Text>, Nullable<Text>, Bool);

macro_rules! cards {
    ($lock:literal) => {
        concat!(
            // As text: row security lets an index be used by operators that cannot leak only.
            "select id, search_key, email::text, phone, blocked_at is not null from customers.customers \
             where business_id = ? and deleted_at is null and erased_at is null \
             and (email::text = any (?) or phone = any (?) or search_key = any (?)) order by number",
            $lock
        )
    };
}

impl Cards {
    /// Reads them. To decide, they are held until the transaction ends: a card must not be emptied of its person in between.
    pub fn read(tx: &mut TenantTx<'_>, lines: &[&Line], is_to_decide: bool) -> db::Result<Self> {
        let contacts = || lines.iter().map(|line| &line.contact);
        let emails: Vec<String> = contacts().filter_map(|one| one.email.clone()).collect();
        let phones: Vec<String> = contacts().filter_map(|one| one.phone.clone()).collect();
        let keys: Vec<String> = contacts().map(|one| one.name.search_key()).collect();
        let sql = match is_to_decide {
            true => cards!(" for key share"),
            false => cards!(""),
        };
        let rows: Vec<Row> = statement::<RowSql, _>(
            sql,
            (
                bind::<SqlUuid, _>(tx.business()),
                bind::<Array<Text>, _>(emails),
                bind::<Array<Text>, _>(phones),
                bind::<Array<Text>, _>(keys),
            ),
        )
        .load(tx.conn())?;
        let mut cards = Self::default();
        for (id, key, email, phone, is_blocked) in rows {
            cards.put(Card {
                id,
                key,
                email,
                phone,
                is_blocked,
                is_new: false,
            });
        }
        Ok(cards)
    }

    fn put(&mut self, card: Card) {
        let place = self.all.len();
        let known = |map: &mut HashMap<String, Vec<usize>>, key: &Option<String>| {
            if let Some(key) = key {
                map.entry(key.clone()).or_default().push(place);
            }
        };
        known(&mut self.by_email, &card.email);
        known(&mut self.by_phone, &card.phone);
        known(&mut self.by_key, &Some(card.key.clone()));
        self.all.push(card);
    }

    fn at<'a>(
        &'a self,
        map: &'a HashMap<String, Vec<usize>>,
        key: Option<&String>,
    ) -> impl Iterator<Item = &'a Card> {
        let places = key.and_then(|key| map.get(key)).into_iter().flatten();
        places.filter_map(|place| self.all.get(*place))
    }

    /// Whose a line is, as far as anybody is known: the same written name with the same address, or with the same number; or
    /// the same name and reading, where nothing else is there to go by and nobody else has it.
    fn known(&self, contact: &Contact, key: &str) -> Option<&Card> {
        let same = |card: &&Card| written(&card.key) == written(key);
        let mut by_email = self.at(&self.by_email, contact.email.as_ref());
        let mut by_phone = self.at(&self.by_phone, contact.phone.as_ref());
        by_email
            .find(same)
            .or_else(|| by_phone.find(same))
            .or_else(|| self.by_name(contact, key))
    }

    fn by_name(&self, contact: &Contact, key: &str) -> Option<&Card> {
        let has_reading = key
            .split_once(' ')
            .is_some_and(|(_, kana)| !kana.is_empty());
        if !has_reading {
            return None;
        }
        let places = self.by_key.get(key)?;
        let mut all = places.iter().filter_map(|place| self.all.get(*place));
        let (card, other) = (all.next()?, all.next());
        let agrees = |one: &Option<String>, other: &Option<String>| {
            one.is_none() || other.is_none() || one == other
        };
        let fits = agrees(&card.email, &contact.email) && agrees(&card.phone, &contact.phone);
        (other.is_none() && fits).then_some(card)
    }

    /// Whose a line is; somebody new gets a card for the lines that follow as well.
    pub fn whose(&mut self, line: &Line) -> Whose {
        let (contact, key) = (&line.contact, line.contact.name.search_key());
        let is_blocked = self
            .at(&self.by_email, contact.email.as_ref())
            .chain(self.at(&self.by_phone, contact.phone.as_ref()))
            .any(|card| card.is_blocked);
        if let Some(card) = self.known(contact, &key) {
            return Whose {
                id: card.id,
                is_new: card.is_new,
                is_blocked: is_blocked || card.is_blocked,
            };
        }
        let id = CustomerId(Uuid::new_v4());
        self.put(Card {
            id,
            key,
            email: contact.email.clone(),
            phone: contact.phone.clone(),
            is_blocked: false,
            is_new: true,
        });
        Whose {
            id,
            is_new: true,
            is_blocked,
        }
    }
}

/// The written part of what a card is found by.
fn written(key: &str) -> &str {
    key.split(' ').next().unwrap_or_default()
}
