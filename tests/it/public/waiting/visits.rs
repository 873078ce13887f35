//! A visit of several services is waited for as a whole: it is offered when all of it is free, and held whole.

use super::{JOIN, Scene, WEDNESDAY};
use crate::{
    public::{
        strict::Strict,
        walk::{JA, says},
    },
    support::{
        app::tokyo,
        browser::Page,
        build::{Service, a_service},
        letters::link,
        people::lines,
    },
};
use serde_json::json;

/// The shop with a colour of 45 minutes beside the cut, and somebody who waits for both on that Wednesday at two.
struct Both {
    scene: Scene,
    colour: Service,
}

impl Both {
    fn new() -> Self {
        let scene = Scene::new();
        let colour = a_service(&scene.app, &scene.shop).named("カラー", "Colour");
        let colour = colour.minutes(45).price(7700).build();
        Self { scene, colour }
    }

    /// The page on which both are put together.
    fn visit(&self) -> Page {
        let path = format!(
            "/ja/b/{}/book/visit?with={}_{}&view=table&from={WEDNESDAY}",
            self.scene.shop.slug, self.scene.cut.id, self.colour.id
        );
        self.scene.app.browser().open(&path).strict()
    }

    fn form(&self) -> Page {
        let page = self.visit();
        let page = page.follow("希望の時間に空きがないとき: キャンセル待ちに登録する");
        let page = page.strict();
        assert_eq!(page.heading(), "キャンセル待ちの登録");
        says(&page, &["カット + カラー"]);
        assert_eq!(page.field("from").value, WEDNESDAY);
        page
    }

    /// Somebody asks for two o'clock.
    fn asked(&self, email: &str) -> Page {
        let sent = self
            .form()
            .fill("until", WEDNESDAY)
            .fill("after", "14:00")
            .fill("before", "14:01")
            .fill("full_name", "山田 花子")
            .fill("email", email)
            .press(JOIN)
            .strict();
        assert_eq!(sent.heading(), "確認メールをお送りしました");
        sent
    }

    /// The same who has proved their address: their place.
    fn waiting(&self) -> Page {
        self.asked("hanako@example.com");
        let letter = self.scene.app.letter();
        assert!(letter.text.contains("カット + カラー"), "{}", letter.text);
        let place = self.scene.app.browser().open(&link(&letter)).strict();
        let mine = place.press(JOIN).strict();
        says(&mine, &["カット + カラー", "現在 1番目です"]);
        mine
    }

    /// Keeps somebody else's time on that Wednesday.
    fn taken(&self, from: &str, until: &str) {
        let at = |wall: &str| tokyo(&format!("{WEDNESDAY} {wall}"));
        let row = json!({
            "business_id": self.scene.shop.id, "resource_id": self.scene.shop.staff[0], "start_at": at(from), "end_at": at(until),
        });
        let app = &self.scene.app;
        app.insert(self.scene.shop.id, "scheduling.allocations", row);
    }

    fn lines(&self, sql: &str) -> Vec<String> {
        lines(&self.scene.app, self.scene.shop.id, sql)
    }
}

#[test]
fn a_visit_is_offered_whole_held_whole_and_becomes_one_booking() {
    let both = Both::new();
    both.waiting();
    let kept = both.lines(
        "select l.part || ' ' || l.guest || ' ' || s.name_ja as line from bookings.waitlist_lines l \
         join catalog.services s on s.id = l.service_id order by l.part",
    );
    assert_eq!(kept, ["0 0 カット", "1 0 カラー"]);
    both.scene.call_off();
    let place = both.scene.offered().strict();
    assert_eq!(place.heading(), "空きが出ました");
    says(&place, &["カット + カラー", "14:00〜15:45"]);
    let held = both.lines(
        "select to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || to_char(end_at at time zone 'Asia/Tokyo', '-HH24:MI') as line \
         from scheduling.allocations where reservation_id is not null order by start_at",
    );
    assert_eq!(held, ["14:00-15:45"]);
    assert!(!both.scene.stranger(), "it is held");
    let check = place.follow("この時間の予約へ進む").strict();
    says(&check, &["カット", "カラー", "13,200円"]);
    let done = check.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    let booked = both.lines(
        "select part || ' ' || to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || to_char(end_at at time zone 'Asia/Tokyo', '-HH24:MI') as line \
         from bookings.booking_lines order by part",
    );
    assert_eq!(booked, ["0 14:00-15:00", "1 15:00-15:45"]);
    let over = "select count(*) from bookings.waitlist where status = 'converted'";
    assert_eq!((both.scene.count(over), both.scene.look()), (1, 0));
}

#[test]
fn what_has_room_for_one_of_the_services_alone_is_not_offered() {
    let both = Both::new();
    both.taken("15:15", "15:30");
    both.waiting();
    both.scene.call_off();
    assert!(both.scene.offers().is_empty());
    assert!(both.scene.stranger(), "whoever wants the cut alone has it");
}

#[test]
fn who_waits_for_one_of_them_and_who_waits_for_both_have_a_place_each() {
    let both = Both::new();
    both.asked("hanako@example.com");
    let places = "select count(*) from bookings.waitlist where status = 'active'";
    assert_eq!(both.scene.count(places), 1);
    let alone = both.scene.form();
    alone
        .fill("until", WEDNESDAY)
        .fill("full_name", "山田 花子")
        .fill("email", "hanako@example.com")
        .press(JOIN)
        .strict();
    assert_eq!(both.scene.count(places), 2);
    // The same wish once more is the same place, with what is said now.
    both.asked("hanako@example.com");
    assert_eq!(both.scene.count(places), 2);
    let kept = "select count(*) from bookings.waitlist_lines";
    assert_eq!(both.scene.count(kept), 2);
}

#[test]
fn what_is_wrong_is_said_at_its_box_and_the_visit_stays() {
    let both = Both::new();
    let wrong = both.form().fill("after", "25時").press(JOIN).strict();
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("after").is_some() && wrong.error("email").is_some());
    says(&wrong, &["カット + カラー"]);
    let back = wrong.follow("戻る").strict();
    assert!(back.url.contains("/book/visit?with="), "{}", back.url);
}

#[test]
fn what_the_menu_has_lost_is_not_offered_without_it() {
    let both = Both::new();
    both.waiting();
    let gone = format!(
        "update catalog.services set deleted_at = '2026-11-20T01:00:00Z' where id = '{}'",
        both.colour.id
    );
    assert_eq!(both.scene.app.execute(both.scene.shop.id, gone), 1);
    both.scene.call_off();
    assert!(both.scene.offers().is_empty());
}

#[test]
fn an_offered_visit_that_the_shop_cannot_keep_any_more_is_not_booked() {
    let both = Both::new();
    both.waiting();
    both.scene.call_off();
    let place = both.scene.offered().strict();
    let check = place.follow("この時間の予約へ進む").strict();
    let closed = json!({"business_id": both.scene.shop.id, "date": WEDNESDAY});
    let app = &both.scene.app;
    app.insert(both.scene.shop.id, "businesses.business_holidays", closed);
    let refused = check.press(JA.confirm);
    assert_ne!(refused.heading(), "ご予約が確定しました");
    let booked = "select count(*) from bookings.booking_lines";
    assert_eq!(both.scene.count(booked), 0);
}

#[test]
fn a_later_visit_moves_up_with_all_of_its_services() {
    let both = Both::new();
    let page = both.visit();
    let details = page
        .press(&crate::public::walk::free("11月25日(水) 16:00"))
        .strict();
    let check = crate::public::walk::told(&details, &JA, &[]).strict();
    let home = check.press(JA.confirm).strict();
    let form = home.follow("早い時間の空きを待つ").strict();
    form.fill("from", WEDNESDAY)
        .fill("until", WEDNESDAY)
        .fill("after", "14:00")
        .fill("before", "14:01")
        .press(JOIN)
        .strict();
    both.scene.call_off();
    let offered = both.scene.offered().strict();
    says(&offered, &["カット + カラー"]);
    let moved = offered.press("この時間に変更する").strict();
    assert_eq!(moved.flash().unwrap(), "日時を変更しました");
    let booked = both.lines(
        "select part || ' ' || to_char(start_at at time zone 'Asia/Tokyo', 'HH24:MI') || to_char(end_at at time zone 'Asia/Tokyo', '-HH24:MI') as line \
         from bookings.booking_lines order by part",
    );
    assert_eq!(booked, ["0 14:00-15:00", "1 15:00-15:45"]);
}

#[test]
fn no_list_no_way_to_it() {
    let both = Both::new();
    let off = "update bookings.waitlist_rules set is_on = false";
    assert_eq!(both.scene.app.execute(both.scene.shop.id, off), 1);
    let page = both.visit();
    assert!(!page.text().contains("キャンセル待ちに登録する"));
    let path = format!(
        "/ja/b/{}/waitlist?with={}_{}",
        both.scene.shop.slug, both.scene.cut.id, both.colour.id
    );
    assert_eq!(both.scene.app.browser().visit(&path).status, 404);
}
