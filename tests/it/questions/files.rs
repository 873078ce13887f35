//! Photographs and papers as answers: taken, refused by name, kept for few, and gone with what they were sent for.

use super::{guests::shop, lines, question};
use crate::{
    media::pictures,
    public::{
        strict::Strict,
        walk::{JA, held, says},
    },
    support::{
        app::TestApp,
        browser::Page,
        build::{Business, Service},
    },
};
use omotenashi::domain::{bookings::answer_files, scheduling::expiry};
use serde_json::json;
use uuid::Uuid;

/// A paper of so many bytes.
pub fn paper(size: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(size.max(20) - 6, b' ');
    bytes.extend(b"%%EOF\n");
    bytes
}

/// A photograph with its place noted in it.
fn photo(width: u32) -> Vec<u8> {
    pictures::noted(&pictures::jpeg(&pictures::calm(width, width)), 1)
}

/// Sends the details page as a browser does that has no script.
fn send(page: &Page, fields: &[(&str, &str)], files: &[(String, &str, Vec<u8>)]) -> Page {
    let hold = page.field("hold").value;
    let mut body = Vec::new();
    let known = [("hold", hold.as_str())];
    let named = JA.typed.iter().filter(|(name, _)| {
        let mut own = fields.iter();
        !own.any(|(own, _)| own == name)
    });
    for (name, text) in known.iter().chain(named).chain(fields) {
        let part =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
        body.extend(part.into_bytes());
    }
    for (name, file, bytes) in files {
        let part = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: x/x\r\n\r\n"
        );
        body.extend(part.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let browser = page
        .browser
        .with_header("content-type", "multipart/form-data; boundary=edge");
    let document = page.document();
    let path = document.attribute("#typed", "action").unwrap();
    let mut sent = browser.send(reqwest::Method::POST, &path, Some(body));
    sent.browser = page.browser.clone();
    sent.settled()
}

/// A question for files about a cut, and the page on which it is asked.
fn asked(more: serde_json::Value) -> (TestApp, Business, Service, String, Page) {
    let (app, shop, cut) = shop();
    let id = question(&app, shop.id, &cut, ("file", "気になるところの写真"), more);
    let page = held(&app, &shop, &cut, "11月21日(土) 14:00");
    (app, shop, cut, format!("q-{id}"), page)
}

fn kept(app: &TestApp, shop: &Business) -> Vec<String> {
    let all = "select name || ' ' || (booking_id is not null) as line from bookings.answer_files order by name";
    lines(app, shop.id, all)
}

#[test]
fn a_photograph_and_a_paper_go_with_the_booking_and_only_few_are_given_them() {
    let (app, shop, _, name, page) = asked(json!({"is_required": true}));
    says(&page, &["3点まで選べます", "PDF（5MBまで）"]);
    let document = page.document();
    assert_eq!(
        document.attribute("#typed", "enctype").as_deref(),
        Some("multipart/form-data")
    );
    let empty = send(&page, &[], &[(name.clone(), "", Vec::new())]).strict();
    assert_eq!(empty.status, 422);
    assert!(empty.error(&name).unwrap().contains("写真またはPDF"));
    let files = [
        (name.clone(), "頭皮.jpg", photo(600)),
        (name.clone(), "紹介状.pdf", paper(3000)),
    ];
    let check = send(&empty, &[], &files).strict();
    assert_eq!(check.status, 200, "{:?}", check.errors());
    says(&check, &["頭皮.jpg", "紹介状.pdf"]);
    assert_eq!(kept(&app, &shop), ["紹介状.pdf false", "頭皮.jpg false"]);
    let done = check.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert_eq!(kept(&app, &shop), ["紹介状.pdf true", "頭皮.jpg true"]);
    let (picture, paper) = (done.link("頭皮.jpg"), done.link("紹介状.pdf"));
    let picture = app.browser().open(&picture);
    assert_eq!(picture.header("content-type"), Some("image/jpeg"));
    given(&picture, "inline");
    assert!(!picture.html.contains(pictures::PLACE), "made anew");
    let paper = app.browser().open(&paper);
    assert_eq!(paper.header("content-type"), Some("application/pdf"));
    given(&paper, "attachment");
    let other = format!("{}/files/{}", done.url, Uuid::nil());
    assert_eq!(app.browser().open(&other).status, 404);
    let stranger = picture.url.replace(
        &token(&done),
        &token(&done).chars().rev().collect::<String>(),
    );
    assert_eq!(app.browser().open(&stranger).status, 404);
    let letter = app.letter();
    assert!(!letter.text.contains("頭皮") && !letter.text.contains("写真"));
}

fn token(page: &Page) -> String {
    crate::public::walk::token_of(page)
}

/// Whoever is given a file keeps it to themselves, and nothing in it runs.
fn given(file: &Page, how: &str) {
    assert_eq!(file.status, 200);
    for (name, part) in [
        ("content-disposition", how),
        ("cache-control", "private, no-store"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox"),
    ] {
        let said = file.header(name).unwrap_or_default();
        assert!(said.contains(part), "{name}: {said}");
    }
}

#[test]
fn what_is_refused_is_refused_by_its_name_and_nothing_else_is_lost() {
    let (app, shop, _, name, page) = asked(json!({}));
    let own = |file: &'static str, bytes: Vec<u8>| (name.clone(), file, bytes);
    let files = [
        own("good.png", pictures::png(&pictures::calm(300, 200))),
        own("notes.txt", b"hello".to_vec()),
        own("huge.pdf", paper(6 * 1024 * 1024)),
        own("photo.pdf", photo(300)),
        own("cut.pdf", b"%PDF-1.7 and no end".to_vec()),
        own("paper.jpg", paper(2000)),
        own("large.jpg", vec![0xff; 11 * 1024 * 1024]),
    ];
    let fields = [
        ("family_name", "佐々木"),
        ("phone", "123"),
        ("note", "よろしく"),
    ];
    let wrong = send(&page, &fields, &files).strict();
    assert_eq!(wrong.status, 422);
    let said = wrong.text();
    for file in [
        "notes.txt",
        "huge.pdf",
        "photo.pdf",
        "cut.pdf",
        "paper.jpg",
        "large.jpg",
    ] {
        assert!(said.contains(&format!("「{file}」")), "{file}: {said}");
    }
    assert!(!said.contains("「good.png」"), "it was taken");
    says(&wrong, &["受け取り済み", "good.jpg"]);
    assert!(
        wrong.error("phone").is_some(),
        "and the rest is judged, too"
    );
    assert_eq!(wrong.field("family_name").value, "佐々木");
    assert_eq!(wrong.field("note").value, "よろしく");
    assert_eq!(kept(&app, &shop), ["good.jpg false"]);
    // A reload, or another way back, loses nothing either.
    let again = page.browser.open(&page.url).strict();
    says(&again, &["good.jpg"]);
    assert_eq!(again.field("family_name").value, "佐々木");
    let check = send(&again, &[], &[]).strict();
    says(&check, &["good.jpg"]);
}

#[test]
fn a_file_can_be_taken_back_and_there_are_no_more_than_so_many() {
    let (app, shop, cut, name, page) = asked(json!({"is_required": true}));
    let four = [200, 300, 400, 500].map(|width| (name.clone(), "a.jpg", photo(width)));
    let full = send(&page, &[], &four).strict();
    assert_eq!(full.status, 422);
    assert!(full.error(&name).unwrap().contains("3点まで"));
    assert_eq!(kept(&app, &shop).len(), 3);
    let twice = send(&full, &[], &[(name.clone(), "b.jpg", photo(200))]).strict();
    assert_eq!(twice.status, 200, "the same is not taken twice");
    assert_eq!(kept(&app, &shop).len(), 3);
    let mut page = twice.follow("回答を変更する").strict();
    for left in [2, 1, 0] {
        let document = page.document();
        let button = document.all("button[name=drop]")[0].attr("value").unwrap();
        page = send(&page, &[("drop", button), ("note", "残す")], &[]).strict();
        assert_eq!(page.heading(), "お客様情報");
        assert_eq!(page.field("note").value, "残す");
        assert_eq!(kept(&app, &shop).len(), left);
    }
    assert!(!page.text().contains("受け取り済み"));
    // What was accepted with a file that is gone is not whole any more.
    let url = page.url.replace("/details", "/confirm");
    assert_eq!(page.browser.open(&url).heading(), "お客様情報");
    // Nobody takes away what is another's.
    let own = send(&page, &[], &[(name, "a.jpg", photo(200))]);
    assert_eq!(own.status, 200);
    let id = "select id::text as line from bookings.answer_files";
    let id = lines(&app, shop.id, id)[0].clone();
    let other = held(&app, &shop, &cut, "11月21日(土) 16:00");
    send(&other, &[("drop", &id)], &[]);
    assert_eq!(kept(&app, &shop), ["a.jpg false"]);
}

#[test]
fn what_is_about_health_is_taken_after_it_was_agreed_to_and_what_nobody_asks_for_is_not() {
    let (app, shop, cut, name, _) = asked(json!({"is_health": true}));
    let more = json!({"choices": super::yes_or_no()});
    let cause = question(&app, shop.id, &cut, ("one", "お持ちですか"), more);
    let more = json!({"only_if": cause, "only_if_choice": 1, "is_required": true});
    let then = question(&app, shop.id, &cut, ("file", "お薬手帳"), more);
    let (cause, then) = (format!("q-{cause}"), format!("q-{then}"));
    let page = held(&app, &shop, &cut, "11月21日(土) 16:00");
    let files = [
        (name.clone(), "a.jpg", photo(200)),
        (then.clone(), "b.jpg", photo(300)),
        ("q-other".to_owned(), "c.jpg", photo(400)),
    ];
    let not_yet = send(&page, &[(cause.as_str(), "2")], &files).strict();
    assert_eq!(not_yet.status, 422);
    assert!(not_yet.error(&name).unwrap().contains("「a.jpg」はまだ"));
    assert_eq!(kept(&app, &shop), Vec::<String>::new());
    let fields = [(cause.as_str(), "1"), ("q-health", "yes")];
    let check = send(&not_yet, &fields, &files).strict();
    says(&check, &["a.jpg", "b.jpg"]);
    let fewer = [(cause.as_str(), "2"), ("q-health", "yes")];
    let back = check.follow("回答を変更する");
    let check = send(&back, &fewer, &[]).strict();
    assert!(!check.text().contains("b.jpg"), "it is not asked any more");
    check.press(JA.confirm).strict();
    assert_eq!(kept(&app, &shop), ["a.jpg true"], "and not kept");
}

#[test]
fn what_was_sent_for_a_hold_goes_with_it_and_with_whoever_is_forgotten() {
    let (app, shop, cut, name, page) = asked(json!({}));
    let one = [(name.clone(), "a.jpg", photo(200))];
    assert_eq!(send(&page, &[], &one).status, 200);
    let other = held(&app, &shop, &cut, "11月21日(土) 16:00");
    let theirs = [(name, "b.jpg", photo(200))];
    assert_eq!(
        send(&other, &[("email", "else@example.com")], &theirs).status,
        200
    );
    assert_eq!(kept(&app, &shop).len(), 2);
    app.platform(|tx| {
        let holds = expiry::forget_typed(tx, "else@example.com")?;
        answer_files::forget(tx, &holds)
    });
    assert_eq!(kept(&app, &shop), ["a.jpg false"]);
    app.execute(
        shop.id,
        "update scheduling.reservations set expires_at = '2026-11-18 10:00+09'",
    );
    app.platform(expiry::clear);
    assert_eq!(kept(&app, &shop), Vec::<String>::new());
}

#[test]
fn nobody_sends_files_who_holds_nothing_and_no_form_is_endless() {
    let (app, shop, _, name, page) = asked(json!({}));
    let mut nobody = page.clone();
    let hold = page.field("hold").value;
    let wrong: String = hold.chars().rev().collect();
    nobody.html = page.html.replace(&hold, &wrong);
    let one = [(name.clone(), "a.jpg", photo(200))];
    assert_eq!(send(&nobody, &[], &one).status, 404);
    // The form's own hold is the address's.
    let mut mixed = page.clone();
    mixed.html = page
        .html
        .replacen(&format!("value=\"{hold}\""), "value=\"x\"", 9);
    assert_eq!(send(&mixed, &[], &one).status, 400);
    let most = [(name, "a.pdf", vec![b'x'; 65 * 1024 * 1024])];
    assert_eq!(send(&page, &[], &most).status, 413);
    assert_eq!(kept(&app, &shop), Vec::<String>::new());
}
