//! The pages of the waiting list, looked at in the real browser.

use super::{Scene, WEDNESDAY};
use crate::support::{build::a_booking, chromium::Chromium, eye::Eye, letters::link};
use omotenashi::{base::ids::WaitId, domain::bookings::waitlist};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    join: &'static str,
    title: &'static str,
    sent: &'static str,
    ask: &'static str,
    stands: &'static str,
    leave: &'static str,
    left: &'static str,
    offered: &'static str,
    earlier: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        join: "キャンセル待ちに登録する",
        title: "キャンセル待ちの登録",
        sent: "確認メールをお送りしました",
        ask: "登録の確定",
        stands: "キャンセル待ちに登録されています",
        leave: "登録を取り消す",
        left: "登録は取り消されています",
        offered: "空きが出ました",
        earlier: "早い時間の空きを待つ",
    },
    Tongue {
        code: "en",
        join: "Join waitlist",
        title: "Join the waitlist",
        sent: "We have sent you an email",
        ask: "Please confirm",
        stands: "You are on the waitlist",
        leave: "Leave the waitlist",
        left: "You are no longer on the waitlist",
        offered: "A time has come free",
        earlier: "Wait for an earlier time",
    },
];

#[test]
fn every_page_of_the_waiting_list_is_whole_in_each_size_and_light() {
    for tongue in &TONGUES {
        let scene = Scene::new();
        let Some(window) = Chromium::open(&scene.app) else {
            return;
        };
        let mut eye = Eye::new(&window, true);
        let (code, slug) = (tongue.code, scene.shop.slug.as_str());
        let form = format!(
            "/{code}/b/{slug}/waitlist?service={}&from={WEDNESDAY}",
            scene.cut.id
        );
        eye.visit(&form, tongue.title);
        window.fill("email", "nobody");
        eye.press_in_vain(tongue.join, tongue.title);
        window
            .fill("full_name", "Sakura Tanaka")
            .fill("email", "sakura@example.com");
        eye.press(tongue.join, tongue.sent);
        let letter = scene.app.letter();
        eye.visit(&link(&letter), tongue.ask);
        eye.press(tongue.join, tongue.stands);
        eye.press(tongue.leave, tongue.left);
        let later = a_booking(&scene.app, &scene.shop, &scene.cut)
            .at("2026-11-25 17:00")
            .build();
        let earlier = format!("/{code}/bookings/{}/earlier", later.token);
        eye.visit(&earlier, tongue.earlier);
        let entry = WaitId(scene.waiting("Sakura", 10));
        scene.call_off();
        assert_eq!(scene.offers().len(), 1);
        let key = waitlist::token(scene.app.secret(), entry).text();
        let place = format!("/{code}/b/{slug}/waitlist/{entry}/{key}");
        eye.visit(&place, tongue.offered);
        eye.close("guests/waiting");
    }
}
