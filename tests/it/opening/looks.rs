//! The pages of the opening, looked at in the real browser.

use super::{Newcomer, OFFICE};
use crate::support::{chromium::Chromium, eye::Eye};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    kind: &'static str,
    chosen: &'static str,
    name: &'static str,
    find: &'static str,
    next: &'static str,
    hours: &'static str,
    services: &'static str,
    check: &'static str,
    publish: &'static str,
    share: &'static str,
    office: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        kind: "お店の業種",
        chosen: "美容室・サロン",
        name: "店舗の登録",
        find: "住所を入れる",
        next: "次へ進む",
        hours: "営業時間",
        services: "メニューと担当",
        check: "公開前の確認",
        publish: "公開する",
        share: "予約ページの案内",
        office: "お店の管理",
    },
    Tongue {
        code: "en",
        kind: "What kind of business is it?",
        chosen: "Hair & beauty",
        name: "Register a business",
        find: "Fill in the address",
        next: "Continue",
        hours: "Opening hours",
        services: "Services and who provides them",
        check: "Check before you publish",
        publish: "Publish",
        share: "Share your booking page",
        office: "Manage your shop",
    },
];

#[test]
fn every_page_of_the_opening_is_whole_in_each_size_and_light() {
    for tongue in &TONGUES {
        let newcomer = Newcomer::new();
        let Some(window) = Chromium::open(&newcomer.app) else {
            return;
        };
        let mut eye = Eye::new(&window, true);
        window.as_of(&newcomer.browser());
        let path = |rest: &str| rest.replacen("/ja/", &format!("/{}/", tongue.code), 1);
        eye.visit(&path("/ja/account/businesses/new"), tongue.kind);
        eye.press(tongue.chosen, tongue.name);
        eye.press_in_vain(tongue.next, tongue.name);
        window.fill("postal_code", "4980000");
        window.until("document.querySelectorAll('.lookup-places button').length === 2");
        eye.look("two places");
        window.fill("postal_code", "1500001");
        window.until("document.querySelector('[name=city]').value === '渋谷区'");
        window
            .fill("name_ja", "花のネイル")
            .fill("name_en", "Hana's Nails")
            .fill("phone", "03-1234-5678")
            .fill("street", "神宮前1-2-3");
        eye.press(tongue.find, tongue.name);
        eye.press(tongue.next, tongue.hours);
        window.fill("d2a_until", "");
        eye.press_in_vain(tongue.next, tongue.hours);
        window.fill("d2a_until", "19:00");
        eye.press(tongue.next, tongue.services);
        window.fill("s0_name", "");
        eye.press_in_vain(tongue.next, tongue.services);
        window.fill("s0_name", "カット");
        eye.press(tongue.next, tongue.check);
        eye.visit(&path(OFFICE), tongue.office);
        eye.visit(&path(&format!("{OFFICE}/opening/publish")), tongue.check);
        eye.press(tongue.publish, tongue.share);
        eye.visit(&path(OFFICE), tongue.office);
        eye.close("office/opening");
    }
}
