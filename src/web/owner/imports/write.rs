//! The press that makes bookings of a file: all of it or nothing.

use super::{
    check::{self, WriteForm, how, page},
    parts,
};
use crate::{
    base::{msg::Msg, text},
    domain::bookings::import::bring::{self, Bring, BringError},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, fields, typed::Typed},
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// The longest reason.
const REASON_MAX: usize = 200;

/// Writes, or shows what has changed.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<WriteForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id = parts::key(&id)?;
    let mut errors = Errors::default();
    let parse = |typed: &str| text::line(typed, REASON_MAX);
    let reason = fields::optional(&mut errors, "reason", &form.reason, parse);
    let error = match reason {
        Some(reason) => {
            let done = press(&site, &ctx, &signed_in, ((&slug, id), &form, reason)).await?;
            match done {
                Ok(_) | Err(BringError::Done) => {
                    let there = parts::of(&ctx, &slug, id, "");
                    return Ok(flash::say(ctx.see_other(&there)?, Said::BookingsImported));
                }
                Err(BringError::Unknown) => return Err(Error::NotFound),
                Err(BringError::Db(error)) => return Err(error.into()),
                Err(error) => Some(error),
            }
        }
        None => None,
    };
    let status = complain(error, &mut errors);
    let scene = check::read(&site, &ctx, &signed_in, (&slug, id, &form)).await?;
    let scene = scene.ok_or(Error::NotFound)?;
    let before = (status == StatusCode::CONFLICT).then_some(form.lines.as_str());
    page(&ctx, &signed_in, &scene, (status, (&form, &errors, before)))
}

/// What is said about a press that wrote nothing.
fn complain(error: Option<BringError>, errors: &mut Errors) -> StatusCode {
    let (field, why, status) = match error {
        None => return StatusCode::UNPROCESSABLE_ENTITY,
        Some(BringError::Problems) => (
            "leave",
            Msg::new("imports-leave-first"),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Some(BringError::NoReason) => (
            "reason",
            Msg::new("imports-reason-missing"),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Some(BringError::Nothing) => (
            "",
            Msg::new("imports-nothing"),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Some(_) => ("", Msg::new("imports-stale"), StatusCode::CONFLICT),
    };
    errors.add(field, why);
    status
}

async fn press(
    site: &Data<Site>,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    ((slug, id), form, reason): (
        (&str, crate::base::ids::BookingImportId),
        &WriteForm,
        String,
    ),
) -> Result<std::result::Result<usize, BringError>> {
    let (lang, secret) = (ctx.lang, site.secret.clone());
    let form = form.clone();
    let done = parts::enter(site, ctx, signed_in, slug, move |tx, at| {
        let command = Bring {
            id,
            how: how(at, lang, form.promised == "yes"),
            reason: &reason,
            seen: &form.seen,
            leaves_problems: form.leave == "yes",
            tells_guests: form.tell == "yes",
            secret: &secret,
        };
        bring::bring(tx, &command)
    })
    .await?;
    if done.is_ok() {
        site.wake.notify_one();
    }
    Ok(done)
}
