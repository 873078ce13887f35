//! Classes behind the counter: who comes and who is there, a session called off with everybody told, held after all, added, moved.

use super::scene::Friday;
use crate::support::{
    app::tokyo,
    browser::Page,
    build::{Business, Service, a_booking, a_business, a_service, booking::Booked},
};
use chrono::TimeDelta;
use omotenashi::base::ids::ResourceId;
use serde_json::json;

/// Behind the counter of the studio.
pub const STUDIO: &str = "/ja/staff/studio";
const SATURDAY: &str = "2026-11-21";
const OFF: &str = "select count(*) from scheduling.class_dates where not is_held";
const CLAIMS: &str = "select count(*) from scheduling.allocations";
const LETTERS: &str = "select count(*) from notifications.notification_outbox where kind = 'booking_cancelled' \
    and data_json ->> 'why' = 'session' and sent_at is null";

/// A studio of Aoi's with one room, where there is yoga on Saturdays at ten and at two.
pub struct Studio {
    pub friday: Friday,
    pub shop: Business,
    pub yoga: Service,
    pub room: ResourceId,
}

impl Studio {
    pub fn new() -> Self {
        let friday = Friday::new();
        let shop = a_business(&friday.app)
            .slug("studio")
            .vertical("class")
            .owner(friday.cast.aoi.user)
            .build();
        let room = friday.app.insert(
            shop.id,
            "scheduling.resources",
            json!({
                "business_id": shop.id, "resource_type": "room", "name": "スタジオA", "capacity": 3, "sort_order": 0,
            }),
        );
        let room = ResourceId(room);
        let yoga = a_service(&friday.app, &shop)
            .seats_of(room)
            .named("朝ヨガ", "Morning yoga")
            .with(json!({"party_max": 2}))
            .build();
        for minute in [600, 840] {
            let row = json!({"business_id": shop.id, "service_id": yoga.id, "day_of_week": 6, "start_minute": minute});
            friday
                .app
                .insert(shop.id, "scheduling.timetable_entries", row);
        }
        Self {
            friday,
            shop,
            yoga,
            room,
        }
    }

    /// Somebody with a seat, as the product would seat them.
    pub fn guest(&self, wall: &str, seat: i64, family: &str) -> Booked {
        let booked = a_booking(&self.friday.app, &self.shop, &self.yoga)
            .at(wall)
            .named(family, "花子")
            .with(json!({"resource_id": self.room}))
            .build();
        let end = booked.start + TimeDelta::minutes(60);
        self.friday.app.insert(
            self.shop.id,
            "scheduling.allocations",
            json!({
                "business_id": self.shop.id, "resource_id": self.room, "seat": seat, "booking_id": booked.id,
                "start_at": booked.start, "end_at": end, "begins_at": booked.start,
            }),
        );
        booked
    }

    /// The page of Saturday's session at a minute.
    pub fn session(&self, minute: u16) -> Page {
        let path = format!("{STUDIO}/sessions/{}/{SATURDAY}/{minute}", self.yoga.id);
        self.friday.aoi().open(&path)
    }

    pub fn count(&self, sql: &str) -> i64 {
        self.friday.app.count(self.shop.id, sql)
    }

    /// How many bookings stand so.
    pub fn standing(&self, label: &str) -> i64 {
        let sql = format!("select count(*) from bookings.bookings where status = '{label}'");
        self.count(&sql)
    }

    /// Whether guests can book that Saturday at a time.
    pub fn offers(&self, time: &str) -> bool {
        let path = format!(
            "/ja/b/studio/book/times?service={}&view=table",
            self.yoga.id
        );
        let page = self.friday.app.browser().open(&path);
        let button = format!("button[aria-label^='11月21日(土) {time}']");
        !page.document().all(&button).is_empty()
    }
}

#[test]
fn the_week_lists_what_is_held_and_how_many_come() {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    studio.guest("2026-11-21 10:00", 1, "鈴木");
    let list = studio.friday.aoi().open(&format!("{STUDIO}/sessions"));
    assert_eq!(list.heading(), "クラスの日程");
    let lines = list.document().all(".day-lines > li").len();
    assert_eq!(lines, 2, "{}", list.text());
    let ten = list.part(".day-lines > li", "10:00").text();
    assert!(ten.contains("朝ヨガ") && ten.contains("2 / 3名"), "{ten}");
    let page = list.part(".day-lines > li", "10:00").follow("朝ヨガ");
    assert_eq!(page.heading(), "朝ヨガ");
    assert!(page.text().contains("残り1席"), "{}", page.text());
    // There is no session at eleven.
    let none = format!("{STUDIO}/sessions/{}/{SATURDAY}/660", studio.yoga.id);
    assert_eq!(studio.friday.aoi().visit(&none).status, 404);
}

#[test]
fn who_is_there_is_one_press_and_one_to_take_it_back() {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    studio.guest("2026-11-21 10:00", 1, "鈴木");
    let early = studio.session(600);
    let row = |page: &Page, name: &str| page.part(".day-lines > li", name);
    assert!(!row(&early, "山田").text().contains("欠席"), "not today");
    studio.friday.app.clock().set(tokyo("2026-11-21 10:05"));
    let page = row(&studio.session(600), "山田").press("出席");
    assert_eq!(studio.standing("arrived"), 1);
    assert!(
        page.text().contains("2名のうち1名が出席"),
        "{}",
        page.text()
    );
    let page = row(&page, "鈴木").press("欠席");
    assert_eq!(studio.standing("no_show"), 1);
    let page = row(&page, "鈴木").press("元に戻す");
    row(&page, "山田").press("元に戻す");
    assert_eq!(studio.standing("confirmed"), 2);
    let sheet = studio.session(600).follow("出席表を印刷");
    assert!(sheet.heading().contains("朝ヨガ"));
    assert_eq!(sheet.document().all("td.box").len(), 2);
    assert!(!sheet.text().contains("090"), "no numbers on paper");
}

#[test]
fn calling_off_a_session_cancels_everybody_in_it_tells_them_and_costs_nothing() {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    studio.guest("2026-11-21 10:00", 1, "鈴木");
    studio.guest("2026-11-21 14:00", 0, "高橋");
    assert!(studio.offers("10:00"));
    let asked = studio.session(600).follow("この回を中止");
    assert_eq!(asked.heading(), "この回を中止しますか？");
    assert!(
        asked.text().contains("2件の予約をキャンセル"),
        "{}",
        asked.text()
    );
    assert_eq!(studio.standing("cancelled"), 0, "looking changes nothing");
    let page = asked.press("中止して知らせる");
    assert!(page.flash().unwrap().contains("中止しました"));
    assert_eq!(
        (studio.standing("cancelled"), studio.standing("confirmed")),
        (2, 1)
    );
    assert_eq!((studio.count(LETTERS), studio.count(CLAIMS)), (2, 1));
    assert_eq!(studio.count(OFF), 1);
    assert!(!studio.offers("10:00") && studio.offers("14:00"));
    let fees =
        "select count(*) from bookings.booking_history where field_changed = 'cancellation_fee'";
    assert_eq!(studio.count(fees), 0);
    // The second press of an old page finds that it is done.
    let again = asked.press("中止して知らせる");
    assert_eq!(again.status, 200);
    assert_eq!(
        (studio.standing("cancelled"), studio.count(LETTERS)),
        (2, 2)
    );
    studio.friday.app.clock().set(tokyo("2026-11-20 12:16"));
    let letters = studio.friday.app.letters();
    let told = letters
        .iter()
        .filter(|one| one.text.contains("お店の都合により"));
    assert_eq!(told.count(), 2);
}

#[test]
fn what_was_called_off_is_held_after_all_and_everybody_has_their_place_again() {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    studio.guest("2026-11-21 10:00", 1, "鈴木");
    let asked = studio.session(600).follow("この回を中止");
    let page = asked.press("中止して知らせる").press("やはり開催する");
    assert_eq!(page.flash().unwrap(), "開催に戻しました");
    assert_eq!(studio.standing("confirmed"), 2);
    assert_eq!((studio.count(LETTERS), studio.count(CLAIMS)), (0, 2));
    assert_eq!(studio.count(OFF), 0, "it is as its timetable has it");
    assert!(studio.offers("10:00"));
    // Ten minutes later only the session comes back.
    let asked = studio.session(600).follow("この回を中止");
    let off = asked.press("中止して知らせる");
    studio.friday.app.clock().set(tokyo("2026-11-20 12:30"));
    off.press("やはり開催する");
    assert_eq!((studio.standing("cancelled"), studio.count(OFF)), (2, 0));
}

#[test]
fn who_books_while_it_is_looked_at_is_shown_before_anything_is_called_off() {
    let studio = Studio::new();
    studio.guest("2026-11-21 10:00", 0, "山田");
    let asked = studio.session(600).follow("この回を中止");
    studio.guest("2026-11-21 10:00", 1, "鈴木");
    let page = asked
        .form()
        .fill("reason", "講師の体調不良")
        .send("中止して知らせる");
    assert_eq!(page.status, 409);
    assert!(page.text().contains("鈴木"), "{}", page.text());
    assert_eq!(page.field("reason").value, "講師の体調不良");
    assert_eq!((studio.standing("cancelled"), studio.count(OFF)), (0, 0));
    page.press("中止して知らせる");
    assert_eq!(studio.standing("cancelled"), 2);
}

#[test]
fn a_session_is_added_on_a_single_date_and_not_where_it_cannot_be() {
    let studio = Studio::new();
    let list = studio.friday.aoi().open(&format!("{STUDIO}/sessions"));
    let empty = list.follow("回を追加");
    let form = empty
        .form()
        .fill("service", &studio.yoga.id.to_string())
        .fill("date", SATURDAY);
    assert!(!studio.offers("12:00"));
    for (time, why) in [
        ("10:00", "もう同じクラスの回があります"),
        ("8:00", "営業時間外です"),
        ("", "時刻を入力してください"),
    ] {
        let page = form.clone().fill("time", time).send("追加する");
        assert_eq!(page.status, 422, "{time}");
        assert!(page.error("time").unwrap().contains(why), "{time}");
        assert_eq!(page.field("date").value, SATURDAY, "what was typed stays");
    }
    let page = form.fill("time", "12:00").press("追加する");
    assert_eq!(page.flash().unwrap(), "クラスの回を追加しました");
    assert!(studio.offers("12:00") && studio.offers("10:00"));
}

#[test]
fn a_session_is_moved_within_its_day_with_everybody_in_it() {
    let studio = Studio::new();
    let booked = studio.guest("2026-11-21 10:00", 0, "山田");
    studio.guest("2026-11-21 10:00", 1, "鈴木");
    let form = studio.session(600).follow("時刻・担当を変更");
    let there = form.form().fill("time", "14:00").send("変更する");
    assert_eq!(there.status, 422, "{}", there.text());
    let page = there.form().fill("time", "10:30").press("変更する");
    assert!(
        page.flash().unwrap().contains("回を変更しました"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("山田") && page.text().contains("鈴木"));
    let moved = format!(
        "select count(*) from bookings.bookings b join scheduling.allocations a on a.booking_id = b.id and a.start_at = b.start_at
         where b.start_at = '2026-11-21 10:30+09' and b.id = '{}'",
        booked.id
    );
    assert_eq!(studio.count(&moved), 1);
    let told =
        "select count(*) from notifications.notification_outbox where kind = 'booking_changed'";
    assert_eq!(studio.count(told), 2);
    assert!(!studio.offers("10:00") && studio.offers("10:30"));
}

#[test]
fn what_was_said_of_sessions_long_ago_is_still_told() {
    let studio = Studio::new();
    let rules = json!({
        "business_id": studio.shop.id, "service_id": studio.yoga.id, "least": 1, "decide_hours": 24,
        "calls_off_itself": false,
    });
    let app = &studio.friday.app;
    app.insert(studio.shop.id, "scheduling.class_rules", rules);
    for date in ["2026-10-03", "2026-11-21"] {
        let said = json!({
            "business_id": studio.shop.id, "service_id": studio.yoga.id, "date": date, "start_minute": 600,
            "is_held": false,
        });
        app.insert(studio.shop.id, "scheduling.class_dates", said);
    }
    for date in ["2026-10-03", "2026-11-21"] {
        let path = format!("{STUDIO}/sessions?date={date}");
        let list = studio.friday.aoi().open(&path);
        let ten = list.part(".day-lines > li", "10:00").text();
        assert!(ten.contains("中止"), "{date}: {ten}");
        let two = list.part(".day-lines > li", "14:00").text();
        assert!(!two.contains("中止"), "{date}: {two}");
    }
}
