//! The row of a hold: written once, and pointed at another time whenever its holder chooses one.

use super::{Held, Hold};
use crate::{
    base::ids::{OptionId, ReservationId, ResourceId, ServiceId},
    db::{DbError, TenantTx},
    domain::scheduling::{availability::VisitPlacement, line, resource},
    schema::scheduling::reservations,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel::{pg::Pg, prelude::*, query_builder::QueryFragment};
use serde_json::{Value, json};

/// Writes a new hold; meets nothing when its token or its key is there already.
pub(super) fn make<'a>(
    tx: &TenantTx<'_>,
    id: ReservationId,
    wanted: &'a Hold<'_>,
    target: Target,
) -> impl QueryFragment<Pg> + use<'a> {
    diesel::insert_into(reservations::table)
        .values((
            reservations::id.eq(id),
            reservations::business_id.eq(tx.business()),
            reservations::token_hash.eq(wanted.token.hash()),
            reservations::idempotency_key.eq(wanted.key),
            reservations::client_hash.eq(wanted.client),
            reservations::locale.eq(wanted.lang.code()),
            target,
        ))
        .on_conflict_do_nothing()
}

/// Points a hold at another time, with all its minutes before it.
pub(super) fn renew(
    tx: &TenantTx<'_>,
    hold: ReservationId,
    target: Target,
) -> impl QueryFragment<Pg> + use<> {
    diesel::update(
        reservations::table.filter(
            reservations::business_id
                .eq(tx.business())
                .and(reservations::id.eq(hold)),
        ),
    )
    .set(target)
}

/// What a hold is for, and until when: the columns that a choice sets.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = reservations, treat_none_as_null = true)]
pub(super) struct Target {
    service_id: ServiceId,
    start_at: DateTime<Utc>,
    end_at: DateTime<Utc>,
    business_date: NaiveDate,
    party_size: i16,
    nominated_resource_id: Option<ResourceId>,
    chosen_resource_id: Option<ResourceId>,
    option_ids: Vec<OptionId>,
    lines_json: Value,
    pub(super) expires_at: DateTime<Utc>,
    extended_at: Option<DateTime<Utc>>,
}

impl Target {
    /// What a hold of this is for, where it was placed.
    pub(super) fn of(
        tx: &mut TenantTx<'_>,
        wanted: &Hold<'_>,
        placed: &VisitPlacement,
    ) -> Result<Self, DbError> {
        let minutes = i64::from(wanted.profile.settings.hold_minutes);
        let roster = resource::roster(tx)?;
        let lines = line::lines(&wanted.parts(), placed, &roster);
        let first = lines.first();
        Ok(Self {
            service_id: wanted.service.id,
            start_at: placed.start,
            end_at: placed.end,
            business_date: placed.date,
            party_size: wanted.guests(),
            nominated_resource_id: wanted.nominated,
            chosen_resource_id: first.and_then(|line| line.resource),
            option_ids: wanted.service.chosen(),
            lines_json: match lines.as_slice() {
                [] | [_] => json!([]),
                lines => serde_json::to_value(lines).unwrap_or_default(),
            },
            expires_at: tx.now() + TimeDelta::minutes(minutes),
            extended_at: None,
        })
    }

    /// The hold that this is written to; what was typed stays with it.
    pub(super) fn held(&self, id: ReservationId, known: Option<&Held>) -> Held {
        Held {
            id,
            service_id: self.service_id,
            start_at: self.start_at,
            end_at: self.end_at,
            business_date: self.business_date,
            party_size: self.party_size,
            nominated_resource_id: self.nominated_resource_id,
            chosen_resource_id: self.chosen_resource_id,
            option_ids: self.option_ids.iter().copied().map(Some).collect(),
            lines_json: self.lines_json.clone(),
            coupon_code: known.map_or_else(String::new, |held| held.coupon_code.clone()),
            details_json: known.map_or_else(|| json!({}), |held| held.details_json.clone()),
            expires_at: self.expires_at,
            extended_at: self.extended_at,
            committed_at: None,
        }
    }
}
