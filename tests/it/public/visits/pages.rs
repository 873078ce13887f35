//! A guest puts several services together, brings somebody, changes their mind, and books: without script, in both languages.

use super::shop::Shop;
use crate::{
    public::{
        strict::Strict,
        walk::{EN, Guest, JA, free, is_free, says, told},
    },
    support::{app::tokyo, browser::Page, build::a_service},
};
use omotenashi::{
    base::ids::{BookingId, ServiceId},
    domain::bookings::lines as booked,
};
use serde_json::json;

/// The button under the form, and the time that is chosen, in a language.
pub const SHOW: &str = "この内容で空き時間を見る";
const TEN: &str = "11月24日(火) 10:00";

/// The times of one service.
pub fn times(code: &str, shop: &Shop, service: ServiceId, view: &str) -> String {
    let slug = &shop.business.slug;
    format!("/{code}/b/{slug}/book/times?service={service}&view={view}&from=2026-11-24")
}

/// The page of a visit, as an address asks for it.
pub fn visit(shop: &Shop, with: &str, more: &str) -> Page {
    let slug = &shop.business.slug;
    let path = format!("/ja/b/{slug}/book/visit?with={with}&view=table&from=2026-11-24{more}");
    shop.app.browser().open(&path).strict()
}

/// A cut and a colour, from the times of the cut.
fn both(shop: &Shop) -> Page {
    let page = shop
        .app
        .browser()
        .open(&times("ja", shop, shop.cut, "table"))
        .strict();
    let page = page.follow("ほかのメニューも一緒に予約する").strict();
    let colour = shop.colour.to_string();
    page.fill("add-0", &colour).press(SHOW).strict()
}

/// The lines of the only booking: whose, which, and for how long.
fn lines(shop: &Shop) -> Vec<(i16, Option<ServiceId>, i64)> {
    let all = "select id::text as line from bookings.bookings";
    let all = crate::support::people::lines(&shop.app, shop.business.id, all);
    let [id] = all.as_slice() else {
        panic!("{} bookings", all.len());
    };
    let id: BookingId = id.parse().unwrap();
    let lines = shop
        .app
        .tenant(shop.business.id, move |tx| booked::of(tx, &[id]));
    let minutes = |line: &booked::BookedLine| (line.end_at - line.start_at).num_minutes();
    lines
        .iter()
        .map(|line| (line.guest, line.service_id, minutes(line)))
        .collect()
}

#[test]
fn two_services_are_one_booking_in_either_language() {
    let ways = [
        (
            &JA,
            "table",
            "ほかのメニューも一緒に予約する",
            SHOW,
            "11月24日(火) 10:00 空きあり",
        ),
        (
            &EN,
            "list",
            "Add another service",
            "See free times",
            "10:00",
        ),
    ];
    for (tongue, view, more, show, time) in ways {
        let shop = Shop::of(1);
        let mut guest = Guest::at(&shop.app, &times(tongue.code, &shop, shop.cut, view));
        guest.follow(more);
        let colour = shop.colour.to_string();
        guest.page = guest.page.fill("add-0", &colour).press(show).strict();
        let sum = [
            "合計 105分 13,200円（税込）",
            "105 min in all, ¥13,200 (tax incl.)",
        ];
        assert!(
            sum.iter().any(|sum| guest.page.text().contains(sum)),
            "{}",
            guest.page.text()
        );
        guest.press(time);
        guest.tell(tongue);
        let names = [["カット", "カラー"], ["Haircut", "Colour"]];
        says(&guest.page, &names[usize::from(tongue.code == "en")]);
        says(&guest.page, &["10:00", "11:00", "11:45"]);
        guest.press(tongue.confirm);
        let done = ["ご予約が確定しました", "Your booking is confirmed"];
        assert!(done.contains(&guest.page.heading().as_str()));
        assert_eq!(
            lines(&shop),
            [(0, Some(shop.cut), 60), (0, Some(shop.colour), 45)]
        );
        assert!(shop.taken()[0].ends_with("10:00-11:45"));
    }
}

#[test]
fn somebody_who_comes_along_is_served_beside() {
    let shop = Shop::of(2);
    let page = shop
        .app
        .browser()
        .open(&times("ja", &shop, shop.cut, "table"));
    let page = page.follow("お連れ様も一緒に予約する").strict();
    let page = page.fill("add-1", &shop.colour.to_string()).press(SHOW);
    let page = page.strict();
    says(&page, &["お連れ様1", "合計 60分 13,200円（税込）"]);
    assert!(!page.text().contains("お待ちいただくことがあります"));
    let check = told(&page.press(&free(TEN)).strict(), &JA, &[]).strict();
    says(&check, &["2名", "カット", "カラー"]);
    let done = check.press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert_eq!(
        lines(&shop),
        [(0, Some(shop.cut), 60), (1, Some(shop.colour), 45)]
    );
    let mut ends: Vec<String> = shop.taken().iter().map(|one| one[2..].to_owned()).collect();
    ends.sort();
    assert_eq!(ends, ["10:00-10:45", "10:00-11:00"]);
}

#[test]
fn the_order_is_the_guests_and_what_is_taken_out_is_gone() {
    let shop = Shop::of(1);
    let page = both(&shop);
    let moved = page.press("1つ前にする カラー（ご予約のお客様）").strict();
    let headings = moved.document().texts("h3");
    assert_eq!(&headings[..2], ["カラー", "カット"], "{headings:?}");
    let rest = moved.press("はずす カラー（ご予約のお客様）").strict();
    says(&rest, &["合計 60分 5,500円（税込）"]);
    // One service alone goes on as it always does.
    let details = rest.press(&free(TEN)).strict();
    assert_eq!(details.heading(), "お客様情報");
    assert!(shop.taken()[0].ends_with("10:00-11:00"));
    let again = details.follow("日時").strict();
    assert!(again.url.contains("/book/times?"), "{}", again.url);
}

#[test]
fn going_back_and_choosing_otherwise_keeps_what_was_typed_and_holds_one_thing() {
    let shop = Shop::of(1);
    let details = both(&shop).press(&free(TEN)).strict();
    let check = told(&details, &JA, &[]).strict();
    let back = check.follow("日時").strict();
    assert_eq!(back.heading(), "メニューと日時の選択");
    // Their own hold is not in their own way.
    let slug = &shop.business.slug;
    let with = format!("{}_{}", shop.cut, shop.colour);
    let token = back.field("hold").value;
    let path =
        format!("/ja/b/{slug}/book/visit?with={with}&view=table&from=2026-11-24&hold={token}");
    let table = back.browser.open(&path).strict();
    assert!(is_free(&table, TEN), "their own time is free to them");
    let with_treatment = table.press("はずす カラー（ご予約のお客様）").strict();
    let details = with_treatment.press(&free("11月24日(火) 14:00")).strict();
    assert_eq!(details.field("phone").value, "090-1234-5678");
    assert_eq!(shop.taken().len(), 1);
    assert!(shop.taken()[0].ends_with("14:00-15:00"));
}

#[test]
fn a_person_and_options_are_chosen_service_by_service() {
    let shop = Shop::of(2);
    let person = shop.business.staff[1];
    shop.app.execute(
        shop.business.id,
        format!("update scheduling.resources set is_nominable = true, nomination_fee_cents = 550 where id = '{person}'"),
    );
    let page = both(&shop);
    let page = page.fill("line-0-1-staff", &person.to_string()).press(SHOW);
    let page = page.strict();
    // Who is asked for costs so much, and the other service is anybody's.
    says(&page, &["合計 105分 13,750円（税込）"]);
    assert_eq!(page.field("line-0-1-staff").value, person.to_string());
    assert_eq!(page.field("line-0-0-staff").value, "");
    let check = told(&page.press(&free(TEN)).strict(), &JA, &[]).strict();
    says(&check, &["13,750円"]);
}

#[test]
fn what_is_asked_for_both_services_is_asked_once_and_all_of_it() {
    let shop = Shop::of(1);
    for (service, label) in [(shop.cut, "髪の長さ"), (shop.colour, "アレルギー")] {
        let row = json!({
            "business_id": shop.business.id, "kind": "line", "name_ja": label, "created_at": "2026-11-01T00:00:00Z",
        });
        let question = shop.app.insert(shop.business.id, "catalog.questions", row);
        let tie = json!({"business_id": shop.business.id, "service_id": service, "question_id": question});
        shop.app
            .insert(shop.business.id, "catalog.service_questions", tie);
    }
    let details = both(&shop).press(&free(TEN)).strict();
    says(&details, &["髪の長さ", "アレルギー"]);
}

#[test]
fn a_visit_is_waited_for_whole_and_a_poll_is_about_one_service() {
    let shop = Shop::of(1);
    let rules = json!({"business_id": shop.business.id, "is_on": true});
    shop.app
        .insert(shop.business.id, "bookings.waitlist_rules", rules);
    let page = both(&shop);
    let document = page.document();
    let leads = |to: &str| !document.all(&format!("a[href*='{to}']")).is_empty();
    assert!(leads("/book/visit?") && leads("/waitlist?with=") && !leads("/polls/"));
}

#[test]
fn a_month_of_a_visit_is_few_statements_however_much_there_is() {
    let count = |staff: usize, services: usize| {
        let shop = Shop::of(staff);
        for place in 0..services {
            let name = format!("メニュー{place}");
            a_service(&shop.app, &shop.business)
                .named(&name, &name)
                .build();
        }
        let with = format!("{}_{}*{}", shop.cut, shop.colour, shop.cut);
        let path = format!(
            "/ja/b/{}/book/visit?with={with}&view=month",
            shop.business.slug
        );
        shop.app.browser().visit(&path);
        let before = shop.app.statements();
        shop.app.platform(|_| Ok(()));
        let between = shop.app.statements();
        let page = shop.app.browser().visit(&path).strict();
        assert_eq!(page.status, 200);
        shop.app.statements() - between - (between - before - 1)
    };
    let small = count(3, 2);
    assert!(small <= 6, "a month takes {small} statements");
    assert_eq!(count(30, 20), small);
}

#[test]
fn a_lost_time_is_told_with_others_and_the_wish_stays() {
    let shop = Shop::of(1);
    let page = both(&shop);
    let other = vec![(0, shop.colour, None)];
    shop.hold("other", &other, tokyo("2026-11-24 11:00").to_utc())
        .unwrap();
    let lost = page.press(&free(TEN)).strict();
    assert_eq!(lost.status, 409);
    says(&lost, &["ほかのお客様の予約が先に確定しました"]);
    assert_eq!(lost.document().all(".times-wide button").len(), 3);
    says(&lost, &["合計 105分 13,200円（税込）"]);
    // One of them is taken instead.
    let first = lost.document().texts(".times-wide button")[0].clone();
    assert_eq!(lost.press(&first).strict().heading(), "お客様情報");
}
