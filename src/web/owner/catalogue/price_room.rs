//! What the other rules of prices leave to one of them: together they may not take more than a price has, and there are so many
//! rules at most. It is asked when one is written, and when one is had back.

use crate::{
    base::{
        ids::{PricingRuleId, ResourceId, ServiceId},
        msg::Msg,
        time::LocalDate,
    },
    db::{self, TenantTx},
    domain::{
        catalog::{
            price_rules::{self, OwnRule, RuleSetup},
            rules::{self, PriceChange, PriceRule, Reach},
            service::{self, Service},
        },
        scheduling::resource,
    },
};
use uuid::Uuid;

/// So many days are looked at for rules that meet: a year with all its holidays.
const DAYS: u16 = 400;
/// What a rule is called that is not written yet.
pub(super) const NEW: PricingRuleId = PricingRuleId(Uuid::nil());

/// What a service costs, and by whom it costs that.
type Prices = Vec<(i64, Vec<Option<ResourceId>>)>;

/// The other rules, and the prices that all of them are about.
pub(super) struct RuleRoom {
    id: PricingRuleId,
    /// All others that stand.
    others: Vec<OwnRule>,
    /// What is on the menu, with what it costs by whom.
    menu: Vec<(Service, Prices)>,
    today: LocalDate,
}

impl RuleRoom {
    /// As things stand, for a rule that is there or is to be.
    pub fn read(
        tx: &mut TenantTx<'_>,
        id: Option<PricingRuleId>,
        today: LocalDate,
    ) -> db::Result<Self> {
        let mut others = price_rules::standing(tx)?;
        others.retain(|one| Some(one.id) != id);
        let menu = service::all(tx)?;
        let roster = resource::roster(tx)?;
        let people = || roster.resources.iter().filter(|one| one.kind.is_person());
        let prices = |service: &Service| {
            // Staff book whoever takes nothing online, too.
            let each = people().map(|one| Some(one.id));
            let each = each.flat_map(|who| roster.prices(service, who));
            let anybody = (None, service.figures.price_cents);
            by_price(each.chain([anybody]))
        };
        let menu = menu.into_iter().map(|one| {
            let prices = prices(&one);
            (one, prices)
        });
        Ok(Self {
            id: id.unwrap_or(NEW),
            others,
            menu: menu.collect(),
            today,
        })
    }

    /// What is on the menu.
    pub fn menu(&self) -> impl Iterator<Item = &Service> {
        self.menu.iter().map(|(service, _)| service)
    }

    /// Whether there is no room for a further rule.
    pub fn is_full(&self) -> bool {
        self.others.len() >= rules::MOST
    }

    /// What is wrong where it would leave less than nothing, together with the others that can hold at the same time.
    pub fn too_much(&self, setup: &RuleSetup) -> Option<Msg> {
        let own = setup.card.rule(self.id)?;
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
        let name = service.name.clone();
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

    /// All rules about a service, this one as it is meant.
    fn rules_of(&self, service: ServiceId, own: &PriceRule) -> Vec<PriceRule> {
        let others = self.others.iter();
        let others = others.filter(|one| one.setup.is_about(service));
        let mut all: Vec<PriceRule> = others.filter_map(OwnRule::rule).collect();
        all.push(own.clone());
        all
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
