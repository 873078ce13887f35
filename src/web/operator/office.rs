//! What stands around every page of the operators: the platform's own name, the ways, the door.

use crate::web::{
    demand, links,
    page::PageCtx,
    session::SignedIn,
    ui::{
        buttons::{PostButton, Voice},
        frame::{FrameLink, HelpBlock, ShopFrame},
        icon::Icon,
        nav::{Nav, NavItem},
        post_form::PostForm,
    },
};

/// The surroundings of a page of the operators.
pub struct Office {
    /// The platform's name, and the way to its public pages.
    pub shop: ShopFrame,
    /// The ways around.
    pub nav: Nav,
    /// Signing out.
    pub out: PostButton,
}

/// Which way is the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Businesses that come in, are open, are suspended.
    Businesses,
    /// Accounts.
    People,
    /// The trail of changes.
    Audit,
    /// Guests' bookings, for everybody at once.
    Bookings,
    /// Features.
    Flags,
    /// The queue of jobs.
    Jobs,
}

impl Office {
    /// For a signed-in operator.
    pub fn of(ctx: &PageCtx, signed_in: &SignedIn, room: Room) -> Self {
        let (t, lang) = (ctx.t, ctx.lang);
        Self {
            shop: ShopFrame {
                name: t.operators_office(),
                name_lang: None,
                url: links::operator(lang, ""),
                accent: "sumi",
                links: vec![FrameLink {
                    label: t.operators_public_pages(),
                    url: links::home(lang),
                }],
                help: HelpBlock::default(),
                legal: Vec::new(),
                ..ShopFrame::default()
            },
            nav: nav(ctx, signed_in, room),
            out: PostButton {
                label: t.accounts_sign_out(),
                about: Some(signed_in.name.clone()),
                form: PostForm {
                    action: links::sign_out(lang),
                    hidden: vec![("csrf".to_owned(), signed_in.csrf.clone())],
                },
                voice: Voice::Text,
                small: true,
            },
        }
    }
}

fn nav(ctx: &PageCtx, signed_in: &SignedIn, room: Room) -> Nav {
    let t = ctx.t;
    let item = |label: String, path: &str, icon: Icon, here: Room| {
        NavItem::to((label, links::operator(ctx.lang, path)), icon, room == here)
    };
    let businesses = item(
        t.operators_businesses(),
        "/businesses",
        Icon::List,
        Room::Businesses,
    );
    let people = item(t.operators_people(), "/people", Icon::People, Room::People);
    let audit = item(t.operators_audit(), "/audit", Icon::Search, Room::Audit);
    let bookings = item(
        t.operators_bookings(),
        "/bookings",
        Icon::Calendar,
        Room::Bookings,
    );
    let flags = item(t.operators_flags(), "/flags", Icon::Settings, Room::Flags);
    let jobs = item(t.operators_jobs(), "/jobs", Icon::Clock, Room::Jobs);
    let own = (t.accounts_profile_title(), links::own(ctx.lang, "profile"));
    let own = NavItem::to(own, Icon::Person, false);
    let wide = [
        Some(flags),
        Some(jobs),
        Some(own),
        demand::way(t, ctx.lang, signed_in),
    ];
    let wide = wide
        .into_iter()
        .flatten()
        .map(|way| NavItem { wide: true, ..way });
    let mut items = vec![businesses, people, audit, bookings];
    items.extend(wide);
    Nav {
        label: t.operators_nav(),
        more: t.ui_more(),
        items,
    }
}
