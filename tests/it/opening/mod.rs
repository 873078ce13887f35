//! Somebody opens a shop: postal codes, the five screens, what comes after.

mod after;
mod examples;
mod flow;
mod ken_all;
mod looks;
mod postal;
mod presses;

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    people::{Person, a_person},
    sql,
};
use omotenashi::domain::platform::{ken_all as list, postal_code};

/// Where a business of Hana's begins.
const NEW: &str = "/ja/account/businesses/new?kind=salon";
/// Its back office.
const OFFICE: &str = "/ja/owner/hanas-nails";

/// A few lines of the list, as Japan Post writes them.
const LIST: &str = r#"13113,"150  ","1500001","トウキョウト","シブヤク","ジングウマエ","東京都","渋谷区","神宮前",0,0,1,0,0,0
23235,"498  ","4980000","アイチケン","ヤトミシ","イカニケイサイガナイバアイ","愛知県","弥富市","以下に掲載がない場合",0,0,0,1,0,0
24303,"498  ","4980000","ミエケン","クワナグンキソサキチョウ","イカニケイサイガナイバアイ","三重県","桑名郡木曽岬町","以下に掲載がない場合",0,0,0,1,0,0
"#;

/// Somebody with an account and no shop, and a list of postal codes.
struct Newcomer {
    app: TestApp,
    hana: Person,
}

impl Newcomer {
    fn new() -> Self {
        let app = TestApp::start(TestOptions::default());
        let hana = a_person(&app, "hana", "佐藤 花", "customer");
        let places = list::read(LIST.as_bytes()).unwrap();
        app.platform(move |tx| postal_code::replace(tx, &places));
        Self { app, hana }
    }

    fn browser(&self) -> Browser {
        self.hana.sign_in(&self.app)
    }

    /// The third screen, after the second was filled in.
    fn named(&self, browser: &Browser) -> Page {
        let page = named(&browser.open(NEW));
        assert_eq!(page.heading(), "営業時間", "{}", page.text());
        page
    }

    /// The last screen, after all examples were taken as they are.
    fn filled(&self, browser: &Browser) -> Page {
        let page = self.named(browser).press("次へ進む").press("次へ進む");
        assert_eq!(page.heading(), "公開前の確認", "{}", page.text());
        page
    }

    /// A shop that is public.
    fn opened(&self, browser: &Browser) -> Page {
        let page = self.filled(browser).press("公開する");
        let said = page.flash();
        assert_eq!(said.as_deref(), Some("お店のページを公開しました"));
        page
    }

    fn lines(&self, query: &'static str) -> Vec<String> {
        self.app
            .platform(move |tx| Ok(sql::lines(tx.conn(), query)))
    }

    /// What there is in the one business there is.
    fn count(&self, question: &str) -> i64 {
        let own = self.lines("select id::text as line from businesses.businesses");
        self.app.count(own[0].parse().unwrap(), question)
    }

    fn run(&self, statement: &'static str) {
        self.app.platform(move |tx| {
            sql::run(tx.conn(), statement);
            Ok(())
        });
    }
}

/// Fills in the second screen, and goes on.
fn named(page: &Page) -> Page {
    page.fill("name_ja", "花のネイル")
        .fill("kana", "はなのねいる")
        .fill("name_en", "Hana's Nails")
        .fill("phone", "03-1234-5678")
        .fill("postal_code", "150-0001")
        .fill("prefecture", "東京都")
        .fill("city", "渋谷区")
        .fill("street", "神宮前1-2-3")
        .press("次へ進む")
}
