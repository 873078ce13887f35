//! Who in the town is free then: asked on the page, and held on the pages of those who were found.

use super::{strict::Strict, walk::says};
use crate::support::{
    app::{TestApp, TestOptions},
    browser::Page,
    build::{Business, Service, a_booking, a_business, a_service},
    sql,
};
use serde_json::json;

/// A Saturday, the day after the one it is.
pub const SATURDAY: &str = "2026-11-21";

/// A shop with one person and a cut of an hour.
pub fn a_shop(app: &TestApp, slug: &str) -> (Business, Service) {
    let shop = a_business(app)
        .slug(slug)
        .named(slug, slug)
        .staff(1)
        .build();
    let cut = a_service(app, &shop).build();
    (shop, cut)
}

/// Takes every hour of a day from one to another.
pub fn filled(app: &TestApp, (shop, service): &(Business, Service), hours: std::ops::Range<u32>) {
    for hour in hours {
        a_booking(app, shop, service)
            .on(shop.staff[0])
            .at(&format!("{SATURDAY} {hour}:00"))
            .build();
    }
}

pub fn find(app: &TestApp, query: &str) -> Page {
    app.browser().open(&format!("/ja/find?{query}")).strict()
}

/// Whom a page of answers names, in its order.
pub fn found(page: &Page) -> Vec<String> {
    page.document().texts("#answer li .offer-name")
}

/// The times beside each of them.
pub fn times(page: &Page) -> Vec<Vec<String>> {
    let document = page.document();
    let places = document.all("#answer li");
    let times = places.into_iter().map(|place| {
        let selector = scraper::Selector::parse(".time").unwrap();
        let times = place.select(&selector);
        times.map(|time| time.text().collect()).collect()
    });
    times.collect()
}

fn set(app: &TestApp, shop: &Business, what: &str) {
    sql::run(
        &mut sql::connect_as_house(app.database_url()),
        &what.replace("{shop}", &format!("'{}'", shop.id)),
    );
}

#[test]
fn whoever_is_free_in_that_part_of_that_day_is_found_and_nobody_else() {
    let app = TestApp::start(TestOptions::default());
    a_shop(&app, "free-shop");
    filled(&app, &a_shop(&app, "full-shop"), 10..19);
    filled(&app, &a_shop(&app, "full-afternoon"), 12..17);
    let closed = a_business(&app)
        .slug("closed-shop")
        .staff(1)
        .closed_on(6)
        .build();
    a_service(&app, &closed).build();
    for (slug, what) in [
        (
            "waiting-shop",
            "update businesses.businesses set status = 'pending_review' where id = {shop}",
        ),
        (
            "suspended-shop",
            "update businesses.businesses set status = 'suspended' where id = {shop}",
        ),
        (
            "unready-shop",
            "update businesses.businesses set onboarding_status = 'incomplete' where id = {shop}",
        ),
        (
            "hidden-shop",
            "update businesses.businesses set is_listed = false where id = {shop}",
        ),
        (
            "gone-shop",
            "update businesses.businesses set deleted_at = now() where id = {shop}",
        ),
        (
            "resting-shop",
            "update businesses.business_settings set is_accepting = false where business_id = {shop}",
        ),
        (
            "stopped-shop",
            "update businesses.business_settings set bookings_stopped_at = now(), bookings_stopped_reason = '調査中' where business_id = {shop}",
        ),
    ] {
        // Known while it still was like the others.
        let (shop, _) = a_shop(&app, slug);
        assert!(found(&find(&app, &format!("date={SATURDAY}"))).contains(&slug.to_owned()));
        set(&app, &shop, what);
    }
    let page = find(&app, &format!("date={SATURDAY}&part=afternoon"));
    assert_eq!(found(&page), ["free-shop"]);
    assert_eq!(times(&page), [["12:00", "12:30", "13:00"]]);
    let mut morning = found(&find(&app, &format!("date={SATURDAY}&part=morning")));
    morning.sort();
    assert_eq!(morning, ["free-shop", "full-afternoon"]);
    let evening = find(&app, &format!("date={SATURDAY}&part=evening"));
    assert_eq!(times(&evening), [["17:00", "17:30", "18:00"]; 2]);
    assert_eq!(found(&find(&app, "date=2026-11-22&part=evening")).len(), 4);
}

#[test]
fn every_time_that_is_named_can_be_held_where_it_leads() {
    let app = TestApp::start(TestOptions::default());
    a_shop(&app, "free-shop");
    filled(&app, &a_shop(&app, "busy-shop"), 12..15);
    let late = a_business(&app)
        .slug("late-shop")
        .open("18:00-26:00")
        .staff(1)
        .build();
    a_service(&app, &late).with(json!({"party_max": 4})).build();
    let page = find(&app, &format!("date={SATURDAY}&part=&party=1"));
    assert_eq!(found(&page).len(), 3);
    let links: Vec<String> = page
        .document()
        .all("#answer li .times")
        .into_iter()
        .map(|times| {
            let selector = scraper::Selector::parse("a").unwrap();
            times
                .select(&selector)
                .next()
                .unwrap()
                .value()
                .attr("href")
                .unwrap()
                .to_owned()
        })
        .collect();
    let named = times(&page);
    for (place, (link, times)) in links.iter().zip(&named).enumerate() {
        assert_eq!(times.len(), 3);
        let list = app.browser().open(link).strict();
        // One of each shop, because a time that is held takes those beside it along.
        let held = list.press(&times[place]).strict();
        assert_eq!(held.heading(), "お客様情報", "{} at {link}", times[place]);
        says(&held, &["11月21日", &times[place]]);
    }
    // What was held just now is named to nobody else.
    let other = find(&app, &format!("date={SATURDAY}"));
    let now = found(&other).into_iter().zip(times(&other));
    for (place, (name, before)) in found(&page).iter().zip(&named).enumerate() {
        let left = now.clone().find(|(one, _)| one == name);
        let left = left.map(|(_, times)| times).unwrap_or_default();
        assert!(!left.contains(&before[place]), "{name}: {left:?}");
    }
}

#[test]
fn the_earliest_comes_first_and_equals_change_their_order_from_day_to_day() {
    let app = TestApp::start(TestOptions::default());
    for name in ["one", "two", "three", "four", "five", "six"] {
        a_shop(&app, name);
    }
    filled(&app, &a_shop(&app, "later"), 10..11);
    let days: Vec<Vec<String>> = (21..28)
        .map(|day| found(&find(&app, &format!("date=2026-11-{day}"))))
        .collect();
    assert_eq!(days[0][6], "later");
    assert!(days.iter().all(|day| day.len() == 7), "{days:?}");
    let firsts: std::collections::BTreeSet<&String> = days.iter().map(|day| &day[0]).collect();
    assert!(firsts.len() > 1, "nobody is always first: {days:?}");
    let again = found(&find(&app, &format!("date={SATURDAY}")));
    assert_eq!(again, days[0], "the same day, the same order");
}

#[test]
fn what_where_and_how_many_narrow_it_down() {
    let app = TestApp::start(TestOptions::default());
    a_shop(&app, "tokyo-salon");
    let osaka = a_business(&app)
        .slug("osaka-table")
        .named("割烹 なにわ", "Naniwa")
        .vertical("restaurant")
        .with(json!({"prefecture": "大阪府", "city": "大阪市北区", "address_en": "Kita-ku, Osaka"}))
        .staff(1)
        .build();
    let course = json!({"party_min": 2, "party_max": 6});
    a_service(&app, &osaka)
        .named("おまかせコース", "Chef's course")
        .with(course)
        .build();
    a_service(&app, &osaka)
        .named("ランチ", "Lunch")
        .minutes(90)
        .build();
    for (more, names) in [
        ("", vec!["tokyo-salon", "割烹 なにわ"]),
        ("&kind=restaurant", vec!["割烹 なにわ"]),
        ("&kind=salon", vec!["tokyo-salon"]),
        ("&place=大阪", vec!["割烹 なにわ"]),
        ("&place=大阪府 北区", vec!["割烹 なにわ"]),
        ("&place=kita-ku", vec!["割烹 なにわ"]),
        ("&place=100%25", vec![]),
        ("&q=カット", vec!["tokyo-salon"]),
        ("&q=かっと", vec!["tokyo-salon"]),
        ("&q=ﾗﾝﾁ なにわ", vec!["割烹 なにわ"]),
        ("&q=chef", vec![]),
        ("&q=chef&party=2", vec!["割烹 なにわ"]),
        ("&party=2", vec!["割烹 なにわ"]),
        ("&party=7", vec![]),
    ] {
        let query = format!("date={SATURDAY}{more}").replace(' ', "+");
        let mut all = found(&find(&app, &query));
        all.sort();
        assert_eq!(all, names, "{more}");
    }
    // The first service of the menu that suits, and its own times.
    let two = find(&app, &format!("date={SATURDAY}&party=2"));
    says(&two, &["おまかせコース", "60分"]);
    let link = two.document().attribute("#answer .time", "href").unwrap();
    assert!(
        link.contains("party=2") && link.contains("view=list"),
        "{link}"
    );
    assert_eq!(
        times(&find(
            &app,
            &format!("date={SATURDAY}&from=17:15&until=18:00&kind=salon")
        )),
        [["17:30"]]
    );
}

#[test]
fn what_cannot_be_meant_is_said_at_its_box_and_everything_typed_stays() {
    let app = TestApp::start(TestOptions::default());
    a_shop(&app, "free-shop");
    let query = "date=2026-11-09&part=evening&from=25%3A70&until=&party=0&kind=salon&q=%E3%82%AB&place=%E6%B8%8B";
    let page = app.browser().visit(&format!("/ja/find?{query}"));
    assert_eq!(page.status, 422);
    for field in ["date", "from", "party"] {
        assert!(page.error(field).is_some(), "{field}");
    }
    for (field, value) in [
        ("date", "2026-11-09"),
        ("from", "25:70"),
        ("party", "0"),
        ("q", "カ"),
        ("place", "渋"),
    ] {
        let typed = page
            .document()
            .attribute(&format!("[name={field}]"), "value");
        assert_eq!(typed.as_deref(), Some(value), "{field}");
    }
    assert!(page.document().all("#answer").is_empty());
    let page = app
        .browser()
        .visit(&format!("/en/find?date={SATURDAY}&from=15:00&until=14:00"));
    assert_eq!(
        (page.status, page.error("until").as_deref()),
        (422, Some("Enter a time later than “From”"))
    );
    let page = app.browser().visit("/ja/find?date=");
    assert!(page.error("date").is_some());
    // Nothing is asked yet: today, and nobody is named.
    let page = find(&app, "");
    assert_eq!(
        page.document().attribute("[name=date]", "value").as_deref(),
        Some("2026-11-20")
    );
    assert!(page.document().all("#answer").is_empty() && page.errors().is_empty());
}

#[test]
fn where_nothing_is_free_the_page_says_when_something_would_be() {
    let app = TestApp::start(TestOptions::default());
    let shop = a_shop(&app, "free-shop");
    filled(&app, &shop, 12..19);
    let page = find(&app, &format!("date={SATURDAY}&part=afternoon&q=カット"));
    assert!(found(&page).is_empty());
    let ways = page.document().texts("#answer .empty a");
    assert_eq!(
        ways,
        [
            "11月21日(土) 午前（12:00まで）：1店",
            "11月20日(金) 午後（12:00から17:00まで）：1店",
            "11月22日(日) 午後（12:00から17:00まで）：1店"
        ]
    );
    let there = page.follow(&ways[0]).strict();
    assert_eq!(
        (found(&there), times(&there)),
        (
            vec!["free-shop".to_owned()],
            vec![vec![
                "10:00".to_owned(),
                "10:30".to_owned(),
                "11:00".to_owned()
            ]]
        )
    );
    assert_eq!(
        there.document().attribute("[name=q]", "value").as_deref(),
        Some("カット")
    );
    says(
        &find(&app, &format!("date={SATURDAY}&q=nowhere")),
        &["条件に合うお店がありません"],
    );
    says(
        &find(&app, "date=2027-09-01"),
        &["前後の日にも空きがありません"],
    );
}

#[test]
fn it_is_found_from_the_first_page_in_both_languages() {
    let app = TestApp::start(TestOptions::default());
    a_shop(&app, "free-shop");
    let page = app
        .browser()
        .open("/en")
        .strict()
        .follow("Search by date and time")
        .strict();
    assert_eq!(page.heading(), "Find a free time");
    let page = page.fill("date", SATURDAY).press("Search").strict();
    assert_eq!(found(&page), ["free-shop"]);
    says(
        &page,
        &[
            "1 place you can book on",
            "Haircut",
            "Earliest free time first",
        ],
    );
    let page = app
        .browser()
        .open("/ja")
        .strict()
        .follow("日にちと時間帯から探す")
        .strict();
    assert_eq!(page.heading(), "空きのあるお店を探す");
}
