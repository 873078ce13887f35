//! Every page a guest sees, in every state, looked at in the real browser: nothing for axe to find, nothing too wide,
//! nothing too small to press, nothing asked of strangers. And once more without script.

use super::walk::{EN, JA, Tongue};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    build::{a_business, a_service},
    chromium::Chromium,
    eye::Eye,
    html::words,
    wait::wait_for,
};
use chrono::{DateTime, TimeDelta, Utc};
use omotenashi::cli::seed::{SeedOptions, seed};
use serde_json::json;

/// The demo town, and beside it a shop that takes no bookings and one that takes them by telephone, with where its times
/// would be.
fn town() -> (TestApp, String) {
    let app = TestApp::start(TestOptions::default());
    let db = app.db().clone();
    let today = tokyo("2026-11-20 12:00").date_naive();
    wait_for(async move { seed(&db, &SeedOptions::town(today)).await }).unwrap();
    let paused = a_business(&app)
        .slug("paused")
        .staff(1)
        .settings(json!({"is_accepting": false}))
        .build();
    a_service(&app, &paused).build();
    let by_hand = a_business(&app).slug("by-hand").staff(1).build();
    let service = a_service(&app, &by_hand).build();
    app.execute(by_hand.id, "update resources set takes_online = false");
    let times = format!("/b/by-hand/book/times?service={}", service.id);
    (app, times)
}

/// A guest at the salon of the town, in one language.
struct Visit<'a, 'b> {
    app: &'a TestApp,
    eye: &'a mut Eye<'b>,
    tongue: &'a Tongue,
    /// The times of what nobody gives online.
    by_hand: &'a str,
}

impl Visit<'_, '_> {
    fn says(&self, ja: &'static str, en: &'static str) -> &'static str {
        if self.tongue.code == "ja" { ja } else { en }
    }

    fn path(&self, rest: &str) -> String {
        format!("/{}{rest}", self.tongue.code)
    }

    /// The words of the first that a selector finds.
    fn first(&self, selector: &str) -> String {
        let page = self.eye.window.document();
        let found = page.all(selector);
        let first = found.first().unwrap_or_else(|| {
            panic!(
                "no {selector} at {}: {}",
                self.eye.window.path(),
                page.text()
            )
        });
        words(*first)
    }

    fn choosing(&self) -> &'static str {
        if self.tongue.code == "ja" {
            "日時の選択"
        } else {
            "Date and time"
        }
    }

    fn asking(&self) -> &'static str {
        if self.tongue.code == "ja" {
            "お客様情報"
        } else {
            "Your details"
        }
    }

    fn checking(&self) -> &'static str {
        if self.tongue.code == "ja" {
            "ご予約内容の確認"
        } else {
            "Review your booking"
        }
    }

    /// The town, a shop and its menu, and what the law wants told.
    fn window_shopping(&mut self) {
        let home = self.says("お店を探す", "Find a place");
        let salon = self.says("ヘアサロン花", "Hair Salon Hana");
        let menu = self.says("メニュー", "Menu");
        let paused = self.says("サロン あおい", "Salon Aoi");
        let lost = self.says("ページが見つかりません", "Page not found");
        let wrong_door = self.says("この操作はここではできません", "That can't be done here");
        for (path, heading) in [
            ("", home),
            ("?q=zzz", home),
            ("?kind=restaurant", home),
            ("/b/salon-hana", salon),
            ("/b/kappo-minato", self.says("割烹 みなと", "Kappo Minato")),
            ("/b/salon-hana/book", menu),
            ("/b/paused", paused),
            ("/b/paused/book", menu),
            ("/b/by-hand", paused),
            ("/b/by-hand/book", menu),
            (self.by_hand, self.choosing()),
            (
                "/b/salon-hana/legal",
                self.says("特定商取引法に基づく表記", "Legal notice"),
            ),
            (
                "/b/salon-hana/privacy",
                self.says("プライバシーポリシー", "Privacy policy"),
            ),
            (
                "/transmission",
                self.says("外部送信について", "External transmission notice"),
            ),
            (
                "/accessibility",
                self.says("ウェブアクセシビリティ", "Accessibility"),
            ),
            (
                "/find",
                self.says("空きのあるお店を探す", "Find a free time"),
            ),
            (
                "/find?date=2026-11-24&part=afternoon",
                self.says("空きのあるお店を探す", "Find a free time"),
            ),
            (
                "/find?date=2026-11-24&q=zzz",
                self.says("空きのあるお店を探す", "Find a free time"),
            ),
            (
                "/for-shops",
                self.says(
                    "お店の予約を、ひとつの予約表で",
                    "Every booking in one diary",
                ),
            ),
            ("/b/nowhere", lost),
            ("/bookings/nothing", lost),
            ("/b/salon-hana/book/hold", wrong_door),
            ("/account/sign-in", self.says("ログイン", "Sign in")),
        ] {
            let path = self.path(path);
            self.eye.visit(&path, heading);
        }
    }

    /// Free times in their three shapes, with somebody, for several, and where there are none. Ends at a list of the
    /// times of the one with whom it will be booked.
    fn times(&mut self) {
        let choosing = self.choosing();
        let menu = self.path("/b/kappo-minato/book");
        self.eye.window.visit(&menu);
        let lunch = self.first(".offer-name");
        self.eye.press(&lunch, choosing);
        let four = self.says("4名", "4 people");
        self.eye.press(four, choosing);
        let menu = self.path("/b/suiren-yoga/book");
        self.eye.window.visit(&menu);
        let class = self.first(".offer-name");
        self.eye.press(&class, choosing);
        let menu = self.path("/b/salon-hana/book");
        self.eye.window.visit(&menu);
        let service = self.says("カット+カラー", "Cut and colour");
        self.eye.press(service, choosing);
        let times = self.eye.window.path();
        for more in [
            "&view=table",
            "&view=list",
            "&view=month",
            "&view=list&from=2027-06-01",
            "&view=table&from=2026-12-26",
        ] {
            self.eye.visit(&format!("{times}{more}"), choosing);
        }
        self.eye
            .window
            .visit(&format!("{times}&view=list&from=2026-12-08"));
        let stylist = self.says("佐伯 美咲", "Misaki Saeki");
        self.eye.press(stylist, choosing);
    }

    /// A time that somebody else takes first, another one, the questions, the last look, and too long a pause.
    fn book(&mut self) {
        let (asking, checking) = (self.asking(), self.checking());
        let time = self.first("button.time");
        let rival = self.app.browser().open(&self.eye.window.path());
        assert_eq!(rival.press(&time).heading(), asking);
        self.eye.press_in_vain(&time, self.choosing());
        let instead = self.first(".times-wide button");
        self.eye.press(&instead, asking);
        self.eye.press_in_vain(self.tongue.review, asking);
        for (field, value) in self.tongue.typed {
            self.eye.window.fill(field, value);
        }
        self.consent();
        self.eye.press(self.tongue.review, checking);
        let check = self.eye.window.path();
        self.eye.press(self.tongue.extend, checking);
        let clock = self.app.clock();
        clock.set(self.app.platform(|tx| Ok(tx.now())) + TimeDelta::minutes(16));
        self.eye
            .visit(&check.replace("/confirm?", "/details?"), asking);
        self.eye.visit(&check, checking);
        let again = self.first(".error-summary .time");
        self.eye.press(&again, asking);
        let page = self.eye.window.document();
        assert!(
            !page.field("email").value.is_empty(),
            "what was typed is kept"
        );
        self.eye.press(self.tongue.review, checking);
        let done = self.says("ご予約が確定しました", "Your booking is confirmed");
        self.eye.press(self.tongue.confirm, done);
    }

    /// What the salon wants read and signed before it colours anybody's hair.
    fn consent(&self) {
        let page = self.eye.window.document();
        let name = |selector: &str| page.attribute(selector, "name").unwrap();
        let tick = name("input[type='checkbox'][name^='q-']");
        let sign = name("input[name^='q-'][name$='-name']");
        self.eye.window.fill(&tick, "yes").fill(&sign, "Sakura");
    }

    /// The booking's home, another time, what calling it off costs, and the end.
    fn change(&mut self) {
        let done = self.says("ご予約が確定しました", "Your booking is confirmed");
        let moving = self.says("日時の変更", "Change the time");
        let over = self.says(
            "この予約はキャンセルされています",
            "This booking is cancelled",
        );
        let booking = self.eye.window.path();
        self.eye.visit(&format!("{booking}/move"), moving);
        while self.eye.window.document().all("button.time").is_empty() {
            let way = self.first(".empty a");
            self.eye.press(&way, moving);
        }
        let start = self.eye.window.document();
        let start = start.attribute("button.time", "value").unwrap();
        let time = self.first("button.time");
        self.eye.window.press(&time);
        let button = self.says("この日時に変更する", "Change to this time");
        self.eye.window.press(button);
        self.eye.arrives(done).look("moved");
        let calling_off = self.says("予約のキャンセル", "Cancel your booking");
        self.eye.visit(&format!("{booking}/cancel"), calling_off);
        let start: DateTime<Utc> = start.parse().unwrap();
        let before = self.app.platform(|tx| Ok(tx.now()));
        self.app.clock().set(start - TimeDelta::hours(12));
        self.eye.visit(&booking, done);
        self.eye.visit(&format!("{booking}/move"), moving);
        self.eye.visit(&format!("{booking}/cancel"), calling_off);
        let button = self.says("予約をキャンセルする", "Cancel booking");
        self.eye.press(button, over);
        self.eye.visit(&booking, over);
        self.app.clock().set(before);
    }
}

fn whole_way(scripts: bool, name: &str) {
    let (app, by_hand) = town();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for tongue in [&JA, &EN] {
        let mut eye = Eye::new(&window, scripts);
        {
            let mut visit = Visit {
                app: &app,
                eye: &mut eye,
                tongue,
                by_hand: &by_hand,
            };
            visit.window_shopping();
            visit.times();
            visit.book();
            visit.change();
        }
        eye.close(name);
    }
}

#[test]
fn every_page_a_guest_sees_is_whole_in_each_size_and_light() {
    whole_way(true, "guests/booking");
}

#[test]
fn without_script_the_whole_way_can_be_gone_and_nothing_is_too_wide() {
    whole_way(false, "plain/booking");
}
