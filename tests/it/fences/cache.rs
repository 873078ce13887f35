//! Somebody's page is nobody else's, whatever stands between: not by a shared cache that keeps all it may, not by
//! an address that looks like a file, not by a header that no cache looks at.

use crate::{
    every_route::{ROUTES, address},
    support::{
        app::{TestApp, TestOptions},
        browser::{Browser, Page},
        people::Cast,
    },
};
use omotenashi::web::assets;

/// A shared cache before the site, as bold as RFC 9111 lets one be: it keeps every answer, cookies and all, unless it is
/// told not to, and gives it to whoever asks for the same with the same values of the headers that the answer names.
#[derive(Default)]
struct Cache {
    kept: Vec<Kept>,
}

struct Kept {
    path: String,
    vary: Vec<(String, String)>,
    page: Page,
}

/// What a browser sends that an answer may depend on.
fn sent(browser: &Browser, lang: &str, header: &str) -> String {
    match header {
        "accept-language" => lang.to_owned(),
        "cookie" => format!("{:?}", browser.cookies()),
        _ => String::new(),
    }
}

impl Cache {
    /// What somebody gets, and whether the site was asked for it.
    fn ask(&mut self, browser: &Browser, lang: &str, path: &str) -> (Page, bool) {
        let fits = |kept: &&Kept| {
            let mut vary = kept.vary.iter();
            kept.path == path && vary.all(|(name, value)| *value == sent(browser, lang, name))
        };
        if let Some(kept) = self.kept.iter().find(fits) {
            return (kept.page.clone(), false);
        }
        let page = browser.with_header("accept-language", lang).visit(path);
        let control = page.header("cache-control").unwrap_or_default();
        let forbidden = ["no-store", "private", "no-cache", "max-age=0"];
        let vary = page.header("vary").unwrap_or_default().to_lowercase();
        if !forbidden.iter().any(|word| control.contains(word)) && vary != "*" {
            let names = vary
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty());
            self.kept.push(Kept {
                path: path.to_owned(),
                vary: names
                    .map(|name| (name.to_owned(), sent(browser, lang, name)))
                    .collect(),
                page: page.clone(),
            });
        }
        (page, true)
    }
}

fn house() -> (TestApp, Cast) {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    (app, cast)
}

#[test]
fn a_shared_cache_keeps_what_is_everybodys_and_nothing_of_anybody() {
    let (app, cast) = house();
    let people = [
        cast.aoi.sign_in(&app),
        cast.ben.sign_in(&app),
        cast.chika.sign_in(&app),
        cast.daichi.sign_in(&app),
        app.browser(),
    ];
    let mut cache = Cache::default();
    let mut asked = 0;
    for lang in ["ja", "en"] {
        for (_, path, _) in ROUTES.iter().filter(|(method, ..)| *method == "GET") {
            for browser in &people {
                // Twice by each: whoever comes second is answered by the site again.
                let path = address(path, lang, &cast);
                for _ in 0..2 {
                    let (page, by_the_site) = cache.ask(browser, lang, &path);
                    let is_file = path.starts_with("/static/");
                    assert!(
                        by_the_site || is_file,
                        "{path} was kept: {:?}",
                        page.headers
                    );
                    asked += usize::from(by_the_site);
                }
            }
        }
    }
    assert!(asked > 500, "{asked}");
    let kept: Vec<&str> = cache.kept.iter().map(|kept| kept.path.as_str()).collect();
    assert_eq!(
        kept,
        [assets::url("site.css")],
        "the cache does keep what it may"
    );
    let vary = &cache.kept[0].vary;
    assert_eq!(vary, &[("accept-encoding".to_owned(), String::new())]);
}

/// Addresses that a cache may take for a file's and a careless site for the page's.
fn disguised(path: &str) -> Vec<String> {
    let endings = [
        "/x.css",
        ".css",
        ";x.css",
        "%2fx.css",
        "%3bx.css",
        "%3fx.css",
        "%23x.css",
        "%00.css",
        "%0ax.css",
        "/..%2fx.css",
        "/.css",
        "/%2e%2e/x.css",
        "%20.css",
    ];
    let mut found: Vec<String> = endings.iter().map(|end| format!("{path}{end}")).collect();
    found.push(format!("/static/..%2f..{path}"));
    found.push(format!("/static/x.css%2f..%2f..{path}"));
    found
}

#[test]
fn what_looks_like_a_file_is_never_somebodys_page() {
    let (app, cast) = house();
    let people = [
        (
            cast.daichi.sign_in(&app),
            "/ja/account/profile".to_owned(),
            "daichi@example.com",
        ),
        (
            cast.daichi.sign_in(&app),
            "/ja/account/bookings".to_owned(),
            "小川 大地",
        ),
        (
            cast.aoi.sign_in(&app),
            "/ja/staff/aoi-salon/today?date=2026-11-21".to_owned(),
            "小川",
        ),
        (
            app.browser(),
            format!("/ja/bookings/{}", cast.booking.token),
            "小川",
        ),
    ];
    for (browser, path, whose) in &people {
        let own = browser.visit(path);
        assert!(
            own.status == 200 && own.html.contains(whose),
            "{path}: {}",
            own.text()
        );
        let plain = path.split('?').next().unwrap();
        for path in disguised(plain) {
            let page = browser.visit(&path);
            assert_eq!(page.status, 404, "{path}");
            assert!(!page.html.contains(whose), "{path}");
            assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
        }
        // After the question mark it is the page's own address, and the page says that nobody may keep it.
        let page = browser.visit(&format!(
            "{path}{}x.css",
            if path.contains('?') { '&' } else { '?' }
        ));
        let control = page.header("cache-control").unwrap();
        assert!(control.contains("no-store"), "{path}: {control}");
    }
}

#[test]
fn what_no_cache_looks_at_changes_no_answer() {
    let (app, cast) = house();
    let guest = app.browser();
    let booking = format!("/ja/bookings/{}", cast.booking.token);
    let shop = format!("/ja/b/{}", cast.salon.slug);
    let paths = [
        "/",
        "/ja",
        &shop,
        &booking,
        "/en/account/sign-in",
        assets::url("site.css"),
    ];
    let said = |page: &Page| {
        // The number of a request is another each time.
        let mut headers: Vec<String> = page
            .headers
            .iter()
            .filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()))
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        headers.sort();
        (page.status, page.html.clone(), headers)
    };
    for path in paths {
        let plain = said(&guest.visit(path));
        for header in [
            "x-forwarded-host",
            "x-host",
            "x-forwarded-server",
            "x-http-host-override",
            "forwarded",
            "x-forwarded-scheme",
            "x-forwarded-proto",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-forwarded-for",
            "true-client-ip",
            "referer",
            "x-wap-profile",
            "user-agent",
        ] {
            for value in ["zzmarker.example", "https", "/en/account", "DELETE"] {
                let changed = said(&guest.with_header(header, value).visit(path));
                assert_eq!(changed, plain, "{path} with {header}: {value}");
            }
        }
    }
}
