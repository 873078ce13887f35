//! Requests behind the counter: let in with one press while they still fit, and answered with other times that are really held.

use super::scene::DESK;
use crate::{
    public::{
        requests::{asks, letters, requested, work},
        strict::Strict,
        walk::says,
    },
    support::{
        app::{TestApp, tokyo},
        browser::{Browser, Page},
        people::{Cast, house, lines},
    },
};
use chrono::TimeDelta;
use serde_json::json;

const APPROVE: &str = "承認";
const PROPOSE: &str = "別の日時を提案";
const SEND: &str = "提案を送る";
const TAKE: &str = "この内容で確定する";

/// Aoi at her browser, and the page of a guest who asks for Wednesday at two.
struct Asked {
    app: TestApp,
    cast: Cast,
    aoi: Browser,
    guest: Page,
    id: String,
}

impl Asked {
    fn new() -> Self {
        let (app, cast, aoi) = house();
        asks(&app, &cast.salon, &cast.cut);
        let guest = requested(&app, &cast.salon, &cast.cut);
        let sql = "select id::text as line from bookings.bookings where status = 'pending'";
        let id = lines(&app, cast.salon.id, sql).remove(0);
        app.clock().set(tokyo("2026-11-20 10:01"));
        Self {
            app,
            cast,
            aoi,
            guest,
            id,
        }
    }

    /// The same, and two other times proposed: Thursday at three, and half an hour later with whoever has it.
    fn proposed() -> Self {
        let asked = Self::new();
        let column =
            asked.line("select resource_id::text as line from bookings.bookings where id = '{id}'");
        asked.app.clock().set(tokyo("2026-11-20 10:05"));
        let page = asked.propose();
        let sent = page
            .fill("date_1", "2026-11-26")
            .fill("time_1", "15:00")
            .fill("staff_1", &column)
            .fill("date_2", "2026-11-25")
            .fill("time_2", "14:30")
            .fill("staff_2", &column)
            .fill("date_3", "")
            .fill("time_3", "")
            .press(SEND);
        assert_eq!(
            sent.flash().as_deref(),
            Some("別の日時をお客様に提案しました")
        );
        asked
    }

    fn propose(&self) -> Page {
        let path = format!("{DESK}/bookings/{}", self.id);
        self.aoi.open(&path).follow(PROPOSE)
    }

    fn line(&self, sql: &str) -> String {
        let sql = sql.replace("{id}", &self.id);
        lines(&self.app, self.cast.salon.id, &sql).join(" ")
    }

    fn status(&self) -> String {
        self.line("select status::text as line from bookings.bookings where id = '{id}'")
    }

    fn states(&self) -> String {
        self.line(
            "select string_agg(concat(old_value, '>', new_value, ' ', actor), ' ' order by created_at) as line \
             from bookings.booking_history where booking_id = '{id}' and field_changed = 'status'",
        )
    }

    /// How much time is taken for it, and how much is held beside that.
    fn taken(&self) -> (String, String) {
        let own =
            "select count(*)::text as line from scheduling.allocations where booking_id = '{id}'";
        let held = "select count(*)::text as line from scheduling.allocations where reservation_id is not null";
        (self.line(own), self.line(held))
    }

    fn guests_page(&self) -> Page {
        self.guest.browser.open(&self.guest.url).strict()
    }
}

#[test]
fn a_request_is_let_in_from_the_list_with_one_press_and_taken_back_with_another() {
    let asked = Asked::new();
    let today = asked.aoi.open(&format!("{DESK}/today"));
    says(&today, &["承認待ち 1件"]);
    let list = asked.aoi.open(&format!("{DESK}/requests"));
    says(&list, &["返信期限: 11月21日(土) 21:00"]);
    let page = list.part(".offers > li", "山田").press(APPROVE);
    assert_eq!(asked.status(), "confirmed");
    let empty = asked.aoi.open(&format!("{DESK}/requests"));
    says(&empty, &["承認待ちのリクエストはありません"]);
    assert_eq!(
        letters(&asked.app, &asked.cast.salon, "booking_confirmed"),
        1
    );
    let seconds = TimeDelta::seconds(5);
    asked.app.clock().set(tokyo("2026-11-20 10:01") + seconds);
    page.part(".flash", "状態").press("元に戻す");
    assert_eq!(asked.status(), "pending");
    assert_eq!(
        letters(&asked.app, &asked.cast.salon, "booking_confirmed"),
        0
    );
    assert_eq!(
        asked.states(),
        ">pending customer pending>confirmed member confirmed>pending member"
    );
    // And it still lapses in time.
    work(&asked.app, "2026-11-21 21:00");
    assert_eq!(asked.status(), "expired");
}

#[test]
fn what_does_not_fit_any_more_is_not_let_in() {
    let asked = Asked::new();
    let closed = json!({"business_id": asked.cast.salon.id, "date": "2026-11-25"});
    asked
        .app
        .insert(asked.cast.salon.id, "businesses.business_holidays", closed);
    let page = asked.aoi.open(&format!("{DESK}/requests"));
    let told = page.part(".offers > li", "山田").press(APPROVE);
    let flash = told.flash().unwrap();
    assert!(
        flash.contains("この内容では承認できなくなりました"),
        "{flash}"
    );
    assert_eq!(asked.status(), "pending");
    assert_eq!(
        letters(&asked.app, &asked.cast.salon, "booking_confirmed"),
        0
    );
}

#[test]
fn a_declined_request_costs_nothing_and_is_told_as_one() {
    let asked = Asked::new();
    let page = asked.aoi.open(&format!("{DESK}/requests"));
    page.part(".offers > li", "山田").press("お断り");
    assert_eq!(asked.status(), "cancelled");
    let told = "select (data_json ->> 'declined') as line from notifications.notification_outbox where kind = 'booking_cancelled'";
    assert_eq!(asked.line(told), "true");
}

#[test]
fn other_times_are_held_beside_what_was_asked_for_until_the_guest_takes_one() {
    let asked = Asked::proposed();
    assert_eq!(asked.status(), "pending");
    // Thursday, and the half hour that Wednesday does not have already.
    assert_eq!(asked.taken(), ("1".to_owned(), "2".to_owned()));
    let sum = "select sum(extract(epoch from end_at - start_at) / 60)::int::text as line from scheduling.allocations where reservation_id is not null";
    assert_eq!(asked.line(sum), "90");
    let desk = asked.aoi.open(&format!("{DESK}/bookings/{}", asked.id));
    says(&desk, &["お店からの提案", "11月26日(木) 15:00"]);
    let page = asked.guests_page();
    says(
        &page,
        &[
            "お店からの提案",
            "11月25日(水) 14:30",
            "まだ確定していません",
        ],
    );
    asked.app.clock().set(tokyo("2026-11-20 10:06"));
    let done = page.part("#waiting li", "11月26日").press(TAKE).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    says(&done, &["11月26日(木) 15:00〜16:00"]);
    assert_eq!(asked.taken(), ("1".to_owned(), "0".to_owned()));
    assert_eq!(
        asked.states(),
        ">pending customer pending>confirmed customer"
    );
    let moved = "select count(*)::text as line from bookings.booking_history where booking_id = '{id}' and field_changed = 'start_at'";
    assert_eq!(asked.line(moved), "1");
    // Pressed once more on a page that has stayed open.
    let again = page.part("#waiting li", "11月25日").press(TAKE);
    assert_eq!(
        again.flash().as_deref(),
        Some("ほかの人が先に変更しました。最新の内容を表示しています")
    );
    assert_eq!(asked.taken(), ("1".to_owned(), "0".to_owned()));
}

#[test]
fn one_that_lies_over_what_was_asked_for_can_be_taken() {
    let asked = Asked::proposed();
    let page = asked.guests_page();
    let done = page.part("#waiting li", "11月25日").press(TAKE).strict();
    says(&done, &["11月25日(水) 14:30〜15:30"]);
    assert_eq!(asked.taken(), ("1".to_owned(), "0".to_owned()));
}

#[test]
fn a_guest_whom_nothing_suits_waits_on_and_the_shop_has_its_hours_again() {
    let asked = Asked::proposed();
    asked.app.clock().set(tokyo("2026-11-20 10:06"));
    asked.guests_page().press("どれも都合が合わない").strict();
    assert_eq!(asked.status(), "pending");
    assert_eq!(asked.taken(), ("1".to_owned(), "0".to_owned()));
    let story = "select string_agg(concat(old_value, '>', new_value), ' ' order by created_at) as line from bookings.booking_history \
        where booking_id = '{id}' and field_changed = 'offers'";
    assert_eq!(asked.line(story), ">2 2>");
}

#[test]
fn proposals_lapse_with_the_request_that_nobody_answers() {
    let asked = Asked::proposed();
    // The guest has the shop's hours to answer, nights left out.
    work(&asked.app, "2026-11-22 08:04");
    assert_eq!(asked.status(), "pending");
    work(&asked.app, "2026-11-22 08:05");
    assert_eq!(asked.status(), "expired");
    assert_eq!(asked.taken(), ("0".to_owned(), "0".to_owned()));
}

#[test]
fn what_cannot_be_proposed_is_said_at_its_box_and_nothing_typed_is_lost() {
    let asked = Asked::new();
    let page = asked.propose();
    let empty = |page: &Page| -> Page {
        page.fill("date_1", "")
            .fill("time_1", "")
            .fill("date_2", "")
            .fill("time_2", "")
            .fill("date_3", "")
            .fill("time_3", "")
            .send(SEND)
    };
    let told = empty(&page);
    assert_eq!(told.status, 422);
    assert!(told.error("date_1").unwrap().contains("提案する日付と時刻"));
    for (date, time, field, said) in [
        ("2026-11-26", "25時", "time_1", "時刻は"),
        ("", "15:00", "date_1", "日付を選んでください"),
    ] {
        let told = page.fill("date_1", date).fill("time_1", time).send(SEND);
        assert_eq!(told.status, 422, "{date} {time}");
        assert!(told.error(field).unwrap().contains(said), "{date} {time}");
        assert_eq!(told.field("time_1").value, time);
    }
    for (date, time, said) in [
        ("2026-11-19", "15:00", "過ぎた時刻は提案できません"),
        ("2026-11-26", "22:00", "営業時間外"),
    ] {
        let told = page.fill("date_1", date).fill("time_1", time).send(SEND);
        assert_eq!(told.status, 409, "{date} {time}");
        assert!(
            told.error("time_1").unwrap().contains(said),
            "{date} {time}"
        );
        assert_eq!(told.field("time_1").value, time);
    }
    let bump = "update bookings.bookings set version = version + 1 where status = 'pending'";
    asked.app.execute(asked.cast.salon.id, bump);
    let stale = page
        .fill("date_1", "2026-11-26")
        .fill("time_1", "15:00")
        .send(SEND);
    assert_eq!(stale.status, 409);
    says(&stale, &["ほかの方が先に変更しました"]);
    assert_eq!(stale.field("date_1").value, "2026-11-26");
    assert_eq!(asked.taken(), ("1".to_owned(), "0".to_owned()));
    let sent = stale.press(SEND);
    assert_eq!(
        sent.flash().as_deref(),
        Some("別の日時をお客様に提案しました")
    );
}

#[test]
fn of_a_guest_who_takes_a_time_and_a_shop_that_lets_it_in_one_is_first() {
    for _ in 0..4 {
        let asked = Asked::proposed();
        let page = asked.guests_page();
        let list = asked.aoi.open(&format!("{DESK}/requests"));
        std::thread::scope(|scope| {
            scope.spawn(|| page.part("#waiting li", "11月26日").press(TAKE));
            scope.spawn(|| list.part(".offers > li", "山田").press(APPROVE));
        });
        assert_eq!(asked.status(), "confirmed");
        assert_eq!(asked.taken(), ("1".to_owned(), "0".to_owned()));
        let moves = "select count(*)::text as line from bookings.booking_history where booking_id = '{id}' and old_value = 'pending'";
        assert_eq!(asked.line(moves), "1");
    }
}
