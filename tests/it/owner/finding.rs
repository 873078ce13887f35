//! One box finds guests, bookings, what is offered and the pages of the office, for whoever may see them.

use crate::staff::scene::Friday;

fn groups(page: &crate::support::browser::Page) -> Vec<String> {
    let document = page.document();
    let found = document.all("main section h2");
    found.into_iter().map(crate::support::html::words).collect()
}

fn search(who: &crate::support::browser::Browser, typed: &str) -> crate::support::browser::Page {
    let page = who.open("/ja/owner/aoi-salon/search");
    page.part("main", "探す").fill("find", typed).press("検索")
}

#[test]
fn whatever_is_looked_for_is_found_under_what_it_is() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let named = "update customers.customers set search_key = lower(replace(name, ' ', ''))";
    friday.app.execute(friday.cast.salon.id, named.to_owned());

    let number = friday.coming.number.clone();
    for typed in [number.clone(), number.replace('-', "").to_lowercase()] {
        let found = search(&aoi, &typed);
        assert!(
            groups(&found).contains(&"予約".to_owned()),
            "{typed}: {}",
            found.text()
        );
        assert_eq!(
            found.follow(&number).heading(),
            aoi.open(&Friday::page_of(&friday.coming)).heading()
        );
    }
    let guest = search(&aoi, "ぐえん");
    assert!(
        guest.text().contains("見つかりませんでした"),
        "{}",
        guest.text()
    );
    let guest = search(&aoi, "nguyen");
    assert_eq!(groups(&guest), ["お客様"]);
    assert!(guest.follow("Nguyen Linh 様").heading().contains("Nguyen"));
    assert_eq!(
        search(&aoi, "かっと")
            .follow("カット")
            .field("name_ja")
            .value,
        "カット"
    );
    let pages = search(&aoi, "営業時間");
    assert_eq!(groups(&pages), ["設定の画面"]);
    assert_eq!(pages.follow("営業時間と休業日").status, 200);
    assert_eq!(groups(&search(&aoi, "")), [""; 0]);
    let odd = search(&aoi, "%_'\"<b>");
    assert_eq!(odd.status, 200);
    assert!(
        odd.text().contains("「%_'\"<b>」に合うものは"),
        "{}",
        odd.text()
    );
}

#[test]
fn nobody_finds_what_they_may_not_see() {
    let friday = Friday::new();
    let ben = friday.cast.ben.sign_in(&friday.app);
    assert_eq!(groups(&search(&ben, "カット")), [""; 0]);
    assert_eq!(groups(&search(&ben, "営業時間")), [""; 0]);
    let chika = friday.cast.chika.sign_in(&friday.app);
    assert_eq!(
        chika.visit("/ja/owner/aoi-salon/search?find=nguyen").status,
        404
    );
}
