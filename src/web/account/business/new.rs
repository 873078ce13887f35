//! The first two screens: the kind of business, then its name and place. Nobody else sees the business before it is
//! published.

use super::{
    form::{self, ApplicationForm, ApplicationPage},
    kind,
};
use crate::{
    base::msg::Msg,
    db,
    domain::{
        businesses::{
            open::{self, MOST_WAITING, OpenError},
            vertical::Vertical,
        },
        platform::flag::{self, Subject},
    },
    web::{
        account::sheet::{SaidPage, Way},
        error::{Error, Result},
        first_run::{self, Screen},
        form::{
            Errors,
            typed::{Asked, Typed},
        },
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::post_form::PostForm,
    },
};
use actix_web::{http::StatusCode, web::Data};
use serde::Deserialize;

/// What the address says.
#[derive(Deserialize)]
pub struct NewQuery {
    #[serde(default)]
    kind: String,
}

/// The kinds or, of one that was chosen, the empty form.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<NewQuery>,
) -> Result {
    if !is_open(&site, &signed_in).await? {
        return closed(&ctx);
    }
    let chosen = query.0.kind;
    if Vertical::from_slug(&chosen).is_none() {
        return ctx.html(&kind::page(&ctx));
    }
    let form = ApplicationForm::of_kind(chosen);
    ctx.html(&page(&ctx, &signed_in, &form, &Errors::default()))
}

/// Writes the application down.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<ApplicationForm>,
) -> Result {
    let mut form = form.0;
    signed_in.sent(&form.csrf)?;
    if !is_open(&site, &signed_in).await? {
        return closed(&ctx);
    }
    if Vertical::from_slug(&form.kind).is_none() {
        return ctx.see_other(&links::application_new(ctx.lang));
    }
    ctx.stand_at(&links::application_of_kind(ctx.lang, &form.kind));
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &form, &errors));
    }
    if !form.find.is_empty() {
        form.look_up(&site, &ctx, &mut errors).await?;
        let status = match errors.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return ctx.redraw(status, &page(&ctx, &signed_in, &form, &errors));
    }
    if let Some(application) = form.read(&mut errors, None) {
        let (user, slug) = (signed_in.user, application.slug.clone());
        let made = super::work(&site, &ctx, &signed_in, move |tx| {
            open::open(tx, user, &application)
        });
        match made.await {
            Ok(_) => {
                return ctx.see_other(&Screen::Hours.of(&ctx, &slug));
            }
            Err(OpenError::Taken) => {
                form.propose();
                errors.add("slug", Msg::new("operators-apply-slug-taken"));
            }
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
        hidden: PostForm {
            action: links::application_new(ctx.lang),
            hidden: vec![
                ("csrf".to_owned(), signed_in.csrf.clone()),
                ("kind".to_owned(), form.kind.clone()),
            ],
        },
        steps: Some(first_run::steps(ctx, Screen::Name, None)),
        fields: form::fields(ctx, form, errors, true),
        button: t.opening_next(),
        back: links::application_new(ctx.lang),
        ctx,
    }
}
