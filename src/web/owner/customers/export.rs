//! All cards, or those that the list was narrowed down to, as a file: for those who may move them and have just proved who
//! they are.

use super::{columns, list_query::ListQuery};
use crate::{
    base::{lang::Lang, time::local},
    domain::{
        bookings::guest_list::{self, Filter},
        businesses::role::Right,
        customers::{
            sheet::{self, Script},
            table::{self, Line},
        },
    },
    i18n::Words,
    web::{
        desk::{Desk, Room},
        download,
        error::{Error, Result},
        form::typed::{Asked, Typed},
        gate::member::{self, AtWork},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit},
            choice_field::{Choice, ChoiceField},
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What whoever comes here needs.
const RIGHT: Right = Right::MoveCustomers;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/export.html")]
pub struct ExportPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    title: String,
    /// How many are in it, where that is not everybody.
    narrowed: Option<String>,
    form: PostForm,
    script: ChoiceField,
    submit: Submit,
    back: LinkButton,
}

/// What is chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ExportForm {
    csrf: String,
    script: String,
}

/// Says what is in the file, and asks how it is to be written.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Asked<ListQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let query = query.0.clean();
    let asked = query.clone();
    let wish = (path.1.as_str(), RIGHT);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
        let count = match filter(&asked, at, tx.now())? {
            Some(filter) => Some(guest_list::count(tx, &filter)?),
            None => None,
        };
        Result::Ok((at.clone(), count))
    });
    let (at, count) = found.await??;
    signed_in.fresh(&site, &ctx.here())?;
    ctx.html(&page(&ctx, &signed_in, &at, (&query, count)))
}

/// Who is in the file, where that is not everybody. What the list did not understand it did not lead here with.
fn filter(query: &ListQuery, at: &AtWork, now: DateTime<Utc>) -> Result<Option<Filter>> {
    let meant = query.meant(local(at.profile.zone, now).date());
    if !meant.errors.is_empty() {
        return Err(Error::Unreadable);
    }
    let filter = Filter {
        by_contacts: at.member.may(Right::ReadContacts),
        ..meant.filter
    };
    Ok(Some(filter).filter(|filter| !filter.is_everybody()))
}

/// Gives the file.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    (query, form): (Asked<ListQuery>, Typed<ExportForm>),
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let script = Script::from_label(&form.0.script).ok_or(Error::Unreadable)?;
    let slug = path.into_inner().1;
    let wish = (slug.as_str(), RIGHT);
    let query = query.0.clean();
    let back = query.address(&ctx, &slug, "/export", None);
    let found = member::look(&site, &ctx, &signed_in, wish, move |tx, at| {
        let only = match filter(&query, at, tx.now())? {
            Some(filter) => Some(guest_list::keys(tx, &filter)?),
            None => None,
        };
        Result::Ok((at.clone(), table::all(tx, only)?))
    });
    let (at, lines) = found.await??;
    signed_in.still_fresh(&site, &back)?;
    let sees = at.member.may(Right::ReadContacts);
    let rows: Vec<Vec<String>> = std::iter::once(columns::names(&ctx))
        .chain(lines.iter().map(|line| row(&ctx, &at, line, sees)))
        .collect();
    let kind = format!("text/csv; charset={}", script.label());
    let name = ctx.t.customers_export_file(&slug);
    Ok(download::attached(
        &name,
        &kind,
        sheet::write(&rows, script),
    ))
}

/// In the order of `Column::ALL`.
fn row(ctx: &PageCtx, at: &AtWork, line: &Line, sees: bool) -> Vec<String> {
    let t = ctx.t;
    let told = |contact: Option<String>| contact.filter(|_| sees).unwrap_or_default();
    let since = local(at.profile.zone, line.since).date();
    vec![
        line.number.to_string(),
        line.parts.0.clone(),
        line.parts.1.clone(),
        line.name.clone(),
        line.kana.0.clone(),
        line.kana.1.clone(),
        // As it is dialled here: what begins with a plus is taken for a formula.
        told(
            line.phone
                .as_deref()
                .map(|phone| Words::of(Lang::Ja).phone(phone)),
        ),
        told(line.email.clone()),
        line.locale.clone(),
        match line.is_vip {
            true => t.customers_vip(),
            false => String::new(),
        },
        line.no_shows.to_string(),
        line.tags.join(" / "),
        since.to_string(),
    ]
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    at: &AtWork,
    (query, count): (&ListQuery, Option<i64>),
) -> ExportPage<'a> {
    let (t, slug) = (ctx.t, &at.profile.slug);
    let desk = Desk::of(ctx, signed_in, at, Room::Customers);
    let choice = |script: Script, label: String, note: String| Choice {
        value: script.label().to_owned(),
        label,
        note: Some(note),
        chosen: script == Script::Utf8,
        ..Choice::default()
    };
    ExportPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        title: t.customers_export(),
        narrowed: count.map(|count| t.customers_export_narrowed(count)),
        form: PostForm::keyed(&ctx.csrf, query.address(ctx, slug, "/export", None), &[]),
        script: ChoiceField {
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
        },
        submit: Submit {
            label: t.customers_export_submit(),
            ..Submit::default()
        },
        back: LinkButton::back(t.customers_title(), query.address(ctx, slug, "", None)),
        ctx,
    }
}
