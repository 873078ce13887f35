//! Guests' pages inside a page of the shop's: where its owner allows that, without any cookie, and nowhere else.

use super::{
    flow::salon,
    walk::{JA, free, times, token_of, told},
};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    build::{a_business, a_service},
    chromium::Chromium,
    people::{Cast, lines},
};
use serde_json::json;
use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
};

const AT_TWO: &str = "11月25日(水) 14:00";

/// What a page says of those around it: its policy's last word, and the older header.
fn around(page: &Page) -> (String, Option<String>) {
    let policy = page.header("content-security-policy").unwrap_or_default();
    let (_, ancestors) = policy.split_once("frame-ancestors ").unwrap();
    let older = page.header("x-frame-options").map(str::to_owned);
    (ancestors.to_owned(), older)
}

/// What somebody has who keeps no cookies.
fn forgets(browser: &Browser) {
    for name in browser.cookies().keys() {
        browser.set_cookie(name, "");
    }
}

#[test]
fn a_guest_books_moves_and_calls_off_without_any_cookie() {
    let (app, shop, cut) = salon();
    let browser = app.browser();
    let step = |page: Page| {
        forgets(&browser);
        assert!(page.status < 400, "{} {}", page.status, page.text());
        page
    };
    let page = step(browser.open(&times("ja", &shop, &cut, "&view=table")));
    let page = step(page.press(&free(AT_TWO)));
    let page = step(told(&page, &JA, &[]));
    let page = step(page.press(JA.confirm));
    assert_eq!(page.heading(), "ご予約が確定しました");
    let page = step(browser.open(&page.url));
    let page = step(page.follow("予約をキャンセルする"));
    step(page.press("予約をキャンセルする"));
    let standing = "select status::text as line from bookings.bookings";
    assert_eq!(lines(&app, shop.id, standing), ["cancelled"]);
}

#[test]
fn only_guests_pages_of_that_shop_stand_in_the_pages_it_allows() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let nowhere = ("'none'".to_owned(), Some("DENY".to_owned()));
    let own = "/ja/b/aoi-salon";
    assert_eq!(around(&app.browser().open(own)), nowhere);
    let hosts = json!({"business_id": cast.salon.id, "hosts": "https://www.hana.example https://hana.example"});
    app.insert(cast.salon.id, "businesses.embeddings", hosts);
    let browser = app.browser();
    let page = browser.open(own);
    let inside = (
        "https://www.hana.example https://hana.example".to_owned(),
        None,
    );
    assert_eq!(around(&page), inside);
    let policy = page.header("content-security-policy").unwrap().to_owned();
    let other = browser.open("/ja/b/chika-clinic");
    assert_eq!(around(&other), nowhere);
    // But for whose pages they stand in, both say the same.
    let rest = |policy: &str| policy.split("frame-ancestors").next().unwrap().to_owned();
    assert_eq!(
        rest(&policy),
        rest(other.header("content-security-policy").unwrap())
    );

    let page = browser.open(&times("ja", &cast.salon, &cast.cut, "&view=table"));
    assert_eq!(around(&page), inside);
    let page = page.press(&free(AT_TWO));
    assert_eq!(around(&page), inside, "the details");
    let page = told(&page, &JA, &[]);
    assert_eq!(around(&page), inside, "the final check");
    let page = page.press(JA.confirm);
    assert_eq!(around(&page), inside, "the booking");
    let token = token_of(&page);
    let page = browser.open(&format!("/ja/bookings/{token}/cancel"));
    if page.status == 200 {
        assert_eq!(around(&page), inside, "calling it off");
    }

    let aoi = cast.aoi.sign_in(&app);
    for path in [
        "/ja/account/sign-in",
        "/ja/account/sign-up",
        "/ja/find",
        "/ja/nothing",
        "/ja/b/aoi-salon/nothing",
    ] {
        assert_eq!(around(&browser.visit(path)), nowhere, "{path}");
    }
    for path in [
        "/ja/account",
        "/ja/staff/aoi-salon",
        "/ja/owner/aoi-salon",
        "/ja/owner/aoi-salon/share",
    ] {
        assert_eq!(around(&aoi.open(path)), nowhere, "{path}");
    }
}

#[test]
fn the_owner_says_which_sites_and_gets_what_to_paste() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open("/ja/owner/aoi-salon/share");
    assert!(page.text().contains("今はどこにも許可していません"));
    let page = page.follow("埋め込みを許可するサイト");
    for wrong in [
        "サイト",
        "http://www.hana.example",
        "https://127.0.0.1",
        "localhost",
        "*.example.jp",
        "a;b.example.jp",
        "www.hana.example 'self'",
    ] {
        let again = page.fill("hosts", wrong).press("保存");
        assert_eq!(again.status, 422, "{wrong}");
        assert!(again.error("hosts").is_some(), "{wrong}");
        assert_eq!(again.field("hosts").value, wrong);
    }
    let page = page
        .fill(
            "hosts",
            "www.hana.example\r\nhttps://HANA.example/book\r\nhana.example",
        )
        .press("保存");
    assert_eq!(page.status, 200, "{}", page.text());
    let document = page.document();
    let pasted = document.all("textarea");
    let pasted: Vec<String> = pasted.iter().map(|one| one.text().collect()).collect();
    assert!(
        pasted.iter().any(|code| code.contains("<iframe src=")),
        "{pasted:?}"
    );
    let kept = "select hosts as line from businesses.embeddings";
    assert_eq!(
        lines(&app, cast.salon.id, kept),
        ["https://www.hana.example https://hana.example"]
    );
    assert_eq!(
        around(&app.browser().open("/ja/b/aoi-salon")).0,
        "https://www.hana.example https://hana.example"
    );
}

/// A page of somebody's that has another in it, for whoever asks.
fn a_page_around(url: &str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let page = format!(
        "<!doctype html><title>x</title><body id=main><iframe src=\"{url}\" style=\"width:100%;height:800px\"></iframe>"
    );
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _asked = stream.read(&mut [0; 4096]);
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{page}",
                page.len()
            );
            stream.write_all(answer.as_bytes()).ok();
        }
    });
    port
}

#[test]
fn a_real_browser_shows_it_where_it_is_allowed_and_books_there() {
    // Another host, and so another site: what the frame would keep is a third party's.
    let app = TestApp::start(TestOptions {
        host: "localhost",
        ..TestOptions::default()
    });
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    let url = app.url(&times("ja", &shop, &cut, "&view=table"));
    let (allowed, other) = (a_page_around(&url), a_page_around(&url));
    let hosts = json!({"business_id": shop.id, "hosts": format!("http://127.0.0.1:{allowed}")});
    app.insert(shop.id, "businesses.embeddings", hosts);
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    window.visit_at(&format!("http://127.0.0.1:{other}"), "/");
    window.within();
    assert!(
        !window.document().text().contains("14:00"),
        "nobody else shows it"
    );
    window.visit_at(&format!("http://127.0.0.1:{allowed}"), "/");
    window.within();
    window.until("document.querySelector('#main h1')");
    let time = free(AT_TWO);
    window.execute(&format!(
        "document.querySelector('button[aria-label=\"{time}\"]').click()"
    ));
    window.until("document.querySelector('[name=family_name]')");
    for (name, value) in JA.typed {
        window.fill(name, value);
    }
    window.press(JA.review);
    window.until("document.querySelector('h1') && document.body.innerText.includes('この内容で予約を確定する')");
    window.press(JA.confirm);
    window.until("document.body.innerText.includes('ご予約が確定しました')");
    let made = "select count(*) from bookings.bookings where status = 'confirmed'";
    assert_eq!(app.count(shop.id, made), 1);
}
