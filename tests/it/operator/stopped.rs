use super::scene::Platform;
use crate::{
    public::walk::{JA, told},
    support::browser::{Browser, Page},
};

const HALT: &str = "予約受付を停止しています";

fn fumiko(platform: &Platform) -> Browser {
    platform.fumiko.sign_in(&platform.app)
}

fn stop_everywhere(fumiko: &Browser) {
    let page = fumiko.open("/ja/operator/bookings");
    assert!(page.text().contains("受付中"), "{}", page.text());
    let refused = page.press("全店舗の予約受付を止める");
    assert_eq!(refused.status, 422, "not without a reason");
    let done = refused
        .fill("reason", "二重予約の調査")
        .press("全店舗の予約受付を止める");
    assert!(
        done.text().contains("停止中") && done.text().contains("二重予約の調査"),
        "{}",
        done.text()
    );
}

/// Says it, with the number to call.
fn says(page: &Page) {
    assert!(page.text().contains(HALT), "{}", page.text());
    assert!(
        page.html.contains("href=\"tel:+81"),
        "no number at {}",
        page.url
    );
}

#[test]
fn one_switch_stops_guests_everywhere_keeps_what_they_typed_and_lets_them_go_on() {
    let platform = Platform::new();
    let (app, cast) = (&platform.app, &platform.cast);
    let times = format!(
        "/ja/b/aoi-salon/book/times?service={}&view=list",
        cast.cut.id
    );
    let table = app.browser().open(&times);
    let free = table.document().all("button[name=start]").len();
    assert!(free > 0, "{}", table.text());
    let check = told(&hold(&platform), &JA, &[]);
    let fumiko = fumiko(&platform);
    stop_everywhere(&fumiko);
    for shop in ["aoi-salon", "chika-clinic"] {
        let menu = app.browser().open(&format!("/ja/b/{shop}/book"));
        assert!(!menu.document().all(".offer").is_empty());
        assert!(menu.document().all(".offer a").is_empty(), "leads nowhere");
        assert_eq!(menu.status, 200);
        says(&menu);
        says(&app.browser().open(&format!("/ja/b/{shop}")));
    }
    says(&app.browser().open(&times));
    let aoi = cast.aoi.sign_in(app);
    let before = app.statements();
    let day = aoi.open("/ja/staff/aoi-salon/today");
    let stopped = app.statements() - before;
    assert!(
        day.text()
            .contains("すべての店舗でネット予約の受付が止まっています")
            && !day.text().contains("二重予約の調査"),
        "{}",
        day.text()
    );
    let refused = check.press(JA.confirm);
    assert_eq!(refused.status, 409);
    says(&refused);
    assert!(refused.text().contains("山田"), "what was typed is there");
    assert_eq!(app.count(cast.salon.id, "select count(*) from bookings"), 1);
    // What is booked stays, and may be called off; moved it cannot be, by the guest.
    let booking = format!("/ja/bookings/{}", cast.booking.token);
    let page = app.browser().open(&booking);
    assert_eq!(page.status, 200);
    assert!(
        !page.html.contains(&format!("{booking}/move")),
        "no way to move"
    );
    assert!(page.html.contains(&format!("{booking}/cancel")));
    assert!(
        app.browser()
            .open(&format!("{booking}/move"))
            .text()
            .contains("お電話")
    );
    let done = fumiko
        .open("/ja/operator/bookings")
        .press("全店舗の予約受付を再開する");
    assert!(done.text().contains("受付中"));
    aoi.open("/ja/staff/aoi-salon/today");
    let before = app.statements();
    let day = aoi.open("/ja/staff/aoi-salon/today");
    assert!(!day.text().contains("止まっています"));
    assert!(
        stopped <= app.statements() - before + 4,
        "a notice costs nothing but reading the rules anew: {stopped}"
    );
    assert_eq!(
        check.press(JA.confirm).heading(),
        "ご予約が確定しました",
        "the hold was kept"
    );
}

/// A guest who has chosen a time.
pub fn hold(platform: &Platform) -> Page {
    let cut = platform.cast.cut.id;
    let times = format!("/ja/b/aoi-salon/book/times?service={cut}&view=list");
    let page = platform.app.browser().open(&times);
    let html = page.document();
    let first = html.all("button[name=start]");
    let start = first[0].value().attr("value").unwrap().to_owned();
    let key = page.field("key").value;
    let key = key.split(',').next().unwrap().to_owned();
    let form = [
        ("key", key.as_str()),
        ("service", &cut.to_string()),
        ("party", "1"),
        ("start", &start),
    ];
    page.browser
        .post("/ja/b/aoi-salon/book/hold", &form)
        .settled()
}

#[test]
fn one_shop_is_stopped_and_no_other() {
    let platform = Platform::new();
    let app = &platform.app;
    let fumiko = fumiko(&platform);
    app.browser().open("/ja/b/aoi-salon/book");
    let record = fumiko
        .open("/ja/operator/businesses?show=open")
        .follow("サロン あおい");
    let done = record
        .follow("予約受付を止める")
        .fill("reason", "不正の疑い")
        .press("予約受付を止める");
    assert!(done.text().contains("不正の疑い"), "{}", done.text());
    let letter = app.letter();
    assert!(letter.subject.contains("受付を止めました") && letter.text.contains("不正の疑い"));
    says(&app.browser().open("/ja/b/aoi-salon/book"));
    let ben = platform.cast.ben.sign_in(app);
    let day = ben.open("/ja/staff/aoi-salon/today").text();
    assert!(
        day.contains("ネット予約の受付が止まっています（") && day.contains("理由: 不正の疑い"),
        "{day}"
    );
    let chika = platform.cast.chika.sign_in(app);
    let elsewhere = chika.open("/ja/staff/chika-clinic/today").text();
    assert!(!elsewhere.contains("止まっています"), "{elsewhere}");
    assert!(
        !app.browser()
            .open("/ja/b/chika-clinic/book")
            .text()
            .contains(HALT)
    );
    let english = app.browser().open("/en/b/aoi-salon/book");
    assert!(
        english
            .text()
            .contains("Online booking is paused at the moment. Please call"),
        "{}",
        english.text()
    );
    // The owner's own wish is another matter: wishing to take bookings does not undo it.
    app.execute(
        platform.cast.salon.id,
        "update businesses.business_settings set is_accepting = true",
    );
    says(&app.browser().open("/ja/b/aoi-salon/book"));
    done.follow("予約受付を再開する")
        .press("予約受付を再開する");
    assert!(app.letter().subject.contains("受付を再開しました"));
    assert!(
        !app.browser()
            .open("/ja/b/aoi-salon/book")
            .text()
            .contains(HALT)
    );
}

#[test]
fn the_switch_costs_a_guests_page_nothing_and_those_who_turn_it_are_named() {
    let platform = Platform::new();
    let app = &platform.app;
    let pages = || {
        app.browser().open("/ja/b/aoi-salon/book");
        let before = app.statements();
        app.browser().open("/ja/b/aoi-salon/book");
        app.statements() - before
    };
    let running = pages();
    stop_everywhere(&fumiko(&platform));
    assert_eq!(pages(), running);
    let turned = platform.trail("switches");
    let turn = turned.iter().find(|row| row["action"] == "update").unwrap();
    assert_eq!(turn["actor"], serde_json::json!(platform.fumiko.user));
    assert_eq!(
        (&turn["before"]["is_stopped"], &turn["after"]["is_stopped"]),
        (&false.into(), &true.into())
    );
}

#[test]
fn two_who_stop_at_once_do_not_start_again() {
    let platform = Platform::new();
    let (fumiko, goro) = (fumiko(&platform), platform.goro.sign_in(&platform.app));
    let late = goro.open("/ja/operator/bookings");
    stop_everywhere(&fumiko);
    let told = late
        .fill("reason", "私も")
        .press("全店舗の予約受付を止める");
    assert!(
        told.flash().unwrap().contains("ほかの人が先に"),
        "{}",
        told.text()
    );
    assert!(
        told.text().contains("二重予約の調査"),
        "it stays stopped: {}",
        told.text()
    );
}
