//! One service: a new one, or one of the menu.

use super::{
    RIGHT,
    answers::Answers,
    caps, class, effective,
    look::{Look, Press},
    parting::{self, Parting, Turn},
    portrait,
    service_form::{self, Offered},
    service_parse,
    sheet::{Part, Sheet, act},
    subject::{Landing, Subject},
};
use crate::{
    base::{
        ids::ServiceId,
        msg::Msg,
        time::{LocalDate, local},
    },
    db::{self, EditError, TenantTx},
    domain::{
        bookings::real_length::{self, RealLength},
        businesses::role::Right,
        catalog::{
            category, policy_card,
            service_card::{self, Fate, OwnService},
        },
        scheduling::{
            resource_card,
            setup::{self, Setup},
            setup_plan::{self, SetupPlan},
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
use actix_web::{
    HttpResponse,
    web::{Data, Path},
};
use chrono::{DateTime, Utc};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    offered: Offered,
    /// The service, where it is not a new one.
    known: Option<(OwnService, Setup)>,
    /// What it will be from a date on.
    plan: Option<SetupPlan>,
    /// From when on something is planned that cannot be read.
    unreadable: Option<LocalDate>,
    /// How long it really takes, once enough visits say so.
    real: Option<RealLength>,
    now: DateTime<Utc>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = ServiceId;
    /// With the business day from which on it holds.
    type Draft = (Setup, Option<LocalDate>);

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
        let (plan, unreadable) = match id {
            Some(id) => (setup_plan::find(tx, id)?, setup_plan::unreadable(tx, id)?),
            None => (None, None),
        };
        let real = match &known {
            Some((own, _)) => real_length::of(tx, (own.id, own.card.duration_minutes))?,
            None => None,
        };
        let is_taken = |resource| {
            let ties = known.iter().flat_map(|(_, setup)| &setup.ties);
            let later = plan.iter().flat_map(|plan| &plan.setup.ties);
            ties.chain(later).any(|tie| tie.resource == resource)
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
        Ok(Some(Self {
            offered,
            known,
            plan,
            unreadable,
            real,
            now: tx.now(),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.offered.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        let plan = self.plan.as_ref();
        known.map_or_else(String::new, |(_, own)| setup::version(own, plan))
    }

    fn answers(&self, _: &PageCtx, asked: &Answers) -> Answers {
        let plan = self.plan.as_ref();
        match (&self.known, plan.filter(|_| asked.has(effective::PLAN))) {
            (None, _) => service_form::blank(&self.offered, asked.get("category")),
            (Some(_), Some(plan)) => {
                let mut answers = service_form::answers(&self.offered, &plan.setup);
                answers.put(effective::FROM, plan.from);
                answers
            }
            (Some((_, setup)), None) => service_form::answers(&self.offered, setup),
        }
    }

    fn parts(&self, ctx: &PageCtx, form: (&Answers, &Errors)) -> Vec<Part> {
        let parts = service_form::parts(ctx, &self.offered, form);
        let parts = service_form::with_real_length(ctx, parts, self.real);
        match &self.known {
            // What is new has never been otherwise.
            None => parts,
            Some(_) => effective::with_date(ctx, parts, form),
        }
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Self::Draft> {
        let setup = service_parse::parse(typed, &self.offered, errors);
        let Some((_, known)) = &self.known else {
            return Some((setup?, None));
        };
        let today = local(self.offered.at.profile.zone, self.now).date();
        let from = effective::parse(typed, today, errors);
        let setup = setup?;
        if from.is_some() {
            if setup == *known {
                errors.add(effective::FROM, Msg::new("owner-effective-same"));
            } else if !can_be_planned(known, &setup) {
                errors.add(effective::FROM, Msg::new("owner-effective-seats"));
            }
        }
        errors.is_empty().then_some((setup, from))
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<ServiceId>,
        (draft, from): &Self::Draft,
        version: &str,
    ) -> std::result::Result<Landing, EditError> {
        let id = match id {
            None => setup::add(tx, draft)?,
            Some(id) => setup::save(tx, id, (draft, *from), version).map(|()| id)?,
        };
        Ok(match from {
            // What is planned stands on its page.
            Some(_) => Landing(format!("menu/{id}"), Said::PlanSaved),
            // Back on the menu, where it stands.
            None => Landing(format!("menu#s-{id}"), Said::CatalogSaved),
        })
    }

    fn look(&self, (draft, from): &Self::Draft) -> Option<Look> {
        let (own, setup) = self.known.as_ref()?;
        let is_same = from.is_none() && setup.is_had_like(draft);
        (!is_same).then_some(Look::Service(own.id))
    }

    fn holds_from((_, from): &Self::Draft) -> Option<LocalDate> {
        *from
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
        let slug = self.offered.at.profile.slug.as_str();
        let path = format!("menu/{}", own.id);
        let plan = self.plan.as_ref().map(|plan| {
            let filled = service_form::answers(&self.offered, &plan.setup);
            effective::planned(ctx, self, (plan.from, &filled), (&path, self.now))
        });
        let unreadable = self.unreadable;
        let lost = unreadable.map(|from| effective::unreadable(ctx, self, from, (&path, self.now)));
        Sheet {
            heading: own.card.name().text(ctx.lang).to_owned(),
            lead: Some(t.catalog_service_lead()),
            plan: plan.or(lost),
            at: format!("menu/{}", own.id),
            ways: vec![
                portrait::way(ctx, slug, &format!("menu/{}", own.id)),
                class::way(ctx, slug, own.id),
                caps::way(ctx, slug, own.id),
            ],
            acts: acts(ctx, slug, own),
            ..sheet
        }
    }
}

/// Whether one can become the other on a date: the place that a service has of its own, where it takes nobody and nothing, is
/// as large as it is.
fn can_be_planned(now: &Setup, then: &Setup) -> bool {
    let seats = |setup: &Setup| {
        let own = setup.card.max_simultaneous_bookings;
        (!setup.is_guarded()).then_some(own)
    };
    seats(now) == seats(then)
}

/// Shows, hides, deletes or restores it, or gives up what is planned for it.
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
    let wish = (slug.as_str(), RIGHT);
    let (fate, said) = match typed.get("to") {
        "revoke" => {
            let revoked = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                setup_plan::revoke(tx, id)
            });
            revoked.await??;
            let own = links::owner(ctx.lang, &slug, &format!("menu/{id}"));
            return Ok(flash::say(ctx.see_other(&own)?, Said::PlanRevoked));
        }
        "show" => (Fate::Shown, Said::CatalogSaved),
        "hide" => (Fate::Hidden, Said::CatalogSaved),
        "delete" => (Fate::Deleted, Said::CatalogRemoved),
        "restore" => (Fate::Restored, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    // What comes back is hidden until somebody has looked at it, and brings nothing.
    let turn = match fate {
        Fate::Shown => Some(Turn::Shown),
        Fate::Hidden => Some(Turn::Hidden),
        Fate::Deleted => Some(Turn::Deleted),
        Fate::Restored => None,
    };
    let (who, press) = ((&**site, &ctx, &signed_in), Press::of(&typed));
    if let Some(turn) = turn.filter(|_| press == Press::Look)
        && let Some(page) = part(who, &slug, (id, fate, turn), (&typed, false)).await?
    {
        return Ok(page);
    }
    let seen = typed.get(parting::SEEN).to_owned();
    let settled = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        if let Some(turn) = turn.filter(|_| press == Press::Save) {
            let parting = parting_of(tx, id, turn)?;
            parting::is_as_seen(tx, parting, &seen)?;
        }
        service_card::settle(tx, id, fate)
    });
    match (settled.await?, turn) {
        (Err(EditError::Stale), Some(turn)) => part(who, &slug, (id, fate, turn), (&typed, true))
            .await?
            .ok_or(Error::NotFound),
        (settled, _) => {
            settled?;
            let menu = links::owner(ctx.lang, &slug, "menu");
            Ok(flash::say(ctx.see_other(&menu)?, said))
        }
    }
}

/// What is looked at before it is shown, hidden or deleted, if there is anything to see.
async fn part(
    (site, ctx, signed_in): (&Site, &PageCtx, &SignedIn),
    slug: &str,
    (id, fate, turn): (ServiceId, Fate, Turn),
    typed: (&Answers, bool),
) -> std::result::Result<Option<HttpResponse>, Error> {
    let wish = (slug, RIGHT);
    let parting = member::look(site, ctx, signed_in, wish, move |tx, _| {
        parting_of(tx, id, turn)
    });
    let Some(parting) = parting.await?? else {
        return Ok(None);
    };
    let change = move |tx: &mut TenantTx<'_>| service_card::settle(tx, id, fate);
    parting::draw::<Own>((site, ctx, signed_in), (slug, &parting), typed, change).await
}

fn parting_of(tx: &mut TenantTx<'_>, id: ServiceId, turn: Turn) -> db::Result<Option<Parting>> {
    let mut all = service_card::all(tx)?.into_iter();
    let Some(own) = all.find(|one| one.id == id && !one.is_deleted) else {
        return Ok(None);
    };
    let (at, name) = (format!("menu/{id}"), own.card.name());
    let setup = setup::read(tx, id, own.card)?;
    let plan = setup_plan::find(tx, id)?;
    Ok(Some(Parting {
        look: Look::Service(id),
        name,
        turn,
        back: at.clone(),
        at,
        version: setup::version(&setup, plan.as_ref()),
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
