//! Until when the chosen time is kept; with script, a clock that runs beside the sentence.

use super::buttons::PostButton;
use askama::{Template, filters::HtmlSafe};

/// Instants are RFC 3339; `now` is the page's, so that a wrong clock in the device does no harm.
/// `extend` is a form, so the notice stands before the page's own form, not in it.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "ui/hold_notice.html")]
pub struct HoldNotice {
    /// 「14:32まで枠を確保しています」
    pub words: String,
    /// Said aloud two minutes before the end.
    pub warning: String,
    /// What stands there afterwards.
    pub over: String,
    pub until: String,
    pub now: String,
    pub extend: Option<PostButton>,
}

impl HtmlSafe for HoldNotice {}
