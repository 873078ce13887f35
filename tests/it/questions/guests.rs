//! A guest is asked beforehand, and what they answer stays as they were asked it.

use super::{lines, question, yes_or_no};
use crate::{
    public::{
        strict::Strict,
        walk::{EN, JA, Tongue, held, says, told},
    },
    support::{
        app::{TestApp, TestOptions},
        browser::{Filling, Page},
        build::{Business, Service, a_business, a_service},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

/// 佐藤 alone, from ten to seven; a cut of an hour.
pub(super) fn shop() -> (TestApp, Business, Service) {
    let app = TestApp::start(TestOptions::default());
    let shop = a_business(&app).staff(1).build();
    let cut = a_service(&app, &shop).build();
    (app, shop, cut)
}

/// Choices of these words, with keys from 1.
fn choices(words: &[&str]) -> Value {
    let each = words.iter().zip(1..);
    each.map(|(ja, key)| json!({"key": key, "ja": ja, "en": ""}))
        .collect()
}

/// One of each kind, all of which must be answered.
fn one_of_each(app: &TestApp, shop: &Business, cut: &Service) -> [Uuid; 6] {
    let ask = |kind: &str, name: &str, mut more: Value| {
        more["is_required"] = json!(true);
        question(app, shop.id, cut, (kind, name), more)
    };
    [
        ask("line", "ペットのお名前", json!({})),
        ask("lines", "髪のお悩み", json!({})),
        ask(
            "one",
            "駐車場",
            json!({"choices": choices(&["使う", "使わない"])}),
        ),
        ask(
            "several",
            "飲みもの",
            json!({"choices": choices(&["珈琲", "紅茶", "水"])}),
        ),
        ask("date", "前回の来店日", json!({})),
        ask(
            "consent",
            "施術同意書",
            json!({"wording_ja": "説明を読みました。\n同意します。", "wording_en": "I have read it."}),
        ),
    ]
}

fn as_told<'a>(page: &'a Page, tongue: &Tongue) -> Filling<'a> {
    let mut form = page.form();
    for (field, value) in tongue.typed {
        form = form.fill(field, value);
    }
    form
}

#[test]
fn every_kind_is_asked_complained_about_kept_and_shown() {
    let (app, shop, cut) = shop();
    let [line, text, one, several, date, consent] = one_of_each(&app, &shop, &cut);
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    says(
        &details,
        &[
            "お店からの質問",
            "ペットのお名前 必須",
            "説明を読みました。",
            "署名（お名前）",
        ],
    );
    let name = |id: &Uuid| format!("q-{id}");
    let empty = as_told(&details, &JA).send(JA.review).strict();
    assert_eq!(empty.status, 422);
    for id in [&line, &text, &one, &several, &date, &consent] {
        assert!(empty.error(&name(id)).is_some(), "{:?}", empty.errors());
    }
    assert!(empty.error(&format!("q-{consent}-name")).is_some());
    assert_eq!(empty.field("family_name").value, "山田");
    let wrong = empty
        .form()
        .fill(&name(&line), &"あ".repeat(201))
        .fill(&name(&date), "1880-01-01")
        .tick(&format!("q-{several}-3"), "3")
        .send(JA.review);
    assert_eq!(wrong.status, 422);
    assert!(wrong.error(&name(&line)).unwrap().contains("200文字"));
    assert!(wrong.error(&name(&date)).unwrap().contains("日付"));
    assert!(wrong.error(&name(&several)).is_none());
    assert_eq!(
        wrong.field(&name(&line)).value,
        "あ".repeat(201),
        "kept as typed"
    );
    let check = wrong
        .form()
        .fill(&name(&line), "<ポチ>")
        .fill(&name(&text), "うねり\n白髪")
        .fill(&name(&one), "2")
        .tick(&format!("q-{several}-1"), "1")
        .fill(&name(&date), "1969-07-20")
        .tick(&name(&consent), "yes")
        .fill(&format!("q-{consent}-name"), "山田花子")
        .press(JA.review)
        .strict();
    let answers = [
        "<ポチ>",
        "うねり",
        "使わない",
        "珈琲 · 水",
        "1969年7月20日",
        "同意済み（署名: 山田花子）",
        "同意します。",
    ];
    says(&check, &answers);
    let again = check.follow("回答を変更する").strict();
    assert_eq!(again.field(&name(&date)).value, "1969-07-20");
    assert_eq!(again.field(&format!("q-{consent}-name")).value, "山田花子");
    let done = again.form().press(JA.review).press(JA.confirm).strict();
    assert_eq!(done.heading(), "ご予約が確定しました");
    says(&done, &answers);
    app.execute(
        shop.id,
        "update catalog.questions set name_ja = '別の質問', wording_ja = '別の文', choices = case when kind in ('one', 'several') then '[{\"key\": 2, \"ja\": \"別\", \"en\": \"\"}]'::jsonb else choices end",
    );
    let later = app.browser().open(&done.url);
    says(&later, &answers);
    assert!(!later.text().contains('別'));
    signed(&app, &shop);
}

/// A consent has the name of who signed and the moment.
fn signed(app: &TestApp, shop: &Business) {
    let kept = "select (one -> 'given' -> 'agreed' ->> 'name') || (one -> 'given' -> 'agreed' ->> 'at') as line
        from bookings.booking_answers, jsonb_array_elements(answers) one where one -> 'given' ? 'agreed'";
    let signed = lines(app, shop.id, kept);
    assert!(signed[0].starts_with("山田花子2026-11-20T"), "{signed:?}");
}

#[test]
fn a_question_that_depends_on_another_is_asked_of_those_it_is_for() {
    let (app, shop, cut) = shop();
    let more = json!({"choices": yes_or_no(), "is_required": true});
    let cause = question(&app, shop.id, &cut, ("one", "アレルギー"), more);
    let more = json!({"only_if": cause, "only_if_choice": 1, "is_required": true});
    let which = question(&app, shop.id, &cut, ("line", "何のアレルギー"), more);
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    says(&details, &["「アレルギー」で「はい」を選んだ方のみ"]);
    let (cause, which) = (format!("q-{cause}"), format!("q-{which}"));
    let asked = as_told(&details, &JA).fill(&cause, "1").send(JA.review);
    assert_eq!(asked.status, 422);
    assert!(asked.error(&which).is_some());
    let no = asked
        .form()
        .fill(&cause, "2")
        .fill(&which, "そば")
        .press(JA.review)
        .strict();
    says(&no, &["いいえ"]);
    assert!(!no.text().contains("そば"), "what is not asked is not kept");
    let yes = no
        .follow("回答を変更する")
        .form()
        .fill(&cause, "1")
        .fill(&which, "そば")
        .press(JA.review);
    says(&yes.press(JA.confirm).strict(), &["はい", "そば"]);
}

#[test]
fn what_is_about_health_is_agreed_to_first_and_only_where_something_is_told() {
    let (app, shop, cut) = shop();
    let more = json!({"is_health": true});
    let symptoms = question(&app, shop.id, &cut, ("lines", "症状"), more);
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    says(&details, &["健康に関する情報の取り扱い"]);
    let silent = as_told(&details, &JA).press(JA.review).strict();
    assert_eq!(silent.status, 200);
    assert!(!silent.text().contains("ご質問への回答"));
    let refused = silent
        .follow("変更する お名前")
        .form()
        .fill(&format!("q-{symptoms}"), "頭が痛い")
        .send(JA.review);
    assert_eq!(refused.status, 422);
    assert!(refused.error("q-health").is_some());
    let told = refused
        .form()
        .tick("q-health", "yes")
        .press(JA.review)
        .strict();
    says(
        &told,
        &["健康に関する情報の取り扱い", "同意済み", "頭が痛い"],
    );
    says(&told.press(JA.confirm).strict(), &["頭が痛い"]);
    let letter = app.letter();
    assert!(!letter.text.contains("頭が痛い") && !letter.text.contains("症状"));
}

#[test]
fn nothing_typed_is_lost_in_the_other_language_and_the_words_are_of_the_language_read() {
    let (app, shop, cut) = shop();
    let more = json!({"name_en": "Pet", "is_required": true});
    let pet = question(&app, shop.id, &cut, ("line", "ペット"), more);
    let more = json!({"wording_ja": "同意文", "wording_en": "The terms", "name_en": "Terms"});
    let terms = question(&app, shop.id, &cut, ("consent", "規約"), more);
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let english = as_told(&details, &JA)
        .fill(&format!("q-{pet}"), "ポチ")
        .press(JA.other);
    says(&english, &["Pet", "The terms", "Questions from the shop"]);
    assert_eq!(english.field(&format!("q-{pet}")).value, "ポチ");
    let check = as_told(&english, &EN)
        .tick(&format!("q-{terms}"), "yes")
        .fill(&format!("q-{terms}-name"), "Grace")
        .press(EN.review);
    says(&check, &["The terms", "Agreed (signed: Grace)", "ポチ"]);
    let done = check.press(EN.confirm);
    let japanese = app.browser().open(&done.url.replace("/en/", "/ja/"));
    says(&japanese, &["規約", "同意済み（署名: Grace）", "The terms"]);
}

#[test]
fn a_question_that_comes_while_somebody_books_is_asked_before_they_can() {
    let (app, shop, cut) = shop();
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let check = told(&details, &JA, &[]);
    let more = json!({"is_required": true});
    let pet = question(&app, shop.id, &cut, ("line", "ペット"), more);
    let asked = check.press(JA.confirm);
    assert_eq!(asked.heading(), "お客様情報");
    assert_eq!(asked.field("family_name").value, "山田", "nothing is lost");
    assert_eq!(
        app.count(shop.id, "select count(*) from bookings.bookings"),
        0
    );
    let check = asked
        .form()
        .fill(&format!("q-{pet}"), "ポチ")
        .press(JA.review);
    // And one that goes is not kept.
    app.execute(shop.id, "update catalog.questions set deleted_at = now()");
    let done = check.press(JA.confirm);
    assert_eq!(done.heading(), "ご予約が確定しました");
    assert!(!done.text().contains("ポチ"));
    assert_eq!(
        app.count(shop.id, "select count(*) from bookings.booking_answers"),
        0
    );
}

#[test]
fn choices_of_which_nobody_knows_are_refused_and_boxes_of_nobody_passed_over() {
    let (app, shop, cut) = shop();
    let more = json!({"choices": yes_or_no()});
    let cause = question(&app, shop.id, &cut, ("one", "駐車場"), more);
    let details = held(&app, &shop, &cut, "11月21日(土) 14:00");
    let hold = details.field("hold").value;
    let path = format!("/ja/b/{}/book/details", shop.slug);
    let send = |word: &str| {
        let cause = format!("q-{cause}");
        let pairs = [
            ("hold", hold.as_str()),
            ("family_name", "山田"),
            ("given_name", "花子"),
            ("phone", "09012345678"),
            (&cause, word),
            ("q-11111111-1111-4111-8111-111111111111", "x"),
        ];
        app.browser().post(&path, &pairs)
    };
    assert_eq!(send("9").status, 422);
    assert_eq!(send("はい").status, 422);
    let sound = send("1").settled();
    says(&sound, &["駐車場", "はい"]);
}
