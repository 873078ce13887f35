//! What the form of a booking by hand is drawn from: the shop, whoever it is for, and the times of what is chosen so far.

use super::{
    callers::{self, Answer, Caller},
    clock::WallClock,
    free_times,
    new_begin::{NewQuery, begin},
    new_form::{FIND, NewForm},
    several_meant::{self, Meant},
    several_read,
};
use crate::{
    base::{
        ids::{OptionId, ResourceId, ServiceId},
        text,
        time::{LocalDate, WallTime, instant, parse_date},
    },
    db::{self, TenantTx},
    domain::{
        bookings::promised::Promised,
        businesses::role::Right,
        catalog::{
            coupon,
            service::{self, Service},
        },
        customers::card::Card,
        scheduling::{
            availability::Slot,
            day_plan,
            resource::{self, Resource},
            session,
        },
    },
    i18n::Words,
    web::{
        error::Error,
        gate::member::{self, AtWork},
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use chrono::{DateTime, Utc};

/// So many digits are a whole telephone number.
const WHOLE_NUMBER: usize = 10;

/// What whoever comes here needs.
pub const RIGHT: Right = Right::CreateBookings;

/// The shop, as the form needs it, and what is chosen of it.
pub struct Choices {
    /// Where, and who looks.
    pub at: AtWork,
    /// What is offered.
    pub services: Vec<Service>,
    /// People, rooms and tables.
    pub resources: Vec<Resource>,
    /// The present business day.
    pub today: LocalDate,
    /// The instant of the page.
    pub now: DateTime<Utc>,
    /// Whoever it is for, as far as they have a card.
    pub answer: Answer,
    /// The services that are held at set times.
    pub classes: Vec<ServiceId>,
    /// Whether the shop has coupons.
    pub takes_coupons: bool,
    /// What is chosen, as it is on the day and by whoever does it, with its free times.
    pub chosen: Option<(Service, Vec<Slot>)>,
    /// All that is chosen, where it is a visit of several services.
    pub visit: Option<Promised>,
}

/// What the form is read from: the address of the page, or what was typed into it.
#[derive(Clone)]
pub enum Source {
    /// The address.
    Asked(NewQuery),
    /// What was typed, and whether somebody is looked for.
    Typed(Box<NewForm>, bool),
}

impl Choices {
    /// Its clock.
    pub fn clock(&self, t: Words) -> WallClock {
        WallClock {
            t,
            zone: self.at.profile.zone,
            now: self.now,
            today: self.today,
        }
    }

    /// Whoever it is for, where they have a card.
    pub fn caller(&self) -> Option<&Caller> {
        match &self.answer {
            Answer::Found(caller) => Some(caller),
            _ => None,
        }
    }

    /// Their card.
    pub fn card(&self) -> Option<&Card> {
        self.caller().map(|caller| &caller.card)
    }

    /// Whether whoever looks may look for somebody with a card.
    pub fn may_find(&self) -> bool {
        self.at.member.may(Right::ReadCustomers)
    }
}

/// Reads all of it in one, and the form as it is by that.
pub async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    slug: &str,
    source: Source,
) -> Result<(Choices, NewForm), Error> {
    let (t, csrf) = (ctx.t, signed_in.csrf.clone());
    let found = member::look(site, ctx, signed_in, (slug, RIGHT), move |tx, at| {
        all(tx, at, (t, &csrf, source.clone()))
    });
    let (choices, form) = found.await??;
    // Whoever may not look cards up books for none.
    if !choices.may_find() && !form.customer.is_empty() {
        return Err(Error::Forbidden);
    }
    Ok((choices, form))
}

fn all(
    tx: &mut TenantTx<'_>,
    at: &AtWork,
    (t, csrf, source): (Words, &str, Source),
) -> db::Result<(Choices, NewForm)> {
    let mut choices = Choices {
        at: at.clone(),
        services: service::all(tx)?,
        resources: resource::all(tx)?,
        today: day_plan::today(tx, at.profile.zone)?,
        now: tx.now(),
        answer: Answer::Nothing,
        classes: Vec::new(),
        takes_coupons: !coupon::living(tx)?.is_empty(),
        chosen: None,
        visit: None,
    };
    choices.classes = session::classes(tx, choices.today)?;
    let (form, is_looked_for) = match source {
        Source::Typed(form, is_looked_for) => (*form, is_looked_for),
        Source::Asked(query) => {
            let locale = choices.at.profile.settings.default_locale.as_str();
            let form = begin(csrf, (&choices.clock(t), locale), &query);
            let is_typed = !text::is_blank(&form.q);
            let act = if is_typed { FIND } else { "" }.to_owned();
            (NewForm { act, ..form }, is_typed)
        }
    };
    if !choices.may_find() {
        choose(tx, &mut choices, &form)?;
        return Ok((choices, form));
    }
    let typed = if is_looked_for { form.q.as_str() } else { "" };
    choices.answer = callers::find(tx, at, (typed, &form.customer))?;
    let form = settled(form, &choices);
    choose(tx, &mut choices, &form)?;
    Ok((choices, form))
}

/// What is chosen, and when it can be had: one service, or all of a visit.
fn choose(tx: &mut TenantTx<'_>, choices: &mut Choices, form: &NewForm) -> db::Result<()> {
    let Some(wish) = wished(choices, form) else {
        return Ok(());
    };
    choices.chosen = match wish.more.is_empty() {
        true => Some(chosen(tx, choices, &wish)?),
        false => {
            let start = (wish.date.unwrap_or(choices.today), wish.start);
            let (visit, slots) = several_read::read(tx, choices, (wish.all(), start))?;
            choices.visit = visit;
            Some((wish.first.service, slots))
        }
    };
    Ok(())
}

/// The form, once it is known whom it is for.
fn settled(form: NewForm, choices: &Choices) -> NewForm {
    match &choices.answer {
        Answer::Nothing => NewForm {
            customer: String::new(),
            ..form
        },
        Answer::Several(_) => NewForm {
            sought: form.q.clone(),
            ..form
        },
        Answer::Nobody => as_new(form),
        Answer::Found(caller) => as_last_time(form, caller, choices),
    }
}

/// Nobody fits: what was typed is put where it belongs of somebody new.
fn as_new(form: NewForm) -> NewForm {
    let sought = form.q.trim().to_owned();
    let is_number = sought.chars().any(char::is_numeric);
    let is_whole = sought.chars().filter(|one| one.is_numeric()).count() >= WHOLE_NUMBER;
    let is_named = !format!("{}{}{}", form.family, form.family_kana, form.full_name).is_empty();
    let mut form = NewForm {
        sought: form.q.clone(),
        customer: String::new(),
        ..form
    };
    if is_number && is_whole && form.phone.is_empty() {
        form.phone = sought;
    } else if !is_number && !is_named {
        let mut words = sought.split_whitespace();
        let family = words.next().unwrap_or_default().to_owned();
        let given = words.collect::<Vec<_>>().join(" ");
        match text::kana(&family).is_ok() && text::kana(&given).is_ok() {
            true => (form.family_kana, form.given_kana) = (family, given),
            false => (form.family, form.given) = (family, given),
        }
        form.full_name = sought;
    }
    form
}

/// Somebody with a card: they are called and reached as it says and, where nothing else is chosen, have the same service and
/// the same person as the last time.
fn as_last_time(form: NewForm, caller: &Caller, choices: &Choices) -> NewForm {
    let card = &caller.card;
    let email = match card.email {
        Some(_) => String::new(),
        None => form.email.clone(),
    };
    let [
        family,
        given,
        family_kana,
        given_kana,
        full_name,
        phone,
        q,
        sought,
    ] = Default::default();
    let mut form = NewForm {
        language: card.locale.clone(),
        customer: card.id.to_string(),
        email,
        family,
        given,
        family_kana,
        given_kana,
        full_name,
        phone,
        q,
        sought,
        ..form
    };
    if !form.service.is_empty() {
        return form;
    }
    let (service, person) = caller.again((&choices.services, &choices.resources));
    let Some(service) = service else {
        return form;
    };
    form.service = service.to_string();
    let least = choices.services.iter().find(|one| one.id == service);
    let least = least.map_or(1, |one| one.figures.party_min.max(1));
    if form.party.parse::<i16>().is_ok_and(|party| party < least) {
        form.party = least.to_string();
    }
    if form.staff.is_empty() {
        form.staff = person.map(|id| id.to_string()).unwrap_or_default();
        if caller.asks_for(&form.staff) {
            form.nominated = "yes".to_owned();
        }
    }
    form
}

/// What is chosen so far, nothing complained about.
struct Wished {
    first: Meant,
    more: Vec<Meant>,
    date: Option<LocalDate>,
    start: Option<DateTime<Utc>>,
}

impl Wished {
    fn all(&self) -> Vec<Meant> {
        several_meant::in_line([vec![self.first.clone()], self.more.clone()].concat())
    }
}

fn wished(choices: &Choices, form: &NewForm) -> Option<Wished> {
    let id = form.service.parse::<ServiceId>().ok();
    let mut services = choices.services.iter();
    let service = services.find(|one| Some(one.id) == id)?;
    let mut options: Vec<OptionId> = form.options();
    let own = |id: &OptionId| {
        let mut all = service.groups.iter().flat_map(|group| &group.options);
        all.any(|one| one.id == *id)
    };
    options.retain(own);
    let with = service.clone().with_options(&options);
    let staff = form.staff.parse::<ResourceId>().ok();
    let party = form.party.trim().parse().unwrap_or(1);
    let date = parse_date(&form.date);
    let time = WallTime::hurried(&form.time);
    let zone = choices.at.profile.zone;
    Some(Wished {
        first: Meant {
            guest: 0,
            service: with.unwrap_or_else(|_not_yet| service.clone()),
            resource: staff,
            is_nominated: staff.is_some() && form.nominated == "yes",
            party,
        },
        more: several_meant::so_far(form, (&choices.services, party)),
        start: date
            .zip(time)
            .and_then(|(date, time)| instant(zone, date, time)),
        date,
    })
}

/// One service, with what of it belongs to it, and when it can be had.
fn chosen(
    tx: &mut TenantTx<'_>,
    choices: &Choices,
    wished: &Wished,
) -> db::Result<(Service, Vec<Slot>)> {
    let first = &wished.first;
    let wish = free_times::Wish {
        profile: &choices.at.profile,
        service: &first.service,
        staff: first.resource,
        party: first.party,
        from: wished.date,
    };
    let slots = free_times::read(tx, &wish)?;
    let service = first.service.clone();
    let service = service.on(wished.date.unwrap_or(choices.today));
    let terms = resource::roster(tx)?.terms(&service, first.resource);
    Ok((service.done_by(terms), slots))
}
