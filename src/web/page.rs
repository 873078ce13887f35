//! What every page knows: its language, its words, where it is, what just happened; and the three ways to answer.

use super::{
    demand::DemandNotice,
    display::Display,
    error::{Error, Result},
    flash,
    folded::Folded,
    links,
    middleware::POLICY,
    session::{self, SignedIn},
    site::Site,
    ui::{
        buttons::{PostButton, Voice},
        flash::Flash,
        frame::FrameLink,
        language_switch::LanguageSwitch,
        post_form::PostForm,
    },
    visit::VisitBanner,
};
use crate::{base::lang::Lang, i18n::Words};
use actix_session::{Session, SessionExt};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse,
    dev::Payload,
    http::{StatusCode, header},
    web::Data,
};
use askama::Template;
use std::{
    future::{Ready, ready},
    sync::OnceLock,
};

/// The page's surroundings.
pub struct PageCtx {
    /// The words of its language.
    pub t: Words,
    /// Its language.
    pub lang: Lang,
    /// What just happened, said once.
    pub flash: Option<Flash>,
    /// The key that forms of a signed-in person carry; empty where nobody is signed in.
    pub csrf: String,
    /// Whether the browser was signed in and may still be: the way in the head says so, and asks nobody.
    pub is_brought: bool,
    /// The way out of whoever is signed in, on every page that knows it; the desk, its tablets and the operators have their
    /// own.
    pub sign_out: Option<PostButton>,
    /// The operator's own pages, for the foot.
    pub house: Vec<FrameLink>,
    /// Said on the first page behind the counter, until a second factor is set up.
    pub demand: Option<DemandNotice>,
    /// Said above the page while an operator is in somebody's place.
    pub visit: Option<VisitBanner>,
    /// How this browser wants the pages of work shown.
    pub display: Display,
    /// Columns of the day that this browser shows folded.
    pub folded: Folded,
    /// The number of this request, for the log and for people who ask.
    pub request: String,
    path: String,
    query: String,
    public_url: String,
    has_flash_cookie: bool,
    framers: OnceLock<String>,
}

/// The number of a request, put there by the outermost middleware.
#[derive(Clone)]
pub struct RequestNumber(pub String);

impl PageCtx {
    /// The surroundings of a request, in the language of its address or, where that has none, the language given.
    pub fn of(request: &HttpRequest, lang: Lang) -> Self {
        let t = Words::of(lang);
        let flash = flash::read(request, t);
        let site = request.app_data::<Data<Site>>();
        Self {
            t,
            lang,
            has_flash_cookie: flash.is_some(),
            flash,
            csrf: String::new(),
            is_brought: session::is_brought(request),
            house: house(request, t, lang),
            sign_out: sign_out(&request.get_session(), t, lang),
            demand: DemandNotice::of(&request.get_session(), t, lang),
            visit: VisitBanner::of(request, t, lang),
            display: site.map_or_else(Display::default, |site| Display::of(site, request)),
            folded: site.map_or_else(Folded::default, |site| Folded::of(site, request)),
            request: request
                .extensions()
                .get::<RequestNumber>()
                .map(|number| number.0.clone())
                .unwrap_or_default(),
            path: request.path().to_owned(),
            query: request.query_string().to_owned(),
            public_url: site.map(|site| site.public_url.clone()).unwrap_or_default(),
            framers: OnceLock::new(),
        }
    }

    /// This page and its other language as whole addresses, each with its language: search engines take no less.
    pub fn alternates(&self) -> [(&'static str, String); 2] {
        [
            (self.lang.code(), self.here()),
            (self.other_lang_code(), self.other_lang_url()),
        ]
        .map(|(code, path)| (code, format!("{}{path}", self.public_url)))
    }

    /// A path of ours as a whole address, for whoever reads this page elsewhere.
    pub fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }

    /// The same page in the other language, its state kept.
    pub fn other_lang_url(&self) -> String {
        let other = self.lang.other().code();
        let path = self
            .path
            .get(3..)
            .filter(|_| self.path.get(1..3) == Some(self.lang.code()))
            .unwrap_or("");
        match self.query.as_str() {
            "" => format!("/{other}{path}"),
            query => format!("/{other}{path}?{query}"),
        }
    }

    /// The way to one's own pages, or to the door; none at the door itself, where a form knows the way on.
    pub fn account_way(&self) -> Option<FrameLink> {
        let is_at_the_door = self.path.split('/').nth(2) == Some("account");
        let (label, url) = match self.is_brought {
            true => (self.t.ui_account_way(), links::account(self.lang)),
            false if is_at_the_door => return None,
            false => (
                self.t.accounts_sign_in_way(),
                links::sign_in(self.lang, None),
            ),
        };
        Some(FrameLink { label, url })
    }

    /// Answers for this address in the place of the one that was asked: the answer to a form is a page that has its
    /// own address, where its other language and a reload find it.
    pub fn stand_at(&mut self, url: &str) {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        path.clone_into(&mut self.path);
        query.clone_into(&mut self.query);
    }

    /// The code of the other language.
    pub fn other_lang_code(&self) -> &'static str {
        self.lang.other().code()
    }

    /// The other language in its own name.
    pub fn other_lang_name(&self) -> &'static str {
        self.lang.other().own_name()
    }

    /// The other language as a button of this page's form, sent to this page's address in that language; where the form
    /// itself sees to it, it is sent where it always is.
    pub fn language_switch(&self, there: bool) -> LanguageSwitch {
        self.switch_to(there.then(|| self.other_lang_url()))
    }

    /// The same for a form that is answered in this page's place and has an address of its own, `below` this one.
    pub fn language_switch_below(&self, below: &str) -> LanguageSwitch {
        let there = self.other_lang_url();
        let there = there
            .split_once('?')
            .map_or(there.as_str(), |(path, _)| path);
        self.switch_to(Some(format!("{there}/{below}")))
    }

    fn switch_to(&self, url: Option<String>) -> LanguageSwitch {
        LanguageSwitch {
            name: self.other_lang_name(),
            code: self.other_lang_code(),
            url,
        }
    }

    /// Path and query of this page.
    pub fn here(&self) -> String {
        if self.query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }

    /// The path without its language.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// This page may stand in pages of these sites, as a shop's owner has said; without a word, in nobody's.
    pub fn may_stand_in(&self, sites: &str) {
        if !sites.is_empty() {
            // Said once; the frame of a page is drawn once.
            self.framers.set(sites.to_owned()).ok();
        }
    }

    /// The page.
    pub fn html(&self, page: &impl Template) -> Result {
        self.answer(StatusCode::OK, page)
    }

    /// The page again, because something on it has to be mended: 422, or 409 where somebody else was first.
    pub fn redraw(&self, status: StatusCode, page: &impl Template) -> Result {
        self.answer(status, page)
    }

    /// Done; look there.
    pub fn see_other(&self, url: &str) -> Result {
        Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, url))
            .finish())
    }

    fn answer(&self, status: StatusCode, page: &impl Template) -> Result {
        let mut answer = HttpResponse::build(status);
        answer.content_type("text/html; charset=utf-8");
        if let Some(sites) = self.framers.get() {
            let policy = format!("{POLICY} frame-ancestors {sites}");
            answer.insert_header((header::CONTENT_SECURITY_POLICY, policy));
        }
        if self.has_flash_cookie {
            answer.cookie(flash::gone());
        }
        Ok(answer.body(page.render()?))
    }
}

fn house(request: &HttpRequest, t: Words, lang: Lang) -> Vec<FrameLink> {
    let operator = request
        .app_data::<Data<Site>>()
        .and_then(|site| site.operator.as_ref());
    let own = operator.map(|_| {
        [
            (t.legal_terms(), links::terms(lang)),
            (t.legal_privacy_title(), links::house_privacy(lang)),
            (t.legal_contact(), links::contact(lang)),
        ]
    });
    let all = [
        (t.shops_way(), links::for_shops(lang)),
        (t.legal_transmission_title(), links::transmission(lang)),
        (t.accessibility_title(), links::accessibility(lang)),
    ];
    own.into_iter()
        .flatten()
        .chain(all)
        .map(|(label, url)| FrameLink { label, url })
        .collect()
}

fn sign_out(session: &Session, t: Words, lang: Lang) -> Option<PostButton> {
    let known = SignedIn::of(session).filter(|known| known.device.is_none())?;
    Some(PostButton {
        label: t.accounts_sign_out(),
        form: PostForm {
            action: links::sign_out(lang),
            hidden: vec![("csrf".to_owned(), known.csrf)],
        },
        voice: Voice::Quiet,
        small: true,
        ..PostButton::default()
    })
}

impl FromRequest for PageCtx {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let lang = request.match_info().get("lang").and_then(Lang::from_code);
        ready(
            lang.map(|lang| Self::of(request, lang))
                .ok_or(Error::NotFound),
        )
    }
}
