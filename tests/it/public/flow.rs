//! The whole way to a booking in both languages, with as few presses as promised, and what is told on it.

use super::{
    strict::{Strict, weight},
    walk::{EN, Guest, JA, Tongue, free, held, is_free, times, token_of, told},
};
use crate::support::{
    app::{TestApp, TestOptions, tokyo},
    browser::Page,
    build::{Business, Service, a_business, a_service},
};
use serde_json::json;

/// 佐藤 and 鈴木, who costs 550 yen more when asked for; half the price for cancelling within a day of the start, all
/// of it within three hours.
fn salon() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app)
        .staff(2)
        .settings(json!({"notices_ja": "お車でお越しの方はお電話ください"}))
        .build();
    let policy = json!({
        "business_id": shop.id, "name": "標準", "hours_before": 24, "penalty_percent": 50,
        "steps_json": [{"hours_before": 3, "percent": 100}], "no_show_percent": 100,
    });
    let policy = app.insert(shop.id, "catalog.cancellation_policies", policy);
    let more = json!({"policy_id": policy, "important_ja": "10分前にお越しください", "important_en": "Please come 10 minutes early"});
    let cut = a_service(&app, &shop).with(more).build();
    let fee = "update scheduling.resources set nomination_fee_cents = 550 where id";
    app.execute(shop.id, format!("{fee} = '{}'", shop.staff[1]));
    (app, shop, cut)
}

fn says(page: &Page, all: &[&str]) {
    for words in all {
        assert!(
            page.text().contains(words),
            "{words:?} is missing on {}: {}",
            page.url,
            page.text()
        );
    }
}

#[test]
fn a_stranger_books_in_five_taps_and_four_fields() {
    let (app, shop, _) = salon();
    let ways = [
        (
            &JA,
            "サロン あおい",
            "カット",
            "11月21日(土) 14:00 空きあり",
        ),
        (&EN, "Salon Aoi", "Haircut", "15:00"),
    ];
    for (tongue, name, service, time) in ways {
        let mut guest = Guest::at(&app, &format!("/{}", tongue.code));
        guest.follow(name).follow(service).press(time);
        guest.tell(tongue).press(tongue.confirm);
        let done = ["ご予約が確定しました", "Your booking is confirmed"];
        assert!(done.contains(&guest.page.heading().as_str()));
        assert!(guest.taps <= 5, "{} taps", guest.taps);
        assert!(guest.typed <= 4, "{} fields", guest.typed);
    }
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from bookings where status = 'confirmed'"
        ),
        2
    );
}

#[test]
fn a_returning_guest_books_again_from_the_old_page() {
    let (app, shop, cut) = salon();
    let done = super::walk::booked(&app, &shop, &cut, "11月21日(土) 14:00");
    app.clock().set(tokyo("2026-11-22 10:00"));
    let table = done
        .browser
        .open(&done.url)
        .follow("同じ内容で予約する")
        .strict();
    assert_eq!(table.heading(), "日時の選択");
    assert!(is_free(&table, "11月24日(火) 10:00"));
}

#[test]
fn the_final_check_tells_the_six_facts_of_the_law_in_japanese() {
    let (app, shop, cut) = salon();
    let page = told(&held(&app, &shop, &cut, "11月21日(土) 14:00"), &JA, &[]).strict();
    says(&page, &["メニュー カット", "(60分)"]);
    says(
        &page,
        &[
            "カット 5,500円",
            "合計(税込) 5,500円",
            "うち消費税(10%) 500円",
        ],
    );
    says(
        &page,
        &["今回のお支払い 0円", "当日のお支払い 5,500円", "現地払い"],
    );
    says(&page, &["日時 11月21日(土) 14:00〜15:00"]);
    says(
        &page,
        &[
            "11月20日(金) 14:00まで無料",
            "11月21日(土) 11:00まで50%(2,750円)",
            "11月21日(土) 11:00以降100%(5,500円)",
            "ご連絡がない場合100%(5,500円)",
            "11月21日(土) 14:00までキャンセルできます",
        ],
    );
    says(
        &page,
        &["ボタンを押すと予約が確定します。", "10分前にお越しください"],
    );
    says(
        &page,
        &["山田 花子 様", "090-1234-5678", "hanako@example.com"],
    );
    assert!(!page.text().contains("指名料"));
    for change in ["メニュー", "日時", "お名前"] {
        assert!(
            page.document()
                .links()
                .contains(&format!("変更する {change}")),
            "{change} can be changed"
        );
    }
}

#[test]
fn the_final_check_tells_the_six_facts_of_the_law_in_english() {
    let (app, shop, cut) = salon();
    let list = app
        .browser()
        .open(&times("en", &shop, &cut, "&from=2026-11-21"));
    let page = told(&list.press("14:00"), &EN, &[]).strict();
    says(&page, &["Service Haircut", "(60 min)"]);
    says(
        &page,
        &[
            "Haircut ¥5,500",
            "Total (tax incl.) ¥5,500",
            "Includes ¥500 tax (10%)",
        ],
    );
    says(
        &page,
        &["Pay now ¥0", "Pay on the day ¥5,500", "Pay at the business"],
    );
    says(&page, &["Sat, 21 Nov 14:00–15:00"]);
    says(
        &page,
        &[
            "Until Fri, 20 Nov 14:00Free",
            "Until Sat, 21 Nov 11:0050% (¥2,750)",
            "From Sat, 21 Nov 11:00100% (¥5,500)",
            "If you don't come or call100% (¥5,500)",
            "You can cancel until Sat, 21 Nov 14:00",
        ],
    );
    says(
        &page,
        &[
            "Pressing the button confirms your booking.",
            "Please come 10 minutes early",
        ],
    );
    says(
        &page,
        &["Grace O'Brien", "+1 212 555 0123", "grace@example.com"],
    );
}

#[test]
fn the_language_can_be_changed_at_every_step_and_nothing_is_lost() {
    let (app, shop, cut) = salon();
    let both = |page: &Page, tongue: &Tongue, japanese: &str, english: &str| {
        let there = page.follow(tongue.other).strict();
        let back = there
            .follow(if tongue.code == "ja" {
                EN.other
            } else {
                JA.other
            })
            .strict();
        assert_eq!(
            (back.url.as_str(), back.heading()),
            (page.url.as_str(), page.heading())
        );
        let (ja, en) = if tongue.code == "ja" {
            (&back, &there)
        } else {
            (&there, &back)
        };
        assert_eq!(
            (ja.heading().as_str(), en.heading().as_str()),
            (japanese, english)
        );
        there
    };
    let home = app
        .browser()
        .open("/ja?q=%E3%81%82%E3%81%8A%E3%81%84&kind=salon");
    let there = both(&home, &JA, "お店をさがす", "Find a place");
    assert_eq!(there.field("q").value, "あおい");
    both(
        &home.follow("サロン あおい"),
        &JA,
        "サロン あおい",
        "Salon Aoi",
    );
    let more = format!("&staff={}&from=2026-11-22&view=month", shop.staff[1]);
    let month = app.browser().open(&times("ja", &shop, &cut, &more));
    let there = both(&month, &JA, "日時の選択", "Date and time");
    let document = there.document();
    let chosen = document.all("[aria-current]").into_iter();
    let chosen: Vec<String> = chosen.map(crate::support::html::words).collect();
    assert!(
        chosen.iter().any(|words| words.starts_with("Suzuki")),
        "{chosen:?}"
    );
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    both(&details, &JA, "お客様情報", "Your details");
    let wrong = details.fill("email", "a@").press(JA.review);
    assert_eq!(both_status(&wrong), (422, 200));
    let check = told(&details, &JA, &[]);
    let english = both(&check, &JA, "ご予約内容の確認", "Review your booking");
    says(&english, &["hanako@example.com", "Sat, 21 Nov 14:00"]);
    let done = english.press(EN.confirm).strict();
    assert_eq!(done.heading(), "Your booking is confirmed");
    both(
        &done,
        &EN,
        "ご予約が確定しました",
        "Your booking is confirmed",
    );
    let written = "select count(*) from notifications.notification_outbox where locale = 'en'";
    assert_eq!(
        app.count(shop.id, written),
        1,
        "the letter is in the language they ended in"
    );
}

fn both_status(page: &Page) -> (u16, u16) {
    (page.status, page.follow(JA.other).status)
}

#[test]
fn a_deep_link_opens_a_service_with_a_person_on_a_day() {
    let (app, shop, cut) = salon();
    let more = format!("&staff={}&from=2026-11-25&view=list", shop.staff[1]);
    let mut guest = Guest::at(&app, &times("ja", &shop, &cut, &more));
    says(&guest.page, &["カット", "11月25日(水)"]);
    guest.press("16:00").tell(&JA);
    says(
        &guest.page,
        &[
            "担当(指名) 鈴木",
            "指名料(鈴木) 550円",
            "合計(税込) 6,050円",
            "当日のお支払い 6,050円",
        ],
    );
    guest.press(JA.confirm);
    assert!(guest.taps <= 3);
    says(&guest.page, &["指名料(鈴木) 550円", "合計(税込) 6,050円"]);
    let hers = format!(
        "select count(*) from bookings where is_nominated and price_cents = 6050 and resource_id = '{}'",
        shop.staff[1]
    );
    assert_eq!(app.count(shop.id, hers), 1);
}

#[test]
fn without_a_wish_whoever_is_free_is_chosen_and_nothing_is_charged_for_it() {
    let (app, shop, cut) = salon();
    let table = app.browser().open(&times("ja", &shop, &cut, ""));
    says(&table, &["指名なし", "鈴木+550円"]);
    for _ in 0..2 {
        let done = super::walk::booked(&app, &shop, &cut, "11月21日(土) 14:00");
        assert!(!done.text().contains("指名"), "the shop assigns");
    }
    let two = "select count(distinct resource_id) from bookings where not is_nominated and price_cents = 5500";
    assert_eq!(app.count(shop.id, two), 2);
    let full = app.browser().open(&times("ja", &shop, &cut, ""));
    assert!(!is_free(&full, "11月21日(土) 14:00"));
}

#[test]
fn a_party_pays_for_each_and_takes_a_seat_each() {
    let (app, shop, _) = salon();
    let room =
        json!({"business_id": shop.id, "resource_type": "room", "name": "スタジオ", "capacity": 8});
    let room = omotenashi::base::ids::ResourceId(app.insert(shop.id, "scheduling.resources", room));
    let yoga = a_service(&app, &shop)
        .named("ヨガ", "Yoga")
        .seats_of(room)
        .price(2000)
        .with(json!({"party_min": 2, "party_max": 6}))
        .build();
    let mut guest = Guest::at(&app, &times("ja", &shop, &yoga, ""));
    guest.press(&free("11月21日(土) 14:00"));
    says(&guest.page, &["4,000円"]);
    let mut guest = Guest::at(&app, &times("ja", &shop, &yoga, ""));
    guest
        .follow("3名")
        .press(&free("11月21日(土) 14:00"))
        .tell(&JA);
    says(
        &guest.page,
        &["人数 3名", "ヨガ × 3名 6,000円", "合計(税込) 6,000円"],
    );
    guest.press(JA.confirm);
    says(&guest.page, &["人数 3名", "6,000円"]);
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from scheduling.allocations where booking_id is not null"
        ),
        3
    );
    let table = app.browser().open(&times("ja", &shop, &yoga, "&party=4"));
    assert!(
        !is_free(&table, "11月21日(土) 14:00"),
        "three seats are left"
    );
}

#[test]
fn the_booking_has_its_number_its_drawing_and_its_calendar_file() {
    let (app, shop, cut) = salon();
    let done = super::walk::booked(&app, &shop, &cut, "11月21日(土) 14:00");
    let number = done.document().words(".number").unwrap();
    assert_eq!(number.len(), 8);
    let letters = |part: &str| {
        part.chars()
            .all(|c| (c.is_ascii_uppercase() || c.is_ascii_digit()) && !"01IO".contains(c))
    };
    let (head, tail) = number.split_once('-').unwrap();
    assert!(
        letters(head) && letters(tail) && head.len() == 3,
        "{number}"
    );
    let ink = done
        .document()
        .attribute("svg.qr path.qr-ink", "d")
        .unwrap();
    assert!(ink.len() > 500, "a drawing of {} letters", ink.len());
    let file = done.follow("カレンダーに追加");
    assert_eq!(
        file.header("content-type").unwrap(),
        "text/calendar; charset=utf-8"
    );
    assert!(
        file.header("content-disposition")
            .unwrap()
            .contains(&format!("{number}.ics"))
    );
    let unfolded = file.html.replace("\r\n ", "");
    for line in [
        "DTSTART:20261121T050000Z",
        "DTEND:20261121T060000Z",
        "SUMMARY:カット - サロン あおい",
        "METHOD:PUBLISH",
    ] {
        assert!(unfolded.contains(line), "{line} is missing in {unfolded}");
    }
    assert!(unfolded.contains(&number));
}

#[test]
fn a_booking_writes_its_letter_its_job_and_its_story_in_one_go() {
    let (app, shop, cut) = salon();
    let done = super::walk::booked(&app, &shop, &cut, "11月21日(土) 14:00");
    assert_eq!(token_of(&done).len(), 43);
    for (what, sql) in [
        ("letter", "select count(*) from notifications.notification_outbox o join bookings b on b.id = o.booking_id
            where o.kind = 'booking_confirmed' and o.locale = 'ja' and o.to_email = 'hanako@example.com' and b.locale = 'ja'"),
        ("job", "select count(*) from queue.queue_jobs j join notifications.notification_outbox o
            on j.payload_json ->> 'notice' = o.id::text where j.status = 'waiting'"),
        ("story", "select count(*) from booking_history where field_changed = 'status' and new_value = 'confirmed'
            and actor = 'customer' and changed_by is null"),
        ("card", "select count(*) from customers.customers where name = '山田 花子' and family_name = '山田'
            and phone = '+819012345678' and email = 'hanako@example.com'"),
        ("time", "select count(*) from scheduling.allocations where booking_id is not null and expires_at is null"),
        ("hold", "select count(*) from scheduling.reservations where committed_at is not null and details_json = '{}'"),
    ] {
        assert_eq!(app.count(shop.id, sql), 1, "{what}");
    }
}

#[test]
fn who_gives_only_a_phone_number_books_without_a_letter() {
    let (app, shop, cut) = salon();
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let done = told(&details, &JA, &[("email", "")])
        .press(JA.confirm)
        .strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert!(!done.text().contains("メールをお送り"));
    assert_eq!(
        app.count(
            shop.id,
            "select count(*) from notifications.notification_outbox"
        ),
        0
    );
}

#[test]
fn no_page_on_the_way_is_heavy() {
    let (app, shop, cut) = salon();
    for tongue in [&JA, &EN] {
        let mut guest = Guest::at(&app, &format!("/{}", tongue.code));
        let heaviest = |page: &Page| {
            let bytes = weight(&app, page);
            assert!(bytes <= 60 * 1024, "{} weighs {bytes} bytes", page.url);
        };
        heaviest(&guest.page);
        guest.page = guest
            .page
            .browser
            .open(&format!("/{}/b/{}", tongue.code, shop.slug))
            .strict();
        heaviest(&guest.page);
        for view in ["table", "list", "month"] {
            guest.page = guest
                .page
                .browser
                .open(&times(tongue.code, &shop, &cut, &format!("&view={view}")))
                .strict();
            heaviest(&guest.page);
        }
        guest.follow(if tongue.code == "ja" {
            "空き時間を一覧で見る"
        } else {
            "See as a list"
        });
        guest.press("15:30");
        heaviest(&guest.page);
        guest.tell(tongue);
        heaviest(&guest.page);
        guest.press(tongue.confirm);
        heaviest(&guest.page);
    }
}
