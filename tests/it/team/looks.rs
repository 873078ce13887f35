//! The pages of the team, looked at in the real browser as a guest's are.

use super::{TEAM, house};
use crate::support::{chromium::Chromium, eye::Eye, letters::link};

/// The words that a way through the pages needs.
struct Tongue {
    code: &'static str,
    team: &'static str,
    invite: [&'static str; 2],
    ben: &'static str,
    leave: &'static str,
    rights: &'static str,
    invitation: &'static str,
    join: &'static str,
    sign_out: [&'static str; 2],
    pin: [&'static str; 2],
    enrol: &'static str,
    counter: &'static str,
    entering: &'static str,
    enter: &'static str,
    gone: &'static str,
}

const TONGUES: [Tongue; 2] = [
    Tongue {
        code: "ja",
        team: "スタッフと権限",
        invite: ["スタッフを招待", "招待メールを送る"],
        ben: "Ben Clark さんの権限",
        leave: "田中 葵 さんをスタッフから外す",
        rights: "役割ごとにできること",
        invitation: "サロン あおいへの招待",
        join: "アカウントを作って参加する",
        sign_out: ["ログアウト", "ログイン"],
        pin: ["タブレットのPIN", "PINを保存"],
        enrol: "この端末を登録してログアウト",
        counter: "名前を選ぶ",
        entering: "Ben Clark さん",
        enter: "始める",
        gone: "このリンクは使えません",
    },
    Tongue {
        code: "en",
        team: "Team and permissions",
        invite: ["Invite someone", "Send invitation"],
        ben: "Ben Clark's permissions",
        leave: "Remove 田中 葵",
        rights: "What each role can do",
        invitation: "Invitation to Salon Aoi",
        join: "Create account and join",
        sign_out: ["Sign out", "Sign in"],
        pin: ["Tablet PIN", "Save PIN"],
        enrol: "Set up this device and sign out",
        counter: "Choose your name",
        entering: "Ben Clark",
        enter: "Start",
        gone: "This link no longer works",
    },
];

#[test]
fn every_page_of_the_team_is_whole_in_each_size_and_light() {
    let (app, cast) = house();
    let own = super::seat_of(&app, &cast, &cast.aoi);
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for tongue in &TONGUES {
        let mut eye = Eye::new(&window, true);
        window.as_of(&cast.aoi.sign_in(&app));
        let path =
            |rest: &str| format!("{TEAM}{rest}").replacen("/ja/", &format!("/{}/", tongue.code), 1);
        eye.visit(&path(""), tongue.team);
        eye.visit(&path("/invite"), tongue.invite[0]);
        eye.press_in_vain(tongue.invite[1], tongue.invite[0]);
        let email = format!("fumi.teshigawara.long.name-{}@example.com", tongue.code);
        window.fill("name", "勅使河原 ふみ").fill("email", &email);
        window.fill("role", "receptionist").press(tongue.invite[1]);
        eye.arrives(tongue.team).look("an invitation waits");
        let letter = link(&app.letter()).replacen("/ja/", &format!("/{}/", tongue.code), 1);
        eye.visit(&path(&format!("/{}", cast.ben_seat)), tongue.ben);
        eye.visit(&path(&format!("/{own}/leave")), tongue.leave);
        eye.visit(&path("/rights"), tongue.rights);
        eye.visit(&letter, tongue.invitation);
        eye.press(tongue.sign_out[0], tongue.sign_out[1]);
        eye.visit(&letter, tongue.invitation);
        eye.press_in_vain(tongue.join, tongue.invitation);
        let old = format!("/{}/account/invitation/{}", tongue.code, "A".repeat(43));
        eye.visit(&old, tongue.gone);
        window.as_of(&cast.ben.sign_in(&app));
        window.visit(&path(""));
        eye.look("no right");
        let pin = path("").replace("/team", "/pin");
        eye.visit(&pin, tongue.pin[0]);
        eye.press_in_vain(tongue.pin[1], tongue.pin[0]);
        super::device::choose(&cast.ben.sign_in(&app), "2580");
        window.as_of(&cast.aoi.sign_in(&app));
        eye.visit(&path(""), tongue.team);
        eye.press_in_vain(tongue.enrol, tongue.team);
        window.fill("name", "受付のタブレット").press(tongue.enrol);
        eye.arrives(tongue.counter).look("names");
        window.press("Ben Clark");
        eye.arrives(tongue.entering).look("digits");
        eye.press_in_vain(tongue.enter, tongue.entering);
        window.fill("pin", "2580").press(tongue.enter);
        window.until("document.querySelector('.figures')");
        eye.look("the day on a tablet");
        window.visit(&pin);
        eye.look("not on a tablet");
        eye.close("counter/team");
    }
}
