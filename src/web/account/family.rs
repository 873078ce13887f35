//! Those somebody books for: the list of them.

use super::sheet::AskPage;
use crate::{
    base::ids::FamilyMemberId,
    db,
    domain::accounts::family::{self, FamilyMember, MOST},
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::typed::Typed,
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{LinkButton, Voice},
    },
};
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

/// The page.
#[derive(Template)]
#[template(path = "account/family.html")]
pub struct FamilyPage<'a> {
    ctx: &'a PageCtx,
    members: Vec<Line>,
    add: Option<LinkButton>,
    full: Option<String>,
    back: String,
}

/// One of them.
struct Line {
    name: String,
    facts: Vec<String>,
    edit: LinkButton,
    remove: LinkButton,
}

/// The key of the form alone.
#[derive(Deserialize)]
pub struct RemoveForm {
    #[serde(default)]
    csrf: String,
}

/// Lists them.
pub async fn index(site: Data<Site>, ctx: PageCtx, signed_in: SignedIn) -> Result {
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| family::list(tx, user)).await;
    let members = found?;
    let is_full = members.len() >= MOST;
    ctx.html(&FamilyPage {
        add: (!is_full).then(|| LinkButton {
            label: ctx.t.accounts_family_add(),
            url: links::own(ctx.lang, "family/new"),
            ..LinkButton::default()
        }),
        full: is_full.then(|| ctx.t.accounts_family_full(MOST)),
        members: members.iter().map(|member| line(&ctx, member)).collect(),
        back: links::own(ctx.lang, "profile"),
        ctx: &ctx,
    })
}

/// Asks before one is taken off the list.
pub async fn ask(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    let id: FamilyMemberId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let user = signed_in.user;
    let found: db::Result<_> = site.db.platform(move |tx| family::find(tx, user, id)).await;
    let facts = found?.ok_or(Error::NotFound)?.facts;
    let t = ctx.t;
    ctx.html(&AskPage {
        title: t.accounts_family_remove_title(),
        lead: t.accounts_family_remove_lead(&facts.names.display),
        action: removal(&ctx, id),
        hidden: vec![("csrf", signed_in.csrf)],
        button: t.accounts_family_remove(),
        back: links::own(ctx.lang, "family"),
        ctx: &ctx,
    })
}

/// Takes one off the list.
pub async fn destroy(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<RemoveForm>,
) -> Result {
    signed_in.sent(&form.0.csrf)?;
    let id: FamilyMemberId = path.1.parse().map_err(|_no_key| Error::NotFound)?;
    let user = signed_in.user;
    let removed: db::Result<bool> = site
        .db
        .platform(move |tx| family::remove(tx, user, id))
        .await;
    if !removed? {
        return Err(Error::NotFound);
    }
    Ok(flash::say(
        ctx.see_other(&links::own(ctx.lang, "family"))?,
        Said::FamilyRemoved,
    ))
}

fn removal(ctx: &PageCtx, id: FamilyMemberId) -> String {
    links::own(ctx.lang, &format!("family/{id}/removal"))
}

fn line(ctx: &PageCtx, member: &FamilyMember) -> Line {
    let (t, facts) = (ctx.t, &member.facts);
    let name = &facts.names.display;
    let relation = t.of_family("accounts-family-relation", facts.relation.label());
    let born = facts.birth_year.map(|year| t.accounts_family_born(year));
    let kana = Some(facts.names.kana()).filter(|kana| !kana.is_empty());
    Line {
        name: name.clone(),
        facts: kana.into_iter().chain([relation]).chain(born).collect(),
        edit: LinkButton {
            label: t.accounts_family_edit(name),
            url: links::own(ctx.lang, &format!("family/{}", member.id)),
            voice: Voice::Quiet,
            small: true,
            ..LinkButton::default()
        },
        remove: LinkButton {
            label: t.accounts_family_remove(),
            about: Some(name.clone()),
            url: removal(ctx, member.id),
            voice: Voice::DangerQuiet,
            small: true,
            ..LinkButton::default()
        },
    }
}
