//! An application is mended before it is sent, or after it came back.

use super::form::{self, ApplicationForm, ApplicationPage};
use crate::{
    domain::businesses::{
        open::{self, OpenError},
        review_list::{Heap, Reviewed},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// The form as it was filled in.
pub async fn edit(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let found = super::own(&site, signed_in.user, &path.1).await?;
    if found.heap != Heap::Draft {
        return ctx.see_other(&links::application(ctx.lang, &found.slug, ""));
    }
    let (form, errors) = (ApplicationForm::of(&found), Errors::default());
    ctx.html(&page(&ctx, &signed_in, &found, (&form, &errors)))
}

/// Writes down what was mended.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<ApplicationForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let found = super::own(&site, signed_in.user, &path.1).await?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &found, (&form, &errors)));
    }
    let Some(application) = form.read(&mut errors, Some(&found.slug)) else {
        let drawn = page(&ctx, &signed_in, &found, (&form, &errors));
        return ctx.redraw(StatusCode::UNPROCESSABLE_ENTITY, &drawn);
    };
    let (user, id) = (signed_in.user, found.id);
    let changed = super::work(&site, &ctx, &signed_in, move |tx| {
        open::amend(tx, user, id, &application)
    });
    let there = links::application(ctx.lang, &found.slug, "");
    match changed.await {
        Ok(()) => Ok(flash::say(ctx.see_other(&there)?, Said::ApplicationSaved)),
        Err(OpenError::Db(error)) => Err(error.into()),
        Err(OpenError::Unknown) => Ok(flash::say(ctx.see_other(&there)?, Said::Overtaken)),
        Err(
            OpenError::Taken | OpenError::TooMany | OpenError::TooOften(_) | OpenError::NoPapers,
        ) => Err(Error::NotFound),
    }
}

fn page<'a>(
    ctx: &'a PageCtx,
    signed_in: &SignedIn,
    found: &Reviewed,
    (form, errors): (&ApplicationForm, &Errors),
) -> ApplicationPage<'a> {
    let t = ctx.t;
    ApplicationPage {
        title: t.operators_apply_edit_title(),
        lead: t.operators_apply_edit_lead(&found.slug),
        errors: errors.summary(t),
        action: links::application(ctx.lang, &found.slug, "/edit"),
        csrf: signed_in.csrf.clone(),
        fields: form::fields(ctx, form, errors, false),
        button: t.operators_save(),
        back: links::application(ctx.lang, &found.slug, ""),
        ctx,
    }
}
