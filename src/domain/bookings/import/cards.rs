//! For whom the lines are: cards that are there already are used again, and two lines of somebody new get one card. All that could
//! be meant is read in one statement.

use super::line::Line;
use crate::{
    base::ids::CustomerId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
    domain::customers::{
        likeness::{self, Known, Likeness},
        register::Contact,
    },
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

impl Card {
    fn known(&self) -> Known<'_> {
        Known {
            key: &self.key,
            email: self.email.as_deref(),
            phone: self.phone.as_deref(),
        }
    }
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

    /// Whose a line is, as far as anybody is known, by the rule of [`likeness`]: the file is the shop's own. Lines of long ago
    /// often have a name and nothing else: that is enough with a reading, where nobody else is called so.
    fn known(&self, contact: &Contact, key: &str) -> Option<&Card> {
        let told = contact.known(key);
        let by_email = self.at(&self.by_email, contact.email.as_ref());
        let reached = by_email.chain(self.at(&self.by_phone, contact.phone.as_ref()));
        let known = reached.map(|card| (card, card.known()));
        likeness::best(known, told, Likeness::Claim).or_else(|| {
            let places = self.by_key.get(key)?.iter();
            let mut called = places.filter_map(|place| self.all.get(*place));
            let (card, other) = (called.next()?, called.next());
            let fits = likeness::likeness(card.known(), told) >= Likeness::Namesake;
            (other.is_none() && fits).then_some(card)
        })
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
