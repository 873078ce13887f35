//! The cast with two operators, and a shop that somebody applies for.

use crate::support::{
    app::{TestApp, TestOptions},
    browser::{Browser, Page},
    people::{Cast, Person, a_person},
    sql,
};
use omotenashi::base::ids::BusinessId;
use serde_json::Value;

/// A picture of one pixel, as a telephone would send it.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc\xf8\x0f\0\0\x01\x01\0\x05\x18\xd8N\0\0\0\0IEND\xaeB`\x82";
/// A document with nothing on it.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";
/// A photograph without a picture.
pub const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9];

/// Everybody, and who runs the platform.
pub struct Platform {
    pub app: TestApp,
    pub cast: Cast,
    pub fumiko: Person,
    pub goro: Person,
}

impl Platform {
    pub fn new() -> Self {
        let app = TestApp::start(TestOptions::default());
        let cast = Cast::of(&app);
        let fumiko = a_person(&app, "fumiko", "運営 文子", "admin");
        let goro = a_person(&app, "goro", "運営 五郎", "admin");
        // These operators look at every shop before it opens.
        app.platform(|tx| {
            let review = "update platform.feature_flags set is_enabled = true where name = 'business-review'";
            sql::run(tx.conn(), review);
            Ok(())
        });
        Self {
            app,
            cast,
            fumiko,
            goro,
        }
    }

    /// Daichi applies for a shop, with a paper, and sends it. His browser, at the page of the application.
    pub fn applied(&self) -> Browser {
        let daichi = self.cast.daichi.sign_in(&self.app);
        let page = apply(&daichi, "daichi-nails");
        assert_eq!(page.heading(), "大地ネイル", "{}", page.text());
        let page = upload(&page, "licence", ("許可証.png", PNG)).settled();
        assert_eq!(page.flash().as_deref(), Some("書類を追加しました"));
        let page = page.press("審査を申し込む");
        assert_eq!(page.flash().as_deref(), Some("審査を申し込みました"));
        daichi
    }

    /// The key of a business.
    pub fn business(&self, slug: &'static str) -> BusinessId {
        let query =
            format!("select id::text as line from businesses.businesses where slug = '{slug}'");
        let found = self.lines(query);
        found
            .first()
            .expect("there is such a business")
            .parse()
            .unwrap()
    }

    /// Lines that the house reads.
    pub fn lines(&self, query: String) -> Vec<String> {
        self.app
            .platform(move |tx| Ok(sql::lines(tx.conn(), &query)))
    }

    /// What the audit trail says of changes of a table by an operator, or by anybody.
    pub fn trail(&self, entity: &str) -> Vec<Value> {
        let query = format!(
            "select jsonb_build_object('action', action, 'role', actor_role, 'actor', actor_user_id, 'after', after_json,
                 'before', before_json, 'request', request_id)::text as line
             from audit.audit_logs where entity = '{entity}'"
        );
        let lines = self.lines(query);
        lines
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// The form of an application, filled in and sent.
pub fn apply(browser: &Browser, slug: &str) -> Page {
    let page = browser
        .open("/ja/account/businesses/new?kind=salon")
        .fill("name_ja", "大地ネイル")
        .fill("name_en", "Daichi Nails")
        .fill("slug", slug)
        .fill("phone", "03-1234-5678")
        .fill("postal_code", "150-0001")
        .fill("prefecture", "東京都")
        .fill("city", "渋谷区")
        .fill("street", "神宮前1-2-3")
        .press("次へ進む");
    match page.status {
        // Hours and services are seen to elsewhere.
        200 => browser.open(&format!("/ja/account/businesses/{slug}")),
        _ => page,
    }
}

/// The first key of a page's forms.
pub fn csrf(page: &Page) -> String {
    let all = page.field("csrf").value;
    all.split(',').next().unwrap().to_owned()
}

/// Sends a file as a browser does, from the page of an application.
pub fn upload(page: &Page, kind: &str, file: (&str, &[u8])) -> Page {
    let parts = [("csrf", csrf(page)), ("kind", kind.to_owned())];
    let path = format!("{}/papers", page.url.split('?').next().unwrap());
    multipart(&page.browser, &path, &parts, Some(file))
}

/// Sends any form with a file.
pub fn multipart(
    browser: &Browser,
    path: &str,
    parts: &[(&str, String)],
    file: Option<(&str, &[u8])>,
) -> Page {
    let mut body = Vec::new();
    for (name, value) in parts {
        let part =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    if let Some((name, bytes)) = file {
        let part = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"
        );
        body.extend(part.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let form = browser.with_header("content-type", "multipart/form-data; boundary=edge");
    let mut page = form.send(reqwest::Method::POST, path, Some(body));
    page.browser = browser.clone();
    page
}
