//! The whole way, with as few presses as promised.

use super::{
    strict::{Strict, weight},
    walk::{EN, Guest, JA, booked, free, is_free, says, times},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_business, a_service},
};
use serde_json::json;

/// 佐藤 and 鈴木, who costs 550 yen more when asked for; half the price for cancelling within a day of the start, all
/// of it within three hours.
pub fn salon() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app)
        .staff(2)
        .settings(json!({"notices_ja": "お車でお越しの方はお電話ください"}))
        .build();
    let policy = json!({
        "business_id": shop.id, "name": "標準", "hours_before": 24, "penalty_percent": 50,
        "steps_json": [{"hours_before": 3, "percent": 100}], "no_show_percent": 100,
    });
    let policy = app.insert(shop.id, "catalog.cancellation_policies", policy);
    let more = json!({"policy_id": policy, "important_ja": "10分前にお越しください", "important_en": "Please come 10 minutes early"});
    let cut = a_service(&app, &shop).with(more).build();
    let fee = "update scheduling.resources set nomination_fee_cents = 550 where id";
    app.execute(shop.id, format!("{fee} = '{}'", shop.staff[1]));
    (app, shop, cut)
}

#[test]
fn a_stranger_books_in_five_taps_and_four_fields() {
    let (app, shop, _) = salon();
    let ways = [
        (
            &JA,
            "サロン あおい",
            "カット",
            "11月21日(土) 14:00 空きあり",
        ),
        (&EN, "Salon Aoi", "Haircut", "15:00"),
    ];
    for (tongue, name, service, time) in ways {
        let mut guest = Guest::at(&app, &format!("/{}", tongue.code));
        guest.follow(name).follow(service).press(time);
        guest.tell(tongue).press(tongue.confirm);
        let done = ["ご予約が確定しました", "Your booking is confirmed"];
        assert!(done.contains(&guest.page.heading().as_str()));
        assert!(guest.taps <= 5, "{} taps", guest.taps);
        assert!(guest.typed <= 4, "{} fields", guest.typed);
    }
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from bookings where status = 'confirmed'"
        ),
        2
    );
}

#[test]
fn a_returning_guest_books_again_from_the_old_page() {
    let (app, shop, cut) = salon();
    let done = booked(&app, &shop, &cut, "11月21日(土) 14:00");
    app.clock().set(tokyo("2026-11-22 10:00"));
    let table = done
        .browser
        .open(&done.url)
        .follow("同じ内容で予約する")
        .strict();
    assert_eq!(table.heading(), "日時の選択");
    assert!(is_free(&table, "11月24日(火) 10:00"));
}

#[test]
fn a_deep_link_opens_a_service_with_a_person_on_a_day() {
    let (app, shop, cut) = salon();
    let more = format!("&staff={}&from=2026-11-25&view=list", shop.staff[1]);
    let mut guest = Guest::at(&app, &times("ja", &shop, &cut, &more));
    says(&guest.page, &["カット", "11月25日(水)"]);
    guest.press("16:00").tell(&JA);
    says(
        &guest.page,
        &[
            "担当（指名） 鈴木",
            "指名料（鈴木） 550円",
            "合計（税込） 6,050円",
            "当日のお支払い 6,050円",
        ],
    );
    guest.press(JA.confirm);
    assert!(guest.taps <= 3);
    says(
        &guest.page,
        &["指名料（鈴木） 550円", "合計（税込） 6,050円"],
    );
    let hers = format!(
        "select count(*) from bookings where is_nominated and price_cents = 6050 and resource_id = '{}'",
        shop.staff[1]
    );
    assert_eq!(app.count(shop.id, hers), 1);
}

#[test]
fn without_a_wish_whoever_is_free_is_chosen_and_nothing_is_charged_for_it() {
    let (app, shop, cut) = salon();
    let table = app.browser().open(&times("ja", &shop, &cut, ""));
    says(&table, &["指名なし", "鈴木+550円"]);
    for _ in 0..2 {
        let done = booked(&app, &shop, &cut, "11月21日(土) 14:00");
        assert!(!done.text().contains("指名"), "the shop assigns");
    }
    let two = "select count(distinct resource_id) from bookings where not is_nominated and price_cents = 5500";
    assert_eq!(app.count(shop.id, two), 2);
    let full = app.browser().open(&times("ja", &shop, &cut, ""));
    assert!(!is_free(&full, "11月21日(土) 14:00"));
}

#[test]
fn a_party_pays_for_each_and_takes_a_seat_each() {
    let (app, shop, _) = salon();
    let room =
        json!({"business_id": shop.id, "resource_type": "room", "name": "スタジオ", "capacity": 8});
    let room = omotenashi::base::ids::ResourceId(app.insert(shop.id, "scheduling.resources", room));
    let yoga = a_service(&app, &shop)
        .named("ヨガ", "Yoga")
        .seats_of(room)
        .price(2000)
        .with(json!({"party_min": 2, "party_max": 6}))
        .build();
    let mut guest = Guest::at(&app, &times("ja", &shop, &yoga, ""));
    guest.press(&free("11月21日(土) 14:00"));
    says(&guest.page, &["4,000円"]);
    let mut guest = Guest::at(&app, &times("ja", &shop, &yoga, ""));
    guest
        .follow("3名")
        .press(&free("11月21日(土) 14:00"))
        .tell(&JA);
    says(
        &guest.page,
        &["人数 3名", "ヨガ × 3名 6,000円", "合計（税込） 6,000円"],
    );
    guest.press(JA.confirm);
    says(&guest.page, &["人数 3名", "6,000円"]);
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from scheduling.allocations where booking_id is not null"
        ),
        3
    );
    let table = app.browser().open(&times("ja", &shop, &yoga, "&party=4"));
    assert!(
        !is_free(&table, "11月21日(土) 14:00"),
        "three seats are left"
    );
}

#[test]
fn no_page_on_the_way_is_heavy() {
    let (app, shop, cut) = salon();
    for tongue in [&JA, &EN] {
        let mut guest = Guest::at(&app, &format!("/{}", tongue.code));
        let heaviest = |page: &Page| {
            let bytes = weight(&app, page);
            assert!(bytes <= 60 * 1024, "{} weighs {bytes} bytes", page.url);
        };
        heaviest(&guest.page);
        guest.page = guest
            .page
            .browser
            .open(&format!("/{}/b/{}", tongue.code, shop.slug))
            .strict();
        heaviest(&guest.page);
        for view in ["table", "list", "month"] {
            guest.page = guest
                .page
                .browser
                .open(&times(tongue.code, &shop, &cut, &format!("&view={view}")))
                .strict();
            heaviest(&guest.page);
        }
        guest.follow(if tongue.code == "ja" {
            "一覧で見る"
        } else {
            "List"
        });
        guest.press("15:30");
        heaviest(&guest.page);
        guest.tell(tongue);
        heaviest(&guest.page);
        guest.press(tongue.confirm);
        heaviest(&guest.page);
    }
}
