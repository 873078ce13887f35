//! The other language is one tap away from every step, and nothing is lost on the way there.

use super::{
    flow::salon,
    hold::{AT_TWO, offered, one_chair},
    strict::Strict,
    walk::{EN, JA, Tongue, booked, held, says, times, told},
};
use crate::support::{browser::Page, html::words};

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
    let there = both(&home, &JA, "お店を探す", "Find a place");
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
    let chosen: Vec<String> = chosen.map(words).collect();
    assert!(
        chosen.iter().any(|words| words.starts_with("Suzuki")),
        "{chosen:?}"
    );
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
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

#[test]
fn what_is_typed_and_not_sent_goes_along_to_the_other_language_and_back() {
    let (app, shop, cut) = salon();
    let page = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let english = page
        .fill("family_name", "山田")
        .fill("given_name", "花子")
        .fill("family_kana", "やまだ")
        .fill("phone", "12")
        .fill("email", "a@")
        .fill("note", "窓側の席\n<b>お願い</b>")
        .press(JA.other)
        .strict();
    assert_eq!(
        (english.status, english.heading().as_str()),
        (200, "Your details")
    );
    assert!(english.url.starts_with("/en/"), "{}", english.url);
    assert!(
        english.errors().is_empty(),
        "nobody asked whether it was right"
    );
    let typed = |page: &Page, field: &str| page.field(field).value.trim().to_owned();
    assert_eq!(typed(&english, "full_name"), "山田 花子");
    for (field, value) in [
        ("phone", "12"),
        ("email", "a@"),
        ("note", "窓側の席\n<b>お願い</b>"),
    ] {
        assert_eq!(typed(&english, field), value);
    }
    assert!(!english.html.contains("<b>お願い"));
    // A reload keeps it: it is kept with the hold and not in the browser.
    assert_eq!(typed(&english.browser.open(&english.url), "phone"), "12");
    let back = english
        .fill("full_name", "Hanako Yamada")
        .fill("phone", "090-1234-5678")
        .press(EN.other)
        .strict();
    for (field, value) in [
        ("family_name", "山田"),
        ("given_name", "花子"),
        ("family_kana", "やまだ"),
        ("phone", "090-1234-5678"),
    ] {
        assert_eq!(typed(&back, field), value);
    }
    // What is wrong is told when it is sent, and from that answer as well nothing is lost.
    let wrong = back.press(JA.review);
    assert_eq!(wrong.status, 422);
    let english = wrong.press(JA.other).strict();
    assert_eq!(
        (english.status, typed(&english, "email").as_str()),
        (200, "a@")
    );
    assert_eq!(typed(&english, "full_name"), "Hanako Yamada");
    let check = english.fill("email", "a@example.com").press(EN.review);
    assert_eq!(check.heading(), "Review your booking");
    let kept = "select count(*) from scheduling.reservations where details_json ? 'draft'";
    assert_eq!(
        app.count(shop.id, kept),
        0,
        "what was accepted took its place"
    );
}

#[test]
fn a_reason_goes_along_to_the_other_language_and_nothing_is_called_off() {
    let (app, shop, cut) = salon();
    let page = booked(&app, &shop, &cut, "11月21日(土) 14:00").follow("予約をキャンセルする");
    let english = page.fill("reason", "体調不良").press(JA.other).strict();
    assert_eq!(english.status, 200);
    assert_eq!(english.field("reason").value.trim(), "体調不良");
    let again = english.press(EN.other).strict();
    assert_eq!(again.field("reason").value.trim(), "体調不良");
    let standing = "select count(*) from bookings.bookings where status = 'confirmed'";
    assert_eq!(app.count(shop.id, standing), 1);
    assert_eq!(
        again.press("予約をキャンセルする").flash().unwrap(),
        "予約をキャンセルしました"
    );
}

#[test]
fn a_lost_time_is_told_in_the_language_of_the_page_which_can_still_be_changed() {
    let (app, shop, cut) = one_chair();
    let table = app
        .browser()
        .open(&times("en", &shop, &cut, "&from=2026-11-21"));
    held(&app, &shop, &cut, AT_TWO);
    let lost = table.form().send("14:00").strict();
    assert_eq!(lost.status, 409);
    assert!(lost.text().contains("That time was just taken"));
    assert_eq!(
        offered(&lost),
        [
            "Sat, 21 Nov 12:30",
            "Sat, 21 Nov 13:00",
            "Sat, 21 Nov 15:00"
        ]
    );
    let japanese = lost.follow(EN.other).strict();
    assert_eq!(
        (japanese.status, japanese.heading().as_str()),
        (200, "日時の選択")
    );
    assert!(japanese.text().contains("カット"));
    let page = japanese.press("15:00").strict();
    assert!(page.text().contains("11月21日(土) 15:00〜16:00"));
}
