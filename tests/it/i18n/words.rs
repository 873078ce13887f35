use super::{EN, JA};
use askama::Template;
use chrono::NaiveTime;
use omotenashi::{
    base::{lang::Lang, msg::Msg},
    i18n::Words,
};

#[test]
fn a_msg_is_said_in_each_language() {
    let msg = Msg::new("form-number-range")
        .with("max", 1_200)
        .with("min", 1);
    assert_eq!(JA.msg(&msg), "1から1,200までの数を入力してください");
    assert_eq!(EN.msg(&msg), "Enter a number from 1 to 1,200");
    let msg = Msg::new("errors-cancel-closed").with("phone", "03-1234-5678");
    assert_eq!(
        EN.msg(&msg),
        "Online cancelling has closed. Please call 03-1234-5678"
    );
}

#[test]
fn a_method_says_what_its_message_says() {
    assert_eq!(JA.ui_error_title(2), "入力内容を確認してください（2件）");
    assert_eq!(EN.ui_error_title(2), "There is a problem (2)");
    assert_eq!(EN.form_too_long(1), "Use 1 character at most");
}

#[test]
fn terms_are_filled_in() {
    assert_eq!(
        JA.errors_not_found_text(),
        "予約の確認はメールのリンクからどうぞ"
    );
    assert_eq!(
        EN.errors_not_found_text(),
        "Use the link in your email to see your booking"
    );
}

/// What pages hold, as templates pass it on: by reference, whatever it is.
#[derive(Template)]
#[template(
    source = "{{ t.errors_overlap(name, time) }} {{ t.form_number_range(most, count) }} {{ t.ui_error_title(5) }}",
    ext = "txt"
)]
struct Page<'a> {
    t: Words,
    name: &'a str,
    time: String,
    count: i64,
    most: &'a usize,
}

#[test]
fn templates_pass_fields_of_any_kind() {
    let page = Page {
        t: EN,
        name: "Sato",
        time: EN.time_range(NaiveTime::MIN, NaiveTime::MIN),
        count: 12,
        most: &30,
    };
    assert_eq!(
        page.render().unwrap(),
        "Overlaps Sato's booking 00:00–00:00 Enter a number from 12 to 30 There is a problem (5)"
    );
}

#[test]
fn nothing_invisible_surrounds_what_is_filled_in() {
    for words in [JA, EN] {
        let said = words.errors_cancel_closed("03-1234-5678");
        assert!(said.contains("03-1234-5678"));
        assert!(!said.contains(['\u{2068}', '\u{2069}']), "{said:?}");
    }
}

#[test]
fn what_is_typed_cannot_become_a_pattern() {
    let said = EN.errors_overlap("{ -brand }", "{ $name }");
    assert_eq!(said, "Overlaps { -brand }'s booking { $name }");
}

#[test]
fn a_language_has_a_code_and_a_name_of_its_own() {
    for lang in Lang::ALL {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
        assert_ne!(lang.other(), lang);
        assert_eq!(serde_json::to_string(&lang).unwrap(), format!("\"{lang}\""));
    }
    assert_eq!(Lang::Ja.own_name(), "日本語");
    for wrong in ["JA", "jp", "", "ja/", "fr"] {
        assert_eq!(Lang::from_code(wrong), None);
        assert!(serde_json::from_value::<Lang>(wrong.into()).is_err());
    }
}
