//! Who changed what, and by which request: each act through its door, once, and its lines in the audit trail.

use crate::{
    public::walk::{JA, held, told},
    staff::scene::{DESK, Friday},
    support::{
        app::{TestApp, TestOptions},
        browser::Page,
        letters::link,
        people::{Cast, PASSWORD},
        sql,
    },
};
use omotenashi::base::ids::UserId;

/// The trail as it stands, a line a row, and what is new of it after an act.
struct Trail<'a> {
    app: &'a TestApp,
    known: Vec<String>,
}

impl<'a> Trail<'a> {
    fn of(app: &'a TestApp) -> Self {
        let known = all(app);
        Self { app, known }
    }

    /// Fails unless the act left exactly these lines (`role entity action`), each by this person and with the number of its
    /// request.
    fn has(&mut self, act: &Page, by: Option<UserId>, lines: &[&str]) {
        assert_eq!(act.status, 303, "{}", act.text());
        let request = act.header("x-request-id").unwrap();
        let by = by.map_or_else(|| "nobody".to_owned(), |user| user.to_string());
        let mut wanted: Vec<String> = lines
            .iter()
            .map(|line| format!("{line} {by} {request}"))
            .collect();
        wanted.sort();
        let now = all(self.app);
        let new: Vec<String> = now
            .iter()
            .filter(|line| !self.known.contains(line))
            .cloned()
            .collect();
        let bare: Vec<String> = new
            .iter()
            .map(|line| line.split_once(' ').unwrap().1.to_owned())
            .collect();
        let mut bare = bare;
        bare.sort();
        assert_eq!(bare, wanted);
        self.known = now;
    }
}

fn all(app: &TestApp) -> Vec<String> {
    app.platform(|tx| {
        let question = "select concat_ws(' ', id, actor_role, entity, action, coalesce(actor_user_id::text, 'nobody'),
            coalesce(request_id, 'none')) as line from audit.audit_logs";
        Ok(sql::lines(tx.conn(), question))
    })
}

#[test]
fn what_a_guest_does_stands_there_once_with_its_request() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let details = held(&app, &cast.salon, &cast.cut, "11月23日(月・祝) 14:00");
    let mut trail = Trail::of(&app);
    let check = told(&details, &JA, &[]);
    let made = check.form().send(JA.confirm);
    trail.has(
        &made,
        None,
        &["visitor customers insert", "visitor bookings insert"],
    );
    let again = check.form().send(JA.confirm);
    trail.has(&again, None, &[]);
    let page = made.settled();
    let away = page
        .follow("予約をキャンセルする")
        .form()
        .send("予約をキャンセルする");
    trail.has(&away, None, &["guest bookings update"]);
}

#[test]
fn what_staff_do_stands_there_once_with_their_name_and_its_request() {
    let friday = Friday::new();
    let (app, aoi) = (&friday.app, friday.cast.aoi.user);
    let browser = friday.aoi();
    let mut trail = Trail::of(app);
    let page = browser.open(&format!("{DESK}/today"));
    let sent = page.part(".day-list > li", "﨑本").form().send("来店");
    trail.has(&sent, Some(aoi), &["owner bookings update"]);
    let undone = sent
        .settled()
        .part(".flash", "状態")
        .form()
        .send("元に戻す");
    trail.has(&undone, Some(aoi), &["owner bookings update"]);
    let ben = friday.cast.ben.sign_in(app);
    let mut trail = Trail::of(app);
    let page = ben.open(&format!("{DESK}/today?staff=all"));
    let sent = page.part(".day-list > li", "﨑本").form().send("来店");
    trail.has(
        &sent,
        Some(friday.cast.ben.user),
        &["staff bookings update"],
    );
}

#[test]
fn what_people_do_with_their_accounts_stands_there_with_their_name_and_its_request() {
    let app = TestApp::start(TestOptions::default());
    let cast = Cast::of(&app);
    let daichi = Some(cast.daichi.user);
    let mut trail = Trail::of(&app);
    let browser = app.browser();
    let form = [("email", "daichi@example.com"), ("password", PASSWORD)];
    let inside = browser.post("/en/account/sign-in", &form);
    trail.has(&inside, daichi, &["platform users update"]);
    let page = browser.open("/en/account/password");
    let changed = page
        .fill("password", PASSWORD)
        .fill("new_password", "seven lanterns in a row")
        .send("Change password");
    trail.has(&changed, daichi, &["platform users update"]);
    app.letters();
    let page = app.browser().open("/en/account/reset");
    page.fill("email", "daichi@example.com")
        .press("Send the link");
    let page = app
        .browser()
        .open(&link(&app.letter()).replacen("/ja/", "/en/", 1));
    let mut trail = Trail::of(&app);
    let reset = page
        .fill("new_password", "eight lanterns in a row")
        .send("Save the new password");
    trail.has(&reset, None, &["platform users update"]);
    // That a password was changed is written down, and not to what.
    let kept = app.platform(|tx| {
        let question = "select concat_ws(' ', before_json, after_json) as line from audit.audit_logs where entity = 'users'";
        Ok(sql::lines(tx.conn(), question).join("\n"))
    });
    assert!(kept.contains("\"password_hash\": null"), "{kept}");
    for word in ["argon2", "daichi@", "小川"] {
        assert!(!kept.contains(word), "{word} in {kept}");
    }
}
