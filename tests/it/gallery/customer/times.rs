//! Free times as marks, as a list, as a month.

use super::{Ctx, Lang, form, pager, shop, steps};
use askama::Template;
use omotenashi::web::ui::{
    buttons::{LinkButton, Submit, Voice},
    choice_field::Choice,
    empty::Empty,
    frame::ShopFrame,
    icon::Icon,
    month::{Month, MonthDay, MonthWeekday},
    pager::Pager,
    select_field::SelectField,
    slot_list::{SlotGroup, SlotList, SlotTime, StripDay},
    slot_table::{DayTone, SlotCell, SlotDay, SlotRow, SlotTable, SlotWords},
    steps::Steps,
};

fn week(lang: Lang) -> Vec<SlotDay> {
    let names = lang.pick(
        ["金", "土", "日", "祝", "火", "水", "木"],
        ["Fri", "Sat", "Sun", "Mon", "Tue", "Wed", "Thu"],
    );
    (20..27)
        .zip(names)
        .map(|(day, name)| SlotDay {
            number: day.to_string(),
            weekday: name.to_owned(),
            long: lang.pick(format!("11月{day}日({name})"), format!("{name}, {day} Nov")),
            tone: match day {
                21 => DayTone::Saturday,
                22 | 23 => DayTone::Sunday,
                _ => DayTone::Plain,
            },
            today: day == 20,
        })
        .collect()
}

fn cell(day: usize, hour: usize, half: usize) -> SlotCell {
    let start = format!("2026-11-{}T{hour:02}:{:02}", 20 + day, half * 30);
    match (day * 7 + hour * 5 + half * 3) % 9 {
        _ if day == 4 => SlotCell::Closed,
        _ if day == 0 && hour < 13 => SlotCell::Outside,
        _ if day == 0 && hour == 13 => SlotCell::Call,
        0 | 4 => SlotCell::Full,
        2 => SlotCell::Few(start),
        7 if day == 2 => SlotCell::Waitlist("#main".into()),
        _ => SlotCell::Free(start),
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/public.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}{{ steps }}<div class="head"><h1>{{ heading }}</h1><p class="lead">{{ chosen }}</p></div>
<div class="stack">{{ staff }}
<form class="soonest" method="post" action="hold"><span class="note">{{ soonest.0 }}</span><span class="soonest-when">{{ soonest.1 }}</span>{{ soonest.2 }}</form>
<p class="jumps"><a href="#morning">{{ jumps.0 }}</a><a href="#afternoon">{{ jumps.1 }}</a><a href="list.{{ ctx.lang.code() }}.html">{{ jumps.2 }}</a></p>
{{ table }}{{ pager }}</div>{% endblock %}"##
)]
struct Times {
    ctx: Ctx,
    shop: ShopFrame,
    steps: Steps,
    heading: String,
    chosen: String,
    staff: SelectField,
    soonest: (String, String, Submit),
    jumps: (String, String, String),
    table: SlotTable,
    pager: Pager,
}

pub fn times(lang: Lang) -> String {
    let word = |id: &str| lang.word(id, &[]);
    Times {
        ctx: Ctx::of(lang, "times"),
        shop: shop(lang, "ai"),
        steps: steps(lang, 1),
        heading: lang.say("日時の選択", "Date and time"),
        chosen: lang.say(
            "カット+カラー（120分） 12,100円（税込）",
            "Cut and colour (120 min) ¥12,100 tax incl.",
        ),
        staff: SelectField {
            name: "staff".into(),
            label: lang.say("担当", "Staff"),
            options: vec![Choice {
                label: lang.say("指名なし", "No preference"),
                ..Default::default()
            }],
            ..Default::default()
        },
        soonest: (
            word("ui-soonest"),
            lang.say("11月20日(金) 15:00", "Fri, 20 Nov 15:00"),
            Submit {
                label: lang.say("この日時で進む", "Take this"),
                answer: Some(("start".into(), "2026-11-20T15:00".into())),
                ..Default::default()
            },
        ),
        jumps: (
            word("ui-morning"),
            word("ui-afternoon"),
            word("ui-times-list"),
        ),
        table: table(lang),
        pager: pager(lang, "ui-earlier-days", "ui-later-days"),
    }
    .to_string()
}

fn table(lang: Lang) -> SlotTable {
    let word = |id: &str| lang.word(id, &[]);
    let rows = (10..19).flat_map(|hour| (0..2).map(move |half| (hour, half)));
    SlotTable {
        caption: lang.say(
            "2026年11月20日(金)〜26日(木)の空き状況",
            "Availability from Fri, 20 to Thu, 26 Nov 2026",
        ),
        corner: word("ui-time-column"),
        days: week(lang),
        rows: rows
            .map(|(hour, half)| SlotRow {
                time: format!("{hour}:{:02}", half * 30),
                full_hour: half == 0,
                anchor: match (hour, half) {
                    (10, 0) => Some("morning"),
                    (12, 0) => Some("afternoon"),
                    _ => None,
                },
                cells: (0..7).map(|day| cell(day, hour, half)).collect(),
            })
            .collect(),
        words: SlotWords {
            free: word("ui-slot-free"),
            few: word("ui-slot-few"),
            full: word("ui-slot-closed"),
            call: word("ui-slot-call"),
            call_short: word("ui-slot-call-short"),
            closed: word("ui-slot-closed"),
            closed_short: word("ui-slot-closed-short"),
            outside: word("ui-slot-outside"),
            waitlist: word("ui-slot-waitlist"),
            waitlist_short: word("ui-slot-waitlist-short"),
        },
        form: form(),
        call_url: Some("tel:+81312345678".into()),
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/public.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}{{ steps }}<div class="head"><h1>{{ heading }}</h1></div>{{ piece|safe }}{{ pager }}<div class="section">{{ nothing }}</div>{% endblock %}"##
)]
struct OnePiece {
    ctx: Ctx,
    shop: ShopFrame,
    steps: Steps,
    heading: String,
    piece: String,
    pager: Pager,
    nothing: Empty,
}

fn nothing(lang: Lang) -> Empty {
    Empty {
        icon: Icon::Calendar,
        words: lang.say(
            "この7日間に空きはありません。次の空きは12月1日(火)です。",
            "Nothing is free in these 7 days. The next free day is Tue, 1 Dec.",
        ),
        ways: vec![LinkButton {
            label: lang.say("12月1日(火)の空きを見る", "See Tue, 1 Dec"),
            url: "#main".into(),
            voice: Voice::Quiet,
            ..Default::default()
        }],
    }
}

pub fn list(lang: Lang) -> String {
    let group = |id: &str, times: &[&str]| SlotGroup {
        heading: lang.word(id, &[]),
        times: times
            .iter()
            .enumerate()
            .map(|(position, time)| SlotTime {
                start: format!("2026-11-21T{time}"),
                time: (*time).to_owned(),
                note: (position % 4 == 3).then(|| lang.word("ui-slot-left", &[("count", "1")])),
            })
            .collect(),
    };
    let piece = SlotList {
        label: lang.word("ui-choose-day", &[]),
        days: week(lang)
            .into_iter()
            .enumerate()
            .map(|(position, day)| StripDay {
                url: "#main".into(),
                weekday: day.weekday,
                number: day.number,
                words: day.long,
                left: if position == 4 {
                    "×".into()
                } else {
                    format!("{}", position + 3)
                },
                tone: day.tone,
                current: position == 1,
                none: position == 4,
            })
            .collect(),
        heading: lang.say("11月21日(土)", "Sat, 21 Nov"),
        groups: vec![
            group("ui-morning", &["10:00", "10:30", "11:00", "11:30"]),
            group(
                "ui-afternoon",
                &["13:00", "13:30", "14:30", "15:00", "16:30"],
            ),
            group("ui-evening", &["18:00", "18:30"]),
        ],
        form: form(),
        nothing: None,
    };
    OnePiece {
        ctx: Ctx::of(lang, "list"),
        shop: shop(lang, "matsuba"),
        steps: steps(lang, 1),
        heading: lang.say("日時の選択", "Date and time"),
        piece: piece.to_string(),
        pager: pager(lang, "ui-earlier-days", "ui-later-days"),
        nothing: nothing(lang),
    }
    .to_string()
}

pub fn month(lang: Lang) -> String {
    let names = lang.pick(
        ["日", "月", "火", "水", "木", "金", "土"],
        ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    );
    let tone = |position: usize| match position {
        0 => DayTone::Sunday,
        6 => DayTone::Saturday,
        _ => DayTone::Plain,
    };
    let day = |number: usize, position: usize| MonthDay {
        more: String::new(),
        number: number.to_string(),
        words: lang.pick(format!("12月{number}日"), format!("{number} Dec")),
        note: match number {
            1..=3 => "－".into(),
            _ if position == 2 => lang.say("休", "–"),
            _ if number.is_multiple_of(5) => "×".into(),
            _ => lang.pick(
                format!("{}枠", number % 6 + 1),
                format!("{}", number % 6 + 1),
            ),
        },
        tone: tone(position),
        fifths: None,
        url: (number > 3 && position != 2 && !number.is_multiple_of(5)).then(|| "#main".to_owned()),
        current: number == 18,
    };
    // 1 December 2026 is a Tuesday
    let weeks = (0..5usize)
        .map(|week| {
            (0..7)
                .map(|position| {
                    let number = (week * 7 + position + 1)
                        .checked_sub(2)
                        .filter(|n| (1..=31).contains(n));
                    number.map(|number| day(number, position))
                })
                .collect()
        })
        .collect();
    let piece = Month {
        caption: lang.say("2026年12月", "December 2026"),
        weekdays: names
            .iter()
            .enumerate()
            .map(|(position, name)| MonthWeekday {
                short: (*name).to_owned(),
                long: lang.pick(format!("{name}曜日"), (*name).to_owned()),
                tone: tone(position),
            })
            .collect(),
        weeks,
    };
    OnePiece {
        ctx: Ctx::of(lang, "month"),
        shop: shop(lang, "kurenai"),
        steps: steps(lang, 1),
        heading: lang.say("ご宿泊日の選択", "Choose your night"),
        piece: piece.to_string(),
        pager: pager(lang, "ui-earlier-month", "ui-later-month"),
        nothing: nothing(lang),
    }
    .to_string()
}
