//! Which services are asked for: one form for the whole menu.

use super::{MENU, lines, post};
use crate::support::{
    build::a_service,
    people::{a_person, a_seat, house},
};

const FORM: &str = "/ja/owner/aoi-salon/menu/approval";
const KEPT: &str = "select concat(s.name_ja, ' ', a.answer_hours) as line from catalog.service_approvals a \
    join catalog.services s on s.id = a.service_id order by 1";

#[test]
fn an_owner_says_which_services_are_asked_for_and_how_long_a_request_waits() {
    let (app, cast, aoi) = house();
    let fringe = a_service(&app, &cast.salon).named("前髪", "Fringe").build();
    let (cut, fringe) = (format!("s-{}", cast.cut.id), format!("s-{}", fringe.id));
    let menu = aoi.open(MENU);
    let page = menu.follow("承認制のメニュー");
    assert_eq!(page.field(&cut).value, "");
    let saved = page.fill(&cut, "24").fill(&fringe, "72").press("保存");
    assert_eq!(saved.flash().as_deref(), Some("承認制の設定を保存しました"));
    assert_eq!(lines(&app, &cast, KEPT).len(), 2);
    let page = aoi.open(FORM);
    assert_eq!(page.field(&fringe).value, "72");
    page.fill(&cut, "").press("保存");
    assert_eq!(lines(&app, &cast, KEPT), ["前髪 72"]);
    let english = aoi.open("/en/owner/aoi-salon/menu/approval");
    assert!(english.text().contains("On request, reply in 72 h"));
}

#[test]
fn what_no_list_offers_is_refused_and_kept_in_sight() {
    let (app, cast, aoi) = house();
    let name = format!("s-{}", cast.cut.id);
    let version = aoi.open(FORM).field("version").value;
    for wrong in ["0", "73", "7", "x"] {
        let pairs = [(name.as_str(), wrong), ("version", version.as_str())];
        let told = post(&aoi, "menu/approval", &pairs);
        assert_eq!(told.status, 422, "{wrong}");
        assert!(told.error(&name).is_some(), "{wrong}");
    }
    assert!(lines(&app, &cast, KEPT).is_empty());
}

#[test]
fn of_two_who_change_it_the_second_sees_both() {
    let (app, cast, aoi) = house();
    let other = a_person(&app, "otto", "大谷 音", "owner");
    a_seat(&app, &cast.salon, &other, "owner", 0);
    let name = format!("s-{}", cast.cut.id);
    let mine = aoi.open(FORM);
    let otto = other.sign_in(&app);
    otto.open(FORM).fill(&name, "48").press("保存");
    let told = mine.fill(&name, "6").send("保存");
    assert_eq!(told.status, 409);
    assert!(told.text().contains("承認制（返信48時間以内）"));
    assert_eq!(told.field(&name).value, "6");
    assert_eq!(lines(&app, &cast, KEPT).len(), 1);
    told.press("入力した内容で上書き");
    let hours = "select answer_hours::text as line from catalog.service_approvals";
    assert_eq!(lines(&app, &cast, hours), ["6"], "knowing it");
}
