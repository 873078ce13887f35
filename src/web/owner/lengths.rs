//! Lengths of time that are chosen from a list, and how they are said.

use crate::i18n::Words;

/// How long before the start somebody may still do something, in minutes.
pub(super) const NOTICES: [i64; 10] = [0, 30, 60, 120, 180, 360, 720, 1440, 2880, 4320];
/// How far ahead, in days.
pub(super) const HORIZONS: [i64; 7] = [0, 7, 14, 30, 60, 90, 180];
/// Between two starts, in minutes.
pub(super) const STEPS: [i64; 6] = [5, 10, 15, 20, 30, 60];

/// How long before the start somebody may still book.
pub(super) fn notice(t: Words, minutes: i64) -> String {
    match minutes {
        0 => t.catalog_notice_none(),
        _ if minutes % 1440 == 0 => t.catalog_notice_days(minutes / 1440),
        _ => t.catalog_notice(length(t, minutes)),
    }
}

/// How far ahead somebody may book.
pub(super) fn horizon(t: Words, days: i64) -> String {
    match days {
        0 => t.catalog_horizon_today(),
        _ => t.catalog_horizon(days),
    }
}

/// A length of time.
pub(super) fn length(t: Words, minutes: i64) -> String {
    t.length(u32::try_from(minutes).unwrap_or(0))
}
