//! Somebody is suddenly off: what becomes of their bookings, and what their guests say to it.

use super::scene::{DESK, Friday};
use crate::support::{
    app::tokyo,
    browser::Page,
    build::{a_booking, booking::Booked},
    letters,
    people::{a_person, a_seat},
};
use serde_json::json;
use std::sync::Barrier;

const GO: &str = "休みにして、3件に対応する";

/// Ben's Friday: Nguyen at two, who asked for him, and two more, of whom the second meets what Aoi has.
struct Sick {
    friday: Friday,
    free: Booked,
    stuck: Booked,
}

fn booking(friday: &Friday, place: usize, wall: &str, family: &str) -> Booked {
    a_booking(&friday.app, &friday.cast.salon, &friday.cast.cut)
        .named(family, "凛")
        .on(friday.cast.salon.staff[place])
        .at(wall)
        .build()
}

impl Sick {
    fn new() -> Self {
        let friday = Friday::new();
        booking(&friday, 0, "2026-11-20 16:00", "原");
        Self {
            free: booking(&friday, 1, "2026-11-20 15:00", "小川"),
            stuck: booking(&friday, 1, "2026-11-20 16:00", "山本"),
            friday,
        }
    }

    fn path(&self) -> String {
        let ben = self.friday.cast.salon.staff[1];
        format!("{DESK}/absence?staff={ben}&date=2026-11-20&from=12:15")
    }

    fn page(&self) -> Page {
        self.friday.aoi().open(&self.path())
    }

    fn count(&self, sql: &str) -> i64 {
        self.friday.app.count(self.friday.cast.salon.id, sql)
    }

    /// Whether a booking, and the time it has taken, is there with the one of this place.
    fn is_at(&self, booked: &Booked, place: usize, wall: &str) -> bool {
        let whose = self.friday.cast.salon.staff[place];
        let sql = format!(
            "select count(*) from bookings.bookings b join scheduling.allocations a on a.booking_id = b.id
             and a.resource_id = b.resource_id and a.start_at = b.start_at
             where b.id = '{}' and b.resource_id = '{whose}' and b.start_at = '2026-11-20 {wall}+09'
             and (select count(*) from scheduling.allocations o where o.booking_id = b.id) = 1",
            booked.id
        );
        self.count(&sql) == 1
    }

    fn letters(&self, kind: &str) -> i64 {
        self.count(&format!(
            "select count(*) from notifications.notification_outbox where kind = '{kind}'"
        ))
    }

    fn exceptions(&self) -> i64 {
        self.count("select count(*) from scheduling.staff_exceptions where date = '2026-11-20'")
    }

    fn answers(&self, word: &str) -> i64 {
        self.count(&format!(
            "select count(*) from bookings.proposals where answer = '{word}'"
        ))
    }

    /// The letters that wait until nobody can take back what they tell; the guest's page of the one that says so.
    fn asked(&self, words: &str) -> Page {
        self.friday.app.clock().set(tokyo("2026-11-20 12:20"));
        let all = self.friday.app.letters();
        let letter = all.iter().find(|letter| letter.text.contains(words));
        let path = letters::link(letter.unwrap_or_else(|| panic!("{all:#?}")));
        assert!(path.ends_with("/answer"), "{path}");
        self.friday.app.browser().open(&path)
    }
}

#[test]
fn each_booking_has_a_proposal_and_looking_changes_nothing() {
    let sick = Sick::new();
    let page = sick.page();
    assert_eq!(
        page.document().texts("#bookings h3"),
        [
            "14:00〜15:00 Nguyen Linh 様",
            "15:00〜16:00 小川 凛 様",
            "16:00〜17:00 山本 凛 様"
        ]
    );
    let text = page.text();
    for words in [
        "同じ時刻に佐藤が担当できます。指名の予約なので",
        "同じ時刻に佐藤が担当できます。お客様への確認は不要",
        "に佐藤の空きがあります",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(sick.is_at(&sick.friday.coming, 1, "14:00"));
    assert!(sick.is_at(&sick.free, 1, "15:00"));
    assert_eq!(sick.exceptions(), 0);
}

#[test]
fn one_press_does_all_of_it_and_asks_only_whom_it_must() {
    let sick = Sick::new();
    let done = sick.page().press(GO);
    let said = done.flash().unwrap();
    assert!(said.starts_with("休みにしました"), "{said}");
    assert!(sick.is_at(&sick.friday.coming, 0, "14:00"));
    assert!(sick.is_at(&sick.free, 0, "15:00"));
    assert!(sick.is_at(&sick.stuck, 0, "17:00"));
    assert_eq!(sick.letters("booking_proposed"), 2);
    assert_eq!(sick.letters("booking_changed"), 0);
    let unnamed = format!(
        "select count(*) from bookings.bookings where id = '{}' and not is_nominated",
        sick.friday.coming.id
    );
    assert_eq!(sick.count(&unnamed), 1, "nobody is named any more");
    // Who is being served is served to the end; nobody can book with Ben after that.
    assert!(sick.is_at(&sick.friday.serving, 1, "11:30"));
    assert_eq!(sick.exceptions(), 1);
    assert_eq!(done.document().all("#bookings h3").len(), 0);
    assert_eq!(done.document().all("#answers li").len(), 2);
    let today = sick.friday.aoi().open(&format!("{DESK}/today"));
    assert_eq!(today.document().all("#asked li").len(), 2);
    assert!(today.text().contains("お返事待ち"));
}

#[test]
fn a_guest_says_with_one_press_that_it_suits_them() {
    let sick = Sick::new();
    sick.page().press(GO);
    let page = sick.asked("ご指名の担当者が急きょお休み");
    assert!(page.text().contains("佐藤"), "{}", page.text());
    let chosen = page.text().contains("担当（指名）");
    assert!(!chosen, "it was not this person whom they asked for");
    let done = page.press("この内容でお願いする");
    assert!(
        done.flash().unwrap().contains("この内容で承りました"),
        "{:?}",
        done.flash()
    );
    assert_eq!(sick.answers("accepted"), 1);
    // Pressed again, from the page of before.
    page.press("この内容でお願いする");
    assert_eq!(sick.letters("booking_confirmed"), 1);
    let shop = sick.page();
    shop.part("#answers li", "了承済み");
    let today = sick.friday.aoi().open(&format!("{DESK}/today"));
    assert_eq!(today.document().all("#asked li").len(), 1);
}

#[test]
fn a_guest_calls_off_free_however_late_it_is() {
    let sick = Sick::new();
    sick.page().press(GO);
    let page = sick.asked("ご指名の担当者が急きょお休み");
    let done = page.press("予約をキャンセル");
    assert!(
        sick.friday.status(&sick.friday.coming, "cancelled"),
        "{:?}",
        done.flash()
    );
    let fees =
        "select count(*) from bookings.booking_history where field_changed = 'cancellation_fee'";
    assert_eq!(sick.count(fees), 0, "by the policy it would cost half");
    sick.page().part("#answers li", "キャンセル");
}

#[test]
fn a_guest_who_wants_another_time_keeps_what_is_held_until_there_is_one() {
    let sick = Sick::new();
    // By the shop's deadline nobody may move a booking on its day.
    sick.page().press(GO);
    let page = sick.asked("代わりに次の日時をお取りしています");
    let times = page.press("別の日時を選ぶ");
    assert!(
        times
            .flash()
            .unwrap()
            .contains("空いている日時をお選びください"),
        "{:?}",
        times.flash()
    );
    assert!(
        !times.document().all("button.time").is_empty(),
        "{}",
        times.text()
    );
    assert!(sick.is_at(&sick.stuck, 0, "17:00"), "nothing lapses");
    assert_eq!(sick.answers("other"), 1);
    let today = sick.friday.aoi().open(&format!("{DESK}/today"));
    today.part("#asked li", "別の日時をご希望");
}

#[test]
fn what_cannot_be_done_is_said_at_its_booking_and_then_nothing_is_done() {
    let sick = Sick::new();
    let page = sick.page();
    let (id, typed) = (sick.friday.coming.id, "12:30");
    let again = page.fill(&format!("time-{id}"), typed).press(GO);
    assert_eq!(again.status, 409);
    assert!(
        again.text().contains("この時間は空きがありません"),
        "{}",
        again.text()
    );
    assert_eq!(again.field(&format!("time-{id}")).value, typed);
    assert!(sick.is_at(&sick.friday.coming, 1, "14:00"));
    assert!(sick.is_at(&sick.free, 1, "15:00"));
    assert_eq!(
        (sick.exceptions(), sick.letters("booking_proposed")),
        (0, 0)
    );
    let unreadable = again.fill(&format!("time-{id}"), "おひる").press(GO);
    assert_eq!(unreadable.status, 422);
    assert!(unreadable.error(&format!("time-{id}")).is_some());
}

#[test]
fn the_shop_decides_otherwise_for_each() {
    let sick = Sick::new();
    let way = |booked: &Booked| format!("way-{}", booked.id);
    sick.page()
        .fill(&way(&sick.friday.coming), "ask")
        .fill(&way(&sick.free), "call-off")
        .fill(&way(&sick.stuck), "leave")
        .press(GO);
    assert!(
        sick.is_at(&sick.friday.coming, 1, "14:00"),
        "until they choose"
    );
    assert!(sick.friday.status(&sick.free, "cancelled"));
    assert!(sick.is_at(&sick.stuck, 1, "16:00"));
    assert_eq!(sick.letters("booking_proposed"), 1);
    assert_eq!(sick.letters("booking_cancelled"), 1);
    let guest = sick.asked("別の日時をお選びいただくか");
    let buttons = guest.document().texts("form button");
    assert!(
        !buttons.iter().any(|one| one.contains("お願いする")),
        "{buttons:?}"
    );
    // What was left stands where it was, and is still to be decided.
    let page = sick.page();
    assert_eq!(page.document().all("#bookings h3").len(), 2);
}

#[test]
fn who_presses_second_is_told_so_and_nobody_is_asked_twice() {
    let sick = Sick::new();
    let (one, other) = (sick.page(), sick.page());
    one.press(GO);
    let second = other.press(GO);
    assert_eq!(second.status, 409);
    assert_eq!(sick.letters("booking_proposed"), 2);
    assert!(sick.is_at(&sick.stuck, 0, "17:00"));
}

#[test]
fn a_guest_who_was_called_is_said_to_be_content_by_the_shop() {
    let sick = Sick::new();
    let done = sick.page().press(GO);
    let said = done.press("了承済みにする Nguyen Linh 様").flash().unwrap();
    assert_eq!(said, "了承済みにしました");
    assert_eq!(sick.answers("accepted"), 1);
}

#[test]
fn what_the_shop_moves_once_more_is_no_question_any_more() {
    let sick = Sick::new();
    sick.page().press(GO);
    let page = sick.asked("代わりに次の日時をお取りしています");
    let id = sick.stuck.id;
    let moved = format!(
        "update bookings.bookings set start_at = start_at + interval '1 day', end_at = end_at + interval '1 day', \
         business_date = business_date + 1, version = version + 1 where id = '{id}'"
    );
    sick.friday.app.execute(sick.friday.cast.salon.id, moved);
    let answer = page.press("この内容でお願いする");
    assert!(answer.flash().unwrap().contains("先に変更しました"));
    assert_eq!(sick.answers("accepted"), 0);
}

#[test]
fn all_three_rights_are_needed() {
    let sick = Sick::new();
    let (app, salon) = (&sick.friday.app, &sick.friday.cast.salon);
    let rin = a_person(app, "rin", "Rin", "staff");
    let seat = a_seat(app, salon, &rin, "receptionist", 0);
    let browser = rin.sign_in(app);
    assert_eq!(browser.visit(&sick.path()).status, 200);
    for right in ["bookings-move", "bookings-cancel", "schedule-block"] {
        let adjusted = json!({ right: false });
        app.execute(
            salon.id,
            format!("update businesses.staff_assignments set permissions_json = '{adjusted}' where id = '{seat}'"),
        );
        assert_eq!(browser.visit(&sick.path()).status, 403, "{right}");
    }
}

#[test]
fn of_two_who_press_at_once_one_does_it() {
    let sick = Sick::new();
    let line = Barrier::new(2);
    let press = || {
        let page = sick.page();
        line.wait();
        page.press(GO).status
    };
    let mut ends = std::thread::scope(|scope| {
        let both = [scope.spawn(press), scope.spawn(press)];
        both.map(|one| one.join().unwrap())
    });
    ends.sort_unstable();
    assert_eq!(ends, [200, 409]);
    assert_eq!(sick.letters("booking_proposed"), 2);
    assert!(sick.is_at(&sick.friday.coming, 0, "14:00"));
    assert!(sick.is_at(&sick.free, 0, "15:00"));
    assert!(sick.is_at(&sick.stuck, 0, "17:00"));
}

#[test]
fn an_english_guest_is_asked_in_english() {
    let sick = Sick::new();
    let id = sick.friday.coming.id;
    let english = format!("update bookings.bookings set locale = 'en' where id = '{id}'");
    sick.friday.app.execute(sick.friday.cast.salon.id, english);
    sick.page().press(GO);
    let page = sick.asked("the person you chose is unexpectedly away");
    assert_eq!(page.heading(), "Please confirm your booking");
    let done = page.press("Yes, this suits me");
    assert_eq!(
        done.flash().unwrap(),
        "Thank you. Your booking is confirmed"
    );
}

#[test]
fn whoever_is_off_already_is_not_made_so_again() {
    let friday = Friday::new();
    let ben = friday.cast.salon.staff[1];
    let path = format!("{DESK}/absence?staff={ben}&date=2026-11-20&from=16:00");
    let page = friday.aoi().open(&path);
    assert!(
        page.text()
            .contains("休みにすると、新しい予約も入らなくなります")
    );
    let done = page.press("休みにする");
    assert!(
        done.text().contains("すでに休みになっています"),
        "{}",
        done.text()
    );
    let buttons = done.document().texts("#bookings button");
    assert!(buttons.is_empty(), "{buttons:?}");
}
