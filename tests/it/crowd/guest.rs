//! One of the crowd, who does whatever comes to mind.

use super::Known;
use crate::{
    model::{
        shop::{CODE, Shop},
        wish::{Kind, OPEN, Wish, instant},
    },
    public::walk::{JA, told},
    support::browser::{Browser, Page},
};
use chrono::{DateTime, Utc};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use std::sync::Mutex;

const DAYS: [&str; 3] = ["2026-11-24", "2026-11-26", "2026-11-27"];
const MOVE: &str = "この日時に変更する";
const CANCEL: &str = "予約をキャンセルする";
const CLOSED: &str = "オンラインでのキャンセル受付は終了しました";
const USE: &str = "クーポンを使う";
const GO_ON: &str = "この時間の予約へ進む";
const LEAVE: &str = "登録を取り消す";

/// How often what was wished for was had, and how often it was refused.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    pub done: usize,
    pub refused: usize,
}

pub struct Guest<'a> {
    shop: &'a Shop,
    known: &'a Known,
    chance: StdRng,
    browser: Browser,
    number: u64,
    pub seen: Seen,
}

impl<'a> Guest<'a> {
    pub fn new((shop, known): (&'a Shop, &'a Known), number: u64, seed: u64) -> Self {
        Self {
            shop,
            known,
            chance: StdRng::seed_from_u64(seed * 1000 + number),
            browser: shop.app.browser(),
            number,
            seen: Seen::default(),
        }
    }

    pub fn act(&mut self) {
        match self.chance.random_range(0..10) {
            0..4 => self.book(),
            4..6 => self.move_one(),
            6..8 => self.cancel_one(),
            8 => self.wait(),
            _ => self.answer(),
        }
    }

    /// A page that is no failure of the site.
    fn well(&self, page: Page) -> Page {
        assert!(
            page.status < 500,
            "{} answered {}: {}",
            page.url,
            page.status,
            page.text()
        );
        page
    }

    /// What came of pressing the last button: done, somebody else's by now, or no time at which anything begins.
    fn came(&mut self, page: &Page) -> bool {
        let is_done = page.status == 303;
        assert!(
            is_done || [409, 410, 422].contains(&page.status),
            "{} answered {}: {}",
            page.url,
            page.status,
            page.text()
        );
        if is_done {
            self.seen.done += 1;
        } else {
            self.seen.refused += 1;
        }
        is_done
    }

    /// One that others wish for, too.
    fn a_start(&mut self) -> DateTime<Utc> {
        let date = DAYS.choose(&mut self.chance).unwrap().parse().unwrap();
        let halves = if self.chance.random() { 4 } else { 18 };
        instant(date, OPEN.0 + self.chance.random_range(0..halves) * 30)
    }

    fn one_of(&mut self, known: &Mutex<Vec<String>>) -> Option<String> {
        let all = known.lock().unwrap();
        all.choose(&mut self.chance).cloned()
    }

    fn book(&mut self) {
        let kinds = [Kind::Cut, Kind::Cut, Kind::Colour, Kind::Spa, Kind::Yoga];
        let kind = *kinds.choose(&mut self.chance).unwrap();
        let party = if kind == Kind::Yoga {
            self.chance.random_range(1..=2)
        } else {
            1
        };
        let key = format!("{:032x}", self.chance.random::<u128>());
        let start = self.a_start();
        let held = self.browser.post(
            &format!("/ja/b/{}/book/hold", self.shop.business.slug),
            &[
                ("key", &key),
                ("service", &self.shop.service(kind).to_string()),
                ("party", &party.to_string()),
                ("start", &start.to_rfc3339()),
            ],
        );
        let held = self.well(held);
        if held.status != 303 {
            self.came(&held);
            return;
        }
        // Some change their minds while the form is open.
        if self.chance.random_ratio(1, 8) {
            return;
        }
        let own = [("phone", ""), ("email", &*format!("{key}@example.com"))];
        let mut check = self.well(told(&self.well(held.settled()), &JA, &own));
        if self.chance.random_ratio(1, 4) {
            check = self.well(check.fill("code", CODE).press(USE));
        }
        self.confirm(&check);
    }

    fn confirm(&mut self, check: &Page) {
        // Whose time has run out meanwhile is not on the last page.
        if !check.html.contains(JA.confirm) {
            self.seen.refused += 1;
            return;
        }
        let done = self.well(check.form().send(JA.confirm));
        let home = done.location().unwrap_or_default();
        let path = home.split('?').next().unwrap();
        // Whose time has run out while they read is sent on to other times.
        if self.came(&done) && path.contains("/bookings/") {
            let token = path.rsplit('/').next().unwrap().to_owned();
            self.known.bookings.lock().unwrap().push(token);
        }
    }

    fn move_one(&mut self) {
        let Some(token) = self.one_of(&self.known.bookings) else {
            return self.book();
        };
        let start = self.a_start().to_rfc3339();
        let chosen = serde_urlencoded::to_string([("start", start)]).unwrap();
        let check = self.well(
            self.browser
                .open(&format!("/ja/bookings/{token}/move?{chosen}")),
        );
        if !check.html.contains(MOVE) {
            self.seen.refused += 1;
            return;
        }
        let done = self.well(check.form().send(MOVE));
        self.came(&done);
    }

    fn cancel_one(&mut self) {
        let Some(token) = self.one_of(&self.known.bookings) else {
            return self.book();
        };
        let check = self.well(self.browser.open(&format!("/ja/bookings/{token}/cancel")));
        // Somebody else may have called it off already: then this is its own page.
        if !check.url.ends_with("/cancel") {
            self.seen.refused += 1;
            return;
        }
        // Nobody may call off what nobody answered in time, and the page says so.
        if !check.html.contains(CANCEL) {
            assert!(check.text().contains(CLOSED), "{}", check.text());
            self.seen.refused += 1;
            return;
        }
        let done = self.well(check.form().send(CANCEL));
        self.came(&done);
    }

    fn wait(&mut self) {
        let (start, form) = (
            self.a_start(),
            format!("crowd{}x{}", self.number, self.chance.random::<u64>()),
        );
        self.shop.join(&form, &Wish::one(Kind::Cut, None, 1), start);
    }

    /// Whoever reads the letter first takes what it offers, or leaves; the others find it gone.
    fn answer(&mut self) {
        let Some(link) = self.one_of(&self.known.offers) else {
            return self.wait();
        };
        let place = self.well(self.browser.open(&link));
        if !place.html.contains(GO_ON) {
            self.seen.refused += 1;
            return;
        }
        if self.chance.random_ratio(1, 4) {
            self.well(place.press(LEAVE));
            return;
        }
        let check = self.well(place.follow(GO_ON));
        self.confirm(&check);
    }
}
