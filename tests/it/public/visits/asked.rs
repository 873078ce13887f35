//! A visit with a service that the shop has its say about first, wherever it stands in it: all of it is asked for, answered and lapses
//! as one, and other times are proposed for all of it.

use crate::{
    public::{
        requests::{asks, letters, work},
        strict::Strict,
        walk::{JA, free, says, told},
    },
    staff::scene::DESK,
    support::{
        app::{TestApp, tokyo},
        browser::{Browser, Page},
        build::{Service, a_service},
        people::{Cast, house, lines},
    },
};
use serde_json::json;

const ASK: &str = "この内容で予約を申し込む";
const PROPOSE: &str = "別の日時を提案";
const SEND: &str = "提案を送る";
const TAKE: &str = "この内容で確定する";

/// A cut and then a dressing that is asked for, on Wednesday at two.
struct Asked {
    app: TestApp,
    cast: Cast,
    aoi: Browser,
    guest: Page,
    id: String,
}

/// The dressing, which is on request.
fn dressing(app: &TestApp, cast: &Cast) -> Service {
    let salon = &cast.salon;
    let dressing = a_service(app, salon).named("着付け", "Dressing");
    let dressing = dressing.minutes(45).price(7700).build();
    asks(app, salon, &dressing);
    let address = format!(
        "update businesses.businesses set email = 'hana@example.jp' where id = '{}'",
        salon.id
    );
    app.execute(salon.id, address);
    let asked_for = format!(
        "update scheduling.resources set is_nominable = true where id = '{}'",
        salon.staff[0]
    );
    app.execute(salon.id, asked_for);
    dressing
}

/// The page on which both are put together, by the same person.
fn both(app: &TestApp, cast: &Cast, dressing: &Service) -> Page {
    let person = cast.salon.staff[0];
    let path = format!(
        "/ja/b/{}/book/visit?with={}.{person}_{}.{person}&view=table&from=2026-11-24",
        cast.salon.slug, cast.cut.id, dressing.id
    );
    app.browser().open(&path).strict()
}

impl Asked {
    fn new() -> Self {
        let (app, cast, aoi) = house();
        let dressing = dressing(&app, &cast);
        let page = both(&app, &cast, &dressing);
        says(&page, &["予約リクエスト制のメニューが含まれています"]);
        let details = page.press(&free("11月25日(水) 14:00")).strict();
        let check = told(&details, &JA, &[]).strict();
        says(&check, &["お店の確認後に確定します", "11月21日(土) 21:00"]);
        let guest = check.press(ASK).strict();
        assert_eq!(guest.heading(), "ご予約の申し込みを受け付けました");
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

    fn lines(&self, sql: &str) -> Vec<String> {
        lines(
            &self.app,
            self.cast.salon.id,
            &sql.replace("{id}", &self.id),
        )
    }

    fn status(&self) -> String {
        self.lines("select status::text as line from bookings.bookings where id = '{id}'")
            .join(" ")
    }

    /// Each of its services: when.
    fn services(&self) -> Vec<String> {
        self.lines(
            "select to_char(start_at at time zone 'Asia/Tokyo', 'MM-DD HH24:MI') || to_char(end_at at time zone 'Asia/Tokyo', '-HH24:MI') \
             as line from bookings.booking_lines where booking_id = '{id}' order by part",
        )
    }

    /// Minutes that are taken for it, and that are held beside.
    fn taken(&self) -> Vec<String> {
        self.lines(
            "select sum(extract(epoch from end_at - start_at) / 60)::int::text as line from scheduling.allocations \
             where booking_id = '{id}' or reservation_id is not null group by booking_id is null order by booking_id is null",
        )
    }

    fn propose(&self) -> Page {
        let path = format!("{DESK}/bookings/{}", self.id);
        self.aoi.open(&path).follow(PROPOSE)
    }

    /// Thursday at three, and half an hour later than it was asked for.
    fn proposed() -> Self {
        let asked = Self::new();
        asked.app.clock().set(tokyo("2026-11-20 10:05"));
        let page = asked.propose();
        assert!(
            page.document().all("select[name=staff_1]").is_empty(),
            "all of it stays with whom it is with"
        );
        let sent = page
            .fill("date_1", "2026-11-26")
            .fill("time_1", "15:00")
            .fill("date_2", "2026-11-25")
            .fill("time_2", "14:30")
            .fill("date_3", "")
            .fill("time_3", "")
            .press(SEND);
        assert_eq!(
            sent.flash().as_deref(),
            Some("別の日時をお客様に提案しました")
        );
        asked
    }

    fn guests_page(&self) -> Page {
        self.guest.browser.open(&self.guest.url).strict()
    }
}

#[test]
fn a_visit_is_asked_for_whichever_of_its_services_is_and_waits_as_one() {
    let asked = Asked::new();
    assert_eq!(asked.status(), "pending");
    assert_eq!(asked.services(), ["11-25 14:00-15:00", "11-25 15:00-15:45"]);
    assert_eq!(asked.taken(), ["105"]);
    says(&asked.guest, &["まだ確定していません", "カット", "着付け"]);
    let list = asked.aoi.open(&format!("{DESK}/requests"));
    says(&list, &["カット + 着付け"]);
    list.part(".offers > li", "山田").press("承認");
    assert_eq!(asked.status(), "confirmed");
    assert_eq!(asked.services().len(), 2);
    asked.app.clock().set(tokyo("2026-11-20 10:03"));
    let letter = asked
        .app
        .letters()
        .into_iter()
        .find(|letter| letter.subject.contains("予約確定"))
        .expect("it is told");
    assert!(
        letter.text.contains("カット") && letter.text.contains("着付け"),
        "{}",
        letter.text
    );
}

#[test]
fn a_visit_that_nobody_answers_lapses_with_all_of_its_time() {
    let asked = Asked::new();
    work(&asked.app, "2026-11-21 21:00");
    assert_eq!(asked.status(), "expired");
    assert!(asked.taken().is_empty());
    let salon = &asked.cast.salon;
    assert_eq!(letters(&asked.app, salon, "request_lapsed"), 1);
}

#[test]
fn the_shop_has_the_longest_of_the_hours_and_the_earliest_of_the_borders() {
    let (app, cast, _aoi) = house();
    let dressing = dressing(&app, &cast);
    let quick = json!({"business_id": cast.salon.id, "service_id": cast.cut.id, "answer_hours": 3});
    app.insert(cast.salon.id, "catalog.service_approvals", quick);
    let check = |wall: &str| {
        let details = both(&app, &cast, &dressing).press(&free(wall)).strict();
        told(&details, &JA, &[]).strict()
    };
    says(&check("11月25日(水) 14:00"), &["11月21日(土) 21:00"]);
    // A service that must be booked four days ahead is decided by then.
    let notice = format!(
        "update catalog.services set notice_minutes = 5760 where id = '{}'",
        dressing.id
    );
    assert_eq!(app.execute(cast.salon.id, notice), 1);
    says(&check("11月25日(水) 11:00"), &["11月21日(土) 11:00"]);
}

#[test]
fn other_times_for_a_visit_are_held_whole_and_one_press_takes_one() {
    let asked = Asked::proposed();
    // Thursday's hour and three quarters, and the half hour that Wednesday does not have already.
    assert_eq!(asked.taken(), ["105", "135"]);
    let page = asked.guests_page();
    says(&page, &["お店からの提案", "11月25日(水) 14:30"]);
    asked.app.clock().set(tokyo("2026-11-20 10:06"));
    let done = page.part("#waiting li", "11月26日").press(TAKE).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert_eq!(asked.services(), ["11-26 15:00-16:00", "11-26 16:00-16:45"]);
    assert_eq!(asked.taken(), ["105"]);
    let price = asked.lines("select price_cents::text as line from bookings.bookings");
    assert!(price.contains(&"13200".to_owned()), "{price:?}");
}

#[test]
fn a_proposal_over_the_visits_own_time_can_be_taken() {
    let asked = Asked::proposed();
    let page = asked.guests_page();
    page.part("#waiting li", "11月25日").press(TAKE).strict();
    assert_eq!(asked.services(), ["11-25 14:30-15:30", "11-25 15:30-16:15"]);
    assert_eq!(asked.taken(), ["105"]);
}

#[test]
fn a_proposal_that_fits_no_more_is_not_had_and_the_visit_stays_where_it_was() {
    let asked = Asked::proposed();
    let page = asked.guests_page();
    // Since then the shop has closed that Thursday.
    let closed = json!({"business_id": asked.cast.salon.id, "date": "2026-11-26"});
    asked
        .app
        .insert(asked.cast.salon.id, "businesses.business_holidays", closed);
    let gone = page.part("#waiting li", "11月26日").press(TAKE);
    assert!(gone.flash().is_some());
    assert_eq!(asked.status(), "pending");
    assert_eq!(asked.services(), ["11-25 14:00-15:00", "11-25 15:00-15:45"]);
}

#[test]
fn what_cannot_be_had_is_said_at_its_time() {
    let asked = Asked::new();
    let page = asked.propose();
    // The cut would be over at seven, when the shop closes.
    let late = page
        .fill("date_1", "2026-11-26")
        .fill("time_1", "18:00")
        .press(SEND);
    assert_eq!(late.status, 409);
    assert!(late.error("time_1").is_some());
    assert_eq!(late.field("time_1").value, "18:00");
    let same = late
        .fill("date_1", "2026-11-25")
        .fill("time_1", "14:00")
        .press(SEND);
    assert_eq!(same.status, 409);
    assert!(same.error("time_1").is_some());
    assert_eq!(asked.taken(), ["105"]);
}
