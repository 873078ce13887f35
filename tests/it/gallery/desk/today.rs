//! The first page of the morning: figures, the day as a list, rows of people.

use super::{Ctx, Lang, block, nav, shop, word};
use askama::Template;
use omotenashi::web::ui::{
    buttons::{LinkButton, PostButton, Voice},
    day_list::{DayList, DayListRow, RowAct},
    empty::Empty,
    flash::Flash,
    frame::ShopFrame,
    icon::Icon,
    nav::Nav,
    post_form::PostForm,
    status_badge::{StatusBadge, Tone},
    text_field::{Entry, TextField},
};

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/desk.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}<div class="desk-head"><h1>{{ heading }}</h1></div>
<dl class="figures">{% for (name, figure) in figures %}<div><dt>{{ name }}</dt><dd>{{ figure }}</dd></div>{% endfor %}</dl>
{{ list }}
<section class="section"><h2>{{ customers }}</h2><form class="toolbar" method="get">{{ search }}</form>
<table class="table table-cards"><thead><tr>{% for name in names %}<th scope="col">{{ name }}</th>{% endfor %}</tr></thead><tbody>{% for (name, phone, visits, spent) in people %}<tr><th scope="row"><a href="#main">{{ name }}</a></th><td data-name="{{ names[1] }}">{{ phone }}</td><td class="amount" data-name="{{ names[2] }}">{{ visits }}</td><td class="amount" data-name="{{ names[3] }}">{{ spent }}</td></tr>{% endfor %}</tbody></table></section>
<div class="section">{{ nothing }}</div>{% endblock %}"##
)]
struct Today {
    ctx: Ctx,
    shop: ShopFrame,
    nav: Nav,
    heading: String,
    figures: Vec<(String, String)>,
    list: DayList,
    customers: String,
    search: TextField,
    names: Vec<String>,
    people: Vec<(String, String, String, String)>,
    nothing: Empty,
}

fn act(lang: Lang, ja: &str, en: &str, about: &str, voice: Voice) -> PostButton {
    PostButton {
        label: lang.say(ja, en),
        about: Some(about.to_owned()),
        form: PostForm {
            action: "act".into(),
            hidden: vec![("csrf".into(), "k3y".into())],
        },
        voice,
        small: true,
    }
}

pub fn today(lang: Lang) -> String {
    Today {
        ctx: Ctx {
            flash: Some(Flash {
                words: lang.say(
                    "山田 花子様の予約を承認しました。",
                    "Approved the booking of Hanako Yamada.",
                ),
                undo: Some(act(lang, "元に戻す", "Undo", "", Voice::Text)),
                ..Default::default()
            }),
            ..Ctx::of(lang, "today")
        },
        shop: shop(lang, "ai"),
        nav: nav(lang, 0),
        heading: lang.say("今日 11月20日(金)", "Today, Fri, 20 Nov"),
        figures: vec![
            (lang.say("予約", "Bookings"), lang.say("12件", "12")),
            (
                lang.say("承認待ち", "Awaiting approval"),
                lang.say("2件", "2"),
            ),
            (
                lang.say("見込み売上", "Expected takings"),
                lang.say("98,450円", "¥98,450"),
            ),
            (lang.say("空き", "Free"), lang.say("5枠", "5 slots")),
        ],
        list: list(lang),
        customers: lang.say("お客様", "Customers"),
        search: TextField {
            name: "q".into(),
            label: lang.say("お名前・電話番号", "Name or phone"),
            entry: Entry::Search,
            ..Default::default()
        },
        names: vec![
            lang.say("お名前", "Name"),
            lang.say("電話番号", "Phone"),
            lang.say("来店回数", "Visits"),
            lang.say("累計", "Spent"),
        ],
        people: people(lang),
        nothing: nothing(lang),
    }
    .to_string()
}

fn list(lang: Lang) -> DayList {
    let rows = [
        (870, 120, Tone::Serving),
        (900, 60, Tone::Arrived),
        (930, 60, Tone::Confirmed),
        (960, 90, Tone::Awaiting),
        (1020, 60, Tone::Unpaid),
        (600, 60, Tone::NoShow),
    ];
    let rows = rows
        .into_iter()
        .map(|(start, minutes, tone)| {
            let block = block(lang, start, minutes, tone);
            let acts = match tone {
                Tone::Confirmed => vec![act(lang, "来店", "Arrived", &block.name, Voice::Quiet)],
                Tone::Awaiting => vec![
                    act(lang, "承認", "Approve", &block.name, Voice::Main),
                    act(lang, "お断り", "Decline", &block.name, Voice::DangerQuiet),
                ],
                Tone::Arrived => vec![act(lang, "開始", "Start", &block.name, Voice::Quiet)],
                _ => vec![],
            };
            DayListRow {
                time: block.time,
                until: format!("〜{}:{:02}", (start + minutes) / 60, (start + minutes) % 60),
                name: block.name,
                url: "#main".into(),
                facts: format!("{} · {}", block.note, lang.pick("担当 佐藤", "with Sato")),
                tags: if start == 930 {
                    vec![
                        lang.say("初めて", "First visit"),
                        lang.say("指名", "Requested"),
                    ]
                } else {
                    vec![]
                },
                badge: StatusBadge {
                    tone,
                    word: word(lang, tone),
                },
                acts: acts.into_iter().map(RowAct::from).collect(),
                ..Default::default()
            }
        })
        .collect();
    DayList {
        rows,
        carried: PostForm::default(),
        now: Some((2, lang.word("ui-now", &[("time", "15:12")]))),
    }
}

fn people(lang: Lang) -> Vec<(String, String, String, String)> {
    let person = |name: (&str, &str), phone: &str, visits: &str, spent: &str| {
        (
            lang.say(name.0, name.1),
            phone.to_owned(),
            visits.to_owned(),
            lang.pick(format!("{spent}円"), format!("¥{spent}")),
        )
    };
    vec![
        person(
            ("山田 花子", "Hanako Yamada"),
            "090-1234-5678",
            "12",
            "145,200",
        ),
        person(
            ("田中 一郎", "Ichiro Tanaka"),
            "080-2345-6789",
            "3",
            "16,500",
        ),
    ]
}

fn nothing(lang: Lang) -> Empty {
    Empty {
        icon: Icon::Calendar,
        words: lang.say(
            "明日の予約はまだありません。",
            "No bookings for tomorrow yet.",
        ),
        ways: vec![
            LinkButton {
                label: lang.say("電話予約を追加", "Add a phone booking"),
                url: "#main".into(),
                voice: Voice::Quiet,
                small: true,
                ..Default::default()
            },
            LinkButton {
                label: lang.say("予約ページのQRを印刷", "Print the QR of the booking page"),
                url: "#main".into(),
                voice: Voice::Text,
                small: true,
                ..Default::default()
            },
        ],
    }
}
