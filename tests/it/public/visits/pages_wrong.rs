//! What cannot be had together, what is too much, and what fits nowhere: said where it was chosen, with a way on.

use super::{
    pages::{SHOW, visit},
    shop::Shop,
};
use crate::{
    public::{strict::Strict, walk::says},
    support::{
        browser::Page,
        build::{Service, a_service},
    },
};
use omotenashi::base::ids::ResourceId;
use serde_json::json;
use uuid::Uuid;

/// A table for so many, and a dinner at it for up to eight.
fn dinner(shop: &Shop, seats: i16) -> Service {
    let row = json!({
        "business_id": shop.business.id, "resource_type": "equipment", "name": "テーブル", "capacity": seats,
    });
    let table = shop
        .app
        .insert(shop.business.id, "scheduling.resources", row);
    let dinner = a_service(&shop.app, &shop.business)
        .named("夕食", "Dinner")
        .seats_of(ResourceId(table));
    dinner.with(json!({"party_max": 8})).build()
}

fn complains(page: &Page, words: &str) {
    assert_eq!(page.status, 422, "{}", page.text());
    let errors = page.errors();
    assert!(
        errors.iter().any(|error| error.contains(words)),
        "{words:?} is not among {errors:?}"
    );
}

#[test]
fn more_services_or_guests_than_one_visit_has_are_left_out_and_said() {
    let shop = Shop::of(1);
    let cut = shop.cut.to_string();
    let six = [cut.as_str(); 6].join("_");
    let page = visit(&shop, &six, "");
    complains(&page, "お一人様のメニューは5つまでです");
    assert_eq!(page.document().all("li.sheet").len(), 5);
    let five = [cut.as_str(); 5].join("*");
    let page = visit(&shop, &five, "");
    complains(&page, "一緒にご予約いただけるのは4名様までです");
    assert_eq!(page.document().all("li.sheet").len(), 4);
    // The form offers no list to add from where no more can be added.
    let full = visit(&shop, &[cut.as_str(); 5].join("_"), "");
    assert_eq!(full.document().all("select[name=add-0]").len(), 0);
    let full = visit(&shop, &[cut.as_str(); 4].join("*"), "");
    assert_eq!(full.document().all("select[name=add-4]").len(), 0);
}

#[test]
fn what_there_is_not_is_said_and_the_rest_stays() {
    let shop = Shop::of(1);
    let page = visit(&shop, &format!("{}_{}", shop.cut, Uuid::new_v4()), "");
    complains(&page, "現在ご予約いただけないメニューがありました");
    assert_eq!(page.document().all("li.sheet").len(), 1);
    let page = visit(&shop, &format!("{}_nonsense", shop.cut), "");
    complains(&page, "読み取れない内容がありました");
    let page = visit(&shop, &format!("{}.{}", shop.cut, Uuid::new_v4()), "");
    complains(&page, "この担当者は、このメニューを承っていません");
    // Nothing at all leads to the menu.
    let path = format!("/ja/b/{}/book/visit", shop.business.slug);
    assert_eq!(shop.app.browser().open(&path).heading(), "メニュー");
}

#[test]
fn what_is_booked_by_itself_is_not_offered_and_says_why() {
    let shop = Shop::of(1);
    let id = shop.business.id;
    let make = |name: &str| a_service(&shop.app, &shop.business).named(name, name);
    let class = make("朝ヨガ").build().id;
    let row =
        json!({"business_id": id, "service_id": class, "day_of_week": 2, "start_minute": 600});
    shop.app.insert(id, "scheduling.timetable_entries", row);
    let room = json!({
        "business_id": id, "resource_type": "room", "name": "離れ", "takes_online": false,
    });
    let room = ResourceId(shop.app.insert(id, "scheduling.resources", room));
    let by_hand = make("茶会").by(&[room]).build().id;
    let page = visit(&shop, &shop.cut.to_string(), "");
    let listed = page.document().texts("select[name=add-0] option");
    for (service, name, why) in [
        (class, "朝ヨガ", "開催日時が決まっています"),
        (by_hand, "茶会", "お電話で承ります"),
    ] {
        assert!(!listed.iter().any(|one| one.contains(name)), "{listed:?}");
        says(&page, &[&format!("{name}: {why}")]);
        let with = format!("{}_{service}", shop.cut);
        let asked = visit(&shop, &with, "");
        complains(&asked, why);
        assert_eq!(asked.document().all("li.sheet").len(), 1);
        // Nor is it had by sending what no page offers.
        let answer = shop.app.browser().post(
            &format!("/ja/b/{}/book/visit", shop.business.slug),
            &[
                ("key", "0123456789abcdef"),
                ("with", &with),
                ("start", "2026-11-24T10:00:00+09:00"),
            ],
        );
        assert_eq!(answer.status, 422, "{name}: {}", answer.text());
    }
    assert!(shop.taken().is_empty());
    // From the times of a class no way leads here.
    let path = format!("/ja/b/{}/book/times?service={class}", shop.business.slug);
    let times = shop.app.browser().open(&path).strict();
    assert!(!times.text().contains("ほかのメニューも一緒に"));
}

#[test]
fn more_people_than_any_table_has_are_refused_at_the_number_with_the_most_there_is() {
    let shop = Shop::of(1);
    let dinner = dinner(&shop, 4);
    let page = visit(&shop, &format!("{}_{}", shop.cut, dinner.id), "");
    let asked = page.fill("line-0-1-party", "6").press(SHOW).strict();
    complains(&asked, "4名までご予約いただけます");
    assert!(asked.error("line-0-1-party").is_some());
    assert_eq!(asked.field("line-0-1-party").value, "6");
    assert!(asked.document().all("button[name=start]").is_empty());
    let fewer = asked.follow("4名で空きを見る").strict();
    assert_eq!(fewer.status, 200, "{}", fewer.text());
    assert_eq!(fewer.field("line-0-1-party").value, "4");
    assert!(!fewer.document().all("button[name=start]").is_empty());
    // Where there are tables enough, the menu says how many may come.
    let large = self::dinner(&shop, 8);
    let page = visit(&shop, &format!("{}_{}..12", shop.cut, large.id), "");
    complains(&page, "1名から8名までの人数をお選びください");
}

#[test]
fn a_chain_that_fits_into_no_day_says_why_and_what_would_fit() {
    let shop = Shop::of(1);
    let long = a_service(&shop.app, &shop.business)
        .named("終日プラン", "The whole day")
        .minutes(500);
    let long = long.build().id;
    let page = visit(&shop, &format!("{long}_{}", shop.cut), "");
    says(&page, &["続けると営業時間に収まりません"]);
    assert!(page.document().all("button[name=start]").is_empty());
    let without = page.follow("「カット」をはずして").strict();
    assert!(!without.document().all("button[name=start]").is_empty());
    // Two cannot be served side by side by one.
    let page = visit(&shop, &format!("{}*{}", shop.cut, shop.cut), "");
    says(
        &page,
        &["この組み合わせを担当できる者が同じ日にそろいません"],
    );
}

#[test]
fn what_must_be_chosen_is_asked_before_there_are_times() {
    let shop = Shop::of(1);
    let id = shop.business.id;
    let row = json!({
        "business_id": id, "name_ja": "薬剤", "name_en": "Dye", "is_single": true, "is_required": true,
    });
    let group = shop.app.insert(id, "catalog.option_groups", row);
    let row = json!({
        "business_id": id, "group_id": group, "name_ja": "オーガニック", "price_cents": 1100, "minutes": 15,
    });
    let option = shop.app.insert(id, "catalog.options", row);
    let tie = json!({"business_id": id, "service_id": shop.colour, "group_id": group});
    shop.app.insert(id, "catalog.service_option_groups", tie);
    let page = visit(&shop, &format!("{}_{}", shop.cut, shop.colour), "");
    says(
        &page,
        &["「薬剤」をお選びいただくと、空き時間が表示されます"],
    );
    assert!(page.document().all("button[name=start]").is_empty());
    let field = format!("line-0-1-pick-{group}");
    let chosen = page.fill(&field, &option.to_string()).press(SHOW).strict();
    says(&chosen, &["合計 2時間 14,300円（税込）"]);
    assert!(!chosen.document().all("button[name=start]").is_empty());
}
