//! What somebody has to prove with besides a password: the app, the recovery codes, the passkeys.

use crate::{
    db,
    domain::{
        accounts::{
            person,
            second_factor::{self, Factors},
        },
        businesses,
    },
    web::{
        error::Result,
        links,
        moments::Moments,
        page::PageCtx,
        session::{SettlingIn, SignedIn, Stage},
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            post_form::PostForm,
        },
    },
};
use actix_web::web::Data;
use askama::Template;
use chrono_tz::Tz;

/// The page.
#[derive(Template)]
#[template(path = "account/second_factor/overview.html")]
struct OverviewPage<'a> {
    ctx: &'a PageCtx,
    /// Why one has to be set up, and by when.
    demand: Option<String>,
    app: Part,
    codes: Option<Part>,
    back: Option<String>,
}

/// One thing to prove with: where it stands, and what can be done about it.
struct Part {
    state: String,
    posts: Vec<PostButton>,
    ways: Vec<LinkButton>,
}

/// Shows all of it.
pub async fn show(site: Data<Site>, ctx: PageCtx, signed_in: SettlingIn) -> Result {
    let signed_in = signed_in.0;
    let (user, grace) = (signed_in.user, site.second_factor_grace);
    let found: db::Result<_> = site
        .db
        .platform(move |tx| {
            let factors = second_factor::of(tx, user)?;
            let standing = businesses::second_factor::standing(tx, user, grace)?;
            Ok((factors, standing, person::zone(tx, user)?, tx.now()))
        })
        .await;
    let (factors, standing, zone, now) = found?;
    let t = ctx.t;
    let moments = Moments::new(t, zone.parse().unwrap_or(Tz::Asia__Tokyo), now);
    let demand = match standing.due {
        Some(due) if !standing.has && due > now => Some(t.accounts_factor_due(moments.moment(due))),
        Some(_) if !standing.has => Some(t.accounts_factor_overdue()),
        Some(_) => Some(t.accounts_factor_demanded()),
        None => None,
    };
    ctx.html(&OverviewPage {
        demand,
        app: app(&ctx, &signed_in, &factors, &moments),
        codes: factors.codes_left.map(|left| codes(&ctx, left)),
        back: (signed_in.stage == Stage::Inside).then(|| links::account(ctx.lang)),
        ctx: &ctx,
    })
}

fn app(ctx: &PageCtx, signed_in: &SignedIn, factors: &Factors, moments: &Moments) -> Part {
    let t = ctx.t;
    let button = |label: String, act: &str, voice: Voice| PostButton {
        label,
        form: PostForm {
            action: links::second_factor_at(ctx.lang, act),
            hidden: vec![("csrf".to_owned(), signed_in.csrf.clone())],
        },
        voice,
        ..PostButton::default()
    };
    match factors.app_since {
        Some(since) => Part {
            state: t.accounts_app_since(moments.moment(since)),
            posts: vec![
                button(t.accounts_app_anew(), "app", Voice::Quiet),
                button(t.accounts_app_remove(), "app/removal", Voice::DangerQuiet),
            ],
            ways: Vec::new(),
        },
        None => Part {
            state: t.accounts_app_none(),
            posts: vec![button(t.accounts_app_set_up(), "app", Voice::Main)],
            ways: Vec::new(),
        },
    }
}

fn codes(ctx: &PageCtx, left: usize) -> Part {
    Part {
        state: ctx.t.accounts_codes_left(left),
        posts: Vec::new(),
        ways: vec![LinkButton {
            label: ctx.t.accounts_codes_show(),
            url: links::second_factor_at(ctx.lang, "codes"),
            voice: Voice::Quiet,
            ..LinkButton::default()
        }],
    }
}
