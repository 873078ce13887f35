//! After signing in: straight to the place of work, or the choice between several; who works nowhere is a customer.

use crate::{
    db,
    domain::businesses::member,
    web::{
        error::Result,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::{
            buttons::{PostButton, Voice},
            post_form::PostForm,
        },
    },
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
    out: PostButton,
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
    let found = site
        .db
        .platform(move |tx| -> db::Result<_> { member::workplaces(tx, user) })
        .await?;
    match found.as_slice() {
        [] => return ctx.see_other(&links::own_bookings(ctx.lang, "coming", 0)),
        [only] => return ctx.see_other(&links::day(ctx.lang, &only.slug, None, "today")),
        _ => {}
    }
    let places = found
        .iter()
        .map(|place| {
            let name = place.name.written(ctx.lang);
            let role = place.role.label().replace('_', "-");
            Place {
                url: links::day(ctx.lang, &place.slug, None, "today"),
                name: name.text,
                name_lang: name.other_lang,
                role: ctx.t.of_family("accounts-role", &role),
            }
        })
        .collect();
    ctx.html(&HomePage {
        places,
        out: PostButton {
            label: ctx.t.accounts_sign_out(),
            form: PostForm {
                action: links::sign_out(ctx.lang),
                hidden: vec![("csrf".to_owned(), signed_in.csrf)],
            },
            voice: Voice::Quiet,
            ..PostButton::default()
        },
        name: signed_in.name,
        ctx: &ctx,
    })
}
