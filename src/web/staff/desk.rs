//! What stands around every page of the counter: the shop, the ways, the door.

use crate::{
    domain::businesses::role::{Right, StaffRole},
    web::{
        gate::member::AtWork,
        links::{self, Prefill},
        page::PageCtx,
        session::SignedIn,
        ui::{
            buttons::{PostButton, Voice},
            frame::{ACCENTS, FrameLink, HelpBlock, ShopFrame},
            icon::Icon,
            nav::{Nav, NavItem},
            post_form::PostForm,
        },
    },
};

/// The surroundings of a page of the counter.
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
    /// Who works here.
    Team,
    /// The digits for the shop's tablets.
    Pin,
    /// None of the ways: one booking.
    Booking,
}

impl Desk {
    /// For somebody at work.
    pub fn of(ctx: &PageCtx, signed_in: &SignedIn, at: &AtWork, room: Room) -> Self {
        Self {
            shop: shop(ctx, at),
            nav: nav(ctx, signed_in, at, room),
            out: PostButton {
                label: match signed_in.device {
                    Some(_) => ctx.t.team_counter_lock(),
                    None => ctx.t.accounts_sign_out(),
                },
                about: Some(signed_in.name.clone()),
                form: PostForm {
                    action: match signed_in.device {
                        Some(_) => links::counter(ctx.lang, &at.profile.slug) + "/lock",
                        None => links::sign_out(ctx.lang),
                    },
                    hidden: vec![("csrf".to_owned(), signed_in.csrf.clone())],
                },
                voice: Voice::Text,
                small: true,
            },
        }
    }
}

fn shop(ctx: &PageCtx, at: &AtWork) -> ShopFrame {
    let (t, lang, profile) = (ctx.t, ctx.lang, &at.profile);
    let name = profile.name.written(lang);
    let accent = ACCENTS
        .iter()
        .find(|accent| **accent == profile.settings.accent);
    let page = FrameLink {
        label: t.desk_public_page(),
        url: links::business(lang, &profile.slug),
    };
    let elsewhere = at.member.is_elsewhere.then(|| FrameLink {
        label: t.desk_switch(),
        url: links::account(lang),
    });
    ShopFrame {
        name: name.text,
        name_lang: name.other_lang,
        url: links::day(lang, &profile.slug, None, "today"),
        accent: accent.copied().unwrap_or("ai"),
        links: elsewhere.into_iter().chain([page]).collect(),
        help: HelpBlock::default(),
        legal: Vec::new(),
    }
}

fn nav(ctx: &PageCtx, signed_in: &SignedIn, at: &AtWork, room: Room) -> Nav {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let item = |label: String, url: String, icon: Icon, here: Room| NavItem {
        label,
        url,
        icon,
        current: room == here,
        waiting: None,
        wide: false,
        adds: here == Room::New,
    };
    let view = |view: &str| links::day(ctx.lang, slug, None, view);
    let print = NavItem {
        current: false,
        ..item(
            t.desk_nav_print(),
            view("print"),
            Icon::Print,
            Room::Booking,
        )
    };
    let wide = |label: String, url: String, icon: Icon, here: Room| NavItem {
        wide: true,
        ..item(label, url, icon, here)
    };
    let mut items = vec![
        item(t.desk_nav_today(), view("today"), Icon::List, Room::Today),
        item(t.desk_nav_day(), view("day"), Icon::Calendar, Room::Day),
    ];
    items.extend(at.member.may(Right::CreateBookings).then(|| {
        let new = links::new_booking(ctx.lang, slug, &Prefill::default());
        item(t.desk_nav_new(), new, Icon::Plus, Room::New)
    }));
    items.push(print);
    items.extend(at.member.may(Right::ManageTeam).then(|| {
        let team = links::team(ctx.lang, slug, "");
        wide(t.team_nav(), team, Icon::People, Room::Team)
    }));
    let second_factor = signed_in.second_factor_due.map(|_| NavItem {
        waiting: Some(("1".to_owned(), t.accounts_factor_waiting())),
        current: false,
        ..wide(
            t.accounts_factor_title(),
            links::second_factor(ctx.lang),
            Icon::Lock,
            Room::Booking,
        )
    });
    // What is a person's own is not for a tablet of the shop.
    let own = [
        wide(
            t.team_pin_nav(),
            links::pin(ctx.lang, slug),
            Icon::Person,
            Room::Pin,
        ),
        NavItem {
            current: false,
            ..wide(
                t.accounts_sessions_title(),
                links::sessions(ctx.lang),
                Icon::Lock,
                Room::Booking,
            )
        },
    ];
    items.extend(visits(ctx, at));
    if signed_in.device.is_none() {
        items.extend(own.into_iter().chain(second_factor));
    }
    Nav {
        label: t.ui_desk_nav(),
        more: t.ui_more(),
        items,
    }
}

/// When operators of the platform looked in: the owner's to read.
fn visits(ctx: &PageCtx, at: &AtWork) -> Option<NavItem> {
    (at.member.role == StaffRole::Owner).then(|| NavItem {
        label: ctx.t.operators_visits_title(),
        url: links::visits(ctx.lang, &at.profile.slug),
        icon: Icon::Search,
        current: false,
        waiting: None,
        wide: true,
        adds: false,
    })
}
