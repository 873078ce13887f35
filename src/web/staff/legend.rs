//! What the colours and the small marks of the calendar mean: none of them is ever alone.

use super::{entry, sheet::Sheet};
use crate::web::{page::PageCtx, statuses, ui::status_badge::StatusBadge};
use askama::{Template, filters::HtmlSafe};

/// The states and the marks that are on the page.
#[derive(Template)]
#[template(path = "staff/legend.html")]
pub struct Legend {
    badges: Vec<StatusBadge>,
    /// Each mark, and the words for it.
    marks: Vec<(String, String)>,
}

impl HtmlSafe for Legend {}

impl Legend {
    /// Those of some days.
    pub fn of(ctx: &PageCtx, sheets: &[Sheet]) -> Self {
        let t = ctx.t;
        let standing = || sheets.iter().flat_map(Sheet::standing);
        let mut seen = Vec::new();
        for entry in standing() {
            if !seen.contains(&entry.status) {
                seen.push(entry.status);
            }
        }
        let kind = sheets.first().map(|sheet| sheet.at.profile.vertical);
        let badge = |status| Some(statuses::staff_badge(t, kind?, status));
        let marks = [
            (
                standing().any(|entry| entry.is_nominated),
                (t.desk_flag_nominated(), t.desk_tag_nominated()),
            ),
            (
                standing().any(|entry| entry.is_first),
                (t.desk_flag_first(), t.desk_tag_first()),
            ),
            (
                standing().any(|entry| entry::remark(entry).is_some()),
                (t.desk_flag_remark(), t.desk_mark_remark()),
            ),
        ];
        Self {
            badges: seen.into_iter().filter_map(badge).collect(),
            marks: marks
                .into_iter()
                .filter_map(|(is_there, mark)| is_there.then_some(mark))
                .collect(),
        }
    }
}
