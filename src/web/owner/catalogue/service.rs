//! One service: a new one, or one of the menu.

use super::{
    RIGHT,
    answers::Answers,
    look::{Look, Press},
    parting::{self, Parting, Turn},
    portrait,
    service_form::{self, Offered},
    service_parse,
    sheet::{Part, Sheet, act},
    subject::{Landing, Subject},
};
use crate::{
    base::ids::ServiceId,
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::{
            category, policy_card,
            service_card::{self, Fate, OwnService},
        },
        scheduling::{
            resource_card,
            setup::{self, Setup},
        },
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
        ui::buttons::{PostButton, Voice},
    },
};
use actix_web::web::{Data, Path};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    offered: Offered,
    /// The service, where it is not a new one.
    known: Option<(OwnService, Setup)>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = ServiceId;
    type Draft = Setup;

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<ServiceId>) -> db::Result<Option<Self>> {
        let known = match id {
            None => None,
            Some(id) => {
                let mut all = service_card::all(tx)?.into_iter();
                let Some(own) = all.find(|one| one.id == id && !one.is_deleted) else {
                    return Ok(None);
                };
                let setup = setup::read(tx, id, own.card.clone())?;
                Some((own, setup))
            }
        };
        let is_taken = |resource| {
            let ties = known.iter().flat_map(|(_, setup)| &setup.ties);
            ties.into_iter().any(|tie| tie.resource == resource)
        };
        let mut resources = resource_card::all(tx)?;
        resources.retain(|one| !one.is_deleted || is_taken(one.id));
        let mut categories = category::all(tx)?;
        categories.retain(|one| !one.is_deleted);
        let mut policies = policy_card::all(tx)?;
        policies.retain(|one| !one.is_deleted);
        let offered = Offered {
            at: at.clone(),
            categories,
            policies,
            resources,
        };
        Ok(Some(Self { offered, known }))
    }

    fn at(&self) -> &AtWork {
        &self.offered.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |(_, setup)| setup.version())
    }

    fn answers(&self, _: &PageCtx, asked: &Answers) -> Answers {
        match &self.known {
            None => service_form::blank(&self.offered, asked.get("category")),
            Some((_, setup)) => service_form::answers(&self.offered, setup),
        }
    }

    fn parts(&self, ctx: &PageCtx, form: (&Answers, &Errors)) -> Vec<Part> {
        service_form::parts(ctx, &self.offered, form)
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Setup> {
        service_parse::parse(typed, &self.offered, errors)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<ServiceId>,
        draft: &Setup,
        version: &str,
    ) -> std::result::Result<Landing, EditError> {
        let id = match id {
            None => setup::add(tx, draft)?,
            Some(id) => setup::save(tx, id, draft, version).map(|()| id)?,
        };
        // Back on the menu, where it stands.
        Ok(Landing(format!("menu#s-{id}"), Said::CatalogSaved))
    }

    fn look(&self, draft: &Setup) -> Option<Look> {
        let (own, setup) = self.known.as_ref()?;
        (!setup.is_had_like(draft)).then_some(Look::Service(own.id))
    }

    fn sheet(&self, ctx: &PageCtx, _: &Answers) -> Sheet {
        let t = ctx.t;
        let sheet = Sheet {
            heading: t.catalog_service_new(),
            at: "menu/new".to_owned(),
            list: "menu".to_owned(),
            ..Sheet::default()
        };
        let Some((own, _)) = &self.known else {
            return sheet;
        };
        Sheet {
            heading: own.card.name().text(ctx.lang).to_owned(),
            lead: Some(t.catalog_service_lead()),
            at: format!("menu/{}", own.id),
            ways: vec![portrait::way(
                ctx,
                &self.offered.at.profile.slug,
                &format!("menu/{}", own.id),
            )],
            acts: acts(ctx, &self.offered.at.profile.slug, own),
            ..sheet
        }
    }
}

/// Shows, hides, deletes or restores it.
pub async fn settle(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<Answers>,
) -> Result {
    let typed = form.0;
    signed_in.sent(typed.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let (_, slug, id) = path.into_inner();
    let id: ServiceId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let (fate, said) = match typed.get("to") {
        "show" => (Fate::Shown, Said::CatalogSaved),
        "hide" => (Fate::Hidden, Said::CatalogSaved),
        "delete" => (Fate::Deleted, Said::CatalogRemoved),
        "restore" => (Fate::Restored, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    let wish = (slug.as_str(), RIGHT);
    // What comes back is hidden until somebody has looked at it, and brings nothing.
    let turn = match fate {
        Fate::Shown => Some(Turn::Shown),
        Fate::Hidden => Some(Turn::Hidden),
        Fate::Deleted => Some(Turn::Deleted),
        Fate::Restored => None,
    };
    if let Some(turn) = turn.filter(|_| Press::of(&typed) == Press::Look) {
        let parting = member::look(&site, &ctx, &signed_in, wish, move |tx, _| {
            parting_of(tx, id, turn)
        });
        if let Some(parting) = parting.await?? {
            let who = (&**site, &ctx, &signed_in);
            let change = move |tx: &mut TenantTx<'_>| service_card::settle(tx, id, fate);
            let page = parting::draw::<Own>(who, (&slug, &parting), &typed, change).await?;
            if let Some(page) = page {
                return Ok(page);
            }
        }
    }
    let settled = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        service_card::settle(tx, id, fate)
    });
    settled.await??;
    let menu = links::owner(ctx.lang, &slug, "menu");
    Ok(flash::say(ctx.see_other(&menu)?, said))
}

fn parting_of(tx: &mut TenantTx<'_>, id: ServiceId, turn: Turn) -> db::Result<Option<Parting>> {
    let mut all = service_card::all(tx)?.into_iter();
    let own = all.find(|one| one.id == id && !one.is_deleted);
    let at = format!("menu/{id}");
    Ok(own.map(|own| Parting {
        look: Look::Service(id),
        name: own.card.name(),
        turn,
        back: at.clone(),
        at,
    }))
}

fn acts(ctx: &PageCtx, slug: &str, own: &OwnService) -> Vec<PostButton> {
    let t = ctx.t;
    let url = links::owner(ctx.lang, slug, &format!("menu/{}/state", own.id));
    let button = |label: String, voice: Voice, to: &str| {
        act(ctx, url.clone(), (label, None), (voice, &[("to", to)]))
    };
    let visible = if own.is_active {
        button(t.catalog_hide(), Voice::Quiet, "hide")
    } else {
        button(t.catalog_show(), Voice::Quiet, "show")
    };
    vec![
        visible,
        button(t.catalog_delete(), Voice::DangerQuiet, "delete"),
    ]
}
