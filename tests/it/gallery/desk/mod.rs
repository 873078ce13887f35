//! Behind the counter: the day in columns, the day as a list, rows and figures, and the sheet on
//! paper. What several of them show stands here.

mod day;
mod paper;
mod today;

use super::{Ctx, Lang, customer::shop};
use omotenashi::web::ui::{
    day_grid::{Block, Place},
    icon::Icon,
    nav::{Nav, NavItem},
    status_badge::Tone,
};

const TONES: [Tone; 8] = [
    Tone::Confirmed,
    Tone::Awaiting,
    Tone::Unpaid,
    Tone::Arrived,
    Tone::Serving,
    Tone::Completed,
    Tone::Cancelled,
    Tone::NoShow,
];

pub fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    vec![
        ("day", day::day(lang)),
        ("today", today::today(lang)),
        ("paper", paper::paper(lang)),
    ]
}

fn word(lang: Lang, tone: Tone) -> String {
    match tone {
        Tone::Confirmed => lang.say("来店待ち", "Confirmed"),
        Tone::Awaiting => lang.say("承認待ち", "Awaiting approval"),
        Tone::Unpaid => lang.say("支払い待ち", "Awaiting payment"),
        Tone::Arrived => lang.say("来店済み", "Arrived"),
        Tone::Serving => lang.say("施術中", "In service"),
        Tone::Completed => lang.say("完了", "Completed"),
        Tone::Cancelled => lang.say("キャンセル", "Cancelled"),
        Tone::NoShow => lang.say("無断キャンセル", "No-show"),
    }
}

fn nav(lang: Lang, current: usize) -> Nav {
    let items: [(&str, &str, Icon, bool, bool); 10] = [
        ("今日", "Today", Icon::Home, false, false),
        ("カレンダー", "Calendar", Icon::Calendar, false, false),
        ("予約を追加", "Add", Icon::Plus, false, true),
        ("お客様", "Customers", Icon::People, false, false),
        ("予約一覧", "Bookings", Icon::List, true, false),
        ("メニュー", "Services", Icon::MenuBook, true, false),
        ("営業時間", "Hours", Icon::Clock, true, false),
        ("スタッフ", "Staff", Icon::Person, true, false),
        ("売上", "Takings", Icon::Chart, true, false),
        ("設定", "Settings", Icon::Settings, true, false),
    ];
    Nav {
        label: lang.word("ui-desk-nav", &[]),
        more: lang.word("ui-more", &[]),
        items: items
            .into_iter()
            .enumerate()
            .map(|(position, (ja, en, icon, wide, adds))| NavItem {
                label: lang.say(ja, en),
                url: "#main".into(),
                icon,
                current: position == current,
                waiting: (position == 0)
                    .then(|| ("2".into(), lang.say("承認待ち2件", "2 awaiting approval"))),
                heading: None,
                wide,
                adds,
                key: None,
            })
            .collect(),
    }
}

fn block(lang: Lang, start: u16, minutes: u16, tone: Tone) -> Block {
    let names = lang.pick(
        [
            "山田 花子様",
            "田中 一郎様",
            "Emily Carter様",
            "小林 さくら様",
        ],
        [
            "Hanako Yamada",
            "Ichiro Tanaka",
            "Emily Carter",
            "Sakura Kobayashi",
        ],
    );
    let menus = lang.pick(
        ["カット", "カット+カラー", "ヘッドスパ"],
        ["Cut", "Cut and colour", "Head spa"],
    );
    Block {
        place: Place { start, minutes },
        tone,
        status: word(lang, tone),
        time: format!("{}:{:02}", start / 60, start % 60),
        name: names[usize::from(start / 30) % 4].into(),
        note: menus[usize::from(start / 15) % 3].into(),
        flags: if start.is_multiple_of(60) {
            lang.say("初", "New")
        } else {
            String::new()
        },
        url: "#main".into(),
        ..Default::default()
    }
}
