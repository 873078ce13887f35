//! Dated exceptions to the week: closed, or special hours, with the reason.

use crate::{
    base::bilingual::Bilingual,
    db::{self, TenantTx},
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
