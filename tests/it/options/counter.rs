//! Options at the counter: on the telephone, on the day sheet, in letters and in what an account sees.

use super::{group, house, lines, treatments};
use crate::{
    public::walk::{JA, says, times, told},
    support::build::a_service,
};

#[test]
fn staff_take_a_booking_with_options_and_see_them_everywhere() {
    let (app, cast, aoi) = house();
    let [(care, cares), (_, extras)] = treatments(&app, cast.salon.id, &cast.cut);
    let form = aoi.open("/ja/staff/aoi-salon/bookings/new");
    assert!(
        !form.text().contains("トリートメント"),
        "nothing is chosen yet"
    );
    let form = form
        .fill("service", &cast.cut.id.to_string())
        .press("空き時間を見る");
    says(&form, &["トリートメント", "合計（税込） 5,500円"]);
    let done = form
        .fill(&format!("pick-{care}"), &cares[1].to_string())
        .tick(&format!("pick-{}", extras[1]), &extras[1].to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(done.status, 200, "{:?}", done.errors());
    says(
        &done,
        &[
            "カット + 集中ケア + 眉カット",
            "14:30〜16:15",
            "8,800円",
            "集中ケア 3,300円",
        ],
    );
    let sheet = aoi.open("/ja/staff/aoi-salon/print?date=2026-11-25");
    says(&sheet, &["カット + 集中ケア + 眉カット"]);
    let kept = "select bookings.booked_as(price_snapshot_json, 'en') as line from bookings.bookings where source = 'phone'";
    assert_eq!(
        lines(&app, cast.salon.id, kept),
        ["Haircut + Deep care + Eyebrows"]
    );
}

#[test]
fn an_option_of_another_service_or_a_missing_one_is_complained_about() {
    let (app, cast, aoi) = house();
    let perm = a_service(&app, &cast.salon).named("パーマ", "Perm").build();
    let [_, (_, extras)] = treatments(&app, cast.salon.id, &cast.cut);
    let rule = (("薬剤", "Lotion"), (true, true));
    let (lotion, lotions) = group(
        &app,
        cast.salon.id,
        &perm,
        rule,
        &[("弱酸性", "Mild", 0, 0)],
    );
    let form = aoi.open("/ja/staff/aoi-salon/bookings/new");
    let of = |service: &str| {
        form.fill("service", service)
            .fill("date", "2026-11-25")
            .fill("time", "14:30")
            .fill("family", "山本")
            .press("空き時間を見る")
    };
    let (cutting, perming) = (of(&cast.cut.id.to_string()), of(&perm.id.to_string()));
    let missing = perming.press("予約を追加");
    assert_eq!(missing.status, 422);
    assert!(
        missing
            .error(&format!("pick-{lotion}"))
            .unwrap()
            .contains("どれか1つを選択")
    );
    let foreign = cutting
        .fill("service", &perm.id.to_string())
        .tick(&format!("pick-{}", extras[0]), &extras[0].to_string())
        .send("予約を追加");
    assert_eq!(foreign.status, 422);
    assert!(
        foreign
            .error("service")
            .unwrap()
            .contains("このメニューにはありません")
    );
    let sound = perming
        .form()
        .tick(&format!("pick-{lotion}"), &lotions[0].to_string())
        .press("予約を追加");
    assert_eq!(sound.status, 200, "{:?}", sound.errors());
}

#[test]
fn a_clash_reckons_with_the_options_and_another_time_keeps_them() {
    let (app, cast, aoi) = house();
    let [(care, cares), _] = treatments(&app, cast.salon.id, &cast.cut);
    // Daichi is there with Sato at 14:00; an hour fits before, 90 minutes do not.
    let form = aoi.open("/ja/staff/aoi-salon/bookings/new");
    let clash = form
        .fill("service", &cast.cut.id.to_string())
        .fill("staff", &cast.salon.staff[0].to_string())
        .press("空き時間を見る")
        .fill(&format!("pick-{care}"), &cares[1].to_string())
        .fill("date", "2026-11-21")
        .fill("time", "13:00")
        .fill("family", "山本")
        .send("予約を追加");
    assert_eq!(clash.status, 409);
    let hidden = format!("name=\"options\" value=\"{}\"", cares[1]);
    assert!(clash.html.contains(&hidden), "{}", clash.html);
}

#[test]
fn the_letter_says_what_was_chosen() {
    let (app, cast, _) = house();
    let [(_, cares), _] = treatments(&app, cast.salon.id, &cast.cut);
    let query = format!("&view=table&options={}", cares[0]);
    let page = app
        .browser()
        .open(&times("ja", &cast.salon, &cast.cut, &query));
    let done = told(&page.press("11月22日(日) 14:00 空きあり"), &JA, &[]).press(JA.confirm);
    assert_eq!(done.heading(), "ご予約が確定しました");
    let letter = app.letter().text;
    assert!(
        letter.contains("カット + 炭酸泉") && letter.contains("6,600円"),
        "{letter}"
    );
}
