//! The checks of the build script, each tried with what it must refuse.

use crate::build_script::{Source, check};

fn source(language: &str, file: &str, text: &str) -> Source {
    Source {
        language: language.into(),
        file: file.into(),
        text: text.into(),
    }
}

/// The complaints about two files `shop.ftl`.
fn complaints(japanese: &str, english: &str) -> String {
    match check(&[
        source("en", "shop", english),
        source("ja", "shop", japanese),
    ]) {
        Ok(_) => String::new(),
        Err(complaints) => complaints.join("\n"),
    }
}

#[track_caller]
fn refused(japanese: &str, english: &str, why: &str) {
    assert_eq!(complaints(japanese, english), why);
}

#[test]
fn what_agrees_is_accepted() {
    let japanese = "-shop = 店\nshop-open = { $day }に開く\n    .hint = { shop-open }";
    let english = "-shop = shop\nshop-open = Opens on { $day }\n    .hint = { $day }!";
    assert_eq!(complaints(japanese, english), "");
    let languages = check(&[source("ja", "shop", japanese)]).unwrap();
    let hint = &languages["ja"]["shop-open.hint"];
    assert_eq!(
        hint.variables.iter().collect::<Vec<_>>(),
        ["day"],
        "by way of the mention"
    );
}

#[test]
fn a_broken_line_is_named() {
    let ours = complaints("shop-a = 一\nshop-b { = 二", "shop-a = one");
    assert!(ours.starts_with("locales/ja/shop.ftl:2: "), "{ours}");
}

#[test]
fn an_id_may_be_written_once() {
    refused(
        "shop-a = 一\nshop-a = 二",
        "shop-a = one",
        "locales/ja/shop.ftl: shop-a is written twice",
    );
    let twice = check(&[
        source("ja", "shop", "-shop = 店"),
        source("ja", "brand", "-shop = 店"),
    ]);
    assert_eq!(
        twice.unwrap_err(),
        ["locales/ja/brand.ftl: -shop is written twice"]
    );
}

#[test]
fn an_id_begins_with_its_file() {
    let both = "other-a = a";
    refused(
        both,
        both,
        "locales/en/shop.ftl: other-a must begin with shop-\n\
         locales/ja/shop.ftl: other-a must begin with shop-",
    );
    assert!(complaints("shop = a", "shop = a").contains("shop must begin with shop-"));
}

#[test]
fn a_language_has_neither_more_nor_less() {
    refused(
        "shop-a = 一\nshop-b = 二",
        "shop-a = one",
        "en: shop-b of ja is missing",
    );
    refused(
        "shop-a = 一",
        "shop-a = one\nshop-b = two",
        "en: shop-b is not in ja",
    );
    refused(
        "shop-a = 一\n    .hint = 二",
        "shop-a = one",
        "en: shop-a.hint of ja is missing",
    );
    refused(
        "-shop = 店\nshop-a = 一",
        "shop-a = one",
        "en: -shop of ja is missing",
    );
    assert_eq!(
        check(&[source("en", "shop", "shop-a = a")]).unwrap_err(),
        ["locales/ja is missing"]
    );
}

#[test]
fn variables_agree() {
    refused(
        "shop-a = { $count }個",
        "shop-a = { $number } pieces",
        "shop-a: variables differ: ja {\"count\"}, en {\"number\"}",
    );
    let selected = "shop-a = { $count ->\n    [one] one\n   *[other] { NUMBER($size) }\n}";
    refused(
        "shop-a = { $count }個",
        selected,
        "shop-a: variables differ: ja {\"count\"}, en {\"count\", \"size\"}",
    );
}

#[test]
fn what_is_mentioned_exists() {
    refused(
        "shop-a = { -shop }",
        "shop-a = a",
        "ja: shop-a mentions -shop, which does not exist",
    );
    refused(
        "shop-a = { shop-b.hint }\nshop-b = 二",
        "shop-a = a\nshop-b = b",
        "ja: shop-a mentions shop-b.hint, which does not exist",
    );
    refused(
        "shop-a = { shop-a }",
        "shop-a = a",
        "ja: shop-a mentions itself",
    );
    refused(
        "shop-a = { DATETIME(1) }",
        "shop-a = a",
        "ja: shop-a calls DATETIME, which is unknown",
    );
}

#[test]
fn names_are_fit_for_methods() {
    let both = |text: &str| check(&[source("ja", "shop", text)]).unwrap_err();
    assert_eq!(
        both("shop-openNow = a"),
        ["ja: shop-openNow: shop-openNow is not kebab-case"]
    );
    assert_eq!(
        both("shop-a = { $dayName }"),
        ["ja: shop-a: dayName is not kebab-case"]
    );
    assert_eq!(
        both("shop-a = { $type }"),
        ["ja: shop-a: an argument cannot be called type"]
    );
    assert_eq!(
        both("shop-a-hint = a\nshop-a = b\n    .hint = c"),
        ["ja: shop-a.hint and shop-a-hint would be the same method"]
    );
}
