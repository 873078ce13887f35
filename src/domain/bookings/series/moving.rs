//! A booking of a series that is moved with others: what it needs, and where it goes.

use super::{
    plan::{Asked, Pick},
    read::Member,
};
use crate::{
    base::ids::ResourceId,
    db::{DbError, TenantTx},
    domain::{
        bookings::{
            booking::Row,
            quote::with_person,
            visit_again::{Again, With},
        },
        businesses::profile::Profile,
        catalog::{price::Quote, service::Service},
        scheduling::{availability::VisitPlacement, load::Own, resource, visit::Part},
    },
};

/// One of them with what it needs.
pub(super) struct Moving {
    pub member: Member,
    pub row: Row,
    /// The only service; of a visit there are several.
    pub service: Service,
    /// The visit of several services.
    pub visit: Option<Again>,
    pub pick: Pick,
    /// Who is to serve, where that is somebody else than now.
    pub person: Option<ResourceId>,
}

impl Moving {
    /// Whoever was asked for is not any more, where somebody else is to serve.
    pub fn is_nominated(&self) -> bool {
        self.row.is_nominated && self.person.is_none()
    }

    /// What is agreed then, where that is another price: the fee for choosing somebody is owed no more.
    pub fn price(&self) -> Option<Quote> {
        let agreed: Quote = serde_json::from_value(self.row.price_snapshot_json.clone()).ok()?;
        let quote = with_person(&agreed, None);
        let is_chosen_no_more = self.row.is_nominated && !self.is_nominated();
        (is_chosen_no_more && !agreed.lines.is_empty() && quote != agreed).then_some(quote)
    }

    /// Each service with who is asked for: of a visit with whoever was.
    pub fn parts(&self) -> Vec<Part<'_>> {
        if let Some(visit) = &self.visit {
            return visit.parts(With::AskedFor);
        }
        let own = self.row.resource_id.filter(|_| self.is_nominated());
        vec![Part {
            guest: 0,
            service: &self.service,
            party: self.row.party_size,
            nominated: self.person.or(own),
            wait: 0,
        }]
    }

    /// Who has each of them.
    pub fn columns(&self) -> Vec<Option<ResourceId>> {
        match &self.visit {
            Some(visit) => {
                let parts = visit.parts(With::TheSame);
                parts.into_iter().map(|part| part.nominated).collect()
            }
            None => vec![self.row.resource_id],
        }
    }

    pub fn asked<'a>(
        &self,
        profile: &'a Profile,
        (parts, columns): (&'a [Part<'a>], &'a [Option<ResourceId>]),
    ) -> Asked<'a> {
        Asked {
            profile,
            parts,
            columns,
            own: Own::Booking(self.row.id),
            is_to_decide: true,
        }
    }

    /// Whether it is another time, or somebody else has one of its services.
    pub fn is_another(
        &self,
        tx: &mut TenantTx<'_>,
        placed: &VisitPlacement,
    ) -> Result<bool, DbError> {
        let row = &self.row;
        let is_moved = (row.start_at, row.end_at) != (placed.start, placed.end);
        Ok(match &self.visit {
            Some(visit) => is_moved || visit.is_otherwise(tx, placed)?,
            None => {
                let column = row.resource_id;
                is_moved || column.is_some_and(|column| !placed.resources().contains(&column))
            }
        })
    }

    /// In whose column it stands from now on; of a visit, where each of its services does is written down.
    pub fn note(
        &self,
        tx: &mut TenantTx<'_>,
        placed: &VisitPlacement,
    ) -> Result<Option<ResourceId>, DbError> {
        match &self.visit {
            Some(visit) => visit.note(tx, self.row.id, placed),
            None => resource::foremost(tx, &placed.resources()),
        }
    }
}
