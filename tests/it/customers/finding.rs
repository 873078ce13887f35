//! The list: its order, its pages, and what finds somebody (UX 11).

use super::{CARDS, a_card, found, house, names};
use crate::support::build::a_booking;
use serde_json::json;

#[test]
fn cards_stand_in_the_order_of_their_readings() {
    // As JIS X 4061 has it: letters first, and only where all of them are the same, what is voiced.
    let (app, cast) = house();
    app.execute(cast.salon.id, "update customers set deleted_at = now()");
    for card in [
        ("山田 太郎", "ヤマダ タロウ"),
        ("Smith John", ""),
        ("加藤 愛", "カトウ アイ"),
        ("賀藤 愛", "ガトウ アイ"),
        ("加藤 葵", "カトウ アオイ"),
        ("阿部 花", "アベ ハナ"),
        ("渡辺 健", ""),
    ] {
        a_card(&app, &cast, card, json!({}));
    }
    let page = cast.aoi.sign_in(&app).open(CARDS);
    assert_eq!(
        names(&page),
        [
            "Smith John 様",
            "阿部 花 様",
            "加藤 愛 様",
            "賀藤 愛 様",
            "加藤 葵 様",
            "山田 太郎 様",
            "渡辺 健 様"
        ]
    );
}

#[test]
fn somebody_is_found_by_what_people_type() {
    let (app, cast) = house();
    app.execute(cast.salon.id, "update customers set deleted_at = now()");
    let takahashi = json!({"phone": "+819011115678", "email": "ichiro_t@example.com"});
    a_card(&app, &cast, ("髙橋 一郎", "タカハシ イチロウ"), takahashi);
    let saito = json!({"phone": "+81356781111"});
    a_card(&app, &cast, ("齋藤 緑", "サイトウ ミドリ"), saito);
    let aoi = cast.aoi.sign_in(&app);
    for typed in [
        "高橋",
        "髙橋",
        "たかはし",
        "ﾀｶﾊｼ",
        "タカハシ",
        "かはし",
        "高橋一郎",
        "一郎 高橋",
        "高橋　一郎",
        "たかはし いちろう",
        "ichiro_t@example",
        "ICHIRO_T",
        "５６７８",
        "5678",
        "090-1111-5678",
        "０９０ー１１１１ー５６７８",
        "+81 90 1111",
        "11115678",
    ] {
        assert_eq!(found(&aoi, typed), ["髙橋 一郎 様"], "{typed}");
    }
    assert_eq!(found(&aoi, "斉藤"), ["齋藤 緑 様"]);
    // Four digits are the end of a number and not its middle.
    assert_eq!(found(&aoi, "1111"), ["齋藤 緑 様"]);
    for nobody in ["ichiroXt@example", "高橋 緑", "%", "__", "・", "'", "\\"] {
        assert!(found(&aoi, nobody).is_empty(), "{nobody}");
    }
}

#[test]
fn somebody_is_found_by_the_numbers_that_people_read_aloud() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let booked = a_booking(&app, &cast.salon, &cast.cut)
        .named("勅使河原", "緑")
        .at("2026-11-22 14:00")
        .build();
    for typed in [
        booked.number.clone(),
        booked.number.replace('-', "").to_lowercase(),
    ] {
        assert_eq!(found(&aoi, &typed), ["勅使河原 緑 様"], "{typed}");
    }
    // Daichi came first, so this card is the second.
    assert_eq!(found(&aoi, "2"), ["勅使河原 緑 様"]);
    let theirs = a_booking(&app, &cast.clinic, &cast.consultation).build();
    assert!(found(&aoi, &theirs.number).is_empty(), "another shop's");
    let first = format!(
        "select number from customers where id = '{}'",
        theirs.customer
    );
    assert_eq!(
        app.count(cast.clinic.id, first),
        1,
        "each shop counts by itself"
    );
}

#[test]
fn pages_follow_each_other_and_lose_nobody() {
    let (app, cast) = house();
    app.execute(cast.salon.id, "update customers set deleted_at = now()");
    // Everybody has the same reading, so that the key has to keep the order.
    for place in 0..65 {
        let name = format!("佐藤 {place}");
        a_card(&app, &cast, (&name, "サトウ アイ"), json!({}));
    }
    let aoi = cast.aoi.sign_in(&app);
    let mut page = aoi.open(&format!("{CARDS}?q=さとう"));
    let mut seen = names(&page);
    for more in [30, 5] {
        page = page.follow("次のページ");
        assert_eq!(names(&page).len(), more);
        seen.extend(names(&page));
    }
    assert!(!page.text().contains("次のページ"));
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 65);
    assert_eq!(
        names(&page.follow("前のページ").follow("前のページ")).len(),
        30
    );
}

#[test]
fn a_tag_narrows_the_list() {
    let (app, cast) = house();
    let one = a_card(&app, &cast, ("阿部 花", "アベ ハナ"), json!({}));
    a_card(&app, &cast, ("阿部 桜", "アベ サクラ"), json!({}));
    let tag = json!({"business_id": cast.salon.id, "customer_id": one, "tag": "常連"});
    app.insert(cast.salon.id, "customers.customer_tags", tag);
    let page = cast.aoi.sign_in(&app).open(CARDS);
    let narrowed = page.fill("q", "阿部").fill("tag", "常連").press("検索");
    assert_eq!(names(&narrowed), ["阿部 花 様"]);
    assert_eq!(narrowed.field("q").value, "阿部");
    assert_eq!(narrowed.field("tag").value, "常連");
}

#[test]
fn nobody_is_said_in_a_sentence_and_with_a_way_on() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let nothing = aoi.open(&format!("{CARDS}?q=誰もいない"));
    assert!(
        nothing
            .text()
            .contains("条件に合うお客様が見つかりません。")
    );
    assert_eq!(nothing.link("すべてのお客様を表示"), CARDS);
    app.execute(cast.salon.id, "update customers set deleted_at = now()");
    assert!(
        aoi.open(CARDS)
            .text()
            .contains("まだお客様の登録がありません。")
    );
}

#[test]
fn who_may_not_see_contacts_does_not_find_by_them() {
    let (app, cast) = house();
    let known = json!({"phone": "+819011115678", "email": "ichiro@example.com"});
    let card = a_card(&app, &cast, ("髙橋 一郎", "タカハシ イチロウ"), known);
    let ben = cast.ben.sign_in(&app);
    assert_eq!(
        found(&ben, "5678").len(),
        2,
        "with the right: Daichi's number ends so, too"
    );
    assert!(ben.open(CARDS).text().contains("090-1111-5678"));
    app.execute(
        cast.salon.id,
        r#"update businesses.staff_assignments set permissions_json = '{"contacts-read": false}' where role = 'service_provider'"#,
    );
    let ben = cast.ben.sign_in(&app);
    for typed in ["5678", "ichiro@", "09011115678"] {
        assert!(found(&ben, typed).is_empty(), "{typed}");
    }
    assert_eq!(found(&ben, "高橋"), ["髙橋 一郎 様"]);
    for page in [CARDS.to_owned(), format!("{CARDS}/{card}")] {
        let page = ben.open(&page);
        for contact in ["5678", "ichiro@", "tel:"] {
            assert!(!page.html.contains(contact), "{contact} on {}", page.url);
        }
    }
}
