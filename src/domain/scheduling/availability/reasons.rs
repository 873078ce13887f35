//! Every reason why a start is not offered: the first, then what would stand in its way if that were otherwise, and so on.

use super::{
    choose::explain,
    input::{Input, Starts},
    refusal::Refusal,
};
use chrono::{DateTime, Utc};

/// All of them, the first as [`explain`] gives it; none where the start can be booked. What cannot be thought away is the last:
/// of a day on which the shop is closed nothing more is to be said.
pub fn reasons(input: &Input, start: DateTime<Utc>) -> Vec<Refusal> {
    let mut input = input.clone();
    let mut all = Vec::new();
    while let Some(refusal) = explain(&input, start) {
        if all.contains(&refusal) {
            break;
        }
        all.push(refusal);
        if !without(&mut input, refusal, start) {
            break;
        }
    }
    all
}

/// Thinks a reason away, where that leaves a question.
fn without(input: &mut Input, refusal: Refusal, start: DateTime<Utc>) -> bool {
    match refusal {
        Refusal::EmptyParty | Refusal::PartyTooLarge => {
            input.every_rule().for_each(|rules| rules.party = 1);
        }
        Refusal::Past => input.now = input.now.min(start),
        Refusal::TooSoon => input
            .every_rule()
            .for_each(|rules| rules.notice_minutes = 0),
        Refusal::TooFar => input
            .every_rule()
            .for_each(|rules| rules.horizon_days = u32::MAX),
        Refusal::NotAStart => input.every_rule().for_each(|rules| {
            rules.starts = Starts::Grid;
            rules.step = 1;
        }),
        Refusal::Taken => input.resources.iter_mut().for_each(|one| one.taken.clear()),
        Refusal::Enough => input.limits = input.limits.of_caps(),
        Refusal::Capped => input.limits.caps.clear(),
        Refusal::NoSuchTime
        | Refusal::NotAsked
        | Refusal::Closed
        | Refusal::OutsideHours
        | Refusal::NobodyWorking => return false,
    }
    true
}
