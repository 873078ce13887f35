//! Whose turn it is, so that it can be told: whom the shop puts first, then who came first. Only those count whose wishes meet
//! on a day, for nobody else can be offered the same time.

use crate::{
    base::ids::WaitId,
    db::{
        self, TenantTx,
        statement::{bind, statement},
    },
};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Uuid as SqlUuid},
};

/// Who stands before somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ahead {
    /// Who came earlier.
    pub earlier: i64,
    /// Whom the shop has put first.
    pub preferred: i64,
}

impl Ahead {
    /// Which place that makes, from 1.
    pub fn place(self) -> i64 {
        self.earlier + self.preferred + 1
    }
}

/// Who stands before a place on the list.
pub fn ahead(tx: &mut TenantTx<'_>, id: WaitId) -> db::Result<Ahead> {
    let counted = statement::<(BigInt, BigInt), _>(
        "select count(*) filter (where w.priority = o.priority), count(*) filter (where w.priority > o.priority) \
         from bookings.waitlist o join bookings.waitlist w on w.business_id = o.business_id and w.service_id = o.service_id \
         where o.business_id = ? and o.id = ? and w.id <> o.id and w.status in ('active', 'notified') \
         and w.proved_at is not null and w.deleted_at is null \
         and (w.priority > o.priority or w.priority = o.priority and (w.created_at, w.id) < (o.created_at, o.id)) \
         and coalesce(w.preferred_until, 'infinity') >= coalesce(o.preferred_date, '-infinity') \
         and coalesce(w.preferred_date, '-infinity') <= coalesce(o.preferred_until, 'infinity')",
        (bind::<SqlUuid, _>(tx.business()), bind::<SqlUuid, _>(id)),
    )
    .get_result::<(i64, i64)>(tx.conn())?;
    let (earlier, preferred) = counted;
    Ok(Ahead { earlier, preferred })
}
