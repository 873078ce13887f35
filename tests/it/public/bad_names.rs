//! Names that look like programs, and letters that few programs know (RELIABILITY.md ).

use super::{
    bad_input::house,
    walk::{JA, booked, held, told},
};
use crate::support::sql;
use unicode_normalization::UnicodeNormalization;

#[test]
fn a007_and_a008_names_are_kept_and_shown_as_they_were_typed() {
    let (app, cast, _browser) = house();
    let aoi = cast.aoi.sign_in(&app);
    for (place, (family, given)) in [
        ("O'Brien", "Null"),
        ("Robert'); DROP TABLE bookings;--", "true"),
        ("{{7*7}}", "${7*7}"),
        ("%s%n", "&lt;b&gt;"),
        ("𠮟", "髙﨑"),
        ("葛\u{E0100}", "ﾀﾛｳ"),
        ("か\u{3099}とう", "ゔ"),
        ("<script>alert(1)</script>", "\"><img src=x>"),
    ]
    .into_iter()
    .enumerate()
    {
        let details = held(
            &app,
            &cast.salon,
            &cast.cut,
            &format!("11月22日(日) {}:00", 10 + place),
        );
        // Nobody books so often under one address.
        let (phone, email) = (
            format!("090-1234-56{place:02}"),
            format!("guest{place}@example.com"),
        );
        let page = told(
            &details,
            &JA,
            &[
                ("family_name", family),
                ("given_name", given),
                ("phone", &phone),
                ("email", &email),
            ],
        );
        assert_eq!(page.status, 200, "{family} {given}: {:?}", page.errors());
        let page = page.press(JA.confirm);
        assert_eq!(page.heading(), "ご予約が確定しました", "{family} {given}");
        let kept = sql::lines(
            &mut sql::connect_within(app.database_url(), Some(cast.salon.id)),
            "select family_name || '|' || given_name as line from customers order by created_at desc limit 1",
        );
        let desk = aoi.open("/ja/staff/aoi-salon/today?date=2026-11-22");
        let (family_kept, given_kept) = kept[0].split_once('|').unwrap();
        assert!(
            desk.text().contains(family_kept) && desk.text().contains(given_kept),
            "{kept:?} in {}",
            desk.text()
        );
        assert!(
            !desk.html.contains("<script>alert") && !desk.html.contains("<img src=x"),
            "{family}"
        );
        // Full width and half width, one letter or two: the same name may be normalised, nothing may be lost.
        let same = |text: &str| text.nfkc().collect::<String>();
        assert_eq!(
            (same(family_kept), same(given_kept)),
            (same(family), same(given))
        );
    }
    let pages = booked(&app, &cast.salon, &cast.cut, "11月21日(土) 16:00");
    assert_eq!(pages.status, 200, "and the site goes on");
}

#[test]
fn a010_letters_that_turn_or_hide_a_name_are_not_believed() {
    let (app, cast, _browser) = house();
    // A mark or two is a letter of some language; two hundred hide the line above. A letter that only turns is none.
    let cases = [
        ('\u{202E}', 2, 0),
        ('\u{2066}', 2, 0),
        ('\u{200B}', 2, 0),
        ('\u{0301}', 200, 8),
    ];
    for (place, (letter, typed, fair)) in cases.into_iter().enumerate() {
        let given = format!("花{}子", letter.to_string().repeat(typed));
        let details = held(
            &app,
            &cast.salon,
            &cast.cut,
            &format!("11月22日(日) {}:00", 10 + place),
        );
        let page = told(&details, &JA, &[("given_name", &given)]);
        assert_eq!(page.status, 200, "{letter:?} is dropped without a word");
        assert_eq!(page.text().matches(letter).count(), fair, "{letter:?}");
        let kept = format!("花{}子", letter.to_string().repeat(fair));
        assert!(page.text().contains(&kept), "{letter:?}: {}", page.text());
    }
}

#[test]
fn a_name_that_nobody_can_see_is_no_name() {
    let (app, cast, _browser) = house();
    let details = held(&app, &cast.salon, &cast.cut, "11月22日(日) 10:00");
    let page = told(&details, &JA, &[("family_name", "\u{3164}\u{200B}")]);
    assert_eq!(page.status, 422);
    assert_eq!(page.error("family_name").unwrap(), "姓を入力してください");
}
