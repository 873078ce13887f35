//! Whoever sees to a business is told that another program does not hear any more.

use super::Shift;
use crate::{
    base::ids::ProofId,
    db,
    domain::{
        integrations::stopped::readers,
        notifications::personal::{Kind, Notice, send},
    },
    queue::{outcome::Outcome, row::JobRow},
};

/// Writes the letters, all of them or none.
pub(super) async fn tell(shift: &Shift, job: &JobRow) -> Outcome {
    let Some(business) = job.business_id else {
        return Outcome::GiveUp("of no business".to_owned());
    };
    let told: db::Result<()> = shift
        .db
        .platform(move |tx| {
            for person in readers(tx, business)? {
                let notice = Notice::to(&person, Kind::WebhookStopped);
                let about = Some(ProofId(business.0));
                send(tx, &Notice { about, ..notice })?;
            }
            Ok(())
        })
        .await;
    match told {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}
