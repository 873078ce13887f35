//! What people ask for off, above the shifts: with what is booked in the way and who else is off, so that one press decides.

use crate::{
    base::{
        ids::{ResourceId, TimeOffId, UserId},
        time::LocalDate,
    },
    db::{self, TenantTx},
    domain::{
        bookings::{ahead::Booked, outside},
        businesses::{role::StaffRole, team},
        scheduling::{
            day_plan,
            proposal::{Change, Proposal},
            resource::Resource,
            time_off::{self, State, TimeOff},
            time_off_decision,
        },
    },
    web::{
        form::Errors,
        gate::member::AtWork,
        links,
        moments::Moments,
        owner::effect,
        page::PageCtx,
        time_off as words,
        ui::{
            buttons::{PostButton, Submit, Voice},
            flash::Outcome,
            frame::FrameLink,
            mark::Mark,
            post_form::PostForm,
            status_badge::StatusBadge,
            text_field::TextField,
        },
    },
};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// So many are looked into at once; the rest is counted, and comes when these are decided.
const LOOKED_INTO: usize = 12;
/// So many bookings of each are listed.
const LISTED: usize = 20;

/// What is known.
pub(super) struct Requests {
    me: UserId,
    now: DateTime<Utc>,
    names: Vec<Resource>,
    open: Vec<Asked>,
    further: usize,
    decided: Vec<TimeOff>,
    /// What was typed to one of them in vain.
    pub reply: Reply,
}

/// What was typed to a request, and what is wrong with it.
#[derive(Default)]
pub(super) struct Reply {
    pub field: String,
    pub typed: String,
    pub errors: Errors,
}

/// One that waits, and what it would bring.
struct Asked {
    request: TimeOff,
    outside: Vec<Booked>,
    being_booked: usize,
    others: BTreeSet<(ResourceId, LocalDate)>,
    /// Whether it is not their own, or there is nobody else.
    may: bool,
}

/// The same, drawn.
#[derive(Template)]
#[template(path = "owner/shifts/requests.html")]
pub(super) struct RequestsBox {
    title: String,
    lead: String,
    none: Option<String>,
    reply: String,
    open: Vec<Card>,
    further: Option<String>,
    decided_title: String,
    decided: Vec<Line>,
}

impl HtmlSafe for RequestsBox {}

/// One that waits.
struct Card {
    id: String,
    name: String,
    when: String,
    kind: String,
    reason: String,
    clear: Option<String>,
    /// What would have nobody, and what may yet.
    warnings: Vec<String>,
    outside: Vec<FrameLink>,
    outside_further: Option<String>,
    others: Vec<String>,
    /// Nobody decides about their own.
    own: Option<String>,
    form: PostForm,
    answer: TextField,
    approve: Submit,
    decline: Submit,
}

/// One that was decided.
struct Line {
    title: String,
    badge: StatusBadge,
    acts: Vec<PostButton>,
}

/// The field of a word to a request.
pub(super) fn field(request: TimeOffId) -> String {
    format!("answer-{request}")
}

/// What approving would bring, as a form carries it: nothing is approved over what was not shown.
pub(super) fn mark(outside: &[Booked], being_booked: usize) -> String {
    format!("{}+{being_booked}", effect::marked(outside))
}

/// What stands in the way of an approval.
pub(super) fn in_the_way(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    planned: Vec<Change>,
) -> db::Result<(Vec<Booked>, usize)> {
    outside::read_with_held(tx, &at.profile, &Proposal::ShiftDays(planned))
}

/// Whether somebody may decide about their own: an owner who is the only one.
pub(super) fn is_alone(tx: &mut TenantTx<'_>, at: &AtWork) -> db::Result<bool> {
    if at.member.role != StaffRole::Owner {
        return Ok(false);
    }
    let owners = team::all(tx)?
        .into_iter()
        .filter(|one| one.left_at.is_none() && one.role == StaffRole::Owner);
    Ok(owners.count() == 1)
}

impl Requests {
    /// Reads them.
    pub fn read(tx: &mut TenantTx<'_>, at: &AtWork, people: &[Resource]) -> db::Result<Self> {
        let (me, now) = (at.member.user, tx.now());
        let today = day_plan::today(tx, at.profile.zone)?;
        let all = time_off::ahead(tx, today)?;
        let (waiting, decided): (Vec<TimeOff>, Vec<TimeOff>) =
            all.into_iter().partition(|one| one.state == State::Open);
        let further = waiting.len().saturating_sub(LOOKED_INTO);
        let is_own = |one: &TimeOff| one.asked_by == Some(me);
        let is_alone = waiting.iter().any(is_own) && is_alone(tx, at)?;
        let mut open = Vec::new();
        for request in waiting.iter().take(LOOKED_INTO) {
            let planned = time_off_decision::planned(tx, request, today)?;
            let (outside, being_booked) = in_the_way(tx, at, planned)?;
            let days = (request.days.first, request.days.last);
            let off = time_off_decision::others_off(tx, days, request.resource)?;
            // Who is off already and asks for the same day as well is off once.
            let others: BTreeSet<_> = off
                .into_iter()
                .chain(asked_too(&waiting, request))
                .collect();
            open.push(Asked {
                outside,
                being_booked,
                others,
                may: is_alone || !is_own(request),
                request: request.clone(),
            });
        }
        let is_shown = |one: &TimeOff| {
            one.state == State::Approved || one.undoable_until().is_some_and(|until| now < until)
        };
        Ok(Self {
            me,
            now,
            names: people.to_vec(),
            open,
            further,
            decided: decided.into_iter().filter(is_shown).collect(),
            reply: Reply::default(),
        })
    }

    /// Whether one of them waits here for whoever looks.
    pub fn has(&self, request: TimeOffId) -> bool {
        let is_it = |one: &Asked| one.may && one.request.id == request;
        self.open.iter().any(is_it)
    }

    /// Puts the button that takes it back into what was just said of a decision.
    pub fn offer_undo(&self, ctx: &mut PageCtx, at: &AtWork, week: LocalDate) {
        let mine = self.decided.iter().filter(|one| {
            one.decided_by == Some(self.me)
                && one.undoable_until().is_some_and(|until| self.now < until)
        });
        let Some(last) = mine.max_by_key(|one| one.decided_at) else {
            return;
        };
        let undo = self.act(ctx, (at, week), (last, "undo"));
        if let Some(flash) = &mut ctx.flash
            && flash.outcome == Outcome::Done
        {
            flash.undo = Some(undo);
        }
    }

    /// The box; nothing where nothing was asked.
    pub fn drawn(&self, ctx: &PageCtx, at: &AtWork, week: LocalDate) -> Option<RequestsBox> {
        let t = ctx.t;
        if self.open.is_empty() && self.decided.is_empty() {
            return None;
        }
        let moments = Moments::new(t, at.profile.zone, self.now);
        let line = |one: &TimeOff| Line {
            title: t.timeoff_whose(
                self.name(ctx, one.resource),
                words::when(t, &moments, &one.days),
            ),
            badge: words::badge(t, one.state),
            acts: self.acts(ctx, (at, week), one),
        };
        Some(RequestsBox {
            title: t.timeoff_requests(self.open.len() + self.further),
            lead: t.timeoff_requests_lead(),
            none: self.open.is_empty().then(|| t.timeoff_requests_none()),
            reply: t.timeoff_reply(),
            open: self
                .open
                .iter()
                .map(|one| self.card(ctx, (at, week), one))
                .collect(),
            further: (self.further > 0).then(|| t.timeoff_further(self.further)),
            decided_title: t.timeoff_decided(),
            decided: self.decided.iter().map(line).collect(),
        })
    }

    fn card(&self, ctx: &PageCtx, (at, week): (&AtWork, LocalDate), one: &Asked) -> Card {
        let (t, request) = (ctx.t, &one.request);
        let moments = Moments::new(t, at.profile.zone, self.now);
        let name = self.name(ctx, request.resource);
        let (booked, held) = (one.outside.len(), one.being_booked);
        let warnings = [
            (booked > 0).then(|| t.timeoff_in_the_way(booked)),
            (held > 0).then(|| t.timeoff_being_booked(held)),
        ];
        let is_clear = booked + held == 0;
        let booking = |one: &Booked| FrameLink {
            label: t.timeoff_booking(
                t.desk_guest(&one.customer),
                moments.when(one.date, one.start, one.end),
            ),
            url: links::desk_booking(ctx.lang, &at.profile.slug, one.id),
        };
        let about = t.timeoff_whose(&name, words::when(t, &moments, &request.days));
        let field = field(request.id);
        let typed = (field == self.reply.field).then_some(&self.reply.typed);
        let step = |label: String, step: &str, voice: Voice| Submit {
            label,
            voice,
            answer: Some(("step".to_owned(), step.to_owned())),
            ..Submit::default()
        };
        Card {
            id: format!("time-off-{}", request.id),
            when: words::when(t, &moments, &request.days),
            kind: words::kind(t, request.kind),
            reason: request.reason.clone(),
            clear: is_clear.then(|| t.timeoff_clear()),
            warnings: warnings.into_iter().flatten().collect(),
            outside: one.outside.iter().take(LISTED).map(booking).collect(),
            outside_further: (booked > LISTED).then(|| t.owner_effect_further(booked - LISTED)),
            others: self.others(ctx, &one.others),
            own: (!one.may).then(|| t.timeoff_not_own()),
            form: self.form(ctx, (at, week), (request, "decide"), Some(one)),
            answer: TextField {
                value: typed.cloned().unwrap_or_default(),
                complaint: self.reply.errors.of(&field, t),
                name: field,
                label: t.timeoff_answer(&about),
                mark: Mark::optional(t.ui_optional()),
                ..TextField::default()
            },
            approve: step(
                if is_clear {
                    t.timeoff_approve()
                } else {
                    t.timeoff_approve_anyway()
                },
                "approve",
                Voice::Quiet,
            ),
            decline: step(t.timeoff_decline(), "decline", Voice::DangerQuiet),
            name,
        }
    }

    fn acts(&self, ctx: &PageCtx, place: (&AtWork, LocalDate), one: &TimeOff) -> Vec<PostButton> {
        let is_fresh = one.undoable_until().is_some_and(|until| self.now < until);
        let act = match (is_fresh, one.state) {
            (true, _) => "undo",
            (false, State::Approved) => "revoke",
            (false, _) => return Vec::new(),
        };
        vec![self.act(ctx, place, (one, act))]
    }

    fn act(
        &self,
        ctx: &PageCtx,
        (at, week): (&AtWork, LocalDate),
        (one, act): (&TimeOff, &str),
    ) -> PostButton {
        let moments = Moments::new(ctx.t, at.profile.zone, self.now);
        let when = words::when(ctx.t, &moments, &one.days);
        let (label, voice) = match act {
            "undo" => (ctx.t.ui_undo(), Voice::Text),
            _ => (ctx.t.timeoff_revoke(), Voice::DangerQuiet),
        };
        PostButton {
            label,
            about: Some(ctx.t.timeoff_whose(self.name(ctx, one.resource), when)),
            form: self.form(ctx, (at, week), (one, act), None),
            voice,
            small: true,
        }
    }

    fn form(
        &self,
        ctx: &PageCtx,
        (at, week): (&AtWork, LocalDate),
        (one, act): (&TimeOff, &str),
        shown: Option<&Asked>,
    ) -> PostForm {
        let path = format!("shifts/time-off/{}/{act}", one.id);
        let seen = shown.map(|shown| mark(&shown.outside, shown.being_booked));
        let mut hidden = vec![
            ("csrf".to_owned(), ctx.csrf.clone()),
            ("week".to_owned(), week.to_string()),
        ];
        hidden.extend(seen.map(|seen| ("seen".to_owned(), seen)));
        PostForm {
            action: links::owner(ctx.lang, &at.profile.slug, &path),
            hidden,
        }
    }

    /// Each of the others once, with how many days.
    fn others(&self, ctx: &PageCtx, others: &BTreeSet<(ResourceId, LocalDate)>) -> Vec<String> {
        let said = |one: &Resource| {
            let of = others.iter().filter(|(resource, _)| *resource == one.id);
            let count = of.count();
            (count > 0).then(|| ctx.t.timeoff_other(count, one.name.text(ctx.lang)))
        };
        self.names.iter().filter_map(said).collect()
    }

    fn name(&self, ctx: &PageCtx, resource: ResourceId) -> String {
        let one = self.names.iter().find(|one| one.id == resource);
        one.map_or_else(String::new, |one| one.name.text(ctx.lang).to_owned())
    }
}

/// The days of others who ask for some of the same.
fn asked_too<'a>(
    waiting: &'a [TimeOff],
    request: &TimeOff,
) -> impl Iterator<Item = (ResourceId, LocalDate)> + use<'a> {
    let (whose, days) = (request.resource, request.days);
    let others = waiting.iter().filter(move |one| one.resource != whose);
    let both = others.flat_map(|one| one.days.each().map(|date| (one.resource, date)));
    both.filter(move |(_, date)| (days.first..=days.last).contains(date))
}
