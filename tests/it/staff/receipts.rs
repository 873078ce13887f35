//! Receipts: what they say, the tax of each rate, and serial numbers without a gap.

use super::scene::Friday;
use crate::support::{
    app::TestApp,
    browser::{Browser, Page},
    build::a_booking,
    people::lines,
};
use omotenashi::{
    base::ids::BookingId,
    domain::{
        bookings::receipt::{IssueReceipt, issue},
        businesses::{profile, registration},
        catalog::price::{Line, LineKind, Quote},
    },
};
use serde_json::json;
use std::sync::Barrier;

const SUBMIT: &str = "発行して印刷";

fn address(friday: &Friday) -> String {
    format!("{}/receipt", Friday::page_of(&friday.serving))
}

/// Money for a booking, as the counter takes it.
fn pay(friday: &Friday, booking: BookingId, amount: i64) {
    let row = json!({
        "business_id": friday.cast.salon.id, "booking_id": booking, "provider": "on_site", "payment_type": "cash",
        "mode": "pay_on_arrival", "amount_cents": amount, "status": "succeeded", "taken_on": "2026-11-20",
    });
    friday
        .app
        .insert(friday.cast.salon.id, "payments.booking_payments", row);
}

/// Aoi, and the form for a receipt of what was just paid.
fn paid() -> (Friday, Browser, Page) {
    let friday = Friday::new();
    pay(&friday, friday.serving.id, 5500);
    let aoi = friday.aoi();
    let form = aoi.open(&address(&friday));
    (friday, aoi, form)
}

fn kept(app: &TestApp, friday: &Friday) -> Vec<String> {
    lines(
        app,
        friday.cast.salon.id,
        "select number || ' ' || (said ->> 'addressee') as line from payments.receipts order by number",
    )
}

#[test]
fn a_receipt_says_what_it_must_and_every_later_one_that_it_is_issued_again() {
    let (friday, aoi, form) = paid();
    assert_eq!(form.field("addressee").value, "田中 さくら 様");
    assert!(form.field("purpose").value.ends_with("代として"));
    let first = form.fill("addressee", "株式会社はなまる 様").press(SUBMIT);
    assert_eq!(first.url, address(&friday));
    for said in [
        "領収書番号 000001",
        "株式会社はなまる 様",
        "5,500円（税込）",
        "発行日 2026年11月20日",
        "10%対象 5,500円",
        "現金 5,500円",
        "渋谷区神宮前1-2-3",
        "適格請求書（インボイス）ではありません",
    ] {
        assert!(first.text().contains(said), "{said} in {}", first.text());
    }
    // Without a number of the issuer no tax is told apart.
    assert!(!first.text().contains("うち消費税") && !first.text().contains("登録番号"));
    assert!(!first.text().contains("再発行"));
    let again = aoi.open(&address(&friday));
    assert!(again.text().contains("再発行") && again.text().contains("領収書番号 000001"));
    // The form of before issues no second one, and changes nothing.
    let second = form.fill("addressee", "上様").press(SUBMIT);
    assert!(second.text().contains("株式会社はなまる 様") && second.text().contains("再発行"));
    assert_eq!(kept(&friday.app, &friday), ["1 株式会社はなまる 様"]);
    // Another price or name of the shop is none of its business.
    friday.app.execute(
        friday.cast.salon.id,
        "update businesses.businesses set display_name_ja = '別の店'",
    );
    assert!(!aoi.open(&address(&friday)).text().contains("別の店"));
    aoi.open(&Friday::page_of(&friday.serving))
        .part(".story", "領収書を発行（番号 1）");
}

#[test]
fn what_a_receipt_speaks_of_is_not_taken_back() {
    let (friday, aoi, form) = paid();
    let before = aoi.open(&Friday::page_of(&friday.serving));
    form.press(SUBMIT);
    let after = before.press("会計を取り消す");
    assert!(after.flash().unwrap().contains("先に変更しました"));
    assert!(!after.text().contains("会計を取り消す"));
    let standing = "select count(*) from payments.booking_payments where status = 'succeeded'";
    assert_eq!(friday.app.count(friday.cast.salon.id, standing), 1);
}

#[test]
fn with_a_number_it_is_a_qualified_invoice_and_from_fifty_thousand_yen_on_a_stamp_is_spoken_of() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let legal = "/ja/owner/aoi-salon/legal";
    let odd = aoi.open(legal).fill("registration", "T12").press("保存");
    assert_eq!(odd.status, 422);
    assert!(odd.error("registration").unwrap().contains("13桁"));
    let saved = odd
        .fill("registration", "Ｔ７０００－０１２０－５０００２")
        .press("保存");
    assert_eq!(saved.status, 200);
    friday.app.execute(
        friday.cast.salon.id,
        format!(
            "update bookings.bookings set price_cents = 50000, \
             price_snapshot_json = jsonb_set(price_snapshot_json, '{{lines,0,amount}}', '50000') where id = '{}'",
            friday.serving.id
        ),
    );
    pay(&friday, friday.serving.id, 50_000);
    let form = aoi.open(&address(&friday));
    assert!(form.text().contains("収入印紙"));
    let issued = form.press(SUBMIT);
    for said in ["登録番号 T7000012050002", "50,000円（うち消費税 4,545円）"] {
        assert!(issued.text().contains(said), "{said} in {}", issued.text());
    }
    assert!(!issued.text().contains("ではありません"));
}

#[test]
fn there_is_none_before_just_the_price_is_paid_and_then_the_guest_finds_it() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    let guest = friday.app.browser();
    let own = format!("/ja/bookings/{}", friday.serving.token);
    pay(&friday, friday.serving.id, 5000);
    let not_yet = aoi.open(&address(&friday));
    assert_eq!(not_yet.url, Friday::page_of(&friday.serving));
    assert!(not_yet.flash().unwrap().contains("料金どおりの会計"));
    assert_eq!(guest.visit(&format!("{own}/receipt")).status, 404);
    pay(&friday, friday.serving.id, 500);
    let refused = aoi
        .open(&address(&friday))
        .fill("addressee", " ")
        .fill("purpose", "")
        .press(SUBMIT);
    assert_eq!(refused.status, 422);
    assert!(refused.error("addressee").is_some() && refused.error("purpose").is_some());
    refused
        .fill("addressee", "上様")
        .fill("purpose", "施術代として")
        .press(SUBMIT);
    let seen = guest.open(&own).follow("領収書");
    assert!(seen.text().contains("上様") && seen.text().contains("再発行"));
}

#[test]
fn eight_who_issue_at_once_get_eight_numbers_without_a_gap() {
    let friday = Friday::new();
    let (salon, cut) = (&friday.cast.salon, &friday.cast.cut);
    let bookings: Vec<BookingId> = (1..=8)
        .map(|day| {
            let booked = a_booking(&friday.app, salon, cut)
                .at(&format!("2026-11-{day:02} 10:00"))
                .status("completed")
                .build();
            pay(&friday, booked.id, 5500);
            booked.id
        })
        .collect();
    // One of them is not paid any more, and takes no number along.
    friday.app.execute(
        salon.id,
        format!(
            "update payments.booking_payments set status = 'refunded' where booking_id = '{}'",
            bookings[3]
        ),
    );
    let gate = Barrier::new(bookings.len());
    std::thread::scope(|together| {
        for booking in bookings {
            let (app, gate) = (&friday.app, &gate);
            together.spawn(move || {
                gate.wait();
                app.tenant(salon.id, move |tx| {
                    let profile = profile::own(tx)?.unwrap();
                    let command = IssueReceipt {
                        profile: &profile,
                        booking,
                        addressee: "上様",
                        purpose: "カット代として",
                    };
                    Ok(issue(tx, &command).is_ok())
                })
            });
        }
    });
    let numbers: Vec<String> = (1..=7).map(|number| format!("{number} 上様")).collect();
    assert_eq!(kept(&friday.app, &friday), numbers);
}

#[test]
fn tax_is_rounded_down_once_for_each_rate() {
    let quote = |lines: &[(i64, i16)]| Quote {
        lines: lines
            .iter()
            .map(|(amount, rate)| Line {
                kind: LineKind::Service,
                name_ja: "品".to_owned(),
                name_en: String::new(),
                quantity: 1,
                amount: *amount,
                tax_rate_percent: *rate,
                option: None,
                part: None,
            })
            .collect(),
        ..Quote::default()
    };
    for (lines, wanted) in [
        (vec![(5500, 10)], vec![(10, 5500, 500)]),
        // Line by line it would be 27.
        (vec![(105, 10), (105, 10), (105, 10)], vec![(10, 315, 28)]),
        (
            vec![(1080, 8), (1100, 10)],
            vec![(10, 1100, 100), (8, 1080, 80)],
        ),
        (vec![(107, 8), (107, 8)], vec![(8, 214, 15)]),
        (vec![(1, 10)], vec![(10, 1, 0)]),
        (vec![(10, 10)], vec![(10, 10, 0)]),
        (vec![(11, 10)], vec![(10, 11, 1)]),
        (vec![(999, 0)], vec![(0, 999, 0)]),
        (vec![(99_999_999, 10)], vec![(10, 99_999_999, 9_090_909)]),
    ] {
        assert_eq!(quote(&lines).taxes(), wanted, "{lines:?}");
    }
}

#[test]
fn a_registration_number_is_read_as_people_write_it() {
    for typed in [
        "T7000012050002",
        "t7000012050002",
        "Ｔ７００００１２０５０００２",
        " T7000-0120-50002 ",
        "T 7000 0120 50002",
    ] {
        assert_eq!(
            registration::parse(typed).unwrap(),
            "T7000012050002",
            "{typed}"
        );
    }
    for typed in [
        "",
        "T",
        "7000012050002",
        "T700001205000",
        "T70000120500021",
        "T70000120500O2",
    ] {
        assert!(registration::parse(typed).is_err(), "{typed}");
    }
    assert!(registration::is_checked("T7000012050002"));
    assert!(!registration::is_checked("T1000012050002"));
}
