//! What somebody has to prove with besides a password: the app, the recovery codes, the passkeys.

use crate::{
    db,
    domain::{
        accounts::{
            person,
            second_factor::{self, Factors, Passkey},
            session,
        },
        businesses,
    },
    web::{
        account::sessions,
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
    passkeys: Option<Passkeys>,
    /// Who is in elsewhere by what counted before may be somebody else.
    elsewhere: Option<Elsewhere>,
    back: Option<String>,
}

/// The passkeys and the way to another.
struct Passkeys {
    lines: Vec<Line>,
    add: PostButton,
}

/// One of them.
struct Line {
    name: String,
    facts: Vec<String>,
    remove: LinkButton,
}

/// One thing to prove with: where it stands, and what can be done about it.
struct Part {
    state: String,
    posts: Vec<PostButton>,
    ways: Vec<LinkButton>,
}

/// On how many other devices they are signed in, and the way to end that.
struct Elsewhere {
    state: String,
    end: PostButton,
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
            let sessions = session::living(tx, user)?.len();
            Ok((
                factors,
                standing,
                sessions,
                person::zone(tx, user)?,
                tx.now(),
            ))
        })
        .await;
    let (factors, standing, sessions, zone, now) = found?;
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
        passkeys: site
            .passkeys
            .is_some()
            .then(|| passkeys(&ctx, &signed_in, &factors, &moments)),
        elsewhere: (signed_in.stage == Stage::Inside && sessions > 1).then(|| Elsewhere {
            state: t.accounts_factor_elsewhere(sessions - 1),
            end: sessions::end_others(&ctx, &signed_in),
        }),
        back: (signed_in.stage == Stage::Inside).then(|| links::account(ctx.lang)),
        ctx: &ctx,
    })
}

/// Whoever opens the address of an act is shown where it is done.
pub async fn back(ctx: PageCtx, _signed_in: SettlingIn) -> Result {
    ctx.see_other(&links::second_factor(ctx.lang))
}

fn button(ctx: &PageCtx, signed_in: &SignedIn, label: String, act: &str) -> PostButton {
    PostButton {
        label,
        form: PostForm {
            action: links::second_factor_at(ctx.lang, act),
            hidden: vec![("csrf".to_owned(), signed_in.csrf.clone())],
        },
        voice: Voice::Quiet,
        ..PostButton::default()
    }
}

/// The way to the page that asks before something is taken away.
fn removal(ctx: &PageCtx, label: String, act: &str) -> LinkButton {
    LinkButton {
        label,
        url: links::second_factor_at(ctx.lang, act),
        voice: Voice::DangerQuiet,
        ..LinkButton::default()
    }
}

fn passkeys(ctx: &PageCtx, signed_in: &SignedIn, factors: &Factors, moments: &Moments) -> Passkeys {
    let t = ctx.t;
    let line = |passkey: &Passkey| {
        let act = format!("passkeys/removal?passkey={}", passkey.id);
        let remove = LinkButton {
            about: Some(passkey.name.clone()),
            small: true,
            ..removal(ctx, t.accounts_passkey_remove(), &act)
        };
        let used = passkey.last_used_at;
        Line {
            name: passkey.name.clone(),
            facts: [
                Some(t.accounts_passkey_since(moments.moment(passkey.created_at))),
                used.map(|used| t.accounts_session_last(moments.moment(used))),
            ]
            .into_iter()
            .flatten()
            .collect(),
            remove,
        }
    };
    Passkeys {
        lines: factors.passkeys.iter().map(line).collect(),
        add: button(ctx, signed_in, t.accounts_passkey_add(), "passkeys"),
    }
}

fn app(ctx: &PageCtx, signed_in: &SignedIn, factors: &Factors, moments: &Moments) -> Part {
    let t = ctx.t;
    match factors.app_since {
        Some(since) => Part {
            state: t.accounts_app_since(moments.moment(since)),
            posts: vec![button(ctx, signed_in, t.accounts_app_anew(), "app")],
            ways: vec![removal(ctx, t.accounts_app_remove(), "app/removal")],
        },
        None => Part {
            state: t.accounts_app_none(),
            posts: vec![button(ctx, signed_in, t.accounts_app_set_up(), "app")],
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
