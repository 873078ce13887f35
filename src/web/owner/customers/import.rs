//! Cards out of a file: read and judged first, line by line; nothing is written before somebody has seen that and confirms it.

use super::{columns, words};
use crate::{
    base::{ids::CardImportId, msg::Msg},
    db,
    domain::{
        businesses::role::Right,
        customers::{
            import::{self, ImportError, MOST, Plan},
            incoming::{self, Column, Incoming, Problem},
            sheet,
        },
    },
    web::{
        desk::{Desk, Room},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed, upload::Sent},
        gate::member::{self, AtWork},
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Submit, Voice},
            choice_field::{Choice, ChoiceField},
            error_summary::ErrorSummary,
            frame::ShopFrame,
            nav::Nav,
            post_form::PostForm,
        },
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// What whoever comes here needs.
const RIGHT: Right = Right::MoveCustomers;

/// The page.
#[derive(Template)]
#[template(path = "owner/customers/import.html")]
pub struct ImportPage<'a> {
    ctx: &'a PageCtx,
    shop: ShopFrame,
    nav: Nav,
    out: PostButton,
    errors: ErrorSummary,
    title: String,
    heading: String,
    form: PostForm,
    complaint: Option<String>,
    known: ChoiceField,
    columns: String,
    submit: Submit,
    back: LinkButton,
    report: Option<Report>,
}

/// What a file will do.
struct Report {
    sums: Vec<(String, String)>,
    unread: Option<String>,
    problems: Vec<(String, String)>,
    confirm: Option<PostButton>,
}

/// A file, read.
#[derive(Default)]
struct Reading {
    lines: Vec<Incoming>,
    problems: Vec<Problem>,
    /// Columns that nobody knows.
    unread: Vec<String>,
}

/// The empty form.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let at = look(&site, &ctx, &signed_in, &path.1).await?;
    signed_in.fresh(&site, &ctx.here())?;
    ctx.html(&page(&ctx, &signed_in, &at, (&Errors::default(), None)))
}

async fn look(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<AtWork, Error> {
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), |_, at| {
        db::Result::Ok(at.clone())
    });
    Ok(found.await??)
}

/// Reads a file and says what it would do.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Sent,
) -> Result {
    signed_in.sent(form.field("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let at = look(&site, &ctx, &signed_in, &slug).await?;
    signed_in.still_fresh(&site, &words::list(&ctx, &slug, "/import"))?;
    let updates = form.field("known") == "update";
    let file = form.file.unwrap_or_default();
    let lang = ctx.lang;
    // A large file is some work; others are served meanwhile.
    let read = tokio::task::spawn_blocking(move || read(&file.bytes, lang));
    let reading = match read.await.map_err(|_gone| Error::Unreadable)? {
        Ok(reading) => reading,
        Err(why) => {
            let mut errors = Errors::default();
            errors.add("file", why);
            let page = page(&ctx, &signed_in, &at, (&errors, None));
            return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let lines = reading.lines.clone();
    let staged = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, _| {
        import::stage(tx, &lines, updates)
    });
    let (id, plan) = staged.await??;
    let report = report(&ctx, &slug, &reading, (id, plan, updates));
    ctx.html(&page(
        &ctx,
        &signed_in,
        &at,
        (&Errors::default(), Some(report)),
    ))
}

/// What confirms.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ConfirmForm {
    csrf: String,
}

/// Brings in what was read.
pub async fn confirm(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<ConfirmForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let (_, slug, id) = path.into_inner();
    let id: CardImportId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let done = member::enter(&site, &ctx, &signed_in, (&slug, RIGHT), move |tx, _| {
        import::confirm(tx, id)
    });
    match done.await? {
        Ok(_plan) => {
            let list = words::list(&ctx, &slug, "");
            let said = Said::CustomersImported;
            Ok(flash::say(ctx.see_other(&list)?, said))
        }
        Err(ImportError::Unknown) => Err(Error::NotFound),
        Err(ImportError::Db(error)) => Err(error.into()),
    }
}

/// Reads the whole file; only what is no table at all is refused as a whole.
fn read(bytes: &[u8], lang: crate::base::lang::Lang) -> std::result::Result<Reading, Msg> {
    if bytes.is_empty() {
        return Err(Msg::new("customers-import-no-file"));
    }
    let text = sheet::text_of(bytes).ok_or_else(|| Msg::new("customers-import-unreadable"))?;
    let rows = sheet::read(&text).map_err(|line| {
        Msg::new("customers-import-broken").with("line", i64::try_from(line).unwrap_or(0))
    })?;
    let Some(((_, header), rows)) = rows.split_first() else {
        return Err(Msg::new("customers-import-no-file"));
    };
    let columns: Vec<Option<Column>> = header.iter().map(|name| columns::of_name(name)).collect();
    let named = [Column::Family, Column::Name, Column::FamilyKana];
    if !columns
        .iter()
        .flatten()
        .any(|column| named.contains(column))
    {
        return Err(Msg::new("customers-import-no-name"));
    }
    if rows.len() > MOST {
        return Err(Msg::new("customers-import-too-long").with("most", MOST));
    }
    let mut reading = Reading {
        unread: header
            .iter()
            .zip(&columns)
            .filter(|(_, column)| column.is_none())
            .map(|(name, _)| name.clone())
            .collect(),
        ..Reading::default()
    };
    let mut seen: std::collections::HashMap<String, u64> = std::collections::HashMap::new();
    for (line, row) in rows {
        let cells: Vec<(Column, &str)> = columns
            .iter()
            .zip(row)
            .filter_map(|(column, cell)| Some(((*column)?, sheet::plain(cell))))
            .collect();
        match incoming::read(*line, &cells, lang) {
            Ok(incoming) => match seen.get(&same(&incoming)) {
                Some(first) => reading.problems.push(Problem {
                    line: *line,
                    column: None,
                    why: Msg::new("customers-import-twice")
                        .with("line", i64::try_from(*first).unwrap_or(0)),
                }),
                None => {
                    seen.insert(same(&incoming), *line);
                    reading.lines.push(incoming);
                }
            },
            Err(problems) => reading.problems.extend(problems),
        }
    }
    Ok(reading)
}

/// What is the same of two lines about one person.
fn same(line: &Incoming) -> String {
    let contact = &line.contact;
    format!(
        "{} {:?} {:?}",
        contact.name.search_key(),
        contact.email,
        contact.phone
    )
}

fn report(
    ctx: &PageCtx,
    slug: &str,
    reading: &Reading,
    (id, plan, updates): (CardImportId, Plan, bool),
) -> Report {
    let t = ctx.t;
    let bad: std::collections::BTreeSet<u64> = reading
        .problems
        .iter()
        .map(|problem| problem.line)
        .collect();
    let known = match updates {
        true => t.customers_import_updated(),
        false => t.customers_import_skipped(),
    };
    let comes_in = plan.new + if updates { plan.known } else { 0 };
    let problem = |problem: &Problem| {
        let why = t.msg(&problem.why);
        let line = i64::try_from(problem.line).unwrap_or(0);
        let words = match problem.column {
            Some(column) => t.ui_error_about(columns::name(t, column), why),
            None => why,
        };
        (t.customers_import_line(line), words)
    };
    Report {
        sums: vec![
            (t.customers_import_new(), t.customers_import_count(plan.new)),
            (known, t.customers_import_count(plan.known)),
            (
                t.customers_import_bad(),
                t.customers_import_count(bad.len()),
            ),
        ],
        unread: (!reading.unread.is_empty())
            .then(|| t.customers_import_unread(reading.unread.join(" · "))),
        problems: reading.problems.iter().map(problem).collect(),
        confirm: (comes_in > 0).then(|| PostButton {
            label: t.customers_import_confirm(comes_in),
            about: None,
            form: PostForm::keyed(
                &ctx.csrf,
                words::list(ctx, slug, &format!("/import/{id}")),
                &[],
            ),
            voice: Voice::Main,
            small: false,
        }),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    at: &AtWork,
    (errors, report): (&Errors, Option<Report>),
) -> ImportPage<'a> {
    let (t, slug) = (ctx.t, &at.profile.slug);
    let desk = Desk::of(ctx, signed_in, at, Room::Customers);
    let heading = t.customers_import();
    let choice = |value: &str, label: String, chosen: bool| Choice {
        value: value.to_owned(),
        label,
        chosen,
        ..Choice::default()
    };
    ImportPage {
        shop: desk.shop,
        nav: desk.nav,
        out: desk.out,
        errors: errors.summary(t),
        title: if errors.is_empty() {
            heading.clone()
        } else {
            t.ui_error_page_title(heading.clone())
        },
        heading,
        form: PostForm::keyed(&ctx.csrf, words::list(ctx, slug, "/import"), &[]),
        complaint: errors.of("file", t),
        known: ChoiceField {
            name: "known".to_owned(),
            legend: t.customers_import_known(),
            options: vec![
                choice("skip", t.customers_import_skip(), true),
                choice("update", t.customers_import_update(), false),
            ],
            hint: Some(t.customers_import_known_hint()),
            ..ChoiceField::default()
        },
        columns: t.customers_import_columns(columns::names_read(ctx).join(" · ")),
        submit: Submit {
            label: t.customers_import_check(),
            voice: if report.is_some() {
                Voice::Quiet
            } else {
                Voice::Main
            },
            ..Submit::default()
        },
        back: LinkButton::back(t.customers_title(), words::list(ctx, slug, "")),
        report,
        ctx,
    }
}
