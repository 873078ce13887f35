//! The boxes of a person, a room, a table or a machine.

use super::{
    answers::Answers,
    ask::Ask,
    figures::{whole, yen},
    sheet::Part,
    words::{self, KINDS},
};
use crate::{
    base::{msg::Msg, text},
    domain::{
        catalog::service_card::OwnService,
        scheduling::{
            resource::ResourceType,
            resource_card::{ResourceCard, ResourceSetup},
        },
    },
    web::{
        form::{Errors, fields},
        page::PageCtx,
        ui::{field::Field, text_field::Entry, text_field::TextField},
    },
};

/// The longest name.
const NAME: usize = 60;
/// As large a party as there can be: no limit.
const NO_LIMIT: i16 = 500;

/// What a new one begins with.
pub(super) fn blank() -> Answers {
    let mut answers = Answers::default();
    answers.put("kind", ResourceType::Staff.label());
    answers.put("capacity", 1);
    answers.put("fee", 0);
    answers.tick("nominable", true);
    answers.tick("active", true);
    answers
}

/// One as it is kept.
pub(super) fn answers(setup: &ResourceSetup) -> Answers {
    let (mut answers, card) = (Answers::default(), &setup.card);
    answers.put("kind", card.resource_type.label());
    answers.put("name", &card.name);
    answers.put("name_en", &card.name_en);
    answers.put("kana", &card.kana);
    answers.put("capacity", card.capacity);
    if card.party_max < NO_LIMIT {
        answers.put("party_max", card.party_max);
    }
    answers.put("fee", card.nomination_fee_cents);
    answers.tick("nominable", card.is_nominable);
    answers.tick("offline", !card.takes_online);
    answers.tick("shifts", card.has_shifts);
    answers.tick("active", card.is_active);
    for service in &setup.services {
        answers.tick(format!("s-{service}"), true);
    }
    answers
}

/// All boxes. What kind of thing it is is chosen once.
pub(super) fn parts(
    ctx: &PageCtx,
    (services, is_new): (&[OwnService], bool),
    (typed, errors): (&Answers, &Errors),
) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let kinds = KINDS.map(|kind| (kind.label().to_owned(), words::kind(t, kind)));
    let kind = is_new.then(|| Field::Select(ask.select("kind", t.catalog_resource_kind(), kinds)));
    let names = [
        Field::Line(ask.must("name", t.catalog_resource_name(), Entry::Text)),
        Field::Line(ask.may("name_en", t.catalog_name_en(), Entry::Text)),
        Field::Line(ask.may("kana", t.catalog_kana(), Entry::Kana)),
    ];
    let people = |field: TextField, hint: String| {
        Field::Line(TextField {
            unit: Some(t.catalog_unit_people()),
            hint: Some(hint),
            ..field
        })
    };
    let fee = TextField {
        unit: Some(t.catalog_unit_yen()),
        hint: Some(t.catalog_fee_hint()),
        ..ask.must("fee", t.catalog_fee(), Entry::Amount)
    };
    let capacity = ask.must("capacity", t.catalog_capacity(), Entry::Number);
    let party = ask.may("party_max", t.catalog_fits(), Entry::Number);
    let boxes = services.iter().map(|one| {
        let name = one.card.name().text(ctx.lang).to_owned();
        let note = (!one.is_active).then(|| t.catalog_hidden());
        ask.tick(&format!("s-{}", one.id), name, note)
    });
    vec![
        Part {
            heading: t.catalog_part_basics(),
            fields: kind.into_iter().chain(names).collect(),
            ..Part::default()
        },
        Part {
            heading: t.catalog_part_booking(),
            boxes: vec![
                ask.tick("active", t.catalog_active(), Some(t.catalog_active_note())),
                ask.tick(
                    "nominable",
                    t.catalog_nominable(),
                    Some(t.catalog_nominable_note()),
                ),
                ask.tick(
                    "offline",
                    t.catalog_offline(),
                    Some(t.catalog_offline_note()),
                ),
                ask.tick(
                    "shifts",
                    t.catalog_by_shifts(),
                    Some(t.catalog_by_shifts_note()),
                ),
            ],
            fields: vec![
                Field::Line(fee),
                people(capacity, t.catalog_capacity_hint()),
                people(party, t.catalog_fits_hint()),
            ],
            ..Part::default()
        },
        Part {
            heading: t.catalog_part_services(),
            note: services.is_empty().then(|| t.catalog_menu_empty()),
            boxes: boxes.collect(),
            ..Part::default()
        },
    ]
}

/// The resource, or complaints about it.
pub(super) fn parse(
    typed: &Answers,
    services: &[OwnService],
    errors: &mut Errors,
) -> Option<ResourceSetup> {
    let line = |typed: &str| text::line(typed, NAME);
    let kind = ResourceType::from_label(typed.get("kind"));
    if kind.is_none() {
        errors.add("kind", Msg::new("form-choice-gone"));
    }
    let missing = Msg::new("catalog-name-required");
    let name = fields::required(errors, "name", typed.get("name"), line, missing);
    let name_en = fields::optional(errors, "name_en", typed.get("name_en"), line);
    let kana = fields::optional(errors, "kana", typed.get("kana"), text::kana);
    let capacity = whole(errors, "capacity", typed, (1, 500));
    let party_max = match text::is_blank(typed.get("party_max")) {
        true => Some(NO_LIMIT),
        false => whole(errors, "party_max", typed, (1, 500)),
    };
    let fee = yen(errors, "fee", typed);
    let mut served: Vec<_> = services.iter().map(|one| one.id).collect();
    served.retain(|id| typed.has(&format!("s-{id}")));
    served.sort_unstable();
    Some(ResourceSetup {
        card: ResourceCard {
            resource_type: kind?,
            name: name?,
            name_en: name_en?,
            kana: kana?,
            capacity: capacity?,
            party_max: party_max?,
            nomination_fee_cents: fee?,
            is_nominable: typed.has("nominable"),
            takes_online: !typed.has("offline"),
            has_shifts: typed.has("shifts"),
            is_active: typed.has("active"),
        },
        services: served,
    })
}
