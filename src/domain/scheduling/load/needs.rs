//! What a question about one service of a shop needs of it: who or what can do it, by which rules, now and later.

use super::{Ask, By, Shop};
use crate::base::ids::ResourceId;
use crate::domain::{
    catalog::service::Service,
    scheduling::{
        availability::{Candidate, Group, Later, Need, ServiceRules, Take},
        reach::later,
        resource::{Link, Resource, ResourceType, ResourceUse},
        service_rules,
    },
};

impl Shop {
    /// One need for each kind of resource the service requires; a nominated person is the only candidate of their kind.
    /// Where guests book, who takes nothing online is no candidate, and their kind is needed all the same.
    pub(super) fn needs(&self, ask: &Ask<'_>, service: &Service) -> Vec<Need> {
        let nominated_kind = ask.nominated.and_then(|id| self.kind_of(id));
        let mut kinds: Vec<(ResourceType, Vec<Candidate>)> = Vec::new();
        let mut links = self.roster.links_of(service);
        links.retain(|link| link.is_required);
        for link in &links {
            let Some((kind, takes_online)) = self.find(link.resource).map(offered) else {
                continue;
            };
            if nominated_kind == Some(kind) && ask.nominated != Some(link.resource) {
                continue;
            }
            let take = match link.take {
                ResourceUse::Exclusive => Take::Exclusive,
                ResourceUse::Seats => Take::Seats,
            };
            let candidate = Candidate {
                resource: link.resource,
                take,
                minutes: u32::try_from(service.minutes_by(link.terms)).ok(),
            };
            let candidate = (takes_online || ask.by == By::Hand).then_some(candidate);
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, candidates)) => candidates.extend(candidate),
                None => kinds.push((kind, candidate.into_iter().collect())),
            }
        }
        for kind in self.roster.away(service) {
            if !kinds.iter().any(|(known, _)| *known == kind) {
                kinds.push((kind, Vec::new()));
            }
        }
        let served = ask.nominated.is_none_or(|id| {
            kinds
                .iter()
                .any(|(_, all)| all.iter().any(|one| one.resource == id))
        });
        // A nominated person who does not do this service must not turn into "anybody".
        if served {
            kinds
                .into_iter()
                .map(|(kind, candidates)| Need {
                    candidates,
                    leaves: kind.is_person(),
                    groups: self.groups(ask, kind, &links),
                })
                .collect()
        } else {
            Vec::new()
        }
    }

    /// What may be put together of a kind: all of it is taken as a whole by the service, and by guests only where all of it is
    /// booked online. With one of them asked for, only what it belongs to.
    fn groups(&self, ask: &Ask<'_>, kind: ResourceType, links: &[Link]) -> Vec<Group> {
        let own = links
            .iter()
            .filter(|link| link.take == ResourceUse::Exclusive);
        let own = own.filter_map(|link| self.find(link.resource));
        let own = own.filter(|one| one.kind == kind && (one.takes_online || ask.by == By::Hand));
        let own: Vec<ResourceId> = own.map(|one| one.id).collect();
        let asked = ask.nominated.filter(|id| self.kind_of(*id) == Some(kind));
        let all = self.groups.iter().map(|one| &one.group);
        let able = all.filter(|group| {
            let members = &group.members;
            members.iter().all(|id| own.contains(id))
                && asked.is_none_or(|id| members.contains(&id))
        });
        able.cloned().collect()
    }

    fn kind_of(&self, id: ResourceId) -> Option<ResourceType> {
        self.roster.find(id).map(|resource| resource.kind)
    }

    /// What the service will be from a day on, if anything is planned for it.
    pub(super) fn later(&self, ask: &Ask<'_>) -> Option<Later> {
        let (from, then) = later(ask.service)?;
        Some(Later {
            from,
            service: self.rules(ask, &then),
            needs: self.needs(ask, &then),
        })
    }

    pub(super) fn rules(&self, ask: &Ask<'_>, service: &Service) -> ServiceRules {
        service_rules::of(ask, service, &self.timetable)
    }
}

fn offered(one: &Resource) -> (ResourceType, bool) {
    (one.kind, one.takes_online)
}
