//! Letters by which somebody tries whether letters leave: an owner's for a shop, an operator's for the house. They go to the proved
//! address of whoever asked, and what became of them stands here for a month.

use super::jobs::TryMail;
use crate::{
    base::ids::{BusinessId, MailTestId, UserId},
    db::{self, PlatformTx, TenantTx, statement::prepared},
    domain::accounts::person::{self, Person},
    queue,
    schema::{businesses::business_settings, notifications::mail_tests},
};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;
use uuid::Uuid;

/// So often a day a shop may try.
pub const A_DAY: i64 = 5;
/// So many are listed.
const LISTED: i64 = 5;
/// So long they are kept.
const KEPT: TimeDelta = TimeDelta::days(30);
/// After this nobody works at one any more.
const LOST: TimeDelta = TimeDelta::minutes(15);

/// A letter that tries.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = mail_tests)]
pub struct Trial {
    /// Its key.
    pub id: MailTestId,
    /// The shop, or nobody: then it is the house's.
    pub business_id: Option<BusinessId>,
    /// To whom it goes.
    pub asked_by: Option<UserId>,
    /// The code of its language.
    pub locale: String,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it had gone, or had not.
    pub finished_at: Option<DateTime<Utc>>,
    /// What was wrong, in one word.
    pub trouble: Option<String>,
    /// What the server said at last.
    pub answer: String,
    /// The conversation; of a shop's nothing.
    pub steps: serde_json::Value,
}

/// One step of a conversation.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// Where in the conversation, in one word.
    pub stage: String,
    /// What we said.
    pub said: String,
    /// What was answered.
    pub answered: Vec<String>,
}

/// What became of one.
#[derive(Clone, Debug)]
pub struct Told {
    /// What was wrong, in one word.
    pub trouble: Option<&'static str>,
    /// What the server said at last.
    pub answer: String,
    /// The conversation.
    pub steps: serde_json::Value,
}

/// Where one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is on its way.
    Waiting,
    /// The server has taken it.
    Gone,
    /// It has not.
    Failed,
    /// Nobody knows: whoever worked at it is gone.
    Lost,
}

impl Standing {
    /// Its word in names of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Gone => "gone",
            Self::Failed => "failed",
            Self::Lost => "lost",
        }
    }
}

impl Trial {
    /// Where it stands.
    pub fn standing(&self, now: DateTime<Utc>) -> Standing {
        match (self.finished_at, &self.trouble) {
            (None, _) if self.asked_at + LOST < now => Standing::Lost,
            (None, _) => Standing::Waiting,
            (Some(_), None) => Standing::Gone,
            (Some(_), Some(_)) => Standing::Failed,
        }
    }

    /// What was said.
    pub fn conversation(&self) -> Vec<Step> {
        serde_json::from_value(self.steps.clone()).unwrap_or_default()
    }
}

/// The last ones of a shop, the newest first.
pub fn of_shop(tx: &mut TenantTx<'_>) -> db::Result<Vec<Trial>> {
    Ok(mail_tests::table
        .filter(mail_tests::business_id.eq(tx.business()))
        .order((mail_tests::asked_at.desc(), mail_tests::id))
        .limit(LISTED)
        .select(Trial::as_select())
        .load(tx.conn())?)
}

/// The last ones of the house.
pub fn of_house(tx: &mut PlatformTx<'_>) -> db::Result<Vec<Trial>> {
    Ok(mail_tests::table
        .filter(mail_tests::business_id.is_null())
        .order((mail_tests::asked_at.desc(), mail_tests::id))
        .limit(LISTED)
        .select(Trial::as_select())
        .load(tx.conn())?)
}

/// Asks for one to whoever acts; `false` where that was done often enough today.
pub fn ask(tx: &mut TenantTx<'_>, locale: &str) -> db::Result<bool> {
    let business = tx.business();
    // Two who ask at once come one after the other.
    let _: String = business_settings::table
        .filter(business_settings::business_id.eq(business))
        .select(business_settings::accent)
        .for_update()
        .first(tx.conn())?;
    let (now, user) = (tx.now(), tx.actor().user());
    let today: i64 = mail_tests::table
        .filter(mail_tests::business_id.eq(business))
        .filter(mail_tests::asked_at.gt(now - TimeDelta::days(1)))
        .count()
        .get_result(tx.conn())?;
    if today >= A_DAY {
        return Ok(false);
    }
    write(tx.conn(), (Some(business), user), (locale, now))?;
    Ok(true)
}

/// Asks for one to an operator.
pub fn ask_for_house(tx: &mut PlatformTx<'_>, user: UserId, locale: &str) -> db::Result<()> {
    let now = tx.now();
    write(tx.conn(), (None, Some(user)), (locale, now))
}

fn write(
    conn: &mut PgConnection,
    (business, user): (Option<BusinessId>, Option<UserId>),
    (locale, now): (&str, DateTime<Utc>),
) -> db::Result<()> {
    let id = MailTestId(Uuid::new_v4());
    let row = diesel::insert_into(mail_tests::table).values((
        mail_tests::id.eq(id),
        mail_tests::business_id.eq(business),
        mail_tests::asked_by.eq(user),
        mail_tests::locale.eq(locale),
        mail_tests::asked_at.eq(now),
    ));
    prepared(row).execute(conn)?;
    prepared(queue::job(business, &TryMail { test: id }, now)?).execute(conn)?;
    Ok(())
}

/// One that waits, and to whom it goes: nobody without a proved address. `None` where nobody waits for it any more.
pub fn waiting(
    tx: &mut PlatformTx<'_>,
    id: MailTestId,
) -> db::Result<Option<(Trial, Option<Person>)>> {
    let found: Option<Trial> = mail_tests::table
        .filter(mail_tests::id.eq(id))
        .filter(mail_tests::finished_at.is_null())
        .select(Trial::as_select())
        .first(tx.conn())
        .optional()?;
    let Some(trial) = found else {
        return Ok(None);
    };
    let Some(user) = trial.asked_by else {
        return Ok(Some((trial, None)));
    };
    let is_proved = person::myself(tx, user)?.is_some_and(|own| own.email.is_some());
    let person = match is_proved {
        true => person::find(tx, user)?,
        false => None,
    };
    Ok(Some((trial, person)))
}

/// Writes down what became of it.
pub fn finish(tx: &mut PlatformTx<'_>, id: MailTestId, told: &Told) -> db::Result<()> {
    let now = tx.now();
    let row = mail_tests::table
        .filter(mail_tests::id.eq(id))
        .filter(mail_tests::finished_at.is_null());
    prepared(diesel::update(row).set((
        mail_tests::finished_at.eq(now),
        mail_tests::trouble.eq(told.trouble),
        mail_tests::answer.eq(&told.answer),
        mail_tests::steps.eq(&told.steps),
    )))
    .execute(tx.conn())?;
    Ok(())
}

/// Throws away those that are older than a month.
pub fn clear(tx: &mut PlatformTx<'_>) -> db::Result<usize> {
    let border = tx.now() - KEPT;
    let old = mail_tests::table.filter(mail_tests::asked_at.lt(border));
    Ok(prepared(diesel::delete(old)).execute(tx.conn())?)
}
