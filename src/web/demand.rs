//! What is said on the first page behind the counter to somebody who must set up a second factor and has not yet.

use super::{
    links,
    session::SignedIn,
    ui::buttons::{LinkButton, Voice},
};
use crate::{
    base::{lang::Lang, time::local},
    i18n::Words,
};
use actix_session::Session;
use askama::{Template, filters::HtmlSafe};
use chrono_tz::Tz;

/// By when, and the way there.
#[derive(Template)]
#[template(path = "ui/demand_notice.html")]
pub struct DemandNotice {
    words: String,
    way: LinkButton,
}

impl HtmlSafe for DemandNotice {}

impl DemandNotice {
    /// The notice of whoever is signed in, if they are asked for one. On a tablet of the shop nobody sets one up.
    pub fn of(session: &Session, t: Words, lang: Lang) -> Option<Self> {
        let signed_in = SignedIn::of(session).filter(|one| one.device.is_none())?;
        let due = local(Tz::Asia__Tokyo, signed_in.second_factor_due?);
        Some(Self {
            words: t.accounts_factor_notice(t.date(due.date())),
            way: LinkButton {
                label: t.accounts_factor_notice_way(),
                url: links::second_factor(lang),
                voice: Voice::Quiet,
                small: true,
                ..LinkButton::default()
            },
        })
    }
}
