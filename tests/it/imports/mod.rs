//! Bookings that come along from another system.

mod checking;
mod looks;
mod names;
mod plenty;
mod races;
mod reading;
mod same;
mod terms;
mod undoing;
mod writing;

use crate::{
    operator::scene::multipart,
    support::{
        app::{TestApp, TestOptions},
        browser::{Browser, Page},
        people::Cast,
    },
};

/// Where Aoi's files of bookings are.
const IMPORTS: &str = "/ja/owner/aoi-salon/imports";

/// The first row of a file that has everything.
pub const HEAD: &str =
    "予約番号,日付,開始,終了,メニュー,担当,お名前,フリガナ,電話番号,メールアドレス,備考\n";

/// A line that goes.
pub const LINE: &str = "A-1,2026/12/01,10:00,11:00,カット,佐藤,山田 花子,ヤマダ ハナコ,090-1111-2222,hanako@mail.example,窓側\n";

/// All bookings of the salon that stand.
const BOOKED: &str = "select count(*) from bookings.bookings where deleted_at is null";

/// The site, its people, and Aoi at her browser.
fn house() -> (TestApp, Cast, Browser) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    (app, cast, aoi)
}

/// Sends a file.
fn sent(browser: &Browser, file: &[u8]) -> Page {
    let csrf = browser.open(IMPORTS).field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    multipart(browser, IMPORTS, &[("csrf", csrf)], Some(("a.csv", file))).settled()
}

/// Sends a file, takes what is guessed of its columns and names, and looks at what would come of it.
pub fn checked(browser: &Browser, file: &str) -> Page {
    let columns = sent(browser, file.as_bytes());
    assert_eq!(columns.heading(), "列の対応", "{}", columns.text());
    let names = columns.press("次へ");
    assert_eq!(names.heading(), "メニューと担当の対応", "{}", names.text());
    let check = names.press("次へ");
    assert_eq!(check.heading(), "取り込む内容の確認", "{}", check.text());
    check
}

/// The problems of a page, each in one line.
fn problems(page: &Page) -> Vec<String> {
    page.document().texts("#problems tbody tr")
}
