//! The shops as such: their words, their people, their hours.

use super::TOWN;
use omotenashi::{cli::seed::PASSWORD, domain::accounts::password::is_right};
use std::collections::BTreeSet;

/// Every pair of columns that guests or owners read in their own language.
const BILINGUAL: [(&str, &str); 12] = [
    ("businesses.businesses", "display_name_ja, display_name_en"),
    ("businesses.businesses", "description_ja, description_en"),
    ("businesses.business_settings", "notices_ja, notices_en"),
    ("businesses.business_media", "caption_ja, caption_en"),
    ("businesses.business_holidays", "reason, reason_en"),
    ("catalog.categories", "name_ja, name_en"),
    ("catalog.services", "name_ja, name_en"),
    ("catalog.services", "description_ja, description_en"),
    ("catalog.cancellation_policies", "basis_ja, basis_en"),
    ("scheduling.resources", "name, name_en"),
    (
        "(select l.value ->> 'ja' as ja, l.value ->> 'en' as en
          from businesses.business_settings s, jsonb_each(s.legal_json) l
          where l.key not in ('email') and s.business_id = platform.business())",
        "ja, en",
    ),
    (
        "(select about_ja, about_en from scheduling.resources where has_shifts)",
        "about_ja, about_en",
    ),
];

#[test]
fn every_word_of_a_shop_stands_there_in_both_languages() {
    for (table, columns) in BILINGUAL {
        let asked = format!("select count(*) from {table} as t");
        assert!(TOWN.count(&asked) > 0, "{table} is empty");
        let (ja, en) = columns.split_once(", ").unwrap();
        let wrong = TOWN.each_business(&format!(
            "select {ja} || ' / ' || {en} from {table} as t
             where {ja} !~ '[ぁ-んァ-ヶ一-龠]' or {en} = '' or {en} ~ '[ぁ-んァ-ヶ一-龠]' or {en} !~ '[A-Za-z]'"
        ));
        assert!(wrong.is_empty(), "{table}: {}", wrong.join("\n"));
    }
}

#[test]
fn what_must_be_known_is_told_in_both_languages_or_in_none() {
    let half = TOWN.count(
        "select count(*) from catalog.services where (important_ja = '') <> (important_en = '')",
    );
    assert_eq!(half, 0);
    let told = TOWN.count("select count(*) from catalog.services where important_ja <> ''");
    assert!(told >= 5, "{told}");
}

#[test]
fn each_shop_answers_every_item_of_the_legal_notice() {
    let written = TOWN.each_business(
        "select string_agg(key, ' ' order by key) from businesses.business_settings, jsonb_object_keys(legal_json) as key",
    );
    let words = std::fs::read_to_string("locales/ja/legal.ftl").unwrap();
    let asked: BTreeSet<String> = words
        .lines()
        .filter_map(|line| line.strip_prefix("legal-item-")?.split(' ').next())
        .map(|item| item.replace('-', "_"))
        .collect();
    let asked: Vec<String> = asked.into_iter().collect();
    assert_eq!(written, vec![asked.join(" "); 5]);
}

#[test]
fn each_shop_has_an_owner_of_its_own_and_everyone_can_sign_in() {
    let owners = TOWN.each_business(
        "select user_id::text from businesses.staff_assignments where role = 'owner' and business_id = platform.business()",
    );
    let different: BTreeSet<&String> = owners.iter().collect();
    assert_eq!((owners.len(), different.len()), (5, 5));
    let hashes = TOWN.outside(
        "select u.password_hash from accounts.users u join businesses.businesses b on b.owner_id = u.id",
    );
    assert_eq!(hashes.len(), 5);
    assert!(is_right(PASSWORD, hashes.first().map(String::as_str)));
    assert!(!is_right(
        "something else",
        hashes.first().map(String::as_str)
    ));
    let seats = TOWN.count(
        "select count(*) from businesses.staff_assignments where business_id = platform.business()",
    );
    let staff = TOWN.report.people.iter().filter(|one| !one.slug.is_empty());
    assert_eq!(usize::try_from(seats).unwrap(), staff.count());
}

#[test]
fn who_works_with_guests_has_a_column_of_their_own() {
    let without = TOWN.count(
        "select count(*) from scheduling.resources r where has_shifts and not exists (
             select from businesses.staff_assignments s where s.resource_id = r.id)",
    );
    assert_eq!(without, 0);
}

#[test]
fn a_picture_of_each_shop_stands_first() {
    let featured = TOWN.each_business(
        "select url from businesses.business_media where is_featured and business_id = platform.business()",
    );
    assert_eq!(featured.len(), 5);
    for url in featured {
        let file = std::path::Path::new("static").join(&url);
        assert!(file.exists(), "{url} is not there");
    }
}

#[test]
fn the_report_says_where_the_shops_are_and_who_can_come_in() {
    let report = TOWN.report.to_string();
    for words in [
        "/ja/b/salon-hana",
        "/en/b/hidamari-clean",
        "mio@suiren-yoga.example",
        PASSWORD,
    ] {
        assert!(report.contains(words), "{words} in:\n{report}");
    }
}
