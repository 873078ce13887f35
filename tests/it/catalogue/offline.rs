//! Who takes no bookings that guests make by themselves: not by name, not for anybody; by hand all the same.

use super::{MENU, SAVE, house, lines};
use crate::{
    public::walk::{JA, free, is_free, times, told},
    support::{
        app::TestApp,
        browser::{Browser, Page},
        build::a_booking,
        people::Cast,
    },
};
use serde_json::json;

const LIST: &str = "/ja/owner/aoi-salon/resources";
const SATURDAY: &str = "11月21日(土) 11:00";

/// What guests read of what they cannot book by themselves.
const BY_HAND: &str = "ネット予約は受け付けていません。";

/// The free times of the cut, for guests.
fn table(app: &TestApp, cast: &Cast, more: &str) -> Page {
    let address = times("ja", &cast.salon, &cast.cut, &format!("&view=table{more}"));
    app.browser().open(&address)
}

/// The stop of somebody, pressed in the back office.
fn stop(aoi: &Browser, name: &str) -> Page {
    let page = aoi.open(LIST).follow(name);
    page.form().tick("offline", "yes").press("保存").press(SAVE)
}

/// Who has the bookings of a start, and who the holds.
fn takers(app: &TestApp, cast: &Cast, start: &str) -> Vec<String> {
    let query = format!(
        "select r.name as line from scheduling.allocations a join scheduling.resources r on r.id = a.resource_id
         where a.start_at = '{start}+09' order by 1"
    );
    lines(app, cast, &query)
}

#[test]
fn who_is_stopped_is_neither_shown_nor_given_to_guests() {
    let (app, cast, aoi) = house();
    let before = table(&app, &cast, "");
    assert!(before.text().contains("佐藤") && is_free(&before, SATURDAY));
    let opened = table(&app, &cast, &format!("&staff={}", cast.salon.staff[0]));
    assert!(is_free(&opened, SATURDAY));
    let list = stop(&aoi, "佐藤");
    assert!(
        list.part("li.offer", "佐藤")
            .text()
            .contains("ネット予約停止中")
    );
    assert!(
        !list
            .part("li.offer", "鈴木")
            .text()
            .contains("ネット予約停止中")
    );

    // By name: not on the page, not by an address that was kept, not by a page that was open before.
    let now = table(&app, &cast, "");
    assert!(!now.text().contains("佐藤") && now.text().contains("鈴木"));
    let by_name = table(&app, &cast, &format!("&staff={}", cast.salon.staff[0]));
    assert!(by_name.document().all("button[name=start]").is_empty());
    assert!(by_name.text().contains("お電話でお問い合わせください"));
    let late = opened.press(&free(SATURDAY));
    assert_ne!(late.heading(), "お客様情報", "{}", late.text());

    // For anybody: the one who is left, whosever turn it would be.
    let held = before.press(&free(SATURDAY));
    assert_eq!(held.heading(), "お客様情報");
    assert_eq!(takers(&app, &cast, "2026-11-21 11:00"), ["鈴木"]);
    assert!(
        !is_free(&table(&app, &cast, ""), SATURDAY),
        "one is left, not two"
    );
    let booked = told(&held, &JA, &[]).press(JA.confirm);
    assert_eq!(booked.heading(), "ご予約が確定しました");

    // And once it is lifted, it is as it was.
    let page = aoi.open(LIST).follow("佐藤");
    let list = page.form().untick("offline").press("保存").press(SAVE);
    assert!(!list.text().contains("ネット予約停止中"));
    assert!(is_free(&table(&app, &cast, ""), SATURDAY));
}

#[test]
fn staff_book_them_all_the_same_and_see_it_above_their_days() {
    let (app, cast, aoi) = house();
    stop(&aoi, "佐藤");
    let page = aoi
        .open("/ja/staff/aoi-salon/bookings/new")
        .fill("service", &cast.cut.id.to_string())
        .fill("staff", &cast.salon.staff[0].to_string())
        .fill("date", "2026-11-21")
        .fill("time", "11:00")
        .fill("family_kana", "やまもと")
        .press("予約を追加");
    assert_eq!(page.heading(), "ヤマモト 様", "{:?}", page.errors());
    assert_eq!(takers(&app, &cast, "2026-11-21 11:00"), ["佐藤"]);
    for (path, said) in [
        ("day?date=2026-11-21", "2件・ネット停止"),
        ("today?date=2026-11-21", "佐藤・ネット停止"),
        ("week?date=2026-11-21", "佐藤・ネット停止"),
    ] {
        let page = aoi.open(&format!("/ja/staff/aoi-salon/{path}"));
        assert!(page.text().contains(said), "{path}: {}", page.text());
        assert_eq!(page.text().matches("ネット停止").count(), 1, "{path}");
    }
}

#[test]
fn a_service_of_nobody_else_says_so_on_the_menu() {
    let (app, cast, aoi) = house();
    stop(&aoi, "佐藤");
    let line = |aoi: &Browser| aoi.open(MENU).part("li.offer", "カット").text();
    assert!(line(&aoi).contains("担当: 佐藤、鈴木"));
    stop(&aoi, "鈴木");
    assert!(
        line(&aoi).contains("お客様は予約できません。お店からは予約できます"),
        "{}",
        line(&aoi)
    );
    let page = table(&app, &cast, "");
    assert!(!is_free(&page, SATURDAY) && page.text().contains(BY_HAND));
    // Resting is more than taking nothing online.
    for name in ["佐藤", "鈴木"] {
        let page = aoi.open(LIST).follow(name);
        let list = page.form().untick("active").press("保存").press(SAVE);
        assert!(list.part("li.offer", name).text().contains("休止中"));
    }
    assert!(line(&aoi).contains("予約を受けられません"));
}

/// What the shop window and the menu say of the cut, in a language.
fn offers(app: &TestApp, code: &str) -> [Page; 2] {
    let name = if code == "ja" { "カット" } else { "Haircut" };
    ["", "/book"].map(|page| {
        let page = app.browser().open(&format!("/{code}/b/aoi-salon{page}"));
        page.part("li.offer", name)
    })
}

/// Whether the cut has a way to its times, and how it calls the shop.
fn ways(offer: &Page) -> (bool, Option<String>) {
    let document = offer.document();
    let call = document.attribute("a[href^='tel:']", "href");
    (!document.all("a.offer-name").is_empty(), call)
}

#[test]
fn guests_read_whom_to_call_for_a_service_that_nobody_gives_online() {
    let (app, cast, aoi) = house();
    stop(&aoi, "佐藤");
    for offer in offers(&app, "ja") {
        assert_eq!(ways(&offer), (true, None), "one is left");
        assert!(!offer.text().contains(BY_HAND));
    }
    stop(&aoi, "鈴木");
    let number = Some("tel:+81312345678".to_owned());
    let said = [
        ("ja", BY_HAND, "お電話でご予約ください: 03-1234-5678"),
        ("en", "This is not booked online.", "Please call"),
    ];
    for (code, by_hand, call) in said {
        for offer in offers(&app, code) {
            assert_eq!(ways(&offer), (false, number.clone()), "{code}");
            let text = offer.text();
            assert!(text.contains(by_hand) && text.contains(call), "{text}");
            assert!(
                !text.contains("直近の空き") && !text.contains("Earliest"),
                "{text}"
            );
        }
    }
    let window = app.browser().open("/ja/b/aoi-salon");
    assert!(
        window.document().all(".bar a").is_empty(),
        "nothing to book"
    );
    // An address that was kept says the same, and offers no other day or person.
    let kept = table(&app, &cast, "");
    assert_eq!(
        kept.link("お電話でご予約ください: 03-1234-5678"),
        "tel:+81312345678"
    );
    assert!(
        kept.document().all(".pager, .tabs").is_empty(),
        "{}",
        kept.text()
    );

    // A shop without a number is asked in another way.
    app.execute(cast.salon.id, "update businesses set phone = ''");
    for offer in offers(&app, "ja") {
        assert_eq!(ways(&offer), (false, None));
        assert!(offer.text().contains("お店に直接お問い合わせください"));
    }
}

#[test]
fn a_room_that_takes_nothing_online_is_asked_for_as_well_and_one_that_rests_is_not() {
    let (app, cast, _) = house();
    let room = json!({"business_id": cast.salon.id, "name": "個室", "resource_type": "room", "takes_online": false});
    let room = app.insert(cast.salon.id, "scheduling.resources", room);
    let needs = json!({"business_id": cast.salon.id, "service_id": cast.cut.id, "resource_id": room, "use": "exclusive"});
    app.insert(cast.salon.id, "scheduling.service_resources", needs);
    for offer in offers(&app, "ja") {
        assert!(offer.text().contains(BY_HAND), "{}", offer.text());
    }
    // Whoever may not take part is not needed.
    app.execute(cast.salon.id, "update service_resources set is_required = false where resource_id in (select id from resources where name = '個室')");
    for offer in offers(&app, "ja") {
        assert_eq!(ways(&offer), (true, None));
    }
    // Nobody can have it then, not by telephone either.
    app.execute(
        cast.salon.id,
        "update service_resources set is_required = true",
    );
    app.execute(
        cast.salon.id,
        "update resources set is_active = false where name = '個室'",
    );
    for offer in offers(&app, "ja") {
        assert!(!offer.text().contains(BY_HAND) && offer.text().contains("直近の空きはありません"));
    }
}

#[test]
fn what_is_booked_stays_and_guests_move_it_to_somebody_else() {
    let (app, cast, aoi) = house();
    let anybody = a_booking(&app, &cast.salon, &cast.cut)
        .named("山本", "花")
        .at("2026-11-25 15:00")
        .on(cast.salon.staff[0])
        .build();
    let named = a_booking(&app, &cast.salon, &cast.cut)
        .named("高田", "梓")
        .at("2026-11-25 16:00")
        .on(cast.salon.staff[0])
        .with(json!({"is_nominated": true}))
        .build();
    stop(&aoi, "佐藤");
    assert_eq!(takers(&app, &cast, "2026-11-25 15:00"), ["佐藤"]);
    let instead = |token: &str| app.browser().open(&format!("/ja/bookings/{token}/move"));
    let check = instead(&anybody.token).press("11:00");
    assert!(
        check.text().contains("11月20日(金) 11:00〜12:00"),
        "{}",
        check.text()
    );
    let none = instead(&named.token);
    assert!(none.document().all("button[name=start]").is_empty());
    assert!(none.text().contains("お電話でお問い合わせください"));
}
