//! Invitations: written to an address, taken by whoever has it, once, within a week.

use super::{TEAM, house, post, standing, trail};
use crate::support::{
    app::TestApp,
    browser::{Browser, Page},
    letters::link,
    people::{Cast, Person, a_person},
};
use chrono::TimeDelta;

/// Aoi invites somebody as a receptionist.
fn invite(aoi: &Browser, email: &str) -> Page {
    aoi.open(TEAM)
        .follow("スタッフを招待")
        .fill("name", "勅使河原 ふみ")
        .fill("email", email)
        .fill("role", "receptionist")
        .press("招待メールを送る")
}

fn invited(app: &TestApp, cast: &Cast, email: &str) -> String {
    let page = invite(&cast.aoi.sign_in(app), email);
    assert_eq!(page.flash().unwrap(), "招待メールを送りました");
    link(&app.letter())
}

fn seats(app: &TestApp, cast: &Cast) -> i64 {
    app.count(
        cast.salon.id,
        "select count(*) from businesses.staff_assignments where terminated_at is null",
    )
}

#[test]
fn somebody_new_reads_the_letter_chooses_a_password_and_is_at_work() {
    let (app, cast) = house();
    let page = invite(&cast.aoi.sign_in(&app), "Fumi@Example.com");
    assert!(
        page.part("li.offer", "勅使河原 ふみ")
            .text()
            .contains("11月27日")
    );
    let letter = app.letter();
    assert_eq!(letter.to, "fumi@example.com");
    assert!(
        letter.subject.contains("サロン あおい"),
        "{}",
        letter.subject
    );
    assert!(letter.text.contains("勅使河原 ふみ 様") && letter.text.contains("受付"));
    let path = link(&letter);
    let page = app.browser().open(&path);
    assert_eq!(page.heading(), "サロン あおいへの招待");
    assert_eq!(page.field("name").value, "勅使河原 ふみ");
    let weak = page
        .fill("new_password", "password")
        .press("アカウントを作って参加する");
    assert_eq!(weak.status, 422);
    assert!(weak.error("new_password").is_some());
    assert_eq!(weak.field("name").value, "勅使河原 ふみ");
    let english = weak.fill("name", "Fumi").press("English");
    assert_eq!(
        (english.status, english.field("name").value.as_str()),
        (200, "Fumi")
    );
    let day = weak
        .fill("new_password", "seven lanterns in a row")
        .press("アカウントを作って参加する");
    assert_eq!(day.url, "/ja/staff/aoi-salon/today");
    assert!(day.flash().unwrap().contains("参加しました"));
    assert_eq!(seats(&app, &cast), 3);
    assert!(app.letters().is_empty(), "no further proof is asked for");
    let fumi = Person {
        email: "fumi@example.com".to_owned(),
        ..cast.ben.clone()
    };
    let again = app.browser().open("/ja/account/sign-in");
    let again = again
        .fill("email", &fumi.email)
        .fill("password", "seven lanterns in a row")
        .press("ログイン");
    assert_eq!(again.url, "/ja/staff/aoi-salon/today");
    assert_eq!(app.browser().visit(&path).status, 410, "used");
    let house = &mut crate::support::sql::connect_as_house(app.database_url());
    let role = "select role::text as line from users where email = 'fumi@example.com'";
    assert_eq!(crate::support::sql::lines(house, role), ["staff"]);
}

#[test]
fn whoever_has_the_address_takes_the_seat_with_one_button() {
    let (app, cast) = house();
    let path = invited(&app, &cast, "daichi@example.com");
    let known = app.browser().open(&path);
    assert!(
        known
            .text()
            .contains("daichi@example.com のアカウントがすでにあります")
    );
    assert!(known.document().all("input[name=new_password]").is_empty());
    let daichi = cast.daichi.sign_in(&app);
    let page = daichi.open(&path);
    assert_eq!(seats(&app, &cast), 2, "looking changes nothing");
    let keyless = daichi.post(&path, &[]);
    assert_eq!(keyless.status, 403);
    let day = page.press("参加する");
    assert_eq!(day.url, "/ja/staff/aoi-salon/today");
    assert_eq!(
        (seats(&app, &cast), standing(&app, &cast.daichi).as_str()),
        (3, "staff")
    );
    assert_eq!(daichi.visit(&path).status, 410);
    for (what, times) in [
        (("staff_assignments", "insert"), 1),
        (("staff_invitations", "update"), 1),
    ] {
        assert_eq!(trail(&app, &cast, what, &cast.daichi), times, "{what:?}");
    }
    assert_eq!(
        trail(&app, &cast, ("staff_invitations", "insert"), &cast.aoi),
        1
    );
    let secrets = "select count(*) from audit.audit_logs where entity = 'staff_invitations'
        and (after_json ? 'email' or after_json ? 'token' or after_json ? 'name')";
    assert_eq!(app.count(cast.salon.id, secrets), 0);
}

#[test]
fn the_letter_is_of_no_use_to_the_other_four() {
    let (app, cast) = house();
    let path = invited(&app, &cast, "fumi@example.com");
    for person in [&cast.aoi, &cast.ben, &cast.chika, &cast.daichi] {
        let browser = person.sign_in(&app);
        let page = browser.visit(&path);
        assert_eq!(page.status, 403);
        assert!(
            page.text().contains("この招待は fumi@example.com あてです"),
            "{}",
            page.text()
        );
        let csrf = page.field("csrf").value;
        let pairs = [
            ("csrf", csrf.as_str()),
            ("name", "x"),
            ("new_password", "seven lanterns in a row"),
        ];
        assert_eq!(browser.post(&path, &pairs).status, 403, "{}", person.name);
    }
    assert_eq!(seats(&app, &cast), 2);
    // Once they are signed out, the letter serves whom it is for.
    let browser = cast.daichi.sign_in(&app);
    browser.visit(&path).press("ログアウト");
    assert_eq!(browser.visit(&path).status, 200);
}

#[test]
fn what_is_old_withdrawn_or_sent_again_works_no_more() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let first = invited(&app, &cast, "fumi@example.com");
    let list = aoi
        .open(TEAM)
        .part("li.offer", "ふみ")
        .press("もう一度送る");
    assert_eq!(list.flash().unwrap(), "招待メールを送りました");
    let second = link(&app.letter());
    assert_ne!(first, second);
    let typed = [
        ("name", "Fumi"),
        ("new_password", "seven lanterns in a row"),
    ];
    let gone = app.browser().post(&first, &typed);
    assert_eq!(
        (gone.status, gone.heading().as_str()),
        (410, "このリンクは使えません")
    );
    assert_eq!(app.browser().visit(&second).status, 200);
    let list = aoi.open(TEAM).part("li.offer", "ふみ").press("取り消す");
    assert_eq!(list.flash().unwrap(), "招待を取り消しました");
    assert_eq!(app.browser().post(&second, &typed).status, 410);
    let third = invited(&app, &cast, "fumi@example.com");
    app.clock()
        .set(app.clock().now() + TimeDelta::days(7) - TimeDelta::minutes(1));
    assert_eq!(app.browser().visit(&third).status, 200);
    app.clock().set(app.clock().now() + TimeDelta::minutes(1));
    assert_eq!(app.browser().visit(&third).status, 410);
    assert_eq!(app.browser().post(&third, &typed).status, 410);
    let list = cast.aoi.sign_in(&app).open(TEAM);
    assert!(list.part("li.offer", "ふみ").text().contains("期限切れ"));
    assert_eq!(seats(&app, &cast), 2);
}

#[test]
fn two_who_open_one_letter_at_once_take_one_seat() {
    let (app, cast) = house();
    let path = invited(&app, &cast, "fumi@example.com");
    let start = std::sync::Barrier::new(4);
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..4)
            .map(|_| {
                let (app, path, start) = (&app, &path, &start);
                scope.spawn(move || {
                    let browser = app.browser();
                    start.wait();
                    let typed = [
                        ("name", "Fumi"),
                        ("new_password", "seven lanterns in a row"),
                    ];
                    browser.post(path, &typed).status
                })
            })
            .collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(
        answers.iter().filter(|status| **status == 303).count(),
        1,
        "{answers:?}"
    );
    assert!(
        answers
            .iter()
            .all(|status| matches!(status, 200 | 303 | 410)),
        "{answers:?}"
    );
    assert_eq!(seats(&app, &cast), 3);
}

#[test]
fn an_offer_of_somebody_who_left_or_stepped_down_is_no_offer() {
    for act in ["leave", "role"] {
        let (app, cast) = house();
        let (manager, seat) = super::a_colleague(&app, &cast, "mako", "manager");
        invite(&manager.sign_in(&app), "fumi@example.com");
        let path = link(&app.letter());
        let aoi = cast.aoi.sign_in(&app);
        let done = post(&aoi, &format!("{seat}/{act}"), &[("role", "receptionist")]);
        assert_eq!(done.status, 303);
        assert_eq!(app.browser().visit(&path).status, 410, "{act}");
    }
}

#[test]
fn who_sits_here_is_not_invited_and_who_has_an_account_elsewhere_is_like_anybody() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let refused = invite(&aoi, "ben@example.com");
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .error("email")
            .unwrap()
            .contains("すでにこの店舗のスタッフ")
    );
    assert!(app.letters().is_empty());
    let stranger = a_person(&app, "gen", "Gen", "customer");
    let said = ["nobody@example.com", &stranger.email].map(|email| {
        let page = invite(&aoi, email);
        (page.status, page.heading(), page.flash())
    });
    assert_eq!(said[0], said[1]);
    assert_eq!(app.letters().len(), 2);
}

#[test]
fn what_is_typed_wrong_is_kept_and_nothing_is_sent() {
    let (app, cast) = house();
    let page = cast.aoi.sign_in(&app).open(&format!("{TEAM}/invite"));
    let again = page
        .fill("name", "ふみ")
        .fill("email", "fumi")
        .press("招待メールを送る");
    assert_eq!((again.status, again.errors().len()), (422, 2));
    assert!(again.error("email").is_some() && again.error("role").is_some());
    assert!(page.part(".field", "お名前").text().contains("任意"));
    let forged = page.browser.post(
        &format!("{TEAM}/invite"),
        &[
            ("csrf", page.field("csrf").value.as_str()),
            ("email", "fumi@example.com"),
            ("role", "receptionist"),
            ("column", "gone"),
        ],
    );
    let said = forged.errors();
    assert!(said[0].starts_with("予約表の列: "), "{said:?}");
    let english = again.press("English");
    assert_eq!(english.field("email").value, "fumi");
    assert_eq!(english.field("name").value, "ふみ");
    assert!(app.letters().is_empty());
}

#[test]
fn one_address_gets_five_letters_a_day_and_no_more() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    for round in 0..6 {
        let page = invite(&aoi, "fumi@example.com");
        assert_eq!(page.status, if round < 5 { 200 } else { 429 }, "{round}");
    }
    // Only the newest is worth sending.
    assert_eq!(app.letters().len(), 1);
    assert_eq!(invite(&aoi, "gen@example.com").status, 200);
}
