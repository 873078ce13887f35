//! What follows the first service of a booking by hand, as it is meant.

use super::{
    new_form::NewForm,
    several::{COMPANIONS, Further, boxed, further, named},
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        msg::Msg,
    },
    domain::{
        bookings::take_visit::Next,
        catalog::{option::ChoiceError, service::Service},
        scheduling::visit::Part,
    },
    web::form::{Errors, options::option_box},
};

/// A further service, as it is meant.
#[derive(Clone, Debug)]
pub struct Meant {
    /// Whose, counted from 0: who books is the first.
    pub guest: i16,
    /// What, with what was chosen besides.
    pub service: Service,
    /// With whom.
    pub resource: Option<ResourceId>,
    /// Whether that person was asked for.
    pub is_nominated: bool,
    /// How many come to it together.
    pub party: i16,
}

impl Meant {
    /// As the command wants it.
    pub fn next(&self) -> Next {
        Next {
            guest: self.guest,
            service: self.service.id,
            options: self.service.chosen(),
            resource: self.resource,
            is_nominated: self.is_nominated,
            party: self.party,
        }
    }

    /// As the engine is asked.
    pub fn part(&self) -> Part<'_> {
        Part {
            guest: self.guest,
            service: &self.service,
            party: self.party,
            nominated: self.resource,
            wait: 0,
        }
    }
}

/// Reads all of them, or complains about each at its place. What whoever books has is for the whole party; who comes along has
/// it alone, or with as few as it is given to.
pub fn parse(
    form: &NewForm,
    (services, party): (&[Service], i16),
    errors: &mut Errors,
) -> Vec<Meant> {
    let all = further(form);
    let mut meant: Vec<Meant> = Vec::with_capacity(all.len());
    for (place, one) in (2..).zip(&all) {
        let guest = whose(one);
        if let Some(service) = service(one, place, services, errors) {
            let party = match guest {
                0 => for_all(party, &service, errors),
                _ => service.figures.party_min.max(1),
            };
            let resource = one.staff.parse::<ResourceId>().ok();
            meant.push(Meant {
                is_nominated: resource.is_some() && one.nominated == "yes",
                resource,
                guest,
                service,
                party,
            });
        }
        if !one.staff.is_empty() && one.staff.parse::<ResourceId>().is_err() {
            errors.add(named("staff", place), Msg::new("form-choice-gone"));
        }
    }
    in_line(meant)
}

/// What is chosen so far, nothing complained about: what is not chosen yet is left out.
pub fn so_far(form: &NewForm, (services, party): (&[Service], i16)) -> Vec<Meant> {
    let all = further(form);
    let one = |one: &Further| {
        let service = known(one, services)?.clone().with_known(&one.options);
        let guest = whose(one);
        Some(Meant {
            resource: one.staff.parse().ok(),
            is_nominated: !one.staff.is_empty() && one.nominated == "yes",
            party: match guest {
                0 => party,
                _ => service.figures.party_min.max(1),
            },
            guest,
            service,
        })
    };
    in_line(all.iter().filter_map(one).collect())
}

/// Guest after guest, counted without a gap.
pub fn in_line(mut all: Vec<Meant>) -> Vec<Meant> {
    all.sort_by_key(|one| one.guest);
    let (mut known, mut count) = (0, 0);
    for one in &mut all {
        if one.guest != known {
            (known, count) = (one.guest, count + 1);
        }
        one.guest = count;
    }
    all
}

fn whose(one: &Further) -> i16 {
    one.guest.parse::<i16>().unwrap_or(0).clamp(0, COMPANIONS)
}

fn known<'a>(one: &Further, services: &'a [Service]) -> Option<&'a Service> {
    let id = one.service.parse::<ServiceId>().ok()?;
    services.iter().find(|service| service.id == id)
}

fn service(
    one: &Further,
    place: usize,
    services: &[Service],
    errors: &mut Errors,
) -> Option<Service> {
    let Some(found) = known(one, services) else {
        let message = match one.service.is_empty() {
            true => Msg::new("desk-new-service-required"),
            false => Msg::new("form-choice-gone"),
        };
        errors.add(named("service", place), message);
        return None;
    };
    let (group, message) = match found.clone().with_options(&one.options) {
        Ok(service) => return Some(service),
        Err(ChoiceError::Gone) => {
            errors.add(named("service", place), Msg::new("desk-options-gone"));
            return None;
        }
        Err(ChoiceError::Missing(group)) => (group, Msg::new("desk-option-required")),
        Err(ChoiceError::TooMany(group)) => (group, Msg::new("desk-option-single")),
    };
    errors.add(boxed(&option_box(group), place), message);
    None
}

/// The party of whoever books, if this can be had by so many; else it is said once, at the question.
fn for_all(party: i16, service: &Service, errors: &mut Errors) -> i16 {
    let (min, max) = (service.figures.party_min, service.figures.party_max);
    if !(min..=max).contains(&party) && !errors.has("party") {
        errors.add(
            "party",
            Msg::new("form-people-range")
                .with("min", min)
                .with("max", max),
        );
    }
    party
}
