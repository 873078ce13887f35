//! Command: time off is approved, or is not. An approval is written as exceptions to somebody's shifts, with what it replaces
//! beside the request, so that taking it back leaves the dates as they were.

use super::{
    availability::{hours, working},
    proposal::Change,
    resource, rule_rows,
    shift::{self, DayPlanned},
    time_off::{NO_OVERLAP, Row, State, TimeOff, TimeOffError, tell},
};
use crate::{
    base::{
        ids::{ResourceId, TimeOffId, UserId},
        time::{LocalDate, WallSpan},
    },
    db::{
        self, TenantTx,
        constraint::on_constraint,
        statement::{bind, prepared, statement},
    },
    schema::scheduling::{staff_exceptions, time_off_requests},
};
use chrono::{DateTime, Utc};
use diesel::{
    prelude::*,
    sql_types::{Array, Date, Uuid as SqlUuid},
};

/// What is said to a request.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Who decides.
    pub by: UserId,
    /// A word with it.
    pub answer: String,
}

/// What somebody would work on the days of a request if it were approved, from `today` on. A whole day is off even where they
/// would not have worked, since their week may become another one; hours are taken out of what they work then.
pub fn planned(
    tx: &mut TenantTx<'_>,
    request: &TimeOff,
    today: LocalDate,
) -> db::Result<Vec<Change>> {
    let dates = request.days.each().filter(|date| *date >= today);
    let Some(taken) = request.days.hours else {
        return Ok(dates
            .map(|date| (request.resource, date, Vec::new()))
            .collect());
    };
    let Some(person) = resource::find(tx, request.resource)? else {
        return Ok(Vec::new());
    };
    let mut able = vec![rule_rows::able(&person)];
    let opening = rule_rows::read(tx, &mut able, request.days.first, 1)?.opening;
    let day = |date: LocalDate| {
        let able = able.first()?;
        let works = WallSpan::merged(working(able, date, &hours(&opening, date)));
        let left: Vec<WallSpan> = works
            .iter()
            .flat_map(|span| without(*span, taken))
            .collect();
        (left != works).then_some((request.resource, date, left))
    };
    Ok(dates.filter_map(day).collect())
}

/// What is left of a span without another.
fn without(span: WallSpan, taken: WallSpan) -> impl Iterator<Item = WallSpan> {
    let before = WallSpan::new(span.from(), span.until().min(taken.from()));
    let after = WallSpan::new(span.from().max(taken.until()), span.until());
    before.into_iter().chain(after)
}

/// They are off: on these days, as [`planned`] has them.
pub fn approve(
    tx: &mut TenantTx<'_>,
    request: &TimeOff,
    (verdict, planned, today): (&Verdict, &[Change], LocalDate),
) -> Result<(), TimeOffError> {
    if request.days.last < today {
        return Err(TimeOffError::Past);
    }
    set(tx, request, (State::Approved, Some(verdict)))?;
    remember(tx, request, planned)?;
    write(tx, request, planned)?;
    Ok(tell(tx, request.id, request.version + 1)?)
}

/// They are not.
pub fn decline(
    tx: &mut TenantTx<'_>,
    request: &TimeOff,
    verdict: &Verdict,
) -> Result<(), TimeOffError> {
    set(tx, request, (State::Declined, Some(verdict)))?;
    Ok(tell(tx, request.id, request.version + 1)?)
}

/// The decision is taken back, and nobody has learnt of it: it waits once more. Whoever plans shifts may not have been told
/// that it does, where it was decided before their letter was due.
pub fn undo(
    tx: &mut TenantTx<'_>,
    request: &TimeOff,
    today: LocalDate,
) -> Result<(), TimeOffError> {
    let until = request.undoable_until();
    if until.is_none_or(|until| tx.now() >= until) {
        return Err(TimeOffError::Overtaken);
    }
    lift(tx, request, today)?;
    set(tx, request, (State::Open, None))?;
    Ok(tell(tx, request.id, request.version + 1)?)
}

/// What was approved is not any more, from today on; whoever asked is told.
pub fn revoke(
    tx: &mut TenantTx<'_>,
    request: &TimeOff,
    (verdict, today): (&Verdict, LocalDate),
) -> Result<(), TimeOffError> {
    if request.days.last < today {
        return Err(TimeOffError::Past);
    }
    if request.state != State::Approved {
        return Err(TimeOffError::Overtaken);
    }
    lift(tx, request, today)?;
    set(tx, request, (State::Revoked, Some(verdict)))?;
    Ok(tell(tx, request.id, request.version + 1)?)
}

/// The dates on which somebody is off because they asked, between two.
pub fn taken(
    tx: &mut TenantTx<'_>,
    (first, last): (LocalDate, LocalDate),
) -> db::Result<Vec<(ResourceId, LocalDate)>> {
    let business = tx.business();
    Ok(staff_exceptions::table
        .filter(staff_exceptions::business_id.eq(business))
        .filter(staff_exceptions::date.between(first, last))
        .filter(staff_exceptions::time_off_id.is_not_null())
        .select((staff_exceptions::resource_id, staff_exceptions::date))
        .distinct()
        .load(tx.conn())?)
}

/// Who else is off between two dates: whole days by an exception, whatever made it, or hours that were asked for.
pub fn others_off(
    tx: &mut TenantTx<'_>,
    (first, last): (LocalDate, LocalDate),
    but: ResourceId,
) -> db::Result<Vec<(ResourceId, LocalDate)>> {
    let business = tx.business();
    Ok(staff_exceptions::table
        .filter(staff_exceptions::business_id.eq(business))
        .filter(staff_exceptions::date.between(first, last))
        .filter(staff_exceptions::resource_id.ne(but))
        .filter(
            staff_exceptions::is_working
                .eq(false)
                .or(staff_exceptions::time_off_id.is_not_null()),
        )
        .select((staff_exceptions::resource_id, staff_exceptions::date))
        .distinct()
        .load(tx.conn())?)
}

/// Keeps beside the request what is said of its dates so far. Where other hours of a date are off already, that is what had
/// been said before them: whichever of them is taken back, the date is written anew from there.
fn remember(tx: &mut TenantTx<'_>, request: &TimeOff, planned: &[Change]) -> db::Result<()> {
    let dates: Vec<LocalDate> = planned.iter().map(|(_, date, _)| *date).collect();
    let kept = statement::<(), _>(
        "update scheduling.time_off_requests set replaced_json = coalesce(\
         (select r.replaced_json from scheduling.staff_exceptions e \
         join scheduling.time_off_requests r on r.business_id = e.business_id and r.id = e.time_off_id \
         where e.business_id = ? and e.resource_id = ? and e.date = any (?) limit 1), \
         (select jsonb_agg(jsonb_build_object('date', e.date, 'is_working', e.is_working, \
         'start_minute', e.start_minute, 'end_minute', e.end_minute, 'note', e.note)) \
         from scheduling.staff_exceptions e where e.business_id = ? and e.resource_id = ? and e.date = any (?)), '[]') \
         where business_id = ? and id = ?",
        (
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(request.resource),
            bind::<Array<Date>, _>(dates.clone()),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(request.resource),
            bind::<Array<Date>, _>(dates),
            bind::<SqlUuid, _>(tx.business()),
            bind::<SqlUuid, _>(request.id),
        ),
    );
    prepared(kept).execute(tx.conn())?;
    Ok(())
}

/// Says of its dates what it makes of them, and that it is what says so.
fn write(tx: &mut TenantTx<'_>, request: &TimeOff, planned: &[Change]) -> db::Result<()> {
    let days = planned.iter().map(|(resource, date, spans)| DayPlanned {
        resource: *resource,
        date: *date,
        spans: Some(spans.clone()),
        note: String::new(),
    });
    shift::set_days(tx, &days.collect::<Vec<_>>())?;
    let (business, dates) = (tx.business(), planned.iter().map(|(_, date, _)| *date));
    prepared(
        diesel::update(
            staff_exceptions::table
                .filter(staff_exceptions::business_id.eq(business))
                .filter(staff_exceptions::resource_id.eq(request.resource))
                .filter(staff_exceptions::date.eq_any(dates.collect::<Vec<_>>())),
        )
        .set(staff_exceptions::time_off_id.eq(request.id)),
    )
    .execute(tx.conn())?;
    Ok(())
}

/// Takes a request's own exceptions off again, and says once more what they replaced, but for other hours of the date that are
/// off. A date on which somebody has said something else since stays as it is.
fn lift(tx: &mut TenantTx<'_>, request: &TimeOff, today: LocalDate) -> db::Result<()> {
    let (business, beside) = (tx.business(), beside(tx, request)?);
    let own: Vec<TimeOffId> = beside
        .iter()
        .map(|one| one.id)
        .chain([request.id])
        .collect();
    let gone: Vec<(LocalDate, TimeOffId)> = prepared(
        diesel::delete(
            staff_exceptions::table
                .filter(staff_exceptions::business_id.eq(business))
                .filter(staff_exceptions::time_off_id.eq_any(own))
                .filter(staff_exceptions::date.ge(today)),
        )
        .returning((
            staff_exceptions::date,
            staff_exceptions::time_off_id.assume_not_null(),
        )),
    )
    .load(tx.conn())?;
    if gone.is_empty() {
        return Ok(());
    }
    let (dates, whose): (Vec<_>, Vec<_>) = gone.into_iter().map(|(date, id)| (date, id.0)).unzip();
    let again = statement::<(), _>(
        "insert into scheduling.staff_exceptions (business_id, resource_id, date, is_working, start_minute, end_minute, note) \
         select r.business_id, r.resource_id, was.date, was.is_working, was.start_minute, was.end_minute, was.note \
         from scheduling.time_off_requests r, jsonb_to_recordset(r.replaced_json) as was \
         (date date, is_working boolean, start_minute smallint, end_minute smallint, note text) \
         where r.business_id = ? and r.id = any (?) and was.date = any (?)",
        (
            bind::<SqlUuid, _>(business),
            bind::<Array<SqlUuid>, _>(whose),
            bind::<Array<Date>, _>(dates),
        ),
    );
    prepared(again).execute(tx.conn())?;
    // What was remembered of this person's days is not so any more.
    tx.rules_changed()?;
    for one in beside {
        let planned = planned(tx, &one, today)?;
        write(tx, &one, &planned)?;
    }
    Ok(())
}

/// Other hours of the same date that are off because the same person asked.
fn beside(tx: &mut TenantTx<'_>, request: &TimeOff) -> db::Result<Vec<TimeOff>> {
    if request.days.hours.is_none() {
        return Ok(Vec::new());
    }
    let business = tx.business();
    let rows: Vec<Row> = time_off_requests::table
        .filter(time_off_requests::business_id.eq(business))
        .filter(time_off_requests::resource_id.eq(request.resource))
        .filter(time_off_requests::first_date.eq(request.days.first))
        .filter(time_off_requests::state.eq(<&str>::from(State::Approved)))
        .filter(time_off_requests::id.ne(request.id))
        .select(Row::as_select())
        .load(tx.conn())?;
    Ok(rows.into_iter().map(TimeOff::from).collect())
}

/// Sets its state, if nobody has set another since it was read.
fn set(
    tx: &mut TenantTx<'_>,
    request: &TimeOff,
    (state, verdict): (State, Option<&Verdict>),
) -> Result<(), TimeOffError> {
    let must_be_open = matches!(state, State::Approved | State::Declined);
    if must_be_open && request.state != State::Open {
        return Err(TimeOffError::Overtaken);
    }
    let (business, now): (_, DateTime<Utc>) = (tx.business(), tx.now());
    let id: TimeOffId = request.id;
    let met = prepared(
        diesel::update(
            time_off_requests::table
                .filter(time_off_requests::business_id.eq(business))
                .filter(time_off_requests::id.eq(id))
                .filter(time_off_requests::version.eq(request.version)),
        )
        .set((
            time_off_requests::state.eq(<&str>::from(state)),
            time_off_requests::answer.eq(verdict.map_or("", |verdict| verdict.answer.as_str())),
            time_off_requests::decided_by.eq(verdict.map(|verdict| verdict.by)),
            time_off_requests::decided_at.eq(verdict.map(|_| now)),
            time_off_requests::version.eq(request.version + 1),
        )),
    )
    .execute(tx.conn());
    match on_constraint(met, NO_OVERLAP, || TimeOffError::Overlaps)? {
        0 => Err(TimeOffError::Overtaken),
        _ => Ok(()),
    }
}
