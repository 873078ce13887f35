//! An address out of its postal code, with and without script, and the command that brings the list in.

use super::{LIST, NEW, Newcomer, OFFICE};
use crate::support::{app::TestApp, chromium::Chromium};
use serde_json::{Value, json};
use std::{
    fs,
    process::{Command, Output},
};

#[test]
fn the_button_fills_in_the_address_and_keeps_what_was_typed() {
    let newcomer = Newcomer::new();
    let page = newcomer.browser().open(NEW);
    let found = page
        .fill("name_ja", "花のネイル")
        .fill("name_en", "Hana's Nails")
        .fill("postal_code", "〒１５０－０００１")
        .fill("street", "1-2-3")
        .press("住所を入れる");
    assert_eq!(found.status, 200);
    for (field, value) in [
        ("name_ja", "花のネイル"),
        ("postal_code", "〒１５０－０００１"),
        ("prefecture", "東京都"),
        ("city", "渋谷区"),
        ("street", "神宮前1-2-3"),
        ("slug", "hanas-nails"),
    ] {
        assert_eq!(found.field(field).value, value, "{field}");
    }
    assert!(
        found.text().contains("住所を入れました"),
        "{}",
        found.text()
    );
    assert!(found.errors().is_empty());
    let again = found.press("住所を入れる");
    assert_eq!(again.field("street").value, "神宮前1-2-3", "not twice");
}

#[test]
fn a_code_of_two_prefectures_is_chosen_from_and_one_of_none_is_in_nobodys_way() {
    let newcomer = Newcomer::new();
    let page = newcomer.browser().open(NEW);
    let both = page.fill("postal_code", "4980000").press("住所を入れる");
    assert_eq!(both.field("prefecture").value, "");
    let chosen = both.press("三重県桑名郡木曽岬町");
    assert_eq!(
        (
            chosen.field("prefecture").value.as_str(),
            chosen.field("city").value.as_str()
        ),
        ("三重県", "桑名郡木曽岬町")
    );
    let none = page
        .fill("postal_code", "9999999")
        .fill("city", "どこか市")
        .press("住所を入れる");
    assert_eq!(
        (none.status, none.field("city").value.as_str()),
        (200, "どこか市")
    );
    assert!(none.text().contains("見つかりません"));
    let wrong = page.fill("postal_code", "12").press("住所を入れる");
    assert_eq!(wrong.status, 422);
    assert!(wrong.error("postal_code").is_some());
    // Nothing was written by any of it.
    assert!(
        newcomer
            .lines("select id::text as line from businesses.businesses")
            .is_empty()
    );
}

#[test]
fn an_owner_has_the_same_button_in_the_back_office() {
    let newcomer = Newcomer::new();
    let browser = newcomer.browser();
    newcomer.opened(&browser);
    let page = browser.open(&format!("{OFFICE}/profile"));
    let found = page
        .fill("about_ja", "小さなお店です。")
        .fill("postal_code", "4980000")
        .press("住所を入れる")
        .press("愛知県弥富市");
    assert_eq!(found.field("city").value, "弥富市");
    assert_eq!(found.field("about_ja").value, "小さなお店です。");
    assert_eq!(
        found.field("street").value,
        "神宮前1-2-3",
        "what was typed stays"
    );
    let saved = found.press("保存");
    assert_eq!(saved.flash().as_deref(), Some("店舗情報を保存しました"));
}

#[test]
fn whoever_is_signed_in_may_ask_what_a_code_stands_for() {
    let newcomer = Newcomer::new();
    let path = "/ja/account/postal-codes";
    let told = newcomer.browser().visit(&format!("{path}/1500001"));
    let told: Value = serde_json::from_str(&told.html).unwrap();
    assert_eq!(
        told,
        json!([{"prefecture": "東京都", "city": "渋谷区", "town": "神宮前"}])
    );
    let none = newcomer.browser().visit(&format!("{path}/9999999"));
    assert_eq!((none.status, none.html.as_str()), (200, "[]"));
    assert_eq!(newcomer.browser().visit(&format!("{path}/x")).status, 404);
    assert_eq!(
        newcomer
            .app
            .browser()
            .visit(&format!("{path}/1500001"))
            .status,
        303
    );
}

#[test]
fn with_script_the_address_comes_by_itself() {
    let newcomer = Newcomer::new();
    let Some(window) = Chromium::open(&newcomer.app) else {
        return;
    };
    window.as_of(&newcomer.browser()).visit(NEW);
    window
        .fill("street", "1-2-3")
        .fill("postal_code", "150-0001");
    window.until("document.querySelector('[name=street]').value === '神宮前1-2-3'");
    window.until("document.querySelector('[name=city]').value === '渋谷区'");
    window
        .fill("postal_code", "4980000")
        .until("document.querySelectorAll('.lookup-places button').length === 2");
    window.press("三重県桑名郡木曽岬町");
    window.until("document.querySelector('[name=prefecture]').value === '三重県'");
    assert!(window.complaints().is_empty());
}

fn import(app: &TestApp, bytes: &[u8]) -> Output {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    Command::new(env!("CARGO_BIN_EXE_omotenashi"))
        .arg("import-postal-codes")
        .arg(file.path())
        .env("DATABASE_URL", app.database_url())
        .env("OC_SECRET", "a secret for tests, of 32 bytes and more")
        .output()
        .unwrap()
}

#[test]
fn the_command_brings_the_list_in_whole_or_not_at_all() {
    let newcomer = Newcomer::new();
    let all =
        "select concat_ws(' ', code, prefecture, city, town) as line from platform.postal_codes";
    let list = LIST.lines().take(1).collect::<String>();
    let list = list.replace("1500001", "1500009");
    let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(&list);
    let done = import(&newcomer.app, &bytes);
    assert!(done.status.success(), "{done:?}");
    assert_eq!(
        newcomer.lines(all),
        ["1500009 13 渋谷区 神宮前"],
        "in the place of what was there"
    );
    let wrong = [LIST, "not,a,line\n"].concat();
    let refused = import(&newcomer.app, wrong.as_bytes());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success());
    assert!(
        said.contains("nothing was imported") && said.contains("line 4"),
        "{said}"
    );
    assert_eq!(newcomer.lines(all).len(), 1);
}
