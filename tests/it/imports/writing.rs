//! All of a file becomes bookings, or nothing does.

use super::{BOOKED, HEAD, IMPORTS, LINE, checked, house, problems};
use crate::{
    owner::presses::Hand,
    support::{chromium::Chromium, sql},
};
use serde_json::json;

const TWO: &str =
    "A-2,2026/12/02,10:00,11:30,カット,,鈴木 桜,スズキ サクラ,,sakura@mail.example,=1+1\n";

#[test]
fn a_file_becomes_bookings_with_their_guests_links_and_stories_and_nobody_is_written_to() {
    let (app, cast, aoi) = house();
    let head = HEAD.replace("備考", "備考,料金");
    let file = format!(
        "{head}{}{}",
        LINE.replace("窓側", "窓側,4800円"),
        TWO.replace("=1+1", "=1+1,")
    );
    let check = checked(&aoi, &file);
    let made = check.press("2件の予約を取り込む");
    assert_eq!(made.flash().as_deref(), Some("予約を取り込みました"));
    let rows = made.document().texts("main tbody tr");
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(
        rows[0].contains("2行目")
            && rows[0].contains("山田 花子")
            && rows[0].contains("元の番号: A-1"),
        "{rows:?}"
    );
    let page = aoi.open(&made.document().attribute("main tbody a", "href").unwrap());
    for word in ["取り込み", "元の予約番号", "A-1", "4,800円", "窓側", "佐藤"] {
        assert!(page.text().contains(word), "{word}: {}", page.text());
    }
    let count = |sql: &str| app.count(cast.salon.id, sql);
    assert_eq!(
        count(
            "select count(*) from bookings.booking_links l join bookings.bookings b on b.id = l.booking_id where b.source = 'import'"
        ),
        2
    );
    assert_eq!(
        count(
            "select count(*) from bookings.booking_history where new_value = 'confirmed' and actor = 'member'"
        ),
        2
    );
    assert_eq!(
        count("select count(*) from notifications.notification_outbox"),
        0
    );
    assert_eq!(
        count(
            "select count(*) from bookings.bookings where customer_note = '=1+1' and end_at - start_at = interval '90 minutes'"
        ),
        1
    );
    assert_eq!(
        count(
            "select count(*) from bookings.booking_imports where cells is null and choices = '{}' and made_count = 2"
        ),
        1,
        "nothing of the file is kept"
    );
    let trail = "select count(*) from audit.audit_logs where entity = 'booking_imports' \
        and (coalesce(before_json::text, '') || coalesce(after_json::text, '')) ~ '花子|1111'";
    assert_eq!(count(trail), 0);
    let found = aoi.open("/ja/owner/aoi-salon/search?find=A-2");
    assert!(found.text().contains("12月2日"), "{}", found.text());
    let again = checked(&aoi, &file);
    let rows = problems(&again);
    assert!(
        rows.len() == 2
            && rows
                .iter()
                .all(|row| row.contains("すでに入っている予約です")),
        "{rows:?}"
    );
}

#[test]
fn pressing_twice_writes_once_and_a_tick_writes_to_those_who_have_an_address() {
    let (app, cast, aoi) = house();
    let before = app.count(cast.salon.id, BOOKED);
    let check = checked(
        &aoi,
        &format!(
            "{HEAD}{LINE}{TWO}{}",
            "A-3,2026/12/03,10:00,,カット,,森 林,,,,\n"
        ),
    );
    let press = || check.form().tick("tell", "yes");
    let first = press().send("3件の予約を取り込む");
    let second = press().send("3件の予約を取り込む");
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(first.location(), second.location());
    assert_eq!(app.count(cast.salon.id, BOOKED), before + 3);
    let letters =
        "select count(*) from notifications.notification_outbox where kind = 'booking_confirmed'";
    assert_eq!(app.count(cast.salon.id, letters), 2);
}

#[test]
fn half_a_file_is_never_written() {
    let (app, cast, aoi) = house();
    let before = app.count(cast.salon.id, BOOKED);
    let bad = format!(
        "{HEAD}{LINE}{TWO}{}",
        "A-3,2026/12/03,こわれた,,カット,,森 林,,,,\n"
    );
    let check = checked(&aoi, &bad);
    let refused = check.form().send("2件の予約を取り込む");
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .error("leave")
            .unwrap()
            .contains("取り込めない行があります")
    );
    assert_eq!(app.count(cast.salon.id, BOOKED), before);
    // The last table that is written refuses the last line.
    let mut owner = sql::connect(app.database_url());
    let fault =
        "alter table bookings.imported_bookings add constraint fault check (line < 3) not valid";
    sql::run(&mut owner, fault);
    let broken = refused
        .form()
        .tick("leave", "yes")
        .send("2件の予約を取り込む");
    assert_eq!(broken.status, 500);
    for table in [
        "bookings.booking_links",
        "bookings.imported_bookings",
        "scheduling.allocations",
        "customers.customers",
    ] {
        let kept = format!("select count(*) from {table}");
        assert!(app.count(cast.salon.id, kept) <= 1, "{table}");
    }
    assert_eq!(app.count(cast.salon.id, BOOKED), before);
    sql::run(
        &mut owner,
        "alter table bookings.imported_bookings drop constraint fault",
    );
    let done = refused
        .form()
        .tick("leave", "yes")
        .press("2件の予約を取り込む");
    assert_eq!(done.flash().as_deref(), Some("予約を取り込みました"));
    assert!(
        done.text().contains("取り込まなかった行 1件"),
        "{}",
        done.text()
    );
    assert_eq!(app.count(cast.salon.id, BOOKED), before + 2);
}

#[test]
fn what_lies_beside_the_hours_is_taken_over_as_promised_with_a_reason_and_a_clash_never() {
    let (app, cast, aoi) = house();
    let file = format!(
        "{HEAD}{LINE}A-2,2026/12/02,20:00,21:00,カット,佐藤,鈴木 桜,,,,\n\
         A-3,2026/12/02,20:30,21:30,カット,佐藤,森 林,,,,\n"
    );
    let check = checked(&aoi, &file);
    assert_eq!(problems(&check).len(), 2);
    let wide = check.form().tick("promised", "yes").send("もう一度確認");
    let rows = problems(&wide);
    assert!(
        rows.len() == 1 && rows[0].contains("4行目") && rows[0].contains("空きがありません"),
        "{rows:?}"
    );
    let press = || wide.form().tick("leave", "yes");
    let refused = press().send("2件の予約を取り込む");
    assert_eq!(refused.status, 422);
    assert!(refused.error("reason").unwrap().contains("理由を入力"));
    let done = press()
        .fill("reason", "前の店で約束")
        .press("2件の予約を取り込む");
    assert_eq!(
        done.flash().as_deref(),
        Some("予約を取り込みました"),
        "{}",
        done.text()
    );
    let told = "select count(*) from bookings.booking_history where field_changed = 'overbooked' and reason = '前の店で約束'";
    assert_eq!(app.count(cast.salon.id, told), 1);
    assert!(
        done.text().contains("営業時間外の予約 1件"),
        "{}",
        done.text()
    );
}

#[test]
fn what_has_changed_since_it_was_looked_at_is_said_and_nothing_is_written() {
    let (app, cast, aoi) = house();
    let check = checked(&aoi, &format!("{HEAD}{LINE}{TWO}"));
    crate::support::build::a_booking(&app, &cast.salon, &cast.cut)
        .at("2026-12-01 10:30")
        .named("先に", "来た")
        .build();
    let before = app.count(cast.salon.id, BOOKED);
    let stale = check.form().send("2件の予約を取り込む");
    assert_eq!(stale.status, 409);
    assert!(stale.errors()[0].contains("確認したあとに予約や設定が変わりました"));
    let rows = problems(&stale);
    assert!(
        rows.len() == 1 && rows[0].contains("2行目 新しく見つかりました"),
        "{rows:?}"
    );
    assert!(
        stale.text().contains("新しく取り込めなくなった行は1行"),
        "{}",
        stale.text()
    );
    assert_eq!(app.count(cast.salon.id, BOOKED), before);
    let done = stale
        .form()
        .tick("leave", "yes")
        .press("1件の予約を取り込む");
    assert_eq!(done.flash().as_deref(), Some("予約を取り込みました"));
}

#[test]
fn a_manager_without_the_right_to_book_over_others_keeps_to_the_hours() {
    let (app, cast, _aoi) = house();
    let rights = json!({"customers-move": true, "bookings-overbook": false});
    app.execute(
        cast.salon.id,
        format!("update businesses.staff_assignments set role = 'manager', permissions_json = '{rights}' where id = '{}'", cast.ben_seat),
    );
    let ben = cast.ben.sign_in(&app);
    let check = checked(
        &ben,
        &format!("{HEAD}{LINE}A-2,2026/12/02,20:00,21:00,カット,佐藤,鈴木 桜,,,,\n"),
    );
    assert!(
        !check
            .text()
            .contains("営業時間外でも、約束どおりに取り込む")
    );
    let asked = ben.open(&format!("{}?promised=yes", check.url));
    assert!(
        !asked
            .text()
            .contains("営業時間外でも、約束どおりに取り込む")
    );
    assert_eq!(asked.field("promised").value, "");
    assert_eq!(
        problems(&asked).len(),
        1,
        "an address alone gives nobody a right"
    );
}

#[test]
fn from_the_file_to_the_bookings_it_is_four_presses() {
    let (app, _cast, aoi) = house();
    let files = aoi.open("/ja/owner/aoi-salon/files");
    let page = files.follow("予約の取り込みほかのシステムで受けた、これからの予約をCSVで");
    assert_eq!(page.url, IMPORTS);
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    window.as_of(&aoi).visit(IMPORTS);
    let file = json!(format!("{HEAD}{LINE}"));
    window.execute(&format!(
        "const all = new DataTransfer(); all.items.add(new File([{file}], 'a.csv', {{type: 'text/csv'}}));
         document.querySelector('input[type=file]').files = all.files;"
    ));
    // The file; the columns; the names; the writing.
    Hand::at(&window)
        .press("次へ", "列の対応")
        .press("次へ", "メニューと担当の対応")
        .press("次へ", "取り込む内容の確認")
        .press("1件の予約を取り込む", "の取り込み")
        .done("予約を取り込みました", 4);
}
