//! Six guests over two fours: booked by themselves, at the counter, moved, called off, and by two parties at once.

use crate::{
    public::{
        race::{overlaps, patient},
        walk::{JA, told},
    },
    support::{
        app::{TestApp, TestOptions, tokyo},
        browser::{Browser, Page},
        build::{Business, Service, a_business, a_service},
        people::{Cast, lines},
    },
};
use omotenashi::base::ids::ResourceId;
use serde_json::json;
use std::{sync::Barrier, thread};
use uuid::Uuid;

pub const OFFICE: &str = "/ja/owner/kappo/tables";
const EVENING: &str = "2026-11-21 18:00";

/// A restaurant with tables of so many seats, where dinner is for up to twelve.
pub struct Kappo {
    pub app: TestApp,
    pub cast: Cast,
    pub shop: Business,
    tables: Vec<ResourceId>,
    dinner: Service,
}

impl Kappo {
    pub fn new(seats: &[i16]) -> Self {
        Self::at(TestApp::start(TestOptions::default()), seats)
    }

    fn at(app: TestApp, seats: &[i16]) -> Self {
        let cast = Cast::of(&app);
        let shop = a_business(&app)
            .slug("kappo")
            .vertical("restaurant")
            .owner(cast.aoi.user)
            .settings(json!({"holds_per_client": 1000}))
            .open("17:00-23:00")
            .build();
        let table = |(place, seats): (usize, &i16)| {
            ResourceId(app.insert(shop.id, "scheduling.resources", json!({
                "business_id": shop.id, "resource_type": "table", "name": format!("テーブル{}", place + 1),
                "capacity": seats, "party_max": seats, "sort_order": place,
            })))
        };
        let tables: Vec<ResourceId> = seats.iter().enumerate().map(table).collect();
        let dinner = a_service(&app, &shop)
            .by(&tables)
            .named("会席", "Kaiseki")
            .with(json!({"party_max": 12}))
            .build();
        Self {
            app,
            cast,
            shop,
            tables,
            dinner,
        }
    }

    pub fn owner(&self) -> Browser {
        self.cast.aoi.sign_in(&self.app)
    }

    /// The box of a table in the form.
    pub fn tick(&self, place: usize) -> String {
        format!("r-{}", self.tables[place])
    }

    pub fn thing(&self, kind: &str, name: &str, seats: i16) -> Uuid {
        self.app.insert(self.shop.id, "scheduling.resources", json!({
            "business_id": self.shop.id, "resource_type": kind, "name": name, "capacity": seats, "party_max": seats,
            "sort_order": 9,
        }))
    }

    /// Tables that go together for so many.
    pub fn together(&self, name: &str, places: &[usize], (least, most): (i16, i16)) -> Uuid {
        let shop = self.shop.id;
        let order = self
            .app
            .count(shop, "select count(*) from scheduling.table_groups");
        let row = json!({"business_id": shop, "name": name, "least": least, "most": most, "sort_order": order});
        let group = self.app.insert(shop, "scheduling.table_groups", row);
        for place in places {
            let row =
                json!({"business_id": shop, "group_id": group, "resource_id": self.tables[*place]});
            self.app.insert(shop, "scheduling.table_group_members", row);
        }
        group
    }

    fn hold(&self, party: i16, at: &str) -> Page {
        let key = Uuid::new_v4().simple().to_string();
        self.app.browser().post(
            "/ja/b/kappo/book/hold",
            &[
                ("key", &key),
                ("service", &self.dinner.id.to_string()),
                ("party", &party.to_string()),
                ("start", &tokyo(at).to_rfc3339()),
            ],
        )
    }

    fn book(&self, party: i16, at: &str) {
        let held = self.hold(party, at);
        assert_eq!(held.status, 303, "{}", held.text());
        let own = Uuid::new_v4().simple().to_string();
        let own = [("phone", ""), ("email", &*format!("{own}@example.com"))];
        let done = told(&held.settled(), &JA, &own).press(JA.confirm);
        assert_eq!(done.heading(), "ご予約が確定しました");
    }

    /// Which tables are taken, and by how many seats.
    fn taken(&self) -> Vec<String> {
        let query = "select r.name || ' ' || count(*) as line from scheduling.allocations a \
            join scheduling.resources r on r.id = a.resource_id group by r.name order by 1";
        lines(&self.app, self.shop.id, query)
    }

    /// The page of the only booking.
    fn booking(&self, code: &str) -> Page {
        let ids = lines(
            &self.app,
            self.shop.id,
            "select id::text as line from bookings.bookings",
        );
        assert_eq!(ids.len(), 1);
        self.owner()
            .open(&format!("/{code}/staff/kappo/bookings/{}", ids[0]))
    }
}

#[test]
fn six_guests_take_two_fours_and_stand_in_both_columns() {
    let kappo = Kappo::new(&[4, 4, 2]);
    assert_eq!(
        kappo.hold(6, EVENING).status,
        422,
        "not before they go together"
    );
    kappo.together("奥の2卓", &[0, 1], (5, 8));
    kappo.book(6, EVENING);
    assert_eq!(kappo.taken(), ["テーブル1 4", "テーブル2 4"]);
    assert_eq!(overlaps(&kappo.app, &kappo.shop), 0);
    let page = kappo.booking("ja");
    let text = page.text();
    assert!(text.contains("テーブル1、テーブル2"), "{text}");
    assert!(
        text.contains("席の決まり方") && text.contains("ほかに空きなし"),
        "{text}"
    );
    let page = kappo.booking("en");
    assert!(page.text().contains("Why this table"), "{}", page.text());
    let day = kappo.owner().open("/ja/staff/kappo/day?date=2026-11-21");
    for table in ["テーブル1", "テーブル2"] {
        let column = day.part(".day-column", table).text();
        assert!(column.contains("山田 花子 様"), "{table}: {column}");
    }
    let blocks = day.document();
    assert_eq!(blocks.all(".day-column .block-confirmed").len(), 2);
    let other = day.part(".day-column", "テーブル3").text();
    assert!(!other.contains("山田"), "{other}");
    assert_eq!(kappo.hold(6, EVENING).status, 409, "they are taken");
    assert_eq!(kappo.hold(4, EVENING).status, 409, "each of them");
    assert_eq!(kappo.hold(2, EVENING).status, 303);
}

#[test]
fn a_booking_over_two_tables_is_moved_called_off_and_taken_back() {
    let kappo = Kappo::new(&[4, 4]);
    kappo.together("奥の2卓", &[0, 1], (5, 8));
    kappo.book(6, EVENING);
    let spans = "select distinct to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') as line from scheduling.allocations";
    let moved = kappo
        .booking("ja")
        .follow("予約を変更")
        .fill("time", "20:00")
        .press("変更を保存");
    assert_eq!(moved.status, 200, "{:?}", moved.errors());
    assert_eq!(lines(&kappo.app, kappo.shop.id, spans), ["20:00"]);
    assert_eq!(kappo.taken(), ["テーブル1 4", "テーブル2 4"]);
    assert!(kappo.booking("ja").text().contains("これまでと同じ"));
}

#[test]
fn a_party_larger_than_anything_is_told_the_most_that_can_be() {
    let kappo = Kappo::new(&[4, 4, 6]);
    kappo.together("奥の2卓", &[0, 1], (5, 8));
    let refused = kappo.hold(9, EVENING);
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(
        text.contains("オンラインで承れるのは8名様までです"),
        "{text}"
    );
    let times = kappo.app.browser().open(&format!(
        "/ja/b/kappo/book/times?service={}&party=12",
        kappo.dinner.id
    ));
    let text = times.text();
    assert!(text.contains("8名") && !text.contains("9名"), "{text}");
    let form = kappo.owner().open("/ja/staff/kappo/bookings/new");
    let clash = form
        .fill("service", &kappo.dinner.id.to_string())
        .fill("date", "2026-11-21")
        .fill("time", "18:00")
        .fill("party", "9")
        .fill("family", "団体")
        .send("予約を追加");
    assert_eq!(clash.status, 409);
    let said = clash.error("party").unwrap();
    assert!(said.contains("8名様まで"), "{said}");
    assert!(kappo.taken().is_empty());
}

#[test]
fn staff_who_say_why_put_a_party_over_the_tables_that_seat_it() {
    let kappo = Kappo::new(&[2, 4, 4]);
    kappo.together("奥の2卓", &[1, 2], (5, 8));
    kappo.book(6, EVENING);
    let form = kappo.owner().open("/ja/staff/kappo/bookings/new");
    let clash = form
        .fill("service", &kappo.dinner.id.to_string())
        .fill("date", "2026-11-21")
        .fill("time", "18:00")
        .fill("party", "7")
        .fill("family", "常連")
        .send("予約を追加");
    assert_eq!(clash.status, 409);
    let booked = clash
        .fill("override_reason", "椅子を足す")
        .press("重なったまま予約する");
    assert_eq!(booked.status, 200, "{:?}", booked.errors());
    assert_eq!(kappo.taken(), ["テーブル2 8", "テーブル3 8"]);
    assert_eq!(
        overlaps(&kappo.app, &kappo.shop),
        0,
        "on seats of their own"
    );
}

#[test]
fn of_parties_for_overlapping_groups_one_sits_down_each_time() {
    let kappo = Kappo::at(patient(), &[4, 4, 4]);
    kappo.together("左", &[0, 1], (5, 8));
    kappo.together("右", &[1, 2], (5, 8));
    const PARTIES: usize = 6;
    let start = Barrier::new(PARTIES);
    let held: Vec<u16> = thread::scope(|scope| {
        let party = || {
            start.wait();
            kappo.hold(6, EVENING).status
        };
        let all: Vec<_> = (0..PARTIES).map(|_| scope.spawn(party)).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let sat = held.iter().filter(|status| **status == 303).count();
    assert_eq!((sat, overlaps(&kappo.app, &kappo.shop)), (1, 0), "{held:?}");
    assert_eq!(kappo.taken(), ["テーブル1 4", "テーブル2 4"]);
    // A single table is left, for those whom it seats.
    assert_eq!(kappo.hold(4, EVENING).status, 303);
    assert_eq!(kappo.taken().len(), 3);
}

#[test]
fn tables_and_what_goes_together_are_taken_along_to_another_branch() {
    let kappo = Kappo::new(&[4, 4]);
    kappo.together("奥の2卓", &[0, 1], (5, 8));
    let open = |slug: &str, without: &[&str]| {
        let page = kappo.owner().open("/ja/owner/kappo/branches/new");
        let form = page.form().fill("slug", slug).fill("phone", "03-1234-5678");
        let mut form = form.fill("city", "新宿区").fill("street", "1-2-3");
        for what in without {
            form = form.untick(what);
        }
        form.press("保存")
    };
    let made = open("kappo-second", &["copy_menu"]);
    assert_eq!(made.status, 200, "{:?}", made.errors());
    let there = kappo.owner().open("/ja/owner/kappo-second/tables");
    let text = there.text();
    assert!(
        text.contains("奥の2卓")
            && text.contains("テーブル1、テーブル2")
            && text.contains("5〜8名様"),
        "{text}"
    );
    open("kappo-bare", &["copy_tables"]);
    let bare = kappo.owner().open("/ja/owner/kappo-bare/resources");
    assert!(!bare.text().contains("テーブル1"), "{}", bare.text());
}
