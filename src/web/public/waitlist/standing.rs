//! What the page of a place says: which place it is and why, what is offered, and what can be done.

use super::place::Standing;
use crate::{
    base::{quiet, time::Weekday, token::Token},
    domain::bookings::{
        link,
        waitlist::{
            entry::Status,
            offer,
            wish::{Weekdays, Wish},
        },
    },
    web::{
        links::{self, Times},
        moments::Moments,
        opening::WEEK,
        page::PageCtx,
        public::frame,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            frame::ShopFrame,
            icon::Icon,
            post_form::PostForm,
            summary_list::{SummaryList, SummaryRow},
        },
    },
};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "public/waitlist/place.html")]
pub struct PlacePage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    mark: Icon,
    title: String,
    /// What that means, sentence by sentence.
    words: Vec<String>,
    /// The time that is offered, and until when.
    offered: Option<(String, String)>,
    facts: SummaryList,
    ways: Vec<LinkButton>,
    acts: Vec<PostButton>,
}

/// Draws it.
pub fn page<'a>(site: &Site, ctx: &'a PageCtx, standing: &Standing, key: &Token) -> PlacePage<'a> {
    let moments = Moments::new(ctx.t, standing.profile.zone, standing.now);
    let (mark, title) = title(ctx, standing);
    let deadline = standing.entry.response_deadline;
    let offered = standing.held.as_ref().filter(|_| standing.is_offered());
    PlacePage {
        shop: frame::frame(ctx, &standing.profile),
        mark,
        title,
        words: words(ctx, standing),
        offered: offered.zip(deadline).map(|(held, deadline)| {
            (
                moments.when(held.business_date, held.start_at, held.end_at),
                ctx.t.waiting_deadline(moments.moment(deadline)),
            )
        }),
        facts: facts(ctx, &moments, standing),
        ways: ways(site, ctx, standing),
        acts: acts(ctx, standing, key),
        ctx,
    }
}

fn title(ctx: &PageCtx, standing: &Standing) -> (Icon, String) {
    let t = ctx.t;
    match standing.entry.status {
        Status::Active if standing.entry.proved_at.is_none() => (Icon::Mail, t.waiting_ask_title()),
        Status::Active => (Icon::Clock, t.waiting_title()),
        Status::Notified if standing.is_offered() => (Icon::Check, t.waiting_offered_title()),
        Status::Notified | Status::Expired => (Icon::Clock, t.waiting_over_title()),
        Status::Converted => (Icon::Check, t.waiting_taken_title()),
        Status::Cancelled => (Icon::Cross, t.waiting_left_title()),
    }
}

/// What stands there, and for somebody who waits: which place theirs is, and why.
fn words(ctx: &PageCtx, standing: &Standing) -> Vec<String> {
    let (t, ahead) = (ctx.t, standing.ahead);
    let hour = |minutes: u16| t.wall_time(u32::from(minutes));
    match standing.entry.status {
        Status::Active if standing.entry.proved_at.is_none() => vec![t.waiting_ask_words()],
        Status::Active => {
            let mut words = vec![t.waiting_place(ahead.place())];
            if ahead.place() == 1 {
                words.push(t.waiting_first());
            }
            if ahead.earlier > 0 {
                words.push(t.waiting_earlier_ones(ahead.earlier));
            }
            if ahead.preferred > 0 {
                words.push(t.waiting_preferred_ones(ahead.preferred));
            }
            words.push(t.waiting_order());
            words
        }
        Status::Notified if standing.is_offered() => vec![
            match standing.entry.booking_id {
                Some(_) => t.waiting_offered_earlier(),
                None => t.waiting_offered_words(),
            },
            t.waiting_night(hour(quiet::EVENING), hour(quiet::MORNING)),
        ],
        Status::Notified | Status::Expired => vec![t.waiting_over_words()],
        Status::Converted => vec![t.waiting_taken_words()],
        Status::Cancelled => vec![t.waiting_left_words()],
    }
}

fn facts(ctx: &PageCtx, moments: &Moments, standing: &Standing) -> SummaryList {
    let (t, entry) = (ctx.t, &standing.entry);
    let row = |question: String, answer: String| SummaryRow {
        question,
        answer,
        note: None,
        change: None,
    };
    let mut rows = Vec::new();
    if let Some(service) = &standing.service {
        let label = t.businesses_menu(standing.profile.vertical.slug());
        rows.push(row(label, service.text(ctx.lang).to_owned()));
    }
    if let Some(person) = &standing.person {
        rows.push(row(t.booking_staff(), person.text(ctx.lang).to_owned()));
    }
    rows.extend(
        said(ctx, moments, &entry.wish())
            .into_iter()
            .map(|(question, answer)| row(question, answer)),
    );
    if entry.party_size > 1 {
        rows.push(row(t.booking_party(), t.people(entry.party_size.into())));
    }
    if let Some((date, start, end)) = standing.later.filter(|_| entry.status.is_open()) {
        rows.push(row(t.waiting_now_booked(), moments.when(date, start, end)));
    }
    SummaryList { rows }
}

/// A wish, line by line.
pub fn said(ctx: &PageCtx, moments: &Moments, wish: &Wish) -> Vec<(String, String)> {
    let t = ctx.t;
    let mut lines = Vec::new();
    if let Some((from, until)) = wish.from.zip(wish.until) {
        lines.push((t.waiting_days(), t.days(from, until, moments.today())));
    }
    if wish.weekdays != Weekdays::ANY {
        let week = [
            chrono::Weekday::Mon,
            chrono::Weekday::Tue,
            chrono::Weekday::Wed,
            chrono::Weekday::Thu,
            chrono::Weekday::Fri,
            chrono::Weekday::Sat,
            chrono::Weekday::Sun,
        ];
        let has = |number| Weekday::from_number(number).is_some_and(|day| wish.weekdays.has(day));
        let days = week.into_iter().zip(WEEK);
        let days = days.filter(|(_, number)| has(*number));
        let days: Vec<String> = days.map(|(day, _)| t.weekday(day)).collect();
        lines.push((t.waiting_weekdays(), days.join(" · ")));
    }
    if let Some(hours) = wish.hours {
        let wall = |minutes: u16| t.late_wall_time(u32::from(minutes));
        let (from, until) = (wall(hours.from().minutes()), wall(hours.until().minutes()));
        lines.push((t.waiting_hours(), t.waiting_between(from, until)));
    }
    lines
}

/// The ways on: to the final check of what is offered, to the booking, or to the free times.
fn ways(site: &Site, ctx: &PageCtx, standing: &Standing) -> Vec<LinkButton> {
    let (t, slug) = (ctx.t, &standing.profile.slug);
    let entry = &standing.entry;
    let way = |label: String, url: String, voice: Voice| LinkButton {
        label,
        url,
        voice,
        wide: true,
        ..LinkButton::default()
    };
    match entry.status {
        Status::Notified if standing.is_offered() && entry.booking_id.is_none() => {
            let hold = offer::token(&site.secret, entry).text();
            let url = links::confirm(ctx.lang, slug, &hold);
            vec![way(t.waiting_take(), url, Voice::Main)]
        }
        Status::Converted => standing
            .booking
            .map(|booking| {
                let token = link::token(&site.secret, booking).text();
                let url = links::booking(ctx.lang, &token);
                way(t.waiting_to_booking(), url, Voice::Main)
            })
            .into_iter()
            .collect(),
        Status::Active => Vec::new(),
        Status::Notified if standing.is_offered() => Vec::new(),
        Status::Notified | Status::Expired | Status::Cancelled => {
            let times = Times {
                service: Some(entry.service_id),
                staff: entry.resource_id,
                party: Some(entry.party_size),
                options: entry.options(),
                ..Times::default()
            };
            let url = match &standing.visit {
                None => links::times(ctx.lang, slug, &times),
                Some(visit) => {
                    let visit = links::Visit {
                        with: visit.text(),
                        ..links::Visit::default()
                    };
                    links::visit(ctx.lang, slug, Some(&visit))
                }
            };
            vec![way(t.waiting_to_times(), url, Voice::Quiet)]
        }
    }
}

/// What a button does.
fn acts(ctx: &PageCtx, standing: &Standing, key: &Token) -> Vec<PostButton> {
    let (t, entry) = (ctx.t, &standing.entry);
    if !entry.status.is_open() {
        return Vec::new();
    }
    let place = links::waiting(ctx.lang, &standing.profile.slug, (entry.id, key));
    let act = |name: &str, label: String, voice: Voice| PostButton {
        label,
        form: PostForm {
            action: format!("{place}/{name}"),
            hidden: Vec::new(),
        },
        voice,
        ..PostButton::default()
    };
    let mut acts = Vec::new();
    if entry.proved_at.is_none() {
        acts.push(act("stay", t.waiting_join(), Voice::Main));
    }
    if standing.is_offered() && entry.booking_id.is_some() {
        acts.push(act("take", t.waiting_take_earlier(), Voice::Main));
    }
    acts.push(act("leave", t.waiting_leave(), Voice::DangerQuiet));
    acts
}
