//! The form of a booking by hand, drawn.

use super::{
    callers::{self, Answer, Caller},
    clash::{Clash, ClashBox},
    free_times,
    new_fields::{Questions, questions, tick},
    new_form::{FIND, NewForm},
    new_read::Choices,
    several::further,
    several_fields::{Several, several},
};
use crate::{
    base::{
        ids::ResourceId,
        time::{WallTime, instant, parse_date},
    },
    domain::{
        bookings::{
            cards,
            promised::Promised,
            quote::{occasion, priced, quote},
        },
        businesses::role::Right,
        catalog::service::Service,
        scheduling::availability::Slot,
    },
    web::{
        desk::{Desk, Room},
        form::Errors,
        links,
        page::PageCtx,
        session::SignedIn,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use askama::Template;
use chrono::TimeDelta;

/// The page.
#[derive(Template)]
#[template(path = "staff/new.html")]
pub struct NewPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    /// The same time, to be kept free instead.
    block: Option<LinkButton>,
    clash: Option<ClashBox>,
    anyway: Option<Submit>,
    blocked: Option<(String, Submit)>,
    form: PostForm,
    find: Option<Find>,
    guest: Option<Guest>,
    ask: Questions,
    several: Several,
    times: Option<Times>,
    /// What it comes to, once a service is chosen: how long, until when, for how much.
    sum: Option<String>,
    /// Whether it is to be repeated; what is repeated is one service.
    repeat: Option<ChoiceField>,
    /// Whether the shop has coupons.
    takes_coupons: bool,
    submit: Submit,
    back: LinkButton,
}

/// The way to somebody with a card.
struct Find {
    search: TextField,
    /// Said where nobody fits.
    nobody: bool,
    found: Vec<Match>,
}

/// One of several who were found.
struct Match {
    name: String,
    facts: Vec<String>,
    card: String,
}

/// Somebody with a card, for whom it is.
struct Guest {
    name: String,
    facts: Vec<String>,
    card: LinkButton,
    ahead: Vec<String>,
    visits: Vec<String>,
    /// Whether the card has no address, so that one can be told.
    has_no_email: bool,
}

/// The free times, by day, each with what its button sends.
struct Times {
    days: Vec<(String, Vec<(String, String)>)>,
    /// Whether they are what one goes on with.
    is_next: bool,
}

/// What was typed, what is wrong with it, and what stands in its way.
pub struct Draft<'a> {
    /// What was typed.
    pub form: &'a NewForm,
    /// What is wrong with it.
    pub errors: &'a Errors,
    /// What stands in its way.
    pub clash: Option<&'a Clash>,
    /// Why the guest is blocked.
    pub blocked: Option<&'a str>,
}

impl<'a> Draft<'a> {
    /// With nothing in its way.
    pub fn of(form: &'a NewForm, errors: &'a Errors) -> Self {
        Self {
            form,
            errors,
            clash: None,
            blocked: None,
        }
    }

    fn is_sound(&self) -> bool {
        self.errors.is_empty() && self.clash.is_none() && self.blocked.is_none()
    }
}

/// Draws it.
pub fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    choices: &Choices,
    draft: &Draft<'_>,
) -> NewPage<'a> {
    let (t, slug, form) = (ctx.t, &choices.at.profile.slug, draft.form);
    let desk = Desk::of(ctx, signed_in, &choices.at, Room::New);
    let action = links::new_booking(ctx.lang, slug, &links::Prefill::default());
    let title = match draft.is_sound() {
        true => t.desk_new(),
        false => t.ui_error_page_title(t.desk_new()),
    };
    let clock = choices.clock(t);
    let date = parse_date(&form.date);
    let from = (choices.services.as_slice(), choices.resources.as_slice());
    NewPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: draft.errors.summary(t),
        title,
        block: block(ctx, choices, form),
        clash: draft.clash.map(|clash| {
            clash.drawn(ctx, &clock, slug, |slot, label| {
                form.at(&action, slot, label)
            })
        }),
        anyway: (draft.clash.is_some()
            && choices.at.member.may(Right::Overbook)
            && can_stand_over(form))
        .then(|| despite(t.desk_override_submit(), "anyway")),
        blocked: draft.blocked.map(|reason| {
            let despite = despite(t.desk_blocked_submit(), "despite");
            (t.desk_blocked_reason(reason), despite)
        }),
        find: find(ctx, choices, draft),
        guest: choices.caller().map(|caller| guest(ctx, choices, caller)),
        ask: questions(ctx, form, draft.errors, from)
            .of_somebody_new(draft.is_sound() && matches!(choices.answer, Answer::Nobody)),
        several: several(
            ctx,
            form,
            draft.errors,
            (&choices.services, &choices.resources, &choices.classes),
        ),
        times: choices
            .chosen
            .as_ref()
            .map(|(_, slots)| times(ctx, choices, (draft, slots))),
        sum: choices
            .chosen
            .as_ref()
            .map(|(service, _)| sum(ctx, choices, (form, service))),
        form: sent(ctx, form, action),
        repeat: further(form)
            .is_empty()
            .then(|| tick("repeat", t.series_repeat_after(), form.repeat == "yes")),
        takes_coupons: choices.takes_coupons,
        submit: Submit {
            label: t.desk_new_submit(),
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::day(ctx.lang, slug, date, "today"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}

/// Where it goes, with what nobody sees.
fn sent(ctx: &PageCtx, form: &NewForm, action: String) -> PostForm {
    let own = [("csrf", &ctx.csrf), ("key", &form.key)];
    let own = own.map(|(name, value)| (name.to_owned(), value.clone()));
    PostForm {
        action,
        hidden: own.into_iter().chain(form.carried(ctx.lang)).collect(),
    }
}

/// A button that goes on although something stands in the way.
fn despite(label: String, name: &str) -> Submit {
    Submit {
        label,
        voice: Voice::DangerQuiet,
        answer: Some((name.to_owned(), "yes".to_owned())),
        ..Submit::default()
    }
}

/// The box for somebody with a card, for whoever may look cards up; none once somebody is there.
fn find(ctx: &PageCtx, choices: &Choices, draft: &Draft<'_>) -> Option<Find> {
    let (t, form) = (ctx.t, draft.form);
    let is_open = choices.may_find() && choices.caller().is_none();
    let found = match &choices.answer {
        Answer::Several(lines) => lines.as_slice(),
        _ => &[],
    };
    let one = |line: &cards::Line| Match {
        name: t.desk_guest(&line.name),
        facts: callers::line_facts(ctx, &choices.clock(t), line),
        card: line.id.to_string(),
    };
    is_open.then(|| Find {
        search: TextField {
            name: "q".to_owned(),
            label: t.desk_new_find(),
            value: form.q.clone(),
            hint: Some(t.desk_new_find_hint()),
            entry: Entry::Search,
            first: draft.is_sound()
                && matches!(choices.answer, Answer::Nothing)
                && form.act.is_empty(),
            ..TextField::default()
        },
        nobody: matches!(choices.answer, Answer::Nobody),
        found: found.iter().map(one).collect(),
    })
}

fn guest(ctx: &PageCtx, choices: &Choices, caller: &Caller) -> Guest {
    let clock = choices.clock(ctx.t);
    let line = |line| callers::booked_line(ctx, &clock, line);
    Guest {
        name: ctx.t.desk_guest(&caller.card.name),
        facts: caller.facts(ctx),
        card: caller.way(ctx, &choices.at.profile.slug),
        ahead: caller.ahead.iter().map(line).collect(),
        visits: caller.visits.iter().map(line).collect(),
        has_no_email: caller.card.email.is_none(),
    }
}

fn times(ctx: &PageCtx, choices: &Choices, (draft, slots): (&Draft<'_>, &[Slot])) -> Times {
    let button = |slot: &Slot, time| (time, format!("{}T{}", slot.date, slot.minute));
    let form = draft.form;
    let has_come = !form.take.is_empty() || form.act == "times" || form.act == FIND;
    Times {
        days: free_times::by_day(&choices.clock(ctx.t), slots, button),
        is_next: draft.is_sound() && has_come,
    }
}

/// How long it is, from when until when where a time is typed, and what it costs.
fn sum(ctx: &PageCtx, choices: &Choices, (form, service): (&NewForm, &Service)) -> String {
    let (t, profile) = (ctx.t, &choices.at.profile);
    if let Some(visit) = &choices.visit {
        return sum_of_visit(ctx, choices, (form, visit));
    }
    let minutes = service.figures.duration_minutes;
    let start = parse_date(&form.date)
        .zip(WallTime::hurried(&form.time))
        .and_then(|(date, time)| Some((date, instant(profile.zone, date, time)?)));
    let range = start.map(|(date, start)| {
        let end = start + TimeDelta::minutes(i64::from(minutes));
        choices.clock(t).range(date, start, end)
    });
    let staff = form.staff.parse::<ResourceId>().ok();
    let person = choices.resources.iter().find(|one| Some(one.id) == staff);
    let person = person.filter(|_| form.nominated == "yes");
    let party = form.party.trim().parse::<i16>().unwrap_or(1).max(1);
    let currency = &profile.settings.currency;
    let quote = match start {
        Some(when) => {
            let on = occasion((profile.zone, choices.now), when, staff, party);
            priced(service, &on, person, currency)
        }
        None => quote(service, party, person, currency),
    };
    let length = t.length(u32::try_from(minutes).unwrap_or(0));
    let parts = [
        range.unwrap_or_default(),
        length,
        t.desk_new_total(t.yen(quote.total())),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// The same of all services of a visit.
fn sum_of_visit(ctx: &PageCtx, choices: &Choices, (form, visit): (&NewForm, &Promised)) -> String {
    let (t, profile) = (ctx.t, &choices.at.profile);
    let starts = visit.parts.iter().map(|part| part.line.start).min();
    let ends = visit.parts.iter().map(|part| part.line.end).max();
    let (Some(start), Some(end)) = (starts, ends) else {
        return String::new();
    };
    let is_typed = WallTime::hurried(&form.time).is_some();
    let range = is_typed.then(|| choices.clock(t).range(visit.date, start, end));
    let length = t.length(u32::try_from((end - start).num_minutes()).unwrap_or(0));
    let total = t.yen(visit.quote(profile, choices.now).total());
    let parts = range.into_iter().chain([length, t.desk_new_total(total)]);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Those who come together would be laid over one another, so they stand over nobody else.
fn can_stand_over(form: &NewForm) -> bool {
    let mut further = further(form).into_iter();
    further.all(|one| matches!(one.guest.as_str(), "" | "0"))
}

/// The way to keep the time free that the form is about.
fn block(ctx: &PageCtx, choices: &Choices, form: &NewForm) -> Option<LinkButton> {
    let prefill = links::Prefill {
        staff: form.staff.parse().ok(),
        date: form.date.parse().ok(),
        time: Some(form.time.clone()).filter(|time| !time.is_empty()),
        ..links::Prefill::default()
    };
    let slug = &choices.at.profile.slug;
    choices.at.member.may(Right::BlockTime).then(|| LinkButton {
        label: ctx.t.desk_block_way(),
        url: links::block(ctx.lang, slug, "new", &prefill),
        voice: Voice::Text,
        ..LinkButton::default()
    })
}
