//! Cards taken out as a file and brought in.

use super::{CARDS, a_card, found, house, names};
use crate::{
    operator::scene::multipart,
    support::{
        app::{TestApp, tokyo},
        browser::{Browser, Page},
    },
};
use encoding_rs::SHIFT_JIS;
use omotenashi::domain::customers::sheet::{self, Script, harmless, plain};
use reqwest::Method;
use serde_json::json;

/// Checks a file.
fn checked(browser: &Browser, file: &[u8], known: &str) -> Page {
    let path = format!("{CARDS}/import");
    let csrf = browser.open(&path).field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let pairs = [("csrf", csrf), ("known", known.to_owned())];
    multipart(browser, &path, &pairs, Some(("a.csv", file)))
}

/// Daichi's card as the product would have written it.
fn as_written(app: &TestApp, cast: &crate::support::people::Cast) {
    let key = "update customers set search_key = '小川大地 '";
    app.execute(cast.salon.id, key);
}

fn living(app: &TestApp, cast: &crate::support::people::Cast) -> i64 {
    let living = "select count(*) from customers where deleted_at is null";
    app.count(cast.salon.id, living)
}

#[test]
fn what_begins_like_a_formula_is_text_and_comes_back_as_it_was() {
    for cell in [
        "=1+1", "+81", "-1", "@a", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a",
    ] {
        assert_eq!(harmless(cell), format!("'{cell}"));
        assert_eq!(plain(&harmless(cell)), cell);
    }
    for cell in ["山田", "a=b", "", "'quoted", "O'Brien"] {
        assert_eq!(harmless(cell), cell);
        assert_eq!(plain(cell), cell);
    }
}

#[test]
fn a_table_is_read_as_it_was_written_in_either_script() {
    let rows: Vec<Vec<String>> = [
        ["お名前", "メモ"],
        ["髙橋 﨑", "a,b \"c\"\n二行目"],
        ["=cmd()", "10〜12"],
    ]
    .iter()
    .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
    .collect();
    for script in [Script::Utf8, Script::ShiftJis] {
        let bytes = sheet::write(&rows, script);
        assert_eq!(
            bytes.starts_with(&[0xEF, 0xBB, 0xBF]),
            script == Script::Utf8
        );
        let read = sheet::read(&sheet::text_of(&bytes).unwrap()).unwrap();
        let lines: Vec<u64> = read.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 4], "{script:?}");
        assert_eq!(read[1].1, rows[1], "{script:?}");
        assert_eq!(read[2].1[0], "'=cmd()");
    }
    let lost = sheet::write(&[vec!["𠮷野".to_owned()]], Script::ShiftJis);
    assert_eq!(SHIFT_JIS.decode(&lost).0, "〓野\r\n");
    assert_eq!(sheet::text_of(b"\x81\xff\xfe"), None);
    assert_eq!(sheet::text_of(b"a\0b"), None);
}

#[test]
fn the_file_holds_every_card_and_only_for_who_may_and_has_just_proved_it() {
    let (app, cast) = house();
    let more = json!({"phone": "+12125550123", "is_vip": true});
    let card = a_card(&app, &cast, ("=HYPERLINK(1)", ""), more);
    let tag = json!({"business_id": cast.salon.id, "customer_id": card, "tag": "常連"});
    app.insert(cast.salon.id, "customers.customer_tags", tag);
    let gone = json!({"deleted_at": "2026-11-01T00:00:00Z"});
    a_card(&app, &cast, ("退会 者", ""), gone);
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open(CARDS).follow("名簿の書き出し");
    let file = page.fill("script", "utf-8").send("書き出す");
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    let disposition = file.header("content-disposition").unwrap().to_owned();
    assert!(disposition.starts_with("attachment"), "{disposition}");
    let text = file.html.clone();
    assert!(text.contains("お客様番号,姓,名,お名前"), "{text}");
    assert!(
        text.contains("小川,大地,小川 大地,,,090-1234-5678,hanako@example.com"),
        "{text}"
    );
    assert!(
        text.contains("'=HYPERLINK(1)") && text.contains("'+1"),
        "{text}"
    );
    assert!(text.contains("常連") && !text.contains("退会"), "{text}");
    let ben = cast.ben.sign_in(&app);
    assert_eq!(ben.open(&format!("{CARDS}/export")).status, 403);
    app.clock().set(tokyo("2026-11-20 11:00"));
    let stale = page.fill("script", "utf-8").send("書き出す");
    assert_eq!(stale.status, 303);
    assert!(stale.location().unwrap().contains("/account/confirm"));
    assert!(!stale.html.contains("小川"));
    let asked = aoi.send(Method::GET, &format!("{CARDS}/import"), None);
    assert_eq!(asked.status, 303);
}

#[test]
fn a_check_lists_every_problem_and_writes_nothing() {
    let (app, cast) = house();
    as_written(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    let file = "\u{FEFF}姓,名,フリガナ,セイ,電話番号,メールアドレス,タグ\r\n\
        髙橋,一郎,x,たかはし,０９０ー１１１１ー２２２２,ichiro@example.com,常連／学割\r\n\
        佐藤,,x,山田,12,nobody,\r\n\
        ,,,,,,\r\n\
        ,,,,090-3333-4444,,\r\n\
        髙橋,一郎,x,タカハシ,090-1111-2222,ichiro@example.com,\r\n\
        小川,大地,,,090-1234-5678,,\r\n\
        鈴木,桜,,,9055556666,,\r\n";
    let before = living(&app, &cast);
    let report = checked(&aoi, file.as_bytes(), "skip");
    assert_eq!(report.status, 200, "{}", report.text());
    assert_eq!(living(&app, &cast), before, "nothing is written");
    let rows: Vec<String> = report.rows().into_iter().map(|row| row.join(" ")).collect();
    for (line, why) in [
        ("3行目", "セイ: フリガナはひらがなかカタカナで"),
        ("3行目", "電話番号"),
        ("3行目", "メールアドレス"),
        ("5行目", "お名前を入力してください"),
        ("6行目", "2行目と同じ内容です"),
    ] {
        let said = rows
            .iter()
            .any(|row| row.starts_with(line) && row.contains(why));
        assert!(said, "{line} {why} in {rows:#?}");
    }
    assert_eq!(
        rows.iter().filter(|row| row.contains("行目")).count(),
        5,
        "{rows:#?}"
    );
    let figures = report.document().texts("#report dd");
    assert_eq!(figures, ["2件", "1件", "3件"]);
    assert!(report.text().contains("読み取らなかった列: フリガナ"));
    let done = report.press("2件を取り込む");
    assert_eq!(done.flash().as_deref(), Some("お客様を取り込みました"));
    assert_eq!(living(&app, &cast), before + 2);
    assert_eq!(found(&aoi, "09011112222"), ["髙橋 一郎 様"]);
    assert_eq!(
        found(&aoi, "6666"),
        ["鈴木 桜 様"],
        "the lost first digit is put back"
    );
    assert_eq!(
        names(&aoi.open(&format!("{CARDS}?tag=学割"))),
        ["髙橋 一郎 様"]
    );
    assert_eq!(report.press("2件を取り込む").status, 404, "once");
    assert_eq!(living(&app, &cast), before + 2);
}

#[test]
fn known_guests_are_skipped_or_brought_up_to_date() {
    let (app, cast) = house();
    as_written(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    let file = "お名前,セイ,メイ,電話番号,VIP区分\n小川 大地,オガワ,ダイチ,090-1234-5678,○\n";
    let (sjis, _, _) = SHIFT_JIS.encode(file);
    let skipped = checked(&aoi, &sjis, "skip");
    assert!(skipped.text().contains("取り込めるお客様がいません。"));
    let updated = checked(&aoi, &sjis, "update").press("1件を取り込む");
    assert_eq!(updated.flash().as_deref(), Some("お客様を取り込みました"));
    let whole = "select count(*) from customers where name = '小川 大地' and family_name_kana = 'オガワ' and is_vip
        and email = 'hanako@example.com' and family_name = '小川'";
    assert_eq!(
        app.count(cast.salon.id, whole),
        1,
        "what the file does not tell stays"
    );
    assert_eq!(living(&app, &cast), 1);
}

#[test]
fn what_is_no_table_is_refused_as_a_whole() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let long = format!("お名前\n{}", "山田\n".repeat(5_001));
    for (file, why) in [
        (&b""[..], "CSVファイルを選んでください"),
        (b"\xff\xfe\x00\x01", "文字を読み取れません"),
        ("年齢,性別\n1,2\n".as_bytes(), "お名前の列がありません"),
        (long.as_bytes(), "5,000行まで"),
    ] {
        let refused = checked(&aoi, file, "skip");
        assert_eq!(refused.status, 422, "{why}");
        let said = refused.error("file").unwrap_or_default();
        assert!(said.contains(why), "{said}");
    }
    let waiting = "select count(*) from customers.card_imports";
    assert_eq!(app.count(cast.salon.id, waiting), 0);
}

#[test]
fn a_thousand_lines_take_seconds_and_get_numbers_in_their_order() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let mut file = "お名前,セイ,電話番号,タグ\n".to_owned();
    for place in 0..1_000 {
        file += &format!("山田 {place},ヤマダ,0901{place:07},常連\n");
    }
    let began = std::time::Instant::now();
    let report = checked(&aoi, file.as_bytes(), "skip");
    report.press("1,000件を取り込む");
    let took = began.elapsed();
    assert!(took.as_secs() < 30, "{took:?}");
    let numbered = "select count(*) from customers where name = '山田 ' || (number - 2)";
    assert_eq!(app.count(cast.salon.id, numbered), 1_000);
    let another = a_card(&app, &cast, ("次の 人", ""), json!({}));
    let next = format!("select number from customers where id = '{another}'");
    assert_eq!(app.count(cast.salon.id, next), 1_002);
}

#[test]
fn another_shops_check_is_confirmed_by_nobody_else_and_not_for_ever() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let report = checked(&aoi, "お名前\n山田 花子\n".as_bytes(), "skip");
    let action = report
        .document()
        .attribute("#report form", "action")
        .unwrap();
    let chika = cast.chika.sign_in(&app);
    let csrf = chika
        .open("/ja/staff/chika-clinic/today")
        .field("csrf")
        .value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let theirs = action.replace("aoi-salon", "chika-clinic");
    assert_eq!(chika.post(&theirs, &[("csrf", &csrf)]).status, 404);
    app.clock().set(tokyo("2026-11-21 11:00"));
    let cleared = app.platform(omotenashi::domain::customers::import::clear);
    assert_eq!(cleared, 1);
}
