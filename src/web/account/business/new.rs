//! The application is begun: nobody else sees the business before the operators have approved it.

use super::form::{self, ApplicationForm, ApplicationPage};
use crate::{
    base::msg::Msg,
    db,
    domain::{
        businesses::open::{self, MOST_WAITING, OpenError},
        platform::flag::{self, Subject},
    },
    web::{
        account::sheet::{SaidPage, Way},
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{http::StatusCode, web::Data};

/// The empty form.
pub async fn new(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    if !is_open(&site, &signed_in).await? {
        return closed(&ctx);
    }
    let (form, errors) = (ApplicationForm::default(), Errors::default());
    ctx.html(&page(&ctx, &signed_in, &form, &errors))
}

/// Writes the application down.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<ApplicationForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    if !is_open(&site, &signed_in).await? {
        return closed(&ctx);
    }
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &form, &errors));
    }
    if let Some(application) = form.read(&mut errors, None) {
        let (user, slug) = (signed_in.user, application.slug.clone());
        let made = super::work(&site, &ctx, &signed_in, move |tx| {
            open::open(tx, user, &application)
        });
        match made.await {
            Ok(_) => {
                let there = links::application(ctx.lang, &slug, "");
                return Ok(flash::say(ctx.see_other(&there)?, Said::ApplicationSaved));
            }
            Err(OpenError::Taken) => errors.add("slug", Msg::new("operators-apply-slug-taken")),
            Err(OpenError::TooMany) => errors.add(
                "",
                Msg::new("operators-apply-too-many").with("most", MOST_WAITING),
            ),
            Err(OpenError::TooOften(wait)) => return Err(Error::too_often(wait)),
            Err(OpenError::Unknown | OpenError::NoPapers) => return Err(Error::NotFound),
            Err(OpenError::Db(error)) => return Err(error.into()),
        }
    }
    let drawn = page(&ctx, &signed_in, &form, &errors);
    ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn)
}

/// Whether applications are taken from this person just now: a feature that operators switch.
async fn is_open(site: &Site, signed_in: &SignedIn) -> std::result::Result<bool, Error> {
    let subject = Subject {
        user: Some(signed_in.user),
        business: None,
    };
    let open: db::Result<bool> = site
        .db
        .platform(move |tx| flag::is_on(tx, flag::BUSINESS_APPLICATIONS, subject))
        .await;
    Ok(open?)
}

fn closed(ctx: &PageCtx) -> Result {
    ctx.html(&SaidPage {
        ctx,
        title: ctx.t.operators_apply_title(),
        lines: vec![ctx.t.operators_apply_closed()],
        ways: vec![Way::new(ctx.t.ui_back(), links::account(ctx.lang))],
    })
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    form: &ApplicationForm,
    errors: &Errors,
) -> ApplicationPage<'a> {
    let t = ctx.t;
    ApplicationPage {
        title: t.operators_apply_title(),
        lead: t.operators_apply_lead(),
        errors: errors.summary(t),
        action: links::application_new(ctx.lang),
        csrf: signed_in.csrf.clone(),
        fields: form::fields(ctx, form, errors, true),
        button: t.operators_apply_next(),
        back: links::account(ctx.lang),
        ctx,
    }
}
