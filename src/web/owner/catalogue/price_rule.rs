//! One rule of prices: what makes a price another than the menu's, and for which services. What would leave less than nothing of
//! a price is refused where it is typed, with the most that can be taken.

use super::{
    RIGHT,
    answers::Answers,
    ask::Ask,
    price_form::{self, SOME},
    sheet::{Part, Preview, Sheet},
    subject::{Landing, Removable, Subject, delete},
};
use crate::{
    base::{
        bilingual::Bilingual,
        ids::{PricingRuleId, ResourceId, ServiceId},
        msg::Msg,
        time::{LocalDate, local},
    },
    db::{self, EditError, TenantTx},
    domain::{
        businesses::role::Right,
        catalog::{
            price_rules::{self, OwnRule, RuleSetup},
            rules::{self, PriceChange, PriceRule, Reach},
            service::{self, Service},
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
use uuid::Uuid;

/// So many days are looked at for rules that meet: a year with all its holidays.
const DAYS: u16 = 400;
/// What a rule is called that is not written yet.
const NEW: PricingRuleId = PricingRuleId(Uuid::nil());

/// What a service costs, and by whom it costs that.
type Prices = Vec<(i64, Vec<Option<ResourceId>>)>;

/// What the page is drawn from.
pub(in crate::web::owner) struct Own {
    at: AtWork,
    known: Option<OwnRule>,
    /// All others that stand.
    others: Vec<OwnRule>,
    services: Vec<OwnService>,
    /// What is on the menu, with what it costs by whom.
    menu: Vec<(Service, Prices)>,
    people: Vec<(ResourceId, Bilingual)>,
    today: LocalDate,
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
        let mut others = price_rules::standing(tx)?;
        let place = others.iter().position(|one| Some(one.id) == id);
        let known = place.map(|place| others.remove(place));
        if known.is_some() != id.is_some() {
            return Ok(None);
        }
        let mut services = service_card::all(tx)?;
        services.retain(|one| !one.is_deleted);
        let menu = service::all(tx)?;
        let roster = resource::roster(tx)?;
        let people = roster.resources.iter().filter(|one| one.kind.is_person());
        let people: Vec<_> = people.map(|one| (one.id, one.name.clone())).collect();
        let prices = |service: &Service| {
            // Staff book whoever takes nothing online, too.
            let each = people.iter().map(|(id, _)| Some(*id));
            let each = each.flat_map(|who| roster.prices(service, who));
            let anybody = (None, service.figures.price_cents);
            by_price(each.chain([anybody]))
        };
        let menu = menu.into_iter().map(|one| {
            let prices = prices(&one);
            (one, prices)
        });
        Ok(Some(Self {
            at: at.clone(),
            known,
            others,
            services,
            menu: menu.collect(),
            today: local(at.profile.zone, tx.now()).date(),
            people,
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
        if self.known.is_none() && self.others.len() >= rules::MOST {
            errors.add(
                "name_ja",
                Msg::new("prices-too-many").with("most", rules::MOST),
            );
        }
        let setup = RuleSetup {
            card: card?,
            services,
        };
        if let Some(msg) = self.too_much(&setup) {
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
            preview: setup.map(|setup| self.preview(ctx, &setup)),
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

    fn remove(tx: &mut TenantTx<'_>, id: PricingRuleId, gone: bool) -> Result<(), EditError> {
        price_rules::delete(tx, id, gone)
    }
}

fn by_price(each: impl Iterator<Item = (Option<ResourceId>, i64)>) -> Prices {
    let mut all = Prices::new();
    for (who, price) in each {
        match all.iter_mut().find(|(known, _)| *known == price) {
            Some((_, people)) => people.push(who),
            None => all.push((price, vec![who])),
        }
    }
    all
}

impl Own {
    fn rule(&self, setup: &RuleSetup) -> Option<PriceRule> {
        let id = self.known.as_ref().map_or(NEW, |one| one.id);
        setup.card.rule(id)
    }

    /// All rules about a service, this one as it is meant.
    fn rules_of(&self, service: ServiceId, own: &PriceRule) -> Vec<PriceRule> {
        let others = self.others.iter();
        let others = others.filter(|one| one.setup.is_about(service));
        let mut all: Vec<PriceRule> = others.filter_map(OwnRule::rule).collect();
        all.push(own.clone());
        all
    }

    /// What is wrong where it would leave less than nothing, together with the others that can hold at the same time.
    fn too_much(&self, setup: &RuleSetup) -> Option<Msg> {
        let own = self.rule(setup)?;
        let about = |(service, _): &&(Service, _)| setup.is_about(service.id);
        // The most that can be taken, the price that it is taken from, and what it is taken off.
        let mut worst: Option<(i64, i64, &Service)> = None;
        for (service, prices) in self.menu.iter().filter(about) {
            let all = self.rules_of(service.id, &own);
            for (price, who) in prices {
                let reach = self.reach(service, &own, who);
                let room = rules::room(&all, own.id, *price, &reach);
                let Some(room) = room.filter(|room| room + own.change.of(*price, 1) < 0) else {
                    continue;
                };
                let most = match own.change {
                    PriceChange::Amount(_) => room,
                    PriceChange::Percent(_) => room.saturating_mul(100) / (*price).max(1),
                };
                if worst.is_none_or(|(known, ..)| most < known) {
                    worst = Some((most, *price, service));
                }
            }
        }
        let (most, price, service) = worst?;
        let name = service.name.ja.as_str();
        Some(match own.change {
            _ if most <= 0 => Msg::new("prices-nothing-left").with("name", name),
            PriceChange::Amount(_) => Msg::new("prices-too-much-amount")
                .with("most", most)
                .with("name", name)
                .with("price", price),
            PriceChange::Percent(_) => Msg::new("prices-too-much-percent")
                .with("most", most)
                .with("name", name)
                .with("price", price),
        })
    }

    fn reach<'a>(
        &self,
        service: &Service,
        own: &PriceRule,
        who: &'a [Option<ResourceId>],
    ) -> Reach<'a> {
        Reach {
            from: own.dates.0.unwrap_or(self.today).max(self.today),
            days: DAYS,
            party: (service.figures.party_min, service.figures.party_max),
            who,
        }
    }

    /// What each service costs where this rule alone holds.
    fn preview(&self, ctx: &PageCtx, setup: &RuleSetup) -> Preview {
        let t = ctx.t;
        let change = setup.card.rule(NEW).map(|rule| rule.change);
        let about = self.menu.iter().filter(|(one, _)| setup.is_about(one.id));
        let steps = about.map(|(service, _)| {
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
            warning: None,
        }
    }
}
