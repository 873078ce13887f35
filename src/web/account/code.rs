//! Coming in with six digits from a letter. Nobody learns here whether an address has an account.

use super::{
    admit::{Entrant, Proved, admit},
    known,
    sent::{About, Again, Sent},
    sheet::{self, AddressForm, FormPage, Way},
    sign_in::SignInQuery,
};
use crate::{
    base::{msg::Msg, text, token::Token},
    domain::accounts::{sign_in, sign_in_code},
    web::{
        crowd::alarm,
        error::{Error, Result},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        site::Site,
        ui::text_field::{Entry, TextField},
    },
};
use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

/// The digits.
#[derive(Deserialize, Default)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// The page on which they are typed.
#[derive(Template)]
#[template(path = "account/code.html")]
struct CodePage<'a> {
    ctx: &'a PageCtx,
    page: FormPage<'a>,
    again: Option<Again>,
}

/// The empty form.
pub async fn new(ctx: PageCtx, query: Asked<SignInQuery>) -> Result {
    let form = AddressForm {
        next: query.0.next,
        ..AddressForm::default()
    };
    ctx.html(&ask_page(&ctx, &form, &Errors::default()))
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
    let sent = Sent::now(&site, About::Code, &email, &form.next);
    let ticket = site
        .db
        .platform(move |tx| sign_in_code::ask(tx, &email, lang.code(), &network))
        .await?;
    site.wake.notify_one();
    let enter = links::code_by(ctx.lang, &ticket.text());
    let there = ctx.see_other(&links::then(&enter, &form.next))?;
    Ok(form.once_more(sent.carry(&site, there)))
}

/// Asks for the digits.
pub async fn show(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
    query: Asked<SignInQuery>,
) -> Result {
    Token::parse(&path.1).ok_or(Error::NotFound)?;
    let form = CodeForm {
        next: query.0.next,
        ..CodeForm::default()
    };
    let sent = Sent::of(&site, &request, About::Code);
    ctx.html(&page((&ctx, sent), &path.1, &form, &Errors::default()))
}

/// Signs in, if they are right.
pub async fn enter(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Typed<CodeForm>,
) -> Result {
    let ticket = Token::parse(&path.1).ok_or(Error::NotFound)?;
    let mut errors = Errors::default();
    // As people copy them: full-width, with a space in the middle.
    let digits: String = text::ascii(&form.0.code)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let person = if digits.is_empty() {
        errors.add("code", Msg::new("accounts-code-required"));
        None
    } else {
        let (secret, network) = (site.secret.clone(), site.network(&request));
        site.db
            .platform(move |tx| sign_in_code::redeem(tx, &ticket, &digits, &secret, &network))
            .await?
    };
    let Some(person) = person else {
        if errors.is_empty() {
            alarm::not_let_in(&ctx.request, "code of a letter", None);
            errors.add("code", Msg::new("accounts-code-wrong"));
        }
        let sent = Sent::of(&site, &request, About::Code);
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page((&ctx, sent), &path.1, &form.0, &errors),
        );
    };
    let asker = known::asker(&site, &request, &person.email);
    let (user, email) = (person.id, person.email.clone());
    site.db
        .platform(move |tx| sign_in::succeed(tx, user, (&email, &asker), None))
        .await?;
    let entrant = Entrant::of(person, Proved::Once);
    admit(&site, &ctx, &request, entrant, &form.0.next).await
}

fn ask_page<'a>(ctx: &'a PageCtx, form: &AddressForm, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    FormPage {
        ctx,
        title: t.accounts_code_title(),
        lead: vec![t.accounts_code_lead()],
        errors: errors.summary(t),
        action: links::code(ctx.lang),
        hidden: vec![("next", form.next.clone())],
        fields: vec![sheet::email_field(ctx, &form.email, errors)],
        button: t.accounts_code_ask(),
        ways: vec![
            sheet::to_sign_in(ctx),
            Way::new(t.accounts_sign_up_way(), links::sign_up(ctx.lang)),
        ],
        others: Vec::new(),
        keeps_typed: true,
    }
}

fn page<'a>(
    (ctx, sent): (&'a PageCtx, Option<Sent>),
    ticket: &str,
    form: &CodeForm,
    errors: &Errors,
) -> CodePage<'a> {
    let t = ctx.t;
    let code = TextField {
        name: "code".to_owned(),
        label: t.accounts_code(),
        value: form.code.clone(),
        entry: Entry::OneTimeCode,
        complaint: errors.of("code", t),
        ..TextField::default()
    };
    let again = sent.map(|sent| sent.again(ctx, links::code(ctx.lang)));
    let other_address = Way::new(
        t.accounts_code_other(),
        links::then(&links::code(ctx.lang), &form.next),
    );
    let page = FormPage {
        ctx,
        title: t.accounts_code_enter_title(),
        lead: vec![t.accounts_code_enter_lead()],
        errors: errors.summary(t),
        action: links::code_by(ctx.lang, ticket),
        hidden: vec![("next", form.next.clone())],
        fields: vec![code],
        button: t.accounts_sign_in(),
        ways: vec![other_address],
        others: Vec::new(),
        keeps_typed: false,
    };
    CodePage { ctx, page, again }
}
