//! A change of who and what takes bookings is looked at before it holds: whose bookings stand, and which starts go.

use super::{
    OFFICE, SAVE, house, lines,
    looked::{figures, starts},
};
use crate::{
    public::walk::{free, times},
    support::{
        browser::{Browser, Page},
        build::a_booking,
        people::Cast,
    },
};
use serde_json::json;

const OGAWA: &str = "小川 大地 様・カット（変更後の";

/// The page of the first who serves.
fn sato(aoi: &Browser, cast: &Cast) -> Page {
    aoi.open(&format!("{OFFICE}/resources/{}", cast.salon.staff[0]))
}

#[test]
fn who_does_something_no_more_is_looked_at_with_their_own_bookings() {
    let (app, cast, aoi) = house();
    a_booking(&app, &cast.salon, &cast.cut)
        .named("高田", "梓")
        .at("2026-11-24 11:00")
        .on(cast.salon.staff[1])
        .build();
    let before = starts(&app, &cast);
    let box_of_cut = format!("s-{}", cast.cut.id);
    let seen = sato(&aoi, &cast).form().untick(&box_of_cut).press("保存");
    assert_eq!(seen.heading(), "変更の確認");
    let served = "select count(*)::text as line from scheduling.service_resources";
    assert_eq!(lines(&app, &cast, served), ["2"], "nothing is saved yet");
    let text = seen.text();
    for said in [
        "これからの予約（1件）は、予約したときの",
        "新しい内容と異なる予約（1件）",
        &format!("{OGAWA}担当・設備に合いません）"),
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let row = ["カット", "あり", "なし"];
    assert!(
        seen.rows().iter().any(|one| *one == row),
        "{:?}",
        seen.rows()
    );
    let [now, more, fewer] = figures(&seen, "カット");
    assert_eq!((now, more), (before, 0));
    assert!(fewer > 0, "Suzuki alone is booked on Tuesday at eleven");
    let again = seen.press("内容を直す").press("保存");
    assert_eq!(
        figures(&again, "カット"),
        [now, more, fewer],
        "as it was typed"
    );
    seen.press(SAVE);
    assert_eq!(lines(&app, &cast, served), ["1"]);
    assert_eq!(starts(&app, &cast), now - fewer);
}

#[test]
fn who_takes_nothing_online_or_rests_is_looked_at() {
    let (app, cast, aoi) = house();
    a_booking(&app, &cast.salon, &cast.cut)
        .named("高田", "梓")
        .at("2026-11-24 11:00")
        .on(cast.salon.staff[1])
        .build();
    let by_name = format!("&view=table&staff={}", cast.salon.staff[0]);
    let table = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, &by_name));
    table.press(&free("11月22日(日) 11:00"));
    // Nothing that is booked would be otherwise: by hand they are taken as ever.
    let seen = sato(&aoi, &cast)
        .form()
        .tick("offline", "yes")
        .press("保存");
    let text = seen.text();
    for said in [
        "いまお客様が手続き中の予約（1件）も、選んだ時間のままです",
        "新しい内容と異なる予約はありません",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(figures(&seen, "カット")[2] > 0);
    let seen = sato(&aoi, &cast).form().untick("active").press("保存");
    let text = seen.text();
    for said in [
        "手続き中の予約（1件）は、この変更で完了できなくなることがあります",
        &format!("{OGAWA}担当・設備に合いません）"),
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // By shifts, and none are written.
    let seen = sato(&aoi, &cast).form().tick("shifts", "yes").press("保存");
    let text = seen.text();
    assert!(
        text.contains(&format!("{OGAWA}勤務時間に合いません）")),
        "{text}"
    );
    // The other has none of these.
    let other = format!("{OFFICE}/resources/{}", cast.salon.staff[1]);
    let seen = aoi.open(&other).form().untick("active").press("保存");
    assert!(
        seen.text().contains("これからの予約（1件）"),
        "{}",
        seen.text()
    );
    assert!(seen.text().contains("高田 梓") && !seen.text().contains("小川 大地"));
    assert!(!seen.text().contains("手続き中"), "they chose Sato");
}

#[test]
fn what_fits_fewer_is_looked_at_and_what_costs_more_is_not() {
    let (app, cast, aoi) = house();
    let wide = "update catalog.services set party_max = 4";
    assert_eq!(app.execute(cast.salon.id, wide), 1);
    a_booking(&app, &cast.salon, &cast.cut)
        .named("高田", "梓")
        .at("2026-11-24 11:00")
        .with(json!({"party_size": 3}))
        .build();
    let seen = sato(&aoi, &cast).fill("party_max", "2").press("保存");
    let text = seen.text();
    assert!(text.contains("新しい内容と異なる予約（1件）"), "{text}");
    assert!(
        text.contains("高田 梓 様・カット（変更後の人数に合いません）"),
        "{text}"
    );
    let list = sato(&aoi, &cast)
        .fill("fee", "1100")
        .untick("nominable")
        .press("保存");
    assert_eq!(list.flash().unwrap(), "保存しました");
}
