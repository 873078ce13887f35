//! A guest on the way to a booking, press by press: what they tap and type is counted, and every page they see is
//! looked over.

use super::strict::Strict;
use crate::support::{
    app::TestApp,
    browser::Page,
    build::{Business, Service},
};

/// What buttons and fields are called in a language.
pub struct Tongue {
    pub code: &'static str,
    pub review: &'static str,
    pub confirm: &'static str,
    pub extend: &'static str,
    /// The name of the other language, which is the link to it.
    pub other: &'static str,
    pub typed: &'static [(&'static str, &'static str)],
}

pub const JA: Tongue = Tongue {
    code: "ja",
    review: "確認画面へ進む",
    confirm: "この内容で予約を確定する",
    extend: "確保を延長する",
    other: "English",
    typed: &[
        ("family_name", "山田"),
        ("given_name", "花子"),
        ("phone", "０９０ー１２３４ー５６７８"),
        ("email", "hanako@example.com"),
    ],
};

pub const EN: Tongue = Tongue {
    code: "en",
    review: "Review booking",
    confirm: "Confirm booking",
    extend: "Hold it longer",
    other: "日本語",
    typed: &[
        ("full_name", "Grace O'Brien"),
        ("phone", "+1 212 555 0123"),
        ("email", "grace@example.com"),
    ],
};

/// A guest, the page before them, and what they did to get there.
pub struct Guest {
    pub page: Page,
    pub taps: usize,
    pub typed: usize,
}

impl Guest {
    /// Somebody who opens an address.
    pub fn at(app: &TestApp, path: &str) -> Self {
        let page = app.browser().open(path).strict();
        Self {
            page,
            taps: 0,
            typed: 0,
        }
    }

    /// Taps a link.
    pub fn follow(&mut self, words: &str) -> &mut Self {
        self.taps += 1;
        self.page = self.page.follow(words).strict();
        self
    }

    /// Taps a button.
    pub fn press(&mut self, words: &str) -> &mut Self {
        self.taps += 1;
        self.page = self.page.press(words).strict();
        self
    }

    /// Types who they are and goes on to the final check.
    pub fn tell(&mut self, tongue: &Tongue) -> &mut Self {
        self.typed += tongue.typed.len();
        self.taps += 1;
        self.page = told(&self.page, tongue, &[]).strict();
        self
    }
}

/// The answer to the details page filled in as somebody of that language would, with more fields besides.
pub fn told(page: &Page, tongue: &Tongue, more: &[(&str, &str)]) -> Page {
    let mut form = page.form();
    for (field, value) in tongue.typed.iter().chain(more) {
        form = form.fill(field, value);
    }
    form.press(tongue.review)
}

/// The address of a service's free times.
pub fn times(code: &str, business: &Business, service: &Service, more: &str) -> String {
    format!(
        "/{code}/b/{}/book/times?service={}{more}",
        business.slug, service.id
    )
}

/// A time held: the details page after a tap in the table of a service.
pub fn held(app: &TestApp, business: &Business, service: &Service, when: &str) -> Page {
    let page = app
        .browser()
        .open(&times("ja", business, service, "&view=table"));
    let page = page.strict().press(&free(when)).strict();
    assert_eq!(page.heading(), "お客様情報", "{when} was held");
    page
}

/// What the button of a free time in the table is called: `11月21日(土) 14:00`.
pub fn free(when: &str) -> String {
    format!("{when} 空きあり")
}

/// Whether the table offers a time.
pub fn is_free(page: &Page, when: &str) -> bool {
    let label = free(when);
    let document = page.document();
    let buttons = document.all("button[aria-label]");
    buttons
        .into_iter()
        .any(|button| button.attr("aria-label") == Some(&label))
}

/// A whole booking in Japanese: its page.
pub fn booked(app: &TestApp, business: &Business, service: &Service, when: &str) -> Page {
    let page = told(&held(app, business, service, when), &JA, &[]).strict();
    let page = page.press(JA.confirm).strict();
    assert_eq!(page.heading(), "ご予約が確定しました");
    page
}

/// The token in the address of a booking's page.
pub fn token_of(page: &Page) -> String {
    page.url.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Fails unless a page says all of these words.
pub fn says(page: &Page, all: &[&str]) {
    for words in all {
        assert!(
            page.text().contains(words),
            "{words:?} is missing on {}: {}",
            page.url,
            page.text()
        );
    }
}
