//! One place up or down: services, headings, options, questions, resources. It goes without script, and by keys alone.

use super::{RIGHT, answers::Answers};
use crate::{
    base::order::Toward,
    domain::{
        businesses::role::Right,
        catalog::{category, option_card, question_card, service_card},
        scheduling::{resource_card, table_group},
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        gate::member,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::web::{Data, Path};
use std::str::FromStr;

/// Moves one of them, and shows where it stands.
pub async fn update(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    let slug = path.into_inner().1;
    let wish = (slug.as_str(), RIGHT);
    let toward = Toward::from_word(typed.get("to")).ok_or(Error::Unreadable)?;
    let word = typed.get("id");
    let next = match typed.get("kind") {
        "service" => {
            let id = key(word)?;
            let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                service_card::shift(tx, id, toward)
            });
            done.await??;
            format!("menu#s-{word}")
        }
        "category" => {
            let id = key(word)?;
            let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                category::shift(tx, id, toward)
            });
            done.await??;
            format!("menu#c-{word}")
        }
        "group" => {
            let id = key(word)?;
            let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                option_card::shift_group(tx, id, toward)
            });
            done.await??;
            format!("options#g-{word}")
        }
        "option" => {
            let id = key(word)?;
            let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                option_card::shift(tx, id, toward)
            });
            done.await??;
            format!("options#o-{word}")
        }
        "question" => {
            let id = key(word)?;
            let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                question_card::shift(tx, id, toward)
            });
            done.await??;
            format!("questions#q-{word}")
        }
        "resource" => {
            let id = key(word)?;
            let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                resource_card::shift(tx, id, toward)
            });
            done.await??;
            format!("resources#r-{word}")
        }
        "tables" => tables((&**site, &ctx, &signed_in), wish, (word, toward)).await?,
        _ => return Err(Error::Unreadable),
    };
    let there = links::owner(ctx.lang, &slug, &next);
    Ok(flash::say(ctx.see_other(&there)?, Said::CatalogMoved))
}

/// Moves tables that go together, and says where they stand.
async fn tables(
    (site, ctx, signed_in): (&Site, &PageCtx, &SignedIn),
    wish: (&str, Right),
    (word, toward): (&str, Toward),
) -> std::result::Result<String, Error> {
    let id = key(word)?;
    let done = member::enter(site, ctx, signed_in, wish, move |tx, _| {
        table_group::shift(tx, id, toward)
    });
    done.await??;
    Ok(format!("tables#t-{word}"))
}

fn key<T: FromStr>(word: &str) -> std::result::Result<T, Error> {
    word.parse().map_err(|_no_key| Error::NotFound)
}
