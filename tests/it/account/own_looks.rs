//! The pages of one's own account, looked at in the real browser.

use crate::support::{
    app::{TestApp, TestOptions},
    chromium::Chromium,
    eye::Eye,
    people::{Cast, PASSWORD},
};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    profile: &'static str,
    edit: [&'static str; 2],
    messages: &'static str,
    display: &'static str,
    family: &'static str,
    add: [&'static str; 2],
    remove: [&'static str; 2],
    fill: &'static str,
    export: [&'static str; 2],
    erase: [&'static str; 2],
    word: &'static str,
    done: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        profile: "アカウント",
        edit: ["登録内容の変更", "保存する"],
        messages: "メールの受け取り",
        display: "表示とショートカット",
        family: "ご家族などの登録",
        add: ["ご家族などを追加する", "保存する"],
        remove: ["削除する", "登録の削除"],
        fill: "どなたのご予約ですか",
        export: ["ご自身の情報のダウンロード", "ダウンロードする"],
        erase: ["退会", "退会して情報を消去する"],
        word: "退会する",
        done: "退会しました",
    },
    Tongue {
        code: "en",
        profile: "Your account",
        edit: ["Change your details", "Save"],
        messages: "Emails",
        display: "Display and shortcuts",
        family: "People you book for",
        add: ["Add a person", "Save"],
        remove: ["Remove", "Remove from the list"],
        fill: "Who is the booking for?",
        export: ["Download your data", "Download"],
        erase: ["Close your account", "Close my account and delete my data"],
        word: "close my account",
        done: "Your account is closed",
    },
];

#[test]
fn every_page_of_ones_own_account_is_whole_in_each_size_and_light() {
    for tongue in &TONGUES {
        let app = TestApp::start(TestOptions::default());
        let cast = Cast::of(&app);
        let Some(window) = Chromium::open(&app) else {
            return;
        };
        let mut eye = Eye::new(&window, true);
        window.as_of(&cast.daichi.sign_in(&app));
        let path = |rest: &str| format!("/{}/account/{rest}", tongue.code);
        eye.visit(&path("profile"), tongue.profile);
        eye.visit(&path("profile/edit"), tongue.edit[0]);
        window.fill("phone", "119番");
        eye.press_in_vain(tongue.edit[1], tongue.edit[0]);
        eye.visit(&path("messages"), tongue.messages);
        eye.visit(&path("display"), tongue.display);
        eye.visit(&path("family"), tongue.family);
        eye.visit(&path("family/new"), tongue.add[0]);
        eye.press_in_vain(tongue.add[1], tongue.add[0]);
        window
            .fill("family_name", "勅使河原")
            .fill("given_name", "小百合")
            .fill("relation", "child");
        eye.press(tongue.add[1], tongue.family);
        eye.press(tongue.remove[0], tongue.remove[1]);
        let hold = format!("fill?shop=aoi-salon&hold={}", "A".repeat(43));
        eye.visit(&path(&hold), tongue.fill);
        eye.visit(&path("export"), tongue.export[0]);
        eye.press_in_vain(tongue.export[1], tongue.export[0]);
        eye.visit(&path("erase"), tongue.erase[0]);
        app.execute(cast.salon.id, "update bookings set status = 'completed'");
        eye.visit(&path("erase"), tongue.erase[0]);
        eye.press_in_vain(tongue.erase[1], tongue.erase[0]);
        window.fill("password", PASSWORD).fill("word", tongue.word);
        eye.press(tongue.erase[1], tongue.done);
        eye.close("accounts/own-account");
    }
}
