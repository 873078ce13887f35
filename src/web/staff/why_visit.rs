//! Why a visit of several services cannot be booked at a time, said service by service.

use super::{
    clock::WallClock,
    why::{Answer, Scene},
    why_said::halted,
};
use crate::{
    base::{
        ids::{ResourceId, ServiceId},
        time::local,
    },
    db::{self, TenantTx},
    domain::{
        bookings::why_visit::{self, VisitWish, WhyVisit},
        catalog::service::Service,
        scheduling::availability::VisitReasons,
    },
    web::{
        gate::member::AtWork,
        links::{self, Prefill},
        page::PageCtx,
        ui::{frame::FrameLink, mark::Mark, select_field::SelectField},
    },
};
use chrono::{DateTime, Utc};

/// The names of the boxes for what follows the first service.
pub const NEXT: [&str; 4] = ["second", "third", "fourth", "fifth"];

/// What is asked.
#[derive(Clone)]
pub struct Asked {
    /// One after the other.
    pub services: Vec<Service>,
    /// With whom, all of them.
    pub person: Option<ResourceId>,
    /// From when.
    pub start: DateTime<Utc>,
    /// For how many.
    pub party: i16,
}

/// Finds it out.
pub fn ask(tx: &mut TenantTx<'_>, at: &AtWork, asked: &Asked) -> db::Result<WhyVisit> {
    let wish = VisitWish {
        profile: &at.profile,
        services: &asked.services,
        party: asked.party,
        person: asked.person,
        start: asked.start,
    };
    why_visit::read(tx, &wish)
}

/// The boxes for what follows the first service.
pub fn boxes(
    ctx: &PageCtx,
    first: &SelectField,
    typed: [&str; 4],
    complaint: &dyn Fn(&str) -> Option<String>,
) -> Vec<SelectField> {
    let each = (2..).zip(NEXT.iter().zip(typed));
    let boxes = each.map(|(place, (name, chosen))| {
        let mut field = first.clone();
        field.name = (*name).to_owned();
        field.label = ctx.t.why_next(place);
        field.mark = Mark::default();
        field.complaint = complaint(name);
        for option in &mut field.options {
            option.chosen = option.value == chosen;
        }
        field
    });
    boxes.collect()
}

/// What was found out, said.
pub fn answer(
    ctx: &PageCtx,
    (scene, clock): (&Scene, &WallClock),
    (asked, why): (&Asked, &WhyVisit),
) -> Answer {
    let t = ctx.t;
    let name = |place: usize| {
        let service = asked.services.get(place);
        service.map_or("", |service| service.name.text(ctx.lang))
    };
    let halts = why.halts.iter();
    let halts = halts.map(|(place, halt)| t.why_halt_of(name(*place), halted(ctx, *halt)));
    let mut guests: Vec<String> = halts.collect();
    guests.extend(said(ctx, clock, (asked, &why.guests)));
    if guests.is_empty() {
        guests.push(t.why_yes());
    }
    let mut staff = said(ctx, clock, (asked, &why.staff));
    if staff.is_empty() {
        staff.push(t.why_yes());
    }
    let slug = scene.at.profile.slug.as_str();
    let first: Option<ServiceId> = asked.services.first().map(|service| service.id);
    let nearest = why.nearest.iter().map(|slot| {
        let time = t.wall_time(u32::from(slot.minute.minutes()));
        let prefill = Prefill {
            staff: asked.person,
            date: Some(slot.date),
            time: Some(slot.minute.to_string()),
            service: first,
            ..Prefill::default()
        };
        FrameLink {
            label: t.format_at(clock.day(slot.date), time),
            url: links::new_booking(ctx.lang, slug, &prefill),
        }
    });
    Answer {
        when: clock.moment(asked.start),
        guests,
        staff,
        each: Vec::new(),
        nearest: nearest.collect(),
    }
}

/// Every reason of each service; where each could be had by itself, which does not go beside the others.
fn said(ctx: &PageCtx, clock: &WallClock, (asked, why): (&Asked, &VisitReasons)) -> Vec<String> {
    let (t, mut all) = (ctx.t, Vec::new());
    for (line, service) in why.lines.iter().zip(&asked.services) {
        let name = service.name.text(ctx.lang);
        let date = local(clock.zone, line.start).date();
        for refusal in &line.reasons {
            let reason = t.of_family("desk-refusal", refusal.id());
            all.push(t.why_of_service(name, reason, clock.time(date, line.start)));
        }
    }
    if all.is_empty() && why.whole.is_some() {
        let about = why.about.and_then(|place| asked.services.get(place));
        let name = about.map_or("", |service| service.name.text(ctx.lang));
        all.push(t.why_beside(name));
    }
    all
}
