//! What a shop may write into its letters: names in double braces, and nothing that does anything else.

use omotenashi::domain::notifications::placeholder::{Fault, Placeholder, Template};
use proptest::prelude::*;

fn parse(text: &str) -> Result<Template, Fault> {
    Template::parse(text, &Placeholder::ALL)
}

fn filled(text: &str) -> String {
    let template = parse(text).unwrap();
    template
        .fill(|of| Some(format!("<{}>", of.name())))
        .unwrap()
}

#[test]
fn names_are_filled_in_and_all_else_stays_as_it_is() {
    assert_eq!(filled(""), "");
    assert_eq!(filled("{{shop_name}}"), "<shop_name>");
    assert_eq!(
        filled("{{customer_name}}、\n{{ date_time }}に\u{3000}お待ちしています。"),
        "<customer_name>、\n<date_time>に\u{3000}お待ちしています。"
    );
    assert_eq!(filled("<b>&amp; $1 %s \\n"), "<b>&amp; $1 %s \\n");
}

#[test]
fn what_a_japanese_keyboard_gives_is_understood() {
    assert_eq!(filled("｛｛ｓｈｏｐ_ｎａｍｅ｝｝"), "<shop_name>");
    assert_eq!(filled("{{SHOP_NAME}}"), "<shop_name>");
}

#[test]
fn braces_that_are_not_in_pairs_are_refused() {
    for text in [
        "{",
        "}",
        "{{",
        "}}",
        "{{shop_name",
        "{{shop_name}",
        "{shop_name}",
        "shop_name}}",
        "{{{shop_name}}}",
        "{{shop_name}}}",
        "{{shop_{{name}}}}",
        "{{shop\n_name}}",
        "{{#if shop_name}}a{{/if",
        "｛shop_name｝",
    ] {
        let fault = parse(text).unwrap_err();
        assert!(
            matches!(fault, Fault::Unpaired(_) | Fault::Unknown(..)),
            "{text}: {fault:?}"
        );
    }
    assert_eq!(
        parse("前 {{shop_name}} 後 {だめ"),
        Err(Fault::Unpaired("{だめ".to_owned()))
    );
}

#[test]
fn there_is_no_logic() {
    for text in [
        "{{#if shop_name}}",
        "{{shop_name|upper}}",
        "{{shop_name.len}}",
        "{{ 1 + 1 }}",
        "{{}}",
        "{{ }}",
        "{{../shop_name}}",
        "{{shop_name}}{{%include%}}",
    ] {
        assert!(matches!(parse(text), Err(Fault::Unknown(..))), "{text}");
    }
}

#[test]
fn the_name_that_was_meant_is_proposed() {
    for (typed, meant) in [
        ("customer", Placeholder::CustomerName),
        ("custmer_name", Placeholder::CustomerName),
        ("booking_nummer", Placeholder::BookingNumber),
        ("datetime", Placeholder::DateTime),
        ("shop-name", Placeholder::ShopName),
        ("staff", Placeholder::StaffName),
    ] {
        let fault = parse(&format!("{{{{{typed}}}}}")).unwrap_err();
        assert_eq!(fault, Fault::Unknown(typed.to_owned(), Some(meant)));
    }
    assert_eq!(
        parse("{{お名前}}"),
        Err(Fault::Unknown("お名前".to_owned(), None))
    );
}

#[test]
fn what_a_letter_does_not_know_is_refused_by_name() {
    let known = [Placeholder::ShopName];
    assert_eq!(
        Template::parse("{{date}}", &known),
        Err(Fault::Elsewhere(Placeholder::Date))
    );
}

#[test]
fn no_letter_leads_elsewhere() {
    for text in [
        "https://example.com",
        "こちら→HTTP://example.com",
        "www.example.com を見て",
        "ｈｔｔｐｓ：／／example.com",
    ] {
        assert!(matches!(parse(text), Err(Fault::Link(_))), "{text}");
    }
}

#[test]
fn what_is_filled_in_is_not_read_again_and_stays_one_line() {
    let template = parse("{{shop_name}} {{customer_name}}").unwrap();
    let value = |of| {
        Some(match of {
            Placeholder::ShopName => "{{customer_name}}".to_owned(),
            _ => "花子\r\nBcc: all@example.com\u{2028}x".to_owned(),
        })
    };
    let filled = template.fill(value).unwrap();
    assert_eq!(filled, "{{customer_name}} 花子  Bcc: all@example.com x");
    assert_eq!(template.fill(|_| None), None);
}

const BRACES: [char; 4] = ['{', '}', '｛', '｝'];

proptest! {
    #[test]
    fn whatever_is_typed_is_understood_or_refused(text in "\\PC*") {
        if let Ok(template) = parse(&text) {
            let filled = template.fill(|of| Some(of.name().to_owned()));
            let is_clean = filled.is_some_and(|filled| !filled.contains(BRACES));
            prop_assert!(is_clean, "{:?}", text);
        }
    }

    #[test]
    fn braces_and_names_in_any_order_are_understood_or_refused(
        pieces in prop::collection::vec(
            prop::sample::select(vec!["{", "}", "{{", "}}", "｛", "｝", "shop_name", " ", "\n", "あ", "#", "date"]),
            0..12,
        ),
    ) {
        let text = pieces.concat();
        if let Ok(template) = parse(&text) {
            let filled = template.fill(|_| Some(String::new())).unwrap();
            let is_clean = !filled.contains(BRACES);
            prop_assert!(is_clean, "{:?} {:?}", text, filled);
            let used = template.used().filter(|of| *of == Placeholder::ShopName).count();
            prop_assert!(text.matches("shop_name").count() >= used);
        }
    }

    #[test]
    fn words_without_braces_are_sent_as_they_are(text in "[^{}｛｝:w]*") {
        let template = parse(&text).unwrap();
        prop_assert_eq!(template.fill(|_| None), Some(text));
    }

    #[test]
    fn no_value_adds_a_line_or_a_placeholder(value in "(?s).*") {
        let template = parse("{{shop_name}}").unwrap();
        let filled = template.fill(|_| Some(value.clone())).unwrap();
        prop_assert!(!filled.chars().any(char::is_control));
        prop_assert_eq!(filled.chars().count(), value.chars().count());
    }
}
