//! What is done to bookings, holds and the shop's calendar once they are there.

use super::{
    shop::{CODE, No, OFF, Shop, asked, said, services, somebody},
    wish::{Kind, Wish, wall},
};
use crate::support::{people::lines, wait::wait_for};
use chrono::{DateTime, NaiveDate, Utc};
use omotenashi::{
    base::{
        ids::{BlockId, BookingId, ReservationId, WaitId},
        lang::Lang,
        time::Weekday,
    },
    db::Actor,
    domain::{
        bookings::{
            booking::{self, Source},
            cancel::{Cancel, cancel},
            create::{self, Create},
            payment::{self, TakePayment},
            progress,
            promised::promised,
            reschedule::{Reschedule, reschedule},
            series::{
                make::{self, Make, Repeat},
                plan::{Pick, mark},
                rule::{End, Rule},
            },
            status::Status,
            take::{self, Take},
            waitlist::{answer, entry, offer},
        },
        payments::payment::Way,
        scheduling::{
            availability,
            block::{self, NewBlock},
            expiry, hold, hold_code,
            load::{self, Ask, By, Own},
            resource,
            visit::{self, Sought},
        },
    },
    work::waiting,
};
use serde_json::json;
use std::{collections::BTreeSet, sync::Arc};

/// Which of the later days would go, and the bookings of those that do.
pub type Repeated = (Vec<(NaiveDate, bool)>, Vec<BookingId>);

/// Who moves a booking or calls it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Guest,
    Staff,
}

/// What stands in somebody's place on the list.
#[derive(Clone, Debug)]
pub struct Place {
    pub status: entry::Status,
    pub hold: Option<ReservationId>,
}

impl Shop {
    fn actor(&self, who: Who, booking: BookingId) -> Actor {
        match who {
            Who::Guest => Actor::Guest(booking),
            Who::Staff => self.staff(),
        }
    }

    pub fn reschedule(&self, who: Who, id: BookingId, start: DateTime<Utc>) -> Result<(), String> {
        self.act(self.actor(who, id), move |tx, profile| {
            let row = booking::find(tx, id)?.unwrap().row;
            let command = Reschedule {
                profile,
                booking: id,
                start,
                version: row.version,
                minutes: None,
                reason: "",
                tell: true,
                person: None,
                override_reason: "",
                seen_fee: (who == Who::Guest).then_some(0),
            };
            reschedule(tx, &command).map_err(said)
        })
    }

    /// Calls a booking off, and gives what that costs; whoever looked saw what it would.
    pub fn cancel(&self, who: Who, id: BookingId, seen_fee: i64) -> Result<i64, String> {
        self.act(self.actor(who, id), move |tx, profile| {
            let command = Cancel {
                profile,
                booking: id,
                reason: "",
                seen_fee: Some(seen_fee),
                tell: true,
            };
            cancel(tx, &command).map_err(said)
        })
    }

    pub fn approve(&self, id: BookingId) -> Result<(), String> {
        self.act(self.staff(), move |tx, profile| {
            progress::approve(tx, profile, id).map_err(said)
        })
    }

    pub fn decline(&self, id: BookingId) -> Result<(), String> {
        self.act(self.staff(), move |tx, profile| {
            progress::decline(tx, profile, id).map_err(said)
        })
    }

    pub fn undo(&self, id: BookingId) -> Result<(), String> {
        self.act(self.staff(), move |tx, profile| {
            progress::undo(tx, profile, id).map_err(said)
        })
    }

    pub fn arrive(&self, id: BookingId) -> Result<(), String> {
        self.act(self.staff(), move |tx, _| {
            progress::advance(tx, id, Status::Arrived).map_err(said)
        })
    }

    pub fn pay(&self, id: BookingId, amount: i64, key: &str) -> Result<(), String> {
        let key = key.to_owned();
        self.act(self.staff(), move |tx, profile| {
            let command = TakePayment {
                booking: id,
                amount,
                way: Way::Cash,
                key: &key,
            };
            payment::take(tx, profile.zone, &command)
                .map(|_id| ())
                .map_err(said)
        })
    }

    /// A booking by telephone.
    pub fn telephone(
        &self,
        form: &str,
        kind: Kind,
        person: Option<usize>,
        start: DateTime<Utc>,
    ) -> Result<BookingId, String> {
        let (service, details, key) = (self.service(kind), somebody(form), form.to_owned());
        let (resource, secret) = (
            person.map(|one| self.business.staff[one]),
            self.app.secret().to_vec(),
        );
        self.act(self.staff(), move |tx, profile| {
            let command = Take {
                profile,
                service,
                options: &[],
                resource,
                is_nominated: resource.is_some(),
                start,
                party: 1,
                source: Source::Phone,
                details: &details,
                customer: None,
                despite_block: false,
                override_reason: "",
                coupon: "",
                key: &key,
                secret: &secret,
            };
            take::take(tx, &command).map_err(said)
        })
    }

    /// Repeats a booking every week, so many times in all: which of the later days would go, and the bookings of those that do.
    pub fn repeat(&self, id: BookingId, times: i16, key: &str) -> Result<Repeated, String> {
        let (key, secret) = (key.to_owned(), self.app.secret().to_vec());
        let (days, series) = self.act(self.staff(), move |tx, profile| {
            let date = booking::find(tx, id)?.unwrap().row.business_date;
            let rule = Rule {
                every: 1,
                weekdays: vec![Weekday::of(date)],
                end: End::After(times),
            };
            let looked = Repeat {
                profile,
                booking: id,
                rule: &rule,
                picks: &[],
            };
            let plan = make::foresee(tx, &looked).map_err(said)?;
            let days: Vec<_> = plan
                .iter()
                .map(|line| (line.date, line.refusal.is_none()))
                .collect();
            let left = days.iter().filter(|(_, goes)| !goes);
            let picks: Vec<_> = left.map(|(date, _)| (*date, Pick::Skip)).collect();
            let command = Make {
                repeat: Repeat {
                    picks: &picks,
                    ..looked
                },
                seen: &mark(&plan),
                tell: true,
                key: &key,
                secret: &secret,
            };
            Ok((days, make::make(tx, &command).map_err(said)?))
        })?;
        let members = format!(
            "select booking_id::text as line from bookings.series_bookings where series_id = '{series}' and place > 1"
        );
        let members = lines(&self.app, self.business.id, &members);
        Ok((days, members.iter().map(|id| id.parse().unwrap()).collect()))
    }

    /// Puts somebody on the waiting list for one start, with their address proved.
    pub fn join(&self, form: &str, wish: &Wish, start: DateTime<Utc>) -> WaitId {
        let (business, (date, minute)) = (self.business.id, wall(start));
        let parts = self.parts(wish);
        let first = parts[0];
        let visit = if parts.len() > 1 { form } else { "" };
        let card = json!({"business_id": business, "name": form, "search_key": form, "email": format!("{form}@example.com")});
        let card = self.app.insert(business, "customers.customers", card);
        let now = self.app.clock().now();
        let row = json!({
            "business_id": business, "service_id": first.service, "resource_id": first.person,
            "customer_id": card, "party_size": wish.party, "visit_services": visit,
            "preferred_date": date, "preferred_until": date, "preferred_time_start": minute, "preferred_time_end": minute + 1,
            "proved_at": now, "created_at": now,
        });
        let id = WaitId(self.app.insert(business, "bookings.waitlist", row));
        if parts.len() > 1 {
            for (place, part) in parts.iter().enumerate() {
                let row = json!({
                    "business_id": business, "waitlist_id": id, "part": place, "guest": part.guest, "service_id": part.service,
                    "resource_id": part.person, "party_size": part.party,
                });
                self.app.insert(business, "bookings.waitlist_lines", row);
            }
        }
        id
    }

    /// Looks through the list as the clock does.
    pub fn look(&self) -> usize {
        let secret: Arc<[u8]> = Arc::from(self.app.secret());
        let (db, shop) = (self.app.db().clone(), self.business.id);
        wait_for(async move { waiting::at(&db, &secret, shop).await }).unwrap()
    }

    /// Clears away what has lapsed, as the timetable does.
    pub fn clear(&self) {
        self.app.platform(expiry::clear);
    }

    pub fn place(&self, id: WaitId) -> Place {
        self.app.tenant(self.business.id, move |tx| {
            let entry = entry::find(tx, id)?.unwrap();
            Ok(Place {
                status: entry.status,
                hold: entry.reservation_id,
            })
        })
    }

    /// Books what the list offers, with the coupon or without it.
    pub fn take_offer(
        &self,
        id: WaitId,
        has_coupon: bool,
        asks: bool,
    ) -> Result<BookingId, String> {
        let secret = self.app.secret().to_vec();
        self.act(Actor::Visitor, move |tx, profile| {
            let entry = entry::find(tx, id)?.unwrap();
            let token = offer::token(&secret, &entry);
            let held = hold::find(tx, &token)?.ok_or_else(|| said("no offer"))?;
            if has_coupon {
                hold_code::keep_code(tx, &token, CODE)?;
            }
            let quote = promised(tx, &held)?.unwrap().quote(profile, tx.now());
            let command = Create {
                profile,
                hold: &token,
                seen_total: quote.total() - if has_coupon { OFF } else { 0 },
                asks,
                lang: Lang::Ja,
                secret: &secret,
            };
            create::create(tx, &command)
                .map(|made| made.id)
                .map_err(said)
        })
    }

    pub fn leave(&self, id: WaitId) -> Result<bool, String> {
        self.act(Actor::Visitor, move |tx, _| Ok(answer::leave(tx, id)?))
    }

    /// Keeps a person free of bookings.
    pub fn block(
        &self,
        person: usize,
        (from, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<BlockId, String> {
        let (id, by) = (self.business.staff[person], self.owner);
        self.act(self.staff(), move |tx, _| {
            let new = NewBlock {
                resource: resource::find(tx, id)?.unwrap(),
                date: wall(from).0,
                start: from,
                end: until,
                reason: String::new(),
                by,
            };
            block::put(tx, &new).map_err(said)
        })
    }

    pub fn unblock(&self, id: BlockId) -> Result<bool, String> {
        self.act(self.staff(), move |tx, _| Ok(block::remove(tx, id)?))
    }

    /// A person is off on a day; what they have stays theirs.
    pub fn day_off(&self, person: usize, date: NaiveDate) {
        let row = json!({"business_id": self.business.id, "resource_id": self.business.staff[person], "date": date, "is_working": false});
        self.app
            .insert(self.business.id, "scheduling.staff_exceptions", row);
    }

    /// Every start of a day that guests are shown.
    pub fn listed(&self, wish: &Wish, date: NaiveDate) -> BTreeSet<DateTime<Utc>> {
        let parts = self.parts(wish);
        let slots = self.act(Actor::Visitor, move |tx, profile| -> Result<_, No> {
            let services = services(tx, &parts)?;
            let asked = asked(&parts, &services);
            if let [only] = asked.as_slice() {
                let ask = Ask {
                    profile,
                    service: only.service,
                    party: u32::try_from(only.party).unwrap(),
                    nominated: only.nominated,
                    by: By::Guest,
                    from: date,
                    days: 1,
                    own: Own::None,
                };
                return Ok(availability::free_slots(&load::input(tx, &ask)?));
            }
            let sought = Sought {
                profile,
                parts: &asked,
                by: By::Guest,
                own: Own::None,
            };
            Ok(visit::free(tx, &sought, (date, 1))?)
        });
        slots.unwrap().into_iter().map(|slot| slot.start).collect()
    }
}
