//! The pages with questions in the real browser: looked at in both languages, and a question that waits for its cause.

use super::{house, question, yes_or_no};
use crate::{
    public::walk::times,
    support::{app::TestApp, chromium::Chromium, eye::Eye, people::Cast},
};
use serde_json::json;

/// What the headings and buttons of a language are.
const TONGUES: [(&str, [&str; 8]); 2] = [
    (
        "ja",
        [
            "事前の質問",
            "質問を追加",
            "保存",
            "質問を変更",
            "日時の選択",
            "お客様情報",
            "確認画面へ進む",
            "ご予約内容の確認",
        ],
    ),
    (
        "en",
        [
            "Questions for guests",
            "Add question",
            "Save",
            "Edit question",
            "Date and time",
            "Your details",
            "Review booking",
            "Review your booking",
        ],
    ),
];

/// A question and one that hangs on it, a consent and a text about health.
fn questions(app: &TestApp, cast: &Cast) -> [uuid::Uuid; 4] {
    let ask = |kind: &str, name: (&str, &str), mut more: serde_json::Value| {
        more["name_en"] = json!(name.1);
        question(app, cast.salon.id, &cast.cut, (kind, name.0), more)
    };
    let choices = json!({"choices": yes_or_no(), "is_required": true});
    let cause = ask("one", ("アレルギーはありますか", "Any allergies?"), choices);
    let which = json!({"only_if": cause, "only_if_choice": 1, "is_required": true});
    let which = ask("line", ("何のアレルギーですか", "Which ones?"), which);
    let wording = json!({"wording_ja": "薬剤の説明を読みました。", "wording_en": "I have read about the lotion."});
    let consent = ask("consent", ("施術同意書", "Consent"), wording);
    let health =
        json!({"is_health": true, "description_ja": "いつから", "description_en": "Since when"});
    let health = ask("lines", ("気になる症状", "Symptoms"), health);
    let hint = json!({"description_ja": "新しいものを", "description_en": "Recent ones"});
    ask("file", ("髪の写真", "Photos of your hair"), hint);
    [cause, which, consent, health]
}

#[test]
fn every_page_with_questions_is_whole_in_each_size_and_light() {
    let (app, cast, aoi) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    for (code, [title, new, save, edit, ..]) in TONGUES {
        app.execute(cast.salon.id, "delete from catalog.questions");
        window.as_of(&aoi);
        let mut eye = Eye::new(&window, true);
        let path = |rest: &str| format!("/{code}/owner/aoi-salon/questions{rest}");
        eye.visit(&path(""), title);
        let [cause, which, ..] = questions(&app, &cast);
        eye.visit(&path(""), title);
        eye.visit(&path("/new"), new);
        eye.press_in_vain(save, new);
        eye.visit(&path(&format!("/{cause}")), edit);
        eye.visit(&path(&format!("/{which}")), edit);
        let (write, save) = match code {
            "ja" => ("回答を記入", "回答を保存"),
            _ => ("Write down answers", "Save answers"),
        };
        let desk = format!(
            "/{code}/staff/aoi-salon/bookings/{}/answers",
            cast.booking.id
        );
        eye.visit(&desk, write);
        window.fill(&format!("q-{cause}"), "1");
        window.execute("document.querySelector('[name$=\"-name\"]').value = 'x'");
        eye.press_in_vain(save, write);
        eye.close("office/questions");
    }
}

#[test]
fn a_guest_sees_a_question_when_it_matters_and_every_page_is_whole() {
    let (app, cast, _) = house();
    let Some(window) = Chromium::open(&app) else {
        return;
    };
    let [cause, which, consent, _] = questions(&app, &cast);
    for (code, [.., when, details, review, _]) in TONGUES {
        let mut eye = Eye::new(&window, true);
        let path = times(code, &cast.salon, &cast.cut, "&view=table");
        window.visit(&path);
        eye.arrives(when);
        window.execute("document.querySelector('button.time, td button, [name=start]').click()");
        eye.arrives(details).look("as it opens");
        let is_shown = format!("document.getElementById('field-q-{which}').offsetParent !== null");
        let shown = || window.execute(&format!("return {is_shown}")).as_bool();
        assert_eq!(shown(), Some(false), "nobody has said yes");
        window.fill(&format!("q-{cause}"), "1");
        assert_eq!(shown(), Some(true));
        window.fill(&format!("q-{cause}"), "2");
        assert_eq!(shown(), Some(false));
        window.fill(&format!("q-{cause}"), "1");
        eye.press_in_vain(review, details);
        assert_eq!(shown(), Some(true), "its complaint is seen");
        window.fill(&format!("q-{which}"), "そば");
        window.fill(&format!("q-{consent}"), "yes");
        eye.press_in_vain(review, details);
        let put = "const file = new File(['no picture'], 'とても長い名前の写真-'.repeat(4) + '.jpg', {type: 'image/jpeg'});
            const all = new DataTransfer(); all.items.add(file);
            document.querySelector('input[type=file]').files = all.files;
            document.getElementById('errors').remove();";
        window.execute(put);
        eye.press_in_vain(review, details);
        eye.close("guests/questions");
    }
}
