//! Small drawings from one sprite. They repeat what a word beside them says, so they are not read aloud.

use crate::web::assets;
use askama::filters::HtmlSafe;
use std::fmt;

/// Every drawing of `static/icons/sprite.svg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Alert,
    Back,
    Calendar,
    Chart,
    Check,
    Clock,
    Copy,
    Cross,
    Door,
    Down,
    Download,
    Edit,
    Home,
    Language,
    Link,
    List,
    Lock,
    Mail,
    Menu,
    MenuBook,
    More,
    Next,
    Note,
    People,
    Person,
    Phone,
    Pin,
    Plus,
    Print,
    Screen,
    Search,
    Settings,
    Shield,
    Shift,
    Star,
    Trash,
    Yen,
}

impl HtmlSafe for Icon {}

impl Icon {
    /// All of them, for the test that compares them with the sprite.
    pub const ALL: &[Self] = &[
        Self::Alert,
        Self::Back,
        Self::Calendar,
        Self::Chart,
        Self::Check,
        Self::Clock,
        Self::Copy,
        Self::Cross,
        Self::Door,
        Self::Down,
        Self::Download,
        Self::Edit,
        Self::Home,
        Self::Language,
        Self::Link,
        Self::List,
        Self::Lock,
        Self::Mail,
        Self::Menu,
        Self::MenuBook,
        Self::More,
        Self::Next,
        Self::Note,
        Self::People,
        Self::Person,
        Self::Phone,
        Self::Pin,
        Self::Plus,
        Self::Print,
        Self::Screen,
        Self::Search,
        Self::Settings,
        Self::Shield,
        Self::Shift,
        Self::Star,
        Self::Trash,
        Self::Yen,
    ];

    /// The id of its symbol.
    pub fn id(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Back => "back",
            Self::Calendar => "calendar",
            Self::Chart => "chart",
            Self::Check => "check",
            Self::Clock => "clock",
            Self::Copy => "copy",
            Self::Cross => "cross",
            Self::Door => "door",
            Self::Down => "down",
            Self::Download => "download",
            Self::Edit => "edit",
            Self::Home => "home",
            Self::Language => "language",
            Self::Link => "link",
            Self::List => "list",
            Self::Lock => "lock",
            Self::Mail => "mail",
            Self::Menu => "menu",
            Self::MenuBook => "menu-book",
            Self::More => "more",
            Self::Next => "next",
            Self::Note => "note",
            Self::People => "people",
            Self::Person => "person",
            Self::Phone => "phone",
            Self::Pin => "pin",
            Self::Plus => "plus",
            Self::Print => "print",
            Self::Screen => "screen",
            Self::Search => "search",
            Self::Settings => "settings",
            Self::Shield => "shield",
            Self::Shift => "shift",
            Self::Star => "star",
            Self::Trash => "trash",
            Self::Yen => "yen",
        }
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sprite = assets::url("icons/sprite.svg");
        let id = self.id();
        write!(
            f,
            r#"<svg class="icon" aria-hidden="true"><use href="{sprite}#{id}"/></svg>"#
        )
    }
}
