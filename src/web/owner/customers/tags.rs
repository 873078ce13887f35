//! Free words on a card.

use super::{
    card::{self, Refused},
    notes::{back, refused},
    words,
};
use crate::{
    base::{msg::Msg, text},
    domain::{
        businesses::role::Right,
        customers::tags::{self, MOST, TAG_MAX, TagError},
    },
    web::{
        error::Result,
        flash::Said,
        form::{Errors, fields, typed::Typed},
        gate::member,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use serde::Deserialize;

/// What is typed or pressed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TagForm {
    csrf: String,
    tag: String,
}

/// Puts one on a card.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<TagForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let customer = words::key(&id)?;
    let mut errors = Errors::default();
    let missing = Msg::new("customers-tag-required");
    let line = |typed: &str| text::short_line(typed, TAG_MAX);
    let tag = fields::required(&mut errors, "tag", &form.tag, line, missing);
    if let Some(tag) = tag {
        let wish = (slug.as_str(), Right::WriteCustomers);
        let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
            tags::add(tx, customer, &tag)
        });
        match done.await? {
            Ok(()) => return back(&ctx, (&slug, customer), Said::TagAdded),
            Err(TagError::Card(error)) => return Err(refused(error)),
            Err(TagError::TooMany) => {
                errors.add("tag", Msg::new("customers-tag-too-many").with("most", MOST));
            }
        }
    }
    let refused = Refused {
        tag: &form.tag,
        errors,
        ..Refused::default()
    };
    ctx.stand_at(&words::card(&ctx, &slug, customer, ""));
    card::redraw(&site, &ctx, &signed_in, (&slug, &id), &refused).await
}

/// Takes one off it.
pub async fn remove(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<TagForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (_, slug, id) = path.into_inner();
    let customer = words::key(&id)?;
    let wish = (slug.as_str(), Right::WriteCustomers);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        tags::remove(tx, customer, &form.tag)
    });
    done.await??;
    back(&ctx, (&slug, customer), Said::TagRemoved)
}
