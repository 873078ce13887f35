//! What is asked about another shop: what cannot be the same, and what is to be copied.

use super::{
    answers::Answers,
    ask::Ask,
    copies::{COPIES, Wanted},
    sheet::Part,
};
use crate::{
    base::{bilingual::Bilingual, msg::Msg, text},
    domain::businesses::{
        open::{self, Application},
        profile::{Address, Profile},
    },
    web::{
        form::{Errors, fields},
        page::PageCtx,
        prefecture,
        ui::{
            field::Field,
            text_field::{Entry, TextField},
        },
    },
};

/// The longest name.
const NAME: usize = 80;
/// The longest part of an address.
const LINE: usize = 100;

/// The boxes to begin with: the same name and the same prefecture, and everything copied.
pub(super) fn answers(profile: &Profile) -> Answers {
    let mut answers = Answers::default();
    answers.put("name_ja", &profile.name.ja);
    answers.put("name_en", &profile.name.en);
    answers.put("prefecture", &profile.address.prefecture);
    for what in COPIES {
        // Policies go along with the menu.
        answers.tick(format!("copy_{what}"), what != "policies");
    }
    answers
}

/// What they mean, or complaints.
pub(super) fn parse(
    typed: &Answers,
    profile: &Profile,
    errors: &mut Errors,
) -> Option<(Application, Wanted)> {
    let name = |typed: &str| text::line(typed, NAME);
    let missing = Msg::new("operators-apply-name-required");
    let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), name, missing);
    let name_en = fields::optional(errors, "name_en", typed.get("name_en"), name);
    let slug = text::ascii(typed.get("slug")).trim().to_lowercase();
    let is_word = open::is_word(&slug);
    if !is_word {
        errors.add("slug", Msg::new("operators-apply-slug-form"));
    }
    let missing = Msg::new("operators-apply-phone-required");
    let phone = fields::required(errors, "phone", typed.get("phone"), text::phone, missing);
    let address = address(typed, errors);
    let wanted = Wanted(COPIES.map(|what| typed.has(&format!("copy_{what}"))));
    let application = Application {
        name: Bilingual::new(name_ja?, name_en?),
        kana: String::new(),
        vertical: profile.vertical,
        slug: Some(slug).filter(|_| is_word)?,
        phone: phone?,
        address: address?,
    };
    Some((application, wanted))
}

fn address(typed: &Answers, errors: &mut Errors) -> Option<Address> {
    let line = |typed: &str| text::line(typed, LINE);
    let code = typed.get("postal_code");
    let postal_code = fields::optional(errors, "postal_code", code, text::postal_code);
    let prefecture = Some(typed.get("prefecture")).filter(|name| prefecture::is_one(name));
    if prefecture.is_none() {
        let missing = Msg::new("operators-apply-prefecture-required");
        errors.add("prefecture", missing);
    }
    let missing = Msg::new("operators-apply-city-required");
    let city = fields::required(errors, "city", typed.get("city"), line, missing);
    let missing = Msg::new("operators-apply-street-required");
    let street = fields::required(errors, "street", typed.get("street"), line, missing);
    let building = fields::optional(errors, "building", typed.get("building"), line);
    Some(Address {
        postal_code: postal_code?,
        prefecture: prefecture?.to_owned(),
        city: city?,
        street: street?,
        building: building?,
        english: String::new(),
    })
}

/// The boxes.
pub(super) fn parts(ctx: &PageCtx, typed: &Answers, errors: &Errors) -> Vec<Part> {
    let t = ctx.t;
    let ask = Ask { t, typed, errors };
    let slug = TextField {
        hint: Some(t.operators_apply_slug_own()),
        ..ask.must("slug", t.operators_slug(), Entry::Text)
    };
    let copy = |what: &str| {
        let note = t.of_family("branch-copy-note", what);
        let label = t.of_family("branch-copy", what);
        Field::Choice(ask.tick(&format!("copy_{what}"), label, Some(note)))
    };
    vec![
        Part {
            heading: t.branch_name(),
            fields: vec![
                Field::Line(ask.must("name_ja", t.operators_name_ja(), Entry::Organization)),
                Field::Line(ask.may("name_en", t.operators_name_en(), Entry::Text)),
                Field::Line(slug),
            ],
            ..Part::default()
        },
        Part {
            heading: t.branch_place(),
            fields: vec![
                Field::Line(ask.must("phone", t.operators_phone(), Entry::Phone)),
                Field::Line(ask.may("postal_code", t.operators_postal_code(), Entry::PostalCode)),
                prefecture::field(ctx, typed.get("prefecture"), errors),
                Field::Line(ask.must("city", t.operators_city(), Entry::City)),
                Field::Line(ask.must("street", t.operators_street(), Entry::Street)),
                Field::Line(ask.may("building", t.operators_building(), Entry::Building)),
            ],
            ..Part::default()
        },
        Part {
            heading: t.branch_copies(),
            note: Some(t.branch_copies_note()),
            fields: COPIES.map(copy).into(),
            ..Part::default()
        },
    ]
}
