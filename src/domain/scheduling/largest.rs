//! Read: the largest party that a service can be had for, by the tables there are and what can be put together of them.

use super::{
    availability::Group,
    load::By,
    resource::{self, Link, Resource, ResourceType, ResourceUse, Roster},
    rule_rows,
};
use crate::{
    base::ids::ResourceId,
    db::{self, TenantTx},
    domain::catalog::service::Service,
};

/// The largest party, no larger than the menu says; the smallest of the menu where nothing fits even that.
pub fn of(tx: &mut TenantTx<'_>, service: &Service, by: By) -> db::Result<i16> {
    let figures = &service.figures;
    // Who comes alone fits wherever anybody does.
    if figures.party_max <= 1 {
        return Ok(figures.party_max);
    }
    let (roster, groups) = (resource::roster(tx)?, rule_rows::groups(tx)?);
    let most = seated(&roster, service, (&groups, by));
    Ok(most.clamp(figures.party_min, figures.party_max))
}

/// A service that takes no larger parties than there is a place for.
pub fn narrowed(tx: &mut TenantTx<'_>, mut service: Service, by: By) -> db::Result<Service> {
    service.figures.party_max = of(tx, &service, by)?;
    Ok(service)
}

/// The most that everything a service needs has a place for; each kind by itself.
fn seated(roster: &Roster, service: &Service, (groups, by): (&[Group], By)) -> i16 {
    let links = roster.links_of(service).into_iter();
    let able: Vec<(Link, &Resource)> = links
        .filter(|link| link.is_required)
        .filter_map(|link| Some((link, roster.find(link.resource)?)))
        .filter(|(_, one)| one.takes_online || by == By::Hand)
        .collect();
    let mut kinds: Vec<ResourceType> = able.iter().map(|(_, one)| one.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let of_kind = |kind: &ResourceType| {
        let own = || able.iter().filter(|(_, one)| one.kind == *kind);
        let alone = own().map(|(link, one)| match link.take {
            ResourceUse::Exclusive => one.party_max,
            ResourceUse::Seats => one.capacity,
        });
        let whole = own().filter(|(link, _)| link.take == ResourceUse::Exclusive);
        let whole: Vec<(ResourceId, i16)> = whole.map(|(_, one)| (one.id, one.party_max)).collect();
        let joined = groups.iter().filter_map(|group| together(group, &whole));
        alone.chain(joined).max().unwrap_or(i16::MAX)
    };
    kinds.iter().map(of_kind).min().unwrap_or(i16::MAX)
}

/// The most that sit at tables put together; nothing where one of them is not there.
fn together(group: &Group, whole: &[(ResourceId, i16)]) -> Option<i16> {
    let party = |id: &ResourceId| {
        let known = whole.iter().find(|(own, _)| own == id);
        known.map(|(_, party)| *party)
    };
    let seats: Option<Vec<i16>> = group.members.iter().map(party).collect();
    let seats = seats?.into_iter().fold(0, i16::saturating_add);
    Some(seats.min(i16::try_from(group.most).unwrap_or(i16::MAX)))
}
