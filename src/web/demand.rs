//! What is said on the first page behind the counter to somebody who must set up a second factor and has not yet.

use super::{
    links,
    session::SignedIn,
    ui::{
        buttons::{LinkButton, Voice},
        icon::Icon,
        nav::NavItem,
    },
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

/// The way to a second factor among the ways behind the counter, while one is asked for and is not there.
pub fn way(t: Words, lang: Lang, signed_in: &SignedIn) -> Option<NavItem> {
    let there = (t.accounts_factor_title(), links::second_factor(lang));
    signed_in.second_factor_due.map(|_| NavItem {
        waiting: Some(("1".to_owned(), t.accounts_factor_waiting())),
        wide: true,
        ..NavItem::to(there, Icon::Shield, false)
    })
}

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
