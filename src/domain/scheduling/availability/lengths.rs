//! Who takes longer than others, or is quicker: the question is asked once for each length, so that everything the service
//! takes is taken for as long as whoever does it needs.

use super::input::{Candidate, Input};
use std::borrow::Cow;

/// The question, once for each length it may have. Lengths of their own count in the first need of which somebody has one.
pub(super) fn by_length(input: &Input) -> Vec<Cow<'_, Input>> {
    let usual = input.service.minutes;
    let length = |one: &Candidate| one.minutes.unwrap_or(usual);
    let mut needs = input.needs.iter();
    let own = needs.position(|need| need.candidates.iter().any(|one| length(one) != usual));
    let Some((place, need)) = own.and_then(|place| Some((place, input.needs.get(place)?))) else {
        return vec![Cow::Borrowed(input)];
    };
    let mut lengths: Vec<u32> = need.candidates.iter().map(length).collect();
    lengths.sort_unstable();
    lengths.dedup();
    let question = |minutes: u32| {
        let mut question = input.clone();
        question.service.minutes = minutes;
        if let Some(need) = question.needs.get_mut(place) {
            need.candidates.retain(|one| length(one) == minutes);
            // Who is quicker or slower than others is a person, and people are not put together.
            need.groups.clear();
        }
        Cow::Owned(question)
    };
    lengths.into_iter().map(question).collect()
}

/// The question with everybody as quick as the quickest: no more can begin at once than then.
pub(super) fn at_quickest(input: &Input, questions: &[Cow<'_, Input>]) -> Input {
    let shortest = questions.iter().map(|one| one.service.minutes).min();
    let mut quick = input.clone();
    quick.service.minutes = shortest.unwrap_or(quick.service.minutes);
    quick
}
