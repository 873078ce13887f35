//! Why a time does not go, in one sentence, with what stands in the way and the nearest times that do.

use super::clock::WallClock;
use crate::{
    base::{
        ids::{BookingId, ResourceId},
        msg::Msg,
        time::local,
    },
    db::{self, TenantTx},
    domain::{
        bookings::clash::{self, InTheWay},
        scheduling::{
            availability::{Refusal, Slot},
            occupancy,
            resource::{self, Resource},
            seek::{self, Sought},
            visit,
        },
    },
    web::{
        form::Errors,
        links,
        page::PageCtx,
        ui::{buttons::PostButton, frame::FrameLink},
    },
};
use askama::{Template, filters::HtmlSafe};
use chrono::{DateTime, TimeDelta, Utc};

/// The box in which it is said why something stands over another.
pub const REASON: &str = "override_reason";

/// Says at that box that no more is put over others that day.
pub fn enough(errors: &mut Errors, most: i16) {
    let message = match most {
        0 => Msg::new("overbooking-never"),
        most => Msg::new("overbooking-reached").with("most", most),
    };
    errors.add(REASON, message);
}

/// The box above a form.
#[derive(Template)]
#[template(path = "staff/clash.html")]
pub struct ClashBox {
    /// The sentence.
    pub words: String,
    /// Bookings in the way.
    pub bookings: Vec<FrameLink>,
    /// What the times below are.
    pub nearest: String,
    /// The nearest times, each a form of its own.
    pub ways: Vec<PostButton>,
}

impl HtmlSafe for ClashBox {}

/// What was found out about a refused time.
pub struct Clash {
    /// Why.
    pub refusal: Refusal,
    /// What stands in the way.
    pub in_the_way: Vec<InTheWay>,
    /// The nearest times that can be had.
    pub slots: Vec<Slot>,
    /// People, rooms and tables.
    pub resources: Vec<Resource>,
}

/// Finds out what stands in the way of a start, for whoever was asked for or for anybody who does the service.
pub fn read(
    tx: &mut TenantTx<'_>,
    sought: &Sought<'_>,
    start: DateTime<Utc>,
    (refusal, own): (Refusal, Option<BookingId>),
) -> db::Result<Clash> {
    let date = local(sought.profile.zone, start).date();
    let service = sought.service.clone().on(date);
    let linked = resource::linked(tx, &service)?;
    let asked = |one: &&Resource| sought.nominated.is_none_or(|id| one.id == id);
    let among = linked.iter().map(|(resource, _)| resource).filter(asked);
    let among: Vec<_> = among
        .map(|one| {
            let is_person = one.kind.is_person();
            (one.id, occupancy::of(&service, start, is_person))
        })
        .collect();
    let in_the_way = if refusal == Refusal::Taken {
        clash::between(tx, &among, own)?
    } else {
        Vec::new()
    };
    Ok(Clash {
        refusal,
        in_the_way,
        slots: seek::nearest(tx, sought, start)?,
        resources: linked.into_iter().map(|(resource, _)| resource).collect(),
    })
}

/// The same of a visit: each of its services is reckoned from when the one before it ends.
pub fn read_visit(
    tx: &mut TenantTx<'_>,
    sought: &visit::Sought<'_>,
    start: DateTime<Utc>,
    (refusal, own): (Refusal, Option<BookingId>),
) -> db::Result<Clash> {
    let date = local(sought.profile.zone, start).date();
    let mut among: Vec<(ResourceId, clash::Stretches)> = Vec::new();
    let mut resources: Vec<Resource> = Vec::new();
    let (mut guest, mut begins) = (None, start);
    for part in sought.parts {
        if guest != Some(part.guest) {
            (guest, begins) = (Some(part.guest), start);
        }
        let service = part.service.clone().on(date);
        for (one, _) in resource::linked(tx, &service)? {
            if part.nominated.is_none_or(|id| one.id == id) {
                let spans = occupancy::of(&service, begins, one.kind.is_person());
                match among.iter_mut().find(|(known, _)| *known == one.id) {
                    Some((_, known)) => known.extend(spans),
                    None => among.push((one.id, spans)),
                }
            }
            if resources.iter().all(|known| known.id != one.id) {
                resources.push(one);
            }
        }
        let terms = resource::roster(tx)?.terms(&service, part.nominated);
        begins += TimeDelta::minutes(i64::from(service.minutes_by(terms)));
    }
    Ok(Clash {
        in_the_way: match refusal {
            Refusal::Taken => clash::between(tx, &among, own)?,
            _ => Vec::new(),
        },
        slots: visit::nearest(tx, sought, start)?,
        refusal,
        resources,
    })
}

impl Clash {
    /// Says it: which booking, when it is one person's or one table's; else why in general.
    pub fn words(&self, ctx: &PageCtx, clock: &WallClock) -> String {
        let t = ctx.t;
        let first = self.in_the_way.first().filter(|first| {
            self.in_the_way
                .iter()
                .all(|one| one.resource == first.resource)
        });
        let Some(one) = first else {
            return t.of_family("desk-refusal", self.refusal.id());
        };
        let (name, time) = (one.name.text(ctx.lang), time(clock, one));
        if self.is_person(one.resource) {
            t.errors_overlap(name, time)
        } else {
            t.desk_overlap_thing(name, time)
        }
    }

    /// The box, with a way for each of the nearest times.
    pub fn drawn(
        &self,
        ctx: &PageCtx,
        clock: &WallClock,
        slug: &str,
        way: impl Fn(&Slot, String) -> PostButton,
    ) -> ClashBox {
        let bookings = self.in_the_way.iter().map(|one| FrameLink {
            label: ctx.t.desk_in_the_way(
                ctx.t.desk_guest(&one.customer),
                one.name.text(ctx.lang),
                time(clock, one),
            ),
            url: links::desk_booking(ctx.lang, slug, one.booking),
        });
        let ways = self.slots.iter().map(|slot| {
            let label = ctx.t.format_at(
                clock.day(slot.date),
                ctx.t.wall_time(u32::from(slot.minute.minutes())),
            );
            way(slot, label)
        });
        ClashBox {
            words: self.words(ctx, clock),
            bookings: bookings.collect(),
            nearest: ctx.t.desk_nearest(),
            ways: ways.collect(),
        }
    }

    fn is_person(&self, id: ResourceId) -> bool {
        self.resources
            .iter()
            .any(|one| one.id == id && one.kind.is_person())
    }
}

fn time(clock: &WallClock, one: &InTheWay) -> String {
    let date = local(clock.zone, one.start).date();
    clock.range(date, one.start, one.end)
}
