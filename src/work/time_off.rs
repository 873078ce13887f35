//! Who is told of time off: whoever plans shifts that somebody asks, and whoever asked what was decided. What was taken back
//! in the meantime is another change, and nobody is told of it.

use super::Shift;
use crate::{
    base::ids::{ProofId, UserId},
    db::{self, PlatformTx},
    domain::{
        accounts::person::{self, Person},
        notifications::personal::{Kind, Notice, is_written, send},
        scheduling::{
            jobs::TellTimeOff,
            time_off::State,
            time_off_told::{self, Told},
        },
    },
    queue::{outcome::Outcome, row::JobRow},
};

/// Writes the letters that a request owes.
pub(super) async fn tell(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<TellTimeOff>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let told = shift
        .db
        .platform(move |tx| {
            let told = time_off_told::read(tx, asked.request)?;
            let Some(told) = told.filter(|told| told.version == asked.version) else {
                return Ok(());
            };
            let about = ProofId(asked.request.0);
            for (kind, person) in letters(tx, &told)? {
                // A decision that was taken back says once more that it waits: some have been told, some not.
                if kind == Kind::TimeOffAsked && is_written(tx, (kind, person.id), about)? {
                    continue;
                }
                let about = Some(about);
                let notice = Notice::to(&person, kind);
                send(tx, &Notice { about, ..notice })?;
            }
            Ok(())
        })
        .await;
    let told: db::Result<()> = told;
    match told {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

fn letters(tx: &mut PlatformTx<'_>, told: &Told) -> db::Result<Vec<(Kind, Person)>> {
    let kind = match told.state {
        State::Open => {
            let planners = time_off_told::planners(tx, told.business, told.asked_by)?;
            let each = planners
                .into_iter()
                .map(|person| (Kind::TimeOffAsked, person));
            return Ok(each.collect());
        }
        State::Approved => Kind::TimeOffApproved,
        State::Declined => Kind::TimeOffDeclined,
        State::Revoked => Kind::TimeOffRevoked,
        State::Withdrawn => return Ok(Vec::new()),
    };
    // Who decided about their own knows.
    let asker: Option<UserId> = told.asked_by.filter(|user| told.decided_by != Some(*user));
    let person = match asker {
        Some(user) => person::find(tx, user)?,
        None => None,
    };
    Ok(person.map(|person| (kind, person)).into_iter().collect())
}
