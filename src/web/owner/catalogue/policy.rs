//! One cancellation policy: a new one, or one that is changed, made the default, or deleted.

use super::{
    RIGHT,
    answers::Answers,
    effective,
    look::Look,
    policies::example,
    policy_form,
    sheet::{Part, Preview, Sheet, act},
    subject::{self, Landing, Subject},
};
use crate::{
    base::{
        ids::PolicyId,
        msg::Msg,
        time::{LocalDate, local},
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::{
            policy_card::{self, OwnPolicy, PolicyCard, PolicyFate},
            policy_plan::{self, PolicyPlan},
            service_card::{self, OwnService},
        },
    },
    web::{
        desk::Room,
        error::{Error, Result},
        flash::{self, Said},
        form::{Errors, typed::Typed},
        gate::member::{self, AtWork},
        links,
        moments::Moments,
        page::PageCtx,
        session::SignedIn,
        site::Site,
        ui::buttons::{LinkButton, PostButton, Submit, Voice},
    },
};
use actix_web::web::{Data, Path};
use chrono::{DateTime, Utc};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    known: Option<OwnPolicy>,
    /// What it will be from a date on.
    plan: Option<PolicyPlan>,
    /// From when on something is planned that cannot be read.
    unreadable: Option<LocalDate>,
    /// The services that go by it.
    using: Vec<OwnService>,
    now: DateTime<Utc>,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = PolicyId;
    /// With the business day of visits from which on it holds.
    type Draft = (PolicyCard, Option<LocalDate>);

    fn read(tx: &mut TenantTx<'_>, at: &AtWork, id: Option<PolicyId>) -> db::Result<Option<Self>> {
        let mut all = policy_card::all(tx)?.into_iter();
        let known = all.find(|one| Some(one.id) == id && !one.is_deleted);
        if known.is_some() != id.is_some() {
            return Ok(None);
        }
        let mut using = service_card::all(tx)?;
        using.retain(|one| !one.is_deleted && id.is_some() && one.card.policy_id == id);
        let (plan, unreadable) = match id {
            Some(id) => (policy_plan::find(tx, id)?, policy_plan::unreadable(tx, id)?),
            None => (None, None),
        };
        Ok(Some(Self {
            at: at.clone(),
            plan,
            unreadable,
            known,
            using,
            now: tx.now(),
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        let plan = self.plan.as_ref();
        known.map_or_else(String::new, |own| policy_plan::version(&own.card, plan))
    }

    fn answers(&self, _: &PageCtx, asked: &Answers) -> Answers {
        let plan = self.plan.as_ref();
        match (&self.known, plan.filter(|_| asked.has(effective::PLAN))) {
            (None, _) => policy_form::blank(),
            (Some(_), Some(plan)) => {
                let mut answers = policy_form::answers(&plan.card);
                answers.put(effective::FROM, plan.from);
                answers
            }
            (Some(own), None) => policy_form::answers(&own.card),
        }
    }

    fn parts(&self, ctx: &PageCtx, form: (&Answers, &Errors)) -> Vec<Part> {
        let parts = policy_form::parts(ctx, form);
        match &self.known {
            // What is new has never been otherwise.
            None => parts,
            Some(_) => effective::with_date(ctx, parts, form),
        }
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<Self::Draft> {
        let card = policy_form::parse(typed, errors);
        let Some(own) = &self.known else {
            return Some((card?, None));
        };
        let today = local(self.at.profile.zone, self.now).date();
        let from = effective::parse(typed, today, errors);
        let card = card?;
        if from.is_some() && card == own.card {
            errors.add(effective::FROM, Msg::new("owner-effective-same"));
        }
        errors.is_empty().then_some((card, from))
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<PolicyId>,
        (draft, from): &Self::Draft,
        version: &str,
    ) -> std::result::Result<Landing, EditError> {
        let id = match id {
            None => policy_card::add(tx, draft)?,
            Some(id) => policy_card::save(tx, id, (draft, *from), version).map(|()| id)?,
        };
        Ok(match from {
            // What is planned stands on its page.
            Some(_) => Landing(format!("policies/{id}"), Said::PlanSaved),
            None => Landing("policies".to_owned(), Said::CatalogSaved),
        })
    }

    fn holds_from((_, from): &Self::Draft) -> Option<LocalDate> {
        *from
    }

    fn look(&self, (draft, _): &Self::Draft) -> Option<Look> {
        let own = self.known.as_ref()?;
        let using = self.using.iter().map(|one| one.id).collect();
        let is_same = own.card.asks_like(draft) || self.using.is_empty();
        (!is_same).then_some(Look::Terms(using))
    }

    fn sheet(&self, ctx: &PageCtx, typed: &Answers) -> Sheet {
        let t = ctx.t;
        let moments = Moments::new(t, self.at.profile.zone, self.now);
        let preview = policy_form::parse(typed, &mut Errors::default()).map(|card| {
            let start = example(self.at.profile.zone, self.now);
            Preview {
                is_asked: typed.has("preview"),
                ..policy_form::preview(ctx, &moments, &card, start)
            }
        });
        let sheet = Sheet {
            heading: t.catalog_policy_new(),
            at: "policies/new".to_owned(),
            list: "policies".to_owned(),
            preview,
            also: Some(Submit {
                label: t.catalog_preview_submit(),
                voice: Voice::Quiet,
                answer: Some(("preview".to_owned(), "yes".to_owned())),
                ..Submit::default()
            }),
            ..Sheet::default()
        };
        let Some(own) = &self.known else {
            return sheet;
        };
        let path = format!("policies/{}", own.id);
        let plan = self.plan.as_ref().map(|plan| {
            let filled = policy_form::answers(&plan.card);
            effective::planned(ctx, self, (plan.from, &filled), (&path, self.now))
        });
        let unreadable = self.unreadable;
        let lost = unreadable.map(|from| effective::unreadable(ctx, self, from, (&path, self.now)));
        Sheet {
            heading: own.card.name.clone(),
            plan: plan.or(lost),
            lead: Some(t.catalog_policy_lead(self.using.len())),
            at: format!("policies/{}", own.id),
            obstacles: using(ctx, self),
            acts: acts(ctx, &self.at.profile.slug, own),
            ..sheet
        }
    }
}

/// Makes it the default, deletes or restores it, or gives up what is planned for it. Where services go by it, they are shown instead.
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
    let id: PolicyId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let wish = (slug.as_str(), RIGHT);
    let (fate, said) = match typed.get("to") {
        "revoke" => {
            let revoked = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
                policy_plan::revoke(tx, id)
            });
            revoked.await??;
            let own = links::owner(ctx.lang, &slug, &format!("policies/{id}"));
            return Ok(flash::say(ctx.see_other(&own)?, Said::PlanRevoked));
        }
        "default" => (PolicyFate::Default, Said::CatalogSaved),
        "delete" => (PolicyFate::Deleted, Said::CatalogRemoved),
        "restore" => (PolicyFate::Restored, Said::CatalogRestored),
        _ => return Err(Error::Unreadable),
    };
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        policy_card::settle(tx, id, fate)
    });
    match done.await? {
        Ok(()) => {
            let list = links::owner(ctx.lang, &slug, "policies");
            Ok(flash::say(ctx.see_other(&list)?, said))
        }
        Err(EditError::InUse) => {
            ctx.stand_at(&links::owner(ctx.lang, &slug, &format!("policies/{id}")));
            let mut errors = Errors::default();
            errors.add("name", Msg::new("catalog-policy-in-use"));
            let own = subject::read::<Own>(&site, &ctx, &signed_in, (&slug, Some(id))).await?;
            let typed = own.answers(&ctx, &Answers::default());
            subject::page(&ctx, &signed_in, &own, (&typed, &errors))
        }
        Err(error) => Err(error.into()),
    }
}

/// The services that go by it, each with the way to its page.
fn using(ctx: &PageCtx, scene: &Own) -> Vec<LinkButton> {
    let slug = scene.at.profile.slug.as_str();
    scene
        .using
        .iter()
        .map(|one| LinkButton {
            label: one.card.name().text(ctx.lang).to_owned(),
            url: links::owner(ctx.lang, slug, &format!("menu/{}", one.id)),
            voice: Voice::Text,
            ..LinkButton::default()
        })
        .collect()
}

fn acts(ctx: &PageCtx, slug: &str, own: &OwnPolicy) -> Vec<PostButton> {
    let t = ctx.t;
    let url = links::owner(ctx.lang, slug, &format!("policies/{}/state", own.id));
    let button = |label: String, voice: Voice, to: &str| {
        act(ctx, url.clone(), (label, None), (voice, &[("to", to)]))
    };
    let default = || button(t.catalog_make_default(), Voice::Quiet, "default");
    let default = (!own.is_default).then(default);
    let delete = button(t.catalog_delete(), Voice::DangerQuiet, "delete");
    default.into_iter().chain([delete]).collect()
}
