//! Giving each need a resource of its own.

use super::able::Able;
use crate::base::ids::ResourceId;

/// What a need may take: one resource, or several that are put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    first: ResourceId,
    joined: Vec<ResourceId>,
}

impl Choice {
    /// What a candidate takes.
    pub fn of(able: &Able<'_>) -> Self {
        Self {
            first: able.resource.id,
            joined: able.joined.iter().map(|one| one.id).collect(),
        }
    }

    fn meets(&self, other: &Self) -> bool {
        let has = |id: &ResourceId| *id == other.first || other.joined.contains(id);
        has(&self.first) || self.joined.iter().any(has)
    }
}

/// Whether every need can be given one of its options so that nothing is given twice.
pub(super) fn everyone_served(options: &[Vec<Choice>]) -> bool {
    let is_joined = |one: &Choice| !one.joined.is_empty();
    if options.iter().flatten().any(is_joined) {
        return !options.is_empty() && each_served(options, &mut Vec::new());
    }
    let mut given = Vec::new();
    let mut needs = 0..options.len();
    !options.is_empty() && needs.all(|need| serve(need, options, &mut given, &mut Vec::new()))
}

/// Tries every way: what is put together stands in the way of more than one.
fn each_served<'o>(options: &'o [Vec<Choice>], used: &mut Vec<&'o Choice>) -> bool {
    let Some((need, later)) = options.split_first() else {
        return true;
    };
    need.iter().any(|one| {
        if used.iter().any(|other| other.meets(one)) {
            return false;
        }
        used.push(one);
        let served = each_served(later, used);
        used.pop();
        served
    })
}

/// Each need takes one, and asks whoever has it to take another (augmenting paths).
fn serve(
    need: usize,
    options: &[Vec<Choice>],
    given: &mut Vec<(ResourceId, usize)>,
    asked: &mut Vec<ResourceId>,
) -> bool {
    for option in options.get(need).into_iter().flatten() {
        let id = option.first;
        if asked.contains(&id) {
            continue;
        }
        asked.push(id);
        let holder = given.iter().find(|(taken, _)| *taken == id).copied();
        if holder.is_none_or(|(_, other)| serve(other, options, given, asked)) {
            given.retain(|(taken, _)| *taken != id);
            given.push((id, need));
            return true;
        }
    }
    false
}
