//! What happens in a history while nobody books: time goes by, the waiting list is looked through, and the shop says who is not
//! there.

use super::{
    history::{History, Stands, State, Waiting},
    wish::{Claim, Kind, PEOPLE, Part, Thing, Wish},
    world::{By, Owner},
};
use chrono::TimeDelta;
use omotenashi::domain::bookings::waitlist::entry::Status;
use rand::{Rng, seq::IndexedRandom};

impl History {
    pub fn join(&mut self) {
        let (start, name) = (self.a_start(), self.a_form());
        let mut wish = Wish::one(Kind::Cut, None, 1);
        if self.chance.random_ratio(1, 3) {
            // And for a colour after it.
            wish.parts.push(Part {
                guest: 0,
                kind: Kind::Colour,
                person: None,
            });
        }
        self.say(format!("wait for {wish:?} from {start}"));
        let id = self.shop.join(&format!("{name}w"), &wish, start);
        self.waiting.push(Waiting {
            id,
            wish,
            start,
            stands: Stands::Waits,
        });
    }

    /// Somebody takes what is offered, or leaves the list.
    pub fn answer_an_offer(&mut self) {
        let open = |place: &usize| self.waiting[*place].stands != Stands::Over;
        let open: Vec<usize> = (0..self.waiting.len()).filter(open).collect();
        let Some(place) = open.choose(&mut self.chance).copied() else {
            return;
        };
        let waiting = self.waiting[place].clone();
        let own = Owner::Offer(place);
        if waiting.stands == Stands::Waits || self.chance.random_ratio(1, 4) {
            self.say(format!("{place} leaves the list"));
            let said = self.shop.leave(waiting.id);
            assert_eq!(said, Ok(true));
            self.waiting[place].stands = Stands::Over;
            return self.world.set(own, Vec::new());
        }
        let works = self.world.of(own).iter().all(|claim| self.works(claim));
        self.say(format!("{place} takes what is offered"));
        let said = self.shop.take_offer(waiting.id, false, false);
        self.agree(works, &said);
        if let Ok(id) = said {
            self.waiting[place].stands = Stands::Over;
            self.add(
                (id, waiting.wish, waiting.start),
                State::Confirmed,
                Some(own),
            );
        }
    }

    /// The list has been looked through: whoever is offered something could have it, and whoever is not could not.
    fn offered(&mut self) {
        for place in 0..self.waiting.len() {
            let waiting = self.waiting[place].clone();
            let (own, now) = (Owner::Offer(place), self.shop.place(waiting.id));
            match (waiting.stands, now.status) {
                (Stands::Waits, Status::Notified) => {
                    let may = self
                        .world
                        .can(&waiting.wish, waiting.start, By::Guest, None);
                    assert!(may, "{place} is offered what nobody can have");
                    let claims = self
                        .shop
                        .claims(&format!("reservation_id = '{}'", now.hold.unwrap()));
                    let wrong = self
                        .world
                        .wrong((&waiting.wish, waiting.start), &claims, None);
                    assert_eq!(wrong, None, "{place} is offered {claims:?}");
                    self.world.set(own, claims);
                    self.waiting[place].stands = Stands::Offered;
                }
                (Stands::Waits, Status::Active)
                | (Stands::Offered, Status::Notified)
                | (Stands::Over, _) => {}
                (Stands::Offered, Status::Expired) if self.has_slept => {
                    self.world.set(own, Vec::new());
                    self.waiting[place].stands = Stands::Over;
                }
                other => panic!("{place} stands so: {other:?}"),
            }
        }
        for waiting in self
            .waiting
            .iter()
            .filter(|one| one.stands == Stands::Waits)
        {
            let may = self
                .world
                .can(&waiting.wish, waiting.start, By::Guest, None);
            assert!(!may, "{waiting:?} could have it, and is not told");
        }
    }

    /// Some minutes go by, and the night shift does what is due.
    pub fn work(&mut self) {
        let minutes = self.chance.random_range(1..12);
        self.say(format!("work after {minutes} minutes"));
        self.wait(TimeDelta::minutes(minutes));
        self.shop.app.letters();
        self.shop.clear();
        self.shop.look();
        self.offered();
    }

    /// Once, three days go by in which nobody answers anything.
    pub fn sleep(&mut self) {
        if self.has_slept {
            return self.work();
        }
        self.work();
        self.has_slept = true;
        self.say("nobody answers for three days".to_owned());
        self.wait(TimeDelta::days(3));
        for place in 0..self.bookings.len() {
            if self.bookings[place].state == State::Pending {
                self.bookings[place].state = State::Expired;
                self.bookings[place].last = None;
                self.world.set(Owner::Booking(place), Vec::new());
            }
        }
        // Offers that lapse are free for others in the same moment.
        for place in 0..self.waiting.len() {
            if self.waiting[place].stands == Stands::Offered {
                self.world.set(Owner::Offer(place), Vec::new());
            }
        }
        self.shop.app.letters();
        self.shop.clear();
        self.shop.look();
        self.offered();
    }

    pub fn block(&mut self) {
        let kept = self.blocks.iter().position(Option::is_some);
        if let Some(place) = kept.filter(|_| self.chance.random()) {
            self.say(format!("block {place} is taken off"));
            let id = self.blocks[place].take().unwrap();
            assert_eq!(self.shop.unblock(id), Ok(true));
            return self.world.set(Owner::Block(place), Vec::new());
        }
        let (person, from) = (self.chance.random_range(0..PEOPLE), self.a_start());
        let claim = Claim {
            thing: Thing::Person(person),
            seats: 1,
            from,
            until: from + TimeDelta::minutes(60),
        };
        let expected = self.world.is_free(&claim, None);
        self.say(format!("block {claim:?}"));
        let said = self.shop.block(person, (claim.from, claim.until));
        self.agree(expected, &said);
        if let Ok(id) = said {
            self.world.set(Owner::Block(self.blocks.len()), vec![claim]);
            self.blocks.push(Some(id));
        }
    }

    pub fn day_off(&mut self) {
        let (person, date) = (self.chance.random_range(0..PEOPLE), self.a_day());
        if self.world.off.insert((person, date)) {
            self.say(format!("{person} is off on {date}"));
            self.shop.day_off(person, date);
        }
    }
}
