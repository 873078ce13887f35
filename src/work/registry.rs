//! Every job by name, and the function that does it.

use super::{Shift, recover_account, send_notice};
use crate::{
    domain::{accounts::jobs::RecoverAccount, notifications::jobs::SendNotice},
    queue::{Job, outcome::Outcome, row::JobRow},
};

/// The names of all jobs that this program can do.
pub const NAMES: [&str; 2] = [SendNotice::NAME, RecoverAccount::NAME];

/// Does a claimed job.
pub(super) async fn perform(shift: &Shift, job: &JobRow) -> Outcome {
    match job.job_type.as_str() {
        SendNotice::NAME => send_notice::perform(shift, job).await,
        RecoverAccount::NAME => recover_account::perform(shift, job).await,
        // Perhaps a newer program beside this one has written it; that one will do it.
        unknown => Outcome::Retry(format!("no job is called {unknown} here")),
    }
}
