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
        ui::field::Field,
    },
};

/// What can be said to every guest.
const NOTICES: usize = 2_000;
/// The longest that a list offers and the table takes, in minutes.
const LONGEST: i64 = 43_200;
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
            ],
            ..Part::default()
        },
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
