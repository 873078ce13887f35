//! A shop out of what has been read of it: who and what it has, and its rules.

use super::{Ask, By, Shop};
use crate::domain::{
    catalog::service::Service,
    scheduling::{
        availability::{Limits, Resource as Able},
        begun,
        caps::{self, Begun},
        reach::later,
        resource::{Link, Resource, Roster},
        rule_read::RuleRows,
        rule_rows,
        taken::Taken,
    },
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// The shop with nothing taken, as far as some of its services need it; without any named, all of it.
pub(super) fn ruled(
    (roster, rows): (Arc<Roster>, &RuleRows),
    ask: &Ask<'_>,
    services: &[&Service],
    now: DateTime<Utc>,
) -> Shop {
    let links: Vec<Link> = match services {
        [] => roster.links(None).collect(),
        services => {
            let mut links = Vec::new();
            for service in services {
                links.extend(roster.links_of(service));
                let then = later(service);
                links.extend(then.iter().flat_map(|(_, then)| roster.links_of(then)));
            }
            links
        }
    };
    let needed =
        |one: &&Resource| services.is_empty() || links.iter().any(|link| link.resource == one.id);
    let resources = roster.resources.iter().filter(needed);
    let mut able: Vec<Able> = resources.map(rule_rows::able).collect();
    let rules = rule_rows::applied(rows, &mut able, (ask.from, ask.days));
    Shop {
        roster,
        links,
        able,
        opening: rules.opening,
        timetable: rules.timetable,
        groups: rules.groups,
        limits: match ask.by {
            By::Guest => begun::capped(rules.limits, &ask.profile.settings),
            By::Hand => Limits::default(),
        },
        from: ask.from,
        days: ask.days,
        now,
    }
}

impl Shop {
    /// The whole of a shop that was read among many, with what is taken there and, where it limits how much may begin, what
    /// begins, of services and by people, too.
    pub(in crate::domain::scheduling) fn of_many(
        known: (Arc<Roster>, &RuleRows),
        ask: &Ask<'_>,
        (taken, begun, lines): (&[Taken], &[DateTime<Utc>], &[Begun]),
        now: DateTime<Utc>,
    ) -> Self {
        let mut shop = ruled(known, ask, &[], now);
        shop.fill(taken);
        shop.limits.begun = begun.to_vec();
        caps::counted(&mut shop.limits, lines);
        shop
    }
}
