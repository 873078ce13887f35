//! A calendar elsewhere is asked before it is kept, and what opens it is sealed before it is written.

use super::{
    RIGHT,
    answers::Answers,
    calendar::{Draft, Own},
    check::check,
    subject::{self, Landing, Subject},
};
use crate::{
    base::{ids::OutsideCalendarId, msg::Msg},
    db::EditError,
    domain::scheduling::outside::calendar::{PURPOSE, Sealed},
    outside::sealed,
    web::{
        error::{Error, Result},
        flash,
        form::{Errors, typed::Typed},
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use uuid::Uuid;

/// Adds one, or writes it anew.
pub async fn write(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<Vec<String>>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, id) = place(&path)?;
    let own = subject::read::<Own>(&site, &ctx, &signed_in, (slug, id)).await?;
    let mut errors = Errors::default();
    let draft = match own.parse(&typed, &mut errors) {
        // A press for the other language keeps what was typed and asks nobody.
        Some(draft) if typed.get("switch") != "yes" => {
            asked(&site, &own, (id, draft), &mut errors).await?
        }
        _ => None,
    };
    if typed.get("switch") == "yes" {
        errors = Errors::default();
    }
    let Some(draft) = draft else {
        return subject::page(&ctx, &signed_in, &own, (&typed, &errors));
    };
    let version = typed.get("version").to_owned();
    let saved = member::enter(&site, &ctx, &signed_in, (slug, RIGHT), move |tx, _| {
        Own::save(tx, id, &draft, &version)
    });
    match saved.await? {
        Ok(Landing(path, said)) => {
            site.wake.notify_one();
            let there = links::owner(ctx.lang, slug, &path);
            Ok(flash::say(ctx.see_other(&there)?, said))
        }
        Err(EditError::Stale) => {
            errors.add("", Msg::new("form-stale"));
            let newest = subject::read::<Own>(&site, &ctx, &signed_in, (slug, id)).await?;
            subject::page(&ctx, &signed_in, &newest, (&typed, &errors))
        }
        Err(EditError::Db(error)) => Err(error.into()),
        Err(_) => Err(Error::NotFound),
    }
}

/// The same with what opens it sealed, once it has answered; nothing where it did not, which is said at its box.
async fn asked(
    site: &Site,
    own: &Own,
    (id, mut draft): (Option<OutsideCalendarId>, Draft),
    errors: &mut Errors,
) -> std::result::Result<Option<Draft>, Error> {
    let Some(source) = &draft.source else {
        return Ok(Some(draft));
    };
    let whence = (draft.setup.kind, source);
    let Some(host) = check(site, own.at(), whence, errors).await else {
        return Ok(None);
    };
    let id = id.unwrap_or_else(|| OutsideCalendarId(Uuid::new_v4()));
    let broken = || Error::Broken("nothing could be sealed".to_owned());
    let plain = serde_json::to_vec(source).map_err(|_error| broken())?;
    let about = [PURPOSE, id.0.as_bytes().as_slice()];
    let source = sealed::seal(&site.secret, &about, &plain).ok_or_else(broken)?;
    draft.sealed = Some((id, Sealed { host, source }));
    Ok(Some(draft))
}

/// The business and the calendar that an address names.
fn place(path: &[String]) -> std::result::Result<(&str, Option<OutsideCalendarId>), Error> {
    match path {
        [_lang, slug] => Ok((slug, None)),
        [_lang, slug, id] => {
            let id = id.parse().map_err(|_no_key| Error::NotFound)?;
            Ok((slug, Some(id)))
        }
        _ => Err(Error::NotFound),
    }
}
