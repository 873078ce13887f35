//! What belongs to a visit: for each guest the services in their order, read out of a text that stands in an address, and
//! written into one again.

use crate::{
    base::{
        ids::{OptionId, ResourceId, ServiceId},
        msg::Msg,
    },
    domain::{
        bookings::{lines_told::ToldLine, waitlist::what::What},
        scheduling::line::Line,
    },
    web::{form::Errors, links, page::PageCtx},
};
use uuid::Uuid;

/// So many services one guest has in one visit.
pub const MOST_SERVICES: usize = 5;
/// So many guests come together.
pub const MOST_GUESTS: usize = 4;
/// So many options of one service are read.
const MOST_OPTIONS: usize = 50;
/// Between guests.
const GUEST: &str = "*";
/// Between the services of one.
const SERVICE: &str = "_";
/// Between what is said of a service.
const WORD: &str = ".";

/// One service of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub service: ServiceId,
    /// With whom; `None` is anybody.
    pub staff: Option<ResourceId>,
    /// For how many; `None` is as few as it may be.
    pub party: Option<i16>,
    /// What besides.
    pub options: Vec<OptionId>,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basket {
    /// For each guest, the services in their order.
    pub guests: Vec<Vec<Item>>,
}

impl Item {
    /// A service of which nothing is said yet.
    pub fn of(service: ServiceId) -> Self {
        Self {
            service,
            staff: None,
            party: None,
            options: Vec::new(),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(WORD);
        let service = words.next()?.parse().ok()?;
        let staff = match words.next().unwrap_or_default() {
            "" => None,
            id => Some(id.parse().ok()?),
        };
        let party = match words.next().unwrap_or_default() {
            "" => None,
            count => Some(count.parse().ok().filter(|count| *count > 0)?),
        };
        let options: Option<Vec<OptionId>> =
            words.take(MOST_OPTIONS).map(|id| id.parse().ok()).collect();
        Some(Self {
            service,
            staff,
            party,
            options: options?,
        })
    }

    fn text(&self) -> String {
        let mut words = vec![
            self.service.to_string(),
            self.staff.map(|id| id.to_string()).unwrap_or_default(),
            self.party.map(|one| one.to_string()).unwrap_or_default(),
        ];
        words.extend(self.options.iter().map(OptionId::to_string));
        while words.last().is_some_and(String::is_empty) {
            words.pop();
        }
        words.join(WORD)
    }
}

impl Basket {
    /// What a text says. What cannot be read and what is too much is left out, and complained about.
    pub fn parse(text: &str, errors: &mut Errors) -> Self {
        let mut is_unread = false;
        let mut guests: Vec<Vec<Item>> = Vec::new();
        for guest in text.split(GUEST) {
            let services = guest.split(SERVICE).filter(|text| !text.is_empty());
            let read: Vec<Option<Item>> = services.map(Item::parse).collect();
            is_unread |= read.iter().any(Option::is_none);
            guests.push(read.into_iter().flatten().collect());
        }
        guests.retain(|services| !services.is_empty());
        if is_unread {
            errors.add("", Msg::new("together-unread"));
        }
        if guests.len() > MOST_GUESTS {
            errors.add("", Msg::new("together-guests").with("most", MOST_GUESTS));
            guests.truncate(MOST_GUESTS);
        }
        if guests.iter().any(|services| services.len() > MOST_SERVICES) {
            let msg = Msg::new("together-services").with("most", MOST_SERVICES);
            errors.add("", msg);
        }
        for services in &mut guests {
            services.truncate(MOST_SERVICES);
        }
        Self { guests }
    }

    /// What was held before, to be changed.
    pub fn held(lines: &[Line]) -> Self {
        let guests = lines.chunk_by(|one, next| one.guest == next.guest);
        let item = |line: &Line| Item {
            service: line.service,
            staff: line.nominated,
            party: Some(line.party),
            options: line.options.clone(),
        };
        Self {
            guests: guests
                .map(|lines| lines.iter().map(item).collect())
                .collect(),
        }
    }

    /// What somebody had, to have it again: all that was not called off. What the menu has lost stands in it as something that there
    /// is not, so that the page says so.
    pub fn again(lines: &[&ToldLine]) -> Self {
        let standing: Vec<&ToldLine> = lines.iter().copied().filter(|line| line.stands()).collect();
        let guests = standing.chunk_by(|one, next| one.guest == next.guest);
        let item = |line: &&ToldLine| Item {
            service: line.service.unwrap_or(ServiceId(Uuid::nil())),
            staff: line.resource.filter(|_| line.is_nominated),
            party: (line.party > 1).then_some(line.party),
            options: line.options.clone(),
        };
        Self {
            guests: guests
                .map(|lines| lines.iter().map(item).collect())
                .collect(),
        }
    }

    /// What somebody waits for.
    pub fn awaited(what: &What) -> Self {
        let mut guests: Vec<(i16, Vec<Item>)> = Vec::new();
        for one in what.all() {
            let item = Item {
                service: one.service.id,
                staff: one.resource,
                party: Some(one.party),
                options: one.service.chosen(),
            };
            match guests.last_mut().filter(|(guest, _)| *guest == one.guest) {
                Some((_, own)) => own.push(item),
                None => guests.push((one.guest, vec![item])),
            }
        }
        Self {
            guests: guests.into_iter().map(|(_, own)| own).collect(),
        }
    }

    /// As it stands in an address.
    pub fn text(&self) -> String {
        let guest = |services: &Vec<Item>| {
            let services: Vec<String> = services.iter().map(Item::text).collect();
            services.join(SERVICE)
        };
        let guests: Vec<String> = self.guests.iter().map(guest).collect();
        guests.join(GUEST)
    }

    /// The page on which it is put together.
    pub fn url(&self, ctx: &PageCtx, slug: &str) -> String {
        let visit = links::Visit {
            with: self.text(),
            ..links::Visit::default()
        };
        links::visit(ctx.lang, slug, Some(&visit))
    }

    /// Every service, guest after guest.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.guests.iter().flatten()
    }

    /// One of the services, counted through all guests.
    pub fn item_mut(&mut self, place: usize) -> Option<&mut Item> {
        self.guests.iter_mut().flatten().nth(place)
    }

    /// The same without one of the services, counted through all guests.
    pub fn without(&self, place: usize) -> Self {
        let mut counted = 0..;
        let kept = |services: &Vec<Item>| {
            let own = services.iter().zip(counted.by_ref());
            let kept = own.filter(|(_, number)| *number != place);
            kept.map(|(item, _)| item.clone()).collect::<Vec<Item>>()
        };
        let mut guests: Vec<Vec<Item>> = self.guests.iter().map(kept).collect();
        guests.retain(|services| !services.is_empty());
        Self { guests }
    }

    /// The same with anybody.
    pub fn with_anybody(mut self) -> Self {
        for item in self.guests.iter_mut().flatten() {
            item.staff = None;
        }
        self
    }
}
