//! Dated exceptions to the week: closed, or special hours, with the reason.

use crate::{
    base::{bilingual::Bilingual, time::WallSpan},
    db::{self, TenantTx, statement::prepared},
    schema::businesses::business_holidays,
};
use chrono::NaiveDate;
use diesel::prelude::*;

/// One exception that guests should know of.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The business day.
    pub date: NaiveDate,
    /// Why.
    pub reason: Bilingual,
    /// Special hours in minutes of the day; `None` is closed.
    pub span: Option<(i16, i16)>,
}

/// Exceptions from `from` on, at most `most`.
pub fn coming(tx: &mut TenantTx<'_>, from: NaiveDate, most: usize) -> db::Result<Vec<Closing>> {
    let known = tx.kept(read)?;
    let past = known.0.partition_point(|closing| closing.date < from);
    Ok(known.0.iter().skip(past).take(most).cloned().collect())
}

/// Those of some dates, by date; read anew, for whoever changes them.
pub fn on(
    tx: &mut TenantTx<'_>,
    (first, last): (NaiveDate, NaiveDate),
) -> db::Result<Vec<Closing>> {
    let mut known = read(tx)?.0;
    known.retain(|closing| (first..=last).contains(&closing.date));
    Ok(known)
}

/// On these dates the business is open at these times, or closed without any, whatever had been said of them.
pub fn set(
    tx: &mut TenantTx<'_>,
    dates: &[NaiveDate],
    spans: &[WallSpan],
    reason: &Bilingual,
) -> db::Result<()> {
    lift(tx, dates)?;
    let business = tx.business();
    let said: Vec<Option<WallSpan>> = match spans {
        [] => vec![None],
        spans => spans.iter().copied().map(Some).collect(),
    };
    let rows: Vec<_> = dates
        .iter()
        .flat_map(|date| said.iter().map(move |span| (*date, *span)))
        .map(|(date, span)| {
            (
                business_holidays::business_id.eq(business),
                business_holidays::date.eq(date),
                business_holidays::reason.eq(&reason.ja),
                business_holidays::reason_en.eq(&reason.en),
                business_holidays::open_minute.eq(span.map(|span| span.minutes().0)),
                business_holidays::close_minute.eq(span.map(|span| span.minutes().1)),
            )
        })
        .collect();
    diesel::insert_into(business_holidays::table)
        .values(rows)
        .execute(tx.conn())?;
    Ok(())
}

/// These dates are as the week has them.
pub fn lift(tx: &mut TenantTx<'_>, dates: &[NaiveDate]) -> db::Result<()> {
    let business = tx.business();
    prepared(diesel::delete(
        business_holidays::table
            .filter(business_holidays::business_id.eq(business))
            .filter(business_holidays::date.eq_any(dates.to_vec())),
    ))
    .execute(tx.conn())?;
    Ok(())
}

/// All there are, by date.
struct Closings(Vec<Closing>);

fn read(tx: &mut TenantTx<'_>) -> db::Result<Closings> {
    let business = tx.business();
    let rows = business_holidays::table
        .filter(business_holidays::business_id.eq(business))
        .order((business_holidays::date, business_holidays::open_minute))
        .select((
            business_holidays::date,
            business_holidays::reason,
            business_holidays::reason_en,
            business_holidays::open_minute,
            business_holidays::close_minute,
        ))
        .load::<(NaiveDate, String, String, Option<i16>, Option<i16>)>(tx.conn())?;
    let closings = rows
        .into_iter()
        .map(|(date, ja, en, open, close)| Closing {
            date,
            reason: Bilingual::new(ja, en),
            span: open.zip(close),
        })
        .collect();
    Ok(Closings(closings))
}
