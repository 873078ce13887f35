//! The second step of coming in: digits of the app, or a recovery code.

use crate::{
    base::{msg::Msg, text},
    db,
    domain::{
        accounts::{
            person,
            second_factor::step::{self, Opened},
            sign_in,
        },
        notifications::personal::{self, Kind, Notice},
        platform::limit::Limited,
    },
    web::{
        account::{
            admit::onward,
            known,
            sheet::{self, FormPage, Way},
        },
        crowd::alarm,
        error::{Error, Result},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        session::{AtTheDoor, SignedIn},
        site::Site,
        ui::text_field::{Entry, TextField},
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize, Default)]
pub struct StepForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// Where to go afterwards.
#[derive(Deserialize, Default)]
pub struct StepQuery {
    #[serde(default)]
    next: String,
}

/// Asks.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    door: AtTheDoor,
    query: Asked<StepQuery>,
) -> Result {
    let form = StepForm {
        next: query.0.next,
        ..StepForm::default()
    };
    ctx.html(&page(&site, &ctx, &door.0, &form, &Errors::default()))
}

/// Lets in, if it is right.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    door: AtTheDoor,
    form: Typed<StepForm>,
) -> Result {
    let (signed_in, form) = (door.0, form.0);
    signed_in.sent(&form.csrf)?;
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| person::find(tx, user)).await;
    let person = found?.ok_or(Error::NotFound)?;
    let mut errors = Errors::default();
    let typed = as_meant(&form.code);
    if typed.is_empty() {
        errors.add("code", Msg::new("accounts-step-required"));
        return refuse(&site, &ctx, &signed_in, &form, &errors);
    }
    let (email, secrets) = (person.email.clone(), site.secrets());
    let asker = known::asker(&site, &request, &email);
    let opened = site
        .db
        .platform(move |tx| -> std::result::Result<_, Limited> {
            let opened = step::take(tx, user, &asker, &typed, &secrets)?;
            if opened.is_some() {
                sign_in::come_in(tx, user)?;
            }
            if opened == Some(Opened::ByRecoveryCode) {
                personal::send(tx, &Notice::to(&person, Kind::RecoveryCodeUsed))?;
            }
            Ok(opened)
        })
        .await;
    if opened?.is_none() {
        alarm::not_let_in(&ctx.request, "second factor", Some(user));
        errors.add("code", Msg::new("accounts-step-wrong"));
        return refuse(&site, &ctx, &signed_in, &form, &errors);
    }
    site.wake.notify_one();
    signed_in.arrive(&request)?;
    let inside = ctx.see_other(&onward(&ctx, &form.next))?;
    Ok(known::remember(&site, inside, &email))
}

/// As people copy digits: full-width, with a space in the middle.
pub fn as_meant(typed: &str) -> String {
    text::ascii(typed)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

fn refuse(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    form: &StepForm,
    errors: &Errors,
) -> Result {
    ctx.redraw(
        StatusCode::UNPROCESSABLE_ENTITY,
        &page(site, ctx, signed_in, form, errors),
    )
}

fn page<'a>(
    site: &Site,
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    form: &StepForm,
    errors: &Errors,
) -> FormPage<'a> {
    let t = ctx.t;
    let code = TextField {
        name: "code".to_owned(),
        label: t.accounts_step_code(),
        value: form.code.clone(),
        entry: Entry::OneTimeOrRecoveryCode,
        hint: Some(t.accounts_step_hint()),
        complaint: errors.of("code", t),
        ..TextField::default()
    };
    FormPage {
        ctx,
        title: t.accounts_step_title(),
        lead: vec![t.accounts_step_lead()],
        errors: errors.summary(t),
        action: links::second_step(ctx.lang, ""),
        hidden: vec![
            ("csrf", signed_in.csrf.clone()),
            ("next", form.next.clone()),
        ],
        fields: vec![code],
        button: t.accounts_sign_in(),
        ways: vec![Way::new(
            t.accounts_step_other(),
            links::sign_in(ctx.lang, None),
        )],
        others: sheet::by_passkey(site, ctx, &form.next),
        keeps_typed: false,
    }
}
