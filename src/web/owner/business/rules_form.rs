//! The boxes about how bookings are taken.

use super::{
    answers::Answers,
    ask::Ask,
    figures::{chosen, offered},
    lengths,
    sheet::Part,
};
use crate::{
    base::{msg::Msg, text},
    domain::businesses::{profile::KanaRule, rules_card::RulesCard},
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

/// What can be said to every guest.
const NOTICES: usize = 2_000;
/// The longest that a list offers and the table takes, in minutes.
const LONGEST: i64 = 43_200;
/// So many bookings of one guest lie ahead, or are on one day.
const MOST: [i64; 6] = [1, 2, 3, 5, 10, 20];
const KANA_RULES: [KanaRule; 3] = [KanaRule::Required, KanaRule::Optional, KanaRule::Unused];
const LOCALES: [&str; 2] = ["ja", "en"];

/// The boxes as they are kept.
pub(super) fn answers(card: &RulesCard) -> Answers {
    let mut answers = Answers::default();
    answers.put("step", card.slot_step_minutes);
    answers.put("notice", card.notice_minutes);
    answers.put("horizon", card.horizon_days);
    answers.put("change", card.change_until_minutes);
    answers.put("cancel", card.cancel_until_minutes);
    answers.put("most_ahead", card.most_ahead);
    for (name, most) in [
        ("most_a_day", card.most_a_day),
        ("starts_day", card.most_starts_a_day),
        ("starts_week", card.most_starts_a_week),
    ] {
        answers.put(name, most.map_or_else(String::new, |most| most.to_string()));
    }
    answers.tick("moves_while_free", card.moves_while_free);
    answers.put("kana", card.kana_rule.label());
    answers.put("locale", &card.default_locale);
    answers.put("notices_ja", &card.notices_ja);
    answers.put("notices_en", &card.notices_en);
    answers
}

/// What they mean, or complaints.
pub(super) fn parse(typed: &Answers, errors: &mut Errors) -> Option<RulesCard> {
    let mut figure = |name: &'static str, least: i64, most: i64| {
        let found = chosen(errors, name, typed, |figure| {
            (least..=most).contains(&figure)
        })?;
        if found.is_none() {
            errors.add(name, Msg::new("form-choice-gone"));
        }
        found
    };
    let step = figure("step", 5, 240);
    let notice = figure("notice", 0, LONGEST);
    let horizon = figure("horizon", 0, 730);
    let change = figure("change", 0, LONGEST);
    let cancel = figure("cancel", 0, LONGEST);
    let most_ahead = figure("most_ahead", 1, 99);
    let most_a_day = chosen(errors, "most_a_day", typed, |most| (1..=99).contains(&most));
    let starts_day = starts(typed, errors, ("starts_day", 999));
    let starts_week = starts(typed, errors, ("starts_week", 9_999));
    let kana = KanaRule::from_label(typed.get("kana"));
    let locale = Some(typed.get("locale")).filter(|code| LOCALES.contains(code));
    for (field, is_known) in [("kana", kana.is_some()), ("locale", locale.is_some())] {
        if !is_known {
            errors.add(field, Msg::new("form-choice-gone"));
        }
    }
    let words = |typed: &str| text::paragraph(typed, NOTICES);
    let notices_ja = fields::optional(errors, "notices_ja", typed.get("notices_ja"), words);
    let notices_en = fields::optional(errors, "notices_en", typed.get("notices_en"), words);
    Some(RulesCard {
        default_locale: locale?.to_owned(),
        slot_step_minutes: i16::try_from(step?).ok()?,
        notice_minutes: i32::try_from(notice?).ok()?,
        horizon_days: i16::try_from(horizon?).ok()?,
        change_until_minutes: i32::try_from(change?).ok()?,
        cancel_until_minutes: i32::try_from(cancel?).ok()?,
        most_ahead: i16::try_from(most_ahead?).ok()?,
        most_a_day: most_a_day?.and_then(|most| i16::try_from(most).ok()),
        most_starts_a_day: starts_day?,
        most_starts_a_week: starts_week?,
        moves_while_free: typed.has("moves_while_free"),
        kana_rule: kana?,
        notices_ja: notices_ja?,
        notices_en: notices_en?,
    })
}

/// The boxes.
pub(super) fn parts(ctx: &PageCtx, typed: &Answers, errors: &Errors) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let list = |name: &str, label: String, figures: &[i64], say: &dyn Fn(i64) -> String| {
        let all = offered(figures, typed.get(name)).into_iter();
        Field::Select(ask.select(
            name,
            label,
            all.map(|figure| (figure.to_string(), say(figure))),
        ))
    };
    let notice = |minutes| lengths::notice(t, minutes);
    let rule = |rule: KanaRule| {
        let label = t.of_family("owner-kana", rule.label());
        (rule.label().to_owned(), label)
    };
    let locale = |code: &str| (code.to_owned(), t.of_family("owner-locale", code));
    let mut notices = ask.area("notices_ja", t.owner_rules_notices_ja());
    notices.hint = Some(t.owner_rules_notices_hint());
    vec![
        Part {
            heading: t.owner_rules_when(),
            note: Some(t.owner_rules_when_note()),
            fields: vec![
                list(
                    "notice",
                    t.catalog_notice_label(),
                    &lengths::NOTICES,
                    &notice,
                ),
                list(
                    "horizon",
                    t.catalog_horizon_label(),
                    &lengths::HORIZONS,
                    &|days| lengths::horizon(t, days),
                ),
                list(
                    "step",
                    t.catalog_step_label(),
                    &lengths::STEPS,
                    &|minutes| lengths::length(t, minutes),
                ),
                list("change", t.owner_rules_change(), &lengths::NOTICES, &notice),
                list("cancel", t.owner_rules_cancel(), &lengths::NOTICES, &notice),
                Field::Choice(ask.tick("moves_while_free", t.owner_rules_moves(), None)),
            ],
            ..Part::default()
        },
        caps(ask),
        Part {
            heading: t.owner_rules_guests(),
            fields: vec![
                Field::Select(ask.select("kana", t.owner_rules_kana(), KANA_RULES.map(rule))),
                Field::Select(ask.select("locale", t.owner_rules_locale(), LOCALES.map(locale))),
                Field::Area(notices),
                Field::Area(ask.area("notices_en", t.owner_rules_notices_en())),
            ],
            ..Part::default()
        },
    ]
}

/// So many may begin; without a number, as many as there is room for.
fn starts(
    typed: &Answers,
    errors: &mut Errors,
    (name, most): (&'static str, i64),
) -> Option<Option<i16>> {
    if text::is_blank(typed.get(name)) {
        return Some(None);
    }
    let number = fields::number(errors, name, typed.get(name), 1, most)?;
    Some(i16::try_from(number).ok())
}

/// How much one guest may book by themselves, and how much all of them.
fn caps(ask: Ask<'_>) -> Part {
    let t = ask.t;
    let each = |name: &str| {
        let all = offered(&MOST, ask.typed.get(name)).into_iter();
        all.map(|most| (most.to_string(), t.owner_rules_bookings(most)))
            .collect::<Vec<_>>()
    };
    let none = (String::new(), t.owner_rules_day_any());
    let a_day = [none].into_iter().chain(each("most_a_day"));
    let starts = |name: &str, label: String| {
        Field::Line(TextField {
            unit: Some(t.owner_rules_starts_unit()),
            ..ask.line(name, label, Entry::Number)
        })
    };
    Part {
        heading: t.owner_rules_caps(),
        note: Some(t.owner_rules_caps_note()),
        fields: vec![
            Field::Select(ask.select("most_ahead", t.owner_rules_ahead(), each("most_ahead"))),
            Field::Select(ask.select("most_a_day", t.owner_rules_day(), a_day)),
            starts("starts_day", t.owner_rules_starts_day()),
            starts("starts_week", t.owner_rules_starts_week()),
        ],
        ..Part::default()
    }
}
