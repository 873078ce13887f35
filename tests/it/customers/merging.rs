//! Two cards of one person become one.

use super::{CARDS, a_card, found, house, names};
use crate::support::{
    app::TestApp,
    build::{a_booking, booking::Booked},
    people::Cast,
};
use omotenashi::base::ids::CustomerId;
use serde_json::json;

#[test]
fn what_may_be_one_person_is_found_with_the_reason() {
    let (app, cast) = house();
    let known = json!({"phone": "+81312345678"});
    a_card(
        &app,
        &cast,
        ("髙橋 一郎", "タカハシ イチロウ"),
        known.clone(),
    );
    a_card(
        &app,
        &cast,
        ("高橋 一郎", "タカハシ イチロウ"),
        known.clone(),
    );
    a_card(&app, &cast, ("高橋 花", "タカハシ ハナ"), known);
    let more = json!({"email": "hanako@example.com"});
    a_card(&app, &cast, ("別の 人", "ベツノ ヒト"), more);
    let gone = json!({"phone": "+81399999999", "deleted_at": "2026-11-01T00:00:00Z"});
    a_card(&app, &cast, ("退会 者", "タイカイ シャ"), gone);
    a_card(
        &app,
        &cast,
        ("退会 者", "タイカイ シャ"),
        json!({"phone": "+81399999999"}),
    );
    let page = cast.aoi.sign_in(&app).open(CARDS).follow("重複の確認");
    let document = page.document();
    assert_eq!(
        document.texts("h2.row"),
        ["同じメールアドレス", "同じお名前", "同じ電話番号"]
    );
    let text = page.text();
    assert!(
        !text.contains("退会"),
        "who is deleted is nobody's double: {text}"
    );
}

/// A second card of Daichi's with everything on it, and an older one that was merged into it before.
fn a_double(app: &TestApp, cast: &Cast) -> (Booked, CustomerId) {
    let (salon, keep) = (cast.salon.id, cast.booking.customer);
    let other = a_booking(app, &cast.salon, &cast.cut)
        .at("2026-11-22 14:00")
        .named("小川", "だいち")
        .build();
    let told = format!(
        "update customers set email = 'daichi2@example.com', family_name_kana = 'オガワ', given_name_kana = 'ダイチ',
        search_key = '小川だいち おがわだいち', no_show_count = 2, is_vip = true, blocked_at = now(), blocked_reason = '未払い'
        where id = '{}'",
        other.customer
    );
    app.execute(salon, told);
    let once = format!("update customers set no_show_count = 1 where id = '{keep}'");
    app.execute(salon, once);
    let gone = json!({"merged_into": other.customer, "deleted_at": "2026-11-01T00:00:00Z"});
    let older = a_card(app, cast, ("小川 大", ""), gone);
    for (table, customer, row) in [
        (
            "customers.customer_notes",
            other.customer,
            json!({"note": "ジアミン"}),
        ),
        (
            "customers.customer_tags",
            other.customer,
            json!({"tag": "常連"}),
        ),
        ("customers.customer_tags", keep, json!({"tag": "常連"})),
        (
            "customers.customer_tags",
            other.customer,
            json!({"tag": "学割"}),
        ),
        (
            "bookings.chart_entries",
            other.customer,
            json!({"visited_on": "2026-11-01", "parts": [{"heading": "施術", "text": "前髪カット"}]}),
        ),
        (
            "bookings.consents",
            other.customer,
            json!({"kind": "other", "topic": "未成年の施術", "wording": "保護者が同意します", "agreed_on": "2026-11-01"}),
        ),
        (
            "bookings.waitlist",
            other.customer,
            json!({"service_id": cast.cut.id}),
        ),
        (
            "reviews.reviews",
            other.customer,
            json!({"booking_id": other.id, "rating": 5}),
        ),
    ] {
        let mut row = row;
        row["business_id"] = json!(salon);
        row["customer_id"] = json!(customer);
        app.insert(salon, table, row);
    }
    (other, older)
}

#[test]
fn everything_of_both_is_on_the_card_that_is_kept() {
    let (app, cast) = house();
    let (salon, keep) = (cast.salon.id, cast.booking.customer);
    let (other, older) = a_double(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    // That the double is somebody else than a third holds for whoever they both are.
    let third = a_card(&app, &cast, ("山田 花", "ヤマダ ハナ"), json!({}));
    let (one, two) = (third.0.min(other.customer.0), third.0.max(other.customer.0));
    let apart = json!({"business_id": salon, "one_id": one, "other_id": two});
    app.insert(salon, "customers.card_distinctions", apart);
    let pair = format!("{CARDS}/merge?keep={keep}&other={}", other.customer);
    let merged = aoi
        .open(&pair)
        .fill("name", "other")
        .fill("email", "keep")
        .press("統合する");
    assert_eq!(merged.flash().as_deref(), Some("お客様を統合しました"));
    assert_eq!(merged.url, format!("{CARDS}/{keep}"));
    assert_eq!(merged.heading(), "小川 だいち 様");
    let text = merged.text();
    for there in [
        "ジアミン",
        "未成年の施術",
        "常連",
        "学割",
        "未払い",
        "VIP",
        &other.number,
        &cast.booking.number,
        "hanako@example.com",
        "オガワ ダイチ",
    ] {
        assert!(text.contains(there), "{there} in {text}");
    }
    let left = format!(
        "select (select count(*) from bookings.bookings where customer_id <> '{keep}')
        + (select count(*) from bookings.waitlist where customer_id <> '{keep}')
        + (select count(*) from reviews.reviews where customer_id <> '{keep}')
        + (select count(*) from bookings.chart_entries where customer_id <> '{keep}')
        + (select count(*) from bookings.consents where customer_id <> '{keep}')
        + (select count(*) from customers.customer_notes where customer_id <> '{keep}')"
    );
    assert_eq!(app.count(salon, left), 0);
    let counted = format!("select no_show_count from customers where id = '{keep}'");
    assert_eq!(app.count(salon, counted), 3);
    for gone in [other.customer, older] {
        let led = aoi.open(&format!("{CARDS}/{gone}"));
        assert_eq!(led.url, format!("{CARDS}/{keep}"));
    }
    let (one, two) = (third.0.min(keep.0), third.0.max(keep.0));
    let apart = format!(
        "select count(*) from customers.card_distinctions where one_id = '{one}' and other_id = '{two}'"
    );
    assert_eq!(app.count(salon, apart), 1);
    let all = "select count(*) from customers.card_distinctions";
    assert_eq!(app.count(salon, all), 1);
    assert_eq!(found(&aoi, "だいち"), ["小川 だいち 様"]);
    let deleted = aoi.open(&format!("{CARDS}/deleted"));
    assert!(
        !deleted.text().contains("小川"),
        "not to be brought back alone"
    );
    assert_eq!(aoi.open(&pair).status, 404, "there is one of them now");
}

#[test]
fn who_was_not_first_is_told_and_accounts_stay_apart() {
    let (app, cast) = house();
    let other = a_card(&app, &cast, ("小川 空", ""), json!({}));
    let aoi = cast.aoi.sign_in(&app);
    let pair = format!("{CARDS}/merge?keep={}&other={other}", cast.booking.customer);
    let page = aoi.open(&pair);
    app.execute(
        cast.salon.id,
        format!(
            "update customers set name = '小川 海', version = version + 1 where id = '{other}'"
        ),
    );
    let stale = page.press("統合する");
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("小川 海"), "{}", stale.text());
    app.execute(
        cast.salon.id,
        format!(
            "update customers set user_id = '{}' where id = '{other}'",
            cast.chika.user
        ),
    );
    let apart = stale.press("統合する");
    assert_eq!(apart.status, 409);
    assert!(apart.text().contains("別々のアカウント"));
    let living = "select count(*) from customers where deleted_at is null";
    assert_eq!(app.count(cast.salon.id, living), 2);
}

#[test]
fn who_is_said_to_be_somebody_else_is_not_proposed_again_until_one_changes() {
    let (app, cast) = house();
    let same = json!({"phone": "+81312345678"});
    let a_twin = |name: (&str, &str)| a_card(&app, &cast, name, same.clone());
    let [one, two, three] = [
        ("山口 一", "ヤマグチ ハジメ"),
        ("山口 二", "ヤマグチ フタ"),
        ("山口 三", "ヤマグチ ミツ"),
    ]
    .map(a_twin);
    let path = format!("{CARDS}/duplicates");
    let aoi = cast.aoi.sign_in(&app);
    let proposed = || {
        let page = aoi.open(&path);
        let ways = page.document().texts(".offer-go a");
        (names(&page), ways.len())
    };
    let [first, second, third] = ["山口 一 様", "山口 二 様", "山口 三 様"].map(str::to_owned);
    let all = vec![first.clone(), second.clone(), third.clone()];
    assert_eq!(proposed(), (all.clone(), 2));
    let page = aoi
        .open(&path)
        .part("li.offer", "山口 二")
        .form()
        .press("別の方");
    assert_eq!(
        page.flash().as_deref(),
        Some("別のお客様として確認しました")
    );
    // The second may still be the third, who says so in the place of the second.
    assert_eq!(proposed(), (all.clone(), 1));
    let apart = |one: CustomerId, other: CustomerId, to: &str| {
        let key = aoi.open(&path).field("csrf").value;
        let (one, other) = (one.to_string(), other.to_string());
        let pairs = [
            ("csrf", key.split(',').next().unwrap()),
            ("one", &one),
            ("other", &other),
            ("to", to),
        ];
        aoi.post(&path, &pairs).status
    };
    assert_eq!(apart(three, one, "apart"), 303);
    assert_eq!(
        apart(one, three, "apart"),
        303,
        "said twice, it is said once"
    );
    assert_eq!(proposed(), (vec![second.clone(), third.clone()], 1));
    assert_eq!(apart(two, three, "apart"), 303);
    assert_eq!(proposed(), (vec![], 0));
    let told = "select count(*) from customers.card_distinctions";
    assert_eq!(app.count(cast.salon.id, told), 3);
    // A mark is no change of who it is; a number is.
    let change = |what: &str| {
        let change = format!("update customers set {what} where id = '{two}'");
        app.execute(cast.salon.id, change);
    };
    change("is_vip = true");
    assert_eq!(proposed(), (vec![], 0));
    change("email = 'two@example.com'");
    assert_eq!(proposed(), (all, 2));
    // Taken back, they are proposed again.
    let page = aoi.open(&path);
    assert!(
        page.text().contains("別の方と確認した組（1組）"),
        "{}",
        page.text()
    );
    let page = page.part("details li", "山口").press("取り消す");
    assert!(page.flash().unwrap().contains("もう一度"));
    assert_eq!(app.count(cast.salon.id, told), 0);
    assert_eq!(apart(one, one, "apart"), 404);
    assert_eq!(apart(one, two, "whatever"), 400);
}
