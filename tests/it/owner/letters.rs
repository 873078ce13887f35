//! How letters to guests sound, and a shop's own words in them.

use super::OFFICE;
use crate::{
    staff::scene::Friday,
    support::{
        browser::Page,
        people::{a_person, a_seat},
    },
};
use omotenashi::domain::notifications::{occasion::Occasion, placeholder::Placeholder};

const CONFIRMED: &str = "/ja/owner/aoi-salon/letters/confirmed/ja";

fn confirmed(friday: &Friday) -> Page {
    friday.aoi().open(CONFIRMED)
}

fn kept(friday: &Friday, what: &str) -> i64 {
    let sql = format!("select count(*) from notifications.letter_wordings where {what}");
    friday.app.count(friday.cast.salon.id, sql)
}

/// The letter as the page shows it.
fn shown(page: &Page) -> String {
    page.document().words("#preview .sheet").unwrap()
}

#[test]
fn what_is_written_is_shown_kept_and_given_up_again() {
    let friday = Friday::new();
    let page = confirmed(&friday);
    assert!(shown(&page).contains("ご予約ありがとうございます。"));
    let saved = page
        .fill("subject", "{{date_time}}のご予約 {{shop_name}}")
        .fill(
            "opening",
            "｛｛customer_name｝｝、\nいつもありがとうございます。",
        )
        .fill("closing", "駐車場はございません。")
        .press("保存");
    assert_eq!(saved.flash().unwrap(), "メールの文面の設定を保存しました");
    let list = saved.text();
    assert!(list.contains("日本語: お店の文面") && list.contains("英語: 標準"));
    assert_eq!(kept(&friday, "occasion = 'confirmed' and locale = 'ja'"), 1);
    let again = confirmed(&friday);
    assert_eq!(again.field("closing").value, "駐車場はございません。");
    let letter = shown(&again);
    assert!(letter.contains("いつもありがとうございます。"), "{letter}");
    assert!(
        letter.contains("ご予約は次の内容で確定しました。"),
        "{letter}"
    );
    assert!(letter.contains("サロン あおい"), "{letter}");
    let ours = again.press("標準の文面に戻す");
    assert_eq!(ours.flash().unwrap(), "標準の文面に戻しました");
    assert_eq!(ours.field("closing").value, "");
    assert_eq!(kept(&friday, "true"), 0);
    let trail = "select count(*) from audit.audit_logs where entity = 'letter_wordings'";
    assert_eq!(friday.app.count(friday.cast.salon.id, trail), 2);
}

#[test]
fn what_is_typed_can_be_seen_before_it_is_saved() {
    let friday = Friday::new();
    let page = confirmed(&friday);
    let seen = page
        .fill("subject", "ご予約 {{booking_number}}")
        .fill("closing", "{{staff_name}}がお待ちしています。")
        .press("保存せずにプレビュー");
    assert_eq!(seen.status, 200);
    assert_eq!(seen.field("subject").value, "ご予約 {{booking_number}}");
    assert!(shown(&seen).contains("がお待ちしています。"));
    assert!(!shown(&seen).contains("{{"), "{}", shown(&seen));
    assert!(seen.text().contains("の内容で表示しています"));
    assert_eq!(kept(&friday, "true"), 0);
    let example = seen
        .fill("shown_by", "example")
        .press("保存せずにプレビュー");
    assert!(shown(&example).contains("佐藤がお待ちしています。"));
    assert!(shown(&example).contains("山田 花子"));
    assert!(example.text().contains("例の予約で表示しています"));
    assert_eq!(kept(&friday, "true"), 0);
    // The link of a letter that is only shown is nobody's key.
    let link = shown(&seen);
    let link = link
        .split_whitespace()
        .find(|word| word.contains("/bookings/"));
    let (_, path) = link.unwrap().split_once("/ja/").unwrap();
    let opened = friday.app.browser().visit(&format!("/ja/{path}"));
    assert_eq!(opened.status, 404);
}

#[test]
fn every_mistake_is_said_at_its_box_and_nothing_is_lost() {
    let friday = Friday::new();
    let long = "あ".repeat(61);
    let longer = "あ".repeat(1_001);
    for (field, typed, said) in [
        (
            "subject",
            "{{shop_nam}}",
            "{{shop_name}} のことではありませんか",
        ),
        (
            "opening",
            "{{custmer_name}}、",
            "{{customer_name}} のことではありませんか",
        ),
        ("closing", "{{お店}}", "「お店」という差し込みはありません"),
        ("opening", "{{shop_name}", "かっこが正しくありません"),
        ("opening", "{{shop_name", "かっこが正しくありません"),
        ("closing", "{shop_name}", "かっこが正しくありません"),
        ("subject", "}} 花", "かっこが正しくありません"),
        (
            "opening",
            "{{#if shop_name}}a",
            "という差し込みはありません",
        ),
        (
            "closing",
            "{{delay_minutes}}",
            "{{delay_minutes}} はここでは使えません",
        ),
        ("closing", "https://example.com", "リンクは書けません"),
        ("subject", "www.example.com", "リンクは書けません"),
        ("subject", long.as_str(), "60"),
        ("opening", longer.as_str(), "1,000"),
        ("subject", "花\u{7}", "使えない文字"),
    ] {
        for button in ["保存", "保存せずにプレビュー"] {
            let refused = confirmed(&friday)
                .fill("subject", "件名")
                .fill("opening", "はじめ")
                .fill("closing", "結び")
                .fill(field, typed)
                .press(button);
            assert_eq!(refused.status, 422, "{typed}");
            let error = refused.error(field).unwrap_or_default();
            assert!(error.contains(said), "{typed}: {error}");
            assert_eq!(refused.field(field).value, typed);
            let others = ["subject", "opening", "closing"];
            for other in others.into_iter().filter(|other| *other != field) {
                assert!(!refused.field(other).value.is_empty(), "{typed}: {other}");
                assert!(refused.error(other).is_none(), "{typed}: {other}");
            }
        }
    }
    assert_eq!(kept(&friday, "true"), 0);
}

#[test]
fn no_header_is_added_by_a_subject() {
    let friday = Friday::new();
    let page = confirmed(&friday);
    let csrf = page.field("csrf").value;
    let version = page.field("version").value;
    for end in ["\n", "\r\n", "\r", "\u{85}"] {
        let subject = format!("件名{end}Bcc: all@example.com");
        let refused = friday.aoi().post(
            CONFIRMED,
            &[
                ("csrf", csrf.as_str()),
                ("version", version.as_str()),
                ("subject", subject.as_str()),
            ],
        );
        assert_ne!(refused.status, 303, "{end:?}");
    }
    assert_eq!(kept(&friday, "true"), 0);
}

#[test]
fn of_two_who_write_the_second_sees_what_the_first_wrote() {
    let friday = Friday::new();
    let (one, other) = (confirmed(&friday), confirmed(&friday));
    one.fill("closing", "一人目").press("保存");
    let refused = other.fill("closing", "二人目").press("保存");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("一人目"), "{}", refused.text());
    assert_eq!(refused.field("closing").value, "二人目");
    let stale = confirmed(&friday);
    refused.press("入力した内容で上書き");
    assert_eq!(kept(&friday, "closing = '二人目'"), 1);
    // What was not looked at is not given up.
    let told = stale.press("標準の文面に戻す");
    assert!(told.flash().unwrap().contains("先に変更しました"));
    assert_eq!(kept(&friday, "closing = '二人目'"), 1);
}

#[test]
fn each_letter_has_a_page_in_each_language_that_shows_it() {
    let friday = Friday::new();
    let aoi = friday.aoi();
    for occasion in Occasion::ALL {
        for lang in ["ja", "en"] {
            let page = aoi.open(&format!("{OFFICE}/letters/{}/{lang}", occasion.name()));
            assert_eq!(page.status, 200, "{occasion:?}");
            assert!(shown(&page).len() > 100, "{occasion:?}: {}", shown(&page));
            for known in occasion.placeholders() {
                assert!(page.text().contains(&known.written()), "{occasion:?}");
            }
        }
    }
    for path in ["confirmed/fr", "nothing/ja", "confirmed/ja/ja"] {
        let page = aoi.visit(&format!("{OFFICE}/letters/{path}"));
        assert_eq!(page.status, 404, "{path}");
    }
    assert_eq!(Placeholder::ALL.len(), 11);
}

#[test]
fn a_shop_chooses_its_tone_and_sees_each_before() {
    let friday = Friday::new();
    let page = friday.aoi().open(&format!("{OFFICE}/letters/tone"));
    assert_eq!(page.field("tone").value, "polite");
    let seen = page
        .fill("tone", "formal")
        .fill("occasion", "cancelled_by_shop")
        .press("保存せずにプレビュー");
    assert!(
        shown(&seen).contains("キャンセルいたしました"),
        "{}",
        shown(&seen)
    );
    let tones = "select count(*) from notifications.letter_styles where tone = 'formal'";
    assert_eq!(friday.app.count(friday.cast.salon.id, tones), 0);
    let saved = seen.press("保存");
    assert!(saved.text().contains("格式のある文体"));
    assert_eq!(friday.app.count(friday.cast.salon.id, tones), 1);
    assert!(shown(&confirmed(&friday)).contains("このたびはご予約を賜り"));
}

#[test]
fn words_that_cannot_be_used_any_more_are_named() {
    let friday = Friday::new();
    let words = format!(
        "insert into notifications.letter_wordings (business_id, occasion, locale, subject_line) \
         values ('{}', 'reminder', 'ja', '{{{{gone}}}}')",
        friday.cast.salon.id
    );
    friday.app.execute(friday.cast.salon.id, words);
    let amiss = "使えない文面があり、標準の文面で送っています";
    assert!(friday.aoi().open(OFFICE).text().contains(amiss));
    let list = friday.aoi().open(&format!("{OFFICE}/letters"));
    assert!(
        list.text().contains("今の設定では使えない"),
        "{}",
        list.text()
    );
    let page = list.follow("リマインダー（日本語）");
    let mended = page.fill("subject", "{{date}}のご予約").press("保存");
    assert!(!mended.text().contains("今の設定では使えない"));
    assert!(!friday.aoi().open(OFFICE).text().contains(amiss));
}

#[test]
fn a_clinics_subject_says_nothing_of_the_visit() {
    let friday = Friday::new();
    let clinic = "update businesses.businesses set vertical_id = (select id from businesses.verticals where slug = 'clinic') \
                  where slug = 'aoi-salon'";
    assert_eq!(friday.app.execute(friday.cast.salon.id, clinic), 1);
    let refused = confirmed(&friday)
        .fill("subject", "{{service_name}} {{date}}")
        .press("保存");
    assert_eq!(refused.status, 422);
    let error = refused.error("subject").unwrap();
    assert!(
        error.contains("{{service_name}} はここでは使えません"),
        "{error}"
    );
    let saved = refused.fill("subject", "{{shop_name}}より").press("保存");
    assert_eq!(saved.flash().unwrap(), "メールの文面の設定を保存しました");
}

#[test]
fn whoever_may_not_read_bookings_sees_an_example() {
    let friday = Friday::new();
    let person = a_person(&friday.app, "mana", "Mana", "staff");
    let seat = a_seat(&friday.app, &friday.cast.salon, &person, "manager", 0);
    let rights = format!(
        "update businesses.staff_assignments set permissions_json = '{{\"customers-read\": false}}' where id = '{seat}'"
    );
    friday.app.execute(friday.cast.salon.id, rights);
    let page = person.sign_in(&friday.app).open(CONFIRMED);
    assert!(
        page.text().contains("例の予約で表示しています"),
        "{}",
        page.text()
    );
    for name in ["田中", "﨑本", "Nguyen", "伊藤"] {
        assert!(!page.html.contains(name), "{name}");
    }
}
