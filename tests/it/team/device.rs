//! A tablet of the shop: made one by who may, opened by a few digits, and good for the day alone.

use super::{TEAM, house, key, post, trail};
use crate::support::{
    app::TestApp,
    browser::{Browser, Page},
    people::{Cast, PASSWORD, Person, a_seat},
};
use chrono::TimeDelta;
use std::sync::Barrier;

pub const COUNTER: &str = "/ja/staff/aoi-salon/counter";
pub const TODAY: &str = "/ja/staff/aoi-salon/today";

/// Somebody who has just signed in chooses digits.
pub fn choose(browser: &Browser, digits: &str) -> Page {
    browser
        .open("/ja/staff/aoi-salon/pin")
        .fill("pin", digits)
        .fill("again", digits)
        .press("PINを保存")
}

/// A tablet, made one by Aoi.
pub fn a_tablet(app: &TestApp, cast: &Cast) -> Browser {
    let tablet = cast.aoi.sign_in(app);
    let made = tablet
        .open(TEAM)
        .fill("name", "奥のタブレット")
        .press("この端末を登録してログアウト");
    assert_eq!((made.status, made.url.as_str()), (200, COUNTER));
    tablet
}

/// Ben, and a tablet on which he can come in by 2580.
fn at_work() -> (TestApp, Cast, Browser) {
    let (app, cast) = house();
    let saved = choose(&cast.ben.sign_in(&app), "2580");
    assert_eq!(saved.flash().unwrap(), "PINを保存しました");
    let tablet = a_tablet(&app, &cast);
    (app, cast, tablet)
}

fn come_in(tablet: &Browser, person: &Person, digits: &str) -> Page {
    let names = tablet.open(COUNTER);
    let box_for_digits = names.follow(&person.name);
    assert_eq!(box_for_digits.heading(), format!("{} さん", person.name));
    box_for_digits.fill("pin", digits).press("始める")
}

#[test]
fn a_name_and_a_few_digits_open_the_day_and_a_press_locks_it() {
    let (app, cast, tablet) = at_work();
    let nobody = tablet.visit(TODAY);
    assert_eq!(
        nobody.location().unwrap(),
        COUNTER,
        "whoever made it one is out"
    );
    let day = come_in(&tablet, &cast.ben, "2580");
    assert_eq!((day.status, day.url.as_str()), (200, TODAY));
    assert!(!day.html.contains("ログアウト"));
    let turn = day.document().all(".desk-turn strong")[0]
        .text()
        .collect::<String>();
    assert_eq!(turn, cast.ben.name, "everybody sees whose turn it is");
    assert_eq!(tablet.visit("/ja/staff/aoi-salon/bookings/new").status, 200);
    let locked = day.press("ロック（交代する）");
    assert_eq!(locked.url, COUNTER);
    assert_eq!(tablet.visit(TODAY).location().unwrap(), COUNTER);
    assert_eq!(trail(&app, &cast, ("shop_devices", "insert"), &cast.aoi), 1);
    assert_eq!(trail(&app, &cast, ("staff_pins", "insert"), &cast.ben), 1);
    let told = "select count(*) from audit.audit_logs where after_json ? 'pin_hash' or after_json ? 'token_hash'";
    assert_eq!(app.count(cast.salon.id, told), 0);
    let hashed = "select count(*) from businesses.staff_pins where pin_hash like '$argon2id$%'";
    assert_eq!(app.count(cast.salon.id, hashed), 1);
}

#[test]
fn what_a_tablet_keeps_of_the_day_goes_with_whoever_used_it() {
    let (_app, cast, tablet) = at_work();
    let day = come_in(&tablet, &cast.ben, "2580");
    let kept = day.header("oc-kept").unwrap();
    assert!(kept.ends_with(" 900"), "as long unused as the session");
    let locked = day.form().send("ロック（交代する）");
    let cleared = locked.header("clear-site-data");
    assert_eq!(cleared, Some("\"cache\", \"storage\""));
    assert_eq!(locked.location().unwrap(), COUNTER);
}

#[test]
fn an_owner_on_a_tablet_has_the_day_and_nothing_about_people_or_accounts() {
    let (app, cast, tablet) = at_work();
    choose(&cast.aoi.sign_in(&app), "97531");
    a_seat(&app, &cast.clinic, &cast.aoi, "owner", 0);
    let day = come_in(&tablet, &cast.aoi, "97531");
    assert!(day.text().contains("売上見込み"));
    let links: Vec<String> = day.document().links();
    for hidden in [
        "スタッフ",
        "ログイン中の端末",
        "タブレットのPIN",
        "店舗の切り替え",
    ] {
        assert!(!links.contains(&hidden.to_owned()), "{hidden}");
    }
    for page in [
        TEAM,
        &format!("{TEAM}/invite"),
        &format!("{TEAM}/{}", cast.ben_seat),
        "/ja/staff/aoi-salon/pin",
        "/ja/account",
        "/ja/account/sessions",
        "/ja/account/password",
        "/ja/account/email",
        "/ja/account/bookings",
        "/ja/account/second-factor",
    ] {
        let answer = tablet.visit(page);
        assert_eq!(answer.status, 403, "{page}");
        assert!(
            answer.text().contains("店舗のタブレットでは開けません"),
            "{page}"
        );
    }
    let csrf = key(&tablet);
    for act in ["role", "rights", "leave"] {
        let path = format!("{TEAM}/{}/{act}", cast.ben_seat);
        assert_eq!(tablet.post(&path, &[("csrf", &csrf)]).status, 403, "{act}");
    }
    assert_eq!(
        tablet.visit("/ja/staff/chika-clinic/today").status,
        404,
        "a tablet is of one shop"
    );
}

#[test]
fn after_a_quarter_of_an_hour_unused_it_is_nobodys_again() {
    let (app, cast, tablet) = at_work();
    come_in(&tablet, &cast.ben, "2580");
    let later = |minutes| {
        app.clock()
            .set(app.clock().now() + TimeDelta::minutes(minutes))
    };
    for _ in 0..4 {
        later(14);
        assert_eq!(tablet.visit(TODAY).status, 200, "being used keeps it open");
    }
    later(15);
    assert_eq!(tablet.visit(TODAY).location().unwrap(), COUNTER);
}

#[test]
fn five_wrong_tries_lock_the_digits_there_until_the_password_was_said() {
    let (app, cast, tablet) = at_work();
    let other = a_tablet(&app, &cast);
    for round in 1..5 {
        let empty = come_in(&tablet, &cast.ben, "");
        assert_eq!(empty.error("pin").unwrap(), "PINを入力してください");
        let wrong = come_in(&tablet, &cast.ben, "0852");
        assert_eq!(wrong.status, 422, "{round}");
        let told = wrong.error("pin").unwrap();
        assert!(
            told.contains("PINが違います") && told.contains(&format!("残り{}回", 5 - round)),
            "nothing typed was no try: {told}"
        );
        assert_eq!(wrong.field("pin").value, "");
        assert!(wrong.html.contains(" autofocus"));
    }
    let fifth = come_in(&tablet, &cast.ben, "0852");
    let again = tablet.open(COUNTER).follow(&cast.ben.name);
    let post = [("seat", cast.ben_seat.to_string()), ("pin", "2580".into())];
    let right = tablet.post(
        COUNTER,
        &post.each_ref().map(|(name, value)| (*name, value.as_str())),
    );
    for (locked, status) in [(&fifth, 422), (&again, 200), (&right, 422)] {
        assert_eq!(locked.status, status);
        assert!(locked.text().contains("ロックされています"));
        assert!(!locked.html.contains("name=\"pin\""), "nothing to type");
        assert_eq!(locked.follow("名前を選び直す").heading(), "名前を選ぶ");
    }
    assert_eq!(
        come_in(&other, &cast.ben, "2580").status,
        200,
        "elsewhere they are good"
    );
    // Whoever has the browser of a signed-in Ben, but not his password, does not open it.
    let ben = cast.ben.sign_in(&app);
    app.clock().set(app.clock().now() + TimeDelta::minutes(31));
    let asked = ben.visit("/ja/staff/aoi-salon/pin");
    assert!(
        asked.location().unwrap().starts_with("/ja/account/confirm"),
        "{:?}",
        asked.location()
    );
    choose(&cast.ben.sign_in(&app), "2580");
    assert_eq!(come_in(&tablet, &cast.ben, "2580").url, TODAY);
}

#[test]
fn being_right_forgives_what_was_wrong_before() {
    let (_app, cast, tablet) = at_work();
    for _ in 0..3 {
        for _ in 0..4 {
            assert_eq!(come_in(&tablet, &cast.ben, "0852").status, 422);
        }
        assert_eq!(come_in(&tablet, &cast.ben, "2580").status, 200);
        tablet.open(TODAY).press("ロック（交代する）");
    }
}

#[test]
fn many_guesses_at_once_are_five() {
    let (app, cast, tablet) = at_work();
    let seat = cast.ben_seat.to_string();
    let start = Barrier::new(24);
    let wrong: usize = std::thread::scope(|scope| {
        let running: Vec<_> = (0..24)
            .map(|guess| {
                let (tablet, seat, start) = (&tablet, &seat, &start);
                scope.spawn(move || {
                    start.wait();
                    let pin = format!("{:04}", 3000 + guess);
                    let pairs = [("seat", seat.as_str()), ("pin", pin.as_str())];
                    let answer = tablet.post(COUNTER, &pairs);
                    assert!([422, 503].contains(&answer.status), "{}", answer.status);
                    usize::from(answer.text().contains("PINが違います"))
                })
            })
            .collect();
        running.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert!(wrong <= 4, "{wrong} were told that more are left");
    let counted = "select wrong::bigint from businesses.pin_tries";
    assert_eq!(app.count(cast.salon.id, counted), 5);
    let right = tablet.post(COUNTER, &[("seat", &seat), ("pin", "2580")]);
    assert_eq!(right.status, 422, "locked");
}

#[test]
fn a_tablet_that_is_none_any_more_opens_nothing_and_keeps_nobody() {
    let (app, cast, tablet) = at_work();
    come_in(&tablet, &cast.ben, "2580");
    let aoi = cast.aoi.sign_in(&app);
    let list = aoi.open(TEAM);
    assert!(
        list.part("li", "奥のタブレット")
            .text()
            .contains("最終利用")
    );
    let list = list.part("li", "奥のタブレット").press("登録を取り消す");
    assert_eq!(list.flash().unwrap(), "タブレットの登録を取り消しました");
    assert!(!list.text().contains("奥のタブレット"));
    let seat = cast.ben_seat.to_string();
    let typed = [("seat", seat.as_str()), ("pin", "2580")];
    for told in [
        tablet.visit(TODAY),
        tablet.visit(COUNTER),
        tablet.post(COUNTER, &typed),
    ] {
        assert_eq!(told.status, 403, "at the next request");
        assert_eq!(told.heading(), "このタブレットの登録は取り消されました");
        assert_eq!(told.follow("ログイン").url, "/ja/account/sign-in");
    }
    // Who comes in there by their password is in as everywhere.
    let sign_in = tablet.open("/ja/account/sign-in");
    let inside = sign_in
        .fill("email", &cast.aoi.email)
        .fill("password", PASSWORD)
        .press("ログインする");
    assert_eq!(inside.status, 200, "{}", inside.text());
    assert_eq!(tablet.visit(TODAY).status, 200);
    assert_eq!(trail(&app, &cast, ("shop_devices", "update"), &cast.aoi), 1);
}

#[test]
fn who_left_has_no_digits_and_is_out_of_every_tablet() {
    let (app, cast, tablet) = at_work();
    come_in(&tablet, &cast.ben, "2580");
    let aoi = cast.aoi.sign_in(&app);
    assert_eq!(
        post(&aoi, &format!("{}/leave", cast.ben_seat), &[]).status,
        303
    );
    assert_eq!(tablet.visit(TODAY).location().unwrap(), COUNTER);
    assert!(!tablet.open(COUNTER).text().contains("Ben Clark"));
    let seat = cast.ben_seat.to_string();
    assert_eq!(
        tablet
            .post(COUNTER, &[("seat", &seat), ("pin", "2580")])
            .status,
        404
    );
    assert_eq!(
        app.count(cast.salon.id, "select count(*) from businesses.staff_pins"),
        0
    );
}

#[test]
fn only_who_may_makes_a_tablet_and_only_of_their_own_shop() {
    let (app, cast, tablet) = at_work();
    let ben = cast.ben.sign_in(&app);
    assert_eq!(post(&ben, "devices", &[("name", "x")]).status, 403);
    let id = "select count(*) from businesses.shop_devices where revoked_at is null";
    let device = super::one_line(
        &app,
        &cast,
        "select id::text as line from businesses.shop_devices",
    );
    assert_eq!(
        post(&ben, &format!("devices/{device}/revoke"), &[]).status,
        403
    );
    let chika = cast.chika.sign_in(&app);
    let csrf = chika
        .open("/ja/staff/chika-clinic/today")
        .field("csrf")
        .value;
    let csrf = csrf.split(',').next().unwrap();
    let there = format!("/ja/staff/chika-clinic/team/devices/{device}/revoke");
    assert_eq!(chika.post(&there, &[("csrf", csrf)]).status, 404);
    assert_eq!(app.count(cast.salon.id, id), 1);
    // Nor does the tablet open another shop's counter.
    let elsewhere = tablet.visit("/ja/staff/chika-clinic/counter");
    assert!(
        elsewhere
            .location()
            .unwrap()
            .starts_with("/ja/account/sign-in")
    );
    let plain = app.browser().visit(COUNTER);
    assert!(plain.location().unwrap().starts_with("/ja/account/sign-in"));
    let nameless = cast
        .aoi
        .sign_in(&app)
        .open(TEAM)
        .press("この端末を登録してログアウト");
    assert_eq!(nameless.status, 422);
    assert!(nameless.error("name").is_some());
    assert_eq!(app.count(cast.salon.id, id), 1);
}

#[test]
fn digits_that_are_tried_first_or_are_none_are_not_taken() {
    let (app, cast) = house();
    let ben = cast.ben.sign_in(&app);
    let page = || ben.open("/ja/staff/aoi-salon/pin");
    for (pin, again, field) in [
        ("", "", "pin"),
        ("123", "123", "pin"),
        ("123456789", "123456789", "pin"),
        ("12a4", "12a4", "pin"),
        ("1234", "1234", "pin"),
        ("87654", "87654", "pin"),
        ("0000", "0000", "pin"),
        ("2580", "2581", "again"),
    ] {
        let kept = page()
            .fill("pin", pin)
            .fill("again", again)
            .press("PINを保存");
        assert_eq!(kept.status, 422, "{pin}");
        assert!(kept.error(field).is_some(), "{pin}");
        assert_eq!(kept.field("pin").value, "");
    }
    assert_eq!(
        app.count(cast.salon.id, "select count(*) from businesses.staff_pins"),
        0
    );
    // Typed with the keys of a Japanese keyboard, they are the same.
    assert_eq!(choose(&ben, "２５８０").status, 200);
    let tablet = a_tablet(&app, &cast);
    assert_eq!(come_in(&tablet, &cast.ben, "2580").url, TODAY);
}
