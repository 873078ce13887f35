//! What follows when somebody has proved who they are, by whichever way: in, or to the second factor, or to setting one
//! up.

use super::known;
use crate::{
    base::ids::UserId,
    db,
    domain::{
        accounts::{person::Person, sign_in},
        businesses::second_factor,
    },
    web::{
        error::Result,
        links,
        page::PageCtx,
        session::{SignedIn, Stage},
        site::Site,
    },
};
use actix_web::HttpRequest;

/// Who comes.
#[derive(Clone, Debug)]
pub struct Entrant {
    /// The person.
    pub user: UserId,
    /// What to call them.
    pub name: String,
    /// Their address.
    pub email: String,
    /// How they have proved it.
    pub proved: Proved,
}

/// How often somebody has proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proved {
    /// By a password, a letter, or another house's word.
    Once,
    /// By a passkey, which asks for a finger or a number itself; or by a second factor.
    Twice,
}

impl Entrant {
    /// Somebody who was looked up.
    pub fn of(person: Person, proved: Proved) -> Self {
        Self {
            user: person.id,
            name: person.display_name,
            email: person.email,
            proved,
        }
    }
}

/// Lets somebody in as far as they have proved who they are, and on to `next`.
pub async fn admit(
    site: &Site,
    ctx: &PageCtx,
    request: &HttpRequest,
    entrant: Entrant,
    next: &str,
) -> Result {
    let (user, grace) = (entrant.user, site.second_factor_grace);
    let twice = entrant.proved == Proved::Twice;
    let found: db::Result<_> = site
        .db
        .platform(move |tx| {
            let standing = second_factor::standing(tx, user, grace)?;
            second_factor::tell(tx, user, standing)?;
            if twice || !standing.has {
                sign_in::come_in(tx, user)?;
            }
            Ok((standing, tx.now()))
        })
        .await;
    let (standing, now) = found?;
    let stage = if standing.has && !twice {
        Stage::SecondStep
    } else if standing.is_overdue(now) {
        Stage::SetUp
    } else {
        Stage::Inside
    };
    let due = standing.due.filter(|_| !standing.has);
    SignedIn::begin(request, (user, &entrant.name), stage, due)?;
    match stage {
        Stage::SecondStep => ctx.see_other(&links::second_step(ctx.lang, next)),
        Stage::SetUp => {
            let door = ctx.see_other(&links::second_factor(ctx.lang))?;
            Ok(known::remember(site, door, &entrant.email))
        }
        Stage::Inside | Stage::ShopDevice => {
            let inside = ctx.see_other(&onward(ctx, next))?;
            Ok(known::remember(site, inside, &entrant.email))
        }
    }
}

/// Back to where somebody wanted to go, if that is a page of ours.
pub fn onward(ctx: &PageCtx, next: &str) -> String {
    let ours = next.starts_with("/ja/") || next.starts_with("/en/");
    let plain = next.chars().all(|c| c.is_ascii_graphic() && c != '\\') && !next.contains("//");
    if ours && plain {
        next.to_owned()
    } else {
        links::account(ctx.lang)
    }
}
