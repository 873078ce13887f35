//! Answers that staff write down, where a guest's latest stand, how long their own page shows them, and how many there may be.

use super::{OFFICE, guests::shop, house, lines, question, yes_or_no};
use crate::{
    public::{
        strict::Strict,
        walk::{JA, held, says, told},
    },
    support::{app::tokyo, build::a_booking},
};
use serde_json::json;

const DESK: &str = "/ja/staff/aoi-salon";

#[test]
fn staff_write_down_what_they_were_told_and_it_is_said_who_did() {
    let (app, cast, aoi) = house();
    let ask =
        |kind: &str, name: &str, more| question(&app, cast.salon.id, &cast.cut, (kind, name), more);
    let allergy = ask(
        "line",
        "アレルギー",
        json!({"is_required": true, "is_health": true}),
    );
    let parking = ask("one", "駐車場", json!({"choices": yes_or_no()}));
    let wording = json!({"wording_ja": "説明を読みました。"});
    let consent = ask("consent", "施術同意書", wording);
    ask("file", "写真", json!({}));
    let old = json!([{"question": uuid::Uuid::nil(), "ja": "前の質問", "en": "", "given": {"text": "残る"}}]);
    let row = json!({"business_id": cast.salon.id, "booking_id": cast.booking.id, "answers": old});
    app.insert(cast.salon.id, "bookings.booking_answers", row);
    let page = format!("{DESK}/bookings/{}", cast.booking.id);
    let form = aoi.open(&page).follow("回答を記入").strict();
    assert!(!form.text().contains("写真"), "files come from guests");
    let (allergy, parking) = (format!("q-{allergy}"), format!("q-{parking}"));
    let wrong = form
        .fill(&allergy, "そば")
        .fill(&parking, "1")
        .tick(&format!("q-{consent}"), "yes")
        .press("回答を保存")
        .strict();
    assert_eq!(wrong.status, 422, "neither agreed to nor signed");
    assert!(wrong.error("q-health").is_some());
    assert_eq!(wrong.field(&allergy).value, "そば");
    let signed = format!("q-{consent}-name");
    let done = wrong
        .form()
        .tick("q-health", "yes")
        .fill(&signed, "大地")
        .press("回答を保存")
        .strict();
    assert_eq!(done.flash().as_deref(), Some("回答を保存しました"));
    let all = [
        "そば",
        "はい",
        "残る",
        "同意済み（署名: 大地）",
        "が記入（",
        "質問への回答を記入",
    ];
    says(&done, &all);
    let card = cast.booking.customer;
    let consents = aoi
        .open(&format!("/ja/owner/aoi-salon/customers/{card}/consents"))
        .strict();
    for agreed in ["施術同意書", "健康に関する情報の取り扱い"] {
        let one = consents.part("article", agreed).text();
        assert!(
            one.contains("ご予約の回答としてスタッフが記入") && one.contains("記入: "),
            "{one}"
        );
    }
    // What is not answered otherwise keeps its moment; what is emptied goes.
    let at = "select one -> 'given' -> 'agreed' ->> 'at' as line from bookings.booking_answers, jsonb_array_elements(answers) one where one -> 'given' -> 'agreed' ->> 'name' <> ''";
    let before = lines(&app, cast.salon.id, at);
    app.clock().set(tokyo("2026-11-20 12:30"));
    let again = done
        .follow("回答を記入")
        .fill(&allergy, "")
        .press("回答を保存");
    assert!(!again.text().contains("そば"));
    says(&again, &["大地", "残る"]);
    assert_eq!(lines(&app, cast.salon.id, at), before);
    let trail = "select count(*) from audit.audit_logs where position('大地' in concat(before_json, after_json)) > 0 and entity = 'booking_answers'";
    assert_eq!(app.count(cast.salon.id, trail), 0);
}

#[test]
fn two_who_write_at_once_are_both_shown_and_only_who_may_read_writes() {
    let (app, cast, aoi) = house();
    let id = question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("line", "アレルギー"),
        json!({}),
    );
    let name = format!("q-{id}");
    let page = format!("{DESK}/bookings/{}/answers", cast.booking.id);
    let (one, other) = (aoi.open(&page), aoi.open(&page));
    one.fill(&name, "そば").press("回答を保存");
    let late = other.fill(&name, "卵").press("回答を保存").strict();
    assert_eq!(late.status, 409);
    assert_eq!(late.field(&name).value, "卵");
    says(&late, &["ほかの方が先に保存した回答", "そば"]);
    let kept = late.form().press("回答を保存").strict();
    says(&kept, &["卵"]);
    // Whoever only presses the other language has not seen what was written since, either.
    let (stale, other) = (aoi.open(&page), aoi.open(&page));
    other.fill(&name, "乳").press("回答を保存");
    let switched = stale.fill(&name, "麦").press("English").strict();
    assert_eq!(switched.field(&name).value, "麦");
    let late = switched.press("Save answers").strict();
    assert_eq!(late.status, 409, "{}", late.text());
    says(&late, &["乳"]);
    app.execute(
        cast.salon.id,
        r#"update businesses.staff_assignments set permissions_json = '{"customers-read": false}' where role = 'service_provider'"#,
    );
    let ben = cast.ben.sign_in(&app);
    assert_eq!(ben.open(&page).status, 403);
    let booking = page.trim_end_matches("/answers");
    assert!(
        !ben.open(booking).html.contains("/answers\""),
        "no way to it"
    );
}

#[test]
fn beside_the_booking_of_a_guest_who_was_forgotten_nothing_is_written() {
    let (app, cast, aoi) = house();
    let id = question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("line", "アレルギー"),
        json!({}),
    );
    let page = format!("{DESK}/bookings/{}", cast.booking.id);
    let note = aoi.open(&page);
    let form = note.follow("回答を記入");
    let form = form.fill(&format!("q-{id}"), "そば");
    let forgotten = format!(
        "update customers set erased_at = now(), user_id = null, name = '', family_name = '', given_name = '', \
         family_name_kana = '', given_name_kana = '', search_key = '', email = null, phone = null where id = '{}'",
        cast.booking.customer
    );
    app.execute(cast.salon.id, forgotten);
    assert_eq!(form.press("回答を保存").status, 404);
    let written = note.fill("note", "肌が弱い").press("メモを保存");
    assert_eq!(written.status, 404, "{}", written.text());
    let left = "select (select count(*) from bookings.booking_answers) + (select count(*) from bookings.bookings where staff_note like '%肌%')";
    assert_eq!(app.count(cast.salon.id, left), 0);
}

#[test]
fn the_card_of_a_guest_has_the_latest_answer_to_each_question() {
    let (app, cast, aoi) = house();
    let given = |booking, all: &[(&str, &str)]| {
        let each = all.iter().map(
            |(ja, text)| json!({"question": null, "ja": ja, "en": "", "given": {"text": text}}),
        );
        let answers: Vec<_> = each.collect();
        let row = json!({"business_id": cast.salon.id, "booking_id": booking, "answers": answers});
        app.insert(cast.salon.id, "bookings.booking_answers", row);
    };
    let earlier = a_booking(&app, &cast.salon, &cast.cut)
        .at("2026-11-10 10:00")
        .build();
    app.execute(
        cast.salon.id,
        format!(
            "update bookings.bookings set customer_id = '{}' where id = '{}'",
            cast.booking.customer, earlier.id
        ),
    );
    given(earlier.id, &[("アレルギー", "甲殻類"), ("ペット", "ポチ")]);
    given(cast.booking.id, &[("アレルギー", "そば")]);
    let card = format!("/ja/owner/aoi-salon/customers/{}", cast.booking.customer);
    let card = aoi.open(&card);
    says(
        &card,
        &["最新の回答", "そば", "11月21日", "ポチ", "11月10日"],
    );
    assert!(!card.text().contains("甲殻類"), "an older one");
    let english = aoi.open(&card.url.replace("/ja/", "/en/"));
    says(&english, &["Latest answers"]);
}

#[test]
fn the_guests_own_page_shows_answers_for_a_week_after_the_visit() {
    let (app, shop, cut) = shop();
    let pet = question(
        &app,
        shop.id,
        &cut,
        ("line", "ペット"),
        json!({"is_required": true}),
    );
    let page = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let done = told(&page, &JA, &[(&format!("q-{pet}"), "ポチ")]).press(JA.confirm);
    says(&done, &["ポチ"]);
    let again = |wall: &str| {
        app.clock().set(tokyo(wall));
        app.browser().open(&done.url)
    };
    says(&again("2026-11-28 14:59"), &["ポチ"]);
    let later = again("2026-11-28 15:01");
    assert!(!later.text().contains("ポチ"));
    says(&later, &["7日が過ぎたため"]);
    // Whoever answered nothing is told nothing.
    app.execute(shop.id, "delete from bookings.booking_answers");
    assert!(!again("2026-11-28 15:02").text().contains("7日が過ぎた"));
}

#[test]
fn the_fullest_form_fits_and_one_question_more_is_refused() {
    let (app, cast, aoi) = house();
    let ids: Vec<_> = (0..20)
        .map(|n| {
            question(
                &app,
                cast.salon.id,
                &cast.cut,
                ("lines", &format!("質問その{n}")),
                json!({}),
            )
        })
        .collect();
    let page = held(&app, &cast.salon, &cast.cut, "11月21日(土) 16:00");
    let long = "鬱".repeat(1000);
    let mut form = page.form();
    for (field, value) in JA.typed {
        form = form.fill(field, value);
    }
    for id in &ids {
        form = form.fill(&format!("q-{id}"), &long);
    }
    let check = form.press(JA.review);
    assert_eq!(check.status, 200, "{:?}", check.errors());
    assert_eq!(check.text().matches(&long).count(), 20);
    let more = aoi.open(&format!("{OFFICE}/new"));
    let refused = more.fill("name_ja", "もう1つ").press("保存").strict();
    assert_eq!(refused.status, 422);
    says(&refused, &["1つのメニューで聞けるのは20個までです"]);
    // One that was there before and is had back waits.
    question(
        &app,
        cast.salon.id,
        &cast.cut,
        ("line", "二十一"),
        json!({}),
    );
    let page = held(&app, &cast.salon, &cast.cut, "11月21日(土) 17:00");
    assert!(!page.text().contains("二十一"));
}
