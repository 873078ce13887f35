//! A shop's own words in its letters: what is theirs, what stays ours, and that nothing in them holds a letter up.

use super::{
    material::{desk, material},
    salon::Salon,
};
use omotenashi::{
    base::{bilingual::Bilingual, lang::Lang},
    domain::{
        businesses::vertical::Vertical,
        notifications::{
            occasion::Occasion,
            placeholder::Placeholder,
            send::Kind,
            wording::{Own, Wording},
        },
    },
    mail::Letter,
    work::{
        letters::{Material, draw, filled},
        run_due,
    },
};
use serde_json::json;

fn worded(occasion: Occasion, lang: Lang, (subject, opening, closing): (&str, &str, &str)) -> Own {
    Own {
        occasion: occasion.name().to_owned(),
        locale: lang.code().to_owned(),
        wording: Wording {
            subject: subject.to_owned(),
            opening: opening.to_owned(),
            closing: closing.to_owned(),
        },
    }
}

fn confirmed(lang: Lang, words: (&str, &str, &str), change: impl FnOnce(&mut Material)) -> Letter {
    let mut material = material(lang);
    material.style.own = vec![worded(Occasion::Confirmed, Lang::Ja, words)];
    change(&mut material);
    draw(Kind::BookingConfirmed, &material, &desk()).unwrap()
}

#[test]
fn their_words_stand_around_what_is_ours() {
    let words = (
        "{{customer_name}}、{{date}}にお待ちしています",
        "{{shop_name}}です。\nいつもありがとうございます。",
        "担当は{{staff_name}}です。\n\n{{party_size}}でお越しください。",
    );
    let letter = confirmed(Lang::Ja, words, |_| {});
    assert_eq!(
        letter.subject,
        "髙橋 花子様、11月20日(金)にお待ちしています"
    );
    let before = "髙橋 花子 様\n\nヘアサロン花です。\nいつもありがとうございます。\n\nご予約は次の内容で確定しました。\n\n■ 日時";
    assert!(letter.text.starts_with(before), "{}", letter.text);
    let after = "\n\n担当は佐藤です。\n\n1名でお越しください。\n\n──────────────\nヘアサロン花\n";
    assert!(letter.text.contains(after), "{}", letter.text);
    for ours in [
        "K7P-3MWX",
        "https://booking.example.jp/ja/bookings/",
        "無料でキャンセルできる期限",
        "03-1234-5678",
    ] {
        assert!(letter.text.contains(ours), "{ours}: {}", letter.text);
    }
    assert!(letter.calendar.is_some());
    let page = scraper::Html::parse_document(&letter.html);
    let body = scraper::Selector::parse("body").unwrap();
    let said: String = page.select(&body).next().unwrap().text().collect();
    for line in letter.text.lines().filter(|line| line.ends_with("。")) {
        assert!(said.contains(line), "{line} is missing in the HTML");
    }
}

#[test]
fn what_is_not_written_is_ours() {
    let ours = confirmed(Lang::En, ("件名", "はじめ", "結び"), |_| {});
    assert!(!ours.text.contains("はじめ") && ours.subject.starts_with("Booking confirmed"));
    let letter = confirmed(Lang::Ja, ("", "", "駐車場はありません。"), |_| {});
    assert!(letter.subject.starts_with("【予約確定】"));
    assert!(letter.text.contains("ご予約ありがとうございます。"));
    assert!(letter.text.contains("駐車場はありません。"));
}

#[test]
fn html_in_their_words_is_text() {
    let letter = confirmed(Lang::Ja, ("", "<b>春</b> & 夏", ""), |_| {});
    assert!(letter.text.contains("<b>春</b> & 夏"));
    assert!(!letter.html.contains("<b>"));
}

#[test]
fn nobody_is_written_to_through_a_name() {
    let words = ("{{customer_name}}", "{{customer_name}}", "");
    let letter = confirmed(Lang::Ja, words, |material| {
        material.booking.customer.name = "当選 https://evil.example".to_owned();
    });
    assert_eq!(letter.subject, "お客様");
    assert!(!letter.text.contains("evil"), "{}", letter.text);
}

#[test]
fn nobody_adds_a_header_through_a_shop_or_its_words() {
    let letter = confirmed(Lang::Ja, ("{{shop_name}}", "", ""), |material| {
        material.profile.name = Bilingual::new("花\r\nBcc: all@example.com", "");
    });
    assert_eq!(letter.subject, "花  Bcc: all@example.com");
}

#[test]
fn words_that_cannot_be_used_hold_up_nothing() {
    for words in [
        ("{{nothing}}", "はじめ", ""),
        ("件名", "{{open", ""),
        ("件名", "", "{{delay_minutes}}"),
        ("件名", "http://example.com", ""),
    ] {
        let letter = confirmed(Lang::Ja, words, |_| {});
        assert!(letter.subject.starts_with("【予約確定】"), "{words:?}");
        assert!(
            letter.text.contains("ご予約ありがとうございます。")
                && !letter.text.contains("はじめ")
                && !letter.text.contains('{'),
            "{words:?}: {}",
            letter.text
        );
    }
}

#[test]
fn the_subject_of_a_clinic_says_neither_when_nor_what_for() {
    let clinic = |material: &mut Material| material.profile.vertical = Vertical::Clinic;
    for name in Placeholder::ALL {
        let subject = name.written();
        let letter = confirmed(Lang::Ja, (&subject, "", ""), clinic);
        let may = [Placeholder::ShopName, Placeholder::BookingNumber].contains(&name);
        assert_eq!(letter.subject != "ご予約の確認", may, "{subject}");
    }
}

#[test]
fn only_who_was_chosen_is_promised() {
    let words = ("", "担当: {{staff_name}}", "");
    let letter = confirmed(Lang::Ja, words, |material| {
        material.booking.row.is_nominated = false;
    });
    assert!(letter.text.contains("担当: 担当者\n"), "{}", letter.text);
}

#[test]
fn words_for_whoever_called_off_are_not_for_whom_the_shop_called_off() {
    let mut material = material(Lang::Ja);
    let words = ("", "またのお越しをお待ちしています。", "");
    material.style.own = vec![worded(Occasion::CancelledByGuest, Lang::Ja, words)];
    let text = |material: &Material| {
        draw(Kind::BookingCancelled, material, &desk())
            .unwrap()
            .text
    };
    assert!(text(&material).contains("またのお越し"));
    material.is_by_shop = true;
    assert!(!text(&material).contains("またのお越し"));
    material.letter.data_json = json!({ "declined": true });
    assert!(!text(&material).contains("またのお越し"));
}

#[test]
fn every_letter_knows_all_that_may_be_filled_into_it() {
    let facts = json!({ "minutes": 10, "until": "2026-11-18T12:00:00Z", "fee": 0 });
    for lang in Lang::ALL {
        let mut material = material(lang);
        material.letter.data_json = facts.clone();
        for occasion in Occasion::ALL {
            for of in occasion.placeholders() {
                let value = filled(Kind::BookingConfirmed, &material, &desk(), *of);
                assert!(value.is_some_and(|value| !value.is_empty()), "{of:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_letter_goes_in_the_words_that_stand_when_it_is_sent() {
    let salon = Salon::open().await;
    let (_, letter) = salon.confirmation(Lang::Ja).await;
    let business = salon.business;
    salon
        .sql(format!(
            "insert into letter_styles (business_id, tone) values ('{business}', 'formal');
             insert into letter_wordings (business_id, occasion, locale, closing)
             values ('{business}', 'confirmed', 'ja', '{{{{shop_name}}}}でお待ちしています。')"
        ))
        .await;
    let (shift, tray) = salon.shift_and_tray();
    run_due(&shift).await.unwrap();
    let letters = tray.letters();
    let text = &letters[0].letter.text;
    assert!(text.contains("このたびはご予約を賜り"), "{text}");
    assert!(
        text.contains("\nヘアサロン花でお待ちしています。\n"),
        "{text}"
    );
    assert!(salon.fate(letter).await.0.starts_with("sent"));
}

#[tokio::test]
async fn words_that_nobody_could_save_hold_up_no_letter() {
    let salon = Salon::open().await;
    let (_, letter) = salon.confirmation(Lang::Ja).await;
    salon
        .sql(format!(
            "insert into letter_wordings (business_id, occasion, locale, subject_line, opening)
             values ('{}', 'confirmed', 'ja', '{{{{', '{{% if %}}')",
            salon.business
        ))
        .await;
    let (shift, tray) = salon.shift_and_tray();
    run_due(&shift).await.unwrap();
    let letters = tray.letters();
    assert!(letters[0].letter.subject.contains("予約確定"));
    assert!(
        letters[0]
            .letter
            .text
            .contains("ご予約ありがとうございます。")
    );
    assert!(salon.fate(letter).await.0.starts_with("sent"));
}
