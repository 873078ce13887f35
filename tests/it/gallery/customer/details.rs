//! The questions, two of them answered badly.

use super::{Ctx, Lang, hold, shop, steps, summary};
use askama::Template;
use omotenashi::web::ui::{
    buttons::{LinkButton, Submit, Voice},
    choice_field::{Choice, ChoiceField},
    error_summary::{Complaint, ErrorSummary},
    frame::ShopFrame,
    hold_notice::HoldNotice,
    mark::Mark,
    select_field::SelectField,
    steps::Steps,
    summary_list::SummaryList,
    text_area::TextArea,
    text_field::{Entry, TextField},
};

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/public.html" %}
{% block room %} class="roomy"{% endblock %}
{% block title %}{{ heading }}{% endblock %}
{% block errors %}{{ errors }}{% endblock %}
{% block main %}{{ steps }}<div class="split"><div><div class="head"><h1>{{ heading }}</h1></div>{{ hold }}<form method="post" action="details" novalidate data-once>
<div class="field-pair">{{ family }}{{ given }}</div>{{ phone }}{{ email }}{{ visit }}{{ area }}{{ note }}{{ agree }}
<div class="actions">{{ send }}{{ back }}</div></form></div><aside class="aside sheet"><h2>{{ chosen }}</h2>{{ summary }}</aside></div>{% endblock %}"##
)]
struct Details {
    ctx: Ctx,
    shop: ShopFrame,
    steps: Steps,
    errors: ErrorSummary,
    heading: String,
    hold: HoldNotice,
    family: TextField,
    given: TextField,
    phone: TextField,
    email: TextField,
    visit: ChoiceField,
    area: SelectField,
    note: TextArea,
    agree: ChoiceField,
    send: Submit,
    back: LinkButton,
    chosen: String,
    summary: SummaryList,
}

fn question(lang: Lang, name: &str, label: (&str, &str), entry: Entry) -> TextField {
    TextField {
        name: name.into(),
        label: lang.say(label.0, label.1),
        entry,
        mark: Mark::required(lang.word("ui-required", &[])),
        ..Default::default()
    }
}

fn choice(lang: Lang, value: &str, label: (&str, &str), chosen: bool) -> Choice {
    Choice {
        value: value.into(),
        label: lang.say(label.0, label.1),
        chosen,
        ..Default::default()
    }
}

fn visit(lang: Lang) -> ChoiceField {
    ChoiceField {
        name: "visit".into(),
        legend: lang.say("ご来店は", "Have you visited before?"),
        options: vec![
            choice(lang, "first", ("はじめて", "First visit"), true),
            choice(lang, "again", ("2回目以降", "Returning"), false),
        ],
        side_by_side: true,
        mark: Mark::required(lang.word("ui-required", &[])),
        ..Default::default()
    }
}

fn area(lang: Lang) -> SelectField {
    SelectField {
        name: "prefecture".into(),
        label: lang.say("都道府県", "Prefecture"),
        options: vec![
            choice(lang, "13", ("東京都", "Tokyo"), true),
            choice(lang, "14", ("神奈川県", "Kanagawa"), false),
        ],
        fill: Some("address-level1"),
        mark: Mark::optional(lang.word("ui-optional", &[])),
        ..Default::default()
    }
}

fn note(lang: Lang) -> TextArea {
    TextArea {
        name: "note".into(),
        label: lang.say("備考・ご要望", "Notes and requests"),
        mark: Mark::optional(lang.word("ui-optional", &[])),
        hint: Some(lang.say(
            "アレルギーや苦手な香りがあればお書きください",
            "Tell us about allergies or scents you dislike",
        )),
        ..Default::default()
    }
}

fn agree(lang: Lang) -> ChoiceField {
    let words = ("お店からのお知らせを受け取る", "Receive news from the shop");
    ChoiceField {
        name: "agree".into(),
        several: true,
        options: vec![Choice {
            note: Some(lang.say(
                "いつでも配信を止められます",
                "You can stop them at any time",
            )),
            ..choice(lang, "yes", words, false)
        }],
        ..Default::default()
    }
}

pub fn details(lang: Lang) -> String {
    let wrong = lang.say(
        "電話番号は10桁または11桁で入力してください（例: 09012345678）",
        "Enter a phone number with 10 or 11 digits, e.g. 09012345678",
    );
    let missing = lang.say("お名前を入力してください", "Enter your name");
    let complaint = |field: &str, words: &String| Complaint {
        field: Some(field.into()),
        words: words.clone(),
    };
    Details {
        ctx: Ctx::of(lang, "details"),
        shop: shop(lang, "ai"),
        steps: steps(lang, 2),
        errors: ErrorSummary {
            title: lang.word("ui-error-title", &[("count", "2")]),
            complaints: vec![complaint("family", &missing), complaint("phone", &wrong)],
        },
        heading: lang.say("お客様情報", "Your details"),
        hold: hold(lang),
        family: TextField {
            complaint: Some(missing),
            ..question(lang, "family", ("姓", "Family name"), Entry::FamilyName)
        },
        given: TextField {
            value: lang.say("花子", "Hanako"),
            ..question(lang, "given", ("名", "Given name"), Entry::GivenName)
        },
        phone: TextField {
            value: "0901234".into(),
            hint: Some(lang.say(
                "当日の急なご連絡にだけ使います",
                "Only for urgent calls on the day",
            )),
            complaint: Some(wrong),
            ..question(lang, "phone", ("電話番号", "Phone number"), Entry::Phone)
        },
        email: TextField {
            value: "hanako@example.com".into(),
            ..question(lang, "email", ("メールアドレス", "Email"), Entry::Email)
        },
        visit: visit(lang),
        area: area(lang),
        note: note(lang),
        agree: agree(lang),
        send: Submit {
            label: lang.say("確認画面へ進む", "Review booking"),
            wide: true,
            ..Default::default()
        },
        back: LinkButton {
            label: lang.word("ui-back", &[]),
            url: "#main".into(),
            voice: Voice::Text,
            ..Default::default()
        },
        chosen: lang.say("ご予約の内容", "Your booking"),
        summary: summary(lang, false),
    }
    .to_string()
}
