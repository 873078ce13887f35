//! What is told: on the final check as the law wants it, on the booking's page, in its calendar file; and what is
//! written down.

use super::{
    flow::salon,
    strict::Strict,
    walk::{EN, JA, booked, held, says, times, token_of, told},
};
use crate::support::app::tokyo;

#[test]
fn the_final_check_tells_the_six_facts_of_the_law_in_japanese() {
    let (app, shop, cut) = salon();
    let page = told(&held(&app, &shop, &cut, "11月21日(土) 14:00"), &JA, &[]).strict();
    says(&page, &["メニュー カット", "(60分)", "人数 1名"]);
    says(
        &page,
        &[
            "カット 5,500円",
            "合計（税込） 5,500円",
            "うち消費税（10%）500円",
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
            "現在 11月20日(金) 14:00まで無料",
            "11月21日(土) 11:00まで50%（2,750円）",
            "11月21日(土) 11:00以降100%（5,500円）",
            "ご連絡がない場合100%（5,500円）",
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
    let links = page.document().links();
    assert!(
        !links.contains(&"変更する 人数".to_owned()),
        "there is nothing to choose"
    );
}

#[test]
fn a_step_of_the_policy_that_is_over_is_not_shown_any_more() {
    let (app, shop, cut) = salon();
    app.clock().set(tokyo("2026-11-20 14:01"));
    let page = told(&held(&app, &shop, &cut, "11月21日(土) 14:00"), &JA, &[]).strict();
    says(&page, &["現在 11月21日(土) 11:00まで50%（2,750円）"]);
    assert!(!page.text().contains("無料"), "{}", page.text());
    assert_eq!(page.text().matches("現在").count(), 1);
    let home = page.press(JA.confirm).strict();
    says(&home, &["現在 11月21日(土) 11:00まで50%（2,750円）"]);
    // At the very instant the cheaper step still holds.
    app.clock().set(tokyo("2026-11-21 11:00"));
    says(
        &home.browser.open(&home.url),
        &["現在 11月21日(土) 11:00まで50%（2,750円）"],
    );
    app.clock().set(tokyo("2026-11-21 11:01"));
    let late = home.browser.open(&home.url).strict();
    says(
        &late,
        &[
            "現在 11月21日(土) 11:00以降100%（5,500円）",
            "ご連絡がない場合100%（5,500円）",
        ],
    );
    assert!(!late.text().contains("50%"), "{}", late.text());
}

#[test]
fn the_final_check_tells_the_six_facts_of_the_law_in_english() {
    let (app, shop, cut) = salon();
    let list = app
        .browser()
        .open(&times("en", &shop, &cut, "&from=2026-11-21"));
    let page = told(&list.press("14:00"), &EN, &[]).strict();
    says(&page, &["Service Haircut", "(60 min)", "People 1 person"]);
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
        &["Pay now ¥0", "Pay on the day ¥5,500", "Pay on site"],
    );
    says(&page, &["Sat, 21 Nov 14:00–15:00"]);
    says(
        &page,
        &[
            "Now Until Fri, 20 Nov 14:00Free",
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
fn the_booking_has_its_number_its_drawing_and_its_calendar_file() {
    let (app, shop, cut) = salon();
    let done = booked(&app, &shop, &cut, "11月21日(土) 14:00");
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
    let done = booked(&app, &shop, &cut, "11月21日(土) 14:00");
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
