//! Whose card it is: the one rule by which a booking, a file of cards and a file of bookings find somebody who has one
//! already. Pure.
//!
//! The written name agrees, and one way to reach them, and no two addresses contradict each other: a household shares a
//! number, and each of it has an address. Numbers may differ where the address agrees: people change them.
//!
//! What somebody told who books is believed less than what the shop writes itself. Where it has an address that the card has
//! not, a number that agrees is a claim and no more: letters and the account of that address would get what is another's, and
//! nobody has proved anything. So whoever books gets a card of their own then, which the shop may merge.

/// What is known of a person: on a card, or in what was told.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// What the card is found by: the written name, a space, the reading.
    pub key: &'a str,
    /// Normalised address.
    pub email: Option<&'a str>,
    /// E.164.
    pub phone: Option<&'a str>,
}

/// What speaks for a card's being of whoever was told of, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing, or something speaks against it.
    None,
    /// Name and reading: enough for the shop's own bookings of long ago, where nobody else is called so.
    Namesake,
    /// Name and number, and an address that the card has not: enough for the shop's own files.
    Claim,
    /// Name and number.
    Number,
    /// Name and address.
    Address,
}

/// What speaks for it.
pub fn likeness(card: Known<'_>, told: Known<'_>) -> Likeness {
    if !is_called_alike(card.key, told.key) || differ(card.email, told.email) {
        return Likeness::None;
    }
    if told.email.is_some() && card.email == told.email {
        return Likeness::Address;
    }
    if told.phone.is_some() && card.phone == told.phone {
        return match told.email {
            Some(_) => Likeness::Claim,
            None => Likeness::Number,
        };
    }
    let has_reading = told
        .key
        .split_once(' ')
        .is_some_and(|(_, kana)| !kana.is_empty());
    match has_reading && card.key == told.key && !differ(card.phone, told.phone) {
        true => Likeness::Namesake,
        false => Likeness::None,
    }
}

/// Of some cards the one for which most speaks, if that is enough; of several alike the first.
pub fn best<'a, T>(
    cards: impl IntoIterator<Item = (T, Known<'a>)>,
    told: Known<'_>,
    enough: Likeness,
) -> Option<T> {
    let mut found: Option<(T, Likeness)> = None;
    for (card, known) in cards {
        let much = likeness(known, told);
        let least = found.as_ref().map(|(_, most)| *most);
        if much >= enough && least.is_none_or(|least| much > least) {
            found = Some((card, much));
        }
    }
    found.map(|(card, _)| card)
}

/// Whether two keys are of one name: as it is written; a reading that one of them lacks does not count.
pub fn is_called_alike(known: &str, told: &str) -> bool {
    written(known) == written(told)
}

/// The written part of what a card is found by.
pub fn written(key: &str) -> &str {
    key.split(' ').next().unwrap_or_default()
}

fn differ(one: Option<&str>, other: Option<&str>) -> bool {
    one.is_some() && other.is_some() && one != other
}
