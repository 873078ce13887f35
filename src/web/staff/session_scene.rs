//! One session of a class, read for its pages: who gives it, who comes, whether that is enough.

use super::clock::WallClock;
use crate::{
    base::time::{LocalDate, WallTime, parse_date},
    db::{self, TenantTx},
    domain::{
        bookings::{
            class_check::{self, Outcome},
            session::{self as coming, Guest},
        },
        businesses::role::Right,
        catalog::service::{self, Service},
        scheduling::{
            class::{self, ClassRules, SessionKey},
            day_plan,
            load::{By, Own},
            resource::{self, Resource},
            seek::{self, Sought},
            session::{self, Session},
        },
    },
    web::{
        error::Error,
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use chrono::{DateTime, TimeDelta, Utc};

/// More free times than a day has.
const MOST: usize = 2_000;

/// A session, read.
pub struct Scene {
    /// Where, and who looks.
    pub at: AtWork,
    /// Which business day it is now.
    pub today: LocalDate,
    /// The instant of the page.
    pub now: DateTime<Utc>,
    /// The class.
    pub service: Service,
    /// The session.
    pub session: Session,
    /// What the class goes by.
    pub rules: ClassRules,
    /// What was decided of it.
    pub outcome: Option<Outcome>,
    /// Everybody who has booked, those who were called off among them.
    pub guests: Vec<Guest>,
    /// How many places are left; `None` where nobody can book it any more.
    pub left: Option<u32>,
    /// Who could give it.
    pub teachers: Vec<Resource>,
}

/// The session that an address names.
pub fn key(service: &str, date: &str, minute: &str) -> Result<SessionKey, Error> {
    let named = || {
        Some(SessionKey {
            service: service.parse().ok()?,
            date: parse_date(date)?,
            wall: WallTime::new(minute.parse().ok()?)?,
        })
    };
    named().ok_or(Error::NotFound)
}

/// Reads it, for whoever has the right to what they ask for.
pub async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, key): (&str, SessionKey),
    right: Right,
) -> Result<Scene, Error> {
    let found = member::look(
        site,
        ctx,
        signed_in,
        (slug, right),
        move |tx, at| -> db::Result<Option<Scene>> {
            let Some(service) = service::find(tx, key.service)? else {
                return Ok(None);
            };
            let zone = at.profile.zone;
            let Some(session) = session::find(tx, zone, &service, (key.date, key.wall))? else {
                return Ok(None);
            };
            let linked = resource::linked(tx, &service)?.into_iter();
            let teachers = linked
                .map(|(one, _)| one)
                .filter(|one| one.kind.is_person());
            let now = tx.now();
            let is_ahead = session.is_held && session.start > now;
            let left = match is_ahead {
                true => Some(left(tx, at, (&service, &session))?),
                false => None,
            };
            let outcomes = class_check::outcomes(tx, (key.date, key.date))?;
            Ok(Some(Scene {
                at: at.clone(),
                today: day_plan::today(tx, zone)?,
                rules: class::find(tx, key.service)?.unwrap_or_default(),
                outcome: outcomes.get(&key).copied(),
                guests: coming::guests(tx, &key, session.start)?,
                teachers: teachers.collect(),
                now,
                left,
                service,
                session,
            }))
        },
    );
    found.await??.ok_or(Error::NotFound)
}

fn left(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    (service, session): (&Service, &Session),
) -> db::Result<u32> {
    let sought = Sought {
        profile: &at.profile,
        service,
        party: 1,
        nominated: None,
        by: By::Hand,
        own: Own::None,
    };
    let slots = seek::free_by_hand(tx, &sought, (session.key.date, 1), MOST)?;
    let own = slots.iter().find(|slot| slot.start == session.start);
    Ok(own.map_or(0, |slot| slot.left))
}

impl Scene {
    /// The word in the business's addresses.
    pub fn slug(&self) -> &str {
        &self.at.profile.slug
    }

    /// Whether the one who looks may.
    pub fn may(&self, right: Right) -> bool {
        self.at.member.may(right)
    }

    /// The clock of its business.
    pub fn clock(&self, ctx: &PageCtx) -> WallClock {
        WallClock {
            t: ctx.t,
            zone: self.at.profile.zone,
            now: self.now,
            today: self.today,
        }
    }

    /// What the class is called.
    pub fn name(&self, ctx: &PageCtx) -> &str {
        self.service.name.text(ctx.lang)
    }

    /// When it ends.
    pub fn end(&self) -> DateTime<Utc> {
        self.session.start + TimeDelta::minutes(self.service.figures.duration_minutes.into())
    }

    /// Its day and time.
    pub fn when(&self, ctx: &PageCtx) -> String {
        let (date, start) = (self.session.key.date, self.session.start);
        self.clock(ctx).when(date, start, self.end())
    }

    /// Who gives it, if that was said of it, or if only one can.
    pub fn teacher(&self, ctx: &PageCtx) -> Option<String> {
        let said = self.session.with;
        let said = said.and_then(|id| self.teachers.iter().find(|one| one.id == id));
        let only = match self.teachers.as_slice() {
            [one] => Some(one),
            _ => None,
        };
        said.or(only).map(|one| one.name.text(ctx.lang).to_owned())
    }

    /// Those who have a place.
    pub fn standing(&self) -> impl Iterator<Item = &Guest> {
        self.guests.iter().filter(|guest| guest.takes_place())
    }

    /// How many people come.
    pub fn people(&self) -> i64 {
        self.standing()
            .map(|guest| i64::from(guest.row.party_size))
            .sum()
    }

    /// Whether it is neither over nor called off.
    pub fn is_standing(&self) -> bool {
        self.session.is_held && self.now < self.end()
    }

    /// Its page, or what is done to it there.
    pub fn url(&self, ctx: &PageCtx, act: &str) -> String {
        let key = &self.session.key;
        links::session(
            ctx.lang,
            self.slug(),
            (key.service, key.date, key.wall),
            act,
        )
    }
}
