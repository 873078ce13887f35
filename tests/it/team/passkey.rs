//! A passkey at the shop's tablet, with the real browser and a key of its own: as far in as a few digits, and only for those
//! who work there.

use super::{
    TEAM,
    device::{COUNTER, TODAY, a_tablet},
    one_line, post,
};
use crate::support::{
    app::TestApp,
    browser::Browser,
    chromium::Chromium,
    eye::Eye,
    passkeys::{self, add, heading},
    people::{Cast, Person},
    sql,
};
use chrono::TimeDelta;

const ANSWER: &str = "/ja/staff/aoi-salon/counter/passkey/answer";
const UNKNOWN: &str = "このパスキーでは、このタブレットに入れません";

/// The site, a tablet of Aoi's, and a window that will be it.
fn at_work() -> Option<(TestApp, Cast, Browser, Chromium)> {
    let (app, cast) = passkeys::house();
    let (window, _) = passkeys::window(&app)?;
    let tablet = a_tablet(&app, &cast);
    Some((app, cast, tablet, window))
}

/// The window is the tablet, with nobody in on it, and its passkey is asked for.
fn ask(window: &Chromium, tablet: &Browser) {
    window.forget().as_of(tablet).visit(COUNTER);
    heading(window, "名前を選ぶ");
    window.press("パスキーで入る");
}

/// What somebody's key signs for the tablet: ticket and answer.
fn signed(window: &Chromium, tablet: &Browser) -> (String, String) {
    ask(window, tablet);
    passkeys::answer(window)
}

/// How many living sessions of a tablet somebody has.
fn sessions(app: &TestApp, person: &Person) -> String {
    let query = format!(
        "select count(*)::text as line from accounts.user_sessions where user_id = '{}' and idle_minutes = 15 \
         and revoked_at is null",
        person.user
    );
    sql::lines(&mut sql::connect_as_house(app.database_url()), &query).remove(0)
}

#[test]
fn a_passkey_opens_the_day_on_the_tablet_and_no_page_besides() {
    let Some((app, cast, tablet, window)) = at_work() else {
        return;
    };
    add(&app, &window, &cast.ben);
    ask(&window, &tablet);
    window.until(&format!("location.pathname === '{TODAY}'"));
    assert_eq!(sessions(&app, &cast.ben), "1");
    let turn = window.execute("return document.querySelector('.desk-turn strong').textContent");
    assert_eq!(turn, cast.ben.name);
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
    for page in [TEAM, "/ja/account", "/ja/staff/aoi-salon/pin"] {
        window.visit(page);
        heading(&window, "この画面は店舗のタブレットでは開けません");
    }
    let used = "select (last_used_at is not null)::text as line from businesses.shop_devices";
    assert_eq!(one_line(&app, &cast, used), "true");
    app.clock().set(app.clock().now() + TimeDelta::minutes(15));
    window.visit(TODAY);
    heading(&window, "名前を選ぶ");
}

#[test]
fn who_does_not_work_there_reads_what_the_owner_of_an_unknown_key_reads() {
    let Some((app, cast, tablet, window)) = at_work() else {
        return;
    };
    add(&app, &window, &cast.chika);
    ask(&window, &tablet);
    let said = format!("document.querySelector('main').textContent.includes('{UNKNOWN}')");
    window.until(&said);
    let text = || window.execute("return document.querySelector('main').textContent");
    let to_a_stranger = text();
    let mut eye = Eye::new(&window, true);
    eye.look("a key that opens nothing here");
    eye.visit(COUNTER, "名前を選ぶ");
    eye.close("counter/passkey");
    assert_eq!(sessions(&app, &cast.chika), "0");
    // The same key, of nobody any more.
    sql::run(
        &mut sql::connect_as_house(app.database_url()),
        "delete from accounts.passkeys",
    );
    ask(&window, &tablet);
    window.until(&said);
    assert_eq!(text(), to_a_stranger);
    window.press("名前を選ぶ画面に戻る");
    heading(&window, "名前を選ぶ");
    window.visit(TODAY);
    heading(&window, "名前を選ぶ");
}

#[test]
fn an_answer_counts_once_on_a_living_tablet_for_a_living_member() {
    let Some((app, cast, tablet, window)) = at_work() else {
        return;
    };
    add(&app, &window, &cast.ben);
    passkeys::hold_back(&window);
    let send = |browser: &Browser, (ticket, answer): &(String, String)| {
        browser.post(ANSWER, &[("ticket", ticket.as_str()), ("answer", answer)])
    };
    // A stranger's browser is no tablet, whatever it has heard.
    let heard = signed(&window, &tablet);
    let stranger = send(&app.browser(), &heard);
    let there = stranger.location().unwrap();
    assert!(there.starts_with("/ja/account/sign-in"), "{there}");
    let inside = send(&tablet, &heard);
    assert_eq!(inside.location().unwrap(), TODAY);
    tablet.open(TODAY).press("ロック（交代する）");
    assert_eq!(send(&tablet, &heard).status, 422, "again");
    assert_eq!(tablet.visit(TODAY).location().unwrap(), COUNTER);

    // The account is closed, the seat is gone, the tablet is off the list: the key stays what it was.
    let closed = signed(&window, &tablet);
    let house = &mut sql::connect_as_house(app.database_url());
    let set = |active: bool| {
        let ben = cast.ben.user;
        format!("update accounts.users set is_active = {active} where id = '{ben}'")
    };
    sql::run(house, &set(false));
    assert_eq!(send(&tablet, &closed).status, 422);
    sql::run(house, &set(true));

    let late = signed(&window, &tablet);
    let aoi = cast.aoi.sign_in(&app);
    let leave = format!("{}/leave", cast.ben_seat);
    assert_eq!(post(&aoi, &leave, &[]).status, 303);
    let left = send(&tablet, &late);
    assert_eq!(left.status, 422);
    assert!(left.text().contains(UNKNOWN), "{}", left.text());
    assert_eq!(sessions(&app, &cast.ben), "0");

    let last = signed(&window, &tablet);
    aoi.open(TEAM)
        .part("li", "奥のタブレット")
        .press("登録を取り消す");
    for told in [
        send(&tablet, &last),
        tablet.post("/ja/staff/aoi-salon/counter/passkey", &[]),
    ] {
        assert_eq!(told.status, 403);
        assert_eq!(told.heading(), "このタブレットの登録は取り消されました");
    }
}

#[test]
fn a_browser_without_script_is_shown_no_way_that_needs_it() {
    let Some((_app, _cast, tablet, window)) = at_work() else {
        return;
    };
    let shown = "document.querySelector('[data-with-passkeys]').checkVisibility()";
    window.forget().as_of(&tablet).visit(COUNTER).until(shown);
    window.script(false).visit(COUNTER);
    assert_eq!(window.execute(&format!("return {shown}")), false);
}

#[test]
fn a_site_without_a_name_offers_no_keys_at_the_tablet() {
    let (app, cast) = super::house();
    let tablet = a_tablet(&app, &cast);
    assert!(!tablet.open(COUNTER).text().contains("パスキー"));
    let begun = tablet.post("/ja/staff/aoi-salon/counter/passkey", &[]);
    assert_eq!(begun.status, 404);
}
