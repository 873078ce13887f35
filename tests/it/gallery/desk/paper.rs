//! The sheet that lies on the counter.

use super::{Ctx, Lang, block};
use askama::Template;
use omotenashi::web::ui::status_badge::Tone;

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/print.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}<div class="paper-head"><h1>{{ heading }}</h1><span>{{ place }}</span></div>
<table class="paper-sheet"><thead><tr>{% for name in names %}<th scope="col">{{ name }}</th>{% endfor %}</tr></thead><tbody>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}<td class="box">□</td></tr>{% endfor %}</tbody></table>
<p class="paper-foot">{{ foot }}</p>{% endblock %}"##
)]
struct Paper {
    ctx: Ctx,
    heading: String,
    place: String,
    names: Vec<String>,
    rows: Vec<Vec<String>>,
    foot: String,
}

pub fn paper(lang: Lang) -> String {
    let row = |start: u16| {
        let block = block(lang, start, 60, Tone::Confirmed);
        vec![
            block.time,
            block.name,
            "1".into(),
            block.note,
            lang.say("佐藤", "Sato"),
            "…5678".into(),
        ]
    };
    Paper {
        ctx: Ctx::of(lang, "paper"),
        heading: lang.say("本日の予約表", "Bookings today"),
        place: lang.say(
            "ヘアサロン花 2026年11月20日(金)",
            "Hair Salon Hana, Fri, 20 Nov 2026",
        ),
        names: lang
            .pick(
                [
                    "時刻",
                    "お客様名",
                    "人数",
                    "メニュー",
                    "担当",
                    "電話",
                    "来店",
                ],
                [
                    "Time", "Customer", "People", "Service", "Staff", "Phone", "Here",
                ],
            )
            .map(str::to_owned)
            .to_vec(),
        rows: (20..38).map(|half| row(half * 30)).collect(),
        foot: lang.say("印刷: 11月20日 8:45", "Printed 20 Nov 8:45"),
    }
    .to_string()
}
