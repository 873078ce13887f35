//! The boxes of a service.

use super::{
    answers::Answers,
    ask::Ask,
    figures::offered,
    lengths, processing, service_terms, service_text,
    sheet::Part,
    words::{self, KINDS},
};
use crate::{
    base::lang::Lang,
    domain::{
        bookings::real_length::RealLength,
        catalog::{category::Category, policy_card::OwnPolicy, service::Audience},
        scheduling::{
            resource::{ResourceType, ResourceUse},
            resource_card::OwnResource,
            setup::Setup,
            timetable::Start,
        },
    },
    web::{
        form::Errors,
        gate::member::AtWork,
        page::PageCtx,
        ui::{choice_field::ChoiceField, field::Field, text_field::Entry, text_field::TextField},
    },
};

/// Minutes that are kept free.
const BUFFERS: [i64; 9] = [0, 5, 10, 15, 20, 30, 45, 60, 90];
/// Rates of the consumption tax, and none.
const RATES: [i64; 3] = [10, 8, 0];
/// The boxes of the timetable, Sunday first.
pub(super) const DAYS: [&str; 7] = [
    "times-0", "times-1", "times-2", "times-3", "times-4", "times-5", "times-6",
];

/// What the form offers besides figures.
pub(super) struct Offered {
    pub at: AtWork,
    pub categories: Vec<Category>,
    pub policies: Vec<OwnPolicy>,
    /// Those that can be chosen: not deleted, or taken by this service all the same.
    pub resources: Vec<OwnResource>,
}

/// A new service: what most have, and the shop's own policy.
pub(super) fn blank(offered: &Offered, category: &str) -> Answers {
    let mut answers = Answers::default();
    for (name, value) in [
        ("minutes", "60"),
        ("tax", "10"),
        ("party_min", "1"),
        ("party_max", "1"),
        ("seats", "1"),
        ("buffer_before", "0"),
        ("buffer_after", "0"),
        ("audience", Audience::Everyone.label()),
    ] {
        answers.put(name, value);
    }
    answers.put("category", category);
    let default = offered.policies.iter().find(|one| one.is_default);
    answers.put(
        "policy",
        default.map(|one| one.id.to_string()).unwrap_or_default(),
    );
    for kind in KINDS {
        answers.put(
            format!("use-{}", kind.label()),
            ResourceUse::Exclusive.label(),
        );
        answers.tick(format!("must-{}", kind.label()), true);
    }
    answers
}

/// A service as it is kept.
pub(super) fn answers(offered: &Offered, setup: &Setup) -> Answers {
    let (mut answers, card) = (blank(offered, ""), &setup.card);
    for (name, value) in [
        ("name_ja", &card.name_ja),
        ("name_en", &card.name_en),
        ("description_ja", &card.description_ja),
        ("description_en", &card.description_en),
        ("important_ja", &card.important_ja),
        ("important_en", &card.important_en),
    ] {
        answers.put(name, value);
    }
    let of = |key: Option<String>| key.unwrap_or_default();
    answers.put("category", of(card.category.map(|id| id.to_string())));
    answers.put("policy", of(card.policy_id.map(|id| id.to_string())));
    answers.put("minutes", card.duration_minutes);
    answers.put("price", card.price_cents);
    answers.put("tax", card.tax_rate_percent);
    answers.put("audience", card.audience.label());
    answers.put("buffer_before", card.buffer_before);
    answers.put("buffer_after", card.buffer_after);
    processing::answers(&mut answers, setup.processing);
    answers.put("party_min", card.party_min);
    answers.put("party_max", card.party_max);
    answers.put("seats", card.max_simultaneous_bookings);
    answers.put("notice", of(card.notice_minutes.map(|own| own.to_string())));
    answers.put("horizon", of(card.horizon_days.map(|own| own.to_string())));
    answers.put(
        "step",
        of(card.slot_step_minutes.map(|own| own.to_string())),
    );
    for tie in &setup.ties {
        answers.tick(format!("r-{}", tie.resource), true);
        let found = offered.resources.iter().find(|one| one.id == tie.resource);
        if let Some(kind) = found.map(|one| one.card.resource_type.label()) {
            answers.put(format!("use-{kind}"), tie.take.label());
            answers.tick(format!("must-{kind}"), tie.is_required);
        }
    }
    service_terms::fill(&mut answers, setup);
    for (day, name) in (0..).zip(DAYS) {
        answers.put(name, times(&setup.starts, day));
    }
    answers
}

/// The times of a day, as people write them.
fn times(starts: &[Start], day: i16) -> String {
    let own = starts.iter().filter(|(own, _)| own.number() == day);
    let times: Vec<String> = own.map(|(_, time)| time.to_string()).collect();
    times.join(" ")
}

/// All of them.
pub(super) fn parts(
    ctx: &PageCtx,
    offered: &Offered,
    (typed, errors): (&Answers, &Errors),
) -> Vec<Part> {
    let ask = Ask {
        t: ctx.t,
        typed,
        errors,
    };
    let mut parts = vec![
        basics(ctx, offered, ask),
        service_text::text(ask, ctx.lang),
        service_text::translation(ask, ctx.lang),
    ];
    parts.extend(needs(ctx, offered, ask));
    parts.extend(service_terms::part(ctx, offered, ask));
    parts.push(rules(ctx, offered, ask));
    parts.push(timetable(ask));
    parts
}

/// With how long it really takes said at the box of its length, which stays as it is.
pub(super) fn with_real_length(
    ctx: &PageCtx,
    mut parts: Vec<Part>,
    real: Option<RealLength>,
) -> Vec<Part> {
    let fields = parts.iter_mut().flat_map(|part| &mut part.fields);
    let lines = fields.filter_map(|field| match field {
        Field::Line(line) => Some(line),
        _ => None,
    });
    let minutes = lines.filter(|line| line.name == "minutes");
    for (line, real) in minutes.zip(real) {
        line.hint = Some(ctx.t.catalog_real_length(real.minutes, real.visits));
    }
    parts
}

fn basics(ctx: &PageCtx, offered: &Offered, ask: Ask<'_>) -> Part {
    let t = ask.t;
    let none = || (String::new(), t.catalog_none());
    let categories = offered.categories.iter().map(|one| {
        let name = crate::base::bilingual::Bilingual::new(&one.card.name_ja, &one.card.name_en);
        (one.id.to_string(), name.text(ctx.lang).to_owned())
    });
    let audiences = [Audience::Everyone, Audience::New, Audience::Returning].map(|one| {
        let label = t.of_family("catalog-audience", one.label());
        (one.label().to_owned(), label)
    });
    let rates = offered_rates(ask).into_iter().map(|rate| {
        let label = match rate {
            0 => t.catalog_tax_none(),
            _ => t.catalog_tax(rate),
        };
        (rate.to_string(), label)
    });
    let unit = |field: TextField, unit: String| TextField {
        unit: Some(unit),
        ..field
    };
    let minutes = ask.must("minutes", t.catalog_minutes(), Entry::Number);
    let price = ask.must("price", t.catalog_price(), Entry::Amount);
    let name = Field::Line(ask.must("name_ja", t.catalog_name_ja(), Entry::Text));
    let names = match ctx.lang {
        Lang::Ja => vec![name],
        Lang::En => vec![service_text::name_en(ask), name],
    };
    let rest = [
        Field::Select(ask.select(
            "category",
            t.catalog_category(),
            std::iter::once(none()).chain(categories),
        )),
        Field::Line(unit(price, t.catalog_unit_yen())),
        Field::Select(ask.select("tax", t.catalog_tax_rate(), rates)),
        Field::Line(unit(minutes, t.catalog_unit_minutes())),
        Field::Select(ask.select("audience", t.catalog_audience(), audiences)),
    ];
    Part {
        heading: t.catalog_part_basics(),
        fields: names.into_iter().chain(rest).collect(),
        ..Part::default()
    }
}

/// The rates there are; another one only where it is kept already. The usual one stands first.
fn offered_rates(ask: Ask<'_>) -> Vec<i64> {
    let mut rates = offered(&RATES, ask.typed.get("tax"));
    rates.reverse();
    rates
}

/// Who and what it takes, kind by kind, and how many at once where it takes nobody and nothing.
fn needs(ctx: &PageCtx, offered: &Offered, ask: Ask<'_>) -> Vec<Part> {
    let t = ask.t;
    let mut parts: Vec<Part> = KINDS
        .into_iter()
        .filter_map(|kind| of_kind(ctx, offered, ask, kind))
        .collect();
    if let Some(first) = parts.first_mut() {
        first.note = Some(t.catalog_needs_lead());
    }
    let number = |name: &str, label: String, hint: Option<String>| {
        Field::Line(TextField {
            hint,
            unit: Some(t.catalog_unit_people()),
            ..ask.must(name, label, Entry::Number)
        })
    };
    parts.push(Part {
        heading: t.catalog_part_party(),
        fields: vec![
            number("party_min", t.catalog_party_min(), None),
            number("party_max", t.catalog_party_max(), None),
            number("seats", t.catalog_seats(), Some(t.catalog_seats_hint())),
        ],
        ..Part::default()
    });
    parts
}

fn of_kind(ctx: &PageCtx, offered: &Offered, ask: Ask<'_>, kind: ResourceType) -> Option<Part> {
    let (t, word) = (ask.t, kind.label());
    let own = || {
        let all = offered.resources.iter();
        all.filter(move |one| one.card.resource_type == kind)
    };
    let boxes: Vec<ChoiceField> = own().map(|one| resource(ctx, ask, one)).collect();
    if boxes.is_empty() {
        return None;
    }
    let uses = [ResourceUse::Exclusive, ResourceUse::Seats].map(|take| {
        let label = t.of_family("catalog-use", take.label());
        (take.label().to_owned(), label)
    });
    let name = format!("use-{word}");
    // Where everybody has one seat, taking it and taking all of them is the same.
    let has_seats = own().any(|one| one.card.capacity > 1)
        || ask.typed.get(&name) == ResourceUse::Seats.label();
    let takes = has_seats.then(|| Field::Select(ask.select(&name, t.catalog_use(), uses)));
    let must = ask.tick(
        &format!("must-{word}"),
        t.catalog_must(words::kind(t, kind)),
        None,
    );
    let fields = takes.into_iter().chain([Field::Choice(must)]);
    Some(Part {
        heading: words::kind(t, kind),
        boxes,
        fields: fields.collect(),
        with_boxes: true,
        ..Part::default()
    })
}

fn resource(ctx: &PageCtx, ask: Ask<'_>, one: &OwnResource) -> ChoiceField {
    let t = ask.t;
    let note = match (one.is_deleted, one.card.is_active, one.card.takes_online) {
        (true, ..) => Some(t.catalog_deleted()),
        (false, false, _) => Some(t.catalog_resting()),
        (false, true, false) => Some(t.catalog_offline_now()),
        (false, true, true) => None,
    };
    let name = one.card.name().text(ctx.lang).to_owned();
    ask.tick(&format!("r-{}", one.id), name, note)
}

fn rules(ctx: &PageCtx, offered_here: &Offered, ask: Ask<'_>) -> Part {
    let t = ask.t;
    let [notice, horizon, step] = words::shops(ctx, &offered_here.at);
    let list = |name: &str, label: String, own: Option<String>, figures: Vec<(i64, String)>| {
        let own = own.map(|own| (String::new(), own));
        let figures = figures
            .into_iter()
            .map(|(value, label)| (value.to_string(), label));
        Field::Select(ask.select(name, label, own.into_iter().chain(figures)))
    };
    let said = |name: &str, figures: &[i64], say: &dyn Fn(i64) -> String| {
        let all = offered(figures, ask.typed.get(name)).into_iter();
        all.map(|figure| (figure, say(figure))).collect::<Vec<_>>()
    };
    let buffer = |minutes| words::buffer(t, minutes);
    let none = (String::new(), t.catalog_policy_none());
    let policies = offered_here
        .policies
        .iter()
        .map(|one| (one.id.to_string(), one.card.name.clone()));
    let policy = std::iter::once(none).chain(policies);
    Part {
        heading: t.catalog_part_rules(),
        fields: vec![
            Field::Select(ask.select("policy", t.catalog_policy(), policy)),
            processing::after(ask),
            processing::minutes(ask),
            list(
                "buffer_before",
                t.catalog_buffer_before(),
                None,
                said("buffer_before", &BUFFERS, &buffer),
            ),
            list(
                "buffer_after",
                t.catalog_buffer_after(),
                None,
                said("buffer_after", &BUFFERS, &buffer),
            ),
            list(
                "notice",
                t.catalog_notice_label(),
                Some(notice),
                said("notice", &lengths::NOTICES, &|own| lengths::notice(t, own)),
            ),
            list(
                "horizon",
                t.catalog_horizon_label(),
                Some(horizon),
                said("horizon", &lengths::HORIZONS, &|own| {
                    lengths::horizon(t, own)
                }),
            ),
            list(
                "step",
                t.catalog_step_label(),
                Some(step),
                said("step", &lengths::STEPS, &|own| lengths::length(t, own)),
            ),
        ],
        ..Part::default()
    }
}

fn timetable(ask: Ask<'_>) -> Part {
    let t = ask.t;
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let days = [Sun, Mon, Tue, Wed, Thu, Fri, Sat];
    let is_used = |name: &str| !ask.typed.get(name).is_empty() || ask.errors.of(name, t).is_some();
    Part {
        heading: t.catalog_part_timetable(),
        note: Some(t.catalog_timetable_hint()),
        folded: Some(DAYS.iter().any(|name| is_used(name))),
        fields: days
            .into_iter()
            .zip(DAYS)
            .map(|(day, name)| Field::Line(ask.line(name, t.weekday_in_full(day), Entry::Text)))
            .collect(),
        ..Part::default()
    }
}
