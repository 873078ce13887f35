//! Somebody is suddenly off: who and from when; then each of their bookings with a proposal, and one press that does all of it and
//! asks the guests who need to be asked. Whoever answered is listed below.

use super::{
    absence_form::{AbsenceForm, AbsenceQuery, Who},
    absence_page::{self, Draft},
};
use crate::{
    base::{
        ids::BookingId,
        msg::Msg,
        time::{LocalDate, WallTime, wall_on},
    },
    db::{self, TenantTx},
    domain::{
        bookings::{
            absence::{self, Absence, AbsenceError, Touched},
            absence_decisions::{self, Decision},
            proposal::{self, AnswerError, Asked},
        },
        businesses::role::Right,
        scheduling::{
            day_plan,
            resource::{self, Resource},
        },
    },
    web::{
        error::{Error, Result},
        flash::{self, Said},
        form::{
            Errors,
            typed::{Asked as Queried, Typed},
        },
        gate::member::{self, AtWork},
        links,
        page::PageCtx,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use chrono::{DateTime, Timelike, Utc};
use serde::Deserialize;
use std::collections::BTreeMap;

/// All that is done here: bookings move, some are called off, and nobody can book with whoever is off.
pub const RIGHTS: [Right; 3] = [Right::MoveBookings, Right::CancelBookings, Right::BlockTime];

/// Whether somebody may do all of it.
pub fn may(at: &AtWork) -> bool {
    RIGHTS.into_iter().all(|right| at.member.may(right))
}

/// What the page is drawn from.
pub struct Scene {
    /// Where, and who looks.
    pub at: AtWork,
    /// Who can be off.
    pub people: Vec<Resource>,
    /// The present business day.
    pub today: LocalDate,
    /// The instant of the page.
    pub now: DateTime<Utc>,
    /// Whether whoever is meant works no more that day from then on.
    pub is_off: bool,
    /// Who was asked because this person is off on this day.
    pub asked: Vec<Asked>,
}

/// What a guest told the shop: that it suits them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AgreedForm {
    csrf: String,
    /// The version that was shown.
    version: String,
    /// From when somebody is off, where this was pressed on their page.
    from: String,
}

/// Who is off; once that is known, their bookings and what could become of each. Nothing is changed by looking.
pub async fn new(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    query: Queried<AbsenceQuery>,
) -> Result {
    ctx.csrf.clone_from(&signed_in.csrf);
    let (slug, mut query) = (path.into_inner().1, query.0);
    let mut errors = Errors::default();
    let who = match query.staff.is_empty() {
        true => None,
        false => query.who(&mut errors),
    };
    let scene = read(&site, &ctx, &signed_in, (&slug, who)).await?;
    begin(&mut query, &scene);
    let touched = foresee(&site, &ctx, &signed_in, (&slug, who)).await?;
    let status = match errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let draft = Draft {
        query: &query,
        who,
        touched: touched.as_deref(),
        form: &AbsenceForm::default(),
        errors: &errors,
        troubles: &[],
    };
    ctx.redraw(
        status,
        &absence_page::page(&ctx, &signed_in, &scene, &draft),
    )
}

/// Does all of it.
pub async fn create(
    site: Data<Site>,
    mut ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String)>,
    form: Typed<BTreeMap<String, String>>,
) -> Result {
    let form = AbsenceForm(form.0);
    signed_in.sent(form.get("csrf"))?;
    ctx.csrf.clone_from(&signed_in.csrf);
    let slug = path.into_inner().1;
    let (query, mut errors) = (form.query(), Errors::default());
    let who = query.who(&mut errors).ok_or(Error::Unreadable)?;
    let scene = read(&site, &ctx, &signed_in, (&slug, Some(who))).await?;
    let here = links::absence(
        ctx.lang,
        &slug,
        (Some(who.person), Some(who.date), &who.from.to_string()),
    );
    ctx.stand_at(&here);
    let decisions = form.decisions(scene.at.profile.zone, &mut errors)?;
    let (mut status, mut troubles) = (StatusCode::UNPROCESSABLE_ENTITY, Vec::new());
    if form.get("switch") == "yes" {
        (status, errors) = (StatusCode::OK, Errors::default());
    } else if errors.is_empty() {
        match carry_out(&site, &ctx, &signed_in, (&slug, who, decisions)).await? {
            Ok(()) => return Ok(flash::say(ctx.see_other(&here)?, Said::AbsenceDone)),
            Err(AbsenceError::NotSo(all)) => {
                errors.add("", Msg::new("absence-not-so"));
                (status, troubles) = (StatusCode::CONFLICT, all);
            }
            Err(AbsenceError::Db(error)) => return Err(error.into()),
            Err(AbsenceError::Unknown | AbsenceError::Foreseen(_)) => return Err(Error::NotFound),
        }
    }
    let touched = foresee(&site, &ctx, &signed_in, (&slug, Some(who))).await?;
    let draft = Draft {
        query: &query,
        who: Some(who),
        touched: touched.as_deref(),
        form: &form,
        errors: &errors,
        troubles: &troubles,
    };
    ctx.redraw(
        status,
        &absence_page::page(&ctx, &signed_in, &scene, &draft),
    )
}

/// A guest who was called is content.
pub async fn agree(
    site: Data<Site>,
    ctx: PageCtx,
    signed_in: SignedIn,
    path: Path<(String, String, String)>,
    form: Typed<AgreedForm>,
) -> Result {
    let form = form.0;
    signed_in.sent(&form.csrf)?;
    let (_, slug, id) = path.into_inner();
    let booking: BookingId = id.parse().map_err(|_no_key| Error::NotFound)?;
    let version: i32 = form
        .version
        .parse()
        .map_err(|_no_number| Error::Unreadable)?;
    let wish = (slug.as_str(), Right::MoveBookings);
    let done = member::enter(&site, &ctx, &signed_in, wish, move |tx, _| {
        let known = proposal::of(tx, booking)?;
        proposal::accept(tx, booking, version)?;
        Ok::<_, AnswerError>(known)
    });
    let (known, said) = match done.await? {
        Ok(known) => (known, Said::ProposalAgreed),
        Err(AnswerError::NotAsked) => (None, Said::Overtaken),
        Err(AnswerError::Unknown) => return Err(Error::NotFound),
        Err(AnswerError::Db(error)) => return Err(error.into()),
    };
    let from = WallTime::hurried(&form.from);
    let there = match known.zip(from) {
        Some((known, from)) => {
            let whose = (known.absent_id, Some(known.absent_on), from.to_string());
            links::absence(ctx.lang, &slug, (whose.0, whose.1, &whose.2))
        }
        None => links::day(ctx.lang, &slug, None, "today"),
    };
    Ok(flash::say(ctx.see_other(&there)?, said))
}

/// Today, and from now on, where nobody says otherwise.
fn begin(query: &mut AbsenceQuery, scene: &Scene) {
    if query.date.is_empty() {
        query.date = scene.today.to_string();
    }
    if query.from.is_empty() {
        let is_today = query.date == scene.today.to_string();
        let minute = scene
            .now
            .with_second(0)
            .and_then(|at| at.with_nanosecond(0));
        let now = minute.and_then(|at| wall_on(scene.at.profile.zone, scene.today, at));
        let from = now.filter(|_| is_today).unwrap_or(WallTime::MIDNIGHT);
        query.from = from.to_string();
    }
}

async fn read(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, who): (&str, Option<Who>),
) -> std::result::Result<Scene, Error> {
    let found = member::look_with(
        site,
        ctx,
        signed_in,
        (slug, &RIGHTS[..]),
        move |tx, at| -> db::Result<Scene> {
            let mut people = resource::all(tx)?;
            people.retain(|one| one.kind.is_person());
            let mut asked = match who {
                Some(who) => proposal::of_absence(tx, (who.person, who.date))?,
                None => Vec::new(),
            };
            if !at.member.may(Right::ReadContacts) {
                for one in &mut asked {
                    one.customer.phone = None;
                }
            }
            let is_off = match who {
                Some(who) => is_off(tx, &people, who)?,
                None => false,
            };
            Ok(Scene {
                is_off,
                at: at.clone(),
                today: day_plan::today(tx, at.profile.zone)?,
                now: tx.now(),
                people,
                asked,
            })
        },
    );
    Ok(found.await??)
}

/// Whether somebody works no more that day from then on, as things stand.
fn is_off(tx: &mut TenantTx<'_>, people: &[Resource], who: Who) -> db::Result<bool> {
    let Some(person) = people.iter().find(|one| one.id == who.person) else {
        return Ok(false);
    };
    let plans = day_plan::read(tx, std::slice::from_ref(person), (who.date, 1))?;
    let mut works = plans.iter().flat_map(|plan| plan.bookable(person.id));
    Ok(!works.any(|span| span.until() > who.from))
}

/// What there is to decide, found out by beginning and giving it all back; `None` while nobody is named.
async fn foresee(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, who): (&str, Option<Who>),
) -> std::result::Result<Option<Vec<Touched>>, Error> {
    let Some(who) = who else {
        return Ok(None);
    };
    let wish = (slug, &RIGHTS[..]);
    let found = member::enter_with(site, ctx, signed_in, wish, move |tx, at| {
        absence::foresee(tx, &of(at, who))
    });
    match found.await? {
        Ok(never) => match never {},
        Err(AbsenceError::Foreseen(all)) => Ok(Some(all)),
        Err(AbsenceError::Db(error)) => Err(error.into()),
        Err(AbsenceError::Unknown | AbsenceError::NotSo(_)) => Err(Error::NotFound),
    }
}

async fn carry_out(
    site: &Site,
    ctx: &PageCtx,
    signed_in: &SignedIn,
    (slug, who, decisions): (&str, Who, Vec<Decision>),
) -> std::result::Result<std::result::Result<(), AbsenceError>, Error> {
    let wish = (slug, &RIGHTS[..]);
    member::enter_with(site, ctx, signed_in, wish, move |tx, at| {
        absence_decisions::carry_out(tx, &of(at, who), &decisions)?;
        Ok(())
    })
    .await
}

fn of(at: &AtWork, who: Who) -> Absence<'_> {
    Absence {
        profile: &at.profile,
        person: who.person,
        date: who.date,
        from: who.from,
    }
}
