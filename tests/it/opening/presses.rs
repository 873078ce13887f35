//! From the end of signing up to a live page that a guest books on, in the real browser, with and without script: how many
//! presses it costs (UX 10.2). Typing is none.

use super::{Newcomer, OFFICE};
use crate::support::chromium::Chromium;
use std::{cell::Cell, time::Duration};

/// A hand, and how often it pressed.
struct Hand<'a> {
    window: &'a Chromium,
    presses: Cell<u32>,
}

impl<'a> Hand<'a> {
    fn new(window: &'a Chromium) -> Self {
        let presses = Cell::new(0);
        Self { window, presses }
    }

    /// Presses what says this, and waits for the page of this heading.
    fn press(&self, words: &str, heading: &str) -> &Self {
        self.window.press(words);
        self.presses.set(self.presses.get() + 1);
        self.arrives(heading)
    }

    /// Presses what a selector finds first.
    fn press_at(&self, selector: &str, heading: &str) -> &Self {
        let found = self.window.execute(&format!(
            "const found = document.querySelector(\"{selector}\"); found?.click(); return !!found"
        ));
        assert_eq!(found, true, "{selector} at {}", self.window.path());
        self.presses.set(self.presses.get() + 1);
        self.arrives(heading)
    }

    fn arrives(&self, heading: &str) -> &Self {
        for _ in 0..200 {
            if self.window.document().heading().contains(heading) {
                return self;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("{heading} did not come: {}", self.window.document().text());
    }

    fn fill(&self, name: &str, value: &str) -> &Self {
        self.window.fill(name, value);
        self
    }
}

/// Opens the shop, from the page that somebody lands on who has just proved their address.
fn open(window: &Chromium, script: bool) -> u32 {
    window.script(script).visit("/ja/account/bookings");
    let hand = Hand::new(window);
    hand.press("店舗の登録", "お店の業種")
        .press("美容室・サロン", "店舗の登録")
        .fill("name_ja", "花のネイル")
        .fill("name_en", "Hana's Nails")
        .fill("phone", "03-1234-5678")
        .fill("postal_code", "150-0001");
    if script {
        window.until("document.querySelector('[name=city]').value === '渋谷区'");
    } else {
        hand.press("住所を入れる", "店舗の登録");
        for _ in 0..200 {
            if window.document().field("city").value == "渋谷区" {
                break;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }
    hand.fill("street", "神宮前1-2-3")
        .press("次へ進む", "営業時間")
        .press("次へ進む", "メニューと担当")
        .press("次へ進む", "公開前の確認")
        .press("公開する", "予約ページの案内");
    assert_eq!(window.path(), format!("{OFFICE}/share"));
    hand.presses.get()
}

/// A guest books there, as guests do.
fn book(newcomer: &Newcomer, window: &Chromium) {
    window.forget().visit("/ja/b/hanas-nails");
    let hand = Hand::new(window);
    hand.press_at("a[href*='/book/times']", "日時");
    hand.press_at("form[action$='/book/hold'] button, .time", "お客様情報");
    for (name, value) in [
        ("family_name", "山田"),
        ("given_name", "太郎"),
        ("email", "taro@example.com"),
        ("phone", "090-1234-5678"),
    ] {
        hand.fill(name, value);
    }
    hand.press("確認画面へ進む", "確認");
    window.press("この内容で予約を確定する");
    for _ in 0..200 {
        if newcomer.count("select count(*) from bookings.bookings") == 1 {
            return;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    panic!("nothing was booked: {}", window.document().text());
}

#[test]
fn a_new_owner_is_live_and_booked_with_few_presses() {
    // The first press leads to the first screen; without script one more fills in the address.
    for (script, most) in [(true, 6), (false, 7)] {
        let newcomer = Newcomer::new();
        let Some(window) = Chromium::open(&newcomer.app) else {
            return;
        };
        window.as_of(&newcomer.browser());
        let presses = open(&window, script);
        assert!(presses <= most, "script {script}: {presses} presses");
        book(&newcomer, &window);
        assert!(window.complaints().is_empty());
    }
}
