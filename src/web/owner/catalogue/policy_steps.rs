//! Steps of a policy as they are typed: so many hours before the start, so much of the price from then on.

use super::answers::Answers;
use crate::{
    base::{msg::Msg, text},
    domain::catalog::policy::Step,
    web::form::{Errors, fields},
};

/// The boxes of some steps: hours before the start, and percent from then on.
pub(super) type Boxes<const N: usize> = [(&'static str, &'static str); N];

/// So many hours before the start at most: a year.
pub(super) const LONGEST: i64 = 8_760;

/// Steps as they are kept.
pub(super) fn fill<const N: usize>(answers: &mut Answers, boxes: Boxes<N>, steps: &[Step]) {
    for ((hours, percent), step) in boxes.into_iter().zip(steps) {
        answers.put(hours, step.hours_before);
        answers.put(percent, step.percent);
    }
}

/// A share of the price.
pub(super) fn percent(errors: &mut Errors, field: &'static str, typed: &Answers) -> Option<i16> {
    let number = fields::number(errors, field, typed.get(field), 0, 100)?;
    i16::try_from(number).ok()
}

/// Those that are filled in, first the earliest, each with the box of its hours. Nearer to the start it never costs less.
pub(super) fn parse<const N: usize>(
    typed: &Answers,
    boxes: Boxes<N>,
    errors: &mut Errors,
) -> Option<Vec<(Step, &'static str)>> {
    let mut steps: Vec<(Step, &'static str)> = Vec::new();
    let mut is_sound = true;
    for (hours, share) in boxes {
        let is_empty = |name: &str| text::is_blank(typed.get(name));
        if is_empty(hours) && is_empty(share) {
            continue;
        }
        let before = fields::number(errors, hours, typed.get(hours), 0, LONGEST);
        let percent = percent(errors, share, typed);
        match (
            before.and_then(|before| i32::try_from(before).ok()),
            percent,
        ) {
            (Some(hours_before), Some(percent)) => {
                let step = Step {
                    hours_before,
                    percent,
                };
                steps.push((step, hours));
            }
            _ => is_sound = false,
        }
    }
    steps.sort_by_key(|(step, _)| std::cmp::Reverse(step.hours_before));
    for pair in steps.windows(2) {
        if let [(early, _), (late, field)] = pair
            && (early.hours_before == late.hours_before || early.percent > late.percent)
        {
            errors.add(*field, Msg::new("catalog-step-order"));
            is_sound = false;
        }
    }
    is_sound.then_some(steps)
}
