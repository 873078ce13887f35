//! A customer's way: the town, the shop, the times in three shapes, the questions, the last look,
//! the end. What several of them show stands here.

mod details;
mod end;
mod times;
mod window;

use super::{Ctx, Lang};
use omotenashi::web::ui::{
    buttons::{PostButton, Voice},
    frame::{FrameLink, HelpBlock, Phone, ShopFrame},
    hold_notice::HoldNotice,
    ladder::{Ladder, LadderStep, Weight},
    pager::{Page, Pager},
    post_form::PostForm,
    steps::{Step, Steps},
    summary_list::{Change, SummaryList, SummaryRow},
};

pub fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    vec![
        ("town", window::town(lang)),
        ("shop", window::shop_page(lang)),
        ("times", times::times(lang)),
        ("list", times::list(lang)),
        ("month", times::month(lang)),
        ("details", details::details(lang)),
        ("confirm", end::confirm(lang)),
        ("done", end::done(lang)),
    ]
}

pub fn shop(lang: Lang, accent: &'static str) -> ShopFrame {
    let way = |ja: &str, en: &str| FrameLink {
        label: lang.say(ja, en),
        url: "#main".into(),
    };
    ShopFrame {
        name: lang.say("ヘアサロン花", "Hair Salon Hana"),
        url: format!("shop.{}.html", lang.code()),
        name_lang: None,
        accent,
        links: vec![],
        help: HelpBlock {
            title: lang.word("ui-help-title", &[]),
            words: lang.word("ui-help-call", &[]),
            phone: Some(Phone {
                shown: "03-1234-5678".into(),
                url: "tel:+81312345678".into(),
            }),
            lines: vec![lang.say(
                "東京都渋谷区神宮前1-2-3 花ビル2F",
                "Hana Bldg. 2F, 1-2-3 Jingumae, Shibuya, Tokyo",
            )],
            hours_title: lang.say("営業時間", "Opening hours"),
            hours: vec![
                (lang.say("火曜", "Tue"), lang.say("定休日", "closed")),
                (lang.say("水曜〜月曜", "Wed–Mon"), "10:00–19:00".into()),
            ],
        },
        legal: vec![
            way("特定商取引法に基づく表記", "Legal notice"),
            way("プライバシーポリシー", "Privacy policy"),
            way("利用規約", "Terms of use"),
        ],
        ..ShopFrame::default()
    }
}

fn steps(lang: Lang, current: usize) -> Steps {
    let names = [
        lang.say("メニュー", "Menu"),
        lang.word("ui-step-time", &[]),
        lang.say("お客様情報", "Your details"),
        lang.word("ui-step-confirm", &[]),
    ];
    let step = (current + 1).to_string();
    Steps {
        words: lang.word("ui-step", &[("total", "4"), ("step", &step)]),
        names: names
            .into_iter()
            .enumerate()
            .map(|(position, name)| Step {
                name,
                url: (position < current).then(|| "#main".to_owned()),
            })
            .collect(),
        current,
    }
}

fn form() -> PostForm {
    PostForm {
        action: "hold".into(),
        hidden: vec![
            ("csrf".into(), "k3y".into()),
            ("service".into(), "cut".into()),
        ],
    }
}

fn pager(lang: Lang, earlier: &str, later: &str) -> Pager {
    Pager {
        label: lang.word("ui-views", &[]),
        earlier: Some(Page {
            label: lang.word(earlier, &[]),
            url: None,
        }),
        later: Some(Page {
            label: lang.word(later, &[]),
            url: Some("#main".into()),
        }),
    }
}

fn hold(lang: Lang) -> HoldNotice {
    HoldNotice {
        words: lang.word("ui-hold-until", &[("time", "14:32")]),
        warning: lang.word("ui-hold-warning", &[]),
        over: lang.word("ui-hold-over", &[]),
        until: "2026-11-20T14:32:00+09:00".into(),
        now: "2026-11-20T14:22:19+09:00".into(),
        extend: Some(PostButton {
            label: lang.word("ui-hold-extend", &[]),
            form: form(),
            voice: Voice::Text,
            small: true,
            ..Default::default()
        }),
    }
}

fn summary(lang: Lang, full: bool) -> SummaryList {
    let row = |question: (&str, &str), answer: (&str, &str)| SummaryRow {
        question: lang.say(question.0, question.1),
        answer: lang.say(answer.0, answer.1),
        note: None,
        change: Some(Change {
            label: lang.word("ui-change", &[]),
            about: lang.say(question.0, question.1),
            url: "#main".into(),
        }),
    };
    let mut rows = vec![
        row(
            ("日時", "When"),
            (
                "2026年11月21日(土) 14:30〜16:30",
                "Sat, 21 Nov 2026 14:30–16:30",
            ),
        ),
        row(
            ("メニュー", "Service"),
            ("カット+カラー（120分）", "Cut and colour (120 min)"),
        ),
        SummaryRow {
            note: Some(lang.say("指名料 550円（税込）", "Staff choice fee ¥550 tax incl.")),
            ..row(("担当", "Staff"), ("佐藤 美咲", "Misaki Sato"))
        },
    ];
    if full {
        rows.push(row(("お名前", "Name"), ("山田 花子 様", "Hanako Yamada")));
        rows.push(row(
            ("電話番号", "Phone number"),
            ("090-1234-5678", "090-1234-5678"),
        ));
        rows.push(row(
            ("お支払い", "Payment"),
            (
                "当日お店で（現金・カード）",
                "At the shop on the day (cash or card)",
            ),
        ));
    }
    SummaryList { rows }
}

fn ladder(lang: Lang) -> Ladder {
    let step = |when: (&str, &str), fee: (&str, &str), weight| LadderStep {
        now: (weight == Weight::Free).then(|| lang.say("現在", "Now")),
        when: lang.say(when.0, when.1),
        fee: lang.say(fee.0, fee.1),
        weight,
    };
    Ladder {
        steps: vec![
            step(
                ("11月18日(水) 18:00まで", "Until Wed, 18 Nov 18:00"),
                ("無料", "Free"),
                Weight::Free,
            ),
            step(
                (
                    "11月18日(水) 18:01〜20日(金)",
                    "From Wed, 18 Nov 18:01 to Fri, 20 Nov",
                ),
                ("50%（6,325円）", "50 % (¥6,325)"),
                Weight::Part,
            ),
            step(
                ("当日・ご連絡がない場合", "On the day, or no contact"),
                ("100%（12,650円）", "100 % (¥12,650)"),
                Weight::Full,
            ),
        ],
    }
}
