//! What is wished for on the page of a visit: read out of its form or its address, and written into an address again.

use crate::{
    base::{ids::ServiceId, lang::Lang, time::parse_date},
    web::{
        basket::{Basket, Item},
        form::{Errors, options::typed_options},
        links,
        page::PageCtx,
        public::{checkout, wish::View},
        ui::post_form::PostForm,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use std::collections::HashMap;

/// What is asked, as text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct VisitQuery {
    #[serde(default)]
    with: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    view: String,
    #[serde(default)]
    hold: String,
    /// `1` where it was sent by the form, whose boxes say everything there is to say of each service.
    #[serde(default)]
    form: String,
    /// The button that was pressed: what is to be done with which service of which guest.
    #[serde(default, rename = "do")]
    act: String,
    #[serde(flatten)]
    boxes: HashMap<String, String>,
}

/// A wish in parsed form.
#[derive(Clone, Debug)]
pub struct VisitWish {
    /// What.
    pub basket: Basket,
    /// From which business day.
    pub from: Option<NaiveDate>,
    /// Around which instant, where no day was asked for.
    pub near: Option<DateTime<Utc>>,
    /// How its times are drawn.
    pub view: View,
    /// The hold that is being changed.
    pub hold: Option<String>,
}

impl VisitQuery {
    /// What stands in an address, and nothing besides.
    pub fn of(with: &str) -> Self {
        Self {
            with: with.to_owned(),
            ..Self::default()
        }
    }

    /// Whether the form was sent: what it says is then written into the address.
    pub fn is_sent(&self) -> bool {
        self.form == "1"
    }

    /// What is meant, and what is wrong with it.
    pub fn wish(&self, lang: Lang, errors: &mut Errors) -> VisitWish {
        let mut basket = match self.is_sent() {
            // What is too much is said on the page that the form leads to.
            true => Basket::parse(&self.with, &mut Errors::default()),
            false => Basket::parse(&self.with, errors),
        };
        if self.is_sent() {
            self.fill(&mut basket);
            self.act(&mut basket);
            self.add(&mut basket);
        }
        VisitWish {
            basket,
            from: parse_date(&self.from),
            near: None,
            view: View::asked(lang, &self.view),
            hold: Some(self.hold.clone()).filter(|hold| checkout::hold::is_key(hold)),
        }
    }

    /// What the boxes of each service say.
    fn fill(&self, basket: &mut Basket) {
        for (guest, services) in basket.guests.iter_mut().enumerate() {
            for (place, item) in services.iter_mut().enumerate() {
                let own = |name: &str| self.boxes.get(&box_name((guest, place), name));
                item.staff = own("staff").and_then(|id| id.parse().ok());
                item.party = own("party").and_then(|count| count.parse().ok());
                let before = box_name((guest, place), "");
                let picks = self.boxes.iter().filter_map(|(name, value)| {
                    let name = name.strip_prefix(&before)?;
                    Some((name.to_owned(), value.clone()))
                });
                item.options = typed_options("", &picks.collect());
            }
        }
    }

    /// Takes a service out, or puts it before the one that it followed.
    fn act(&self, basket: &mut Basket) {
        let mut words = self.act.split('-');
        let act = words.next().unwrap_or_default();
        let mut number = || words.next().and_then(|word| word.parse::<usize>().ok());
        let Some((guest, place)) = number().zip(number()) else {
            return;
        };
        let Some(services) = basket.guests.get_mut(guest) else {
            return;
        };
        match act {
            "drop" if place < services.len() => {
                services.remove(place);
            }
            "up" if place > 0 && place < services.len() => services.swap(place - 1, place),
            _ => {}
        }
    }

    /// What was chosen from the lists of what else there is; that of nobody yet brings somebody.
    fn add(&self, basket: &mut Basket) {
        for guest in 0..=basket.guests.len() {
            let chosen = self.boxes.get(&add_name(guest));
            let chosen: Option<ServiceId> = chosen.and_then(|id| id.parse().ok());
            let Some(item) = chosen.map(Item::of) else {
                continue;
            };
            match basket.guests.get_mut(guest) {
                Some(services) => services.push(item),
                None => basket.guests.push(vec![item]),
            }
        }
        basket.guests.retain(|services| !services.is_empty());
    }
}

impl VisitWish {
    /// The wish as an address asks for it.
    pub fn asked(&self) -> links::Visit {
        links::Visit {
            with: self.basket.text(),
            from: self.from,
            view: Some(self.view.word()),
            hold: self.hold.clone(),
        }
    }

    /// The page of the same wish.
    pub fn url(&self, ctx: &PageCtx, slug: &str) -> String {
        links::visit(ctx.lang, slug, Some(&self.asked()))
    }

    /// The hidden fields that a chosen time is sent with.
    pub fn form(&self, ctx: &PageCtx, slug: &str, key: &str) -> PostForm {
        PostForm {
            action: links::visit(ctx.lang, slug, None),
            hidden: vec![
                ("key".to_owned(), key.to_owned()),
                ("with".to_owned(), self.basket.text()),
            ],
        }
    }
}

/// The name of a box of one service of one guest.
pub(super) fn box_name((guest, place): (usize, usize), name: &str) -> String {
    format!("line-{guest}-{place}-{name}")
}

/// The name of the list of what a guest can have besides.
pub(super) fn add_name(guest: usize) -> String {
    format!("add-{guest}")
}
