//! An application is mended before it is sent, or after it came back.

use super::form::{self, ApplicationForm, ApplicationPage};
use crate::{
    domain::businesses::{
        open::{self, OpenError},
        review_list::{Heap, Reviewed},
    },
    web::{
        error::{Error, Result},
        first_run::{self, Screen},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::post_form::PostForm,
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
    let mut form = form.0;
    signed_in.sent(&form.csrf)?;
    let found = super::own(&site, signed_in.user, &path.1).await?;
    let mut errors = Errors::default();
    if form.switch == "yes" {
        return ctx.html(&page(&ctx, &signed_in, &found, (&form, &errors)));
    }
    if !form.find.is_empty() {
        form.look_up(&site, &ctx, &mut errors).await?;
        let status = match errors.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return ctx.redraw(status, &page(&ctx, &signed_in, &found, (&form, &errors)));
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
    let is_reviewed = super::is_reviewed(&site, signed_in.user).await?;
    match changed.await {
        Ok(()) if !is_reviewed => ctx.see_other(&Screen::Hours.of(&ctx, &found.slug)),
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
        hidden: PostForm {
            action: links::application(ctx.lang, &found.slug, "/edit"),
            hidden: vec![("csrf".to_owned(), signed_in.csrf.clone())],
        },
        steps: Some(first_run::steps(ctx, Screen::Name, Some(&found.slug))),
        fields: form::fields(ctx, form, errors, false),
        button: t.operators_save(),
        back: links::application(ctx.lang, &found.slug, ""),
        ctx,
    }
}
