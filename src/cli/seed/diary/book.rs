//! One booking: for whom, with whom, at what price, with what story; and its time taken from the day.

use super::{
    Diary, Visit, Wish,
    fate::{self, Circumstances},
};
use crate::{
    base::ids::{BookingId, ResourceId},
    cli::seed::{chance::Chance, written},
    domain::{
        bookings::quote::quote,
        scheduling::{
            availability::{Placement, Taken},
            load::{Ask, By, Own},
            resource::Resource,
        },
    },
};
use chrono::TimeDelta;

impl Diary<'_> {
    /// Writes a booking into the diary, and takes its time if its story ends that way. `None` when nobody wants it.
    pub fn book(&mut self, wish: &Wish, placement: Placement, chance: &mut Chance) -> Option<bool> {
        let (service, _) = self.services.get(wish.service)?;
        let service = service.clone();
        let audience = service.figures.audience;
        let index = self.cast.choose(audience, placement.date, chance)?;
        let guest = self.cast.guests.get(index)?;
        let person = wish.nominated.and_then(|id| self.resource(id));
        let currency = &self.profile.settings.currency;
        let quote = quote(&service, wish.party, person, currency);
        let circumstances = Circumstances {
            today: self.town.today,
            zone: self.profile.zone,
            now: self.now,
            date: placement.date,
            start: placement.start,
            end: placement.end,
            has_email: guest.email.is_some(),
            cancel_until: TimeDelta::minutes(i64::from(self.profile.settings.cancel_until_minutes)),
            policy: service.policy.as_ref(),
            price: quote.total(),
            desk: self.opened.desk.as_slice(),
            reasons: &self.shop.guests.reasons,
        };
        let (source, created_at, fate) = fate::draw(&circumstances, chance);
        let wishes = self.shop.guests.wishes.as_slice();
        let said = chance.pick(wishes).filter(|_| chance.percent(18));
        let customer_note = said.map_or_else(String::new, |said| said.in_language(&guest.locale));
        let noted = chance.pick(&self.shop.guests.staff_notes);
        let staff_note = noted.filter(|_| chance.percent(8)).cloned();
        let holds = fate.status.takes_time();
        if holds {
            self.take(&placement);
        }
        self.visits.push(Visit {
            id: BookingId(chance.id()),
            number: chance.number(),
            guest: index,
            column: self.column(&placement),
            party: wish.party,
            is_nominated: wish.nominated.is_some(),
            policy: service.policy.clone(),
            staff_note: staff_note.unwrap_or_default(),
            service,
            placement,
            quote,
            source,
            created_at,
            customer_note,
            fate,
        });
        Some(holds)
    }

    fn take(&mut self, placement: &Placement) {
        for (id, seat, start, end) in placement.seats() {
            let found = self.input.resources.iter_mut().find(|one| one.id == id);
            if let Some(resource) = found {
                resource.taken.push(Taken { seat, start, end });
            }
        }
    }

    /// Turns the engine's question to a wish, with staff's freedom as to when it is asked.
    pub fn turn(&mut self, wish: &Wish) {
        if let Some((service, _)) = self.services.get(wish.service) {
            let ask = Ask {
                profile: &self.profile,
                service,
                party: u32::try_from(wish.party).unwrap_or(1),
                nominated: wish.nominated,
                by: By::Hand,
                from: self.input.from,
                days: 1,
                own: Own::None,
            };
            self.loaded.turn(&mut self.input, &ask);
            self.input.service.notice_minutes = 0;
            self.input.service.horizon_days = u32::MAX;
        }
    }

    /// For how many: as parties of this shop are, within what the service takes.
    pub fn party(&self, index: usize, chance: &mut Chance) -> i16 {
        let (least, most) = self.written(index).map_or((1, 1), |service| service.party);
        let parties = self.shop.guests.parties.iter();
        let fitting = parties.filter(|(size, _)| (least..=most).contains(size));
        let drawn = chance.weigh(fitting.map(|party| (&party.0, party.1)));
        drawn.copied().unwrap_or(least)
    }

    /// Whom somebody asks for, if anybody.
    pub fn nominated(&self, index: usize, chance: &mut Chance) -> Option<ResourceId> {
        if !chance.percent(self.shop.guests.nominated_percent) {
            return None;
        }
        let needs = self.written(index)?.needs.iter();
        let ids = needs
            .flat_map(|need| need.of.split_whitespace())
            .filter_map(|word| self.opened.resources.get(word).copied());
        let nominable: Vec<ResourceId> = ids
            .filter(|id| self.resource(*id).is_some_and(|one| one.is_nominable))
            .collect();
        chance.pick(&nominable).copied()
    }

    /// What is written of a service.
    pub fn written(&self, index: usize) -> Option<&written::Service> {
        self.services.get(index).map(|(_, written)| *written)
    }

    fn resource(&self, id: ResourceId) -> Option<&Resource> {
        self.loaded.find(id)
    }

    /// Whose column a booking stands in: the person's, else the first's.
    fn column(&self, placement: &Placement) -> Option<ResourceId> {
        let is_person = |id: ResourceId| self.resource(id).is_some_and(|one| one.kind.is_person());
        let ids = placement.resources();
        let person = ids.iter().find(|id| is_person(**id));
        person.or(ids.first()).copied()
    }
}
