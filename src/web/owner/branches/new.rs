//! Another shop is begun: the application, the seat of its owner and the copies, in one transaction. Its papers come next.

use super::{
    answers::Answers,
    copies::{self, Originals, Wanted},
    form,
    sheet::{self, Sheet},
};
use crate::{
    base::{ids::BusinessId, msg::Msg},
    db::{self, Access, Actor, EditError, Scope},
    domain::{
        businesses::{
            open::{self, Application, MOST_WAITING, OpenError},
            role::{Right, StaffRole},
        },
        platform::flag::{self, Subject},
    },
    web::{
        desk::Room,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};

/// What whoever comes here needs; and it is for owners alone.
const RIGHT: Right = Right::ManageBusiness;

/// What the page is drawn from.
struct Scene {
    at: AtWork,
    originals: Originals,
}

/// The form with what would be the same.
pub async fn edit(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let typed = form::answers(&scene.at.profile);
    page(&ctx, &signed_in, &scene, (&typed, &Errors::default()))
}

/// Begins it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let scene = read(&site, &ctx, &signed_in, &path.1).await?;
    let mut errors = Errors::default();
    if typed.has("switch") {
        return page(&ctx, &signed_in, &scene, (&typed, &errors));
    }
    if let Some((application, wanted)) = form::parse(&typed, &scene.at.profile, &mut errors) {
        let slug = application.slug.clone();
        let made = open(&site, &ctx, &signed_in, (application, wanted, &scene));
        match made.await {
            Ok(()) => {
                let there = links::application(ctx.lang, &slug, "");
                return Ok(flash::say(ctx.see_other(&there)?, Said::BranchOpened));
            }
            Err(OpenError::Taken) => errors.add("slug", Msg::new("operators-apply-slug-taken")),
            Err(OpenError::TooMany) => errors.add(
                "",
                Msg::new("operators-apply-too-many").with("most", MOST_WAITING),
            ),
            Err(OpenError::TooOften(wait)) => return Err(Error::too_often(wait)),
            Err(OpenError::Unknown | OpenError::NoPapers) => return Err(Error::NotFound),
            Err(OpenError::Db(error)) => return Err(error.into()),
        }
    }
    page(&ctx, &signed_in, &scene, (&typed, &errors))
}

/// The shop and what it begins with, or nothing of it.
async fn open(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (application, wanted, scene): (Application, Wanted, &Scene),
) -> std::result::Result<(), OpenError> {
    let (user, behind, request) = (signed_in.user, signed_in.behind, ctx.request.clone());
    let originals = scene.originals.clone();
    let done = site.db.enter(
        Access::Write,
        move |tx| {
            let id: BusinessId = open::open(tx, user, &application)?;
            let actor = Actor::Member { user, owner: true };
            let scope = Scope {
                request: request.clone(),
                behind,
                ..Scope::new(id, actor)
            };
            Ok(Some((scope, ())))
        },
        move |tx, ()| {
            copies::write(tx, &originals, wanted).map_err(|error| match error {
                EditError::Db(error) => OpenError::Db(error),
                _nothing_there_yet => OpenError::Unknown,
            })
        },
    );
    done.await.map(|_done| ())
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
) -> std::result::Result<Scene, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, RIGHT),
        |tx, at| -> db::Result<_> {
            Ok(Scene {
                at: at.clone(),
                originals: copies::read(tx, at)?,
            })
        },
    );
    let scene = found.await??;
    if scene.at.member.role != StaffRole::Owner {
        return Err(Error::Forbidden);
    }
    let subject = Subject {
        user: Some(signed_in.user),
        business: None,
    };
    let is_open: db::Result<bool> = site
        .db
        .platform(move |tx| flag::is_on(tx, flag::BUSINESS_APPLICATIONS, subject))
        .await;
    match is_open? {
        true => Ok(scene),
        false => Err(Error::Forbidden),
    }
}

fn page(
    ctx: &PageCtx,
    signed_in: &SignedIn,
    scene: &Scene,
    (typed, errors): (&Answers, &Errors),
) -> Result {
    let t = ctx.t;
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let sheet = Sheet {
        heading: t.branch_title(),
        lead: Some(t.branch_lead()),
        at: "branches/new".to_owned(),
        parts: form::parts(ctx, typed, errors),
        ..Sheet::default()
    };
    let surroundings = (signed_in, &scene.at, Room::Office);
    sheet::draw(ctx, surroundings, status, (sheet, errors))
}
