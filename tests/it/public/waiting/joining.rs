//! Onto the list: from a full time, with a name and an address that is proved; and off it again.

use super::{JOIN, Scene, WEDNESDAY};
use crate::{
    public::{strict::Strict, walk::times},
    support::letters::link,
};

const WAITING: &str = "select count(*) from bookings.waitlist where status = 'active'";
const PROVED: &str = "select count(*) from bookings.waitlist where proved_at is not null";

#[test]
fn a_full_time_leads_to_the_list_and_a_letter_to_a_place_on_it() {
    let scene = Scene::new();
    let more = format!("&view=table&from={WEDNESDAY}");
    let page = scene
        .app
        .browser()
        .open(&times("ja", &scene.shop, &scene.cut, &more))
        .strict();
    let full = page.follow("11月25日(水) 14:00 キャンセル待ち").strict();
    assert_eq!(full.heading(), "キャンセル待ちの登録");
    assert_eq!(full.field("from").value, WEDNESDAY);
    let sent = full
        .fill("until", WEDNESDAY)
        .fill("after", "14:00")
        .fill("before", "1430")
        .fill("full_name", "山田 花子")
        .fill("email", "hanako@example.com")
        .press(JOIN)
        .strict();
    assert_eq!(sent.heading(), "確認メールをお送りしました");
    // Nobody is offered anything whose address may be somebody else's.
    assert_eq!((scene.count(WAITING), scene.count(PROVED)), (1, 0));
    let letter = scene.app.letter();
    assert!(
        letter.subject.contains("キャンセル待ちの登録"),
        "{}",
        letter.subject
    );
    let place = scene.app.browser().open(&link(&letter)).strict();
    assert_eq!(place.heading(), "登録の確定");
    assert_eq!(scene.count(PROVED), 0, "looking changes nothing");
    let mine = place.press(JOIN).strict();
    assert_eq!(mine.flash().unwrap(), "キャンセル待ちに登録しました");
    assert_eq!(mine.heading(), "キャンセル待ちに登録されています");
    let said = mine.text();
    assert!(said.contains("現在 1番目です"), "{said}");
    assert!(said.contains("14:00〜14:30"), "{said}");
    let left = mine.press("登録を取り消す").strict();
    assert_eq!(left.heading(), "登録は取り消されています");
    assert_eq!(scene.count(WAITING), 0);
}

#[test]
fn what_cannot_be_wished_for_is_said_at_its_box_and_everything_typed_stays() {
    let scene = Scene::new();
    let filled = scene
        .form()
        .fill("until", "2026-11-24")
        .fill("after", "noon")
        .fill("full_name", "")
        .fill("email", "hanako")
        .press(JOIN);
    assert_eq!(filled.status, 422);
    for field in ["until", "after", "full_name", "email"] {
        assert!(filled.error(field).is_some(), "{field}");
    }
    assert_eq!(filled.field("after").value, "noon");
    // A Wednesday that is no Sunday.
    let sunday = scene
        .form()
        .fill("until", WEDNESDAY)
        .untick("d3")
        .fill("full_name", "山田 花子")
        .fill("email", "hanako@example.com")
        .press(JOIN);
    assert_eq!(
        sunday.error("weekdays").unwrap(),
        "選んだ期間に、選んだ曜日がありません。期間か曜日を変更してください"
    );
    assert_eq!(scene.count("select count(*) from bookings.waitlist"), 0);
}

#[test]
fn who_asks_twice_has_one_place() {
    let scene = Scene::new();
    for _ in 0..2 {
        scene
            .form()
            .fill("full_name", "山田 花子")
            .fill("email", "waits@example.com")
            .press(JOIN);
    }
    assert_eq!(scene.count(WAITING), 1);
    let letters = scene.app.letters();
    assert_eq!(letters.len(), 2, "{letters:#?}");
}

#[test]
fn one_address_has_no_more_than_a_few_places_whatever_the_names() {
    let scene = Scene::new();
    let ask = |name: &str| {
        scene
            .form()
            .fill("full_name", name)
            .fill("email", "many@example.com")
            .press(JOIN)
    };
    let clock = scene.app.clock();
    for name in ["赤", "青", "黄", "緑", "白"] {
        assert_eq!(ask(name).heading(), "確認メールをお送りしました", "{name}");
        clock.set(clock.now() + chrono::TimeDelta::seconds(1));
    }
    // Nobody has said that these are theirs: the oldest gives way, so that nobody is kept off the list by others.
    assert_eq!(ask("黒").heading(), "確認メールをお送りしました");
    assert_eq!(scene.count(WAITING), 5);
    let oldest = "select count(*) from bookings.waitlist w join customers.customers c on c.id = w.customer_id \
        where c.name = '赤' and w.status = 'expired'";
    assert_eq!(scene.count(oldest), 1);
    let theirs = "update bookings.waitlist set proved_at = now() where status = 'active'";
    assert_eq!(scene.app.execute(scene.shop.id, theirs), 5);
    let refused = ask("紫");
    assert_eq!(refused.status, 409);
    assert_eq!(refused.field("full_name").value, "紫");
    assert_eq!(scene.count(WAITING), 5);
}

#[test]
fn the_order_is_explained() {
    let scene = Scene::new();
    scene.preferred("先", 5, "vip");
    scene.waiting("先に", 60);
    let mine = scene.waiting("後", 10);
    // Another day meets nobody here.
    let other = scene.waiting("別の日", 90);
    let elsewhere = format!(
        "update bookings.waitlist set preferred_date = '2026-12-01', preferred_until = '2026-12-01' where id = '{other}'"
    );
    assert_eq!(scene.app.execute(scene.shop.id, elsewhere), 1);
    let id = omotenashi::base::ids::WaitId(mine);
    let key = omotenashi::domain::bookings::waitlist::token(scene.app.secret(), id).text();
    let path = format!("/ja/b/{}/waitlist/{mine}/{key}", scene.shop.slug);
    let said = scene.app.browser().open(&path).strict().text();
    for words in [
        "現在 3番目です",
        "先に1名お申し込みになっています",
        "お店が優先してご案内する方が1名いらっしゃいます",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let wrong = format!("/ja/b/{}/waitlist/{other}/{key}", scene.shop.slug);
    assert_eq!(scene.app.browser().visit(&wrong).status, 404);
}

#[test]
fn a_shop_without_a_list_has_none() {
    let scene = Scene::new();
    let off = "update bookings.waitlist_rules set is_on = false";
    assert_eq!(scene.app.execute(scene.shop.id, off), 1);
    let path = format!(
        "/ja/b/{}/waitlist?service={}",
        scene.shop.slug, scene.cut.id
    );
    assert_eq!(scene.app.browser().visit(&path).status, 404);
    let more = format!("&view=table&from={WEDNESDAY}");
    let page = scene
        .app
        .browser()
        .open(&times("ja", &scene.shop, &scene.cut, &more));
    assert!(!page.text().contains("キャンセル待ち"), "{}", page.text());
}
