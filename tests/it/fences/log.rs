//! What the program writes down while people use it: which request ended how, and nothing about anybody (A-187, A-190; ASVS
//! 16.2.5). Looked at in the real program's own log, as talkative as it can be set.

use crate::{
    public::walk::{JA, times, told},
    support::{
        app::{TestApp, TestOptions},
        browser::{Browser, Page},
        build::{Business, Service, a_business, a_service},
        program::Program,
        sql,
    },
};
use std::time::Duration;

const ADDRESS: &str = "zz.marker@example.com";
const PASSWORD: &str = "zz marker lanterns in a row";

/// The letter to this address whose text holds `part`, as `/dev/mail` shows it: the first word that begins so.
fn letter(browser: &Browser, part: &str) -> String {
    for _ in 0..100 {
        let page = browser.visit("/dev/mail").text();
        let found = page.split_whitespace().find(|word| word.contains(part));
        if let Some(found) = found {
            return found[found.find(part).unwrap()..].to_owned();
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!(
        "no letter with {part}: {}",
        browser.visit("/dev/mail").text()
    );
}

/// Signs up, proves the address, comes in wrongly and rightly, and asks for a new password; gives what nobody may read.
fn account(program: &Program) -> Vec<String> {
    let browser = program.browser().with_header("user-agent", "zzmarkeragent");
    let page = browser.open("/en/account/sign-up");
    let page = page.fill("name", "Zzmarker Name").fill("email", ADDRESS);
    page.fill("new_password", PASSWORD).press("Sign up");
    let proof = letter(&browser, "/en/account/verification/");
    program
        .browser()
        .open(&proof)
        .fill("password", PASSWORD)
        .press("Confirm and sign in");
    browser
        .open("/en/account/sign-in")
        .fill("email", ADDRESS)
        .fill("password", PASSWORD)
        .press("Sign in");
    let session = browser.cookie("oc").unwrap();
    let stranger = program.browser();
    let page = stranger.open("/en/account/sign-in");
    let page = page
        .fill("email", ADDRESS)
        .fill("password", "zz marker wrong");
    assert_eq!(page.press("Sign in").status, 422);
    stranger
        .open("/en/account/reset")
        .fill("email", ADDRESS)
        .press("Send the link");
    let reset = letter(&browser, "/en/account/reset/");
    assert_eq!(stranger.visit(&reset).status, 200);
    let csrf = browser.open("/en/account/email").field("csrf").value;
    let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    vec![session, csrf, last(&proof), last(&reset)]
}

/// Books; gives the booking's page and what nobody may read.
fn booking(program: &Program, shop: &Business, cut: &Service) -> (Page, Vec<String>) {
    let browser = program
        .browser()
        .with_header("x-forwarded-for", "198.51.100.77");
    browser.visit("/ja?q=zzmarkersearch");
    let table = browser.open(&times("ja", shop, cut, "&view=table"));
    let document = table.document();
    let labels = document.all("button[aria-label]").into_iter();
    let mut labels = labels.filter_map(|button| button.attr("aria-label"));
    let free = labels.find(|label| label.ends_with("空きあり")).unwrap();
    let details = table.press(free);
    let typed = [
        ("family_name", "目印"),
        ("phone", "090-7777-1234"),
        ("email", ADDRESS),
        ("note", "zzmarkernote"),
    ];
    let done = told(&details, &JA, &typed).press(JA.confirm);
    assert_eq!(done.heading(), "ご予約が確定しました");
    let hold = details.url.split_once("hold=").unwrap().1.to_owned();
    let token = done.url.rsplit('/').next().unwrap().to_owned();
    (done, vec![hold, token])
}

#[test]
fn the_log_of_a_whole_journey_says_what_happened_and_nothing_about_anybody() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let settings = [("OC_LOG", "debug"), ("OC_TRUSTED_PROXIES", "1")];
    let program = Program::serving(&app, &settings);
    let mut secret = account(&program);
    let (done, more) = booking(&program, &shop, &cut);
    secret.extend(more);
    let browser = done.browser.clone();
    browser.visit("/ja/zzmarkerpath");
    browser.with_header("host", "zzmarkerhost").visit("/ja");
    browser.post("/ja/account/sign-in", &[("zzmarkerfield", "%00")]);
    let turned_away = browser
        .with_header("sec-fetch-site", "cross-site")
        .post("/ja/account/reset", &[("email", ADDRESS)]);
    assert_eq!(turned_away.status, 403);
    sql::run(
        &mut sql::connect(app.database_url()),
        "alter table bookings.bookings rename to gone",
    );
    let broken = browser.visit(&done.url);
    assert_eq!(broken.status, 500);
    std::thread::sleep(Duration::from_millis(200));
    let log = program.log();
    for word in [
        "zz marker",
        "zzmarker",
        "Zzmarker",
        "zz.marker",
        "目印",
        "77771234",
        "7777-1234",
        "198.51.100",
        "argon2",
    ] {
        assert!(!log.contains(word), "{word} in {}", around(&log, word));
    }
    for word in &secret {
        assert!(word.len() >= 32);
        assert!(
            !log.contains(word.as_str()),
            "a key in {}",
            around(&log, word)
        );
    }
    for answer in [&broken, &turned_away] {
        let number = answer.header("x-request-id").unwrap();
        assert!(answer.text().contains(number), "{}", answer.text());
        assert!(log.contains(number), "the log knows the number of the page");
    }
    for line in [
        "route=\"/{lang:ja|en}/b/{slug}/book/confirm\"",
        "status=303",
        "not let in",
        &format!("way=\"password\" account=\"{}\"", signed_up(&app)),
        "broken",
    ] {
        assert!(log.contains(line), "{line} is missing in {log:.2000}");
    }
}

/// The account that was signed up.
fn signed_up(app: &TestApp) -> String {
    let query = format!("select id::text as line from accounts.users where email = '{ADDRESS}'");
    sql::lines(&mut sql::connect_as_house(app.database_url()), &query).remove(0)
}

fn around(log: &str, word: &str) -> String {
    let line = log.lines().find(|line| line.contains(word));
    line.unwrap_or_default().to_owned()
}
