//! How much of a service, and by a person, guests may book: plain numbers on a page of their own.

use super::{MENU, OFFICE, house, lines};
use crate::support::people::{a_person, a_seat};

const KEPT: &str = "select concat_ws(' ', case when service_id is null then 'person' else 'service' end, \
    'day', lines_a_day, 'week', lines_a_week) as line from scheduling.line_caps order by 1";

#[test]
fn an_owner_says_how_much_of_a_service_and_by_a_person() {
    let (app, cast, aoi) = house();
    let form = aoi
        .open(&format!("{MENU}/{}", cast.cut.id))
        .follow("受付の上限");
    assert_eq!(form.field("a_day").value, "");
    let saved = form.fill("a_day", "３").press("保存");
    assert_eq!(saved.flash().as_deref(), Some("保存しました"));
    assert_eq!(lines(&app, &cast, KEPT), ["service day 3 week"]);
    let person = format!("{OFFICE}/resources/{}", cast.salon.staff[0]);
    let form = aoi.open(&person).follow("受付の上限");
    form.fill("a_day", "6").fill("a_week", "30").press("保存");
    assert_eq!(
        lines(&app, &cast, KEPT),
        ["person day 6 week 30", "service day 3 week"]
    );
    let trail = "select count(*) from audit.audit_logs where entity = 'line_caps'";
    assert_eq!(app.count(cast.salon.id, trail), 2);
    let form = aoi.open(&person).follow("受付の上限");
    assert_eq!(form.field("a_week").value, "30");
    form.fill("a_day", "").fill("a_week", "").press("保存");
    assert_eq!(lines(&app, &cast, KEPT), ["service day 3 week"]);
}

#[test]
fn what_makes_no_sense_is_told_at_the_box() {
    let (app, cast, aoi) = house();
    let path = format!("{MENU}/{}/caps", cast.cut.id);
    for (day, week) in [("0", ""), ("x", ""), ("1000", ""), ("5", "4")] {
        let form = aoi.open(&path);
        let page = form.fill("a_day", day).fill("a_week", week).send("保存");
        assert_eq!(page.status, 422, "{day} {week}");
        assert!(page.error("a_day").is_some(), "{day} {week}");
        assert_eq!(page.field("a_day").value, day);
    }
    assert!(lines(&app, &cast, KEPT).is_empty());
}

#[test]
fn of_two_who_change_it_the_second_sees_both() {
    let (app, cast, aoi) = house();
    let other = a_person(&app, "otto", "大谷 音", "owner");
    a_seat(&app, &cast.salon, &other, "owner", 0);
    let path = format!("{MENU}/{}/caps", cast.cut.id);
    let mine = aoi.open(&path);
    let otto = other.sign_in(&app);
    otto.open(&path).fill("a_day", "4").press("保存");
    let told = mine.fill("a_day", "2").send("保存");
    assert_eq!(told.status, 409);
    assert_eq!(lines(&app, &cast, KEPT), ["service day 4 week"]);
}
