//! A form that changes what guests can book, looked at before it is saved: what was typed beside what is kept, the bookings
//! that stay as they were promised, and the starts that come and go.

use super::{
    answers::Answers,
    changes::ChangeTable,
    effect::{EffectBox, Line, OutsideWords},
    subject::Subject,
};
use crate::{
    base::{
        ids::{OptionId, ResourceId, ServiceId},
        time::LocalDate,
    },
    db::EditError,
    domain::bookings::{
        otherwise::Otherwise,
        rehearsal::{self, About, Foreseen, Outside, Rehearsed},
    },
    i18n::Words,
    web::{
        desk::Desk,
        error::{Error, Result},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Submit, Voice},
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use askama::Template;

/// What the buttons of these forms are called; `step` is what a shop calls its own steps.
pub(super) const PRESS: &str = "press";
/// Whatever a form sends that is about its pages.
pub(super) const ABOUT_PAGES: [&str; 5] = ["at", "csrf", "preview", PRESS, "switch"];

/// The page.
#[derive(Template)]
#[template(path = "owner/look.html")]
struct LookPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    /// From when on it holds, where that is not at once.
    lead: Option<String>,
    changes: ChangeTable,
    kept_title: String,
    kept: Vec<String>,
    effect: Option<EffectBox>,
    form: PostForm,
    save: Submit,
    mend: Submit,
}

/// What a change is looked at for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A service: when it can be had, and by whom.
    Service(ServiceId),
    /// What is had besides some services.
    Option(OptionId, Vec<ServiceId>),
    /// A group of what is had besides some services, and what it adds at least where something of it must be had by then.
    Group(Vec<ServiceId>, Option<Least>),
    /// A person, a room or a table, for the services that take it.
    Taker {
        /// Which.
        id: ResourceId,
        /// The services.
        services: Vec<ServiceId>,
        /// Whether all that it served can take it still.
        stays: bool,
    },
    /// What cancelling costs, for the services that go by it.
    Terms(Vec<ServiceId>),
    /// The shop's own rules.
    Rules {
        /// Whether guests can book at other times.
        times: bool,
        /// Whether they can move or cancel until another time.
        deadlines: bool,
    },
}

/// The least that a choice adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Least {
    /// Tax-included, minor units.
    pub price: i64,
    /// Minutes.
    pub minutes: i16,
}

/// What a press wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// The form once more, with what was typed.
    Mend,
    /// The look, if there is one.
    Look,
    /// The change.
    Save,
}

impl Press {
    /// What was pressed. The switch of language shows the page it was pressed on.
    pub fn of(typed: &Answers) -> Self {
        match (typed.has("switch"), typed.get("at"), typed.get(PRESS)) {
            (true, "look", _) => Self::Look,
            (true, ..) | (false, _, "mend") => Self::Mend,
            (false, _, "save") => Self::Save,
            (false, ..) => Self::Look,
        }
    }
}

impl Least {
    fn said(self, t: Words) -> String {
        let minutes = u32::try_from(self.minutes).unwrap_or(0);
        let longer = (minutes > 0).then(|| t.form_option_minutes(t.length(minutes)));
        let dearer = t.form_option_price(t.yen(self.price));
        let both = std::iter::once(dearer).chain(longer);
        both.collect::<Vec<_>>().join(t.catalog_between().as_str())
    }
}

/// What came of looking.
pub(super) enum Looked {
    /// The page, drawn.
    Drawn(actix_web::HttpResponse),
    /// The change cannot be made.
    Refused(EditError),
}

impl Look {
    /// What the engine is asked about.
    pub fn about(&self) -> About {
        let (services, option, moves_starts) = match self {
            Self::Service(id) => (vec![*id], None, true),
            Self::Option(option, services) => (services.clone(), Some(*option), true),
            Self::Group(services, _) => (services.clone(), None, true),
            Self::Taker { services, .. } => (services.clone(), None, true),
            Self::Terms(services) => (services.clone(), None, false),
            Self::Rules { times, .. } => (Vec::new(), None, *times),
        };
        let taker = match self {
            Self::Taker { id, .. } => Some(*id),
            _ => None,
        };
        About {
            services,
            taker,
            option,
            moves_starts,
            from: None,
        }
    }

    /// What becomes of what is booked.
    pub fn kept(&self, ctx: &PageCtx, seen: &Foreseen) -> Vec<String> {
        let (t, ahead) = (ctx.t, seen.ahead);
        let held = |said: String| (seen.being_booked > 0).then_some(said);
        match self {
            Self::Service(_) | Self::Option(..) => {
                let held = held(t.owner_look_held(seen.being_booked));
                std::iter::once(t.owner_look_kept(ahead))
                    .chain(held)
                    .collect()
            }
            Self::Group(_, least) => {
                let least = least.map(|least| t.owner_look_least(least.said(t)));
                let held = held(t.owner_look_held_out(seen.being_booked));
                let kept = std::iter::once(t.owner_look_kept(ahead));
                kept.chain(least).chain(held).collect()
            }
            Self::Taker { stays, .. } => {
                let held = held(match stays {
                    true => t.owner_look_held(seen.being_booked),
                    false => t.owner_look_held_out(seen.being_booked),
                });
                let kept = std::iter::once(t.owner_look_kept(ahead));
                kept.chain(held).collect()
            }
            Self::Terms(services) => {
                let held = held(t.owner_look_terms_held(seen.being_booked));
                let held = held.filter(|_| seen.from.is_none());
                let new = match seen.from {
                    Some(_) => t.owner_look_terms_dated(services.len()),
                    None => t.owner_look_terms_new(services.len()),
                };
                let kept = [t.owner_look_terms_kept(ahead), new];
                kept.into_iter().chain(held).collect()
            }
            Self::Rules { times, deadlines } => {
                let kept = times.then(|| t.owner_look_kept(ahead));
                let moved = deadlines.then(|| t.owner_look_deadlines(ahead));
                kept.into_iter().chain(moved).collect()
            }
        }
    }
}

/// Makes the change, reads what it brings, gives it back and draws that.
pub(super) async fn draw<S: Subject>(
    (site, ctx, signed_in): (&Site, &PageCtx, &SignedIn),
    (slug, id): (&str, Option<S::Id>),
    (subject, look): (&S, Look),
    (draft, typed): (S::Draft, &Answers),
) -> std::result::Result<Looked, Error> {
    let (mut about, version) = (look.about(), typed.get("version").to_owned());
    about.from = S::holds_from(&draft);
    let from = about.from;
    let wish = (slug, S::RIGHT);
    let rehearsed = member::enter(site, ctx, signed_in, wish, move |tx, _| {
        rehearsal::rehearse(tx, &about, |tx| {
            S::save(tx, id, &draft, &version).map(|_landing| ())
        })
    });
    let seen = match rehearsed.await? {
        Ok(never) => match never {},
        Err(Rehearsed::Foreseen(seen)) => seen,
        Err(Rehearsed::Refused(error)) => return Ok(Looked::Refused(error)),
        Err(Rehearsed::Db(error)) => return Err(error.into()),
    };
    let drawn = page(ctx, signed_in, (subject, &look, from), (&seen, typed))?;
    Ok(Looked::Drawn(drawn))
}

fn page<S: Subject>(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (subject, look, from): (&S, &Look, Option<LocalDate>),
    (seen, typed): (&Foreseen, &Answers),
) -> Result {
    let (t, at) = (ctx.t, subject.at());
    let desk = Desk::of(ctx, signed_in, at, S::ROOM);
    let typed_all = typed.filled().into_iter();
    let mut hidden: Vec<(String, String)> = typed_all
        .filter(|(name, _)| !ABOUT_PAGES.contains(&name.as_str()))
        .collect();
    hidden.push(("at".to_owned(), "look".to_owned()));
    hidden.push(("csrf".to_owned(), ctx.csrf.clone()));
    let press = |label: String, press: &str, voice: Voice| Submit {
        label,
        voice,
        answer: Some((PRESS.to_owned(), press.to_owned())),
        ..Submit::default()
    };
    let sheet = subject.sheet(ctx, typed);
    let moments = Moments::new(t, at.profile.zone, seen.now);
    ctx.html(&LookPage {
        lead: from.map(|from| t.owner_effective_look(moments.day(from))),
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.schedule_preview_title(),
        changes: ChangeTable::of(ctx, subject, typed, sheet.heading),
        kept_title: t.owner_look_booked(),
        kept: look.kept(ctx, seen),
        effect: look.about().moves_starts.then(|| outside(ctx, at, seen)),
        form: PostForm {
            action: links::owner(ctx.lang, &at.profile.slug, &sheet.at),
            hidden,
        },
        save: press(t.owner_look_save(), "save", Voice::Main),
        mend: press(t.schedule_mend(), "mend", Voice::Text),
        ctx,
    })
}

fn outside(ctx: &PageCtx, at: &AtWork, seen: &Foreseen) -> EffectBox {
    let moments = Moments::new(ctx.t, at.profile.zone, seen.now);
    let words = words(ctx, at, &moments, seen);
    EffectBox::of(ctx, &moments, words, &seen.forecast)
}

/// What is said of the bookings that would be otherwise.
pub(super) fn words(
    ctx: &PageCtx,
    at: &AtWork,
    moments: &Moments,
    seen: &Foreseen,
) -> OutsideWords {
    let t = ctx.t;
    OutsideWords {
        title: t.owner_look_outside(seen.outside.len()),
        lead: t.owner_look_outside_lead(),
        none: t.owner_look_outside_none(),
        lines: lines(ctx, at, moments, seen),
        count: seen.outside.len(),
    }
}

/// Each of them, with the way to it.
pub(super) fn lines(ctx: &PageCtx, at: &AtWork, moments: &Moments, seen: &Foreseen) -> Vec<Line> {
    let t = ctx.t;
    let line = |one: &Outside| {
        let booked = &one.booked;
        let what = t.owner_effect_booking(
            t.desk_guest(&booked.customer),
            booked.service().text(ctx.lang),
        );
        let ways = one.otherwise.iter();
        let ways: Vec<String> = ways.filter_map(|way| otherwise(t, *way)).collect();
        Line {
            label: moments.when(booked.date, booked.start, booked.end),
            about: match ways.is_empty() {
                true => what,
                false => t.owner_look_otherwise(what, ways.join(t.catalog_between().as_str())),
            },
            url: links::desk_booking(ctx.lang, &at.profile.slug, booked.id),
        }
    };
    seen.outside.iter().map(line).collect()
}

/// In what something would be otherwise, in a few words; nothing of what says so by being listed.
fn otherwise(t: Words, way: Otherwise) -> Option<String> {
    Some(match way {
        Otherwise::Length(minutes) => {
            t.owner_look_length(t.length(u32::try_from(minutes).unwrap_or(0)))
        }
        Otherwise::Party => t.owner_look_party(),
        Otherwise::Taker => t.owner_look_taker(),
        Otherwise::Hours => t.owner_look_hours(),
        Otherwise::Start => t.owner_look_start(),
        Otherwise::Choice => t.owner_look_choice(),
        Otherwise::Buffer => t.owner_look_buffer(),
        Otherwise::Gone => return None,
    })
}
