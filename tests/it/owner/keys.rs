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
