//! Who does a service at a price and in a time of their own.

use super::{house, lines, treatments};
use crate::{
    public::walk::{EN, JA, is_free, says, times, told},
    support::{app::TestApp, people::Cast},
};

/// Suzuki cuts in 90 minutes, for 7,700 yen.
fn slow(app: &TestApp, cast: &Cast) {
    let own = format!(
        "update scheduling.service_resources set price_cents = 7700, duration_minutes = 90 where resource_id = '{}'",
        cast.salon.staff[1]
    );
    assert_eq!(app.execute(cast.salon.id, own), 1);
}

#[test]
fn the_price_is_from_until_somebody_is_chosen_and_then_exact() {
    let (app, cast, _) = house();
    slow(&app, &cast);
    let window = app.browser().open("/ja/b/aoi-salon");
    says(&window, &["5,500円〜", "60分〜"]);
    let at = |staff: &str| {
        app.browser().open(&times(
            "ja",
            &cast.salon,
            &cast.cut,
            &format!("&view=table{staff}"),
        ))
    };
    says(&at(""), &["5,500円〜", "60分〜"]);
    let sato = at(&format!("&staff={}", cast.salon.staff[0]));
    says(&sato, &["5,500円"]);
    assert!(!sato.text().contains("5,500円〜"));
    let suzuki = at(&format!("&staff={}", cast.salon.staff[1]));
    says(&suzuki, &["7,700円", "90分"]);
    assert!(is_free(&suzuki, "11月22日(日) 17:30") && !is_free(&suzuki, "11月22日(日) 18:00"));
    // With anybody, the last hour is Sato's.
    assert!(is_free(&at(""), "11月22日(日) 18:00"));
    let details = suzuki.press("11月22日(日) 17:30 空きあり");
    says(&details, &["17:30〜19:00", "7,700円"]);
    let done = told(&details, &JA, &[]).press(JA.confirm);
    says(&done, &["17:30〜19:00", "合計（税込） 7,700円"]);
}

#[test]
fn with_anybody_it_is_the_price_and_the_length_of_whoever_comes_to_serve() {
    let (app, cast, _) = house();
    slow(&app, &cast);
    let [(_, cares), _] = treatments(&app, cast.salon.id, &cast.cut);
    let mut seen = Vec::new();
    for _ in 0..2 {
        let query = format!("&view=list&from=2026-11-22&options={}", cares[1]);
        let page = app
            .browser()
            .open(&times("en", &cast.salon, &cast.cut, &query));
        says(&page, &["from ¥8,800"]);
        let check = told(&page.press("10:00"), &EN, &[]);
        let done = check.press(EN.confirm);
        assert_eq!(done.heading(), "Your booking is confirmed");
        seen.push(done.text());
    }
    let kept = "select concat_ws(' ', price_cents, (extract(epoch from end_at - start_at) / 60)::int) as line
        from bookings.bookings where business_date = '2026-11-22' order by price_cents";
    assert_eq!(lines(&app, cast.salon.id, kept), ["11000 120", "8800 90"]);
    assert!(seen.iter().any(|page| page.contains("¥11,000")), "{seen:?}");
}

#[test]
fn the_owner_writes_it_and_it_stays_when_the_rest_is_written() {
    let (app, cast, aoi) = house();
    let path = format!("/ja/owner/aoi-salon/menu/{}", cast.cut.id);
    let form = aoi.open(&path);
    let (price, minutes) = (
        format!("own-price-{}", cast.salon.staff[1]),
        format!("own-minutes-{}", cast.salon.staff[1]),
    );
    let wrong = form.fill(&price, "高い").fill(&minutes, "62").send("保存");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error(&price).is_some() && wrong.error(&minutes).unwrap().contains("5分単位"));
    let saved = wrong
        .fill(&price, "７，７００円")
        .fill(&minutes, "90")
        .press("保存")
        .press("この内容で保存");
    assert_eq!(saved.flash().unwrap(), "保存しました");
    let again = aoi.open(&path);
    assert_eq!(
        (
            again.field(&price).value.as_str(),
            again.field(&minutes).value.as_str()
        ),
        ("7700", "90")
    );
    again.fill("price", "6000").press("保存");
    let kept = "select concat_ws(' ', price_cents, duration_minutes) as line from scheduling.service_resources where price_cents is not null";
    assert_eq!(lines(&app, cast.salon.id, kept), ["7700 90"]);
    let none = aoi
        .open(&path)
        .fill(&price, "")
        .fill(&minutes, "")
        .press("保存")
        .press("この内容で保存");
    assert_eq!(none.status, 200);
    assert!(
        lines(&app, cast.salon.id, kept).is_empty(),
        "as on the menu again"
    );
}

#[test]
fn the_counter_books_at_the_terms_of_whoever_serves_and_giving_it_to_another_changes_neither() {
    let (app, cast, aoi) = house();
    slow(&app, &cast);
    let form = aoi.open("/ja/staff/aoi-salon/bookings/new");
    let done = form
        .fill("service", &cast.cut.id.to_string())
        .fill("staff", &cast.salon.staff[1].to_string())
        .fill("date", "2026-11-25")
        .fill("time", "14:30")
        .fill("family", "山本")
        .press("予約を追加");
    assert_eq!(done.status, 200, "{:?}", done.errors());
    says(&done, &["14:30〜16:00", "7,700円"]);
    let moved = done
        .follow("予約を変更")
        .fill("staff", &cast.salon.staff[0].to_string())
        .press("変更を保存");
    says(&moved, &["14:30〜16:00", "7,700円"]);
}
