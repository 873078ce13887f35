//! After signing in: straight to the place of work, or the choice between several; who works nowhere is a customer.

use crate::{
    db,
    domain::{
        accounts::operator,
        businesses::{
            member::{self, Workplace},
            role::StaffRole,
        },
    },
    web::{error::Result, links, page::PageCtx, session::SignedIn, site::Site},
};
use actix_web::web::Data;
use askama::Template;

/// The choice.
#[derive(Template)]
#[template(path = "account/home.html")]
pub struct HomePage<'a> {
    ctx: &'a PageCtx,
    name: String,
    places: Vec<Place>,
}

/// One place of work.
struct Place {
    url: String,
    name: String,
    name_lang: Option<&'static str>,
    role: String,
}

/// One place is where we are going; several are shown; without any it is one's own bookings.
pub async fn index(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let user = signed_in.user;
    let (found, operator) = site
        .db
        .platform(move |tx| -> db::Result<_> {
            Ok((
                member::workplaces(tx, user)?,
                operator::find(tx, user)?.is_some(),
            ))
        })
        .await?;
    if operator {
        return ctx.see_other(&links::operator(ctx.lang, ""));
    }
    match found.as_slice() {
        [] => return ctx.see_other(&links::own_bookings(ctx.lang, "coming", 0)),
        [only] => return ctx.see_other(&address(&ctx, only)),
        _ => {}
    }
    let places = found
        .iter()
        .map(|place| {
            let name = place.name.written(ctx.lang);
            let role = place.role.label().replace('_', "-");
            Place {
                url: address(&ctx, place),
                name: name.text,
                name_lang: name.other_lang,
                role: ctx.t.of_family("accounts-role", &role),
            }
        })
        .collect();
    ctx.html(&HomePage {
        places,
        name: signed_in.name,
        ctx: &ctx,
    })
}

/// The desk; of a business that is not let in yet, what its owner still has to do for that.
fn address(ctx: &PageCtx, place: &Workplace) -> String {
    if place.is_coming && place.role == StaffRole::Owner {
        links::application(ctx.lang, &place.slug, "")
    } else {
        links::day(ctx.lang, &place.slug, None, "today")
    }
}
