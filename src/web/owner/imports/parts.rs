//! What the pages about files of bookings share.

use crate::{
    base::ids::BookingImportId,
    db::{self, Refusal, TenantTx},
    domain::{
        bookings::import::{
            column::Column,
            waiting::{self, Waiting},
        },
        businesses::role::Right,
    },
    i18n::Words,
    web::{
        desk::{Desk, Room},
        error::Error,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::Choice,
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
            select_field::SelectField,
            steps::{Step, Steps},
        },
    },
};
use askama::Template;

/// What whoever comes here needs: whoever brings bookings in may also take them one by one.
pub const RIGHTS: [Right; 2] = [Right::MoveCustomers, Right::CreateBookings];

/// A page that asks what something means.
#[derive(Template)]
#[template(path = "owner/imports/step.html")]
pub struct StepPage<'a> {
    pub ctx: &'a PageCtx,
    pub shop: ShopFrame,
    pub nav: Nav,
    pub out: PostButton,
    pub errors: ErrorSummary,
    pub title: String,
    pub heading: String,
    pub back: LinkButton,
    pub steps: Steps,
    pub lead: String,
    pub form: PostForm,
    pub groups: Vec<Group>,
    pub submit: Submit,
    pub discard: PostButton,
}

/// Questions that belong together.
pub struct Group {
    pub heading: String,
    pub note: Option<String>,
    pub fields: Vec<SelectField>,
}

/// The list or, with a path, what is below it.
pub fn path(ctx: &PageCtx, slug: &str, below: &str) -> String {
    links::owner(ctx.lang, slug, &format!("imports{below}"))
}

/// The page of one file or, with a path, what is below it.
pub fn of(ctx: &PageCtx, slug: &str, id: BookingImportId, below: &str) -> String {
    path(ctx, slug, &format!("/{id}{below}"))
}

/// The key in an address.
pub fn key(id: &str) -> Result<BookingImportId, Error> {
    id.parse().map_err(|_no_key| Error::NotFound)
}

/// Reads as who may come here.
pub async fn look<T: Send + 'static>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    mut work: impl FnMut(&mut TenantTx<'_>) -> db::Result<T> + Send + 'static,
) -> Result<(AtWork, T), Error> {
    let wish = (slug, &RIGHTS[..]);
    let found = member::look_with(site, ctx, signed_in, wish, move |tx, at| {
        db::Result::Ok((at.clone(), work(tx)?))
    });
    Ok(found.await??)
}

/// Works as who may come here.
pub async fn enter<T: Send + 'static, E: Refusal>(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    work: impl FnMut(&mut TenantTx<'_>, &AtWork) -> Result<T, E> + Send + 'static,
) -> Result<Result<T, E>, Error> {
    member::enter_with(site, ctx, signed_in, (slug, &RIGHTS), work).await
}

/// A file that waits, for who may see it.
pub async fn waiting(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, id): (&str, BookingImportId),
) -> Result<(AtWork, Waiting), Error> {
    let (at, found) = look(site, ctx, signed_in, slug, move |tx| waiting::find(tx, id)).await?;
    Ok((at, found.ok_or(Error::NotFound)?))
}

/// What a column means.
pub fn column(t: Words, column: Column) -> String {
    t.of_family("imports-column", column.id())
}

/// Throws the file away.
pub fn discard(ctx: &PageCtx, slug: &str, id: BookingImportId) -> PostButton {
    PostButton {
        label: ctx.t.imports_discard(),
        form: PostForm::keyed(&ctx.csrf, of(ctx, slug, id, "/discard"), &[]),
        voice: Voice::Text,
        small: true,
        ..PostButton::default()
    }
}

/// Where one is on the way; those behind lead back.
pub fn steps(ctx: &PageCtx, slug: &str, (id, current): (BookingImportId, usize)) -> Steps {
    let t = ctx.t;
    let all = [
        (t.imports_step_file(), path(ctx, slug, "")),
        (t.imports_step_columns(), of(ctx, slug, id, "/columns")),
        (t.imports_step_names(), of(ctx, slug, id, "/names")),
        (t.imports_step_check(), of(ctx, slug, id, "/check")),
    ];
    let step = |(place, (name, url)): (usize, (String, String))| Step {
        name,
        url: (place > 0 && place < current).then_some(url),
    };
    Steps {
        words: t.imports_step(current + 1, all.len()),
        names: all.into_iter().enumerate().map(step).collect(),
        current,
    }
}

/// One of the answers of a list.
pub fn choice(value: impl Into<String>, label: String, chosen: &str) -> Choice {
    let value = value.into();
    Choice {
        chosen: value == chosen,
        value,
        label,
        ..Choice::default()
    }
}

/// A page that asks, with its answers.
pub fn step<'a>(
    ctx: &'a PageCtx,
    (signed_in, at): (&SignedIn, &AtWork),
    (id, current): (BookingImportId, usize),
    (groups, errors): (Vec<Group>, ErrorSummary),
) -> StepPage<'a> {
    let (t, slug) = (ctx.t, at.profile.slug.as_str());
    let desk = Desk::of(ctx, signed_in, at, Room::Office);
    let (heading, lead, below) = match current {
        1 => (t.imports_columns(), t.imports_columns_lead(), "/columns"),
        _ => (t.imports_names(), t.imports_names_lead(), "/names"),
    };
    let boxes = groups.iter().flat_map(|group| &group.fields);
    let errors = errors.naming(t, boxes.map(SelectField::called));
    StepPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: match errors.complaints.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        errors,
        heading,
        back: LinkButton::back(t.imports_title(), path(ctx, slug, "")),
        steps: steps(ctx, slug, (id, current)),
        lead,
        form: PostForm::keyed(&ctx.csrf, of(ctx, slug, id, below), &[]),
        groups,
        submit: Submit {
            label: t.imports_on(),
            ..Submit::default()
        },
        discard: discard(ctx, slug, id),
        ctx,
    }
}
