//! Coming in with address and password, and going out.

use super::{
    admit::{Entrant, Proved, admit, onward},
    known,
    sent::{self, About, Sent},
    sheet::{self, FormPage, SaidPage, Way},
};
use crate::{
    base::msg::Msg,
    db,
    domain::{
        accounts::{
            password,
            sign_in::{self, Known},
            verification,
        },
        notifications::personal::{self, Kind, Notice},
        platform::limit::Limited,
    },
    web::{
        clean,
        crowd::alarm,
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        visit,
    },
};
use actix_session::Session;
use actix_web::{
    HttpRequest,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
    web::Data,
};
use chrono::TimeDelta;
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize, Default)]
pub struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    switch: String,
}

/// Where to go afterwards.
#[derive(Deserialize, Default)]
pub struct SignInQuery {
    #[serde(default)]
    pub(super) next: String,
}

/// The empty form. Whoever is in already goes on to where they wanted to go.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    query: Asked<SignInQuery>,
) -> Result {
    if SignedIn::is_inside(&request) {
        return ctx.see_other(&onward(&ctx, &query.0.next));
    }
    let form = SignInForm {
        next: query.0.next,
        ..SignInForm::default()
    };
    ctx.html(&page(&site, &ctx, &form, &Errors::default()))
}

/// Tries to come in; or, where that was pressed, shows the page in the other language. Wrong address and wrong password
/// are told apart by nothing.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    form: Typed<SignInForm>,
) -> Result {
    let form = form.0;
    if form.switch == "yes" {
        // The same page in the other language. A password goes back to nobody.
        return ctx.html(&page(&site, &ctx, &form, &Errors::default()));
    }
    let mut errors = Errors::default();
    let email = sheet::email(&mut errors, &form.email);
    if form.password.is_empty() {
        errors.add("password", Msg::new("accounts-password-required"));
    }
    let Some(email) = email.filter(|_| errors.is_empty()) else {
        return refuse(&site, &ctx, &form, &errors);
    };
    let asker = known::asker(&site, &request, &email);
    let (wanted, tries) = (email.clone(), asker.clone());
    let found = site
        .db
        .platform(move |tx| sign_in::find(tx, &wanted, &tries))
        .await;
    let known = match found {
        Err(Limited::TooOften(time)) => {
            alarm::wrong_password(&site, &ctx.request).await;
            alarm::not_let_in(&ctx.request, "password, too often", None);
            return wait(&ctx, &form.next, time);
        }
        found => found?,
    };
    let hash = known.as_ref().and_then(|known| known.password_hash.clone());
    let right = sheet::is_right(&site, &form.password, hash).await?;
    let account = known.as_ref().map(|known| known.user);
    let Some(known) = known.filter(|_| right) else {
        alarm::wrong_password(&site, &ctx.request).await;
        alarm::not_let_in(&ctx.request, "password", account);
        errors.add("", Msg::new("accounts-sign-in-wrong"));
        return refuse(&site, &ctx, &form, &errors);
    };
    if known.email_verified_at.is_none() {
        return send_proof_again(&site, &ctx, known, email).await;
    }
    let rehashed = match &known.password_hash {
        Some(hash) if password::is_outdated(hash, site.strength) => {
            Some(sheet::hash(&site, &form.password).await?)
        }
        _ => None,
    };
    let (user, wanted) = (known.user, email.clone());
    db::asking::is_by(user);
    site.db
        .platform(move |tx| sign_in::succeed(tx, user, (&wanted, &asker), rehashed.as_deref()))
        .await?;
    let entrant = Entrant {
        user,
        name: known.display_name,
        email,
        proved: Proved::Once,
    };
    admit(&site, &ctx, &request, entrant, &form.next).await
}

/// Goes out. An operator in somebody's place goes out of that alone.
pub async fn destroy(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    session: Session,
    form: Typed<SignOutForm>,
) -> Result {
    if let Some(signed_in) = SignedIn::of(&session).filter(|one| one.csrf == form.0.csrf) {
        if signed_in.behind.is_some() {
            return visit::leave(&site, &ctx, &request, &signed_in).await;
        }
        session.purge();
    }
    let outside = clean::everything(ctx.see_other(&links::sign_in(ctx.lang, None))?);
    Ok(flash::say(sent::forget(&site, outside), Said::SignedOut))
}

/// The key of the form alone.
#[derive(Deserialize)]
pub struct SignOutForm {
    #[serde(default)]
    csrf: String,
}

/// The password is right, but the address was never proved: another letter goes out. Tries are counted, so nobody is
/// flooded.
async fn send_proof_again(site: &Site, ctx: &PageCtx, known: Known, email: String) -> Result {
    let secret = site.secret.clone();
    let carried = Sent::now(site, About::SignUp, &email, "");
    site.db
        .platform(move |tx| -> db::Result<_> {
            let proof = verification::issue(tx, known.user, &secret, None)?;
            let notice = Notice {
                kind: Kind::VerifyAddress,
                user: known.user,
                to_email: email.clone(),
                locale: known.locale.clone(),
                about: Some(proof),
            };
            personal::send(tx, &notice)
        })
        .await?;
    site.wake.notify_one();
    let sent = ctx.see_other(&links::sent(ctx.lang, "sign-up"))?;
    Ok(flash::say(carried.carry(site, sent), Said::ProofSentAgain))
}

/// Tried too often. Who has forgotten the password need not wait: there are other ways in.
fn wait(ctx: &PageCtx, next: &str, time: TimeDelta) -> Result {
    let Error::TooMany(seconds) = Error::too_often(time) else {
        return Err(Error::too_often(time));
    };
    let t = ctx.t;
    let page = SaidPage {
        ctx,
        title: t.errors_too_many_title(),
        lines: vec![t.errors_too_many_text(t.wait(seconds))],
        ways: vec![
            Way::new(
                t.accounts_code_way(),
                links::then(&links::code(ctx.lang), next),
            ),
            Way::new(t.accounts_reset_way(), links::reset(ctx.lang)),
        ],
    };
    let mut answer = ctx.redraw(StatusCode::TOO_MANY_REQUESTS, &page)?;
    let after = HeaderValue::from(seconds);
    answer.headers_mut().insert(header::RETRY_AFTER, after);
    Ok(answer)
}

fn refuse(site: &Site, ctx: &PageCtx, form: &SignInForm, errors: &Errors) -> Result {
    ctx.redraw(
        StatusCode::UNPROCESSABLE_ENTITY,
        &page(site, ctx, form, errors),
    )
}

fn page<'a>(site: &Site, ctx: &'a PageCtx, form: &SignInForm, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    let mut others = sheet::by_passkey(site, ctx, &form.next);
    let label = |provider: &str| t.accounts_with(provider);
    others.extend(sheet::by_providers(site, ctx, &form.next, label));
    FormPage {
        ctx,
        title: t.accounts_sign_in_title(),
        lead: Vec::new(),
        errors: errors.summary(t),
        action: links::sign_in(ctx.lang, None),
        hidden: vec![("next", form.next.clone())],
        fields: vec![
            sheet::email_field(ctx, &form.email, errors),
            sheet::password_field(ctx, errors),
        ],
        button: t.accounts_sign_in(),
        ways: vec![
            Way::new(
                t.accounts_code_way(),
                links::then(&links::code(ctx.lang), &form.next),
            ),
            Way::new(t.accounts_reset_way(), links::reset(ctx.lang)),
            Way::new(
                t.accounts_sign_up_way(),
                links::then(&links::sign_up(ctx.lang), &form.next),
            ),
        ],
        others,
        keeps_typed: true,
    }
}
