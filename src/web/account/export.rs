//! Everything that is held about somebody, to take along: one file, for their password, at most three times a day, and a
//! letter says that it was taken.
//!
//! It is read in one transaction and given at once. A life of two thousand bookings is a file of 1.2 MB; what is
//! longer than [`MOST`] rows of a kind is cut there, so that nobody's life fills the memory.

use super::{
    owner::{self, owner},
    sheet::{self, FormPage, Way},
};
use crate::{
    db,
    domain::{
        accounts::{
            export as account,
            person::{self, Person},
            sign_in::{self, Asker},
        },
        bookings::export as bookings,
        customers::export as cards,
        notifications::{
            export as letters,
            personal::{self, Kind, Notice},
        },
        payments::own as payments,
        platform::limit::Limited,
        reviews::own as reviews,
        scheduling::export as time_off,
    },
    web::{
        error::{Error, Result},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{self, ContentDisposition, DispositionParam, DispositionType},
    },
    web::Data,
};
use askama::Template;
use serde::Deserialize;
use serde_json::{Value, json};

/// So many rows of each kind at most.
const MOST: i64 = 20_000;
/// So much of files at most: the last ones.
const MOST_BYTES: i64 = 32 * 1024 * 1024;

/// The page. Its answer is a file, so the page stays as it is and its button must stay alive: it is no form that is sent
/// but once.
#[derive(Template)]
#[template(path = "account/export.html")]
struct ExportPage<'a> {
    ctx: &'a PageCtx,
    page: FormPage<'a>,
}

/// What is typed.
#[derive(Deserialize, Default)]
pub struct ExportForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    password: String,
}

/// Says what is in the file, and asks for the password.
pub async fn new(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let here = links::own(ctx.lang, "export");
    let asks = owner::asks_password(&site, &signed_in, &here).await?;
    ctx.html(&page(&ctx, &signed_in, asks, &Errors::default()))
}

/// Gives the file.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    signed_in: SignedIn,
    form: Typed<ExportForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (person, asker) = owner(&site, &request, &signed_in).await?;
    let mut errors = Errors::default();
    let (here, asks) = (
        links::own(ctx.lang, "export"),
        person.password_hash.is_some(),
    );
    let proof = (&person, form.password.as_str());
    owner::check(&site, &mut errors, &signed_in, proof, &here).await?;
    if !errors.is_empty() {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &signed_in, asks, &errors),
        );
    }
    tell(&site, person, asker).await?;
    let user = signed_in.user;
    let found = site
        .db
        .person(
            move |tx| -> db::Result<_> {
                let Some(myself) = person::myself(tx, user)? else {
                    return Ok(None);
                };
                let account = account::export(tx, user, MOST)?;
                let letters = letters::about_account(tx, user, MOST)?;
                Ok(Some((myself, (account, letters))))
            },
            |tx, (account, letters)| {
                Ok(json!({
                    "taken_at": tx.now(),
                    "account": account,
                    "letters_about_the_account": letters,
                    "cards": cards::export(tx, MOST)?,
                    "bookings": bookings::export(tx, MOST)?,
                    "files_sent_with_answers": bookings::files(tx, (MOST, MOST_BYTES))?,
                    "charts": bookings::charts(tx, MOST)?,
                    "consents": bookings::consents(tx, MOST)?,
                    "letters_about_bookings": letters::about_bookings(tx, MOST)?,
                    "time_off": time_off::export(tx, MOST)?,
                    "payments": payments::export(tx, MOST)?,
                    "reviews": reviews::export(tx, MOST)?,
                }))
            },
        )
        .await?;
    file(&found.ok_or(Error::NotFound)?)
}

/// Counts the taking and writes the letter about it: both stand before anything is given.
async fn tell(site: &Site, person: Person, asker: Asker) -> std::result::Result<(), Error> {
    let told = site
        .db
        .platform(move |tx| -> std::result::Result<(), Limited> {
            sign_in::forgive(tx, &person.email, &asker)?;
            account::count(tx, person.id)?;
            Ok(personal::send(tx, &Notice::to(&person, Kind::DataTaken))?)
        })
        .await;
    told?;
    site.wake.notify_one();
    Ok(())
}

fn file(all: &Value) -> Result {
    let body = serde_json::to_vec_pretty(all)
        .map_err(|error| Error::Broken(format!("an export: {error}")))?;
    let day: String = all["taken_at"]
        .as_str()
        .unwrap_or_default()
        .chars()
        .take(10)
        .collect();
    let name = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(format!("omotenashi-{day}.json"))],
    };
    Ok(HttpResponse::Ok()
        .insert_header(name)
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .body(body))
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    asks_password: bool,
    errors: &Errors,
) -> ExportPage<'a> {
    let t = ctx.t;
    let page = FormPage {
        ctx,
        title: t.accounts_export_title(),
        lead: vec![
            t.accounts_export_lead(),
            t.accounts_export_left_out(),
            t.accounts_export_letter(),
            t.accounts_export_starts(),
        ],
        errors: errors.summary(t),
        action: links::own(ctx.lang, "export"),
        hidden: vec![("csrf", signed_in.csrf.clone())],
        fields: asks_password
            .then(|| sheet::password_field(ctx, errors))
            .into_iter()
            .collect(),
        button: t.accounts_export(),
        ways: vec![
            Way::new(t.ui_back(), links::own(ctx.lang, "profile")),
            Way::new(t.accounts_reset_way(), links::reset(ctx.lang)),
        ],
        others: Vec::new(),
        keeps_typed: false,
    };
    ExportPage { ctx, page }
}
