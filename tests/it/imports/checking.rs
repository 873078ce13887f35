//! What would come of a file: every line that does not go, with its number, the reason and what to do.

use super::{BOOKED, HEAD, LINE, checked, house, problems};
use serde_json::json;

/// Which line is told what, and what to do.
const WHY: [(u32, &str, &str); 16] = [
    (
        3,
        "日付: 日付や時刻として読み取れません",
        "ファイルを直して",
    ),
    (4, "開始: 開始時刻がありません", "ファイルを直して"),
    (5, "お名前を入力", "ファイルを直して"),
    (6, "フリガナ", "ファイルを直して"),
    (6, "電話番号", "ファイルを直して"),
    (6, "メールアドレス", "ファイルを直して"),
    (7, "備考", "ファイルを直して"),
    (8, "2行目と同じ予約です", "どちらかの行を消して"),
    (9, "2行目と同じ予約です", "どちらかの行を消して"),
    (10, "この時刻は過ぎています", "過ぎた予約は取り込めません"),
    (11, "2年以上先の予約です", "日付を確かめて"),
    (12, "営業時間に収まりません", "約束どおりに取り込んで"),
    (13, "この日は休業日です", "約束どおりに取り込んで"),
    (14, "この時間は空きがありません", "予約表で重なりを確かめ"),
    (
        15,
        "予約を受けないことにしているお客様です",
        "予約表から入れて",
    ),
    (16, "所要時間は1分から24時間まで", "ファイルを直して"),
];

#[test]
fn every_line_that_does_not_go_says_why_and_what_to_do() {
    let (app, cast, aoi) = house();
    app.execute(
        cast.salon.id,
        "insert into businesses.business_holidays (business_id, date) \
         select id, '2026-12-03' from businesses.businesses where slug = 'aoi-salon'",
    );
    app.execute(
        cast.salon.id,
        "update customers.customers set blocked_at = now(), blocked_reason = 'x', phone = '+819012345678'",
    );
    let long = "あ".repeat(501);
    let file = format!(
        "{HEAD}{LINE}\
         ,2026/13/01,10:00,,カット,,山田 花子,,,,\n\
         ,2026/12/01,,,カット,,山田 花子,,,,\n\
         ,2026/12/01,10:00,,カット,,,,,,\n\
         ,2026/12/01,10:00,,カット,,山田 花子,山田,12,nobody,\n\
         ,2026/12/01,10:00,,カット,,山田 花子,,,,{long}\n\
         A-1,2026/12/01,15:00,16:00,カット,佐藤,別の 人,,,,\n\
         ,2026/12/01,10:00,11:00,カット,鈴木,山田 花子,,090-1111-2222,,\n\
         ,2026/11/19,10:00,,カット,,山田 花子,,,,\n\
         ,2029/12/01,10:00,,カット,,山田 花子,,,,\n\
         ,2026/12/01,08:00,,カット,,山田 花子,,,,\n\
         ,2026/12/03,10:00,,カット,,山田 花子,,,,\n\
         ,2026/11/21,14:30,,カット,佐藤,山田 花子,,,,\n\
         ,2026/12/01,16:00,,カット,,小川 大地,,090-1234-5678,,\n\
         ,2026/12/01,16:00,16:00,カット,,森 林,,,,\n"
    );
    let before = app.count(cast.salon.id, BOOKED);
    let check = checked(&aoi, &file);
    let rows = problems(&check);
    for (line, why, act) in WHY {
        let said = rows.iter().any(|row| {
            row.starts_with(&format!("{line}行目")) && row.contains(why) && row.contains(act)
        });
        assert!(said, "{line} {why} in {rows:#?}");
    }
    assert_eq!(rows.len(), 16, "{rows:#?}");
    let told = "2026/12/03 · 10:00 · 山田 花子 · カット";
    assert!(
        rows.iter().any(|row| row.contains(told)),
        "what the line says: {rows:#?}"
    );
    let said = check.text();
    assert!(
        said.contains("入る予約 1件") && said.contains("取り込めない行 14件"),
        "{said}"
    );
    assert!(said.contains("新しく登録するお客様（1名）"), "{said}");
    assert_eq!(
        app.count(cast.salon.id, BOOKED),
        before,
        "nothing is written"
    );
    let cards = "select count(*) from customers.customers";
    assert_eq!(app.count(cast.salon.id, cards), 1);
}

#[test]
fn a_party_and_an_option_and_a_service_that_has_gone_are_problems_and_a_cancelled_line_is_not() {
    let (app, cast, aoi) = house();
    let head = "日付,開始,メニュー,お名前,人数,状態\n";
    let file = format!(
        "{head}2026/12/01,10:00,カット,山田 花子,9,\n2026/12/01,11:00,カット,山田 花子,,キャンセル済み\n\
         2026/12/01,12:00,カット,山田 花子,1名,予約確定\n"
    );
    let check = checked(&aoi, &file);
    let rows = problems(&check);
    assert!(
        rows.len() == 1 && rows[0].contains("1名までのメニューです"),
        "{rows:?}"
    );
    assert!(
        check.text().contains("キャンセルや完了などの予約 3行目"),
        "{}",
        check.text()
    );
    let group = app.insert(
        cast.salon.id,
        "catalog.option_groups",
        json!({"business_id": cast.salon.id, "name_ja": "長さ", "is_required": true}),
    );
    let option = json!({"business_id": cast.salon.id, "group_id": group, "name_ja": "ロング"});
    app.insert(cast.salon.id, "catalog.options", option);
    let tie = json!({"business_id": cast.salon.id, "group_id": group, "service_id": cast.cut.id});
    app.insert(cast.salon.id, "catalog.service_option_groups", tie);
    let again = aoi.open(&check.url);
    assert!(
        problems(&again)
            .iter()
            .any(|row| row.contains("オプションを選ぶ必要がある")),
        "{:?}",
        problems(&again)
    );
    app.execute(
        cast.salon.id,
        "update catalog.services set is_active = false",
    );
    let again = aoi.open(&check.url);
    assert!(
        problems(&again)
            .iter()
            .all(|row| row.contains("メニューが見つかりません")),
        "{:?}",
        problems(&again)
    );
}

#[test]
fn cards_that_are_there_are_used_again_and_new_ones_are_named_once() {
    let (app, cast, aoi) = house();
    app.execute(
        cast.salon.id,
        "update customers.customers set search_key = '小川大地 おがわだいち', phone = '+819012345678', email = null",
    );
    let file = format!(
        "{HEAD}\
         ,2026/12/01,10:00,11:00,カット,,小川 大地,,090-1234-5678,other@mail.example,\n\
         ,2026/12/01,11:00,12:00,カット,,小川 大地,オガワ ダイチ,,,\n\
         ,2026/12/01,12:00,13:00,カット,,小川 大地,,,,\n\
         ,2026/12/01,13:00,14:00,カット,,森 林,モリ リン,090-9999-0000,,\n\
         ,2026/12/02,13:00,14:00,カット,,森 林,,090-9999-0000,,\n"
    );
    let check = checked(&aoi, &file);
    let said = check.text();
    assert!(said.contains("新しく登録するお客様 2名"), "{said}");
    assert!(said.contains("登録済みのお客様 1名"), "{said}");
    assert!(
        said.contains("12月1日(火) 4件") && said.contains("12月2日(水) 1件"),
        "{said}"
    );
    check.press("5件の予約を取り込む");
    let cards = "select count(*) from customers.customers";
    assert_eq!(app.count(cast.salon.id, cards), 3);
    let known = format!(
        "select count(*) from bookings.bookings where source = 'import' and customer_id = '{}'",
        cast.booking.customer
    );
    assert_eq!(app.count(cast.salon.id, known), 2);
}
