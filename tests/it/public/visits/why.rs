//! Why a visit cannot begin at a time, as a guest is told: one sentence about one of its services, and what would open it.

use super::shop::Shop;
use crate::{
    public::{strict::Strict, walk::says},
    support::{
        browser::Page,
        build::{Service, a_booking},
    },
};
use omotenashi::base::ids::{ResourceId, ServiceId};

type Wanted = (ServiceId, Option<ResourceId>);

fn the_cut(shop: &Shop) -> Service {
    Service {
        id: shop.cut,
        name: "カット".to_owned(),
        minutes: 60,
        price: 5_500,
    }
}

fn with(guests: &[&[Wanted]]) -> String {
    let item = |(service, staff): &Wanted| match staff {
        Some(staff) => format!("{service}.{staff}"),
        None => service.to_string(),
    };
    let guests = guests.iter();
    let guests: Vec<String> = guests
        .map(|services| services.iter().map(item).collect::<Vec<_>>().join("_"))
        .collect();
    guests.join("*")
}

fn asked(shop: &Shop, guests: &[&[Wanted]], time: &str) -> Page {
    let (slug, with) = (&shop.business.slug, with(guests));
    let path = format!("/ja/b/{slug}/book/visit/why?with={with}&date=2026-11-24&time={time}");
    shop.app.browser().open(&path).strict()
}

#[test]
fn it_is_said_which_service_it_is_and_nothing_of_anybody_else() {
    let shop = Shop::of(1);
    let aoi = shop.business.staff[0];
    let cut = the_cut(&shop);
    a_booking(&shop.app, &shop.business, &cut)
        .named("小川", "大地")
        .on(aoi)
        .at("2026-11-24 15:00")
        .build();
    let both: &[Wanted] = &[(shop.cut, None), (shop.colour, None)];
    let page = asked(&shop, &[both], "14:00");
    says(
        &page,
        &["「カラー」について: この時間はすでに埋まっています"],
    );
    assert!(!page.text().contains("小川"));
    let time = page.document().texts("button.time").remove(0);
    let held = page.press(&time).strict();
    assert_eq!(held.heading(), "お客様情報");
    let free = asked(&shop, &[both], "10:00");
    says(&free, &["この時間は予約できます"]);
}

#[test]
fn two_who_need_the_same_hands_are_told_that_it_is_the_two_of_them() {
    let shop = Shop::of(1);
    let cut: &[Wanted] = &[(shop.cut, None)];
    let page = asked(&shop, &[cut, cut], "10:00");
    says(
        &page,
        &["「カット」は、ほかのメニューと合わせるとこの時間には承れません"],
    );
}

#[test]
fn without_asking_for_somebody_it_may_go() {
    let shop = Shop::of(2);
    let aoi = shop.business.staff[0];
    let cut = the_cut(&shop);
    a_booking(&shop.app, &shop.business, &cut)
        .on(aoi)
        .at("2026-11-24 15:00")
        .build();
    let hers: &[Wanted] = &[(shop.cut, None), (shop.colour, Some(aoi))];
    let page = asked(&shop, &[hers], "14:00");
    says(&page, &["担当を指名しなければ"]);
    let times = page.follow("指名なしの空き時間を見る").strict();
    assert!(times.url.contains("/book/visit?"), "{}", times.url);
}

#[test]
fn the_times_of_a_visit_lead_there_and_what_cannot_be_read_is_said() {
    let shop = Shop::of(2);
    let both: &[Wanted] = &[(shop.cut, None), (shop.colour, None)];
    let slug = &shop.business.slug;
    let page = shop
        .app
        .browser()
        .open(&format!("/ja/b/{slug}/book/visit?with={}", with(&[both])))
        .strict();
    let page = page.follow("選べない時間の理由を確かめる").strict();
    assert!(page.errors().is_empty());
    let wrong = page
        .fill("date", "2026-11-24")
        .fill("time", "ひる")
        .press("確かめる");
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.field("time").value, "ひる");
    let english = format!("/en/b/{slug}/book/visit/why?with={}", with(&[both]));
    let english = shop.app.browser().open(&english).strict();
    says(&english, &["Haircut + Colour"]);
}
