//! The details of a booking, filled in from what an account knows: one's own, or those of somebody one books for. Pages of
//! the booking itself know nobody, and cost guests nothing for it; so whoever has an account comes by here, and what is
//! known is put where the form keeps what was typed.

use super::sheet::Way;
use crate::{
    base::token::Token,
    db::{self, DbError},
    domain::{
        accounts::{
            family::{self, FamilyMember},
            names::Names,
            profile::{self, Profile},
        },
        bookings::details::{self, Known},
        businesses::profile as business_profile,
        scheduling::hold,
    },
    web::{
        error::{Error, Result},
        form::typed::{Asked, Typed},
        gate::business,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::choice_field::{Choice, ChoiceField},
    },
};
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

/// The choice.
#[derive(Template)]
#[template(path = "account/fill.html")]
pub struct FillPage<'a> {
    ctx: &'a PageCtx,
    action: String,
    hidden: Vec<(&'static str, String)>,
    who: ChoiceField,
    ways: Vec<Way>,
}

/// Which hold, at which business.
#[derive(Deserialize, Default)]
pub struct FillQuery {
    #[serde(default)]
    shop: String,
    #[serde(default)]
    hold: String,
}

/// Whose details.
#[derive(Deserialize, Default)]
pub struct FillForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    shop: String,
    #[serde(default)]
    hold: String,
    /// The key of one of the family; anything else is oneself.
    #[serde(default)]
    who: String,
}

/// Asks whom the booking is for.
pub async fn new(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    query: Asked<FillQuery>,
) -> Result {
    let query = query.0;
    Token::parse(&query.hold).ok_or(Error::NotFound)?;
    business::visitor(&site, &ctx, &query.shop).await?;
    let (profile, members) = known(&site, &signed_in).await?;
    let back = links::details(ctx.lang, &query.shop, &query.hold);
    ctx.html(&FillPage {
        action: links::own(ctx.lang, "fill"),
        who: who(&ctx, &profile, &members),
        hidden: vec![
            ("csrf", signed_in.csrf),
            ("shop", query.shop),
            ("hold", query.hold),
        ],
        ways: vec![
            Way::new(ctx.t.accounts_family_fill_back(), back),
            Way::new(
                ctx.t.accounts_family_title(),
                links::own(ctx.lang, "family"),
            ),
        ],
        ctx: &ctx,
    })
}

/// Fills them in. What was written to the shop so far stays.
pub async fn create(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<FillForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let token = Token::parse(&form.hold).ok_or(Error::NotFound)?;
    let scope = business::visitor(&site, &ctx, &form.shop).await?;
    let (profile, members) = known(&site, &signed_in).await?;
    let chosen = members
        .into_iter()
        .find(|member| member.id.to_string() == form.who);
    let names = chosen.map_or(profile.names, |member| member.facts.names);
    let known = Known {
        phone: profile.phone.map(|phone| ctx.t.phone(&phone)),
        email: profile.email,
        ..named(names)
    };
    let filled = site
        .db
        .tenant(scope, move |tx| -> std::result::Result<bool, DbError> {
            if business_profile::open_to_public(tx)?.is_none() {
                return Ok(false);
            }
            let Some(held) = hold::find(tx, &token)? else {
                return Ok(false);
            };
            let kept = details::filled(&held.details_json, &known);
            hold::keep_details(tx, &token, &kept)?;
            Ok(true)
        });
    if !filled.await? {
        return Err(Error::NotFound);
    }
    ctx.see_other(&links::details(ctx.lang, &form.shop, &form.hold))
}

async fn known(
    site: &Site,
    signed_in: &SignedIn,
) -> std::result::Result<(Profile, Vec<FamilyMember>), Error> {
    let user = signed_in.user;
    let (profile, members) = site
        .db
        .platform(move |tx| -> db::Result<_> {
            Ok((profile::find(tx, user)?, family::list(tx, user)?))
        })
        .await?;
    Ok((profile.ok_or(Error::NotFound)?, members))
}

fn named(names: Names) -> Known {
    Known {
        family: names.family,
        given: names.given,
        family_kana: names.family_kana,
        given_kana: names.given_kana,
        display: names.display,
        ..Known::default()
    }
}

fn who(ctx: &PageCtx, profile: &Profile, members: &[FamilyMember]) -> ChoiceField {
    let t = ctx.t;
    let own = Choice {
        value: "self".to_owned(),
        label: profile.names.display.clone(),
        note: Some(t.accounts_family_fill_self()),
        chosen: true,
        ..Choice::default()
    };
    let others = members.iter().map(|member| Choice {
        value: member.id.to_string(),
        label: member.facts.names.display.clone(),
        note: Some(t.of_family("accounts-family-relation", member.facts.relation.label())),
        ..Choice::default()
    });
    ChoiceField {
        name: "who".to_owned(),
        legend: t.accounts_family_fill_who(),
        options: [own].into_iter().chain(others).collect(),
        ..ChoiceField::default()
    }
}
