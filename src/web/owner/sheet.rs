//! The page of one form of the back office: its parts, what somebody else has written meanwhile, and what else can be done
//! with the thing.

use super::{
    ask::{question, spoken},
    changes::ChangeTable,
};
use crate::web::{
    desk::{Desk, Room},
    error::Result,
    form::Errors,
    gate::member::AtWork,
    links,
    page::PageCtx,
    session::SignedIn,
    ui::{
        buttons::{LinkButton, PostButton, Submit, Voice},
        choice_field::ChoiceField,
        error_summary::ErrorSummary,
        field::Field,
        fillings::Fillings,
        frame::ShopFrame,
        icon::Icon,
        ladder::Ladder,
        letter_view::LetterView,
        nav::Nav,
        newer::{Newer, Pair},
        post_form::PostForm,
    },
};
use actix_web::http::StatusCode;
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "owner/sheet.html")]
struct SheetPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    back: LinkButton,
    form: PostForm,
    save: Submit,
    sheet: Sheet,
}

/// What is on it.
#[derive(Default)]
pub(super) struct Sheet {
    /// What is written or changed.
    pub heading: String,
    /// What it is, in a sentence.
    pub lead: Option<String>,
    /// Where it is sent, and whence it came: paths below the back office.
    pub at: String,
    /// The list it belongs to.
    pub list: String,
    /// What tells the version that was opened; empty for something new.
    pub version: String,
    /// The boxes.
    pub parts: Vec<Part>,
    /// What somebody else has written meanwhile, where it differs.
    pub newer: Option<Newer>,
    /// What it will be from a date on.
    pub plan: Option<PlanBox>,
    /// What is in the way, each with the way there.
    pub obstacles: Vec<LinkButton>,
    /// A second way to send the form.
    pub also: Option<Submit>,
    /// What it would come to.
    pub preview: Option<Preview>,
    /// What can be filled into its texts.
    pub fillings: Option<Fillings>,
    /// The letter that would come of it.
    pub letter: Option<LetterView>,
    /// Where else one can go from it.
    pub ways: Vec<LinkButton>,
    /// What else can be done.
    pub acts: Vec<PostButton>,
}

/// What is planned for a date.
pub(super) struct PlanBox {
    /// From when on.
    pub title: String,
    /// What will be otherwise, and the way to change that; nothing where it cannot be read.
    pub changes: Option<(ChangeTable, LinkButton)>,
    /// Gives it up.
    pub revoke: PostButton,
}

/// Boxes that belong together.
#[derive(Default)]
pub(super) struct Part {
    pub heading: String,
    pub note: Option<String>,
    /// Folded away until it is asked for, and open where something in it is filled in or wrong.
    pub folded: Option<bool>,
    pub fields: Vec<Field>,
    /// Whether its boxes stand two by two.
    pub paired: bool,
    /// Side by side, where there is room.
    pub boxes: Vec<ChoiceField>,
    /// Whether its fields mean something only where one of the boxes is ticked.
    pub with_boxes: bool,
}

/// A ladder of fees as a guest would see it.
pub(super) struct Preview {
    pub heading: String,
    pub ladder: Option<Ladder>,
    /// What is said where there is no ladder.
    pub none: String,
    /// The same of moving, under a heading of its own.
    pub moves: Option<(String, Ladder)>,
    /// What the owner should think of.
    pub warning: Option<String>,
    /// Whether it was just asked for: then it is what is looked at first.
    pub is_asked: bool,
}

impl Part {
    /// All of its boxes, as they are read.
    fn all(&self) -> impl Iterator<Item = Field> + '_ {
        let boxes = self.boxes.iter().cloned().map(Field::Choice);
        boxes.chain(self.fields.iter().cloned())
    }
}

/// What was typed beside what another version holds, box by box.
pub(super) fn differences(mine: &[Part], theirs: &[Part]) -> Vec<Pair> {
    beside(mine, theirs, &spoken)
}

/// The same, each said as `say` does.
pub(super) fn beside(mine: &[Part], theirs: &[Part], say: &dyn Fn(&Field) -> String) -> Vec<Pair> {
    let all = |parts: &[Part]| parts.iter().flat_map(Part::all).collect::<Vec<_>>();
    let mine = all(mine);
    let typed = |name: &str| {
        let same = mine.iter().find(|field| field.called().0 == name);
        same.map_or_else(String::new, say)
    };
    let pair = |field: &Field| Pair {
        label: question(field),
        typed: typed(field.called().0),
        saved: say(field),
    };
    all(theirs).iter().map(pair).collect()
}

/// Draws it.
pub(super) fn draw(
    ctx: &PageCtx,
    (signed_in, at, room): (&SignedIn, &AtWork, Room),
    status: StatusCode,
    (mut sheet, errors): (Sheet, &Errors),
) -> Result {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let action = links::owner(ctx.lang, slug, &sheet.at);
    if let Some(also) = &mut sheet.also {
        // What comes of it stands below the boxes.
        also.to = Some(format!("{action}#preview"));
    }
    let desk = Desk::of(ctx, signed_in, at, room);
    let fields: Vec<Field> = sheet.parts.iter().flat_map(Part::all).collect();
    let boxes = fields.iter().map(Field::called);
    let summary = errors.summary(t).naming(t, boxes);
    let page = SheetPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: if errors.is_empty() {
            sheet.heading.clone()
        } else {
            t.ui_error_page_title(&sheet.heading)
        },
        errors: summary,
        back: LinkButton {
            label: t.ui_back(),
            url: links::owner(ctx.lang, slug, &sheet.list),
            voice: Voice::Text,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        form: PostForm {
            action,
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), sheet.version.clone()),
            ],
        },
        save: Submit {
            label: match sheet.newer {
                Some(_) => t.ui_newer_overwrite(),
                None => t.owner_sheet_save(),
            },
            ..Submit::default()
        },
        sheet,
        ctx,
    };
    match status {
        StatusCode::OK => ctx.html(&page),
        status => ctx.redraw(status, &page),
    }
}

/// A button that does something to one of the things of a list.
pub(super) fn act(
    ctx: &PageCtx,
    url: String,
    (label, about): (String, Option<String>),
    (voice, carried): (Voice, &[(&str, &str)]),
) -> PostButton {
    let own = carried
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let key = ("csrf".to_owned(), ctx.csrf.clone());
    PostButton {
        label,
        about,
        form: PostForm {
            action: url,
            hidden: std::iter::once(key).chain(own).collect(),
        },
        voice,
        small: true,
    }
}
