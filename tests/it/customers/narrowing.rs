//! The list narrowed down: by what the shop knows of guests, by a part of the list, in another order, and as a file.

use super::{CARDS, a_card, house, names};
use crate::support::{app::TestApp, browser::Browser, build::a_booking, people::Cast};
use omotenashi::base::ids::CustomerId;
use serde_json::json;

/// Visits of one guest, on these days.
fn visits(app: &TestApp, cast: &Cast, card: CustomerId, days: &[&str]) {
    for day in days {
        let made = a_booking(app, &cast.salon, &cast.cut)
            .at(day)
            .status("completed")
            .build();
        let pass = format!(
            "update bookings.bookings set customer_id = '{card}' where number = '{}'",
            made.number
        );
        app.execute(cast.salon.id, pass);
        let rest = format!(
            "update customers set deleted_at = now() where id = '{}'",
            made.customer
        );
        app.execute(cast.salon.id, rest);
    }
}

/// Five guests who differ in everything that can be asked for.
fn five(app: &TestApp, cast: &Cast) {
    app.execute(cast.salon.id, "update customers set deleted_at = now()");
    let card = |name: &str, kana: &str, more| a_card(app, cast, (name, kana), more);
    let abe = card("阿部 花", "アベ ハナ", json!({"is_vip": true}));
    let gato = card("賀藤 愛", "ガトウ アイ", json!({"no_show_count": 2}));
    let sato = card(
        "佐藤 緑",
        "サトウ ミドリ",
        json!({"blocked_at": "2026-11-01T00:00:00Z"}),
    );
    card("Smith John", "", json!({}));
    card("渡辺 健", "", json!({"no_show_count": 1, "is_vip": true}));
    visits(
        app,
        cast,
        abe,
        &["2026-05-01 14:00", "2026-06-01 14:00", "2026-08-22 14:00"],
    );
    visits(app, cast, gato, &["2026-08-23 14:00"]);
    visits(app, cast, sato, &["2026-11-10 14:00", "2026-11-12 14:00"]);
    for (guest, withdrawn) in [(abe, None), (sato, Some("2026-11-11T00:00:00Z"))] {
        let row = json!({"business_id": cast.salon.id, "customer_id": guest, "kind": "marketing", "wording": "お知らせを送ります",
            "agreed_on": "2026-11-10", "withdrawn_on": withdrawn.map(|_| "2026-11-11"), "withdrawn_at": withdrawn});
        app.insert(cast.salon.id, "bookings.consents", row);
    }
}

fn listed(who: &Browser, query: &str) -> Vec<String> {
    let page = who.open(&format!("{CARDS}?{query}"));
    assert_eq!(page.status, 200, "{query}: {}", page.text());
    let names = names(&page);
    let heading = page.heading();
    assert_eq!(heading, format!("お客様 {}名", names.len()), "{query}");
    let plain = names.iter().map(|name| name.trim_end_matches(" 様"));
    plain.map(str::to_owned).collect()
}

#[test]
fn conditions_go_together_and_the_heading_counts_them() {
    let (app, cast) = house();
    five(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    let all = ["Smith John", "阿部 花", "賀藤 愛", "佐藤 緑", "渡辺 健"];
    for (query, wanted) in [
        ("", &all[..]),
        ("vip=on", &["阿部 花", "渡辺 健"]),
        ("blocked=on", &["佐藤 緑"]),
        ("missed=1", &["賀藤 愛", "渡辺 健"]),
        ("missed=%EF%BC%92", &["賀藤 愛"]),
        // Ninety days before the 20th of November is the 22nd of August, and that day is among them.
        ("away=90", &["阿部 花"]),
        ("away=89", &["阿部 花", "賀藤 愛"]),
        ("visits=1", &["阿部 花", "賀藤 愛", "佐藤 緑"]),
        ("visits=3", &["阿部 花"]),
        ("letters=on", &["阿部 花"]),
        ("vip=on&missed=1", &["渡辺 健"]),
        ("vip=on&away=1&letters=on", &["阿部 花"]),
        ("q=%E3%81%82%E3%81%B9&missed=1", &[]),
    ] {
        assert_eq!(listed(&aoi, query), wanted, "{query}");
    }
    let page = aoi.open(CARDS);
    let narrowed = page
        .fill("visits", "2")
        .fill("order", "often")
        .press("検索");
    assert_eq!(names(&narrowed), ["阿部 花 様", "佐藤 緑 様"]);
    assert_eq!(narrowed.field("visits").value, "2");
    assert!(narrowed.text().contains("絞り込み（1件の条件）"));
    assert!(narrowed.html.contains("<details class=\"narrow\" open>"));
}

#[test]
fn the_list_has_parts_and_orders() {
    let (app, cast) = house();
    five(&app, &cast);
    for (name, kana) in [
        ("小さい 文字", "ァベ ハナ"),
        ("一二三 四郎", "ヴァン ゴ"),
        ("濁点 半濁", "パク ジミン"),
        ("んんん", "ンジャイ モ"),
        ("ゐ", "ヰノウエ サブロウ"),
        ("１２３", ""),
        ("žižek", ""),
    ] {
        a_card(&app, &cast, (name, kana), json!({}));
    }
    let aoi = cast.aoi.sign_in(&app);
    for (part, wanted) in [
        ("a", &["小さい 文字", "阿部 花", "一二三 四郎"][..]),
        ("ka", &["賀藤 愛"]),
        ("sa", &["佐藤 緑"]),
        ("ta", &[]),
        ("na", &[]),
        ("ha", &["濁点 半濁"]),
        ("wa", &["ゐ", "んんん"]),
        ("letters", &["Smith John", "žižek"]),
        ("other", &["１２３", "渡辺 健"]),
    ] {
        let found = listed(&aoi, &format!("part={part}"));
        // The small letter may stand on either side of the large one.
        let mut sorted = (found.clone(), wanted.to_vec());
        sorted.0.sort();
        sorted.1.sort();
        assert_eq!(sorted.0, sorted.1, "{part}");
    }
    let vips = aoi.open(&format!("{CARDS}?vip=on")).follow("あ");
    assert_eq!(names(&vips), ["阿部 花 様"], "the rest is still asked for");
    let recent = listed(&aoi, "order=recent");
    assert_eq!(recent[..3], ["佐藤 緑", "賀藤 愛", "阿部 花"]);
    assert_eq!(recent.len(), 12, "who never was here comes last");
    let often = listed(&aoi, "order=often");
    assert_eq!(often[..3], ["阿部 花", "佐藤 緑", "賀藤 愛"]);
}

#[test]
fn pages_go_forward_and_back_in_every_order() {
    let (app, cast) = house();
    app.execute(cast.salon.id, "update customers set deleted_at = now()");
    for place in 0..65 {
        let card = a_card(
            &app,
            &cast,
            (&format!("佐藤 {place}"), "サトウ アイ"),
            json!({}),
        );
        if place % 20 == 0 {
            visits(
                &app,
                &cast,
                card,
                &[&format!("2026-11-10 {}:00", 10 + place / 20)],
            );
        }
    }
    let aoi = cast.aoi.sign_in(&app);
    for order in ["", "recent", "often"] {
        let first = aoi.open(&format!("{CARDS}?order={order}"));
        let second = first.follow("次のページ");
        let third = second.follow("次のページ");
        assert!(!third.text().contains("次のページ") && !first.text().contains("前のページ"));
        let mut seen = [names(&first), names(&second), names(&third)].concat();
        let back = third.follow("前のページ");
        assert_eq!(names(&back), names(&second), "{order}");
        let start = back.follow("前のページ");
        assert_eq!(names(&start), names(&first), "{order}");
        assert!(!start.text().contains("前のページ"), "{order}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 65, "{order}");
        // Who is taken out of the list meanwhile leaves a first page that is full.
        let anchor = second.link("前のページ");
        let gone =
            "update customers set deleted_at = now() where name in ('佐藤 0', '佐藤 1', '佐藤 2')";
        app.execute(cast.salon.id, gone);
        assert_eq!(names(&aoi.open(&anchor)).len(), 30, "{order}");
        let living =
            "update customers set deleted_at = null where name in ('佐藤 0', '佐藤 1', '佐藤 2')";
        app.execute(cast.salon.id, living);
    }
}

#[test]
fn what_is_not_understood_is_said_and_kept() {
    let (app, cast) = house();
    let aoi = cast.aoi.sign_in(&app);
    for (query, field, words) in [
        ("away=x", "away", "数字で入力してください"),
        ("away=0", "away", "1から3,650までの数を入力してください"),
        ("visits=99999999999", "visits", "数字で入力してください"),
        ("missed=-1", "missed", "数字で入力してください"),
        ("order=sideways", "order", "並び順を選んでください"),
    ] {
        let page = aoi.open(&format!("{CARDS}?{query}"));
        assert_eq!(page.status, 422, "{query}");
        let said = page.error(field).unwrap_or_default();
        assert!(said.contains(words), "{query}: {said}");
        assert!(names(&page).is_empty(), "{query}");
        assert_eq!(page.heading(), "お客様");
    }
    assert_eq!(
        aoi.open(&format!("{CARDS}?away=x")).field("away").value,
        "x"
    );
    let part = aoi.open(&format!("{CARDS}?part=%27"));
    assert_eq!(part.status, 422);
    assert!(
        part.errors()
            .concat()
            .contains("五十音の行を選んでください")
    );
    for odd in ["after=x", "before=%00", "vip=%3Cb%3E", "tag=%25", "q=%5C"] {
        assert_eq!(aoi.open(&format!("{CARDS}?{odd}")).status, 200, "{odd}");
    }
    assert_eq!(aoi.open(&format!("{CARDS}/export?away=x")).status, 400);
}

#[test]
fn the_file_has_whom_the_list_was_narrowed_down_to() {
    let (app, cast) = house();
    five(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    let page = aoi
        .open(&format!("{CARDS}?visits=2"))
        .follow("名簿の書き出し");
    assert!(
        page.text().contains("絞り込んだ2名を書き出します。"),
        "{}",
        page.text()
    );
    let file = page.fill("script", "utf-8").send("書き出す");
    assert_eq!(file.status, 200);
    assert!(
        file.html.contains("阿部") && file.html.contains("佐藤"),
        "{}",
        file.html
    );
    assert_eq!(file.html.lines().count(), 3, "{}", file.html);
    let whole = aoi.open(CARDS).follow("名簿の書き出し");
    assert!(!whole.text().contains("絞り込んだ"));
    let file = whole.fill("script", "utf-8").send("書き出す");
    assert_eq!(file.html.lines().count(), 6, "{}", file.html);
}

#[test]
fn a_page_of_the_list_asks_no_more_for_more_guests() {
    let (app, cast) = house();
    five(&app, &cast);
    let aoi = cast.aoi.sign_in(&app);
    let asked = |query: &str| {
        aoi.open(&format!("{CARDS}?{query}"));
        let before = app.statements();
        aoi.open(&format!("{CARDS}?{query}"));
        app.statements() - before
    };
    let few = asked("order=recent&visits=1&q=%E3%81%82");
    for place in 0..40 {
        let card = a_card(
            &app,
            &cast,
            (&format!("佐藤 {place}"), "サトウ アイ"),
            json!({}),
        );
        let day = format!("2026-10-{:02} {}:00", 1 + place % 28, 10 + place / 28);
        visits(&app, &cast, card, &[&day]);
    }
    let many = asked("order=recent&visits=1");
    assert_eq!(few, many);
    assert_eq!(asked(""), many, "and none for what it is narrowed by");
    assert!(
        many <= 14,
        "the list takes {many} statements with those of signing in"
    );
}
