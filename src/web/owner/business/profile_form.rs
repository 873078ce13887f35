//! The boxes about the business itself.

use super::{answers::Answers, ask::Ask, sheet::Part};
use crate::{
    base::{msg::Msg, text},
    domain::businesses::profile_card::{OwnProfile, ProfileCard},
    i18n::Words,
    web::{
        form::{Errors, fields},
        page::PageCtx,
        prefecture,
        ui::{
            choice_field::{Choice, ChoiceField},
            field::Field,
            frame::ACCENTS,
            text_field::Entry,
        },
    },
};

/// The longest name.
const NAME: usize = 80;
/// The longest part of an address.
const LINE: usize = 100;
/// The longest address in one line.
const ADDRESS: usize = 200;
/// What can be said of a shop.
const ABOUT: usize = 2_000;

/// The boxes as they are kept.
pub(super) fn answers(t: Words, own: &OwnProfile) -> Answers {
    let (mut answers, card) = (Answers::default(), &own.card);
    for (name, value) in [
        ("name_ja", &card.display_name_ja),
        ("name_en", &card.display_name_en),
        ("kana", &card.name_kana),
        ("about_ja", &card.description_ja),
        ("about_en", &card.description_en),
        ("postal_code", &card.postal_code),
        ("prefecture", &card.prefecture),
        ("city", &card.city),
        ("street", &card.street),
        ("building", &card.building),
        ("address_en", &card.address_en),
        ("accent", &own.accent),
    ] {
        answers.put(name, value);
    }
    // As people write it, not as it is kept.
    let phone = match card.phone.as_str() {
        "" => String::new(),
        known => t.phone(known),
    };
    answers.put("phone", phone);
    answers.put("email", card.email.clone().unwrap_or_default());
    answers.tick("listed", card.is_listed);
    answers
}

/// What they mean, or complaints.
pub(super) fn parse(typed: &Answers, errors: &mut Errors) -> Option<OwnProfile> {
    let name = |typed: &str| text::line(typed, NAME);
    let about = |typed: &str| text::paragraph(typed, ABOUT);
    let missing = Msg::new("operators-apply-name-required");
    let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), name, missing);
    let name_en = fields::optional(errors, "name_en", typed.get("name_en"), name);
    let kana = fields::optional(errors, "kana", typed.get("kana"), text::kana);
    let about_ja = fields::optional(errors, "about_ja", typed.get("about_ja"), about);
    let about_en = fields::optional(errors, "about_en", typed.get("about_en"), about);
    let missing = Msg::new("operators-apply-phone-required");
    let phone = fields::required(errors, "phone", typed.get("phone"), text::phone, missing);
    let email = fields::optional(errors, "email", typed.get("email"), text::email);
    let address = address(typed, errors);
    let accent = Some(typed.get("accent")).filter(|word| ACCENTS.contains(word));
    if accent.is_none() {
        errors.add("accent", Msg::new("form-choice-gone"));
    }
    Some(OwnProfile {
        card: ProfileCard {
            display_name_ja: name_ja?,
            display_name_en: name_en?,
            name_kana: kana?,
            description_ja: about_ja?,
            description_en: about_en?,
            phone: phone?,
            email: Some(email?).filter(|email| !email.is_empty()),
            is_listed: typed.has("listed"),
            ..address?
        },
        accent: accent?.to_owned(),
    })
}

/// The part about the place.
fn address(typed: &Answers, errors: &mut Errors) -> Option<ProfileCard> {
    let line = |typed: &str| text::line(typed, LINE);
    let whole = |typed: &str| text::line(typed, ADDRESS);
    let code = typed.get("postal_code");
    let postal_code = fields::optional(errors, "postal_code", code, text::postal_code);
    let prefecture = Some(typed.get("prefecture")).filter(|name| prefecture::is_one(name));
    if prefecture.is_none() {
        errors.add(
            "prefecture",
            Msg::new("operators-apply-prefecture-required"),
        );
    }
    let missing = Msg::new("operators-apply-city-required");
    let city = fields::required(errors, "city", typed.get("city"), line, missing);
    let missing = Msg::new("operators-apply-street-required");
    let street = fields::required(errors, "street", typed.get("street"), line, missing);
    let building = fields::optional(errors, "building", typed.get("building"), line);
    let english = fields::optional(errors, "address_en", typed.get("address_en"), whole);
    Some(ProfileCard {
        postal_code: postal_code?,
        prefecture: prefecture?.to_owned(),
        city: city?,
        street: street?,
        building: building?,
        address_en: english?,
        ..ProfileCard::default()
    })
}

/// The boxes.
pub(super) fn parts(ctx: &PageCtx, typed: &Answers, errors: &Errors) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let mut about = ask.area("about_ja", t.owner_profile_about_ja());
    about.hint = Some(t.owner_profile_about_hint());
    let mut kana = ask.may("kana", t.owner_profile_kana(), Entry::Kana);
    kana.hint = Some(t.owner_profile_kana_hint());
    vec![
        Part {
            heading: t.owner_profile_name(),
            fields: vec![
                Field::Line(ask.must("name_ja", t.operators_name_ja(), Entry::Organization)),
                Field::Line(kana),
                Field::Line(ask.may("name_en", t.operators_name_en(), Entry::Text)),
                Field::Area(about),
                Field::Area(ask.area("about_en", t.owner_profile_about_en())),
            ],
            ..Part::default()
        },
        Part {
            heading: t.owner_profile_contact(),
            fields: vec![
                Field::Line(ask.must("phone", t.operators_phone(), Entry::Phone)),
                Field::Line(ask.may("email", t.owner_profile_email(), Entry::OtherEmail)),
            ],
            ..Part::default()
        },
        place(ctx, ask),
        Part {
            heading: t.owner_profile_looks(),
            fields: vec![
                Field::Choice(accents(ask)),
                Field::Choice(ask.tick(
                    "listed",
                    t.owner_profile_listed(),
                    Some(t.owner_profile_listed_note()),
                )),
            ],
            ..Part::default()
        },
    ]
}

fn place(ctx: &PageCtx, ask: Ask<'_>) -> Part {
    let t = ask.t;
    Part {
        heading: t.owner_profile_place(),
        fields: vec![
            Field::Line(ask.may("postal_code", t.operators_postal_code(), Entry::PostalCode)),
            prefecture::field(ctx, ask.typed.get("prefecture"), ask.errors),
            Field::Line(ask.must("city", t.operators_city(), Entry::City)),
            Field::Line(ask.must("street", t.operators_street(), Entry::Street)),
            Field::Line(ask.may("building", t.operators_building(), Entry::Building)),
            Field::Line(ask.may("address_en", t.owner_profile_address_en(), Entry::Text)),
        ],
        ..Part::default()
    }
}

/// The eight colours, by name: none is told by its look alone.
fn accents(ask: Ask<'_>) -> ChoiceField {
    let t = ask.t;
    let choice = |accent: &&str| Choice {
        value: (*accent).to_owned(),
        label: t.of_family("owner-accent", accent),
        chosen: ask.typed.get("accent") == *accent,
        ..Choice::default()
    };
    ChoiceField {
        name: "accent".to_owned(),
        legend: t.owner_profile_accent(),
        side_by_side: true,
        options: ACCENTS.iter().map(choice).collect(),
        hint: Some(t.owner_profile_accent_hint()),
        complaint: ask.errors.of("accent", t),
        ..ChoiceField::default()
    }
}
