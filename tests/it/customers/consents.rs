//! What guests agreed to: written down, read beside what stands among their answers, taken back, never deleted.

use super::{CARDS, a_card, house};
use crate::support::{
    app::{TestApp, tokyo},
    browser::{Browser, Page},
    chromium::Chromium,
    eye::Eye,
    people::Cast,
};
use serde_json::json;

/// The consents of Daichi's.
fn consents(cast: &Cast) -> String {
    format!("{CARDS}/{}/consents", cast.booking.customer)
}

/// Writes down that photographs may be shown.
fn write(browser: &Browser, cast: &Cast, (topic, date): (&str, &str)) -> Page {
    let form = browser.open(&format!("{}/new?kind=photos", consents(cast)));
    form.fill("topic", topic)
        .fill("way", "paper")
        .fill("date", date)
        .press("保存")
}

/// Daichi signs something with his booking, and says that what is about health may be told.
fn signs(app: &TestApp, cast: &Cast) {
    let given = |text: &str, name: &str| json!({"agreed": {"text": text, "name": name, "at": "2026-11-19T03:00:00.123456Z"}});
    let answers = json!([
        {"question": null, "ja": "健康に関する情報の取り扱い", "en": "Your health", "given": given("担当者が確認します", "")},
        {"question": cast.cut.id, "ja": "施術同意書", "en": "", "given": given("説明を読みました。", "小川 大地")},
        {"question": uuid::Uuid::nil(), "ja": "アレルギー", "en": "", "given": {"text": "そば"}},
    ]);
    let row =
        json!({"business_id": cast.salon.id, "booking_id": cast.booking.id, "answers": answers});
    app.insert(cast.salon.id, "bookings.booking_answers", row);
}

/// The headings of what is listed, in their order.
fn titles(page: &Page) -> Vec<String> {
    page.document().texts("article h3")
}

#[test]
fn one_is_written_down_in_its_words_and_stands_on_the_card_and_on_paper() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    assert!(card.text().contains("同意の記録はまだありません"));
    let list = card.follow("同意をすべて見る");
    let form = list.follow("写真の掲載");
    assert!(form.field("wording").value.contains("SNSに掲載すること"));
    assert_eq!(form.field("date").value, "2026-11-20");
    let page = form
        .fill("topic", "Instagramだけ")
        .fill("wording", "写真をInstagramに\n載せることに同意します。")
        .fill("way", "paper")
        .fill("signer", "小川 母")
        .press("保存");
    assert_eq!(page.flash().as_deref(), Some("同意を記録しました"));
    assert_eq!(titles(&page), ["写真の掲載（Instagramだけ）"]);
    let facts = ["2026年11月20日", "紙に署名", "小川 母", "記入: ", "同意"];
    for there in facts {
        assert!(page.text().contains(there), "{there}: {}", page.text());
    }
    let older = write(&aoi, &cast, ("", "2020-04-01"));
    assert_eq!(
        titles(&older),
        ["写真の掲載（Instagramだけ）", "写真の掲載"]
    );
    let card = aoi.open(&format!("{CARDS}/{}", cast.booking.customer));
    assert_eq!(card.document().texts("#consents h3").len(), 2);
    let paper = older.follow("印刷する");
    assert!(paper.text().contains("写真をInstagramに"));
    assert!(paper.text().contains("2020年4月1日"), "{}", paper.text());
    // The next one, of whoever it is, begins with the same words.
    let other = a_card(&app, &cast, ("高橋 花", ""), json!({}));
    let list = aoi.open(&format!("{CARDS}/{other}/consents"));
    let again = list.follow("写真の掲載（Instagramだけ）");
    assert_eq!(
        again.field("wording").value,
        "写真をInstagramに\n載せることに同意します。"
    );
    assert_eq!(again.field("topic").value, "Instagramだけ");
    let told = "select count(*) from audit.audit_logs where entity = 'consents' and coalesce(after_json, before_json)::text like '%Instagram%'";
    assert_eq!(app.count(cast.salon.id, told), 0, "the trail has no words");
    let kept = "select count(*) from audit.audit_logs where entity = 'consents'";
    assert_eq!(app.count(cast.salon.id, kept), 2);
}

#[test]
fn what_is_missing_or_wrong_is_said_and_what_is_typed_is_kept() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let form = aoi.open(&format!("{}/new", consents(&cast)));
    let empty = form.press("保存");
    assert_eq!((empty.status, empty.errors().len()), (422, 3));
    for (field, said) in [
        ("kind", "種類を選んでください"),
        ("wording", "同意した文面を入力してください"),
        ("way", "同意を受けた方法を選んでください"),
    ] {
        let complaint = empty.error(field).unwrap_or_default();
        assert!(complaint.contains(said), "{field}: {complaint}");
    }
    let wrong = form
        .fill("kind", "other")
        .fill("wording", "髪を寄付します")
        .fill("way", "phone")
        .fill("date", "2026-11-21")
        .fill("signer", &"あ".repeat(101))
        .press("保存");
    assert_eq!((wrong.status, wrong.errors().len()), (422, 3));
    for field in ["topic", "date", "signer"] {
        assert!(
            wrong.error(field).is_some(),
            "{field}: {:?}",
            wrong.errors()
        );
    }
    assert_eq!(wrong.field("wording").value, "髪を寄付します");
    assert_eq!(wrong.field("date").value, "2026-11-21");
    let strange = [
        (
            "csrf",
            form.field("csrf")
                .value
                .split(',')
                .next()
                .unwrap()
                .to_owned(),
        ),
        ("kind", "answer".to_owned()),
        ("wording", "x".to_owned()),
        ("way", "fax".to_owned()),
        ("date", "x".to_owned()),
    ];
    let strange: Vec<_> = strange
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let strange = aoi.post(&format!("{}/new", consents(&cast)), &strange);
    assert_eq!((strange.status, strange.errors().len()), (422, 3));
    let none = "select count(*) from bookings.consents";
    assert_eq!(app.count(cast.salon.id, none), 0);
}

#[test]
fn what_was_agreed_to_with_a_booking_is_read_there_and_can_be_taken_back() {
    let (app, cast) = house();
    signs(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    write(&aoi, &cast, ("", "2026-11-20"));
    let page = aoi.open(&consents(&cast));
    let all = titles(&page);
    assert_eq!(all.len(), 3, "no answer but those that agree: {all:?}");
    assert_eq!(all[0], "写真の掲載", "the newest first");
    assert!(page.text().contains("ご予約のときにご本人が入力"));
    assert!(page.text().contains("説明を読みました。"));
    let counter = format!("/ja/staff/aoi-salon/bookings/{}", cast.booking.id);
    assert_eq!(
        page.part("article", "施術同意書").follow("予約を見る").url,
        counter
    );
    let form = page.part("article", "施術同意書").follow("撤回を記録");
    assert_eq!(form.field("date").value, "2026-11-20");
    for (date, said) in [("2026-11-18", "同意した日"), ("2026-11-21", "今日か")] {
        let early = form.fill("date", date).press("保存");
        assert_eq!(early.status, 422);
        assert!(early.errors()[0].contains(said), "{:?}", early.errors());
    }
    let page = form.fill("note", "お電話で").press("保存");
    assert!(page.flash().unwrap().starts_with("撤回を記録しました"));
    let one = page.part("article", "施術同意書").text();
    for there in ["撤回", "2026年11月20日", "お電話で", "説明を読みました。"] {
        assert!(one.contains(there), "{there}: {one}");
    }
    let health = page.part("article", "健康に関する情報の取り扱い");
    assert!(!health.text().contains("に撤回"), "{}", health.text());
    // Whoever signs anew has not taken that back.
    let anew = "update bookings.booking_answers set answers = jsonb_set(answers, '{1,given,agreed,at}', '\"2026-11-20T03:00:00Z\"')";
    app.execute(cast.salon.id, anew);
    let page = aoi.open(&consents(&cast));
    assert!(!page.part("article", "施術同意書").text().contains("に撤回"));
    let back = "update bookings.booking_answers set answers = jsonb_set(answers, '{1,given,agreed,at}', '\"2026-11-19T03:00:00.123456Z\"')";
    app.execute(cast.salon.id, back);
    let page = aoi
        .open(&consents(&cast))
        .press("撤回を取り消す 施術同意書");
    assert_eq!(page.flash().as_deref(), Some("撤回を取り消しました"));
    assert!(!page.text().contains("に撤回"));
    // Written down, taken back, and that taken back: the trail keeps all three.
    let trail = "select count(*) from audit.audit_logs where entity = 'consents'";
    assert_eq!(app.count(cast.salon.id, trail), 3);
}

#[test]
fn of_two_who_write_down_a_withdrawal_the_second_sees_both() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    let list = write(&aoi, &cast, ("", "2026-11-01"));
    let (first, second) = (list.follow("撤回を記録"), list.follow("撤回を記録"));
    first.fill("note", "お電話で").press("保存");
    let stale = second.fill("note", "店頭で").press("保存");
    assert_eq!(stale.status, 409);
    assert!(stale.text().contains("お電話で"), "{}", stale.text());
    assert_eq!(stale.field("note").value, "店頭で");
    let done = stale.form().press("入力した内容で上書き");
    assert!(done.text().contains("店頭で") && !done.text().contains("お電話で"));
    let mended = done.follow("撤回の記録を直す");
    let mended = mended.fill("note", "メールで").press("保存");
    assert!(mended.text().contains("メールで"));
    // The same again changes nothing and harms nobody.
    let again = stale
        .form()
        .fill("note", "メールで")
        .press("入力した内容で上書き");
    assert_eq!(again.status, 200);
    let rows = "select count(*) from bookings.consents where withdrawal_note = 'メールで' and withdrawn_on is not null";
    assert_eq!(app.count(cast.salon.id, rows), 1);
}

#[test]
fn whoever_serves_reads_them_and_another_shop_finds_nothing() {
    let (app, cast) = house();
    signs(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    let list = write(&aoi, &cast, ("", "2026-11-01"));
    let withdrawal = list.part("article", "写真の掲載").link("撤回を記録");
    let ben = cast.ben.sign_in(&app);
    let read = ben.open(&consents(&cast));
    assert_eq!(titles(&read).len(), 3);
    assert!(!read.html.contains("/withdrawal") && !read.html.contains("/consents/new"));
    assert_eq!(ben.open(&withdrawal).status, 403);
    let chika = cast.chika.sign_in(&app);
    for path in [consents(&cast), withdrawal.clone()] {
        assert_eq!(chika.open(&path).status, 404, "{path}");
        let theirs = path.replace("aoi-salon", "chika-clinic");
        assert_eq!(chika.open(&theirs).status, 404, "{theirs}");
    }
    let other = a_card(&app, &cast, ("高橋 花", ""), json!({}));
    let crossed = withdrawal.replace(&cast.booking.customer.to_string(), &other.to_string());
    assert_eq!(aoi.open(&crossed).status, 404);
    for strange in ["x", "_", "00000000-0000-4000-8000-000000000001_x"] {
        let path = format!("{}/{strange}/withdrawal", consents(&cast));
        assert_eq!(aoi.open(&path).status, 404, "{path}");
    }
    let refuse = "update businesses.staff_assignments set permissions_json = '{\"customers-read\": false}' where role = 'service_provider'";
    app.execute(cast.salon.id, refuse);
    assert_eq!(ben.open(&consents(&cast)).status, 403);
}

#[test]
fn so_many_are_enough_for_one_card() {
    let (app, cast) = house();
    let many = format!(
        "insert into bookings.consents (business_id, customer_id, kind, wording, agreed_on)
         select '{}', '{}', 'photos', 'x', '2026-11-01' from generate_series(1, 200)",
        cast.salon.id, cast.booking.customer
    );
    app.execute(cast.salon.id, many);
    let full = write(&cast.aoi.sign_in(&app), &cast, ("", "2026-11-01"));
    assert_eq!(full.status, 422);
    assert!(
        full.errors()[0].contains("200件まで"),
        "{:?}",
        full.errors()
    );
    assert_eq!(full.field("date").value, "2026-11-01");
}

#[test]
fn every_page_of_them_is_whole_in_each_size_and_light() {
    let (app, cast) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    app.clock().set(tokyo("2026-11-20 12:00"));
    let aoi = cast.aoi.sign_in(&app);
    for (code, save) in [("ja", "保存"), ("en", "Save")] {
        let mut eye = Eye::new(&window, true);
        window.as_of(&aoi);
        let tongue = |path: &str| path.replacen("/ja/", &format!("/{code}/"), 1);
        let title = |path: &str| aoi.open(path).heading();
        let list = tongue(&consents(&cast));
        eye.visit(&list, &title(&list));
        let new = format!("{list}/new");
        eye.visit(&new, &title(&new));
        eye.press_in_vain(save, &title(&new));
        if code == "ja" {
            signs(&app, &cast);
        }
        let topic = format!("Instagram {code}");
        let full = write(&aoi, &cast, (&topic, "2026-11-01"));
        let own = full.part("article", &topic);
        let withdrawal = tongue(&own.link("撤回を記録"));
        eye.visit(&withdrawal, &title(&withdrawal));
        own.follow("撤回を記録")
            .fill("note", "お電話で")
            .press("保存");
        let card = tongue(&format!("{CARDS}/{}", cast.booking.customer));
        for path in [list, card] {
            eye.visit(&path, &title(&path));
        }
        eye.close("office/consents");
    }
}
