//! Somebody leaves: at once, and everywhere.

use super::{TEAM, house, key, post, standing, trail};
use crate::support::{people::a_seat, sql};
use serde_json::json;

#[test]
fn whoever_is_taken_off_the_team_is_nobody_at_their_next_request() {
    let (app, cast) = house();
    app.insert_outside(
        "accounts.refresh_tokens",
        json!({"user_id": cast.ben.user, "token_hash": "\\x01", "expires_at": "2027-01-01T00:00:00Z"}),
    );
    let (ben, telephone) = (cast.ben.sign_in(&app), cast.ben.sign_in(&app));
    assert_eq!(ben.visit("/ja/staff/aoi-salon/today").status, 200);
    let csrf = key(&telephone);
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi
        .open(&format!("{TEAM}/{}", cast.ben_seat))
        .follow("スタッフから外す");
    assert_eq!(page.heading(), "Ben Clark さんをスタッフから外す");
    assert_eq!(
        ben.visit("/ja/staff/aoi-salon/today").status,
        200,
        "asking does nothing"
    );
    let list = page.press("スタッフから外す");
    assert_eq!(list.flash().unwrap(), "スタッフから外しました");
    assert!(
        list.part("details", "以前のスタッフ")
            .text()
            .contains("Ben Clark")
    );
    for browser in [&ben, &telephone] {
        let answer = browser.visit("/ja/staff/aoi-salon/today");
        assert_eq!(answer.status, 303);
        assert!(
            answer
                .location()
                .unwrap()
                .starts_with("/ja/account/sign-in")
        );
    }
    let act = format!("/ja/staff/aoi-salon/bookings/{}/progress", cast.booking.id);
    assert_eq!(
        telephone
            .post(&act, &[("csrf", &csrf), ("to", "arrived")])
            .status,
        303
    );
    let house = &mut sql::connect_as_house(app.database_url());
    assert!(
        sql::lines(
            house,
            "select id::text as line from accounts.refresh_tokens"
        )
        .is_empty()
    );
    assert_eq!(standing(&app, &cast.ben), "customer");
    assert_eq!(
        trail(&app, &cast, ("staff_assignments", "update"), &cast.aoi),
        1
    );
    // They may come in again, as the customer that they are now.
    let again = cast.ben.sign_in(&app);
    assert_eq!(again.visit("/ja/staff/aoi-salon/today").status, 404);
    assert_eq!(again.open("/ja/account").url, "/ja/account/bookings");
    assert_eq!(
        post(&aoi, &format!("{}/leave", cast.ben_seat), &[]).status,
        404,
        "twice"
    );
}

#[test]
fn whoever_works_elsewhere_too_goes_on_there() {
    let (app, cast) = house();
    a_seat(&app, &cast.clinic, &cast.ben, "receptionist", 0);
    let ben = cast.ben.sign_in(&app);
    let switch = |page: &str| {
        ben.open(page)
            .document()
            .links()
            .contains(&"ちか歯科".to_owned())
    };
    for page in ["today", "day", "bookings/new"] {
        assert!(switch(&format!("/ja/staff/aoi-salon/{page}")), "{page}");
    }
    assert!(switch(&format!(
        "/ja/staff/aoi-salon/bookings/{}",
        cast.booking.id
    )));
    let there = ben.open("/ja/staff/aoi-salon/today").follow("ちか歯科");
    assert_eq!(there.url, "/ja/staff/chika-clinic/today");
    let aoi = cast.aoi.sign_in(&app);
    assert_eq!(
        post(&aoi, &format!("{}/leave", cast.ben_seat), &[]).status,
        303
    );
    assert_eq!(standing(&app, &cast.ben), "staff");
    let again = cast.ben.sign_in(&app);
    let home = again.open("/ja/account");
    assert_eq!(home.url, "/ja/staff/chika-clinic/today");
    assert!(home.document().all(".masthead .switcher").is_empty());
}

#[test]
fn who_left_can_be_invited_back_and_sits_on_a_new_seat() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    assert_eq!(
        post(&aoi, &format!("{}/leave", cast.ben_seat), &[]).status,
        303
    );
    let pairs = [
        ("role", "receptionist"),
        ("email", "ben@example.com"),
        ("language", "ja"),
    ];
    assert_eq!(post(&aoi, "invite", &pairs).status, 303);
    let link = crate::support::letters::link(&app.letter());
    let ben = cast.ben.sign_in(&app);
    let day = ben.open(&link).press("参加する");
    assert_eq!(day.url, "/ja/staff/aoi-salon/today");
    let seats = format!(
        "select count(*) from businesses.staff_assignments where user_id = '{}'",
        cast.ben.user
    );
    assert_eq!(app.count(cast.salon.id, seats), 2);
    assert_eq!(standing(&app, &cast.ben), "staff");
}
