//! The five screens between "I want to open a shop" and its live page: the same line of steps above each.

use crate::web::{
    links,
    page::PageCtx,
    ui::steps::{Step, Steps},
};

/// Which of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What kind of business it is.
    Kind,
    /// What it is called and where it is.
    Name,
    /// When it is open.
    Hours,
    /// What it offers.
    Services,
    /// The last look.
    Publish,
}

impl Screen {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [
        Self::Kind,
        Self::Name,
        Self::Hours,
        Self::Services,
        Self::Publish,
    ];

    fn place(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).unwrap_or(0)
    }

    /// The word of messages about it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Hours => "hours",
            Self::Services => "services",
            Self::Publish => "publish",
        }
    }

    /// What stands in the line of steps.
    pub fn name(self, ctx: &PageCtx) -> String {
        let t = ctx.t;
        match self {
            Self::Kind => t.opening_step_kind(),
            Self::Name => t.opening_step_name(),
            Self::Hours => t.opening_step_hours(),
            Self::Services => t.opening_step_services(),
            Self::Publish => t.opening_step_publish(),
        }
    }

    /// Where it is, once the business has a word in addresses.
    pub fn of(self, ctx: &PageCtx, slug: &str) -> String {
        let screen = match self {
            Self::Kind | Self::Name => return links::application(ctx.lang, slug, "/edit"),
            Self::Hours => "opening/hours",
            Self::Services => "opening/services",
            Self::Publish => "opening/publish",
        };
        links::owner(ctx.lang, slug, screen)
    }
}

/// The line of steps; those behind us lead back, where there is a business to lead to.
pub fn steps(ctx: &PageCtx, current: Screen, slug: Option<&str>) -> Steps {
    let step = |one: Screen| Step {
        name: one.name(ctx),
        url: match (one.place() < current.place(), slug) {
            (true, Some(slug)) => Some(one.of(ctx, slug)),
            (true, None) => Some(links::application_new(ctx.lang)),
            (false, _) => None,
        },
    };
    Steps {
        words: ctx.t.ui_step(current.place() + 1, Screen::ALL.len()),
        names: Screen::ALL.into_iter().map(step).collect(),
        current: current.place(),
    }
}
