use super::scene::{Platform, csrf};
use crate::support::browser::{Browser, Page};
use chrono::TimeDelta;
use serde_json::{Value, json};

const WHY: &str = "予約の画面が開けないとのお電話";

/// Fumiko in Aoi's place, on the page where that leads.
fn in_the_place_of_aoi(platform: &Platform, fumiko: &Browser) -> Page {
    let record = fumiko.open(&format!("/ja/operator/people/{}", platform.cast.aoi.user));
    let act = record.follow("代理でログインする");
    assert_eq!(
        act.press("代理でログインする").status,
        422,
        "not without a reason"
    );
    act.fill("reason", WHY).press("代理でログインする")
}

#[test]
fn an_operator_works_in_somebodys_place_and_everything_names_both() {
    let platform = Platform::new();
    let (app, cast) = (&platform.app, &platform.cast);
    let fumiko = platform.fumiko.sign_in(app);
    let own_key = fumiko.cookie("oc");
    let there = in_the_place_of_aoi(&platform, &fumiko);
    assert_eq!(there.url, "/ja/staff/aoi-salon/today");
    let their_key = fumiko.cookie("oc");
    assert_ne!(own_key, their_key, "the cookie has another key");
    let booking = format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id);
    for path in [
        "/ja/staff/aoi-salon/today",
        "/ja/staff/aoi-salon/print",
        &booking,
        "/ja/account/sessions",
    ] {
        let page = fumiko.open(path);
        assert!(
            page.html
                .contains("田中 葵として代理ログイン中（10:30まで）"),
            "{path}: {}",
            page.text()
        );
    }
    let day = fumiko.open("/ja/staff/aoi-salon/today");
    assert_eq!(day.header("oc-kept"), None, "nothing of it stays with them");
    assert!(day.document().all("[data-worker]").is_empty());
    let done = fumiko
        .open(&format!("{booking}/cancel"))
        .press("予約をキャンセル");
    assert_eq!(done.status, 200, "{}", done.text());
    let named = platform.lines(format!(
        "select jsonb_build_object('actor', actor_user_id, 'behind', impersonator_user_id)::text as line
         from audit.audit_logs where entity = 'bookings' and entity_id = '{}' and action = 'update'", cast.booking.id));
    let named: Value = serde_json::from_str(&named[0]).unwrap();
    assert_eq!(
        named,
        json!({"actor": cast.aoi.user, "behind": platform.fumiko.user})
    );

    let back = done.press("代理ログインを終了する");
    assert_eq!(back.url, format!("/ja/operator/people/{}", cast.aoi.user));
    assert!(!back.html.contains("代理ログイン中"));
    assert!(back.text().contains(WHY));
    assert_ne!(fumiko.cookie("oc"), their_key);
    assert_eq!(
        fumiko.visit("/ja/staff/aoi-salon/today").status,
        404,
        "herself again"
    );
    // Neither key opens anything any more.
    for key in [own_key.unwrap(), their_key.unwrap()] {
        let thief = app.browser();
        thief.set_cookie("oc", &key);
        assert_eq!(thief.visit("/ja/operator/businesses").status, 303);
        assert_eq!(thief.visit("/ja/staff/aoi-salon/today").status, 303);
    }
    // The owner reads who it was, when and why; nobody else at the shop does.
    let page = cast.aoi.sign_in(app).open("/ja/staff/aoi-salon/visits");
    for told in ["運営 文子（運営）", WHY, "田中 葵として", "10:00"] {
        assert!(page.text().contains(told), "{told}: {}", page.text());
    }
    assert_eq!(
        cast.ben
            .sign_in(app)
            .visit("/ja/staff/aoi-salon/visits")
            .status,
        404
    );
    let chika = cast
        .chika
        .sign_in(app)
        .open("/ja/staff/chika-clinic/visits");
    assert!(chika.text().contains("代理ログインの記録はありません"));
}

/// Refused with the reason, and told the way out of somebody's place.
fn says_whose_place(answer: &Page, path: &str) {
    let text = answer.text();
    assert_eq!(answer.status, 403, "{path}");
    for told in ["代理ログイン中は変更できません", "代理ログインを終了する"]
    {
        assert!(text.contains(told), "{told} at {path}: {text}");
    }
    assert!(!text.contains("権限の追加"), "{path}: {text}");
}

/// Pages that ask no session, and pages that are none.
const EVERYWHERE: [&str; 6] = [
    "/ja",
    "/ja/b/aoi-salon",
    "/ja/b/aoi-salon/book",
    "/ja/nothing",
    "/ja/account/nothing",
    "/ja/staff/aoi-salon/nothing",
];

#[test]
fn wherever_the_visit_leads_it_is_said_and_can_be_ended() {
    let platform = Platform::new();
    let app = &platform.app;
    for path in EVERYWHERE {
        let fumiko = platform.fumiko.sign_in(app);
        in_the_place_of_aoi(&platform, &fumiko);
        let page = fumiko.visit(path);
        let banner = page.document().all(".visit-banner").len();
        assert_eq!(banner, 1, "{path}: {}", page.text());
        assert!(page.html.contains("田中 葵として代理ログイン中"), "{path}");
        let back = page.press("代理ログインを終了する");
        let record = format!("/ja/operator/people/{}", platform.cast.aoi.user);
        assert_eq!(back.url, record, "{path}");
        assert!(!fumiko.visit(path).html.contains("visit-banner"), "{path}");
    }
    // What it carries is nobody else's to write, and says nothing once the time is over.
    let fumiko = platform.fumiko.sign_in(app);
    in_the_place_of_aoi(&platform, &fumiko);
    let carried = fumiko.cookie("oc_visit").unwrap();
    let (what, seal) = carried.split_once('.').unwrap();
    for forged in [format!("{what}x.{seal}"), format!("{what}.x"), what.into()] {
        fumiko.set_cookie("oc_visit", &forged);
        assert!(!fumiko.visit("/ja").html.contains("visit-banner"));
    }
    fumiko.set_cookie("oc_visit", &carried);
    assert!(fumiko.visit("/ja").html.contains("visit-banner"));
    let guest = app.browser();
    guest.set_cookie("oc_visit", &carried);
    assert!(
        !guest.visit("/ja").html.contains("visit-banner"),
        "without a session nobody is anywhere"
    );
    app.clock().set(app.clock().now() + TimeDelta::minutes(30));
    assert!(!fumiko.visit("/ja").html.contains("visit-banner"));
}

#[test]
fn signing_out_of_somebodys_place_leads_back_to_ones_own() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let there = in_the_place_of_aoi(&platform, &fumiko);
    let back = there.press("ログアウト");
    let record = format!("/ja/operator/people/{}", platform.cast.aoi.user);
    assert_eq!(back.url, record);
    assert_eq!(
        back.flash().unwrap(),
        "田中 葵 さんとしての代理ログインを終了しました"
    );
    assert_eq!(fumiko.visit("/ja/operator/people").status, 200);
    let ended = "select reason as line from accounts.impersonations where ended_at is not null";
    assert_eq!(platform.lines(ended.to_owned()).len(), 1);
    assert_eq!(back.press("ログアウト").url, "/ja/account/sign-in");
    assert_eq!(fumiko.visit("/ja/operator/people").status, 303);
}

#[test]
fn what_is_somebodys_own_cannot_be_changed_in_their_place() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    let there = in_the_place_of_aoi(&platform, &fumiko);
    let key = csrf(&there);
    let posts: Vec<&str> = crate::every_route::ROUTES
        .iter()
        .filter(|(method, path, answers)| {
            // Whatever needs a signed-in person, but leaving.
            *method == "POST"
                && path.starts_with("/{lang}/account/")
                && answers[4] == 303
                && !path.ends_with("/visit/end")
                && !path.ends_with("/sign-out")
        })
        .map(|(_, path, _)| *path)
        .collect();
    assert!(posts.len() >= 8, "{posts:?}");
    for path in posts {
        let path = path
            .replace("{lang}", "ja")
            .replace("{slug}", "aoi-salon")
            .replace("{id}", "x");
        let pairs = [
            ("csrf", key.as_str()),
            ("password", "x"),
            ("new_password", "seven lanterns in a row"),
        ];
        let answer = fumiko.post(&path, &pairs);
        says_whose_place(&answer, &path);
    }
    // What asks for a fresh proof asks for hers.
    for path in [
        "/ja/account/second-factor/app",
        "/ja/account/second-factor/codes",
    ] {
        says_whose_place(&fumiko.visit(path), path);
    }
    assert_eq!(
        fumiko.visit("/ja/operator/people").status,
        404,
        "there she is no operator"
    );
    assert_eq!(
        platform
            .cast
            .aoi
            .sign_in(&platform.app)
            .visit("/ja/staff/aoi-salon/today")
            .status,
        200
    );
}

#[test]
fn it_ends_at_its_time_however_much_it_is_used() {
    let platform = Platform::new();
    let app = &platform.app;
    let fumiko = platform.fumiko.sign_in(app);
    in_the_place_of_aoi(&platform, &fumiko);
    let began = app.platform(|tx| Ok(tx.now()));
    for minutes in [5, 15, 29] {
        app.clock().set(began + TimeDelta::minutes(minutes));
        assert_eq!(
            fumiko.visit("/ja/staff/aoi-salon/today").status,
            200,
            "{minutes} minutes"
        );
    }
    app.clock().set(began + TimeDelta::minutes(31));
    assert_eq!(
        fumiko.visit("/ja/staff/aoi-salon/today").status,
        303,
        "over"
    );
    assert_eq!(
        fumiko.visit("/ja/operator/people").status,
        303,
        "and nobody is signed in"
    );
    let page = platform
        .cast
        .aoi
        .sign_in(app)
        .open("/ja/staff/aoi-salon/visits");
    assert!(page.text().contains("10:30"), "{}", page.text());
}

#[test]
fn nobody_takes_an_operators_place_or_that_of_a_closed_account() {
    let platform = Platform::new();
    let fumiko = platform.fumiko.sign_in(&platform.app);
    for (user, wanted) in [(platform.goro.user, 403), (platform.fumiko.user, 403)] {
        let path = format!("/ja/operator/people/{user}");
        assert!(!fumiko.open(&path).text().contains("代理でログインする"));
        let act = fumiko.open(&format!("{path}/visit"));
        assert_eq!(
            act.fill("reason", "x").press("代理でログインする").status,
            wanted
        );
    }
    let ben = format!("/ja/operator/people/{}", platform.cast.ben.user);
    let visit = fumiko.open(&format!("{ben}/visit"));
    fumiko
        .open(&format!("{ben}/deactivate"))
        .fill("reason", "x")
        .press("アカウントを停止する");
    assert_eq!(
        visit.fill("reason", "x").press("代理でログインする").status,
        404
    );
    assert!(
        platform
            .lines("select reason as line from accounts.impersonations".to_owned())
            .is_empty()
    );
    assert_eq!(
        fumiko.visit("/ja/operator/people").status,
        200,
        "she is still herself"
    );
}

#[test]
fn closing_the_account_of_an_operator_ends_what_they_do_in_somebodys_place() {
    let platform = Platform::new();
    let app = &platform.app;
    let goro = platform.goro.sign_in(app);
    in_the_place_of_aoi(&platform, &goro);
    let fumiko = platform.fumiko.sign_in(app);
    let act = fumiko.open(&format!(
        "/ja/operator/people/{}/deactivate",
        platform.goro.user
    ));
    assert_eq!(
        act.fill("reason", "退職")
            .press("アカウントを停止する")
            .status,
        200
    );
    assert_eq!(goro.visit("/ja/staff/aoi-salon/today").status, 303);
    assert_eq!(goro.visit("/ja/operator/people").status, 303);
}
