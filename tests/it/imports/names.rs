//! What a file means: asked, guessed, and never left out silently.

use super::{HEAD, IMPORTS, LINE, checked, house, sent};
use encoding_rs::SHIFT_JIS;
use reqwest::Method;

#[test]
fn columns_are_guessed_in_either_script_and_with_tabs() {
    let (_app, _cast, aoi) = house();
    let text = format!("{HEAD}{LINE}");
    let (sjis, ..) = SHIFT_JIS.encode(&text);
    let marked = format!("\u{FEFF}{text}");
    let tabbed = text.replace(',', "\t");
    let quoted = text.replace("窓側", "\"窓側,\n静かな席\"");
    for file in [
        text.as_bytes(),
        &sjis,
        marked.as_bytes(),
        tabbed.as_bytes(),
        quoted.as_bytes(),
    ] {
        let page = sent(&aoi, file);
        let chosen = [
            "number", "date", "start", "end", "service", "staff", "name", "kana", "phone", "email",
            "note",
        ];
        for (place, column) in chosen.iter().enumerate() {
            let field = page.field(&format!("column-{column}"));
            assert_eq!(field.value, place.to_string(), "{column}");
        }
        let date = page.field("column-date").options;
        assert_eq!(date[2].1, "日付（2026/12/01）");
    }
    let english = "Appointment date,Start time,Duration,Service name,Employee,Client name,Phone,Reservation number\n\
        2026-12-01,10:00,60,Haircut,Sato,Emma Wilson,090-1111-2222,R1\n";
    let check = checked(&aoi, english);
    assert!(check.text().contains("入る予約 1件"), "{}", check.text());
}

#[test]
fn what_is_no_table_is_refused_as_a_whole_and_kept_by_nobody() {
    let (app, cast, aoi) = house();
    let long = format!("{HEAD}{}", LINE.repeat(5_001));
    let wide = format!("{}\n1\n", "a,".repeat(61));
    for (file, why) in [
        (Vec::new(), "ファイルが空です"),
        (b"\xff\xfe\x00\x01".to_vec(), "文字を読み取れません"),
        (HEAD.as_bytes().to_vec(), "予約の行がありません"),
        (long.into_bytes(), "5,000行まで"),
        (wide.into_bytes(), "列は60個まで"),
        (vec![b'a'; 4 * 1024 * 1024 + 1], "4MBまで"),
    ] {
        let page = sent(&aoi, &file);
        assert_eq!(page.status, 422, "{why}");
        let said = page.text();
        assert!(said.contains(why), "{why}: {said}");
    }
    let kept = "select count(*) from bookings.booking_imports";
    assert_eq!(app.count(cast.salon.id, kept), 0);
}

#[test]
fn a_name_that_is_like_none_of_ours_is_asked_and_leaving_it_out_is_a_choice() {
    let (_app, _cast, aoi) = house();
    let file = format!(
        "{HEAD}{LINE}A-2,2026/12/01,12:00,13:00,着付け,佐藤,鈴木 桜,,,,\n\
         A-3,2026/12/01,13:00,14:00,カット,退職者,鈴木 桜,,,,\nA-4,2026/12/01,14:00,15:00,カット,,森 林,,,,\n"
    );
    let names = sent(&aoi, file.as_bytes()).press("次へ");
    let refused = names.form().send("次へ");
    assert_eq!(refused.status, 422);
    assert_eq!(refused.errors().len(), 2, "{:?}", refused.errors());
    assert!(refused.errors()[0].contains("どれにあたるか選ぶか"));
    // In the order of their letters: カット, 着付け; 佐藤, 退職者.
    assert_eq!(refused.field("service-1").value, "");
    assert_ne!(refused.field("service-0").value, "");
    let check = refused
        .fill("service-1", "skip")
        .fill("staff-1", "any")
        .press("次へ");
    let said = check.text();
    assert!(
        said.contains("入る予約 3件") && said.contains("取り込まないメニュー 3行目"),
        "{said}"
    );
    let again = names
        .fill("service-1", "skip")
        .fill("staff-1", "skip")
        .press("次へ");
    let said = again.text();
    assert!(
        said.contains("入る予約 2件") && said.contains("取り込まない担当 4行目"),
        "{said}"
    );
}

#[test]
fn a_file_needs_a_day_and_a_name_and_a_column_of_a_thousand_names_is_no_menu() {
    let (_app, _cast, aoi) = house();
    let page = sent(&aoi, b"a,b\n1,2\n");
    let refused = page.form().send("次へ");
    assert_eq!(refused.status, 422);
    assert!(refused.error("column-date").unwrap().contains("日付の列"));
    assert!(refused.error("column-name").unwrap().contains("お名前"));
    let lines: String = (0..101)
        .map(|n| format!("2026/12/01,10:00,メニュー{n},山田\n"))
        .collect();
    let page = sent(
        &aoi,
        format!("日付,開始,メニュー,お名前\n{lines}").as_bytes(),
    );
    let refused = page.form().send("次へ");
    assert!(refused.error("column-service").unwrap().contains("101種類"));
}

#[test]
fn a_file_is_seen_by_who_may_and_by_nobody_else_and_not_for_ever() {
    let (app, cast, aoi) = house();
    let page = sent(&aoi, format!("{HEAD}{LINE}").as_bytes());
    let path = page.url.clone();
    let ben = cast.ben.sign_in(&app);
    for address in [IMPORTS, &path] {
        assert_eq!(ben.open(address).status, 403, "{address}");
    }
    let chika = cast.chika.sign_in(&app);
    assert_eq!(chika.open(&path).status, 404);
    let theirs = path.replace("aoi-salon", "chika-clinic");
    assert_eq!(chika.open(&theirs).status, 404);
    let at_theirs = chika.send(Method::GET, &theirs.replace("/columns", ""), None);
    assert_eq!(at_theirs.status, 404);
    app.clock()
        .set(crate::support::app::tokyo("2026-11-21 11:00"));
    let cleared = app.platform(omotenashi::domain::bookings::import::waiting::clear);
    assert_eq!(cleared, 1);
    let kept = "select count(*) from bookings.booking_imports";
    assert_eq!(app.count(cast.salon.id, kept), 0);
}

#[test]
fn a_time_beside_its_day_and_whoever_is_free_are_guessed() {
    let (_app, _cast, aoi) = house();
    let file = "来店日時,メニュー,スタッフ,お名前\n2026/12/01 10:00,カット,指名なし,山田 花子\n2026/13/01 10:00,カット,指名なし,山田 花子\n";
    let columns = sent(&aoi, file.as_bytes());
    let day = columns.field("column-date").value;
    assert_eq!(columns.field("column-start").value, day);
    let names = columns.press("次へ");
    assert_eq!(names.field("staff-0").value, "any");
    let check = names.press("次へ");
    assert!(check.text().contains("入る予約 1件"), "{}", check.text());
    assert_eq!(super::problems(&check).len(), 1, "said once");
}

#[test]
fn a_file_can_be_thrown_away_and_the_sample_goes_through_as_it_is() {
    let (app, cast, aoi) = house();
    let page = sent(&aoi, format!("{HEAD}{LINE}").as_bytes());
    let list = page.press("この取り込みをやめる");
    assert_eq!(list.flash().as_deref(), Some("ファイルを削除しました"));
    let kept = "select count(*) from bookings.booking_imports";
    assert_eq!(app.count(cast.salon.id, kept), 0);
    let sample = aoi.open(IMPORTS).follow("見本をダウンロード");
    assert_eq!(sample.status, 200);
    assert_eq!(
        sample.header("content-type"),
        Some("text/csv; charset=utf-8")
    );
    let check = checked(&aoi, &sample.html);
    assert!(check.text().contains("入る予約 2件"), "{}", check.text());
    let files = aoi.open("/ja/owner/aoi-salon/files");
    assert_eq!(
        files
            .follow("予約の取り込みほかのシステムで受けた、これからの予約をCSVで")
            .heading(),
        "予約の取り込み"
    );
}
