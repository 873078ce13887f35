//! Reads the form of a service.

use super::{
    answers::Answers,
    figures::{chosen, whole, yen},
    processing,
    service_form::{DAYS, Offered},
    service_terms,
};
use crate::{
    base::{
        ids::{CategoryId, PolicyId},
        msg::Msg,
        text,
        time::{WallTime, Weekday},
    },
    domain::{
        catalog::{option::Terms, service::Audience, service_card::ServiceCard},
        scheduling::{resource::ResourceUse, setup::Setup, ties::Tie, timetable::Start},
    },
    web::form::{Errors, fields},
};

/// The longest name of a service.
const NAME: usize = 80;
/// The longest text about one.
const TEXT: usize = 2000;
/// The most starts of one day.
const STARTS: usize = 48;

/// The service, or complaints about it.
pub(super) fn parse(typed: &Answers, offered: &Offered, errors: &mut Errors) -> Option<Setup> {
    let card = card(typed, offered, errors);
    let ties = ties(typed, offered, errors);
    let starts = starts(typed, errors);
    let duration = card.as_ref().map(|card| card.duration_minutes);
    let processing = processing::parse(typed, duration, errors);
    let card = card?;
    let is_guarded = ties.iter().any(|one| one.is_required);
    if !is_guarded && card.party_max > card.max_simultaneous_bookings {
        errors.add("seats", Msg::new("catalog-seats-too-few"));
    }
    let setup = Setup {
        card,
        ties,
        starts: starts?,
        processing: processing?,
    };
    errors.is_empty().then_some(setup)
}

fn card(typed: &Answers, offered: &Offered, errors: &mut Errors) -> Option<ServiceCard> {
    let line = |typed: &str| text::line(typed, NAME);
    let missing = Msg::new("catalog-name-required");
    let name_ja = fields::required(errors, "name_ja", typed.get("name_ja"), line, missing);
    let name_en = fields::optional(errors, "name_en", typed.get("name_en"), line);
    let category = category(typed, offered, errors);
    let price = yen(errors, "price", typed);
    let tax = chosen(errors, "tax", typed, |rate| (0..=100).contains(&rate));
    let minutes = minutes(typed, errors);
    let audience = Audience::from_label(typed.get("audience"));
    if audience.is_none() {
        errors.add("audience", Msg::new("form-choice-gone"));
    }
    let mut paragraph = |field: &'static str| {
        let parse = |typed: &str| text::paragraph(typed, TEXT);
        fields::optional(errors, field, typed.get(field), parse)
    };
    let texts = [
        "description_ja",
        "description_en",
        "important_ja",
        "important_en",
    ]
    .map(&mut paragraph);
    let party = party(typed, errors);
    let seats = whole(errors, "seats", typed, (1, 500));
    let policy = policy(typed, offered, errors);
    let free = |minutes: i64| (0..=120).contains(&minutes) && minutes % 5 == 0;
    let before = chosen(errors, "buffer_before", typed, free);
    let after = chosen(errors, "buffer_after", typed, free);
    let notice = chosen(errors, "notice", typed, |own| (0..=43_200).contains(&own));
    let horizon = chosen(errors, "horizon", typed, |own| (0..=730).contains(&own));
    let step = chosen(errors, "step", typed, |own| (5..=240).contains(&own));
    let small = |figure: Option<i64>| figure.and_then(|figure| i16::try_from(figure).ok());
    let [description_ja, description_en, important_ja, important_en] = texts;
    let (party_min, party_max) = party?;
    Some(ServiceCard {
        name_ja: name_ja?,
        name_en: name_en?,
        description_ja: description_ja?,
        description_en: description_en?,
        important_ja: important_ja?,
        important_en: important_en?,
        category: category?,
        duration_minutes: minutes?,
        price_cents: price?,
        tax_rate_percent: small(tax?).unwrap_or(10),
        audience: audience?,
        buffer_before: small(before?).unwrap_or(0),
        buffer_after: small(after?).unwrap_or(0),
        party_min,
        party_max,
        max_simultaneous_bookings: seats?,
        notice_minutes: notice?.and_then(|own| i32::try_from(own).ok()),
        horizon_days: small(horizon?),
        slot_step_minutes: small(step?),
        policy_id: policy?,
    })
}

fn minutes(typed: &Answers, errors: &mut Errors) -> Option<i16> {
    let minutes = whole(errors, "minutes", typed, (5, 1440))?;
    if minutes % 5 != 0 {
        errors.add("minutes", Msg::new("catalog-minutes-five"));
        return None;
    }
    Some(minutes)
}

fn party(typed: &Answers, errors: &mut Errors) -> Option<(i16, i16)> {
    let min = whole(errors, "party_min", typed, (1, 500));
    let max = whole(errors, "party_max", typed, (1, 500));
    let (min, max) = (min?, max?);
    if max < min {
        errors.add("party_max", Msg::new("catalog-party-order"));
        return None;
    }
    Some((min, max))
}

fn category(typed: &Answers, offered: &Offered, errors: &mut Errors) -> Option<Option<CategoryId>> {
    let word = typed.get("category");
    let mut all = offered.categories.iter().map(|one| one.id);
    known(
        errors,
        "category",
        word,
        all.find(|id| id.to_string() == word),
    )
}

fn policy(typed: &Answers, offered: &Offered, errors: &mut Errors) -> Option<Option<PolicyId>> {
    let word = typed.get("policy");
    let mut all = offered.policies.iter().map(|one| one.id);
    known(
        errors,
        "policy",
        word,
        all.find(|id| id.to_string() == word),
    )
}

/// What was chosen of a list, nothing, or a complaint that it is not there any more.
fn known<T>(
    errors: &mut Errors,
    field: &'static str,
    word: &str,
    found: Option<T>,
) -> Option<Option<T>> {
    if found.is_none() && !word.is_empty() {
        errors.add(field, Msg::new("form-choice-gone"));
        return None;
    }
    Some(found)
}

/// Who and what was ticked, each kind as it is said to be taken, by key.
fn ties(typed: &Answers, offered: &Offered, errors: &mut Errors) -> Vec<Tie> {
    let ticked = offered
        .resources
        .iter()
        .filter(|one| typed.has(&format!("r-{}", one.id)));
    let mut ties: Vec<Tie> = ticked
        .map(|one| {
            let kind = one.card.resource_type.label();
            let take = ResourceUse::from_label(typed.get(&format!("use-{kind}")));
            Tie {
                resource: one.id,
                take: take.unwrap_or(ResourceUse::Exclusive),
                is_required: typed.has(&format!("must-{kind}")),
                terms: match one.card.resource_type.is_person() {
                    true => service_terms::parse(typed, one.id, errors),
                    false => Terms::default(),
                },
            }
        })
        .collect();
    ties.sort_unstable();
    ties
}

/// The timetable, by day and time.
fn starts(typed: &Answers, errors: &mut Errors) -> Option<Vec<Start>> {
    let mut starts = Vec::new();
    let mut is_sound = true;
    for (day, name) in Weekday::ALL.into_iter().zip(DAYS) {
        let times: Vec<Option<WallTime>> = text::listed(typed.get(name))
            .iter()
            .map(|time| WallTime::parse(time))
            .collect();
        if times.contains(&None) || times.len() > STARTS {
            errors.add(name, Msg::new("catalog-times-form"));
            is_sound = false;
        }
        starts.extend(times.into_iter().flatten().map(|time| (day, time)));
    }
    starts.sort_by_key(|(day, time)| (day.number(), time.minutes()));
    starts.dedup();
    is_sound.then_some(starts)
}
