//! What nobody sees is dropped from what is typed; what a script or a name needs stays.

use omotenashi::base::{
    msg::Msg,
    text::{self, is_blank, line, paragraph, search_key},
};

fn check(typed: &str, kept: &str) {
    assert_eq!(line(typed, 50).unwrap(), kept, "{typed:?}");
}

#[test]
fn letters_that_turn_hide_or_look_empty_are_dropped() {
    check("花\u{202E}子", "花子");
    check("\u{2066}花子\u{2069}", "花子");
    check("\u{FEFF}花\u{200B}子\u{2060}", "花子");
    check("soft\u{00AD}hyphen", "softhyphen");
    check("tag\u{E0041}\u{E007F}ged", "tagged");
    check("\u{3164}", "");
    check("\u{2800}\u{FFA0}", "");
    assert!(is_blank(" \u{200B}\u{3164}　"));
    assert!(!is_blank("花"));
}

#[test]
fn what_a_name_or_a_script_needs_stays() {
    for name in [
        "葛\u{E0100}",
        "か\u{3099}とう",
        "O'Brien",
        "Nguye\u{0302}\u{0303}n Thi\u{0323}",
        "神",
        "👩\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}\u{200D}🔥",
        "علی\u{200C}رضا",
        "क्\u{200D}ष",
        "မြွှော့",
    ] {
        check(name, name);
    }
}

#[test]
fn a_joiner_between_letters_that_do_not_join_is_dropped() {
    check("花\u{200D}子", "花子");
    check("a\u{200C}b", "ab");
    check("\u{200D}علی\u{200C}", "علی");
}

#[test]
fn a_letter_carries_eight_marks_and_no_mark_sits_on_nothing() {
    let buried = format!("花{}子", "\u{0301}".repeat(200));
    check(&buried, &format!("花{}子", "\u{0301}".repeat(8)));
    check("\u{0301}花", "花");
    check("花 \u{0301}子", "花 子");
    // Nor do joiners between them make room for more.
    let joined = format!("क{}", "\u{0951}\u{200D}".repeat(40));
    let kept = line(&joined, 50).unwrap();
    assert_eq!(kept.matches('\u{0951}').count(), 8);
}

#[test]
fn an_end_of_line_of_unicodes_own_is_a_space_or_a_line() {
    check("花\u{2028}子", "花 子");
    assert_eq!(paragraph("花\u{2029}子\r\n次", 50).unwrap(), "花\n子\n次");
    assert!(line("花\u{0000}子", 50).is_err(), "who sends NUL is told");
}

#[test]
fn numbers_and_addresses_are_read_with_what_was_copied_along() {
    // Telephones wrap the numbers of their contacts in these.
    assert_eq!(
        text::phone("\u{202A}090-1234-5678\u{202C}").unwrap(),
        "+819012345678"
    );
    assert_eq!(
        text::email("\u{200B}hanako@example.com\u{FEFF}").unwrap(),
        "hanako@example.com"
    );
    assert_eq!(text::postal_code("150\u{200B}0001").unwrap(), "1500001");
    assert_eq!(text::kana("ヤマ\u{200B}ダ").unwrap(), "ヤマダ");
    assert_eq!(text::ascii("\u{200E}１２"), "12");
    assert_eq!(search_key("山\u{200B}田"), search_key("山田"));
}

#[test]
fn a_mobile_number_has_eleven_digits() {
    let short = Msg::new("form-phone-mobile");
    for typed in [
        "090-1234-567",
        "+81 80 1234 567",
        "０６０１２３４５６７",
        "050-1234-567",
    ] {
        assert_eq!(text::phone(typed), Err(short.clone()), "{typed}");
    }
    for (typed, kept) in [
        ("060-1234-5678", "+816012345678"),
        ("03-1234-5678", "+81312345678"),
        ("0585-12-3456", "+81585123456"),
        ("0120-123-456", "+81120123456"),
        ("0570-123-456", "+81570123456"),
        ("0800-123-4567", "+818001234567"),
    ] {
        assert_eq!(text::phone(typed).unwrap(), kept);
    }
}
