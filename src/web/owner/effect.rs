//! What a change of rules would bring, before it is made: bookings that would lie outside, starts gained and lost.

use crate::{
    db::{self, TenantTx},
    domain::{
        bookings::{ahead::Booked, outside},
        scheduling::{
            forecast::{self, Forecast},
            proposal::Proposal,
        },
    },
    web::{gate::member::AtWork, links, moments::Moments, page::PageCtx, ui::icon::Icon},
};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, Utc};

/// So many bookings are listed; of more, how many there are.
const LISTED: usize = 50;

/// What the change would bring, read.
pub struct Effect {
    /// Bookings that stand and would lie outside.
    pub outside: Vec<Booked>,
    forecast: Forecast,
    now: DateTime<Utc>,
}

/// The same, drawn.
#[derive(Template)]
#[template(path = "owner/effect.html")]
pub struct EffectBox {
    outside_title: String,
    outside_lead: String,
    none: String,
    outside: Vec<Line>,
    further: Option<String>,
    starts_title: String,
    starts: String,
    heads: [String; 4],
    services: Vec<[String; 4]>,
}

/// What is said of bookings that would lie outside.
pub struct OutsideWords {
    /// How many there are.
    pub title: String,
    /// What becomes of them.
    pub lead: String,
    /// What is said where there are none.
    pub none: String,
    /// The first of them.
    pub lines: Vec<Line>,
    /// All of them.
    pub count: usize,
}

/// One booking that would lie outside.
pub struct Line {
    /// When it is.
    pub label: String,
    /// Whose it is, and what.
    pub about: String,
    /// The way to it.
    pub url: String,
}

impl HtmlSafe for EffectBox {}

/// Reads what a proposal would change.
pub fn read(tx: &mut TenantTx<'_>, at: &AtWork, proposal: &Proposal) -> db::Result<Effect> {
    Ok(Effect {
        outside: outside::read(tx, &at.profile, proposal)?,
        forecast: forecast::read(tx, &at.profile, proposal)?,
        now: tx.now(),
    })
}

impl Effect {
    /// What a form carries to say that these very bookings were shown: nothing is saved over one that was not.
    pub fn mark(&self) -> String {
        marked(&self.outside)
    }

    /// The same, for the page.
    pub fn drawn(&self, ctx: &PageCtx, at: &AtWork) -> EffectBox {
        let t = ctx.t;
        let moments = Moments::new(t, at.profile.zone, self.now);
        let count = self.outside.len();
        let line = |one: &Booked| Line {
            label: moments.when(one.date, one.start, one.end),
            about: t
                .owner_effect_booking(t.desk_guest(&one.customer), one.service().text(ctx.lang)),
            url: links::desk_booking(ctx.lang, &at.profile.slug, one.id),
        };
        let outside = OutsideWords {
            title: t.owner_effect_outside(count),
            lead: t.owner_effect_outside_lead(),
            none: t.owner_effect_outside_none(),
            lines: self.outside.iter().take(LISTED).map(line).collect(),
            count,
        };
        EffectBox::of(ctx, &moments, outside, &self.forecast)
    }
}

impl EffectBox {
    /// Of what is booked and what can be.
    pub fn of(
        ctx: &PageCtx,
        moments: &Moments,
        outside: OutsideWords,
        forecast: &Forecast,
    ) -> Self {
        let t = ctx.t;
        let (gained, lost) = forecast.totals();
        let further = outside.count.saturating_sub(LISTED);
        let changed = forecast.services.iter();
        let changed = changed.filter(|change| change.gained + change.lost > 0);
        Self {
            outside_title: outside.title,
            outside_lead: outside.lead,
            none: outside.none,
            outside: outside.lines.into_iter().take(LISTED).collect(),
            further: (further > 0).then(|| t.owner_effect_further(further)),
            starts_title: t.owner_effect_starts_title(moments.day(forecast.from)),
            starts: t.owner_effect_starts(gained, lost),
            heads: [
                t.owner_effect_service(),
                t.owner_effect_now(),
                t.owner_effect_gained(),
                t.owner_effect_lost(),
            ],
            services: changed
                .map(|change| {
                    [
                        change.name.text(ctx.lang).to_owned(),
                        t.owner_effect_count(change.now),
                        t.owner_effect_count(change.gained),
                        t.owner_effect_count(change.lost),
                    ]
                })
                .collect(),
        }
    }
}

/// The bookings as one word: their numbers, and how many there are.
pub fn marked(outside: &[Booked]) -> String {
    let numbers: Vec<&str> = outside
        .iter()
        .take(LISTED)
        .map(|one| one.number.as_str())
        .collect();
    format!("{}:{}", outside.len(), numbers.join("-"))
}
