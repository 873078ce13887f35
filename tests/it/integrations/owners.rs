//! The pages by which an owner sees to other programs.

use super::receiver::{Receiver, Way};
use crate::{
    public::{requests::work, walk::booked},
    support::{
        app::{TestApp, TestOptions},
        people::{Cast, lines},
    },
};
use omotenashi::outside::{Lookup, Outside, Reach};
use std::{net::IpAddr, sync::Arc};

const LIST: &str = "/ja/owner/aoi-salon/webhooks";

fn secret_of(page: &crate::support::browser::Page) -> Option<String> {
    let document = page.document();
    let found = document.all("textarea");
    found.first().map(|one| one.text().collect::<String>())
}

#[test]
fn a_receiver_is_added_tried_paused_renewed_and_deleted() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let receiver = Receiver::start();
    let page = aoi.open(LIST);
    assert!(page.text().contains("送信先はまだありません"));
    let page = page.follow("送信先を追加");
    let page = page.fill("address", &receiver.url).press("保存");
    assert_eq!(page.status, 200, "{}", page.text());
    let first = secret_of(&page).unwrap();
    assert!(first.starts_with("whsec_"), "{first}");
    assert!(page.text().contains("送信中"));

    let page = page.press("テストを送る");
    work(&app, "2026-11-20 10:00");
    assert_eq!(receiver.kinds(), ["webhook.test"]);
    let page = aoi.open(&page.url);
    assert!(page.text().contains("応答 200"), "{}", page.text());

    let page = page.press("控えました");
    assert_eq!(secret_of(&page), None, "shown once");
    let page = page.press("秘密鍵を新しくする");
    let second = secret_of(&page).unwrap();
    assert_ne!(first, second);
    assert!(page.text().contains("前の秘密鍵でも署名します"));

    let page = page.press("一時停止する");
    booked(&app, &cast.salon, &cast.cut, "11月25日(水) 14:00");
    work(&app, "2026-11-20 10:00");
    assert_eq!(receiver.told().len(), 1);
    page.press("再開する");
    work(&app, "2026-11-20 10:00");
    assert_eq!(receiver.kinds(), ["webhook.test", "booking.created"]);

    let page = aoi.open(&page.url);
    assert!(page.text().contains("予約番号"));
    let page = page.press("もう一度送る");
    work(&app, "2026-11-20 10:00");
    let told = receiver.told();
    assert_eq!(told.len(), 3);
    assert_eq!(told[1].header("webhook-id"), told[2].header("webhook-id"));

    let page = page.press("削除");
    assert!(page.text().contains("送信先はまだありません"));
    let trail = "select distinct action as line from audit.audit_logs where entity = 'webhook_subscriptions' \
        and actor_user_id is not null order by 1";
    assert_eq!(lines(&app, cast.salon.id, trail), ["insert", "update"]);
    let told = "select count(*) from audit.audit_logs where entity = 'webhook_subscriptions' \
        and concat(before_json, after_json) like '%127.0.0.1%'";
    assert_eq!(app.count(cast.salon.id, told), 0, "addresses hold secrets");
}

#[test]
fn what_is_wrong_with_an_address_is_said_at_its_box_and_nobody_is_asked() {
    let lookup: Lookup = Arc::new(|_name| {
        let inside: IpAddr = "10.0.0.5".parse().unwrap();
        Box::pin(async move { Ok(vec![inside]) })
    });
    let app = TestApp::start(TestOptions {
        outside: Outside::new(Reach::Public, lookup),
        ..TestOptions::default()
    });
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let receiver = Receiver::start();
    let private = "このURLには送信できません";
    let wrong = [
        ("", "https:// から入力してください"),
        ("example.jp", "https:// から入力してください"),
        (receiver.url.as_str(), "https:// で始まるURLにしてください"),
        (
            "https://me:you@example.jp/",
            "ログイン名やパスワードを含めないでください",
        ),
        ("https://169.254.169.254/latest", private),
        ("https://2130706433/", private),
        ("https://inside.example.jp/", private),
    ];
    for (typed, said) in wrong {
        let page = aoi.open(&format!("{LIST}/new"));
        let page = page.fill("address", typed).press("保存");
        assert_eq!(page.status, 422, "{typed}");
        let error = page.error("address").unwrap_or_default();
        assert!(error.contains(said), "{typed}: {error}");
        assert_eq!(page.field("address").value, typed, "what was typed stays");
    }
    assert!(receiver.told().is_empty());
    assert_eq!(
        app.count(
            cast.salon.id,
            "select count(*) from integrations.webhook_subscriptions"
        ),
        0
    );
}

#[test]
fn of_two_who_edit_the_second_is_told() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let (one, other) = (Receiver::start(), Receiver::start());
    one.does(Way::Answer(200, String::new()));
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi.open(&format!("{LIST}/new"));
    let page = page.fill("address", &one.url).press("保存");
    let first = page.follow("送信先を編集");
    let second = page.follow("送信先を編集");
    assert_eq!(first.fill("address", &other.url).press("保存").status, 200);
    let late = second
        .fill("address", &format!("{}?late", one.url))
        .press("保存");
    assert_eq!(late.status, 409);
}

#[test]
fn nobody_else_sees_or_does_anything() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let aoi = cast.aoi.sign_in(&app);
    let receiver = Receiver::start();
    let page = aoi.open(&format!("{LIST}/new"));
    let page = page.fill("address", &receiver.url).press("保存");
    let path = page.url.clone();
    assert_eq!(cast.ben.sign_in(&app).visit(&path).status, 403);
    assert_eq!(cast.chika.sign_in(&app).visit(&path).status, 404);
    let elsewhere = path.replace("aoi-salon", "chika-clinic");
    assert_eq!(cast.chika.sign_in(&app).visit(&elsewhere).status, 404);
}
