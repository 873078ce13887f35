//! A service that needs nobody and nothing has a place of its own, with as many seats as it has; so it has an end.

use super::{MENU, OFFICE, SAVE, house, lines, service_called};
use crate::public::walk::{JA, is_free, times, told};
use serde_json::json;

const NOON: &str = "11月21日(土) 12:00";
const PLACE: &str =
    "select concat_ws(' ', name, capacity, deleted_at is null) as line from scheduling.resources
    where own_of_service is not null";

#[test]
fn it_is_booked_up_to_its_seats_and_no_further() {
    let (app, cast, aoi) = house();
    let form = aoi.open(&format!("{MENU}/new"));
    let filled = form
        .fill("name_ja", "見学会")
        .fill("price", "0")
        .fill("minutes", "60");
    let refused = filled
        .clone()
        .fill("party_max", "4")
        .fill("seats", "3")
        .send("保存");
    assert_eq!(refused.status, 422);
    assert!(refused.error("seats").unwrap().contains("最大人数以上"));
    let menu = filled
        .fill("party_max", "2")
        .fill("seats", "3")
        .press("保存");
    let row = menu.part("li.offer", "見学会").text();
    assert!(row.contains("担当の指定なし・同時に3名まで"), "{row}");
    assert_eq!(lines(&app, &cast, PLACE), ["見学会 3 t"]);
    let tour = service_called(&app, &cast, "見学会");
    let book = |party: &str| {
        let more = format!("&view=table&party={party}");
        let page = app.browser().open(&times("ja", &cast.salon, &tour, &more));
        // Free, or free still: what is left is said where it is little.
        let document = page.document();
        let all = document.all("button[aria-label]");
        let mut labels = all.iter().filter_map(|one| one.attr("aria-label"));
        let Some(noon) = labels.find(|label| label.starts_with(NOON)) else {
            return false;
        };
        let details = page.press(noon);
        let done = told(&details, &JA, &[]).press(JA.confirm);
        assert_eq!(done.heading(), "ご予約が確定しました");
        true
    };
    assert!(book("2"));
    assert!(!book("2"), "one seat is left");
    assert!(book("1"));
    assert!(!book("1"), "none is left");
    let taken = "select count(*) from scheduling.allocations a join scheduling.resources r on r.id = a.resource_id
        where own_of_service is not null";
    assert_eq!(app.count(cast.salon.id, taken), 3);
}

#[test]
fn it_follows_its_service_and_is_put_away_when_somebody_does_it() {
    let (app, cast, aoi) = house();
    let path = format!("{MENU}/{}", cast.cut.id);
    let boxes = cast
        .salon
        .staff
        .iter()
        .map(|id| format!("r-{id}"))
        .collect::<Vec<_>>();
    let bare = |page: crate::support::browser::Page| {
        page.form()
            .untick(&boxes[0])
            .untick(&boxes[1])
            .fill("name_ja", "自習")
            .fill("seats", "5")
            .press("保存")
            .press(SAVE)
    };
    bare(aoi.open(&path));
    assert_eq!(lines(&app, &cast, PLACE), ["自習 5 t"]);
    let more = aoi.open(&path).form().fill("seats", "6").press("保存");
    more.press(SAVE);
    assert_eq!(lines(&app, &cast, PLACE), ["自習 6 t"]);
    // It is on no list, and nobody's box.
    let listed = aoi.open(&format!("{OFFICE}/resources")).text();
    assert!(
        listed.contains("佐藤") && !listed.contains("自習"),
        "{listed}"
    );
    let form = aoi.open(&path).html;
    assert_eq!(
        form.matches("name=\"r-").count(),
        2,
        "two people, and not the place"
    );
    let tied = aoi.open(&path).form().tick(&boxes[0], "yes").press("保存");
    tied.press(SAVE);
    assert_eq!(lines(&app, &cast, PLACE), ["自習 6 f"]);
    let links = "select count(*)::text as line from scheduling.service_resources";
    assert_eq!(lines(&app, &cast, links), ["1"], "Sato alone");
    let bare = aoi.open(&path).form().untick(&boxes[0]).press("保存");
    bare.press(SAVE);
    assert_eq!(
        lines(&app, &cast, PLACE),
        ["自習 6 t"],
        "the same place again"
    );
}

#[test]
fn a_room_does_not_stand_in_for_somebody_who_rests() {
    let (app, cast, aoi) = house();
    let room = json!({"business_id": cast.salon.id, "name": "個室", "resource_type": "room"});
    let room = app.insert(cast.salon.id, "scheduling.resources", room);
    let path = format!("{MENU}/{}", cast.cut.id);
    aoi.open(&path)
        .form()
        .tick(&format!("r-{room}"), "yes")
        .press("保存")
        .press(SAVE);
    let offered = || {
        let page = app
            .browser()
            .open(&times("ja", &cast.salon, &cast.cut, "&view=table"));
        is_free(&page, NOON)
    };
    assert!(offered());
    let list = format!("{OFFICE}/resources");
    for (name, still) in [("佐藤", true), ("鈴木", false)] {
        let form = aoi.open(&list).follow(name);
        form.form().untick("active").press("保存").press(SAVE);
        assert_eq!(offered(), still, "without {name}");
    }
    let menu = aoi.open(MENU).text();
    assert!(menu.contains("予約を受けられません"), "{menu}");
}

#[test]
fn somebody_who_left_leaves_no_service_without_an_end() {
    let (app, cast, aoi) = house();
    let alone = cast.clinic.id;
    assert_eq!(
        app.count(alone, "select count(*) from scheduling.service_resources"),
        1
    );
    let chika = cast.chika.sign_in(&app);
    let staff = cast.clinic.staff[0];
    let list = chika
        .open(&format!("/ja/owner/chika-clinic/resources/{staff}"))
        .press("削除");
    assert_eq!(list.heading(), "スタッフ・席・設備");
    let menu = chika.open("/ja/owner/chika-clinic/menu");
    assert!(
        menu.text().contains("予約を受けられません"),
        "{}",
        menu.text()
    );
    let nobody = app.browser().open(&times(
        "ja",
        &cast.clinic,
        &cast.consultation,
        "&view=table",
    ));
    assert!(!is_free(&nobody, NOON));
    // Nor does saving it open it by itself: who left stands there ticked, until that is taken away.
    let form = menu.follow("診察");
    assert!(form.text().contains("削除済み"));
    form.press("保存");
    let own = "select count(*) from scheduling.resources where own_of_service is not null";
    assert_eq!(app.count(alone, own), 0);
    drop(aoi);
}
