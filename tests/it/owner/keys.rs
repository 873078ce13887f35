//! The pages of work as somebody wants them shown, and the keys that press what can be pressed.

use crate::{
    staff::scene::{DESK, Friday},
    support::chromium::Chromium,
};

#[test]
fn a_browser_keeps_how_the_pages_of_work_are_shown_and_no_other_page_changes() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let root = |path: &str| {
        let body = aoi.open(path).html;
        let tag = body.find("<html").map(|from| &body[from..]).unwrap();
        tag[..tag.find('>').unwrap()].to_owned()
    };
    let today = format!("{DESK}/today");
    assert!(!root(&today).contains("data-theme"), "as the device has it");
    let form = aoi.open("/ja/account/display");
    assert_eq!(form.field("keys").value, "yes");
    let saved = form
        .fill("theme", "dark")
        .tick("large", "yes")
        .untick("keys")
        .press("保存する");
    assert_eq!(saved.flash().unwrap(), "表示の設定を変更しました");
    for part in [
        "data-theme=\"dark\"",
        "data-size=\"large\"",
        "data-keys=\"off\"",
    ] {
        assert!(root(&today).contains(part), "{part}: {}", root(&today));
    }
    assert!(root("/ja/owner/aoi-salon").contains("data-theme=\"dark\""));
    assert!(
        !root("/ja/b/aoi-salon").contains("data-theme"),
        "guests' pages go by the device"
    );
    assert!(
        root(&format!("{DESK}/print")).contains("data-theme=\"light\""),
        "paper is white"
    );
    aoi.set_cookie("oc_display", "nonsense.<script>");
    for part in ["data-theme", "data-size", "data-keys"] {
        assert!(!root(&today).contains(part), "{}", root(&today));
    }
    let refused = aoi.post("/ja/account/display", &[("theme", "dark")]);
    assert!(refused.status >= 400, "no key of the session");
}

#[test]
fn keys_press_what_can_be_pressed_and_never_while_somebody_types() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi()).size(1280, 900);
    let today = format!("{DESK}/today");
    window.visit(&today).keys("/").keys("n4");
    let typed = "document.querySelector('[type=search]').value";
    assert_eq!(
        window.execute(&format!("return {typed}")),
        "n4",
        "0 presses to the box"
    );
    window
        .visit(&today)
        .keys("n")
        .until("location.pathname.endsWith('/bookings/new')");
    window
        .visit(&today)
        .keys("?")
        .until("location.pathname.endsWith('/account/display')");
    let off = "document.querySelector('[name=keys]').click()";
    window.execute(off);
    window
        .press("保存する")
        .until("document.querySelector('.flash')");
    window.visit(&today).keys("n");
    window.until("document.documentElement.dataset.keys === 'off'");
    assert_eq!(window.path(), today);
}

#[test]
fn the_calendar_is_walked_by_keys_and_a_row_is_worked_by_them() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi()).size(1280, 900);
    let today = format!("{DESK}/today");
    let at = |place: &str| {
        window.until(&format!(
            "(location.pathname + location.search).includes('{place}')"
        ));
    };
    window.visit(&today).keys("1");
    at("/day?");
    window.keys("2");
    at("/week?");
    window.keys("3");
    at("/today?");
    window.keys("\u{e014}");
    at("date=2026-11-21");
    window.keys("\u{e012}");
    at("date=2026-11-20");
    let name = |id: &str| format!("document.querySelector('#booking-{id} .day-list-name')");
    // Nobody has chosen a row: nothing has come.
    window.visit(&today).keys("ae");
    assert!(friday.status(&friday.late, "confirmed"));
    assert_eq!(window.path(), today);
    let late = friday.late.id.to_string();
    window.execute(&format!("{}.focus()", name(&late)));
    window.keys("a").until("document.querySelector('.flash')");
    assert!(friday.status(&friday.late, "arrived"));
    let coming = friday.coming.id.to_string();
    window.execute(&format!("{}.focus()", name(&coming)));
    window.keys("e");
    at(&format!("/bookings/{coming}"));
    window.keys("e");
    at("/move");
    assert!(window.complaints().is_empty(), "{:?}", window.complaints());
}

#[test]
fn what_was_done_can_be_undone_for_ten_seconds() {
    let friday = Friday::new();
    let Some(window) = Chromium::open(&friday.app) else {
        return;
    };
    window.as_of(&friday.aoi());
    window.visit(&format!("{DESK}/today"));
    let press = format!(
        "document.querySelector('#booking-{} [value=arrived]').click()",
        friday.late.id
    );
    window.execute(&press);
    window.until("document.querySelector('.flash form')");
    std::thread::sleep(std::time::Duration::from_secs(7));
    window.until("document.querySelector('.flash form')");
    std::thread::sleep(std::time::Duration::from_secs(1));
    window.until("!document.querySelector('.flash form') && document.querySelector('.flash')");
}
