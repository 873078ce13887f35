//! Tables that are put together, where no single one is large enough.

use super::{
    able::{Able, Room, Wanted},
    input::{Group, Input, Need, Resource, Take},
};

/// What may be put together for the party, in the order in which it is taken: the fewest tables, then the fewest seats, then as
/// the owner put it. Where one of the tables seats the party alone, nothing is put beside it.
pub(super) fn joined<'a>(input: &'a Input, need: &Need, alone: &[Able<'_>]) -> Vec<Wanted<'a>> {
    let mut found: Vec<Wanted<'a>> = Vec::new();
    for (place, group) in need.groups.iter().enumerate() {
        let Some((resource, joined)) = members(input, group) else {
            continue;
        };
        let wanted = Wanted {
            resource,
            joined,
            rank: place + 1,
            take: Take::Exclusive,
            leaves: need.leaves,
        };
        let is_enough = |one: &Able<'_>| wanted.has(one.resource);
        if wanted.fits(group, input.service.party) && !alone.iter().any(is_enough) {
            found.push(wanted);
        }
    }
    found.sort_by_key(|one| (one.joined.len(), one.seats(), one.rank));
    found
}

/// How many parties more could begin at an instant with tables put together: one after another, each with what none before it
/// has.
pub(super) fn room<'l>(groups: impl Iterator<Item = &'l Able<'l>> + Clone, at: i64) -> Room {
    let count = |has_room: fn(Room) -> bool| {
        let mut used: Vec<&Able<'_>> = Vec::new();
        for group in groups.clone().filter(|group| has_room(group.at(at))) {
            if !used.iter().any(|other| other.meets(group)) {
                used.push(group);
            }
        }
        u32::try_from(used.len()).unwrap_or(u32::MAX)
    };
    Room {
        left: count(|room| room.left > 0),
        full: count(|room| room.full > 0),
    }
}

/// The members of a group, each once; nothing where one is not there, or where there are not two.
fn members<'a>(input: &'a Input, group: &Group) -> Option<(&'a Resource, Vec<&'a Resource>)> {
    let mut found: Vec<&Resource> = Vec::with_capacity(group.members.len());
    for id in &group.members {
        let known = input.resources.iter().find(|one| one.id == *id)?;
        if !found.iter().any(|other| other.id == known.id) {
            found.push(known);
        }
    }
    let first = found.first().copied()?;
    found.remove(0);
    (!found.is_empty()).then_some((first, found))
}

impl Wanted<'_> {
    fn members(&self) -> impl Iterator<Item = &Resource> {
        std::iter::once(self.resource).chain(self.joined.iter().copied())
    }

    fn has(&self, resource: &Resource) -> bool {
        self.members().any(|one| one.id == resource.id)
    }

    fn seats(&self) -> u32 {
        self.members().map(|one| u32::from(one.capacity)).sum()
    }

    /// Whether the party is one that they are put together for; together they never seat more than each of them does.
    fn fits(&self, group: &Group, party: u32) -> bool {
        let seated: u32 = self.members().map(|one| u32::from(one.party_max)).sum();
        let is_there = self.members().all(|one| one.capacity > 0);
        is_there && (group.least..=group.most.min(seated)).contains(&party)
    }
}
