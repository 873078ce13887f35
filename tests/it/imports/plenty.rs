//! A large file.

use super::{BOOKED, IMPORTS, house};
use crate::support::build::{a_business, a_service};
use std::time::Instant;

#[test]
#[expect(clippy::print_stderr, reason = "how long it took is for whoever asks")]
fn five_thousand_lines_are_a_few_statements_and_end_in_time() {
    let (app, cast, aoi) = house();
    let owner = cast.aoi.user;
    let shop = a_business(&app)
        .slug("aoi-large")
        .owner(owner)
        .staff(12)
        .build();
    a_service(&app, &shop).minutes(30).build();
    let mut file = "予約番号,日付,開始,メニュー,お名前,電話番号\n".to_owned();
    for place in 0..5_000 {
        let (day, slot) = (place / 216, place % 216 / 12);
        let (hours, minutes) = (10 + slot / 2, slot % 2 * 30);
        let date = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap() + chrono::Days::new(day);
        file += &format!("N{place},{date},{hours}:{minutes:02},カット,客 {place},090{place:08}\n");
    }
    let there = IMPORTS.replace("aoi-salon", "aoi-large");
    let csrf = aoi.open(&there).field("csrf").value;
    let csrf = csrf.split(',').next().unwrap().to_owned();
    let columns = crate::operator::scene::multipart(
        &aoi,
        &there,
        &[("csrf", csrf)],
        Some(("a.csv", file.as_bytes())),
    )
    .settled();
    let names = columns.press("次へ");
    let before = app.statements();
    let began = Instant::now();
    let check = names.press("次へ");
    let (looked, asked) = (began.elapsed(), app.statements() - before);
    assert!(
        check.text().contains("入る予約 5,000件"),
        "{}",
        check.text().chars().take(500).collect::<String>()
    );
    let before = app.statements();
    let began = Instant::now();
    let made = check.press("5,000件の予約を取り込む");
    let (wrote, written) = (began.elapsed(), app.statements() - before);
    assert_eq!(made.flash().as_deref(), Some("予約を取り込みました"));
    assert_eq!(app.count(shop.id, BOOKED), 5_000);
    eprintln!("looked: {looked:?} in {asked} statements; wrote: {wrote:?} in {written} statements");
    assert!(asked < 100 && written < 200, "{asked} {written}");
}
