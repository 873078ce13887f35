//! The last look, and the end.

use super::{Ctx, Lang, hold, ladder, shop, steps, summary};
use askama::Template;
use omotenashi::web::ui::{
    buttons::{LinkButton, Submit, Voice},
    flash::{Flash, Outcome},
    frame::ShopFrame,
    hold_notice::HoldNotice,
    icon::Icon,
    ladder::Ladder,
    steps::Steps,
    summary_list::{Bill, SummaryList},
};

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/public.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}{{ steps }}<div class="head"><h1>{{ heading }}</h1></div>{{ hold }}
<section class="section"><h2>{{ titles.0 }}</h2>{{ summary }}</section>
<section class="section"><h2>{{ titles.1 }}</h2>{{ bill }}</section>
<section class="section"><h2>{{ titles.2 }}</h2>{{ ladder }}</section>
<p class="important section">{{ important }}</p>
<form class="bar" method="post" action="confirm" data-once><div class="bar-words"><span class="note">{{ bill.total.0 }}</span><br><span class="price">{{ bill.total.1 }}</span></div>{{ send }}</form>{% endblock %}"##
)]
struct Confirm {
    ctx: Ctx,
    shop: ShopFrame,
    steps: Steps,
    heading: String,
    hold: HoldNotice,
    titles: (String, String, String),
    summary: SummaryList,
    bill: Bill,
    ladder: Ladder,
    important: String,
    send: Submit,
}

pub fn confirm(lang: Lang) -> String {
    let line = |what: (&str, &str), yen: &str| {
        (
            lang.say(what.0, what.1),
            lang.pick(format!("{yen}円"), format!("¥{yen}")),
        )
    };
    Confirm {
        ctx: Ctx::of(lang, "confirm"),
        shop: shop(lang, "edomurasaki"),
        steps: steps(lang, 3),
        heading: lang.say("予約内容の確認", "Review your booking"),
        hold: hold(lang),
        titles: (
            lang.say("ご予約の内容", "Your booking"),
            lang.say("料金", "Price"),
            lang.say("キャンセルポリシー", "Cancellation policy"),
        ),
        summary: summary(lang, true),
        bill: Bill {
            lines: vec![
                line(("カット+カラー", "Cut and colour"), "12,100"),
                line(("指名料", "Staff choice fee"), "550"),
            ],
            total: line(("合計（税込）", "Total, tax incl."), "12,650"),
            note: Some(lang.say(
                "うち消費税(10%)1,150円",
                "Includes ¥1,150 consumption tax (10 %)",
            )),
        },
        ladder: ladder(lang),
        important: lang.say(
            "当日の体調によってはカラーをお受けできないことがあります。",
            "We may not be able to colour your hair if you are unwell.",
        ),
        send: Submit {
            label: lang.say("この内容で予約を確定する", "Confirm booking"),
            ..Default::default()
        },
    }
    .to_string()
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/public.html" %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}<div class="ending"><span class="ending-mark">{{ Icon::Check }}</span><h1>{{ heading }}</h1><p class="lead">{{ lead }}</p></div>
<div class="ticket"><span class="ticket-when">{{ when }}</span><span class="note">{{ number.0 }}</span><span class="number">{{ number.1 }}</span><button class="btn btn-text btn-small" type="button" data-copy="{{ number.1 }}" data-copied="{{ copied }}" hidden>{{ Icon::Copy }}{{ copy }}<span role="status"></span></button></div>
<div class="next-steps">{% for way in ways %}{{ way }}{% endfor %}</div>
<section class="section"><h2>{{ policy }}</h2>{{ ladder }}</section>{% endblock %}"##
)]
struct Done {
    ctx: Ctx,
    shop: ShopFrame,
    heading: String,
    lead: String,
    when: String,
    number: (String, String),
    copy: String,
    copied: String,
    ways: Vec<LinkButton>,
    policy: String,
    ladder: Ladder,
}

pub fn done(lang: Lang) -> String {
    let way = |ja: &str, en: &str, icon, voice| LinkButton {
        label: lang.say(ja, en),
        url: "#main".into(),
        voice,
        icon: Some(icon),
        ..Default::default()
    };
    Done {
        ctx: Ctx {
            flash: Some(Flash {
                outcome: Outcome::Mind,
                words: lang.say(
                    "docomo.ne.jp で hana.example からのメールを受信できるように設定してください。",
                    "Please allow mail from hana.example in your docomo settings.",
                ),
                undo: None,
            }),
            ..Ctx::of(lang, "done")
        },
        shop: shop(lang, "asagi"),
        heading: lang.say("ご予約が確定しました", "Your booking is confirmed"),
        lead: lang.say(
            "確認メールを hanako@example.com へお送りしました。",
            "We sent a confirmation to hanako@example.com.",
        ),
        when: lang.say("11月21日(土) 14:30〜16:30", "Sat, 21 Nov 14:30–16:30"),
        number: (lang.say("予約番号", "Booking number"), "K7P-3MWX".into()),
        copy: lang.word("ui-copy", &[]),
        copied: lang.word("ui-copied", &[]),
        ways: vec![
            way(
                "カレンダーに追加する",
                "Add to calendar",
                Icon::Calendar,
                Voice::Quiet,
            ),
            way("地図を見る", "See the map", Icon::Pin, Voice::Quiet),
            way(
                "日時を変更する",
                "Change the time",
                Icon::Clock,
                Voice::Quiet,
            ),
            way(
                "予約をキャンセルする",
                "Cancel booking",
                Icon::Cross,
                Voice::DangerQuiet,
            ),
        ],
        policy: lang.say("キャンセルポリシー", "Cancellation policy"),
        ladder: ladder(lang),
    }
    .to_string()
}
