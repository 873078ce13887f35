//! The operators' pages and those of an application, looked at in the real browser.

use super::scene::{PNG, Platform, apply, upload};
use crate::support::{chromium::Chromium, eye::Eye};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    apply: [&'static str; 2],
    send: &'static str,
    edit: &'static str,
    businesses: &'static str,
    shop: &'static str,
    reject: [&'static str; 2],
    bookings: [&'static str; 2],
    flags: &'static str,
    flag: [&'static str; 2],
    people: &'static str,
    close: [&'static str; 2],
    audit: &'static str,
    visit: &'static str,
    visits: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        apply: ["店舗の登録", "次へ進む"],
        send: "審査を申し込む",
        edit: "申請内容の変更",
        businesses: "店舗",
        shop: "大地ネイル",
        reject: ["申請の差し戻し", "差し戻す"],
        bookings: ["全店舗の予約受付", "全店舗の予約受付を止める"],
        flags: "機能の切り替え",
        flag: ["機能を追加する", "保存する"],
        people: "利用者",
        close: ["アカウントの停止", "アカウントを停止する"],
        audit: "変更履歴",
        visit: "代理でログインする",
        visits: "運営の代理ログイン",
    },
    Tongue {
        code: "en",
        apply: ["Register a business", "Continue"],
        send: "Send for review",
        edit: "Change your application",
        businesses: "Businesses",
        shop: "Daichi Nails",
        reject: ["Send the application back", "Send back"],
        bookings: [
            "Bookings at all businesses",
            "Stop bookings at all businesses",
        ],
        flags: "Features",
        flag: ["Add a feature", "Save"],
        people: "People",
        close: ["Deactivate this account", "Deactivate this account"],
        audit: "Change history",
        visit: "Sign in as this person",
        visits: "Operator sign-ins",
    },
];

#[test]
fn every_page_of_operators_and_applicants_is_whole_in_each_size_and_light() {
    let platform = Platform::new();
    let daichi = platform.applied();
    let begun = apply(&daichi, "second-shop");
    let business = platform.business("daichi-nails");
    let Some(window) = Chromium::open(&platform.app) else {
        return;
    };
    for tongue in &TONGUES {
        let mut eye = Eye::new(&window, true);
        let account = |rest: &str| format!("/{}/account/businesses/{rest}", tongue.code);
        window.as_of(&daichi);
        eye.visit(&account("new?kind=salon"), tongue.apply[0]);
        eye.press_in_vain(tongue.apply[1], tongue.apply[0]);
        eye.visit(&account("daichi-nails"), tongue.shop);
        eye.visit(&account("second-shop/edit"), tongue.edit);
        eye.visit(&account("second-shop"), tongue.shop);
        if tongue.code == "ja" {
            eye.press_in_vain(tongue.send, tongue.shop);
            upload(&begun, "other", ("あ.png", PNG));
        }
        eye.visit(&account("second-shop"), tongue.shop);
        window.as_of(&platform.fumiko.sign_in(&platform.app));
        let office = |rest: &str| format!("/{}/operator/{rest}", tongue.code);
        eye.visit(&office("businesses"), tongue.businesses);
        eye.visit(&office("businesses?show=suspended"), tongue.businesses);
        eye.visit(&office(&format!("businesses/{business}")), tongue.shop);
        eye.visit(
            &office(&format!("businesses/{business}/reject")),
            tongue.reject[0],
        );
        eye.press_in_vain(tongue.reject[1], tongue.reject[0]);
        eye.visit(&office("bookings"), tongue.bookings[0]);
        eye.press_in_vain(tongue.bookings[1], tongue.bookings[0]);
        eye.visit(&office("flags"), tongue.flags);
        eye.visit(&office("flags/new"), tongue.flag[0]);
        eye.press_in_vain(tongue.flag[1], tongue.flag[0]);
        the_people_and_the_trail(&platform, &mut eye, tongue);
        eye.close("operators/all");
    }
}

fn the_people_and_the_trail(platform: &Platform, eye: &mut Eye<'_>, tongue: &Tongue) {
    let office = |rest: &str| format!("/{}/operator/{rest}", tongue.code);
    let aoi = format!("people/{}", platform.cast.aoi.user);
    eye.visit(&office("people"), tongue.people);
    eye.visit(&office(&aoi), "aoi@example.com");
    eye.visit(&office(&format!("{aoi}/deactivate")), tongue.close[0]);
    eye.press_in_vain(tongue.close[1], tongue.close[0]);
    eye.visit(&office("audit"), tongue.audit);
    eye.visit(&office("audit?row=x"), tongue.audit);
    eye.window.visit(&office(&format!("{aoi}/visit")));
    eye.window.fill("reason", "電話での問い合わせ");
    eye.window.press(tongue.visit);
    eye.window.until("!location.pathname.endsWith('/visit')");
    eye.window
        .visit(&format!("/{}/staff/aoi-salon/visits", tongue.code));
    eye.arrives(tongue.visits).look("in Aoi's place");
}
