//! The page on which a booking becomes a series: the rule, what would come of it day by day, the press.

use super::{
    days::{self, Day, Days, Labels},
    look, press,
    repetition_form::{Questions, RepetitionForm, questions},
};
use crate::{
    domain::bookings::series::plan::{Line, mark},
    web::{
        desk::{Desk, Room},
        form::Errors,
        links,
        page::PageCtx,
        session::SignedIn,
        staff::{booking::Whole, lines, new_fields::tick},
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::ChoiceField,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            summary_list::SummaryList,
        },
    },
};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff/series/repetition.html")]
pub struct RepetitionPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    visit: SummaryList,
    form: PostForm,
    ask: Questions,
    look: Submit,
    plan: Option<Plan>,
    tell: Option<ChoiceField>,
    book: Submit,
    back: LinkButton,
}

/// What would come of it.
struct Plan {
    free: String,
    clashes: Option<String>,
    days: Days,
}

/// What the page is drawn from.
pub struct Draft<'a> {
    /// What was typed.
    pub form: &'a RepetitionForm,
    /// What is wrong with it.
    pub errors: &'a Errors,
    /// What would come of it, once that was asked.
    pub lines: Option<&'a [Line]>,
}

/// The page.
pub fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    draft: &Draft<'_>,
) -> RepetitionPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let (form, errors) = (draft.form, draft.errors);
    let (desk, clock) = (
        Desk::of(ctx, signed_in, &whole.at, Room::Booking),
        whole.clock(ctx),
    );
    let all = days_of(whole, ctx, draft.lines.unwrap_or_default());
    let hidden = |name: &str, value: String| (name.to_owned(), value);
    let title = t.series_title();
    RepetitionPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            title
        } else {
            t.ui_error_page_title(title)
        },
        visit: lines::visit(ctx, whole),
        form: PostForm {
            action: links::desk_act(ctx.lang, slug, row.id, "series"),
            hidden: [
                hidden("csrf", ctx.csrf.clone()),
                hidden("key", form.key.clone()),
                hidden("seen", draft.lines.map(mark).unwrap_or_default()),
                hidden("shown", days::shown(&all)),
            ]
            .into_iter()
            // Its box stands below the plan.
            .chain(
                draft
                    .lines
                    .is_none()
                    .then(|| hidden("tell", form.tell.clone())),
            )
            .collect(),
        },
        ask: questions(ctx, form, errors),
        look: look(ctx, t.series_look(), draft.lines.is_some()),
        plan: draft.lines.map(|lines| Plan {
            free: t.series_plan_free(all.len() - refused(lines)),
            clashes: Some(refused(lines))
                .filter(|count| *count > 0)
                .map(|count| t.series_plan_clashes(count)),
            days: {
                let labels = Labels {
                    legend: t.series_free_days(),
                    skip: t.series_skip(),
                };
                days::draw(ctx, (&clock, &labels), &all, (&form.boxes, errors))
            },
        }),
        tell: whole
            .has_email
            .then(|| tick("tell", t.series_tell(), form.tell == "yes")),
        book: press(t.series_book()),
        back: LinkButton {
            label: t.ui_back(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}

fn refused(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.refusal.is_some()).count()
}

/// Each day by its date.
fn days_of<'a>(whole: &Whole, ctx: &PageCtx, lines: &'a [Line]) -> Vec<Day<'a>> {
    let (row, clock) = (&whole.booking.row, whole.clock(ctx));
    let wanted = ctx
        .t
        .wall_time(u32::from(clock.minute(row.business_date, row.start_at)));
    let day = |line: &'a Line| Day {
        key: line.date.to_string(),
        // What does not go is called by what was wanted, whatever was chosen in its place.
        label: match line.placement.as_ref().filter(|_| line.refusal.is_none()) {
            Some(found) => clock.when(found.date, found.start, found.end),
            None => ctx.t.format_at(clock.day(line.date), wanted.as_str()),
        },
        aside: line
            .price
            .filter(|_| line.refusal.is_none())
            .map(|yen| ctx.t.yen(yen)),
        line,
    };
    lines.iter().map(day).collect()
}
