//! A group is asked which of some free times suits them: nobody needs an account, nothing is held, and whoever asked books one of
//! them like everybody else.

use super::walk::{JA, times, told};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_booking, a_business, a_service},
};

const CLAIMS: &str = "select count(*) from scheduling.allocations";
const POLLS: &str = "select count(*) from bookings.polls";
const ANSWERS: &str = "select count(*) from bookings.poll_answers";
/// Tomorrow at two and at three, as boxes are called.
const TWO: &str = "at-2026-11-21T05:00:00Z";
const THREE: &str = "at-2026-11-21T06:00:00Z";

fn shop() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

fn form(app: &TestApp, shop: &Business, cut: &Service) -> Page {
    let page = app.browser().open(&times("ja", shop, cut, ""));
    page.follow("グループの日程を調整する")
}

fn asked(app: &TestApp, shop: &Business, cut: &Service) -> Page {
    let form = form(app, shop, cut);
    let form = form.form().tick(TWO, "yes").tick(THREE, "yes");
    form.fill("name", "山田").press("候補を決めてリンクを作る")
}

/// The page of those who are asked.
fn link(app: &TestApp, own: &Page) -> Page {
    let document = own.document();
    let links = document.all("main a[href*='/polls/']");
    let url = links.first().unwrap().attr("href").unwrap();
    let path = &url[url.find("/ja/").unwrap()..];
    app.browser().open(path)
}

#[test]
fn a_group_is_asked_answers_without_accounts_and_the_winner_is_booked() {
    let (app, shop, cut) = shop();
    let own = asked(&app, &shop, &cut);
    assert_eq!(own.heading(), "山田さんの日程調整");
    assert!(
        own.text().contains("候補の日時は確保されません"),
        "{}",
        own.text()
    );
    assert!(
        own.text().contains("まだ回答はありません"),
        "{}",
        own.text()
    );
    assert_eq!(app.count(shop.id, CLAIMS), 0, "nothing is held");
    let friend = link(&app, &own);
    let buttons = friend.document().all("button[name=start]").len();
    assert_eq!(buttons, 0, "only who asked books");
    let answer = friend.form().tick(TWO, "yes").fill("name", "鈴木");
    let after = answer.press("回答を送る");
    assert_eq!(after.flash().unwrap(), "回答を送りました");
    let other = link(&app, &own);
    let other = other.form().tick(TWO, "yes").tick(THREE, "yes");
    let other = other.fill("name", "高橋").press("回答を送る");
    // The same name once more is another answer, and no further person.
    let again = other.form().tick(THREE, "yes").fill("name", "高橋");
    again.press("回答を送る");
    assert_eq!(app.count(shop.id, ANSWERS), 2);
    let path = own.url.clone();
    let seen = own.browser.open(&path);
    let two = seen.part(".soonest", "11月21日(土) 14:00");
    assert!(
        two.text().contains("2名中1名が参加できます · 鈴木"),
        "{}",
        seen.text()
    );
    let details = seen
        .part(".soonest", "11月21日(土) 15:00")
        .press("予約する");
    let done = told(&details, &JA, &[]).press(JA.confirm);
    assert_eq!(done.heading(), "ご予約が確定しました");
    let at_three = "select count(*) from bookings.bookings where start_at = '2026-11-21 15:00+09'";
    assert_eq!(app.count(shop.id, at_three), 1);
}

#[test]
fn between_two_and_five_free_times_are_asked_about_and_what_was_typed_stays() {
    let (app, shop, cut) = shop();
    let one = form(&app, &shop, &cut);
    let one = one.form().tick(TWO, "yes").fill("name", "山田");
    let page = one.send("候補を決めてリンクを作る");
    assert_eq!(page.status, 422);
    assert!(page.text().contains("2〜5個"), "{}", page.text());
    assert_eq!(page.field("name").value, "山田");
    let nameless = page.form().tick(THREE, "yes").fill("name", " ");
    let page = nameless.send("候補を決めてリンクを作る");
    assert_eq!(page.error("name").unwrap(), "お名前を入力してください");
    a_booking(&app, &shop, &cut).at("2026-11-21 14:00").build();
    let gone = page.form().tick(TWO, "yes").tick(THREE, "yes");
    let page = gone.fill("name", "山田").send("候補を決めてリンクを作る");
    assert_eq!(page.status, 422, "it was free when it was shown");
    assert_eq!(app.count(shop.id, POLLS), 0);
}

#[test]
fn what_somebody_books_meanwhile_is_gone_for_the_group_and_who_asked_takes_it_back() {
    let (app, shop, cut) = shop();
    let own = asked(&app, &shop, &cut);
    a_booking(&app, &shop, &cut).at("2026-11-21 14:00").build();
    let path = own.url.clone();
    let seen = app.browser().open(&path);
    let two = seen.part(".soonest", "11月21日(土) 14:00").text();
    assert!(
        two.contains("予約できなくなりました") && !two.contains("予約する"),
        "{two}"
    );
    let friend = link(&app, &own);
    assert!(!friend.text().contains("日程調整を終了する"));
    seen.press("日程調整を終了する");
    assert_eq!(app.count(shop.id, POLLS), 0);
    assert_eq!(app.browser().visit(&path).status, 404);
}

#[test]
fn a_question_is_cleared_two_days_after_the_last_of_its_times() {
    let (app, shop, cut) = shop();
    asked(&app, &shop, &cut);
    let cleared = |at: &str| {
        app.clock().set(tokyo(at));
        app.platform(omotenashi::domain::bookings::poll::clear)
    };
    assert_eq!(cleared("2026-11-23 14:59"), 0);
    assert_eq!(cleared("2026-11-23 15:00"), 1);
    assert_eq!(app.count(shop.id, ANSWERS), 0);
}

#[test]
fn what_is_wrong_is_said_in_the_order_of_the_form() {
    let (app, shop, cut) = shop();
    let wrong = form(&app, &shop, &cut)
        .form()
        .send("候補を決めてリンクを作る");
    assert_eq!(wrong.status, 422);
    let links = wrong.document();
    let links: Vec<_> = links
        .all("#errors a")
        .iter()
        .map(|one| one.attr("href").unwrap().to_owned())
        .collect();
    assert_eq!(links, ["#field-times", "#field-name"]);
}
