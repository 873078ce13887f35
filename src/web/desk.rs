//! What stands around every page of the counter and of the back office: the shop, the ways, the door.

use crate::{
    base::time::local,
    domain::{
        businesses::{profile::Profile, role::Right},
        scheduling::resource::Resource,
    },
    web::{
        desk_ways,
        first_run::Screen,
        gate::member::AtWork,
        links, media,
        page::PageCtx,
        session::SignedIn,
        ui::{
            buttons::{PostButton, Voice},
            frame::{ACCENTS, FrameLink, HelpBlock, ShopFrame, Switch},
            nav::Nav,
            post_form::PostForm,
        },
    },
};

/// The surroundings of a page of the counter or the back office.
pub struct Desk {
    /// The shop's name and colour, and ways out of the counter.
    pub shop: ShopFrame,
    /// The ways around it.
    pub nav: Nav,
    /// Signing out.
    pub out: PostButton,
}

/// Which way is the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The day by time.
    Today,
    /// The day by person.
    Day,
    /// A booking by hand.
    New,
    /// The cards of guests.
    Customers,
    /// Who works when.
    Shifts,
    /// What is offered.
    Menu,
    /// When the shop is open.
    Hours,
    /// Everything else about the shop.
    Office,
    /// Who works here.
    Team,
    /// The digits for the shop's tablets.
    Pin,
    /// Days that one would like off.
    TimeOff,
    /// One's own bookings elsewhere.
    Calendar,
    /// None of the ways: one booking.
    Booking,
}

impl Desk {
    /// For somebody at work.
    pub fn of(ctx: &PageCtx, signed_in: &SignedIn, at: &AtWork, room: Room) -> Self {
        Self {
            shop: ShopFrame {
                // Where one hands over to the next, everybody sees whose turn it is.
                person: signed_in.device.map(|_| signed_in.name.clone()),
                whose: Some(signed_in.mark()),
                ..shop(ctx, at, room)
            },
            nav: desk_ways::nav(ctx, signed_in, at, room),
            out: out(ctx, signed_in, at),
        }
    }
}

/// Signing out; on a tablet of the shop, leaving it to the next.
fn out(ctx: &PageCtx, signed_in: &SignedIn, at: &AtWork) -> PostButton {
    let hidden = vec![("csrf".to_owned(), signed_in.csrf.clone())];
    match signed_in.device {
        Some(_) => PostButton {
            label: ctx.t.team_counter_lock(),
            about: None,
            form: PostForm {
                action: links::counter(ctx.lang, &at.profile.slug) + "/lock",
                hidden,
            },
            voice: Voice::Quiet,
            small: true,
        },
        None => PostButton {
            label: ctx.t.accounts_sign_out(),
            about: Some(signed_in.name.clone()),
            form: PostForm {
                action: links::sign_out(ctx.lang),
                hidden,
            },
            voice: Voice::Text,
            small: true,
        },
    }
}

fn shop(ctx: &PageCtx, at: &AtWork, room: Room) -> ShopFrame {
    let (t, lang, profile) = (ctx.t, ctx.lang, &at.profile);
    let name = profile.name.written(lang);
    let accent = ACCENTS
        .iter()
        .find(|accent| **accent == profile.settings.accent);
    ShopFrame {
        name: name.text,
        name_lang: name.other_lang,
        logo: profile.logo.as_ref().map(media::mark),
        url: links::day(lang, &profile.slug, None, "today"),
        accent: accent.copied().unwrap_or("ai"),
        links: page(ctx, at).into_iter().collect(),
        switch: switch(ctx, at, room),
        help: HelpBlock::default(),
        legal: Vec::new(),
        notices: notices(ctx, profile),
        search: Some(FrameLink {
            label: t.owner_search_label(),
            url: links::owner(lang, &profile.slug, "search"),
        }),
        person: None,
        whose: None,
        app: is_counter(ctx).then(|| links::day(lang, &profile.slug, None, "manifest.webmanifest")),
    }
}

/// The way to the page that guests see; before it is published, to where it is looked at and published from.
fn page(ctx: &PageCtx, at: &AtWork) -> Option<FrameLink> {
    let (t, slug) = (ctx.t, &at.profile.slug);
    if at.profile.is_open {
        return Some(FrameLink {
            label: t.desk_public_page(),
            url: links::business(ctx.lang, slug),
        });
    }
    let may_publish = at.member.may(Right::ManageBusiness) && at.profile.halts.suspended.is_none();
    may_publish.then(|| FrameLink {
        label: t.opening_publish_title(),
        url: Screen::Publish.of(ctx, slug),
    })
}

/// Whether this is a page of the counter, and none of the back office: by its address.
fn is_counter(ctx: &PageCtx) -> bool {
    ctx.path().split('/').nth(2) == Some("staff")
}

/// The ways to the same kind of page of other shops, for who works at several.
fn switch(ctx: &PageCtx, at: &AtWork, room: Room) -> Option<Switch> {
    let is_office = matches!(
        room,
        Room::Shifts | Room::Menu | Room::Hours | Room::Office | Room::Team
    );
    let ways = at.member.elsewhere.iter().map(|other| {
        let name = other.name.written(ctx.lang);
        let url = match is_office && other.manages {
            true => links::owner(ctx.lang, &other.slug, ""),
            false => links::day(ctx.lang, &other.slug, None, "today"),
        };
        (
            FrameLink {
                label: name.text,
                url,
            },
            name.other_lang,
        )
    });
    let ways: Vec<_> = ways.collect();
    (!ways.is_empty()).then(|| Switch {
        label: ctx.t.desk_switch(),
        ways,
    })
}

/// What operators have done to the business, and why.
fn notices(ctx: &PageCtx, profile: &Profile) -> Vec<String> {
    let (t, halts) = (ctx.t, &profile.halts);
    let suspended = halts.suspended.as_ref();
    let stopped = halts.stopped.as_ref().map(|(since, why)| {
        let wall = local(profile.zone, *since);
        t.desk_notice_stopped(t.at(wall.date(), wall, wall.date()), why)
    });
    suspended
        .map(|why| t.desk_notice_suspended(why))
        .into_iter()
        .chain(stopped)
        .chain(halts.everywhere.then(|| t.desk_notice_everywhere()))
        .chain(is_stopped_by_owner(profile).then(|| t.schedule_stopped_notice()))
        .collect()
}

/// Whether guests cannot book online because the owner wishes so, and for no other reason.
fn is_stopped_by_owner(profile: &Profile) -> bool {
    !profile.settings.is_accepting && !profile.is_stopped
}

/// The one press that stops guests from booking online, or lets them again.
pub fn accept(ctx: &PageCtx, slug: &str, is_accepting: bool, at: &str) -> PostButton {
    let (label, voice) = match is_accepting {
        true => (ctx.t.schedule_stop(), Voice::DangerQuiet),
        false => (ctx.t.schedule_resume(), Voice::Main),
    };
    accepting(
        ctx,
        slug,
        (label, voice),
        &[("on", on(!is_accepting)), ("at", at)],
    )
}

/// The same for one person, on the list of their day.
pub fn accept_one(ctx: &PageCtx, slug: &str, one: &Resource) -> PostButton {
    let name = one.name.text(ctx.lang);
    let (label, voice) = match one.takes_online {
        true => (ctx.t.schedule_stop_one(name), Voice::DangerQuiet),
        false => (ctx.t.schedule_resume_one(name), Voice::Main),
    };
    let (on, id) = (on(!one.takes_online), one.id.to_string());
    let carried = [("on", on), ("at", "today"), ("staff", id.as_str())];
    accepting(ctx, slug, (label, voice), &carried)
}

fn on(on: bool) -> &'static str {
    if on { "yes" } else { "no" }
}

fn accepting(
    ctx: &PageCtx,
    slug: &str,
    (label, voice): (String, Voice),
    carried: &[(&str, &str)],
) -> PostButton {
    let csrf = ("csrf", ctx.csrf.as_str());
    let hidden = std::iter::once(&csrf).chain(carried);
    PostButton {
        label,
        form: PostForm {
            action: links::owner(ctx.lang, slug, "hours/accepting"),
            hidden: hidden
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        },
        voice,
        ..PostButton::default()
    }
}
