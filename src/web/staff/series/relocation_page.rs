//! The page on which several bookings of a series are moved.

use super::{
    days::{self, Boxes, Day, Days, Labels},
    look, press, reach, reach_field,
};
use crate::{
    base::ids::ResourceId,
    domain::{
        bookings::series::{
            read::Series,
            shift::{Moved, seen},
        },
        scheduling::resource::Resource,
    },
    web::{
        desk::{Desk, Room},
        form::Errors,
        links,
        page::PageCtx,
        session::SignedIn,
        staff::{booking::Whole, clock::WallClock, new_fields::tick, relocation_form},
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            text_field::{Entry, TextField},
        },
    },
};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "staff/series/relocation.html")]
pub struct RelocationPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    now: String,
    form: PostForm,
    date: TextField,
    time: TextField,
    staff: Option<SelectField>,
    reach: ChoiceField,
    look: Submit,
    days: Option<Days>,
    reason: TextField,
    tell: Option<ChoiceField>,
    submit: Submit,
    back: LinkButton,
}

/// What is typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RelocationForm {
    /// The key of the session.
    pub csrf: String,
    /// The new business day of the booking from which they are looked at.
    pub date: String,
    /// Its new time.
    pub time: String,
    /// With whom all of them; empty leaves that as it is.
    pub staff: String,
    /// `following` or `all`.
    pub reach: String,
    /// Why they are moved.
    pub reason: String,
    /// `yes` when the guest is to be told.
    pub tell: String,
    /// What was shown: the mark of the plan.
    pub seen: String,
    /// And its bookings.
    pub shown: String,
    /// `book` where the button was pressed that moves them.
    pub act: String,
    /// `yes` when the other language was pressed, and not a button.
    pub switch: String,
    /// What was said of single bookings.
    #[serde(flatten)]
    pub boxes: Boxes,
}

/// What the page is drawn from.
pub struct Draft<'a> {
    /// What was typed.
    pub form: &'a RelocationForm,
    /// What is wrong with it.
    pub errors: &'a Errors,
    /// Who could serve.
    pub able: &'a [Resource],
    /// What would come of it, once that was asked.
    pub moves: Option<&'a [Moved]>,
}

impl RelocationForm {
    /// Who is to serve, of those who could.
    pub fn person(&self, able: &[Resource]) -> Option<ResourceId> {
        let chosen = self.staff.parse::<ResourceId>().ok();
        let known = able.iter().find(|one| Some(one.id) == chosen);
        known.map(|one| one.id)
    }
}

/// The page.
pub fn page<'a>(
    (ctx, signed_in): (&'a PageCtx, &SignedIn),
    (whole, series): (&Whole, &Series),
    draft: &Draft<'_>,
) -> RelocationPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let (form, errors, clock) = (draft.form, draft.errors, whole.clock(ctx));
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let all = days_of(&clock, draft.moves.unwrap_or_default());
    let field = |name: &str, label: String, value: &str, entry: Entry| TextField {
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry,
        complaint: errors.of(name, t),
        ..TextField::default()
    };
    // The question of whoever moves one booking, asked of several.
    let one = relocation_form::RelocationForm {
        staff: form.staff.clone(),
        ..relocation_form::RelocationForm::default()
    };
    let title = t.series_move_title();
    RelocationPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        now: clock.when(row.business_date, row.start_at, row.end_at),
        form: PostForm {
            action: links::desk_act(ctx.lang, slug, row.id, "series/move"),
            hidden: hidden(ctx, draft, &all),
        },
        date: field("date", t.desk_date(), &form.date, Entry::Date),
        time: TextField {
            hint: Some(t.desk_time_hint()),
            ..field("time", t.desk_time(), &form.time, Entry::Time)
        },
        staff: one.staff(ctx, errors, (draft.able, false)),
        reach: reach_field(ctx, (whole, series), reach(&form.reach)),
        look: look(ctx, t.series_move_look(), draft.moves.is_some()),
        days: draft.moves.map(|_| {
            let labels = Labels {
                legend: t.series_move_fits(),
                skip: t.series_move_skip(),
            };
            days::draw(ctx, (&clock, &labels), &all, (&form.boxes, errors))
        }),
        reason: TextField {
            hint: Some(t.desk_reason_hint()),
            ..field("reason", t.desk_reason(), &form.reason, Entry::Text)
        },
        tell: whole
            .has_email
            .then(|| tick("tell", t.series_move_tell(), form.tell == "yes")),
        submit: press(t.series_move_submit()),
        back: LinkButton {
            label: t.ui_back(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}

/// What the form carries unseen: what was looked at, and what is asked below the plan while there is none.
fn hidden(ctx: &PageCtx, draft: &Draft<'_>, all: &[Day<'_>]) -> Vec<(String, String)> {
    let mark = |moves: &[Moved]| seen(draft.form.person(draft.able), moves);
    let tell = draft.moves.is_none().then(|| draft.form.tell.clone());
    let one = |name: &str, value: String| (name.to_owned(), value);
    [
        one("csrf", ctx.csrf.clone()),
        one("seen", draft.moves.map(mark).unwrap_or_default()),
        one("shown", days::shown(all)),
    ]
    .into_iter()
    .chain(tell.map(|tell| one("tell", tell)))
    .collect()
}

/// Each booking by its key: where it is, and where it would go.
fn days_of<'a>(clock: &WallClock, moves: &'a [Moved]) -> Vec<Day<'a>> {
    let t = clock.t;
    let at = |date, start| t.format_at(clock.day(date), clock.time(date, start));
    let day = |one: &'a Moved| {
        let (member, line) = (&one.member, &one.line);
        let new = match line.start {
            Some(start) => at(line.date, start),
            None => clock.day(line.date),
        };
        Day {
            key: member.id.to_string(),
            label: t.series_move_line(new, at(member.date, member.start), member.place),
            aside: None,
            line,
        }
    };
    moves.iter().map(day).collect()
}
