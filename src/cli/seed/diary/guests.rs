//! The cast of a shop: who its guests are, and which of them comes next.

use crate::{
    base::{
        ids::{CustomerId, UserId},
        time::LocalDate,
    },
    cli::seed::{
        chance::Chance,
        open::Town,
        written::{Both, Names, Shop},
    },
    domain::{catalog::service::Audience, customers::register::Name},
};

/// Somebody whom the shop has a card of.
pub(super) struct Guest {
    pub id: CustomerId,
    pub user: Option<UserId>,
    pub name: Name,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// `ja` or `en`.
    pub locale: String,
    /// What the shop remembers: the kind of note, and the note.
    pub note: Option<(String, String)>,
}

/// Everybody, and who has been there already.
pub(super) struct Cast {
    pub guests: Vec<Guest>,
    last: Vec<Option<LocalDate>>,
    /// The first so many have been coming since before the story begins.
    regulars: usize,
}

impl Both {
    /// The text a guest of this language would have written.
    pub fn in_language(&self, locale: &str) -> String {
        match locale {
            "en" => self.1.clone(),
            _ => self.0.clone(),
        }
    }
}

impl Cast {
    /// Draws the cast; its first is the guest who has an account.
    pub fn draw(town: &Town, shop: &Shop, chance: &mut Chance) -> Self {
        let mut guests = vec![with_account(town, chance)];
        while guests.len() < shop.guests.cards {
            let mut guest = match chance.percent(6) {
                true => from_abroad(&town.names, guests.len(), chance),
                false => from_here(&town.names, guests.len(), chance),
            };
            let note = chance.pick(&shop.guests.cards_notes).cloned();
            guest.note = note.filter(|_| chance.percent(7));
            guests.push(guest);
        }
        Self {
            last: vec![None; guests.len()],
            regulars: guests.len() / 3,
            guests,
        }
    }

    /// Who comes on this date for something that is for `audience`; nobody twice a day. `None` when there is nobody.
    pub fn choose(
        &mut self,
        audience: Audience,
        date: LocalDate,
        chance: &mut Chance,
    ) -> Option<usize> {
        let found = (0..40).find_map(|_| {
            let index = self.draw_one(audience, chance);
            let last = self.last.get(index).copied().flatten();
            let has_been = last.is_some() || index < self.regulars;
            let suits = match audience {
                Audience::New => !has_been,
                Audience::Returning => has_been,
                Audience::Everyone => true,
            };
            (suits && last != Some(date)).then_some(index)
        })?;
        if let Some(last) = self.last.get_mut(found) {
            *last = Some(date);
        }
        Some(found)
    }

    /// Somebody comes on this date, whoever was chosen: nobody twice a day.
    pub fn comes(&mut self, index: usize, date: LocalDate) {
        if let Some(last) = self.last.get_mut(index) {
            *last = Some(date);
        }
    }

    /// Regulars come more often, and the first of them most.
    fn draw_one(&self, audience: Audience, chance: &mut Chance) -> usize {
        let all = u64::try_from(self.guests.len()).unwrap_or(1);
        let regulars = u64::try_from(self.regulars).unwrap_or(1);
        let often = audience != Audience::New && chance.percent(55);
        let end = match often {
            true => chance.below(regulars) + 1,
            false => all,
        };
        usize::try_from(chance.below(end)).unwrap_or(0)
    }
}

fn with_account(town: &Town, chance: &mut Chance) -> Guest {
    let guest = &town.names.demo_guest;
    let name = japanese(
        (&guest.family.0, &guest.family.1),
        (&guest.given.0, &guest.given.1),
    );
    Guest {
        id: CustomerId(chance.id()),
        user: Some(town.guest),
        name,
        email: Some(guest.email.clone()),
        phone: Some(mobile(chance)),
        locale: "ja".to_owned(),
        note: None,
    }
}

fn from_here(names: &Names, count: usize, chance: &mut Chance) -> Guest {
    let nobody = (String::new(), String::new(), String::new());
    let family = chance.pick(&names.families).unwrap_or(&nobody).clone();
    let given = chance.pick(&names.givens).unwrap_or(&nobody).clone();
    let id = CustomerId(chance.id());
    let local = format!("{}.{}{count}", given.2, family.2);
    let email = mail(names, &local, chance).filter(|_| chance.percent(82));
    let by_phone = email.is_none() || chance.percent(90);
    Guest {
        id,
        user: None,
        name: japanese((&family.0, &family.1), (&given.0, &given.1)),
        phone: by_phone.then(|| mobile(chance)),
        email,
        locale: "ja".to_owned(),
        note: None,
    }
}

/// Typed into the one box of the English form, and so without parts and without a reading.
fn from_abroad(names: &Names, count: usize, chance: &mut Chance) -> Guest {
    let nobody = (String::new(), String::new());
    let (display, local) = chance.pick(&names.foreign).unwrap_or(&nobody).clone();
    Guest {
        id: CustomerId(chance.id()),
        user: None,
        name: Name {
            display,
            ..Name::default()
        },
        email: mail(names, &format!("{local}{count}"), chance),
        phone: chance.percent(60).then(|| mobile(chance)),
        locale: "en".to_owned(),
        note: None,
    }
}

fn japanese(family: (&str, &str), given: (&str, &str)) -> Name {
    Name {
        display: format!("{} {}", family.0, given.0),
        family: family.0.to_owned(),
        given: given.0.to_owned(),
        family_kana: family.1.to_owned(),
        given_kana: given.1.to_owned(),
    }
}

fn mail(names: &Names, local: &str, chance: &mut Chance) -> Option<String> {
    let domain = chance.pick(&names.mail)?;
    Some(format!("{local}@{domain}"))
}

/// A mobile number that nobody has: none is given out that goes on with 0 after its first three digits.
fn mobile(chance: &mut Chance) -> String {
    let prefix = chance.pick(&["90", "80", "70"]).copied().unwrap_or("90");
    format!("+81{prefix}0{:07}", chance.below(10_000_000))
}
