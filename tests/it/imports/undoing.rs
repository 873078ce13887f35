//! What a file brought is taken back as a whole, while nobody has touched it.

use super::{BOOKED, HEAD, LINE, checked, house};

#[test]
fn an_import_is_taken_back_with_its_time_its_cards_and_its_letters() {
    let (app, cast, aoi) = house();
    let before = app.count(cast.salon.id, BOOKED);
    let file = format!("{HEAD}{LINE}A-2,2026/12/02,10:00,,カット,,小川 大地,,,,\n");
    let check = checked(&aoi, &file);
    let made = check
        .form()
        .tick("tell", "yes")
        .press("2件の予約を取り込む");
    let sure = made.follow("取り込みを取り消す");
    assert!(
        sure.text().contains("2件の予約を削除します"),
        "{}",
        sure.text()
    );
    assert_eq!(
        app.count(cast.salon.id, BOOKED),
        before + 2,
        "asked, not done"
    );
    assert!(made.text().contains("入れた予約 2件"), "{}", made.text());
    assert!(
        made.text().contains("新しく登録したお客様 2名"),
        "{}",
        made.text()
    );
    let undone = sure.press("2件の予約を取り消す");
    assert_eq!(undone.flash().as_deref(), Some("取り込みを取り消しました"));
    assert!(undone.text().contains("取り消し済み"));
    assert!(
        undone
            .text()
            .contains("入れた2件の予約は、予約表から削除されています")
            && !undone.text().contains("入った予約"),
        "{}",
        undone.text()
    );
    let count = |sql: &str| app.count(cast.salon.id, sql);
    assert_eq!(count(BOOKED), before);
    assert_eq!(count("select count(*) from scheduling.allocations"), 1);
    assert_eq!(
        count("select count(*) from customers.customers where deleted_at is null"),
        1
    );
    assert_eq!(
        count("select count(*) from notifications.notification_outbox where sent_at is null"),
        0
    );
    assert_eq!(sure.form().send("2件の予約を取り消す").status, 404, "once");
    assert!(
        checked(&aoi, &file).text().contains("入る予約 2件"),
        "it can be brought in again"
    );
}

#[test]
fn a_card_with_a_chart_stays_and_a_booking_with_one_was_touched() {
    let (app, cast, aoi) = house();
    let count = |sql: &str| app.count(cast.salon.id, sql);
    let file = format!("{HEAD}{LINE}");
    let made = checked(&aoi, &file).press("1件の予約を取り込む");
    let of_import = "from bookings.bookings where source = 'import' and deleted_at is null";
    let chart = |booking: &str| {
        let row = format!(
            "insert into bookings.chart_entries (business_id, customer_id, booking_id, visited_on, parts) \
             select business_id, customer_id, {booking}, '2026-11-20', '[{{\"heading\": \"施術\", \"text\": \"電話で相談\"}}]' {of_import}"
        );
        app.execute(cast.salon.id, row);
    };
    chart("id");
    let sure = aoi.open(&format!("{}/undo", made.url.split('?').next().unwrap()));
    assert_eq!(sure.status, 200, "looking is no conflict");
    assert!(
        sure.errors()[0].contains("1件あるため"),
        "{:?}",
        sure.errors()
    );
    let title = sure.document().texts("title").concat();
    assert!(title.starts_with("エラー"), "{title}");
    app.execute(cast.salon.id, "delete from bookings.chart_entries");
    chart("null");
    let undone = aoi
        .open(&made.url)
        .follow("取り込みを取り消す")
        .press("取り消す");
    assert_eq!(undone.flash().as_deref(), Some("取り込みを取り消しました"));
    assert_eq!(count(&format!("select count(*) {of_import}")), 0);
    let kept = "select count(*) from customers.customers c join bookings.chart_entries k on k.customer_id = c.id where c.deleted_at is null";
    assert_eq!(
        count(kept),
        1,
        "nothing is written about somebody who is gone"
    );
}

#[test]
fn what_somebody_has_touched_is_not_taken_back_as_a_whole() {
    let (app, cast, aoi) = house();
    let made = checked(&aoi, &format!("{HEAD}{LINE}")).press("1件の予約を取り込む");
    let sure = made.follow("取り込みを取り消す");
    app.execute(
        cast.salon.id,
        "update bookings.bookings set version = 2, staff_note = 'x' where source = 'import'",
    );
    let before = app.count(cast.salon.id, BOOKED);
    let refused = sure.form().send("1件の予約を取り消す");
    assert_eq!(refused.status, 409);
    assert!(
        refused.errors()[0].contains("1件あるため"),
        "{:?}",
        refused.errors()
    );
    assert_eq!(app.count(cast.salon.id, BOOKED), before);
    let page = aoi.open(&made.url);
    assert!(
        page.text().contains("まとめて取り消せません")
            && !page.text().contains("取り込みを取り消す")
    );
}
