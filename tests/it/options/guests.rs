//! A guest chooses before the time, and everything that follows knows it.

use super::{group, lines, treatments};
use crate::{
    public::{
        strict::Strict,
        walk::{JA, is_free, says, times, told},
    },
    support::{
        app::{TestApp, TestOptions},
        browser::Page,
        build::{Business, Service, a_business, a_service},
    },
};

/// 佐藤 alone, from ten to seven; a cut of an hour for 5,500 yen.
fn shop() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

fn table(app: &TestApp, shop: &Business, cut: &Service) -> Page {
    let page = app.browser().open(&times("ja", shop, cut, "&view=table"));
    page.strict()
}

#[test]
fn options_make_a_service_longer_and_dearer_from_the_times_to_the_booking() {
    let (app, shop, cut) = shop();
    let [(care, cares), (_, extras)] = treatments(&app, shop.id, &cut);
    let plain = table(&app, &shop, &cut);
    says(
        &plain,
        &[
            "オプション",
            "炭酸泉",
            "+1,100円",
            "所要時間 +30分",
            "追加料金なし",
        ],
    );
    assert!(
        is_free(&plain, "11月21日(土) 18:00"),
        "an hour before closing"
    );
    let chosen = plain
        .form()
        .fill(&format!("pick-{care}"), &cares[1].to_string())
        .tick(&format!("pick-{}", extras[0]), &extras[0].to_string())
        .press("この内容で空きを見る")
        .strict();
    says(&chosen, &["9,350円", "100分"]);
    assert!(
        !is_free(&chosen, "11月21日(土) 18:00"),
        "100 minutes do not fit"
    );
    assert!(is_free(&chosen, "11月21日(土) 17:00"));
    let details = chosen.press("11月21日(土) 14:00 空きあり").strict();
    says(
        &details,
        &["カット + 集中ケア + 前髪カット", "9,350円", "14:00〜15:40"],
    );
    let check = told(&details, &JA, &[]).strict();
    says(
        &check,
        &[
            "オプション 集中ケア · 前髪カット",
            "集中ケア 3,300円",
            "前髪カット 550円",
            "合計（税込） 9,350円",
            "14:00〜15:40(100分)",
        ],
    );
    let again = check.follow("変更する 日時").strict();
    says(&again, &["9,350円", "100分"]);
    let done = check.press(JA.confirm).strict();
    says(
        &done,
        &[
            "カット + 集中ケア + 前髪カット",
            "合計（税込） 9,350円",
            "14:00〜15:40",
        ],
    );
    let kept = "select concat_ws(' ', price_cents, extract(epoch from end_at - start_at) / 60, jsonb_array_length(price_snapshot_json -> 'lines')) as line
        from bookings.bookings";
    assert_eq!(lines(&app, shop.id, kept), ["9350 100.0000000000000000 3"]);
    let taken = "select (extract(epoch from end_at - start_at) / 60)::int::text as line from scheduling.allocations";
    assert_eq!(lines(&app, shop.id, taken), ["100"]);
    let rest = table(&app, &shop, &cut);
    assert!(
        !is_free(&rest, "11月21日(土) 15:30"),
        "she is at work until 15:40"
    );
    assert!(is_free(&rest, "11月21日(土) 16:00"));
}

#[test]
fn a_moved_booking_keeps_its_price_and_its_length() {
    let (app, shop, cut) = shop();
    let [(care, cares), _] = treatments(&app, shop.id, &cut);
    let query = format!("&view=table&options={}", cares[1]);
    let page = app.browser().open(&times("ja", &shop, &cut, &query));
    let details = page.press("11月21日(土) 14:00 空きあり");
    let done = told(&details, &JA, &[]).press(JA.confirm).strict();
    app.execute(
        shop.id,
        "update catalog.options set price_cents = 9900, minutes = 60",
    );
    app.execute(
        shop.id,
        "update catalog.services set duration_minutes = 120, price_cents = 1",
    );
    app.execute(
        shop.id,
        format!("update catalog.option_groups set deleted_at = now() where id = '{care}'"),
    );
    let moving = done.follow("日時を変更する").strict();
    let asked = moving.press("17:30").strict();
    let moved = asked.press("この日時に変更する").strict();
    says(&moved, &["17:30〜19:00", "8,800円", "集中ケア"]);
}

#[test]
fn what_must_be_chosen_is_chosen_before_there_are_times() {
    let (app, shop, cut) = shop();
    let rule = (("カラーの種類", "Colour"), (true, true));
    let colours = [
        ("リタッチ", "Roots", 4400, 60),
        ("フルカラー", "Full", 6600, 90),
    ];
    let (which, each) = group(&app, shop.id, &cut, rule, &colours);
    let window = app.browser().open(&format!("/ja/b/{}/book", shop.slug));
    says(&window, &["9,900円〜", "2時間〜"]);
    let plain = table(&app, &shop, &cut);
    says(
        &plain,
        &["「カラーの種類」をお選びいただくと、空き時間が表示されます"],
    );
    assert!(!plain.html.contains("空きあり"));
    // Who sends a time without it is asked for it.
    let pairs = |options: &str| {
        let service = cut.id.to_string();
        let pairs = [
            ("key", "a-key-of-a-form"),
            ("service", service.as_str()),
            ("party", "1"),
            ("start", "2026-11-21T05:00:00Z"),
            ("options", options),
        ];
        let path = format!("/ja/b/{}/book/hold", shop.slug);
        app.browser().post(&path, &pairs)
    };
    let refused = pairs("");
    assert_eq!(refused.status, 422);
    says(&refused, &["オプションの選び方を確認してください"]);
    let both = format!("{},{}", each[0], each[1]);
    assert_eq!(pairs(&both).status, 422, "one at most");
    assert_eq!(pairs("11111111-1111-4111-8111-111111111111").status, 409);
    assert_eq!(
        app.count(shop.id, "select count(*) from scheduling.reservations"),
        0
    );
    let chosen = plain
        .form()
        .tick(&format!("pick-{which}"), &each[1].to_string())
        .press("この内容で空きを見る");
    assert!(is_free(&chosen, "11月21日(土) 16:30") && !is_free(&chosen, "11月21日(土) 17:00"));
    says(&chosen, &["12,100円", "2時間30分"]);
}

#[test]
fn an_option_that_goes_while_somebody_books_is_told() {
    let (app, shop, cut) = shop();
    let [_, (_, extras)] = treatments(&app, shop.id, &cut);
    let query = format!("&view=table&options={}", extras[0]);
    let page = app.browser().open(&times("ja", &shop, &cut, &query));
    let details = page.press("11月21日(土) 14:00 空きあり");
    let check = told(&details, &JA, &[]);
    app.execute(shop.id, "update catalog.options set deleted_at = now()");
    let told = check.form().send(JA.confirm);
    assert_eq!(told.status, 409, "{}", told.text());
    assert_eq!(
        app.count(shop.id, "select count(*) from bookings.bookings"),
        0
    );
}

#[test]
fn each_of_a_party_has_it_and_pays_for_it() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let party = serde_json::json!({"party_max": 4});
    let cut = a_service(&app, &shop).with(party).build();
    app.execute(shop.id, "update scheduling.resources set party_max = 4");
    let [_, (_, extras)] = treatments(&app, shop.id, &cut);
    let query = format!("&view=table&party=3&options={}", extras[0]);
    let page = app.browser().open(&times("ja", &shop, &cut, &query));
    let details = page.press("11月21日(土) 14:00 空きあり");
    let check = told(&details, &JA, &[]);
    says(
        &check,
        &[
            "前髪カット × 3名 1,650円",
            "合計（税込） 18,150円",
            "(70分)",
        ],
    );
}
