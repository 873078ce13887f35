//! Whoever a booking is for, found by a few digits, a reading, a name or a number: the telephone and the form of a booking ask
//! in the same way, and offer what somebody had last time.

use super::clock::WallClock;
use crate::{
    base::{
        ids::{CustomerId, ResourceId, ServiceId},
        text,
    },
    db::{self, TenantTx},
    domain::{
        bookings::{
            card::{self as booked, Line},
            cards,
            last_time::{self, LastTime},
        },
        businesses::role::Right,
        catalog::service::Service,
        customers::{
            card::{self, Card},
            search::Wanted,
        },
        notifications::unreached,
        scheduling::resource::Resource,
    },
    web::{
        gate::member::AtWork,
        links,
        page::PageCtx,
        ui::buttons::{LinkButton, Voice},
    },
};

/// So many are shown of those who were found.
const FOUND: usize = 8;
/// So many visits are told.
const VISITS: usize = 3;

/// What came of what was typed.
pub enum Answer {
    /// Nothing was.
    Nothing,
    /// Nobody fits.
    Nobody,
    /// More than one does.
    Several(Vec<cards::Line>),
    /// One does.
    Found(Box<Caller>),
}

/// Somebody with a card.
pub struct Caller {
    /// Their card, whole: what of it is shown depends on who looks.
    pub card: Card,
    /// Whether whoever looks may see how they are reached.
    pub is_open: bool,
    /// Whether letters do not reach their address.
    pub is_unreached: bool,
    /// What they have booked.
    pub ahead: Vec<Line>,
    /// Their last visits.
    pub visits: Vec<Line>,
    /// What they had the last time.
    pub last: Option<LastTime>,
}

/// Whoever has that key or, without one, whoever fits what was typed; one alone is who it is.
pub fn find(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    (typed, chosen): (&str, &str),
) -> db::Result<Answer> {
    let id = chosen.parse::<CustomerId>().ok();
    Ok(match id {
        Some(id) => caller(tx, at, id)?.map_or(Answer::Nobody, Answer::Found),
        None if text::is_blank(typed) => Answer::Nothing,
        None => search(tx, at, typed)?,
    })
}

fn search(tx: &mut TenantTx<'_>, at: &AtWork, typed: &str) -> db::Result<Answer> {
    let may = at.member.may(Right::ReadContacts);
    let asked = cards::Asked {
        wanted: Wanted::read(typed),
        by_contacts: may,
    };
    let mut lines = cards::search(tx, &asked)?;
    lines.retain(|line| !line.name.is_empty());
    if !may {
        lines.iter_mut().for_each(|line| line.phone = None);
    }
    let only = lines.first().filter(|_| lines.len() == 1);
    if let Some(only) = only.map(|line| line.id) {
        return Ok(caller(tx, at, only)?.map_or(Answer::Nobody, Answer::Found));
    }
    lines.truncate(FOUND);
    Ok(if lines.is_empty() {
        Answer::Nobody
    } else {
        Answer::Several(lines)
    })
}

fn caller(tx: &mut TenantTx<'_>, at: &AtWork, id: CustomerId) -> db::Result<Option<Box<Caller>>> {
    let card = card::find(tx, id)?;
    let Some(card) = card.filter(|card| card.deleted_at.is_none() && card.erased_at.is_none())
    else {
        return Ok(None);
    };
    let mut visits = booked::history(tx, id, None)?;
    visits.truncate(VISITS);
    let is_unreached = match &card.email {
        Some(email) => unreached::find(tx, email)?.is_some(),
        None => false,
    };
    Ok(Some(Box::new(Caller {
        card,
        is_open: at.member.may(Right::ReadContacts),
        is_unreached,
        ahead: booked::ahead(tx, id)?,
        last: last_time::read(tx, id)?,
        visits,
    })))
}

impl Caller {
    /// What they had the last time and with whom, as far as it can be had again.
    pub fn again(
        &self,
        (services, resources): (&[Service], &[Resource]),
    ) -> (Option<ServiceId>, Option<ResourceId>) {
        let Some(last) = self.last else {
            return (None, None);
        };
        let is_offered = |id: &ServiceId| services.iter().any(|one| one.id == *id);
        let person = last.resource.filter(|id| {
            let known = resources.iter().find(|one| one.id == *id);
            known.is_some_and(|one| one.kind.is_person())
        });
        (last.service.filter(is_offered), person)
    }

    /// Whether they asked for this person the last time.
    pub fn asks_for(&self, staff: &str) -> bool {
        self.last.is_some_and(|last| {
            last.is_nominated && last.resource.map(|id| id.to_string()).as_deref() == Some(staff)
        })
    }

    /// How their name is read.
    pub fn kana(&self) -> String {
        let card = &self.card;
        format!("{} {}", card.family_name_kana, card.given_name_kana)
            .trim()
            .to_owned()
    }

    /// What is said of them beside their name.
    pub fn facts(&self, ctx: &PageCtx) -> Vec<String> {
        let (t, card) = (ctx.t, &self.card);
        let phone = card.phone.as_deref().filter(|_| self.is_open);
        let mut facts = vec![self.kana()];
        facts.extend(phone.map(|phone| t.phone(phone)));
        facts.extend((card.no_show_count > 0).then(|| t.desk_tag_no_shows(card.no_show_count)));
        facts.extend(card.blocked_at.map(|_| t.desk_blocked_title()));
        facts.extend(self.is_unreached.then(|| t.messages_tag_unreached()));
        facts.retain(|fact| !fact.is_empty());
        facts
    }

    /// The way to their card.
    pub fn way(&self, ctx: &PageCtx, slug: &str) -> LinkButton {
        LinkButton {
            label: ctx.t.desk_customer_card(),
            url: links::owner(ctx.lang, slug, &format!("customers/{}", self.card.id)),
            voice: Voice::Text,
            small: true,
            ..LinkButton::default()
        }
    }
}

/// One of theirs in a line: when, what, with whom.
pub fn booked_line(ctx: &PageCtx, clock: &WallClock, line: &Line) -> String {
    let parts = [
        clock.when(line.date, line.start, line.end),
        line.service().text(ctx.lang).to_owned(),
        line.with().text(ctx.lang).to_owned(),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What tells one of several who were found from the others.
pub fn line_facts(ctx: &PageCtx, clock: &WallClock, line: &cards::Line) -> Vec<String> {
    let t = ctx.t;
    let (family, given) = &line.kana;
    let mut facts = vec![format!("{family} {given}").trim().to_owned()];
    facts.extend(line.phone.as_deref().map(|phone| t.phone(phone)));
    facts.extend(
        line.last_visit
            .map(|date| t.desk_phone_last(clock.day(date))),
    );
    facts.retain(|fact| !fact.is_empty());
    facts
}
