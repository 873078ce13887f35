//! How many presses the work of a day costs (UX 10.2), in the real browser: a press on a link, a button, an option. Typing is
//! none. Each is counted from the page that somebody lands on after signing in.

use crate::{
    staff::scene::{DESK, Friday},
    support::{build::a_booking, chromium::Chromium, people::PASSWORD},
};
use std::{cell::Cell, time::Duration};

/// A hand at the counter, and how often it pressed.
pub struct Hand<'a> {
    window: &'a Chromium,
    presses: Cell<u32>,
}

impl<'a> Hand<'a> {
    /// Where everybody lands.
    fn new(window: &'a Chromium) -> Self {
        window.visit(&format!("{DESK}/today"));
        Self::at(window)
    }

    /// On whatever page is open.
    pub fn at(window: &'a Chromium) -> Self {
        Self {
            window,
            presses: Cell::new(0),
        }
    }

    /// Presses what says this, and waits for the page whose heading holds `heading`.
    pub fn press(&self, words: &str, heading: &str) -> &Self {
        self.window.press(words);
        self.count(heading)
    }

    /// Presses what a selector finds first.
    fn press_at(&self, selector: &str, heading: &str) -> &Self {
        let found = self.window.execute(&format!(
            "const found = document.querySelector(\"{selector}\"); found?.click(); return !!found"
        ));
        assert_eq!(found, true, "{selector}");
        self.count(heading)
    }

    /// An option is a press, too.
    fn choose(&self, name: &str, value: &str) -> &Self {
        self.presses.set(self.presses.get() + 1);
        self.fill(name, value)
    }

    fn fill(&self, name: &str, value: &str) -> &Self {
        self.window.fill(name, value);
        self
    }

    fn count(&self, heading: &str) -> &Self {
        self.presses.set(self.presses.get() + 1);
        for _ in 0..200 {
            if self.window.document().heading().contains(heading) {
                return self;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("{heading} did not come: {}", self.window.document().text());
    }

    /// It is done, says the page, with no more presses than this.
    pub fn done(&self, said: &str, at_most: u32) {
        for _ in 0..200 {
            if self
                .window
                .document()
                .flash()
                .is_some_and(|flash| flash.contains(said))
            {
                assert!(
                    self.presses.get() <= at_most,
                    "{said}: {} presses",
                    self.presses.get()
                );
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("{said} was not said: {}", self.window.document().text());
    }
}

#[test]
fn the_work_of_an_owner_costs_no_more_presses_than_we_promise() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.size(1280, 900);
    let day = "11月20日";
    // Whoever signs in sees today.
    window.visit("/ja/account/sign-in");
    window.fill("email", &friday.cast.aoi.email);
    window.fill("password", PASSWORD);
    let hand = Hand::at(&window);
    hand.press("ログイン", day);
    let shown = window.document().text();
    assert!(shown.contains("Nguyen Linh"), "{shown}");
    let absent = Friday::page_of(&friday.late);
    Hand::new(&window)
        .press_at(
            &format!("li:has(a[href='{absent}']) button[value='no_show']"),
            day,
        )
        .done("状態を変更しました", 2);
    Hand::new(&window)
        .press("ネット予約の受付を止める", day)
        .done("止めました", 2);
    Hand::new(&window)
        .press("ネット予約の受付を再開", day)
        .done("再開しました", 2);
    // The same for one person.
    let hand = Hand::new(&window);
    let sato = friday.cast.salon.staff[0];
    hand.press_at(&format!("a[href*='staff={sato}']"), day);
    window.until(&format!("location.search.includes('{sato}')"));
    hand.press("のネット予約を止める", day)
        .done("この担当のネット予約の受付を止めました", 2);
    Hand::at(&window)
        .press("のネット予約を再開", day)
        .done("再開しました", 1);
    let hand = Hand::new(&window);
    hand.press("シフト", "シフト")
        .press("前の週のシフトをコピー", "シフト")
        .done("コピーしました", 2);
    let hand = Hand::new(&window);
    hand.press("予約を入れない時間を作る", "予約を入れない時間を作る");
    hand.choose("staff", &friday.cast.salon.staff[0].to_string());
    hand.fill("time", "16:00").fill("until", "17:00");
    hand.press("保存", day)
        .done("予約を入れない時間を作りました", 3);
    let hand = Hand::new(&window);
    hand.press_at(
        &format!("main a[href='{}']", Friday::page_of(&friday.coming)),
        "Nguyen",
    );
    hand.press("予約を変更", "予約の変更").fill("time", "15:00");
    hand.press("変更を保存", "Nguyen")
        .done("予約を変更しました", 4);
    let hand = Hand::new(&window);
    hand.press("この日を休みにする", "休業日・時間変更");
    hand.press("予約を確認したうえで保存", "営業時間と休業日")
        .done("休業日・時間変更を保存しました", 3);
    let hand = Hand::new(&window);
    hand.press_at("a[href*='/print']", "予約表");
    assert_eq!(hand.presses.get(), 1, "the sheet of the day");
}

/// UX 10.2: one press each, and ten seconds to think again.
#[test]
fn a_request_is_approved_or_declined_with_one_press_and_undone_with_another() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi()).size(1280, 900);
    let (salon, cut) = (&friday.cast.salon, &friday.cast.cut);
    for (to, wall) in [
        ("confirmed", "2026-11-20 16:00"),
        ("cancelled", "2026-11-20 17:00"),
    ] {
        let wish = a_booking(&friday.app, salon, cut)
            .named("小川", "凛")
            .at(wall)
            .status("pending")
            .build();
        let row = format!("li:has(a[href='{}'])", Friday::page_of(&wish));
        let button = format!("{row} button[value='{to}']");
        let hand = Hand::new(&window);
        hand.press_at(&button, "11月20日")
            .done("状態を変更しました", 1);
        assert!(friday.status(&wish, to), "{to}");
        let hand = Hand::at(&window);
        hand.press("元に戻す", "11月20日").done("元に戻しました", 1);
        assert!(friday.status(&wish, "pending"), "{to} undone");
        Hand::new(&window)
            .press_at(&button, "11月20日")
            .done("状態を変更しました", 1);
        assert!(friday.status(&wish, to), "{to} again");
    }
}

/// UX 10.2: no press but the keys; whoever is found is one press away.
#[test]
fn a_guest_is_found_by_typing_alone() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi()).size(1280, 900);
    let named = "update customers.customers set search_key = lower(replace(name, ' ', ''))";
    friday.app.execute(friday.cast.salon.id, named.to_owned());
    let hand = Hand::new(&window);
    window.keys("/").keys("nguyen\u{e007}");
    window.until("location.pathname.endsWith('/search')");
    is_found(&window);
    assert_eq!(hand.presses.get(), 0, "typing is none");
    hand.press("Nguyen Linh", "Nguyen Linh");
    assert_eq!(hand.presses.get(), 1, "their card");
}

/// On a telephone there is no key: the glass in the head is one press, and the box is ready to be typed into.
#[test]
fn on_a_telephone_a_guest_is_found_with_one_press_before_typing() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi()).size(360, 780);
    let named = "update customers.customers set search_key = lower(replace(name, ' ', ''))";
    friday.app.execute(friday.cast.salon.id, named.to_owned());
    let hand = Hand::new(&window);
    let box_of = "const box = document.querySelector('.masthead-search').getBoundingClientRect(); return [box.width >= 44, box.height >= 44, box.bottom < 80]";
    assert_eq!(
        window.execute(box_of),
        serde_json::json!([true, true, true])
    );
    hand.press_at(".masthead-search", "探す");
    window.until("document.activeElement.name === 'find'");
    assert_eq!(hand.presses.get(), 1);
    window.keys("nguyen\u{e007}");
    is_found(&window);
    // At a desk the box itself stands there.
    window.size(1280, 900).visit(&format!("{DESK}/today"));
    let glass = "return document.querySelector('.masthead-search').checkVisibility()";
    assert_eq!(window.execute(glass), false);
}

fn is_found(window: &Chromium) {
    window.until("document.querySelector('main a[href*=\"/customers/\"]')");
    assert!(window.document().text().contains("Nguyen Linh"));
}

#[test]
fn the_work_of_staff_costs_no_more_presses_than_we_promise() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.size(1280, 900);
    let (day, coming) = ("11月20日", Friday::page_of(&friday.coming));
    // Whoever serves sees their own day as soon as they are signed in, and everybody's with one press.
    window.visit("/ja/account/sign-in");
    window.fill("email", &friday.cast.ben.email);
    window.fill("password", PASSWORD);
    Hand::at(&window).press("ログイン", day);
    let (late, coming_row) = (
        Friday::page_of(&friday.late),
        format!("li:has(a[href='{coming}'])"),
    );
    let stands = |page: &str| {
        window
            .document()
            .all(&format!("main a[href='{page}']"))
            .len()
    };
    assert_eq!((stands(&coming), stands(&late)), (1, 0), "one's own day");
    Hand::at(&window).press_at("a[href*='staff=all']", day);
    window.until(&format!(
        "document.querySelector(\"main a[href='{late}']\")"
    ));
    let hand = Hand::new(&window);
    hand.press_at(
        &format!("main a[href='{}']", Friday::page_of(&friday.coming)),
        "Nguyen",
    );
    assert_eq!(hand.presses.get(), 1, "the next customer's notes");
    hand.fill("note", "紅茶がお好き")
        .press("メモを保存", "Nguyen")
        .done("メモを保存しました", 2);
    // "Running ten minutes late" to the next customer.
    Hand::new(&window)
        .press_at(
            &format!("main a[href='{}']", Friday::page_of(&friday.coming)),
            "Nguyen",
        )
        .press_at("button[name='minutes'][value='10']", "Nguyen")
        .done("お待たせすることをお客様にメールで知らせました", 2);
    // Arrived, started, done: one each, from the list.
    for act in ["arrived", "in_service", "completed"] {
        Hand::new(&window)
            .press_at(&format!("{coming_row} button[value='{act}']"), day)
            .done("状態を変更しました", 1);
        assert!(friday.status(&friday.coming, act));
    }
}

#[test]
fn a_price_is_three_presses_from_today_and_saving_stays_in_sight() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    // Whether the bar is in the window, whatever is scrolled to, and no box that has the focus lies behind it.
    let covered = "const bar = document.querySelector('.sheet-save');
        const inside = () => { const box = bar.getBoundingClientRect(); return box.top > 0 && box.bottom <= innerHeight; };
        const boxes = [...document.querySelectorAll('#typed :is(input:not([type=hidden]), select, textarea)')]
            .filter((box) => box.checkVisibility());
        const wrong = [];
        for (const box of boxes) {
            box.focus();
            const { top, bottom } = box.getBoundingClientRect();
            if (!inside() || (bottom > bar.getBoundingClientRect().top && top < bar.getBoundingClientRect().bottom)) wrong.push(box.name);
        }
        return wrong.concat(boxes.length > 10 ? [] : ['too few']);";
    window.size(1280, 900);
    window.visit("/ja/account/sign-in");
    window.fill("email", &friday.cast.aoi.email);
    window.fill("password", PASSWORD);
    Hand::at(&window).press("ログイン", "11月20日");
    let hand = Hand::at(&window);
    hand.press_at("nav a[href$='/owner/aoi-salon/menu']", "メニュー");
    hand.press_at("a.offer-name", "カット");
    window.size(360, 640);
    assert_eq!(window.execute(covered), serde_json::json!([]), "360 px");
    window.size(1280, 900);
    assert_eq!(window.execute(covered), serde_json::json!([]), "1280 px");
    hand.fill("price", "6600");
    hand.press("保存", "メニュー").done("保存しました", 3);
}

#[test]
fn taking_payment_and_issuing_its_receipt_are_two_presses_each() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.size(1280, 900);
    window.visit("/ja/account/sign-in");
    window.fill("email", &friday.cast.aoi.email);
    window.fill("password", PASSWORD);
    Hand::at(&window).press("ログイン", "11月20日");
    let page = Friday::page_of(&friday.serving);
    Hand::new(&window)
        .press_at(&format!("li a[href='{page}/payment']"), "お会計")
        .press("会計済みにする", "田中")
        .done("会計済みにしました", 2);
    let hand = Hand::at(&window);
    hand.press_at(&format!("#payment a[href='{page}/receipt']"), "領収書");
    hand.press("発行して印刷", "領収書");
    window.until("!!document.querySelector('.receipt')");
    assert_eq!(hand.presses.get(), 2);
    let paper = window.document().text();
    assert!(paper.contains("領収書番号 000001"), "{paper}");
    assert!(!paper.contains("再発行"), "{paper}");
}

/// UX 10.2: two presses change what is left of a half-hour, and a third takes it back.
#[test]
fn what_is_left_of_a_half_hour_is_another_with_two_presses() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi()).size(1280, 900);
    let salon = friday.cast.salon.id;
    let row = serde_json::json!({"business_id": salon, "date": "2026-11-20", "start_minute": 960, "most": 2});
    friday
        .app
        .insert(salon, "scheduling.start_limit_dates", row);
    let left = |count: &str| {
        window.until(&format!(
            "document.querySelector('#t960')?.textContent.includes('残り {count}')"
        ));
    };
    let press = |hand: &Hand<'_>, value: &str| {
        let form = format!("#t960 form:has(input[name='press'][value='{value}']) button");
        hand.press_at(&form, "受付数");
    };
    let hand = Hand::new(&window);
    hand.press("受付数", "受付数");
    press(&hand, "more");
    hand.done("受付数を変更しました", 2);
    left("3");
    let hand = Hand::at(&window);
    press(&hand, "fewer");
    hand.done("受付数を変更しました", 1);
    left("2");
}
