//! Where somebody is signed in: each session with its device, and a way to end it (S2-03).

use super::device;
use crate::{
    base::ids::SessionId,
    db,
    domain::accounts::session::{self, Listed},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        links,
        moments::Moments,
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
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use ipnetwork::IpNetwork;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/sessions.html")]
pub struct SessionsPage<'a> {
    ctx: &'a PageCtx,
    sessions: Vec<Line>,
    end_others: Option<PostButton>,
    back: String,
}

/// One session.
struct Line {
    device: String,
    is_this: bool,
    last_active: String,
    began: String,
    network: Option<String>,
    /// Where that is, or that it is where the reader is.
    place: Option<String>,
    end: Option<PostButton>,
}

/// Which session, or all others.
#[derive(Deserialize)]
pub struct EndForm {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    session: String,
}

/// Lists them, the last used first.
pub async fn index(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let user = signed_in.user;
    let (found, now) = site
        .db
        .platform(move |tx| -> db::Result<_> { Ok((session::living(tx, user)?, tx.now())) })
        .await?;
    let here = found.iter().find(|listed| listed.id == signed_in.session);
    let here = here.and_then(|listed| listed.ip);
    let sessions = found
        .iter()
        .map(|listed| Line {
            place: place(&site, &ctx, (listed, here), &signed_in),
            ..line(&ctx, &signed_in, listed, now)
        })
        .collect();
    ctx.html(&SessionsPage {
        sessions,
        end_others: (found.len() > 1).then(|| end_others(&ctx, &signed_in)),
        back: links::account(ctx.lang),
        ctx: &ctx,
    })
}

/// The button that signs every other device out.
pub fn end_others(ctx: &PageCtx, signed_in: &SignedIn) -> PostButton {
    PostButton {
        label: ctx.t.accounts_sessions_end_others(),
        form: form(ctx, signed_in, "others".to_owned()),
        voice: Voice::DangerQuiet,
        ..PostButton::default()
    }
}

/// Ends one of them, or all but this one. What has ended already is as it was wished.
pub async fn destroy(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    form: Typed<EndForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (user, this) = (signed_in.user, signed_in.session);
    let said = if form.session == "others" {
        site.db
            .platform(move |tx| session::end_others(tx, user, this))
            .await?;
        Said::OthersEnded
    } else {
        let id: SessionId = form.session.parse().map_err(|_no_key| Error::NotFound)?;
        let is_theirs = site
            .db
            .platform(move |tx| session::end_one(tx, user, id))
            .await?;
        if !is_theirs {
            return Err(Error::NotFound);
        }
        Said::SessionEnded
    };
    Ok(flash::say(ctx.see_other(&links::sessions(ctx.lang))?, said))
}

/// Where a session is: what the file of places says or, without one, whether it is in the same network as this one.
fn place(
    site: &Site,
    ctx: &PageCtx,
    (listed, here): (&Listed, Option<IpNetwork>),
    signed_in: &SignedIn,
) -> Option<String> {
    let address = listed.ip?;
    if let Some(place) = site.places.of(address.ip(), ctx.t) {
        return Some(ctx.t.accounts_session_place(place));
    }
    (here == Some(address) && listed.id != signed_in.session)
        .then(|| ctx.t.accounts_session_same_network())
}

fn line(ctx: &PageCtx, signed_in: &SignedIn, listed: &Listed, now: DateTime<Utc>) -> Line {
    let t = ctx.t;
    let moments = Moments::new(t, listed.zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let device = device::name(listed.user_agent.as_deref().unwrap_or_default(), t);
    let is_this = listed.id == signed_in.session;
    Line {
        last_active: t.accounts_session_last(moments.moment(listed.last_active_at)),
        began: t.accounts_session_began(moments.moment(listed.created_at)),
        network: listed
            .ip
            .map(|ip| t.accounts_session_network(ip.ip().to_string())),
        place: None,
        end: (!is_this).then(|| PostButton {
            label: t.accounts_session_end(),
            about: Some(device.clone()),
            form: form(ctx, signed_in, listed.id.to_string()),
            voice: Voice::Quiet,
            small: true,
        }),
        device,
        is_this,
    }
}

fn form(ctx: &PageCtx, signed_in: &SignedIn, session: String) -> PostForm {
    PostForm {
        action: links::sessions(ctx.lang),
        hidden: vec![
            ("csrf".to_owned(), signed_in.csrf.clone()),
            ("session".to_owned(), session),
        ],
    }
}
