//! One history: commands by chance at the real shop and in the simple world, which must agree after each of them.

use super::{
    acts::Who,
    laws,
    shop::Shop,
    wish::{Claim, Kind, OPEN, PEOPLE, Part, Thing, Wish, instant},
    world::{By, Owner, World},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use omotenashi::base::ids::{BlockId, BookingId, WaitId};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

/// So many bookings may have the coupon.
pub const COUPONS: usize = 2;
/// For so long staff take back a move or an approval, and that they called off.
const UNDO: TimeDelta = TimeDelta::seconds(15);
const RECALL: TimeDelta = TimeDelta::minutes(5);
/// How long a form is held for.
const HOLD: TimeDelta = TimeDelta::minutes(10);
/// The days that are booked: a Tuesday, a Wednesday on which nobody is there, a Thursday and a Friday.
const DAYS: [&str; 4] = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Pending,
    Confirmed,
    Arrived,
    Cancelled,
    Expired,
}

/// What staff did last, and what it was before.
#[derive(Clone, Debug)]
pub enum Act {
    CalledOff(State, Vec<Claim>),
    Moved(DateTime<Utc>, Vec<Claim>),
    Approved,
}

#[derive(Clone, Debug)]
pub struct Booked {
    pub id: BookingId,
    pub wish: Wish,
    pub start: DateTime<Utc>,
    pub state: State,
    pub has_coupon: bool,
    pub is_repeated: bool,
    pub price: i64,
    pub paid: i64,
    pub last: Option<(DateTime<Utc>, Act)>,
}

#[derive(Clone, Debug)]
pub struct Form {
    pub name: String,
    pub wish: Wish,
    pub start: DateTime<Utc>,
    pub until: DateTime<Utc>,
    pub is_done: bool,
}

#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: WaitId,
    pub wish: Wish,
    pub start: DateTime<Utc>,
    pub stands: Stands,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Waits,
    Offered,
    Over,
}

pub struct History {
    pub shop: Shop,
    pub world: World,
    pub chance: StdRng,
    pub bookings: Vec<Booked>,
    pub forms: Vec<Form>,
    pub blocks: Vec<Option<BlockId>>,
    pub waiting: Vec<Waiting>,
    /// How many commands did what was asked, and how many did nothing.
    pub done: [usize; 2],
    pub has_slept: bool,
    seed: u64,
    said: Vec<String>,
}

#[expect(
    clippy::print_stderr,
    reason = "what happened is for whoever wants to see it again"
)]
impl Drop for History {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let said = self.said.join("\n  ");
            eprintln!(
                "the history of seed {} (OC_SEED={}):\n  {said}",
                self.seed, self.seed
            );
        }
    }
}

impl History {
    pub fn new(seed: u64) -> Self {
        let shop = Shop::new(i64::try_from(COUPONS).unwrap());
        let now = shop.app.clock().now();
        Self {
            world: World::at(now),
            shop,
            chance: StdRng::seed_from_u64(seed),
            bookings: Vec::new(),
            forms: Vec::new(),
            blocks: Vec::new(),
            waiting: Vec::new(),
            done: [0; 2],
            has_slept: false,
            seed,
            said: Vec::new(),
        }
    }

    pub fn say(&mut self, line: String) {
        self.said
            .push(format!("{} {line}", self.world.now.format("%d %H:%M:%S")));
    }

    /// The clock goes on; forms that were not sent in time hold nothing any more.
    pub fn wait(&mut self, by: TimeDelta) {
        self.world.now += by;
        self.shop.app.clock().set(self.world.now);
        for (place, form) in self.forms.iter().enumerate() {
            if form.until <= self.world.now {
                self.world.set(Owner::Hold(place), Vec::new());
            }
        }
    }

    /// Fails unless the shop says what the world says.
    pub fn agree<T>(&mut self, expected: bool, said: &Result<T, String>) {
        let answer = said
            .as_ref()
            .err()
            .map_or("done", String::as_str)
            .to_owned();
        self.say(format!("  -> {answer}"));
        assert_eq!(said.is_ok(), expected, "the shop said: {answer}");
        self.done[usize::from(!expected)] += 1;
    }

    /// One command, and everything that is asked after it.
    pub fn step(&mut self) {
        let seconds = self.chance.random_range(1..9);
        self.wait(TimeDelta::seconds(seconds));
        match self.chance.random_range(0..100) {
            0..24 => self.book(),
            24..30 => self.telephone(),
            30..36 => self.hold_only(),
            36..42 => self.finish_a_form(),
            42..53 => self.move_one(),
            53..63 => self.cancel_one(),
            63..71 => self.undo_one(),
            71..77 => self.answer_one(),
            77..81 => self.repeat_one(),
            81..85 => self.arrive_and_pay(),
            85..90 => self.join(),
            90..93 => self.answer_an_offer(),
            93..95 => self.block(),
            95..96 => self.day_off(),
            96..99 => self.work(),
            _ => self.sleep(),
        }
        laws::hold(&self.shop.app);
        let (wish, date) = (self.a_wish(), self.a_day());
        let differs = self.differs(&wish, date);
        assert_eq!(differs, None);
    }

    /// What guests are shown of a wish in place of what the world says, if it is not the same; or what of it cannot be held, or
    /// can be held besides it.
    pub fn differs(&mut self, wish: &Wish, date: NaiveDate) -> Option<String> {
        let expected = self.world.starts(wish, date, None);
        let listed = self.shop.listed(wish, date);
        if listed != expected {
            return Some(format!(
                "{wish:?} on {date}: listed {listed:?} and not {expected:?}"
            ));
        }
        let all = (OPEN.0..OPEN.1).step_by(15);
        let all = all.map(|minute| instant(date, minute));
        let (listed, others): (Vec<_>, Vec<_>) = all.partition(|start| listed.contains(start));
        for (starts, expected) in [(listed, true), (others, false)] {
            let Some(start) = starts.choose(&mut self.chance) else {
                continue;
            };
            let said = self.shop.could_hold(wish, *start);
            if said.is_ok() != expected {
                return Some(format!("{wish:?} at {start}: {said:?}"));
            }
        }
        None
    }

    pub fn a_day(&mut self) -> NaiveDate {
        DAYS.choose(&mut self.chance).unwrap().parse().unwrap()
    }

    /// Mostly one that guests may begin at, and now and then between or outside those.
    pub fn a_start(&mut self) -> DateTime<Utc> {
        let date = self.a_day();
        let minute = match self.chance.random_range(0..10) {
            0 => self.chance.random_range(0..288) * 5,
            // A few half-hours are wanted by everybody.
            1..5 => *[600, 630, 660, 840, 900].choose(&mut self.chance).unwrap(),
            _ => OPEN.0 + self.chance.random_range(0..18) * 30,
        };
        instant(date, minute)
    }

    fn a_person(&mut self) -> Option<usize> {
        let asked = self.chance.random_ratio(1, 3);
        asked.then(|| self.chance.random_range(0..PEOPLE))
    }

    /// One service, several for one guest, or for two of them.
    pub fn a_wish(&mut self) -> Wish {
        if self.chance.random_ratio(2, 3) {
            let kind = *Kind::ALL.choose(&mut self.chance).unwrap();
            let party = if kind == Kind::Yoga {
                self.chance.random_range(1..=3)
            } else {
                1
            };
            let person = self.a_person().filter(|_| kind.needs_person());
            return Wish::one(kind, person, party);
        }
        let guests = self.chance.random_range(1..=2);
        let mut parts = Vec::new();
        for guest in 0..guests {
            let count = if guests == 1 {
                self.chance.random_range(2..=3)
            } else {
                self.chance.random_range(1..=2)
            };
            for _ in 0..count {
                // A visit may end with a lesson.
                let kinds = [Kind::Cut, Kind::Cut, Kind::Colour, Kind::Yoga];
                let kind = *kinds.choose(&mut self.chance).unwrap();
                let person = self.a_person().filter(|_| kind.needs_person());
                parts.push(Part {
                    guest,
                    kind,
                    person,
                });
            }
        }
        Wish { parts, party: 1 }
    }

    /// A booking was made: what it took is what was wished for.
    pub fn add(
        &mut self,
        (id, wish, start): (BookingId, Wish, DateTime<Utc>),
        state: State,
        but: Option<Owner>,
    ) -> usize {
        let claims = self.shop.claims_of(id);
        let wrong = self.world.wrong((&wish, start), &claims, but);
        assert_eq!(wrong, None, "{wish:?} at {start} took {claims:?}");
        let place = self.bookings.len();
        if let Some(but) = but {
            self.world.set(but, Vec::new());
        }
        self.world.set(Owner::Booking(place), claims);
        self.bookings.push(Booked {
            id,
            price: wish.price(),
            wish,
            start,
            state,
            has_coupon: false,
            is_repeated: false,
            paid: 0,
            last: None,
        });
        place
    }

    /// A booking is somewhere else now: what it takes there is what was wished for.
    pub fn replace(&mut self, place: usize, start: DateTime<Utc>) {
        let own = Owner::Booking(place);
        let booked = &self.bookings[place];
        let claims = self.shop.claims_of(booked.id);
        let wrong = self.world.wrong((&booked.wish, start), &claims, Some(own));
        assert_eq!(wrong, None, "{:?} at {start} took {claims:?}", booked.wish);
        self.world.set(own, claims);
        self.bookings[place].start = start;
    }

    /// How often the coupon is used.
    pub fn uses(&self) -> usize {
        let stands = |one: &&Booked| !matches!(one.state, State::Cancelled | State::Expired);
        let stand = self.bookings.iter().filter(stands);
        stand.filter(|one| one.has_coupon).count()
    }

    /// Whether the last act of staff can be taken back.
    pub fn may_undo(&self, place: usize) -> bool {
        let (booked, now) = (&self.bookings[place], self.world.now);
        let own = Owner::Booking(place);
        match (&booked.last, booked.state) {
            (_, State::Arrived) => true,
            (Some((at, Act::CalledOff(_, had))), State::Cancelled) if now <= *at + RECALL => {
                self.could_come_back(booked, had)
            }
            (Some((at, Act::Approved)), State::Confirmed) => now <= *at + UNDO,
            (Some((at, Act::Moved(start, claims))), State::Pending | State::Confirmed)
                if now <= *at + UNDO =>
            {
                let (before, after) = (person_of(claims), person_of(&self.world.of(own)));
                let wish = match booked.wish.only() {
                    Some(part) if before != after => {
                        Wish::one(part.kind, before, booked.wish.party)
                    }
                    _ => booked.wish.clone(),
                };
                self.world.can(&wish, *start, By::Staff, Some(own))
            }
            _ => false,
        }
    }

    /// One service needs whoever had it to work then; a visit is given the very seats that it had.
    fn could_come_back(&self, booked: &Booked, had: &[Claim]) -> bool {
        match booked.wish.only() {
            Some(part) => {
                let wish = Wish::one(part.kind, person_of(had), booked.wish.party);
                self.world.can(&wish, booked.start, By::Staff, None)
            }
            None => had.iter().all(|claim| self.world.is_free(claim, None)),
        }
    }

    pub fn who(&mut self) -> Who {
        *[Who::Guest, Who::Staff].choose(&mut self.chance).unwrap()
    }

    pub fn until(&self) -> DateTime<Utc> {
        self.world.now + HOLD
    }
}

/// Whom claims take, where it is one.
fn person_of(claims: &[Claim]) -> Option<usize> {
    claims.iter().find_map(|claim| match claim.thing {
        Thing::Person(one) => Some(one),
        Thing::Room | Thing::Studio => None,
    })
}
