//! What is wished for on the times page: read out of an address, and written into one again.

use super::checkout;
use crate::{
    base::{
        ids::{OptionId, ResourceId, ServiceId},
        lang::Lang,
        time::{local, parse_date},
    },
    web::{
        form::options::typed_options,
        links::{self, Times},
        page::PageCtx,
        ui::post_form::PostForm,
    },
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use std::collections::HashMap;

/// What is asked. Everything is text, and what cannot be read is as if it had not been asked.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TimesQuery {
    #[serde(default)]
    service: String,
    #[serde(default)]
    staff: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    party: String,
    #[serde(default)]
    view: String,
    #[serde(default)]
    hold: String,
    #[serde(default)]
    options: String,
    /// Boxes of options, each by its own name.
    #[serde(flatten)]
    picks: HashMap<String, String>,
}

impl TimesQuery {
    /// The day from which times are asked for.
    pub fn first_day(&self) -> Option<NaiveDate> {
        parse_date(&self.from)
    }
}

/// How the times are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Seven days across.
    Table,
    /// A strip of days.
    List,
    /// A month.
    Month,
}

/// A wish in parsed form.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What.
    pub service: ServiceId,
    /// With whom.
    pub staff: Option<ResourceId>,
    /// From which business day.
    pub from: Option<NaiveDate>,
    /// Around which instant, where no day was asked for.
    pub(super) near: Option<DateTime<Utc>>,
    /// What besides.
    pub options: Vec<OptionId>,
    /// For how many.
    pub party: i16,
    /// How it is drawn.
    pub view: View,
    /// The hold that is being changed.
    pub hold: Option<String>,
}

impl Wish {
    /// A wish around a time that was lost.
    pub fn near(lang: Lang, service: ServiceId, party: i16, start: DateTime<Utc>) -> Self {
        Self {
            service,
            staff: None,
            from: None,
            near: Some(start),
            options: Vec::new(),
            party,
            view: View::usual(lang),
            hold: None,
        }
    }

    /// The same with somebody and something besides, for the form of this key.
    pub fn with(self, staff: Option<ResourceId>, options: Vec<OptionId>, key: String) -> Self {
        Self {
            staff,
            options,
            hold: Some(key),
            ..self
        }
    }
}

impl View {
    /// The table of marks is a Japanese habit (UX 1.3).
    pub(super) fn usual(lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::Table,
            Lang::En => Self::List,
        }
    }

    /// What an address asks for; else what is usual in the language.
    pub(super) fn asked(lang: Lang, word: &str) -> Self {
        match word {
            "table" => Self::Table,
            "list" => Self::List,
            "month" => Self::Month,
            _ => Self::usual(lang),
        }
    }

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::List => "list",
            Self::Month => "month",
        }
    }
}

/// The hidden fields that a chosen time is sent with.
pub fn form(ctx: &PageCtx, slug: &str, wish: &Wish, key: &str) -> PostForm {
    let mut hidden = vec![
        ("key".to_owned(), key.to_owned()),
        ("service".to_owned(), wish.service.to_string()),
        ("party".to_owned(), wish.party.to_string()),
    ];
    if !wish.options.is_empty() {
        hidden.push(("options".to_owned(), links::listed(&wish.options)));
    }
    hidden.extend(
        wish.staff
            .map(|staff| ("staff".to_owned(), staff.to_string())),
    );
    PostForm {
        action: links::hold(ctx.lang, slug),
        hidden,
    }
}

/// A wish out of an address; `None` when no service is named.
pub fn wish(ctx: &PageCtx, query: &TimesQuery) -> Option<Wish> {
    let view = View::asked(ctx.lang, &query.view);
    Some(Wish {
        service: query.service.parse().ok()?,
        staff: query.staff.parse().ok(),
        from: parse_date(&query.from),
        near: None,
        options: typed_options(&query.options, &query.picks),
        party: query
            .party
            .parse()
            .ok()
            .filter(|party| (1..=500).contains(party))
            .unwrap_or(1),
        view,
        hold: Some(query.hold.clone()).filter(|hold| checkout::hold::is_key(hold)),
    })
}

/// The wish as an address asks for it.
pub fn times(wish: &Wish, from: NaiveDate) -> Times {
    Times {
        service: Some(wish.service),
        staff: wish.staff,
        from: wish.from.map(|_| from),
        options: wish.options.clone(),
        party: Some(wish.party),
        view: Some(wish.view.word()),
        hold: wish.hold.clone(),
    }
}

/// The first business day that is shown: the one asked for, or that of an instant; nothing before today.
pub(super) fn first_day(
    zone: Tz,
    (from, near): (Option<NaiveDate>, Option<DateTime<Utc>>),
    today: NaiveDate,
) -> NaiveDate {
    let near = near.map(|start| local(zone, start).date());
    from.or(near).unwrap_or(today).max(today)
}

/// The days of a month from today on.
pub fn month(wanted: NaiveDate, today: NaiveDate) -> (NaiveDate, u16) {
    let first = wanted.with_day(1).unwrap_or(wanted);
    let next = if first.month() == 12 {
        NaiveDate::from_ymd_opt(first.year() + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(first.year(), first.month() + 1, 1)
    };
    let from = first.max(today);
    let days = next.map_or(31, |next| (next - from).num_days());
    (from, u16::try_from(days.clamp(1, 31)).unwrap_or(31))
}
