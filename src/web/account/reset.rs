//! A forgotten password: asking for the way back, and going it. Nobody learns here whether an address has an account.

use super::{
    sent::{self, About, Sent},
    sheet::{self, AddressForm, FormPage, SaidPage, Way},
};
use crate::{
    base::token::Token,
    db,
    domain::{
        accounts::reset,
        notifications::personal::{self, Kind, Notice},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        site::Site,
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use serde::Deserialize;

/// What is typed at its end.
#[derive(Deserialize)]
pub struct ResetForm {
    #[serde(default)]
    new_password: String,
}

/// The empty form.
pub async fn new(ctx: PageCtx) -> Result {
    ctx.html(&ask_page(&ctx, &AddressForm::default(), &Errors::default()))
}

/// Asks for a letter; or, where that was pressed, shows the page in the other language.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    form: Typed<AddressForm>,
) -> Result {
    let form = form.0;
    if form.switch == "yes" {
        return ctx.html(&ask_page(&ctx, &form, &Errors::default()));
    }
    let mut errors = Errors::default();
    let email = sheet::email(&mut errors, &form.email);
    let Some(email) = email else {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &ask_page(&ctx, &form, &errors),
        );
    };
    let (lang, network) = (ctx.lang, site.network(&request));
    let sent = Sent::now(&site, About::Reset, &email, "");
    site.db
        .platform(move |tx| reset::ask(tx, &email, lang.code(), &network))
        .await?;
    site.wake.notify_one();
    let there = ctx.see_other(&links::sent(ctx.lang, "reset"))?;
    Ok(form.once_more(sent.carry(&site, there)))
}

/// Says that a letter is on its way, if there is anybody to send it to.
pub async fn sent(site: Data<Site>, ctx: PageCtx, request: HttpRequest) -> Result {
    let again = Sent::of(&site, &request, About::Reset)
        .map(|sent| sent.again(&ctx, links::reset(ctx.lang)));
    let (line, way) = (ctx.t.accounts_sent_reset(), sheet::to_sign_in(&ctx));
    ctx.html(&sent::page(&site, &ctx, line, again, way))
}

/// Asks for the new password; changes nothing.
pub async fn edit(site: Data<Site>, ctx: PageCtx, path: Path<(String, String)>) -> Result {
    let token = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let found: db::Result<_> = site.db.platform(move |tx| reset::find(tx, &token)).await;
    match found? {
        Some(_) => ctx.html(&page(&ctx, &path.1, &Errors::default())),
        None => gone(&ctx),
    }
}

/// Sets it. Nobody is signed in by this, and everybody who was is signed out.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    path: Path<(String, String)>,
    form: Typed<ResetForm>,
) -> Result {
    let token = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let wanted = token.clone();
    let found: db::Result<_> = site.db.platform(move |tx| reset::find(tx, &wanted)).await;
    let Some(person) = found? else {
        return gone(&ctx);
    };
    let mut errors = Errors::default();
    let typed = &form.0.new_password;
    sheet::check_new_password(&mut errors, typed, &[&person.email, &person.display_name]);
    if !errors.is_empty() {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&ctx, &path.1, &errors),
        );
    }
    let hash = sheet::hash(&site, typed).await?;
    let done = site
        .db
        .platform(move |tx| -> db::Result<bool> {
            let Some(person) = reset::redeem(tx, &token, &hash)? else {
                return Ok(false);
            };
            personal::send(
                tx,
                &Notice {
                    kind: Kind::PasswordChanged,
                    user: person.id,
                    to_email: person.email,
                    locale: person.locale,
                    about: None,
                },
            )?;
            Ok(true)
        })
        .await?;
    if !done {
        return gone(&ctx);
    }
    site.wake.notify_one();
    Ok(flash::say(
        ctx.see_other(&links::sign_in(ctx.lang, None))?,
        Said::PasswordReset,
    ))
}

/// The link is used or old.
fn gone(ctx: &PageCtx) -> Result {
    let t = ctx.t;
    let page = SaidPage {
        ctx,
        title: t.accounts_link_gone_title(),
        lines: vec![t.accounts_reset_gone()],
        ways: vec![Way::new(t.accounts_reset_title(), links::reset(ctx.lang))],
    };
    ctx.redraw(StatusCode::GONE, &page)
}

fn ask_page<'a>(ctx: &'a PageCtx, form: &AddressForm, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    FormPage {
        ctx,
        title: t.accounts_reset_title(),
        lead: vec![t.accounts_reset_lead()],
        errors: errors.summary(t),
        action: links::reset(ctx.lang),
        hidden: Vec::new(),
        fields: vec![sheet::email_field(ctx, &form.email, errors)],
        button: t.accounts_reset_ask(),
        ways: vec![sheet::to_sign_in(ctx)],
        others: Vec::new(),
        keeps_typed: true,
    }
}

fn page<'a>(ctx: &'a PageCtx, token: &str, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    FormPage {
        ctx,
        title: t.accounts_reset_choose_title(),
        lead: vec![t.accounts_reset_choose_lead()],
        errors: errors.summary(t),
        action: links::reset_by(ctx.lang, token),
        hidden: Vec::new(),
        fields: vec![sheet::new_password_field(ctx, errors)],
        button: t.accounts_reset_choose(),
        ways: Vec::new(),
        others: Vec::new(),
        keeps_typed: false,
    }
}
