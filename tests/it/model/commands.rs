//! What may happen in a history, by chance: a command each at the shop, and what the world says to it.

use super::{
    acts::Who,
    history::{Act, COUPONS, Form, History, State},
    shop::{OFF, token},
    wish::{Claim, Kind, PEOPLE, Thing, Wish, wall},
    world::{By, Owner},
};
use chrono::{DateTime, Days, TimeDelta, Utc};
use rand::{Rng, seq::IndexedRandom};

impl History {
    pub fn a_form(&mut self) -> String {
        format!(
            "form{}",
            self.forms.len() + self.bookings.len() * 1000 + self.waiting.len() * 100_000
        )
    }

    /// Holds a wish: the place of its form, where it can be had.
    fn hold(&mut self, wish: &Wish, start: DateTime<Utc>) -> Option<usize> {
        let name = self.a_form();
        let expected = self.world.can(wish, start, By::Guest, None);
        self.say(format!("hold {wish:?} from {start}"));
        let said = self.shop.hold(&name, wish, start);
        self.agree(expected, &said);
        said.ok()?;
        let place = self.forms.len();
        self.forms.push(Form {
            until: self.until(),
            name,
            wish: wish.clone(),
            start,
            is_done: false,
        });
        self.held(place);
        Some(place)
    }

    fn held(&mut self, place: usize) {
        let form = &self.forms[place];
        let query = format!(
            "reservation_id = (select id from scheduling.reservations where token_hash = decode('{}', 'hex'))",
            hex(&token(&form.name).hash())
        );
        let claims = self.shop.claims(&query);
        let own = Owner::Hold(place);
        let wrong = self
            .world
            .wrong((&form.wish, form.start), &claims, Some(own));
        assert_eq!(
            wrong, None,
            "{:?} from {} holds {claims:?}",
            form.wish, form.start
        );
        self.at_work(&claims);
        self.world.set(own, claims);
    }

    /// Nobody is given time of whom is off: what was theirs before stays theirs.
    fn at_work(&self, claims: &[Claim]) {
        let off = claims.iter().find(|claim| !self.works(claim));
        assert_eq!(off, None, "somebody is off");
    }

    /// Sends a form for good.
    fn finish(&mut self, place: usize, has_coupon: bool) {
        let form = self.forms[place].clone();
        let is_alive = form.until > self.world.now && !form.is_done;
        let may = !has_coupon || self.uses() < COUPONS;
        self.say(format!("confirm {} with coupon: {has_coupon}", form.name));
        let said = self.shop.commit(&form.name, has_coupon, form.wish.asks());
        if form.is_done {
            // Sent twice: it is the booking that was made then, as long as anybody knows of the form.
            assert!(said.is_ok() || self.has_slept, "{said:?}");
            return;
        }
        self.agree(is_alive && may, &said);
        if let Ok(id) = said {
            self.forms[place].is_done = true;
            let state = if form.wish.asks() {
                State::Pending
            } else {
                State::Confirmed
            };
            let made = self.add((id, form.wish, form.start), state, Some(Owner::Hold(place)));
            self.coupon(made, has_coupon);
        }
    }

    fn coupon(&mut self, place: usize, has_coupon: bool) {
        let booked = &mut self.bookings[place];
        booked.has_coupon = has_coupon;
        if has_coupon {
            booked.price -= OFF;
        }
        let price = format!(
            "select price_cents from bookings.bookings where id = '{}'",
            booked.id
        );
        let price = self.shop.app.count(self.shop.business.id, price);
        assert_eq!(price, self.bookings[place].price);
    }

    pub fn book(&mut self) {
        let (wish, start) = (self.a_wish(), self.a_start());
        if let Some(form) = self.hold(&wish, start) {
            // What costs less than the coupon takes off is no case of this.
            let has_coupon = wish.price() > 2000 && self.chance.random_ratio(1, 3);
            self.finish(form, has_coupon);
        }
    }

    pub fn hold_only(&mut self) {
        let (wish, start) = (self.a_wish(), self.a_start());
        self.hold(&wish, start);
    }

    /// Some form goes to another time, or is sent for good, perhaps too late.
    pub fn finish_a_form(&mut self) {
        if self.forms.is_empty() {
            return;
        }
        let place = self.chance.random_range(0..self.forms.len());
        if self.forms[place].is_done || self.chance.random() {
            return self.finish(place, false);
        }
        let (wish, start) = (self.forms[place].wish.clone(), self.a_start());
        if start == self.forms[place].start {
            return;
        }
        let own = Some(Owner::Hold(place));
        let expected = self.world.can(&wish, start, By::Guest, own);
        self.say(format!("{} goes to {start}", self.forms[place].name));
        let said = self.shop.hold(&self.forms[place].name, &wish, start);
        self.agree(expected, &said);
        if said.is_ok() {
            self.forms[place].start = start;
            self.forms[place].until = self.until();
            self.held(place);
        }
    }

    pub fn telephone(&mut self) {
        let kind = *Kind::ALL.choose(&mut self.chance).unwrap();
        let asked = self.chance.random_ratio(1, 3) && kind.needs_person();
        let person = asked.then(|| self.chance.random_range(0..PEOPLE));
        let (wish, start, name) = (Wish::one(kind, person, 1), self.a_start(), self.a_form());
        let expected = self.world.can(&wish, start, By::Staff, None);
        self.say(format!("telephone {wish:?} from {start}"));
        let said = self
            .shop
            .telephone(&format!("{name}t{}", self.done[1]), kind, person, start);
        self.agree(expected, &said);
        if let Ok(id) = said {
            let made = self.add((id, wish, start), State::Confirmed, None);
            self.at_work(&self.world.of(Owner::Booking(made)));
        }
    }

    fn a_booking(&mut self) -> Option<usize> {
        // Mostly one of the last, about which there is something to be done.
        let all = self.bookings.len();
        let from = if self.chance.random() {
            all.saturating_sub(2)
        } else {
            0
        };
        (all > 0).then(|| self.chance.random_range(from..all))
    }

    pub fn move_one(&mut self) {
        let Some(place) = self.a_booking() else {
            return;
        };
        let (who, start) = (self.who(), self.a_start());
        let booked = self.bookings[place].clone();
        if start == booked.start {
            return;
        }
        let own = Owner::Booking(place);
        let by = if who == Who::Guest {
            By::Guest
        } else {
            By::Staff
        };
        let is_ahead = matches!(booked.state, State::Pending | State::Confirmed);
        let expected = is_ahead && self.world.can(&booked.wish, start, by, Some(own));
        self.say(format!(
            "{who:?} moves {place} from {} to {start}",
            booked.start
        ));
        let said = self.shop.reschedule(who, booked.id, start);
        self.agree(expected, &said);
        if said.is_ok() {
            let before = self.world.of(own);
            self.replace(place, start);
            self.at_work(&self.world.of(own));
            let act = (self.world.now, Act::Moved(booked.start, before));
            self.bookings[place].last = (who == Who::Staff).then_some(act);
        }
    }

    pub fn cancel_one(&mut self) {
        let Some(place) = self.a_booking() else {
            return;
        };
        let who = self.who();
        let state = self.bookings[place].state;
        let expected = match state {
            State::Pending | State::Confirmed => true,
            State::Arrived => who == Who::Staff,
            State::Cancelled | State::Expired => false,
        };
        self.say(format!("{who:?} calls {place} off"));
        let said = self.shop.cancel(who, self.bookings[place].id, 0);
        self.agree(expected, &said);
        if let Ok(fee) = said {
            assert_eq!(fee, 0, "nothing here costs anything");
            self.called_off(place, who);
        }
    }

    fn called_off(&mut self, place: usize, who: Who) {
        let (own, state) = (Owner::Booking(place), self.bookings[place].state);
        let act = (self.world.now, Act::CalledOff(state, self.world.of(own)));
        self.world.set(own, Vec::new());
        let booked = &mut self.bookings[place];
        booked.last = (who == Who::Staff).then_some(act);
        booked.state = State::Cancelled;
    }

    pub fn undo_one(&mut self) {
        let Some(place) = self.a_booking() else {
            return;
        };
        let booked = &self.bookings[place];
        // Others may have used its coupon up meanwhile.
        let is_gone = booked.state == State::Cancelled && booked.has_coupon;
        let expected = self.may_undo(place) && !(is_gone && self.uses() >= COUPONS);
        self.say(format!(
            "take back the last of {place}, {:?}",
            self.bookings[place].last
        ));
        let said = self.shop.undo(self.bookings[place].id);
        self.agree(expected, &said);
        if said.is_err() {
            return;
        }
        let last = self.bookings[place].last.take();
        match (self.bookings[place].state, last) {
            (State::Arrived, _) => self.bookings[place].state = State::Confirmed,
            (_, Some((_, Act::CalledOff(before, _)))) => {
                self.bookings[place].state = before;
                self.replace(place, self.bookings[place].start);
            }
            (_, Some((_, Act::Moved(start, _)))) => self.replace(place, start),
            (_, Some((_, Act::Approved))) => self.bookings[place].state = State::Pending,
            (_, None) => panic!("there was nothing to take back"),
        }
    }

    /// The shop answers a request: somebody who is off by now cannot be promised.
    pub fn answer_one(&mut self) {
        let waits = |place: &usize| self.bookings[*place].state == State::Pending;
        let waiting: Vec<usize> = (0..self.bookings.len()).filter(waits).collect();
        let Some(place) = waiting.choose(&mut self.chance).copied() else {
            return;
        };
        let id = self.bookings[place].id;
        if self.chance.random_ratio(1, 3) {
            self.say(format!("decline {place}"));
            let said = self.shop.decline(id);
            self.agree(true, &said);
            return self.called_off(place, Who::Staff);
        }
        let own = Owner::Booking(place);
        let works = self.world.of(own).iter().all(|claim| self.works(claim));
        self.say(format!("approve {place}"));
        let said = self.shop.approve(id);
        self.agree(works, &said);
        if said.is_ok() {
            self.bookings[place].state = State::Confirmed;
            self.bookings[place].last = Some((self.world.now, Act::Approved));
        }
    }

    pub fn works(&self, claim: &Claim) -> bool {
        match claim.thing {
            Thing::Person(one) => self.world.works(one, wall(claim.from).0),
            Thing::Room | Thing::Studio => true,
        }
    }

    /// A booking is repeated, a visit with all of its services, in the weeks after it, on those days that go.
    pub fn repeat_one(&mut self) {
        let Some(place) = self.a_booking() else {
            return;
        };
        let booked = self.bookings[place].clone();
        let dates = [1, 2].map(|week| wall(booked.start).0 + Days::new(7 * week));
        let starts = [1, 2].map(|week| booked.start + TimeDelta::weeks(week));
        let goes = starts.map(|start| self.world.can(&booked.wish, start, By::Staff, None));
        let may = !booked.is_repeated && matches!(booked.state, State::Confirmed | State::Arrived);
        self.say(format!("repeat {place}"));
        let said = self
            .shop
            .repeat(booked.id, 3, &format!("series {place} {}", self.done[1]));
        self.agree(may && goes.contains(&true), &said);
        let Ok((days, members)) = said else { return };
        assert_eq!(days, dates.into_iter().zip(goes).collect::<Vec<_>>());
        self.bookings[place].is_repeated = true;
        self.bookings[place].last = None;
        let those = starts.into_iter().zip(goes).filter(|(_, goes)| *goes);
        let mut members: Vec<_> = members
            .into_iter()
            .map(|id| (self.shop.claims_of(id)[0].from, id))
            .collect();
        members.sort_unstable();
        assert_eq!(members.len(), those.clone().count());
        for ((start, _), (_, id)) in those.zip(members) {
            let made = self.add((id, booked.wish.clone(), start), State::Confirmed, None);
            self.bookings[made].is_repeated = true;
        }
    }

    /// Somebody is there, and pays what they like.
    pub fn arrive_and_pay(&mut self) {
        let Some(place) = self.a_booking() else {
            return;
        };
        let (id, state) = (self.bookings[place].id, self.bookings[place].state);
        if state != State::Arrived {
            self.say(format!("{place} is there"));
            let said = self.shop.arrive(id);
            self.agree(state == State::Confirmed, &said);
            if said.is_ok() {
                self.bookings[place].state = State::Arrived;
                self.bookings[place].last = None;
            }
            return;
        }
        let amount = self.chance.random_range(1..9000);
        let booked = &self.bookings[place];
        let expected = booked.paid + amount <= booked.price;
        self.say(format!("{place} pays {amount}"));
        let said = self
            .shop
            .pay(id, amount, &format!("payment {place} {}", self.done[0]));
        self.agree(expected, &said);
        if said.is_ok() {
            self.bookings[place].paid += amount;
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
