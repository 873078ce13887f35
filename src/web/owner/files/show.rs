//! One list, with what is to be chosen before it is given.

use crate::{
    base::{column::Column, time::local},
    db,
    domain::{bookings::lists::List, customers::sheet::Script},
    i18n::columns,
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        form::Errors,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            icon::Icon,
            nav::Nav,
            post_form::PostForm,
            text_field::{Entry, TextField},
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "owner/files/show.html")]
struct ShowPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    back: LinkButton,
    lead: String,
    columns: String,
    form: PostForm,
    dates: Vec<TextField>,
    script: ChoiceField,
    submit: Submit,
}

/// What is chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct GiveForm {
    pub(super) csrf: String,
    pub(super) script: String,
    pub(super) first: String,
    pub(super) last: String,
}

/// Who takes which list along.
pub(super) struct Scene {
    pub at: AtWork,
    pub list: List,
}

/// The list of an address.
pub(super) fn named(id: &str) -> std::result::Result<List, Error> {
    let list = List::from_id(id).filter(|list| list.is_by_itself());
    list.ok_or(Error::NotFound)
}

/// Says what is in the file, and asks how it is to be written.
pub async fn show(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let list = named(&path.2)?;
    let wish = (path.1.as_str(), list.right());
    let found = member::look(&site, &ctx, &signed_in, wish, |tx, at| {
        db::Result::Ok((at.clone(), tx.now()))
    });
    let (at, now) = found.await??;
    if list.is_of_people() {
        signed_in.fresh(&site, &ctx.here())?;
    }
    let today = local(at.profile.zone, now).date();
    let first = today.with_day(1).unwrap_or(today);
    let form = GiveForm {
        script: Script::Utf8.label().to_owned(),
        first: first.to_string(),
        last: end_of_month(first).to_string(),
        ..GiveForm::default()
    };
    let scene = Scene { at, list };
    page(&ctx, &signed_in, &scene, (&form, &Errors::default()))
}

fn end_of_month(first: NaiveDate) -> NaiveDate {
    let next = first.checked_add_months(Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(first)
}

/// The names of its columns.
pub(super) fn headings(ctx: &PageCtx, columns: &[Column]) -> Vec<String> {
    columns::headings(ctx.t, columns, false)
}

/// The page, with what was chosen and what is wrong with it.
pub(super) fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&GiveForm, &Errors),
) -> Result {
    let (t, slug, list) = (ctx.t, &scene.at.profile.slug, scene.list);
    let desk = Desk::of(ctx, signed_in, &scene.at, Room::Office);
    let heading = t.of_family("files-list", list.id());
    let dates = dates(ctx, list, (typed, errors));
    let page = ShowPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors
            .summary(t)
            .naming(t, dates.iter().map(TextField::called)),
        title: match errors.is_empty() {
            true => heading.clone(),
            false => t.ui_error_page_title(&heading),
        },
        heading,
        back: LinkButton {
            label: t.files_title(),
            url: links::owner(ctx.lang, slug, "files"),
            voice: Voice::Text,
            small: true,
            icon: Some(Icon::Back),
            ..LinkButton::default()
        },
        lead: t.of_family("files-about", list.id()),
        columns: t.files_columns(headings(ctx, list.columns()).join(" · ")),
        form: PostForm {
            action: links::owner(ctx.lang, slug, &format!("files/{}", list.id())),
            hidden: vec![("csrf".to_owned(), ctx.csrf.clone())],
        },
        dates,
        script: script(ctx, &typed.script),
        submit: Submit {
            label: t.files_give(),
            ..Submit::default()
        },
        ctx,
    };
    match errors.is_empty() {
        true => ctx.html(&page),
        false => ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page),
    }
}

fn dates(ctx: &PageCtx, list: List, (typed, errors): (&GiveForm, &Errors)) -> Vec<TextField> {
    let t = ctx.t;
    if !list.is_dated() {
        return Vec::new();
    }
    let field = |name: &str, label: String, value: &str| TextField {
        complaint: errors.of(name, t),
        name: name.to_owned(),
        label,
        value: value.to_owned(),
        entry: Entry::Date,
        ..TextField::default()
    };
    vec![
        field("first", t.files_first(), &typed.first),
        field("last", t.files_last(), &typed.last),
    ]
}

/// How its letters are written.
pub(super) fn script(ctx: &PageCtx, chosen: &str) -> ChoiceField {
    let t = ctx.t;
    let choice = |script: Script, label: String, note: String| Choice {
        value: script.label().to_owned(),
        label,
        note: Some(note),
        chosen: script.label() == chosen,
        ..Choice::default()
    };
    ChoiceField {
        name: "script".to_owned(),
        legend: t.customers_export_script(),
        options: vec![
            choice(
                Script::Utf8,
                t.customers_export_utf8(),
                t.customers_export_utf8_note(),
            ),
            choice(
                Script::ShiftJis,
                t.customers_export_sjis(),
                t.customers_export_sjis_note(),
            ),
        ],
        ..ChoiceField::default()
    }
}
