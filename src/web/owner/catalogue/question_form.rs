//! The form of a question: its boxes, and what they mean.

use super::{answers::Answers, ask::Ask, question::Own, sheet::Part};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{QuestionId, ServiceId},
        msg::Msg,
        text,
    },
    domain::catalog::{
        question::{self, Choice as Answer, Kind},
        question_card::{OwnQuestion, QuestionCard, QuestionSetup},
        service_card::OwnService,
    },
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{
            choice_field::{Choice, ChoiceField},
            field::Field,
            mark::Mark,
            text_area::TextArea,
            text_field::Entry,
        },
    },
};

/// The longest question.
const NAME: usize = 120;
/// The longest hint.
const HINT: usize = 300;
/// The longest text that somebody agrees to.
const WORDING: usize = 4000;
/// The longest choice.
const CHOICE: usize = 80;
/// The most choices.
const CHOICES: usize = 30;

/// A condition as the form carries it.
pub(super) fn condition(question: QuestionId, choice: i16) -> String {
    format!("{question}:{choice}")
}

/// The boxes.
pub(super) fn parts(own: &Own, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let area = |name: &str, label: String, hint: Option<String>| {
        // Whether it must be filled in hangs on how the question is answered.
        Field::Area(TextArea {
            hint,
            mark: Mark::default(),
            ..ask.area(name, label)
        })
    };
    let is_wrong = |names: [&str; 2]| names.iter().any(|name| errors.of(name, t).is_some());
    let is_filled = |names: [&str; 2]| names.iter().any(|name| !typed.get(name).is_empty());
    let (choices, wording) = (["choices_ja", "choices_en"], ["wording_ja", "wording_en"]);
    let basics = Part {
        heading: t.catalog_part_basics(),
        fields: vec![
            Field::Choice(kind(ask)),
            Field::Line(ask.must("name_ja", t.questions_name_ja(), Entry::Text)),
            Field::Line(ask.may("name_en", t.questions_name_en(), Entry::Text)),
            Field::Line(ask.may("description_ja", t.questions_hint_ja(), Entry::Text)),
            Field::Line(ask.may("description_en", t.questions_hint_en(), Entry::Text)),
            Field::Choice(ask.tick(
                "is_required",
                t.questions_required(),
                Some(t.questions_required_note()),
            )),
            Field::Choice(ask.tick(
                "is_health",
                t.questions_health(),
                Some(t.questions_health_note()),
            )),
        ],
        ..Part::default()
    };
    let choices = Part {
        heading: t.questions_choices(),
        note: Some(t.questions_choices_lead()),
        folded: Some(is_wrong(choices) || is_filled(choices)),
        fields: vec![
            area("choices_ja", t.questions_choices_ja(), None),
            area(
                "choices_en",
                t.questions_choices_en(),
                Some(t.questions_choices_en_hint()),
            ),
        ],
        ..Part::default()
    };
    let wording = Part {
        heading: t.questions_wording(),
        note: Some(t.questions_wording_lead()),
        folded: Some(is_wrong(wording) || is_filled(wording)),
        fields: vec![
            area("wording_ja", t.questions_wording_ja(), None),
            area("wording_en", t.questions_wording_en(), None),
        ],
        ..Part::default()
    };
    vec![
        basics,
        choices,
        wording,
        whom(own, ctx, ask),
        services(own, ctx, ask),
    ]
}

/// How it is answered.
fn kind(ask: Ask<'_>) -> ChoiceField {
    let option = |kind: Kind| Choice {
        value: kind.label().to_owned(),
        label: ask.t.of_family("questions-kind", kind.label()),
        chosen: kind.label() == ask.typed.get("kind"),
        ..Choice::default()
    };
    ChoiceField {
        name: "kind".to_owned(),
        legend: ask.t.questions_kind(),
        options: Kind::ALL.into_iter().map(option).collect(),
        side_by_side: true,
        complaint: ask.errors.of("kind", ask.t),
        ..ChoiceField::default()
    }
}

/// Of whom it is asked: everybody, or those who have chosen something before.
fn whom(own: &Own, ctx: &PageCtx, ask: Ask<'_>) -> Part {
    let t = ctx.t;
    let each = conditions(own).map(|(one, choice)| {
        let name = named(&one.setup.card);
        let words = t.questions_only(choice.name().text(ctx.lang), name.text(ctx.lang));
        (condition(one.id, choice.key), words)
    });
    let always = (String::new(), t.questions_always());
    Part {
        heading: t.questions_whom(),
        note: Some(t.questions_whom_lead()),
        fields: vec![Field::Select(ask.select(
            "only_if",
            t.questions_whom(),
            std::iter::once(always).chain(each),
        ))],
        ..Part::default()
    }
}

/// The choices of questions before this one, and those of the one that it depends on already.
fn conditions(own: &Own) -> impl Iterator<Item = (&OwnQuestion, Answer)> {
    let known = own.known.as_ref();
    let place = own
        .all
        .iter()
        .position(|one| Some(one.id) == known.map(|known| known.id));
    let kept = known.and_then(|known| known.setup.card.only_if);
    let before = own
        .all
        .iter()
        .enumerate()
        .filter(move |(at, one)| place.is_none_or(|place| *at < place) || Some(one.id) == kept);
    before.flat_map(|(_, one)| {
        let choices = one.setup.card.choices().into_iter();
        choices.map(move |choice| (one, choice))
    })
}

fn services(own: &Own, ctx: &PageCtx, ask: Ask<'_>) -> Part {
    let boxes = own.services.iter().map(|one| {
        let name = one.card.name().text(ctx.lang).to_owned();
        ask.tick(&format!("s-{}", one.id), name, None)
    });
    Part {
        heading: ctx.t.questions_services(),
        note: Some(ctx.t.questions_services_lead()),
        boxes: boxes.collect(),
        ..Part::default()
    }
}

/// What is asked, in both languages.
pub(super) fn named(card: &QuestionCard) -> Bilingual {
    Bilingual::new(&card.name_ja, &card.name_en)
}

/// What the boxes mean, or complaints.
pub(super) fn parse(own: &Own, typed: &Answers, errors: &mut Errors) -> Option<QuestionSetup> {
    let kind = Kind::from_label(typed.get("kind"));
    if kind.is_none() {
        errors.add("kind", Msg::new("form-choice-gone"));
    }
    let line = |most: usize| move |typed: &str| text::short_line(typed, most);
    let missing = Msg::new("questions-name-required");
    let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), line(NAME), missing);
    let mut may = |name: &'static str, most: usize| {
        fields::optional(errors, name, typed.get(name), line(most))
    };
    let name_en = may("name_en", NAME);
    let hint_ja = may("description_ja", HINT);
    let hint_en = may("description_en", HINT);
    let choices = match kind.is_some_and(Kind::has_choices) {
        true => choices(own, typed, errors),
        false => Some(Vec::new()),
    };
    let (wording_ja, wording_en) = match kind {
        Some(Kind::Consent) => wording(typed, errors),
        _ => (Some(String::new()), Some(String::new())),
    };
    let only_if = match typed.get("only_if") {
        "" => Some(None),
        carried => {
            let mut all = conditions(own).map(|(one, choice)| (one.id, choice.key));
            all.find(|(id, key)| condition(*id, *key) == carried)
                .map(Some)
        }
    };
    if only_if.is_none() {
        errors.add("only_if", Msg::new("form-choice-gone"));
    }
    let ticked = |one: &&OwnService| typed.has(&format!("s-{}", one.id));
    let services = own.services.iter().filter(ticked);
    let mut services: Vec<_> = services.map(|one| one.id).collect();
    services.sort_unstable();
    let has_room = room(own, &services, errors);
    let only_if = only_if?;
    let card = QuestionCard {
        kind: kind?,
        name_ja: name_ja?,
        name_en: name_en?,
        description_ja: hint_ja?,
        description_en: hint_en?,
        wording_ja: wording_ja?,
        wording_en: wording_en?,
        choices: serde_json::to_value(choices?).unwrap_or_default(),
        is_required: typed.has("is_required"),
        is_health: typed.has("is_health"),
        only_if: only_if.map(|(question, _)| question),
        only_if_choice: only_if.map(|(_, choice)| choice),
    };
    has_room.then_some(QuestionSetup { card, services })
}

/// Whether each service has room for it; complains of one that has as many questions already as it may have.
fn room(own: &Own, services: &[ServiceId], errors: &mut Errors) -> bool {
    let known = own.known.as_ref().map(|known| known.id);
    let others = || own.all.iter().filter(|one| Some(one.id) != known);
    let count = |id: ServiceId| {
        let own = others().filter(|one| one.setup.services.contains(&id));
        own.count()
    };
    let is_full =
        |one: &&OwnService| services.contains(&one.id) && count(one.id) >= question::PER_SERVICE;
    let Some(full) = own.services.iter().find(is_full) else {
        return true;
    };
    let msg = Msg::new("questions-many")
        .with("max", question::PER_SERVICE)
        .with("name", full.card.name());
    errors.add(format!("s-{}", full.id), msg);
    false
}

/// What somebody agrees to.
fn wording(typed: &Answers, errors: &mut Errors) -> (Option<String>, Option<String>) {
    let text = |typed: &str| text::paragraph(typed, WORDING);
    let missing = Msg::new("questions-wording-required");
    let ja = fields::required(errors, "wording_ja", typed.get("wording_ja"), text, missing);
    let en = fields::optional(errors, "wording_en", typed.get("wording_en"), text);
    (ja, en)
}

/// The choices, one a line: at least one, each once, and none or as many in English.
fn choices(own: &Own, typed: &Answers, errors: &mut Errors) -> Option<Vec<Answer>> {
    let ja = lines(typed, "choices_ja", errors)?;
    let en = lines(typed, "choices_en", errors)?;
    let complaint = match (ja.len(), en.len()) {
        (0, _) => Some(("choices_ja", Msg::new("questions-choices-required"))),
        (many, _) if many > CHOICES => Some((
            "choices_ja",
            Msg::new("questions-choices-many").with("max", CHOICES),
        )),
        (own, other) if other > 0 && own != other => Some((
            "choices_en",
            Msg::new("questions-choices-uneven").with("count", own),
        )),
        _ if (1..ja.len()).any(|at| ja.iter().take(at).any(|one| Some(one) == ja.get(at))) => {
            Some(("choices_ja", Msg::new("questions-choices-twice")))
        }
        _ => None,
    };
    if let Some((name, msg)) = complaint {
        errors.add(name, msg);
        return None;
    }
    let known = own.known.as_ref();
    let before = known.map_or_else(Vec::new, |one| one.setup.card.choices());
    Some(question::choices((&before, own.highest), &ja, &en))
}

fn lines(typed: &Answers, name: &'static str, errors: &mut Errors) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    for typed in typed.get(name).lines() {
        let line = fields::optional(errors, name, typed, |typed| text::line(typed, CHOICE))?;
        lines.extend((!line.is_empty()).then_some(line));
    }
    Some(lines)
}
