//! A new account. The answer is the same for an address that is known and one that is not; the letter is another.

use super::{
    admit::onward,
    sent::{self, About, Sent},
    sheet::{self, AddressForm, FormPage, Way},
    sign_in::SignInQuery,
};
use crate::{
    base::{lang::Lang, msg::Msg, text},
    domain::{
        accounts::sign_up::{self, NewPerson, SignedUp},
        notifications::personal::{self, Kind, Notice},
        platform::limit::Limited,
    },
    web::{
        error::{Error, Result},
        form::{
            Errors, fields,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::text_field::{Entry, TextField},
    },
};
use actix_web::{HttpRequest, http::StatusCode, web::Data};
use serde::Deserialize;

/// What is typed.
#[derive(Deserialize, Default)]
pub struct SignUpForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    new_password: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    website: String,
    #[serde(default)]
    switch: String,
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
    let form = SignUpForm {
        next: query.0.next,
        ..SignUpForm::default()
    };
    ctx.html(&page(&site, &ctx, &form, &Errors::default()))
}

/// Signs somebody up; or, where that was pressed, shows the page in the other language.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    form: Typed<SignUpForm>,
) -> Result {
    let form = form.0;
    if form.switch == "yes" {
        return ctx.html(&page(&site, &ctx, &form, &Errors::default()));
    }
    let mut errors = Errors::default();
    let name = fields::required(
        &mut errors,
        "name",
        &form.name,
        |typed| text::line(typed, text::NAME_MAX),
        Msg::new("form-name-required"),
    );
    let email = sheet::email(&mut errors, &form.email);
    fields::trap(&mut errors, &form.website);
    sheet::check_new_password(&mut errors, &form.new_password, &[&form.name, &form.email]);
    let (Some(display_name), Some(email), true) = (name, email, errors.is_empty()) else {
        return ctx.redraw(
            StatusCode::UNPROCESSABLE_ENTITY,
            &page(&site, &ctx, &form, &errors),
        );
    };
    let new = NewPerson {
        email,
        password_hash: sheet::hash(&site, &form.new_password).await?,
        display_name,
        locale: ctx.lang.code().to_owned(),
    };
    let sent =
        Sent::now(&site, About::SignUp, &new.email, &form.next).with_password(&new.password_hash);
    let next = sent.next.clone();
    let (secret, network) = (site.secret.clone(), site.network(&request));
    let done = site
        .db
        .platform(move |tx| -> std::result::Result<(), Limited> {
            let notice = match sign_up::sign_up(tx, &new, (&secret, &network), &next)? {
                SignedUp::New(user, proof) => Notice {
                    kind: Kind::VerifyAddress,
                    user,
                    to_email: new.email.clone(),
                    locale: new.locale.clone(),
                    about: Some(proof),
                },
                SignedUp::Known(person) => Notice::to(&person, Kind::AddressInUse),
                SignedUp::Closed => return Ok(()),
            };
            personal::send(tx, &notice)?;
            Ok(())
        })
        .await;
    done?;
    site.wake.notify_one();
    let there = ctx.see_other(&links::sent(ctx.lang, "sign-up"))?;
    Ok(sent.carry(&site, there))
}

/// The same letter once more, for whoever did not get it.
pub async fn again(
    site: Data<Site>,
    ctx: PageCtx,
    request: HttpRequest,
    form: Typed<AddressForm>,
) -> Result {
    let form = form.0;
    let Some(email) = sheet::email(&mut Errors::default(), &form.email) else {
        // No page of ours sends that.
        return Err(Error::Unreadable);
    };
    let (locale, network) = (ctx.lang.code(), site.network(&request));
    let before = Sent::of(&site, &request, About::SignUp);
    let sent = Sent::now(&site, About::SignUp, &email, &form.next).after(before);
    site.db
        .platform(move |tx| sign_up::ask_again(tx, &email, locale, &network))
        .await?;
    site.wake.notify_one();
    let there = ctx.see_other(&links::sent(ctx.lang, "sign-up"))?;
    Ok(form.once_more(sent.carry(&site, there)))
}

/// Says that a letter is on its way.
pub async fn sent(site: Data<Site>, ctx: PageCtx, request: HttpRequest) -> Result {
    let sent = Sent::of(&site, &request, About::SignUp);
    let line = match sent.as_ref().is_some_and(|sent| is_for_a_shop(&sent.next)) {
        true => ctx.t.accounts_sent_sign_up_shop(),
        false => ctx.t.accounts_sent_sign_up(),
    };
    let again = sent.map(|sent| sent.again(&ctx, links::sign_up_again(ctx.lang)));
    let way = sheet::to_sign_in(&ctx);
    ctx.html(&sent::page(&site, &ctx, line, again, way))
}

/// Whether somebody signs up to open a shop.
fn is_for_a_shop(next: &str) -> bool {
    Lang::ALL
        .into_iter()
        .any(|lang| links::application_new(lang) == next)
}

fn page<'a>(site: &Site, ctx: &'a PageCtx, form: &SignUpForm, errors: &Errors) -> FormPage<'a> {
    let t = ctx.t;
    let name = TextField {
        name: "name".to_owned(),
        label: t.accounts_name(),
        value: form.name.clone(),
        entry: Entry::FullName,
        complaint: errors.of("name", t),
        ..TextField::default()
    };
    let mut password = sheet::new_password_field(ctx, errors);
    password.label = t.accounts_password();
    let label = |provider: &str| t.accounts_with_sign_up(provider);
    let (title, lead, next) = match is_for_a_shop(&form.next) {
        true => (
            t.accounts_sign_up_shop_title(),
            t.accounts_sign_up_shop_lead(),
            // The page may have been turned into the other language since.
            links::application_new(ctx.lang),
        ),
        false => (
            t.accounts_sign_up_title(),
            t.accounts_sign_up_lead(),
            form.next.clone(),
        ),
    };
    FormPage {
        ctx,
        title,
        lead: vec![lead],
        errors: errors.summary(t),
        action: links::sign_up(ctx.lang),
        hidden: vec![("next", next.clone())],
        fields: vec![
            TextField::for_nobody(t.form_trap_label()),
            name,
            sheet::email_field(ctx, &form.email, errors),
            password,
        ],
        button: t.accounts_sign_up(),
        ways: vec![Way::new(
            t.accounts_sign_in_way(),
            links::then(&links::sign_in(ctx.lang, None), &next),
        )],
        others: sheet::by_providers(site, ctx, &next, label),
        keeps_typed: true,
    }
}
