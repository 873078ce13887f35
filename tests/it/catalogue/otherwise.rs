//! What is booked and would be otherwise by a change is shown with it, and nothing that was otherwise already.

use super::{MENU, house};
use crate::support::{
    app::TestApp,
    browser::{Browser, Page},
    build::a_booking,
    people::Cast,
};
use omotenashi::base::ids::BookingId;

const START: &str = "変更後は予約できない開始時刻です";
const BUFFER: &str = "変更後の準備・片付け時間が前後の予約や予定と重なります";

/// Somebody's cut with the first or the second who serves.
fn booked(app: &TestApp, cast: &Cast, who: (&str, &str), (at, place): (&str, usize)) -> BookingId {
    a_booking(app, &cast.salon, &cast.cut)
        .named(who.0, who.1)
        .at(at)
        .on(cast.salon.staff[place])
        .build()
        .id
}

/// The look at a change of the cut.
fn seen(aoi: &Browser, cast: &Cast, boxes: &[(&str, &str)]) -> Page {
    let page = aoi.open(&format!("{MENU}/{}", cast.cut.id));
    let mut form = page.form();
    for (name, value) in boxes {
        form = form.fill(name, value);
    }
    let seen = form.press("保存");
    assert_eq!(seen.heading(), "変更の確認", "{:?}", seen.errors());
    seen
}

/// What is said of each booking that is listed.
fn said(seen: &Page) -> Vec<String> {
    let document = seen.document();
    let texts = document.texts(".effect .clash li");
    texts
        .into_iter()
        .map(|text| text.replace('\n', " "))
        .collect()
}

/// Whether exactly these people are listed, each for this.
#[track_caller]
fn lists(seen: &Page, names: &[&str], why: &str) {
    let said = said(seen);
    assert_eq!(said.len(), names.len(), "{said:?}");
    for name in names {
        let own = said.iter().find(|line| line.contains(name));
        let own = own.unwrap_or_else(|| panic!("{name}: {said:?}"));
        assert!(own.contains(why), "{own}");
    }
}

#[test]
fn a_start_that_is_offered_no_more_is_listed_and_one_that_was_never_is_not() {
    let (app, cast, aoi) = house();
    booked(&app, &cast, ("高田", "梓"), ("2026-11-24 11:30", 1));
    // By hand, whenever it suited.
    booked(&app, &cast, ("山本", "花"), ("2026-11-25 11:10", 1));
    let hourly = seen(&aoi, &cast, &[("step", "60")]);
    lists(&hourly, &["高田 梓"], START);
    // What the shop says of its steps is no other thing.
    let rules = aoi.open("/ja/owner/aoi-salon/rules");
    let rules = rules.fill("step", "60").press("保存");
    lists(&rules, &["高田 梓"], START);
    let class = seen(&aoi, &cast, &[("times-6", "14:00"), ("times-3", "11:10")]);
    lists(&class, &["高田 梓"], START);
    let class = seen(&aoi, &cast, &[("times-6", "15:00"), ("times-2", "11:30")]);
    lists(&class, &["小川 大地"], START);
    let finer = seen(&aoi, &cast, &[("step", "5")]);
    lists(&finer, &[], START);
    assert!(
        finer.text().contains("新しい内容と異なる予約はありません"),
        "{}",
        finer.text()
    );
    // Each in all that it would be.
    let both = seen(&aoi, &cast, &[("step", "60"), ("minutes", "90")]);
    let said = said(&both);
    assert_eq!(said.len(), 3, "{said:?}");
    let takada = said.iter().find(|line| line.contains("高田")).unwrap();
    assert!(
        takada.contains(&format!("変更後は90分、{START}")),
        "{takada}"
    );
}

#[test]
fn time_kept_free_that_meets_a_neighbour_is_listed() {
    let (app, cast, aoi) = house();
    let alone = seen(&aoi, &cast, &[("buffer_after", "30")]);
    lists(&alone, &[], BUFFER);
    // One after another on Saturday, and ten minutes later a third; beside them somebody else.
    booked(&app, &cast, ("高田", "梓"), ("2026-11-21 15:00", 0));
    booked(&app, &cast, ("山本", "花"), ("2026-11-21 16:10", 0));
    booked(&app, &cast, ("髙橋", "栞"), ("2026-11-21 15:00", 1));
    let after = seen(&aoi, &cast, &[("buffer_after", "10")]);
    lists(&after, &["小川 大地"], BUFFER);
    let before = seen(&aoi, &cast, &[("buffer_before", "10")]);
    lists(&before, &["高田 梓"], BUFFER);
    let longer = seen(&aoi, &cast, &[("buffer_after", "15")]);
    lists(&longer, &["小川 大地", "高田 梓"], BUFFER);
    // Ten minutes for two who both keep ten free.
    let both = seen(
        &aoi,
        &cast,
        &[("buffer_before", "10"), ("buffer_after", "10")],
    );
    lists(&both, &["小川 大地", "高田 梓", "山本 花"], BUFFER);
}

#[test]
fn whoever_was_overbooked_knowingly_met_before() {
    let (app, cast, aoi) = house();
    // A week earlier, over what is booked already.
    let over = booked(&app, &cast, ("山本", "花"), ("2026-11-28 14:30", 0));
    let early = "start_at = start_at - interval '7 days', end_at = end_at - interval '7 days'";
    let time =
        format!("update scheduling.allocations set seat = 1, {early} where booking_id = '{over}'");
    let row = format!(
        "update bookings.bookings set business_date = '2026-11-21', {early} where id = '{over}'"
    );
    for change in [time, row] {
        assert_eq!(app.execute(cast.salon.id, change), 1);
    }
    let more = seen(&aoi, &cast, &[("buffer_after", "10")]);
    lists(&more, &[], BUFFER);
    booked(&app, &cast, ("高田", "梓"), ("2026-11-21 15:30", 0));
    let more = seen(&aoi, &cast, &[("buffer_after", "10")]);
    lists(&more, &["山本 花"], BUFFER);
}
