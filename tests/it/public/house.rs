//! The operator's own pages: terms, privacy, contact; and their place in the foot.

use crate::support::{
    app::{TestApp, TestOptions},
    people::{Cast, a_person},
};
use omotenashi::{
    base::{bilingual::Bilingual, imprint::Imprint},
    config::Config,
};

const PAGES: [(&str, &str, &str); 3] = [
    ("terms", "利用規約", "Terms of use"),
    ("privacy", "プライバシーポリシー", "Privacy policy"),
    ("contact", "お問い合わせ", "Contact"),
];

fn operator() -> Imprint {
    Imprint {
        name: Bilingual::new("株式会社おもてなし", "Omotenashi Ltd."),
        representative: Bilingual::new("山本 一郎", "Ichiro Yamamoto"),
        address: Bilingual::new("東京都千代田区丸の内1-1-1", ""),
        email: "desk@omotenashi.example".to_owned(),
    }
}

fn town() -> TestApp {
    TestApp::start(TestOptions {
        operator: Some(operator()),
        ..TestOptions::default()
    })
}

#[test]
fn terms_privacy_and_contact_name_the_operator_and_are_in_the_foot_of_every_own_page() {
    let app = town();
    for (lang, place) in [("ja", 0), ("en", 1)] {
        let name = [operator().name.ja, operator().name.en][place].clone();
        for (path, ja, en) in PAGES {
            let title = [ja, en][place];
            let home = app.browser().open(&format!("/{lang}/account/sign-in"));
            let page = home.follow(title);
            assert_eq!(page.url, format!("/{lang}/{path}"));
            assert_eq!(page.heading(), title);
            let text = page.text();
            for told in [
                name.as_str(),
                "東京都千代田区丸の内1-1-1",
                "desk@omotenashi.example",
            ] {
                assert!(text.contains(told), "{told} at {path}: {text}");
            }
            let mail = page.document().attribute("main a[href^=mailto]", "href");
            assert_eq!(mail.as_deref(), Some("mailto:desk@omotenashi.example"));
        }
    }
    let privacy = app.browser().open("/ja/privacy").text();
    for told in [
        "利用目的",
        "第三者への提供",
        "安全管理",
        "開示・訂正・利用停止・消去のご請求",
    ] {
        assert!(privacy.contains(told), "{told}");
    }
}

#[test]
fn without_an_operator_there_are_no_such_pages_and_no_ways_to_them() {
    let app = TestApp::start(TestOptions::default());
    let home = app.browser().open("/ja");
    for (path, ja, _) in PAGES {
        assert_eq!(app.browser().visit(&format!("/ja/{path}")).status, 404);
        assert!(!home.html.contains(ja), "{ja}");
    }
    assert_eq!(home.link("外部送信について"), "/ja/transmission");
}

#[test]
fn an_operator_with_a_name_and_nothing_else_is_told_what_is_missing() {
    let config = |given: &[(&'static str, &'static str)]| {
        let given = given.to_vec();
        Config::read(&move |name| {
            let found = given.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    };
    let name = ("OC_OPERATOR_NAME", "株式会社おもてなし");
    let wrong = config(&[name, ("OC_OPERATOR_EMAIL", "desk")]).unwrap_err();
    let said: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "OC_OPERATOR_ADDRESS: is required where the operator is named",
            "OC_OPERATOR_EMAIL: must be an e-mail address",
        ]
    );
    let whole = config(&[
        name,
        ("OC_OPERATOR_NAME_EN", "Omotenashi Ltd."),
        ("OC_OPERATOR_ADDRESS", "東京都千代田区丸の内1-1-1"),
        ("OC_OPERATOR_REPRESENTATIVE", "山本 一郎"),
        ("OC_OPERATOR_REPRESENTATIVE_EN", "Ichiro Yamamoto"),
        ("OC_OPERATOR_EMAIL", "desk@omotenashi.example"),
    ]);
    assert_eq!(whole.unwrap().operator, Some(operator()));
    assert_eq!(config(&[]).unwrap().operator, None);
}

#[test]
fn whoever_is_suspended_is_told_whom_to_ask() {
    let app = town();
    let cast = Cast::of(&app);
    let fumiko = a_person(&app, "fumiko", "運営 文子", "admin").sign_in(&app);
    fumiko
        .open("/ja/operator/businesses?show=open")
        .follow("サロン あおい")
        .follow("店舗を停止する")
        .fill("reason", "お客様からの通報")
        .press("店舗を停止する");
    let letter = app.letter();
    assert_eq!(letter.to, cast.aoi.email);
    let told = "お問い合わせは desk@omotenashi.example までご連絡ください。";
    assert!(letter.text.contains(told), "{}", letter.text);
    assert!(letter.html.contains("desk@omotenashi.example"));
}

#[test]
fn a_shops_own_policy_stays_its_own() {
    let app = town();
    Cast::of(&app);
    let shop = app.browser().open("/ja/b/aoi-salon");
    assert_eq!(shop.link("プライバシーポリシー"), "/ja/b/aoi-salon/privacy");
}
