//! 放置時間: while a colour sets, whoever serves can serve somebody else, and the chair stays taken.

use super::{MENU, SAVE, house, lines};
use crate::{
    public::walk::{free, is_free, times},
    staff::scene::{DESK, Friday},
    support::{
        app::TestApp,
        browser::{Browser, Page},
        build::{Service, a_service},
        people::Cast,
    },
};
use omotenashi::base::ids::ResourceId;
use serde_json::json;

/// A colour of 90 minutes by both: 30 of work, 30 while it sets, 30 of work; and a fringe of 30.
fn colour_and_fringe(app: &TestApp, cast: &Cast) -> (Service, Service) {
    let colour = a_service(app, &cast.salon).named("カラー", "Colour");
    let colour = colour.minutes(90).by(&cast.salon.staff).build();
    let fringe = a_service(app, &cast.salon).named("前髪カット", "Fringe");
    let fringe = fringe.minutes(30).by(&cast.salon.staff).build();
    let row = json!({"business_id": cast.salon.id, "service_id": colour.id, "after_minutes": 30, "processing_minutes": 30});
    app.insert(cast.salon.id, "catalog.processing_times", row);
    (colour, fringe)
}

fn taken_by_hand(desk: &Browser, service: &Service, staff: ResourceId, wall: &str) -> Page {
    let (date, time) = wall.split_once(' ').unwrap();
    desk.open(&format!("{DESK}/bookings/new"))
        .fill("service", &service.id.to_string())
        .fill("staff", &staff.to_string())
        .fill("date", date)
        .fill("time", time)
        .fill("family", "山本")
        .press("予約を追加")
}

/// From when until when somebody or something is taken on 24 November, by time.
fn stretches(app: &TestApp, cast: &Cast, resource: ResourceId) -> Vec<String> {
    let query = format!(
        "select to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || '-' || to_char(end_at at time zone 'Asia/Tokyo', 'HH24:MI') as line
         from scheduling.allocations where resource_id = '{resource}' and start_at::date = '2026-11-24' order by start_at"
    );
    lines(app, cast, &query)
}

#[test]
fn an_owner_says_when_nobody_is_needed_and_is_told_what_cannot_be() {
    let (app, cast, aoi) = house();
    let path = format!("{MENU}/{}", cast.cut.id);
    let form = |after: &str, minutes: &str| {
        let page = aoi.open(&path);
        let filled = page.fill("minutes", "90").fill("processing_after", after);
        filled.fill("processing_minutes", minutes).send("保存")
    };
    for (after, minutes, field, said) in [
        ("30", "", "processing_minutes", "両方を入力"),
        ("", "30", "processing_after", "両方を入力"),
        ("32", "30", "processing_after", "5分単位"),
        ("30", "65", "processing_minutes", "所要時間を超えています"),
        ("30", "x", "processing_minutes", "数字で入力"),
        ("0", "30", "processing_after", "5から1,440まで"),
    ] {
        let page = form(after, minutes);
        assert_eq!(page.status, 422, "{after} {minutes}");
        let complaint = page.error(field);
        let complaint = complaint.unwrap_or_else(|| panic!("{after} {minutes} at {field}"));
        assert!(complaint.contains(said), "{complaint}");
        assert_eq!(page.field("processing_after").value, after);
        assert_eq!(page.field("processing_minutes").value, minutes);
    }
    let kept = "select concat_ws('+', after_minutes, processing_minutes) as line from catalog.processing_times";
    assert!(lines(&app, &cast, kept).is_empty());
    let looked = form("30", "60");
    assert!(looked.text().contains("放置時間"), "{}", looked.text());
    looked.press(SAVE);
    assert_eq!(lines(&app, &cast, kept), ["30+60"], "to the very end");
    let page = aoi.open(&path);
    assert_eq!(page.field("processing_minutes").value, "60");
    let cleared = page
        .fill("processing_after", "")
        .fill("processing_minutes", "");
    cleared.send("保存").press(SAVE);
    assert!(lines(&app, &cast, kept).is_empty());
}

#[test]
fn somebody_else_is_served_while_the_colour_sets() {
    let friday = Friday::new();
    let (app, cast) = (&friday.app, &friday.cast);
    let (colour, fringe) = colour_and_fringe(app, cast);
    let sato = cast.salon.staff[0];
    let desk = friday.aoi();
    assert_eq!(
        taken_by_hand(&desk, &colour, sato, "2026-11-24 11:00").status,
        200
    );
    assert_eq!(stretches(app, cast, sato), ["11:00-11:30", "12:00-12:30"]);
    let table = format!("&view=table&date=2026-11-24&staff={sato}");
    let page = app
        .browser()
        .open(&times("ja", &cast.salon, &fringe, &table));
    let day = "11月24日(火)";
    for (time, offered) in [("11:00", false), ("11:30", true), ("12:00", false)] {
        let found = is_free(&page, &format!("{day} {time}"));
        assert_eq!(found, offered, "{time}: {}", page.text());
    }
    let held = page.press(&free(&format!("{day} 11:30")));
    assert_eq!(held.heading(), "お客様情報");
    // Nobody else has the half hour any more, and what does not fit into it is refused.
    let refused = taken_by_hand(&desk, &fringe, sato, "2026-11-24 11:30");
    assert_eq!(refused.status, 409);
    assert_eq!(
        taken_by_hand(&desk, &cast.cut, sato, "2026-11-24 11:30").status,
        409
    );
}

#[test]
fn the_chair_stays_taken() {
    let friday = Friday::new();
    let (app, cast) = (&friday.app, &friday.cast);
    let (colour, fringe) = colour_and_fringe(app, cast);
    let row = json!({"business_id": cast.salon.id, "resource_type": "room", "name": "席"});
    let chair = ResourceId(app.insert(cast.salon.id, "scheduling.resources", row));
    for service in [&colour, &fringe] {
        let row = json!({"business_id": cast.salon.id, "service_id": service.id, "resource_id": chair, "use": "exclusive", "is_required": true});
        app.insert(cast.salon.id, "scheduling.service_resources", row);
    }
    let [sato, suzuki] = [cast.salon.staff[0], cast.salon.staff[1]];
    let desk = friday.aoi();
    assert_eq!(
        taken_by_hand(&desk, &colour, sato, "2026-11-24 11:00").status,
        200
    );
    assert_eq!(stretches(app, cast, sato), ["11:00-11:30", "12:00-12:30"]);
    assert_eq!(stretches(app, cast, chair), ["11:00-12:30"]);
    let clash = taken_by_hand(&desk, &fringe, suzuki, "2026-11-24 11:30");
    assert_eq!(clash.status, 409, "the only chair");
}

#[test]
fn the_day_shows_the_stretch_that_is_free_and_what_stands_inside_has_the_whole_width() {
    let friday = Friday::new();
    let (app, cast) = (&friday.app, &friday.cast);
    let (colour, fringe) = colour_and_fringe(app, cast);
    let (sato, desk) = (cast.salon.staff[0], friday.aoi());
    taken_by_hand(&desk, &colour, sato, "2026-11-24 11:00");
    let day = || desk.open(&format!("{DESK}/day?date=2026-11-24"));
    let column = |page: &Page| page.part(".day-column", "佐藤").document();
    let page = day();
    let open = column(&page).attribute(".processing", "class").unwrap();
    assert!(open.contains("h-11 m-30 for-30m"), "{open}");
    assert_eq!(column(&page).words(".processing").unwrap(), "放置中");
    let free: Vec<_> = column(&page).texts(".free");
    assert!(free.iter().any(|one| one.contains("11:30")), "{free:?}");
    assert!(
        !free
            .iter()
            .any(|one| one.contains("11:00") || one.contains("12:00"))
    );
    taken_by_hand(&desk, &fringe, sato, "2026-11-24 11:30");
    let page = day();
    let blocks = column(&page);
    let classes: Vec<_> = blocks
        .all(".block")
        .iter()
        .map(|one| one.attr("class").unwrap().to_owned())
        .collect();
    assert_eq!(classes.len(), 2, "{classes:?}");
    assert!(
        classes.iter().all(|one| !one.contains("of-")),
        "{classes:?}"
    );
    assert!(
        column(&page)
            .texts(".free")
            .iter()
            .all(|one| !one.contains("11:30"))
    );
}

#[test]
fn who_stands_in_the_processing_of_a_late_guest_goes_along_only_as_far_as_they_must() {
    let friday = Friday::new();
    let (app, cast) = (&friday.app, &friday.cast);
    let (colour, fringe) = colour_and_fringe(app, cast);
    let (suzuki, desk) = (cast.salon.staff[1], friday.aoi());
    // 15:00 to 16:30 today, open from 15:30 to 16:00.
    let booked = taken_by_hand(&desk, &colour, suzuki, "2026-11-20 15:00");
    assert_eq!(booked.status, 200, "{}", booked.text());
    taken_by_hand(&desk, &fringe, suzuki, "2026-11-20 15:30");
    taken_by_hand(&desk, &fringe, suzuki, "2026-11-20 17:00");
    let id = lines(
        app,
        cast,
        "select id::text as line from bookings.bookings where start_at = '2026-11-20 15:00+09'",
    );
    let page = desk
        .open(&format!("{DESK}/bookings/{}", id[0]))
        .follow("+15分");
    let moves = page.document().texts(".day-lines li");
    assert_eq!(
        moves,
        [
            "山本 様 15:00 → 15:15〜16:45",
            "山本 様 15:30 → 15:45〜16:15"
        ],
        "{}",
        page.text()
    );
}
