//! The day, people across and hours down.

use super::{Ctx, Lang, TONES, block, nav, shop, word};
use askama::Template;
use omotenashi::web::ui::{
    avatar::Avatar,
    buttons::{LinkButton, Voice},
    day_grid::{Block, DayColumn, DayGrid, Place},
    frame::ShopFrame,
    icon::Icon,
    nav::Nav,
    pager::{Tab, Tabs},
    status_badge::{StatusBadge, Tone},
};

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/desk.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}<div class="desk-head"><h1>{{ heading }}</h1><div class="row">{% for way in ways %}{{ way }}{% endfor %}</div></div>{{ tabs }}{{ grid }}
<p class="row section">{% for badge in legend %}{{ badge }}{% endfor %}</p>{% endblock %}"##
)]
struct Day {
    ctx: Ctx,
    shop: ShopFrame,
    nav: Nav,
    heading: String,
    ways: Vec<LinkButton>,
    tabs: Tabs,
    grid: DayGrid,
    legend: Vec<StatusBadge>,
}

fn column(lang: Lang, name: &str, blocks: Vec<Block>) -> DayColumn {
    let free = (10 * 2..19 * 2)
        .map(|half: u16| half * 30)
        .filter(|start| {
            !blocks.iter().any(|block| {
                block.place.start < start + 30 && *start < block.place.start + block.place.minutes
            })
        })
        .map(|start| {
            let words = format!("＋ {}:{:02}", start / 60, start % 60);
            (Place { start, minutes: 30 }, "#main".to_owned(), words)
        })
        .collect();
    DayColumn {
        date: String::new(),
        staff: None,
        turn: None,
        is_folded: false,
        name: name.into(),
        note: Some(lang.say("10:00〜19:00", "10:00–19:00")),
        url: Some("#main".into()),
        avatar: Some(Avatar::of(name)),
        blocks,
        shut: vec![
            (
                Place {
                    start: 540,
                    minutes: 60,
                },
                String::new(),
            ),
            (
                Place {
                    start: 1140,
                    minutes: 60,
                },
                String::new(),
            ),
        ],
        free,
    }
}

pub fn day(lang: Lang) -> String {
    Day {
        ctx: Ctx::of(lang, "day"),
        shop: shop(lang, "ai"),
        nav: nav(lang, 1),
        heading: lang.say("11月20日(金)", "Fri, 20 Nov 2026"),
        ways: ways(lang),
        tabs: tabs(lang),
        grid: grid(lang),
        legend: TONES
            .iter()
            .map(|tone| StatusBadge {
                tone: *tone,
                word: word(lang, *tone),
            })
            .collect(),
    }
    .to_string()
}

fn ways(lang: Lang) -> Vec<LinkButton> {
    vec![
        LinkButton {
            label: lang.say("本日", "Today"),
            url: "#main".into(),
            voice: Voice::Quiet,
            small: true,
            ..Default::default()
        },
        LinkButton {
            label: lang.say("印刷", "Print"),
            url: "#main".into(),
            voice: Voice::Quiet,
            small: true,
            icon: Some(Icon::Print),
            ..Default::default()
        },
        LinkButton {
            label: lang.say("予約を追加", "Add booking"),
            url: "#main".into(),
            small: true,
            icon: Some(Icon::Plus),
            ..Default::default()
        },
    ]
}

fn grid(lang: Lang) -> DayGrid {
    let names = lang.pick(
        ["佐藤 美咲", "鈴木 健", "高橋 葵", "渡辺 涼"],
        ["Misaki Sato", "Ken Suzuki", "Aoi Takahashi", "Ryo Watanabe"],
    );
    let b = |start, minutes, tone| block(lang, start, minutes, tone);
    let lane = |block: Block, lane| Block {
        lane,
        lanes: 2,
        ..block
    };
    let off = Block {
        time_off: true,
        name: lang.say("休憩", "Break"),
        note: String::new(),
        flags: String::new(),
        ..b(780, 60, Tone::Completed)
    };
    DayGrid {
        label: lang.say("11月20日(金)の予約", "Bookings of Fri, 20 Nov"),
        fold: None,
        from: 9,
        until: 20,
        columns: vec![
            column(
                lang,
                names[0],
                vec![
                    b(600, 60, Tone::Completed),
                    b(675, 90, Tone::Completed),
                    off,
                    b(870, 120, Tone::Serving),
                    b(1020, 60, Tone::Confirmed),
                ],
            ),
            column(
                lang,
                names[1],
                vec![
                    b(600, 120, Tone::NoShow),
                    b(735, 15, Tone::Completed),
                    b(840, 60, Tone::Arrived),
                    b(915, 90, Tone::Awaiting),
                ],
            ),
            column(
                lang,
                names[2],
                vec![
                    lane(b(660, 60, Tone::Cancelled), 1),
                    lane(b(660, 90, Tone::Confirmed), 2),
                    b(810, 45, Tone::Unpaid),
                    b(960, 120, Tone::Confirmed),
                ],
            ),
            column(
                lang,
                names[3],
                vec![b(630, 60, Tone::Completed), b(905, 50, Tone::Confirmed)],
            ),
        ],
        now: Some((893, lang.word("ui-now", &[("time", "14:53")]))),
    }
}

fn tabs(lang: Lang) -> Tabs {
    let tab = |ja: &str, en: &str, current, count: Option<&str>| Tab {
        picture: None,
        key: None,
        label: lang.say(ja, en),
        url: "#main".into(),
        count: count.map(str::to_owned),
        current,
    };
    Tabs {
        label: lang.word("ui-views", &[]),
        items: vec![
            tab("日", "Day", true, None),
            tab("週", "Week", false, None),
            tab("リスト", "List", false, Some("12")),
            tab("月", "Month", false, None),
        ],
    }
}
