//! Everything in one file.

use super::{FILES, house};
use crate::support::{
    app::{TestApp, tokyo},
    browser::{Browser, Page},
    build::a_booking,
    people::Cast,
    wait::wait_for,
};
use diesel::{RunQueryDsl, sql_query};
use omotenashi::{
    domain::{bookings::lists::List, businesses::file_export},
    mail::{Mailer, Tray},
    media::Store,
    work::{Shift, run_due},
};
use reqwest::Method;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    sync::Arc,
};
use tokio::sync::Notify;
use uuid::Uuid;
use zip::ZipArchive;

/// The night shift does what is due, with these photographs.
fn night(app: &TestApp, store: &Store) {
    let shift = Shift {
        db: app.db().clone(),
        mailer: Mailer::Tray(Tray::new("yoyaku@booking.example.jp".parse().unwrap())),
        secret: app.secret().into(),
        former_secret: None,
        public_url: app.url("").into(),
        contact: None,
        store: store.clone(),
        outside: omotenashi::outside::Outside::with_loopback(),
        wake: Arc::new(Notify::new()),
    };
    wait_for(async move { run_due(&shift).await }).unwrap();
}

fn ask(browser: &Browser) -> Page {
    let page = browser.open(&format!("{FILES}/everything"));
    page.form().send("ファイルを用意する")
}

/// What is in it, by name; text as text.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|place| {
            let mut file = zip.by_index(place).unwrap();
            let mut bytes = Vec::new();
            // Its sum is compared at the end.
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// Answers beside Daichi's booking: a consent, choices and a file, whose key is given.
fn answered(app: &TestApp, cast: &Cast) -> Uuid {
    let sent = json!({"business_id": cast.salon.id, "booking_id": cast.booking.id, "question": cast.cut.id, "name": "頭皮.pdf",
        "content_type": "application/pdf", "bytes": "\\x25504446"});
    let sent = app.insert(cast.salon.id, "bookings.answer_files", sent);
    let told = json!([
        {"question": null, "ja": "同意", "en": "Consent", "given": {"agreed": {"text": "読みました", "name": "OWN name", "at": "2026-11-20T03:00:00Z"}}},
        {"question": null, "ja": "お悩み", "en": "", "given": {"chosen": [{"key": 1, "ja": "うねり", "en": ""}, {"key": 2, "ja": "白髪", "en": ""}]}},
        {"question": null, "ja": "お写真", "en": "", "given": {"files": [{"id": sent, "name": "頭皮.pdf"}]}},
    ]);
    let told =
        json!({"business_id": cast.salon.id, "booking_id": cast.booking.id, "answers": told});
    app.insert(cast.salon.id, "bookings.booking_answers", told);
    sent
}

/// A line an answer: what was asked, what was given, who signed and when, and where a file lies.
fn says_the_answers(answers: &str, sent: Uuid) {
    for line in [
        "同意,読みました,OWN name,2026-11-20 12:00,".to_owned(),
        "お悩み,うねり / 白髪,,,".to_owned(),
        format!("お写真,頭皮.pdf,,,answers/{sent}.pdf"),
    ] {
        assert!(answers.contains(&line), "{line}: {answers}");
    }
}

#[test]
fn everything_is_in_it_and_nothing_of_another_business() {
    let (app, cast, aoi) = house();
    let remark = json!({"customer_note": "=1+1"});
    a_booking(&app, &cast.salon, &cast.cut)
        .at("2026-11-25 10:00")
        .with(remark)
        .build();
    let story = json!({"business_id": cast.salon.id, "booking_id": cast.booking.id, "field_changed": "status", "actor": "customer", "reason": "OWN reason"});
    app.insert(cast.salon.id, "bookings.booking_history", story);
    let sent = answered(&app, &cast);
    let note = json!({"business_id": cast.salon.id, "customer_id": cast.booking.customer, "note": "OWN allergy"});
    app.insert(cast.salon.id, "customers.customer_notes", note);
    for (business, whose) in [(cast.salon.id, "OWN"), (cast.clinic.id, "OTHER")] {
        let row =
            json!({"business_id": business, "name_ja": format!("{whose} category"), "name_en": ""});
        app.insert(business, "catalog.categories", row);
    }
    a_booking(&app, &cast.clinic, &cast.consultation)
        .at("2026-11-25 10:00")
        .named("歯科", "患者")
        .build();
    let store = Store::default();
    let key = "ab".repeat(32);
    let photo =
        json!({"business_id": cast.salon.id, "picture": key, "ending": "jpg", "width": 640});
    let photo = app.insert(cast.salon.id, "businesses.business_media", photo);
    let (place, shelf) = (format!("{}/{key}/640.jpg", cast.salon.id), store.clone());
    wait_for(async move { shelf.put(&place, b"JPEG".to_vec()).await }).unwrap();
    assert_eq!(ask(&aoi).status, 303);
    night(&app, &store);
    let page = aoi.open(&format!("{FILES}/everything"));
    let file = page.follow("ダウンロード");
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), Some("application/zip"));
    let files = unpacked(&file.bytes);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    for list in List::ALL {
        assert!(
            names.contains(&format!("{}.csv", list.id()).as_str()),
            "{names:?}"
        );
    }
    assert_eq!(files[&format!("photos/{photo}.jpg")], b"JPEG");
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    assert!(
        text("README-ja.txt").contains("bookings.csv … 予約"),
        "{}",
        text("README-ja.txt")
    );
    assert!(text("README-en.txt").contains("catalogue.json"));
    assert!(text("bookings.csv").contains("小川 大地,090-1234-5678"));
    assert!(text("bookings.csv").contains("'=1+1"));
    assert!(text("history.csv").contains("OWN reason"));
    says_the_answers(&text("answers.csv"), sent);
    assert_eq!(files[&format!("answers/{sent}.pdf")], b"%PDF");
    assert!(text("README-ja.txt").contains("answers/ …"));
    assert!(text("notes.csv").contains("OWN allergy"));
    assert!(text("customers.csv").contains("お客様番号,姓,名,お名前"));
    let catalogue: Value = serde_json::from_str(&text("catalogue.json")).unwrap();
    assert_eq!(catalogue["categories"][0]["name_ja"], "OWN category");
    assert_eq!(catalogue["services"].as_array().unwrap().len(), 1);
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        let key = cast.clinic.id.to_string();
        for foreign in ["OTHER", "歯科", "Chika", "診察", key.as_str()] {
            assert!(!text.contains(foreign), "{foreign} in {name}");
        }
    }
}

/// Two visits in the chart of Daichi's, the second deleted, each with a photograph that lies in the store; the key of the first's.
fn charted(app: &TestApp, cast: &Cast, store: &Store) -> Uuid {
    let (salon, customer) = (cast.salon.id, cast.booking.customer);
    let mut kept = Vec::new();
    for (letter, text, deleted_at) in [
        ("c", "OWN cut", None),
        ("d", "DELETED", Some("2026-11-19T00:00:00Z")),
    ] {
        let parts =
            json!([{"heading": "施術", "text": text}, {"heading": "次回", "text": "カラー"}]);
        let entry = json!({"business_id": salon, "customer_id": customer, "visited_on": "2026-11-18", "parts": parts, "deleted_at": deleted_at});
        let entry = app.insert(salon, "bookings.chart_entries", entry);
        let photo = json!({"business_id": salon, "entry_id": entry, "picture": letter.repeat(64), "ending": "jpg", "width": 640,
            "height": 480, "stage": "before", "caption": "前髪"});
        kept.push(app.insert(salon, "bookings.chart_photos", photo));
        let (place, shelf) = (
            format!("{salon}/private/{}/640.jpg", letter.repeat(64)),
            store.clone(),
        );
        wait_for(async move { shelf.put(&place, b"CHART".to_vec()).await }).unwrap();
    }
    kept[0]
}

#[test]
fn charts_and_consents_are_in_it_and_what_was_deleted_is_not() {
    let (app, cast, aoi) = house();
    let store = Store::default();
    let photo = charted(&app, &cast, &store);
    answered(&app, &cast);
    let consent = json!({"business_id": cast.salon.id, "customer_id": cast.booking.customer, "kind": "other", "topic": "お子様の施術",
        "wording": "OWN consent", "way": "paper", "signer": "小川 母", "agreed_on": "2026-11-01"});
    app.insert(cast.salon.id, "bookings.consents", consent);
    let withdrawn = json!({"business_id": cast.salon.id, "customer_id": cast.booking.customer, "kind": "answer", "agreed_on": "2026-11-20",
        "booking_id": cast.booking.id, "agreed_at": "2026-11-20T03:00:00Z", "withdrawn_on": "2026-11-20",
        "withdrawn_at": "2026-11-20T03:00:00Z", "withdrawal_note": "お電話で"});
    app.insert(cast.salon.id, "bookings.consents", withdrawn);
    ask(&aoi);
    night(&app, &store);
    let page = aoi.open(&format!("{FILES}/everything"));
    let files = unpacked(&page.follow("ダウンロード").bytes);
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let number = &cast.booking.number;
    for (file, line) in [
        (
            "charts.csv",
            "小川 大地,2026-11-18,施術,OWN cut,,,".to_owned(),
        ),
        (
            "charts.csv",
            "小川 大地,2026-11-18,次回,カラー,,,".to_owned(),
        ),
        (
            "charts.csv",
            format!("小川 大地,2026-11-18,,前髪,前,charts/{photo}.jpg,"),
        ),
        (
            "consents.csv",
            "小川 大地,その他,お子様の施術,OWN consent,2026-11-01,紙に署名,小川 母,,,,".to_owned(),
        ),
        (
            "consents.csv",
            format!(
                "小川 大地,事前の質問での同意,同意,読みました,2026-11-20,ご予約のときにご本人が入力,OWN name,,{number},2026-11-20,お電話で"
            ),
        ),
        ("README-ja.txt", "charts/ …".to_owned()),
    ] {
        assert!(text(file).contains(&line), "{line}: {}", text(file));
    }
    assert_eq!(text("consents.csv").lines().count(), 3, "each once");
    assert_eq!(files[&format!("charts/{photo}.jpg")], b"CHART");
    let charts = files.keys().filter(|name| name.starts_with("charts/"));
    assert_eq!(charts.count(), 1);
    assert!(!text("charts.csv").contains("DELETED"));
}

#[test]
fn it_is_for_owners_who_have_just_proved_it() {
    let (app, cast, aoi) = house();
    let seat = format!(
        "update staff_assignments set role = 'manager' where id = '{}'",
        cast.ben_seat
    );
    app.execute(cast.salon.id, seat);
    let ben = cast.ben.sign_in(&app);
    assert_eq!(ben.open(&format!("{FILES}/everything")).status, 403);
    assert!(!ben.open(FILES).html.contains("files/everything"));
    ask(&aoi);
    night(&app, &Store::default());
    let page = aoi.open(&format!("{FILES}/everything"));
    let url = page.link("ダウンロード");
    assert_eq!(ben.open(&url).status, 403);
    let chika = cast.chika.sign_in(&app);
    assert_eq!(chika.open(&url).status, 404);
    assert_eq!(
        chika.open(&url.replace("aoi-salon", "chika-clinic")).status,
        404
    );
    app.clock().set(tokyo("2026-11-20 13:00"));
    let stale = aoi.send(Method::GET, &url, None);
    assert_eq!(stale.status, 303);
    assert!(stale.location().unwrap().contains("/account/confirm"));
}

#[test]
fn three_a_day_are_made_one_after_the_other_and_kept_a_week() {
    let (app, cast, aoi) = house();
    for round in 0..3 {
        assert_eq!(ask(&aoi).status, 303, "{round}");
        if round == 0 {
            let again = ask(&aoi);
            assert_eq!(again.status, 409);
            assert!(
                again.text().contains("いま用意しています"),
                "{}",
                again.text()
            );
        }
        night(&app, &Store::default());
    }
    let fourth = ask(&aoi);
    assert_eq!(fourth.status, 409);
    assert!(fourth.text().contains("1日3回まで"), "{}", fourth.text());
    let page = aoi.open(&format!("{FILES}/everything"));
    let url = page.document().attribute(".offer-go a", "href").unwrap();
    let kept = |app: &TestApp| app.count(cast.salon.id, "select count(*) from file_export_pieces");
    assert!(kept(&app) >= 3);
    let trail = "select count(*) from audit_logs where entity = 'file_exports'";
    assert_eq!(app.count(cast.salon.id, trail), 6, "asked for and made");
    assert_eq!(aoi.open(&url).status, 200);
    assert_eq!(app.count(cast.salon.id, trail), 7, "and fetched");
    let files = |page: &Page| page.html.matches("everything/").count();
    let again = aoi.open(&format!("{FILES}/everything"));
    assert_eq!(files(&again), files(&page), "which makes no other file");
    app.clock().set(tokyo("2026-11-28 12:00"));
    let aoi = cast.aoi.sign_in(&app);
    assert_eq!(aoi.open(&url).status, 404, "too late");
    let cleared = app.platform(file_export::clear);
    assert_eq!((cleared, kept(&app)), (3, 0));
    let page = aoi.open(&format!("{FILES}/everything"));
    assert!(page.text().contains("期限切れ") && !page.html.contains("everything/"));
    assert_eq!(ask(&aoi).status, 303);
}

#[test]
fn whoever_is_forgotten_while_it_is_made_is_not_in_it() {
    let (app, cast, aoi) = house();
    assert_eq!(ask(&aoi).status, 303);
    let kept = app.tenant(cast.salon.id, |tx| {
        let id = file_export::everything(tx)?[0].id;
        file_export::begin(tx, id)?;
        let before = file_export::put(tx, id, 0, b"x")?;
        file_export::forget(tx)?;
        let after = file_export::put(tx, id, 1, b"y")?;
        file_export::end(tx, id, Some(2))?;
        Ok((before, after))
    });
    assert_eq!(kept, (true, false));
    let count = |query: &str| app.count(cast.salon.id, query);
    assert_eq!(count("select count(*) from file_export_pieces"), 0);
    let ready = "select count(*) from file_exports where state = 'ready'";
    assert_eq!(count(ready), 0, "nobody is offered half of it");
}

#[test]
fn what_nobody_makes_any_more_is_cleared_and_can_be_asked_for_again() {
    let (app, _cast, aoi) = house();
    assert_eq!(ask(&aoi).status, 303);
    assert_eq!(app.platform(file_export::clear), 0, "it waits its turn");
    app.platform(|tx| {
        let fail = "update queue.queue_jobs set status = 'failed' where job_type = 'make_export'";
        sql_query(fail).execute(tx.conn())?;
        Ok(())
    });
    assert_eq!(ask(&aoi).status, 409);
    assert_eq!(app.platform(file_export::clear), 1);
    assert_eq!(ask(&aoi).status, 303);
}
