//! The number of an issuer of qualified invoices (適格請求書発行事業者): `T` and thirteen digits. Pure.

use crate::base::{msg::Msg, text};

/// The number as it is kept, from what people write: any width, with or without hyphens.
pub fn parse(typed: &str) -> Result<String, Msg> {
    let plain: String = text::ascii(typed)
        .chars()
        .filter(|&c| !text::is_dash(c) && c != ' ')
        .collect();
    let plain = plain.to_ascii_uppercase();
    let digits = plain.strip_prefix('T').unwrap_or_default();
    let is_number = digits.len() == 13 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match is_number {
        true => Ok(plain),
        false => Err(Msg::new("legal-registration-form")),
    }
}

/// Whether the first digit checks the other twelve, as in every number of a company. Nobody is refused for it: the tax office
/// has the last word.
pub fn is_checked(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((first, others)) = digits.split_first() else {
        return false;
    };
    // Counted from the right, every second digit weighs double.
    let weighed = others
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => *digit,
            _ => *digit * 2,
        });
    let sum: u32 = weighed.sum();
    others.len() == 12 && *first == 9 - sum % 9
}
