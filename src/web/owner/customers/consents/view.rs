//! A consent as it stands on a card, in the list and on paper.

use super::{WRITE, at as consents_at, called};
use crate::{
    base::ids::CustomerId,
    domain::bookings::consents::{Consent, What},
    web::{
        gate::member::AtWork,
        links,
        moments::Moments,
        page::PageCtx,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            icon::Icon,
            post_form::PostForm,
            status_badge::{StatusBadge, Tone},
        },
    },
};
use askama::{Template, filters::HtmlSafe};

/// The consent.
#[derive(Template)]
#[template(path = "owner/customers/consent_entry.html")]
pub(in crate::web::owner::customers) struct ConsentView {
    pub title: String,
    pub badge: StatusBadge,
    pub facts: Vec<String>,
    pub withdrawn: Vec<String>,
    /// What unfolds the wording; nothing where it stands open, on paper.
    pub unfold: Option<String>,
    pub wording: String,
    pub ways: Vec<LinkButton>,
    pub act: Option<PostButton>,
}

impl HtmlSafe for ConsentView {}

/// Whose they are, and who reads them.
#[derive(Clone, Copy)]
pub(in crate::web::owner::customers) struct Reading<'a> {
    pub ctx: &'a PageCtx,
    pub at: &'a AtWork,
    pub customer: CustomerId,
    pub moments: &'a Moments,
}

impl Reading<'_> {
    /// Whether they may write them down.
    pub fn writes(&self) -> bool {
        self.at.member.may(WRITE)
    }

    /// What it is called.
    pub fn title(&self, what: &What) -> String {
        match what {
            What::Kind(kind, topic) => called(self.ctx, *kind, topic),
            What::Asked(asked) => asked.text(self.ctx.lang).to_owned(),
        }
    }

    /// One without any way on from it, its wording in full.
    pub fn plain(&self, one: &Consent) -> ConsentView {
        let t = self.ctx.t;
        // With its year, whichever that is: it may be looked up long afterwards.
        let clock = one.booking().map(|_| self.moments.clock(one.at));
        let way = match (one.way, &one.by) {
            (Some(way), _) => t.of_family("consents-way", way.word()),
            (None, None) => t.of_family("consents-way", "booking"),
            (None, Some(_)) => t.of_family("consents-way", "desk"),
        };
        let signer = Some(one.signer.as_str()).filter(|signer| !signer.is_empty());
        let by = one.by.as_ref().map(|by| t.consents_by(by));
        let withdrawn = one.withdrawn.iter().flat_map(|one| {
            let note = Some(one.withdrawal.note.clone()).filter(|note| !note.is_empty());
            let day = t.date(one.withdrawal.date);
            let by = one.by.as_ref().map(|by| t.consents_by(by));
            [Some(t.consents_withdrawn_on(day)), by, note]
        });
        ConsentView {
            title: self.title(&one.what),
            badge: match one.withdrawn {
                None => StatusBadge {
                    tone: Tone::Confirmed,
                    word: t.consents_stands(),
                },
                Some(_) => StatusBadge {
                    tone: Tone::Cancelled,
                    word: t.consents_withdrawn(),
                },
            },
            facts: std::iter::once(t.date(one.date))
                .chain(clock)
                .chain([way])
                .chain(signer.map(|signer| t.consents_signed(signer)))
                .chain(by)
                .collect(),
            withdrawn: withdrawn.flatten().collect(),
            unfold: None,
            wording: one.wording.clone(),
            ways: Vec::new(),
            act: None,
        }
    }

    /// One with its wording folded away, and the way to its booking.
    pub fn brief(&self, one: &Consent) -> ConsentView {
        let slug = self.at.profile.slug.as_str();
        let booking = one.booking().map(|booking| {
            let url = links::desk_booking(self.ctx.lang, slug, booking);
            self.way((self.ctx.t.consents_booking(), url), one)
        });
        ConsentView {
            unfold: Some(self.ctx.t.consents_wording_show()),
            ways: booking.into_iter().collect(),
            ..self.plain(one)
        }
    }

    /// One with all that can be done with it.
    pub fn entry(&self, one: &Consent) -> ConsentView {
        let (t, slug) = (self.ctx.t, self.at.profile.slug.as_str());
        let url = |act: &str| {
            let below = format!("/{}/{act}", one.key);
            consents_at(self.ctx, slug, self.customer, &below)
        };
        let mut view = self.brief(one);
        if !self.writes() {
            return view;
        }
        let label = match one.withdrawn {
            None => t.consents_withdraw(),
            Some(_) => t.consents_withdrawal_edit(),
        };
        view.ways.push(self.way((label, url("withdrawal")), one));
        view.act = one.withdrawn.is_some().then(|| PostButton {
            label: t.consents_restore(),
            about: Some(self.title(&one.what)),
            form: PostForm::keyed(&self.ctx.csrf, url("restore"), &[]),
            voice: Voice::Quiet,
            small: true,
        });
        view
    }

    fn way(&self, (label, url): (String, String), one: &Consent) -> LinkButton {
        LinkButton {
            label,
            url,
            voice: Voice::Quiet,
            small: true,
            about: Some(self.title(&one.what)),
            ..LinkButton::default()
        }
    }

    /// To all of them, and to where one is written down.
    pub fn ways(&self, living: bool) -> Vec<LinkButton> {
        let (t, slug) = (self.ctx.t, self.at.profile.slug.as_str());
        let way = |label: String, below: &str| LinkButton {
            label,
            url: consents_at(self.ctx, slug, self.customer, below),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        };
        let write = (living && self.writes()).then(|| way(t.consents_write(), "/new"));
        let all = living.then(|| way(t.consents_all(), ""));
        write.into_iter().chain(all).collect()
    }

    /// The ways at the head of the list.
    pub fn head(&self, is_empty: bool) -> Vec<LinkButton> {
        let (t, slug) = (self.ctx.t, self.at.profile.slug.as_str());
        let way = |label: String, below: &str, voice: Voice, icon: Icon| LinkButton {
            label,
            url: consents_at(self.ctx, slug, self.customer, below),
            voice,
            small: true,
            icon: Some(icon),
            ..LinkButton::default()
        };
        let write = || way(t.consents_write(), "/new", Voice::default(), Icon::Plus);
        let print = || way(t.ui_print(), "/print", Voice::Quiet, Icon::Print);
        let write = self.writes().then(write);
        let print = (!is_empty).then(print);
        write.into_iter().chain(print).collect()
    }
}
