//! The page of something about one booking that is typed into one box.

use super::{booking::Whole, facts};
use crate::web::{
    desk::{Desk, Room},
    form::Errors,
    links,
    page::PageCtx,
    session::SignedIn,
    ui::{
        buttons::{LinkButton, PostButton, Submit, Voice},
        error_summary::ErrorSummary,
        frame::ShopFrame,
        nav::Nav,
        post_form::PostForm,
        summary_list::SummaryList,
        text_field::TextField,
    },
};
use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "staff/one_box.html")]
pub struct OneBoxPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    name: String,
    visit: SummaryList,
    said: Option<String>,
    form: PostForm,
    field: TextField,
    submit: Submit,
    back: LinkButton,
}

/// What differs from one to another.
pub(super) struct OneBox {
    /// What it is about.
    pub heading: String,
    /// A sentence above the box.
    pub said: Option<String>,
    /// The last part of its address.
    pub act: &'static str,
    /// The box.
    pub field: TextField,
    /// The button.
    pub submit: String,
}

/// Draws it. It is written on top of what is looked at.
pub(super) fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    whole: &Whole,
    (one, errors): (OneBox, &Errors),
) -> OneBoxPage<'a> {
    let (t, row, slug) = (ctx.t, &whole.booking.row, &whole.at.profile.slug);
    let desk = Desk::of(ctx, signed_in, &whole.at, Room::Booking);
    let title = one.heading.clone();
    OneBoxPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: match errors.is_empty() {
            true => title,
            false => t.ui_error_page_title(title),
        },
        heading: one.heading,
        name: t.desk_guest(&whole.booking.customer.name),
        visit: facts::visit(ctx, &whole.clock(ctx), &whole.booking, &whole.with(ctx)),
        said: one.said,
        form: PostForm {
            action: links::desk_act(ctx.lang, slug, row.id, one.act),
            hidden: vec![
                ("csrf".to_owned(), ctx.csrf.clone()),
                ("version".to_owned(), row.version.to_string()),
            ],
        },
        field: one.field,
        submit: Submit {
            label: one.submit,
            ..Submit::default()
        },
        back: LinkButton {
            label: t.ui_back(),
            url: links::desk_booking(ctx.lang, slug, row.id),
            voice: Voice::Quiet,
            ..LinkButton::default()
        },
        ctx,
    }
}
