//! One rule of prices: what makes a price another than the menu's, and for which services. What would leave less than nothing of
//! a price is refused where it is typed, with the most that can be taken.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    price_form::{self, SOME},
    price_room::{NEW, RuleRoom},
    sheet::{Part, Preview, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{PricingRuleId, ResourceId, ServiceId},
        msg::Msg,
        time::local,
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::{profile, role::Right},
        catalog::{
            price_rules::{self, OwnRule, RuleSetup},
            rules,
            service_card::{self, OwnService},
        },
        scheduling::resource,
    },
    web::{
        desk::Room,
        flash::Said,
        form::Errors,
        gate::member::AtWork,
        page::PageCtx,
        ui::{
            buttons::{Submit, Voice},
            field::Field,
            ladder::{Ladder, LadderStep, Weight},
        },
    },
};

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    known: Option<OwnRule>,
    services: Vec<OwnService>,
    people: Vec<(ResourceId, Bilingual)>,
    /// What others leave to it.
    room: RuleRoom,
}

impl Subject for Own {
    const RIGHT: Right = RIGHT;
    const ROOM: Room = Room::Menu;
    type Id = PricingRuleId;
    type Draft = RuleSetup;

    fn read(
        tx: &mut TenantTx<'_>,
        at: &AtWork,
        id: Option<PricingRuleId>,
    ) -> db::Result<Option<Self>> {
        let room = RuleRoom::read(tx, id, local(at.profile.zone, tx.now()).date())?;
        let known = price_rules::standing(tx)?;
        let known = known.into_iter().find(|one| Some(one.id) == id);
        if known.is_some() != id.is_some() {
            return Ok(None);
        }
        let mut services = service_card::all(tx)?;
        services.retain(|one| !one.is_deleted);
        let roster = resource::roster(tx)?;
        let people = roster.resources.iter().filter(|one| one.kind.is_person());
        Ok(Some(Self {
            at: at.clone(),
            known,
            services,
            people: people.map(|one| (one.id, one.name.clone())).collect(),
            room,
        }))
    }

    fn at(&self) -> &AtWork {
        &self.at
    }

    fn version(&self) -> String {
        let known = self.known.as_ref();
        known.map_or_else(String::new, |one| one.setup.version())
    }

    fn answers(&self, _: &PageCtx, _: &Answers) -> Answers {
        let Some(one) = &self.known else {
            return price_form::blank();
        };
        let mut answers = price_form::answers(&one.setup.card);
        for service in &one.setup.services {
            answers.tick(format!("s-{service}"), true);
        }
        answers
    }

    fn parts(&self, ctx: &PageCtx, (typed, errors): (&Answers, &Errors)) -> Vec<Part> {
        let t = ctx.t;
        let ask = Ask { t, typed, errors };
        let mut parts = price_form::parts(ctx, &self.people, (typed, errors));
        let both = [("all", t.prices_scope_all()), (SOME, t.prices_scope_some())];
        let boxes = self.services.iter().map(|one| {
            let name = one.card.name().text(ctx.lang).to_owned();
            ask.tick(&format!("s-{}", one.id), name, None)
        });
        parts.push(Part {
            heading: t.options_services(),
            fields: vec![Field::Choice(price_form::either(
                ask,
                "scope",
                t.prices_scope(),
                both,
            ))],
            ..Part::default()
        });
        parts.push(Part {
            heading: t.prices_scope_some(),
            note: Some(t.prices_scope_note()),
            boxes: boxes.collect(),
            ..Part::default()
        });
        parts
    }

    fn parse(&self, typed: &Answers, errors: &mut Errors) -> Option<RuleSetup> {
        let card = price_form::parse(&self.people, typed, errors);
        let ticked = |one: &&OwnService| typed.has(&format!("s-{}", one.id));
        let services = self.services.iter().filter(ticked);
        let mut services: Vec<ServiceId> = services.map(|one| one.id).collect();
        services.sort_unstable();
        if typed.get("scope") == SOME && services.is_empty() {
            errors.add("scope", Msg::new("prices-scope-required"));
        }
        if self.known.is_none() && self.room.is_full() {
            errors.add(
                "name_ja",
                Msg::new("prices-too-many").with("most", rules::MOST),
            );
        }
        let setup = RuleSetup {
            card: card?,
            services,
        };
        if let Some(msg) = self.room.too_much(&setup) {
            errors.add("size", msg);
        }
        errors.is_empty().then_some(setup)
    }

    fn save(
        tx: &mut TenantTx<'_>,
        id: Option<PricingRuleId>,
        draft: &RuleSetup,
        version: &str,
    ) -> Result<Landing, EditError> {
        match id {
            None => price_rules::add(tx, draft).map(|_id| ())?,
            Some(id) => price_rules::save(tx, id, draft, version)?,
        }
        Ok(Landing(Self::LIST.to_owned(), Said::CatalogSaved))
    }

    fn sheet(&self, ctx: &PageCtx, typed: &Answers) -> Sheet {
        let t = ctx.t;
        let setup = self.parse(typed, &mut Errors::default());
        let sheet = Sheet {
            heading: t.prices_new(),
            lead: Some(t.prices_edit_lead()),
            at: format!("{}/new", Self::LIST),
            list: Self::LIST.to_owned(),
            preview: setup.map(|setup| Preview {
                is_asked: typed.has("preview"),
                ..self.preview(ctx, &setup)
            }),
            also: Some(Submit {
                label: t.prices_preview_submit(),
                voice: Voice::Quiet,
                answer: Some(("preview".to_owned(), "yes".to_owned())),
                ..Submit::default()
            }),
            ..Sheet::default()
        };
        let Some(one) = &self.known else {
            return sheet;
        };
        let at = format!("{}/{}", Self::LIST, one.id);
        let delete = delete(ctx, &self.at, &at);
        Sheet {
            heading: t.prices_edit(),
            at,
            acts: vec![delete],
            ..sheet
        }
    }
}

impl Removable for Own {
    const LIST: &'static str = "prices";

    const IN_THE_WAY: Option<Said> = Some(Said::PriceRuleNotRestored);

    fn remove(tx: &mut TenantTx<'_>, id: PricingRuleId, gone: bool) -> Result<(), EditError> {
        if !gone {
            // Others were made since it was deleted: what they leave to it may be less.
            let all = price_rules::all(tx)?;
            let own = all.into_iter().find(|one| one.id == id);
            let own = own.ok_or(EditError::Unknown)?;
            let zone = profile::own(tx)?.ok_or(EditError::Unknown)?.zone;
            let room = RuleRoom::read(tx, Some(id), local(zone, tx.now()).date())?;
            if room.is_full() || room.too_much(&own.setup).is_some() {
                return Err(EditError::InUse);
            }
        }
        price_rules::delete(tx, id, gone)
    }
}

impl Own {
    /// What each service costs where this rule alone holds.
    fn preview(&self, ctx: &PageCtx, setup: &RuleSetup) -> Preview {
        let t = ctx.t;
        let change = setup.card.rule(NEW).map(|rule| rule.change);
        let about = self.room.menu().filter(|one| setup.is_about(one.id));
        let steps = about.map(|service| {
            let price = service.figures.price_cents;
            let change = change.map_or(0, |change| change.of(price, 1));
            LadderStep {
                when: service.name.text(ctx.lang).to_owned(),
                now: None,
                fee: t.prices_becomes(t.yen(price + change), t.yen(price)),
                weight: match change {
                    ..0 => Weight::Free,
                    0 => Weight::Part,
                    1.. => Weight::Full,
                },
            }
        });
        let steps: Vec<LadderStep> = steps.collect();
        Preview {
            heading: t.prices_preview(),
            ladder: (!steps.is_empty()).then_some(Ladder { steps }),
            none: t.prices_preview_none(),
            moves: None,
            warning: None,
            is_asked: false,
        }
    }
}
