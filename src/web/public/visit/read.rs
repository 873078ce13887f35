//! What the page of a visit reads, in one transaction.

use super::wish::VisitWish;
use crate::{
    base::{bilingual::Bilingual, ids::ResourceId, time::local},
    db::{self, DbError, TenantTx},
    domain::{
        bookings::waitlist::rule_rows,
        businesses::profile::{self, Profile},
        catalog::{
            approval,
            service::{self, Service},
        },
        scheduling::{
            hold,
            load::{By, Own},
            outlook::{self, Shown},
            resource::{self, Roster},
            spread::Spread,
            together::{self, Apart},
            visit::{self, GUESTS_WAIT, Part},
        },
    },
    web::{
        basket::{Basket, Item},
        error::Error,
        gate::business,
        page::PageCtx,
        public::{
            checkout,
            times::{self, AHEAD_DAYS},
            wish::{self, View},
            words,
        },
        site::Site,
    },
};
use chrono::{DateTime, NaiveDate, Utc};

/// What the page reads.
pub struct Read {
    /// Of whom.
    pub profile: Profile,
    /// What can be had of what is wished for.
    pub basket: Basket,
    /// For each guest, the services.
    pub guests: Vec<Vec<Chosen>>,
    /// What else there is to be had together, and what it comes to.
    pub menu: Vec<(Service, Spread)>,
    /// What is booked by itself.
    pub apart: Vec<(Bilingual, Apart)>,
    /// What was wished for and is booked by itself.
    pub taken_out: Vec<(Bilingual, Apart)>,
    /// Whether the shop has its say first.
    pub is_on_request: bool,
    /// Whether the shop keeps a waiting list.
    pub has_waitlist: bool,
    /// Whether something was wished for that there is not.
    pub is_unknown: bool,
    /// The times; none while something must be chosen first.
    pub shown: Option<Shown>,
    /// The instant of the reading.
    pub now: DateTime<Utc>,
    /// The first day that is shown.
    pub from: NaiveDate,
    /// How many are.
    days: u16,
}

/// One of the services.
pub struct Chosen {
    /// With what is chosen besides.
    pub service: Service,
    /// How long it takes and what it costs.
    pub spread: Spread,
    /// Whom guests can ask for.
    pub people: Vec<Person>,
    /// Whom they ask for.
    pub staff: Option<ResourceId>,
    /// Whether they asked for somebody who does not do it.
    pub is_nobody: bool,
    /// For how many.
    pub party: i16,
    /// For how many it was asked, where that cannot be.
    pub refused_party: Option<i16>,
}

/// Somebody whom guests can ask for.
pub struct Person {
    /// Who.
    pub id: ResourceId,
    /// What they are called.
    pub name: Bilingual,
    /// What asking for them costs.
    pub fee: i64,
}

/// Reads it; `NotFound` where there is no such shop that is open to guests.
pub async fn read(site: &Site, ctx: &PageCtx, slug: &str, wish: &VisitWish) -> Result<Read, Error> {
    let scope = business::visitor(site, ctx, slug).await?;
    let wish = wish.clone();
    let token = wish
        .hold
        .as_deref()
        .map(|key| checkout::hold::token(site, slug, key));
    let found = site
        .db
        .read(scope, move |tx| -> Result<Option<Read>, DbError> {
            let Some(profile) = profile::open_to_public(tx)? else {
                return Ok(None);
            };
            // Who looks for another time gives their own up for it, so it is free to them.
            let own = match &token {
                Some(token) => hold::find(tx, token)?.map_or(Own::None, |held| Own::Hold(held.id)),
                None => Own::None,
            };
            let mut read = of_menu(tx, profile, &wish)?;
            read.shown = shown(tx, &read, own)?;
            Ok(Some(read))
        });
    found.await?.ok_or(Error::NotFound)
}

/// What is wished for, as far as the menu has it, and what else it has.
pub(super) fn of_menu(
    tx: &mut TenantTx<'_>,
    profile: Profile,
    wish: &VisitWish,
) -> db::Result<Read> {
    let now = tx.now();
    let today = local(profile.zone, now).date();
    let all = service::all(tx)?;
    let roster = resource::roster(tx)?;
    let apart = together::apart(tx, &profile, &all)?;
    let why = |service: &Service| apart.iter().find(|(id, _)| *id == service.id);
    let wanted = wish::first_day(profile.zone, (wish.from, wish.near), today);
    let (from, days) = match wish.view {
        View::Table | View::List => (wanted, 7),
        View::Month => wish::month(wanted, today),
    };
    let mut read = Read {
        basket: Basket::default(),
        guests: Vec::new(),
        menu: Vec::new(),
        apart: Vec::new(),
        taken_out: Vec::new(),
        is_on_request: false,
        has_waitlist: rule_rows::of(tx)?.is_on,
        is_unknown: false,
        shown: None,
        now,
        from,
        days,
        profile,
    };
    for services in &wish.basket.guests {
        let (mut items, mut chosen) = (Vec::new(), Vec::new());
        for item in services {
            match all.iter().find(|one| one.id == item.service) {
                None => read.is_unknown = true,
                Some(service) => match why(service) {
                    Some((_, why)) => read.taken_out.push((service.name.clone(), *why)),
                    None => {
                        let one = choose(&read.profile, (&roster, today), service, item);
                        items.push(one.item(item));
                        chosen.push(one);
                    }
                },
            }
        }
        if !items.is_empty() {
            read.basket.guests.push(items);
            read.guests.push(chosen);
        }
    }
    let asked = approval::standing(tx)?;
    let is_on_request = read.all().any(|one| asked.is_asked(one.service.id));
    read.is_on_request = is_on_request;
    for service in all {
        match why(&service) {
            Some((_, why)) => read.apart.push((service.name, *why)),
            None => {
                let days = words::bookable_days(&read.profile, &service);
                let spread = times::spread(&roster, &service, None, (today, days));
                read.menu.push((service, spread));
            }
        }
    }
    Ok(read)
}

/// One of the services as it is wished for; what cannot be is left out, and said.
fn choose(
    profile: &Profile,
    (roster, today): (&Roster, NaiveDate),
    service: &Service,
    item: &Item,
) -> Chosen {
    let service = service.clone().with_known(&item.options);
    let people: Vec<Person> = outlook::choosable(roster, &service)
        .into_iter()
        .map(|one| Person {
            id: one.id,
            name: one.name.clone(),
            fee: one.nomination_fee,
        })
        .collect();
    let staff = item
        .staff
        .filter(|id| people.iter().any(|one| one.id == *id));
    let figures = &service.figures;
    let asked = item.party.unwrap_or(figures.party_min);
    let party = asked.clamp(figures.party_min, figures.party_max);
    let days = words::bookable_days(profile, &service);
    Chosen {
        spread: times::spread(roster, &service, staff, (today, days)),
        is_nobody: staff != item.staff,
        staff,
        refused_party: (party != asked).then_some(asked),
        party,
        people,
        service,
    }
}

/// The times, once everything is chosen that must be.
fn shown(tx: &mut TenantTx<'_>, read: &Read, own: Own) -> db::Result<Option<Shown>> {
    let lacks = read.lacking().is_some();
    let parts = read.parts();
    if lacks || parts.is_empty() || !read.profile.settings.is_accepting {
        return Ok(None);
    }
    let sought = visit::Sought {
        profile: &read.profile,
        parts: &parts,
        by: By::Guest,
        own,
    };
    let today = local(read.profile.zone, read.now).date();
    outlook::shown(tx, &sought, (read.from, read.days), (today, AHEAD_DAYS))
}

impl Read {
    /// Every service, guest after guest.
    pub fn all(&self) -> impl Iterator<Item = &Chosen> {
        self.guests.iter().flatten()
    }

    /// The first service for which something must still be chosen.
    pub fn lacking(&self) -> Option<&Chosen> {
        self.all()
            .find(|one| one.service.lacking().next().is_some())
    }

    /// All of them, as the engine is asked.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let guests = (0..).zip(&self.guests);
        let parts = guests.flat_map(|(guest, services)| {
            services.iter().map(move |one| Part {
                guest,
                service: &one.service,
                party: one.party,
                nominated: one.staff,
                wait: GUESTS_WAIT,
            })
        });
        parts.collect()
    }
}

impl Chosen {
    /// What it is, as it stands in an address.
    fn item(&self, asked: &Item) -> Item {
        Item {
            service: self.service.id,
            staff: self.staff,
            party: asked.party.map(|_| self.party),
            options: self.service.chosen(),
        }
    }
}
