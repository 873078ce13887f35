//! Giving each need a resource of its own.

use crate::base::ids::ResourceId;

/// Whether every need can be given one of its options so that nobody is given twice: each need
/// takes one, and asks whoever has it to take another (augmenting paths).
pub(super) fn everyone_served(options: &[Vec<ResourceId>]) -> bool {
    let mut given = Vec::new();
    let mut needs = 0..options.len();
    !options.is_empty() && needs.all(|need| serve(need, options, &mut given, &mut Vec::new()))
}

fn serve(
    need: usize,
    options: &[Vec<ResourceId>],
    given: &mut Vec<(ResourceId, usize)>,
    asked: &mut Vec<ResourceId>,
) -> bool {
    for id in options.get(need).into_iter().flatten() {
        if asked.contains(id) {
            continue;
        }
        asked.push(*id);
        let holder = given.iter().find(|(taken, _)| taken == id).copied();
        if holder.is_none_or(|(_, other)| serve(other, options, given, asked)) {
            given.retain(|(taken, _)| taken != id);
            given.push((*id, need));
            return true;
        }
    }
    false
}
