//! Figures of the catalogue as people type and choose them.

use super::answers::Answers;
use crate::{
    base::msg::Msg,
    web::form::{Errors, fields},
};

/// The dearest thing on a menu, in whole yen.
const DEAREST: i64 = 99_999_999;

/// A whole number between two bounds.
pub(super) fn whole(
    errors: &mut Errors,
    field: &'static str,
    typed: &Answers,
    (min, max): (i64, i64),
) -> Option<i16> {
    let number = fields::number(errors, field, typed.get(field), min, max)?;
    i16::try_from(number).ok()
}

/// An amount, with or without what people write around it.
pub(super) fn yen(errors: &mut Errors, field: &'static str, typed: &Answers) -> Option<i64> {
    fields::amount(errors, field, typed.get(field), DEAREST)
}

/// One of the figures that a list offers or that were kept before; empty is `Some(None)`.
pub(super) fn chosen(
    errors: &mut Errors,
    field: &'static str,
    typed: &Answers,
    is_sound: impl Fn(i64) -> bool,
) -> Option<Option<i64>> {
    let word = typed.get(field);
    if word.is_empty() {
        return Some(None);
    }
    let number = word.parse().ok().filter(|number| is_sound(*number));
    if number.is_none() {
        errors.add(field, Msg::new("form-choice-gone"));
    }
    number.map(Some)
}

/// The figures of a list and, where it is none of them, what is chosen.
pub(super) fn offered(list: &[i64], typed: &str) -> Vec<i64> {
    let mut all = list.to_vec();
    let own = typed.parse().ok().filter(|own| !list.contains(own));
    all.extend(own);
    all.sort_unstable();
    all
}
