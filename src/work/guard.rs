//! One job's fence: whatever happens inside is an outcome, and it happens in time.

use crate::{db, queue::outcome::Outcome};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// How often it is tried to write down what cannot be undone.
const TRIES: u32 = 30;
/// The wait between two of these tries.
const APART: Duration = Duration::from_secs(1);

/// Does a job on a task of its own, for at most so long. A panic is an outcome like another; what is not done in time
/// is cut off at its next wait.
pub async fn guarded<F>(job: F, longest: Duration) -> Outcome
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let mut task = tokio::spawn(job);
    match timeout(longest, &mut task).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(cut)) => Outcome::Retry(cut.to_string()),
        Err(_elapsed) => {
            task.abort();
            Outcome::Retry(format!("not done within {longest:?}"))
        }
    }
}

/// Writes down what has happened in the world and cannot be taken back, however long the database needs for it: whoever gave up here
/// would have it happen again. The fence around the job is what ends it.
pub(super) async fn patiently<F, Written>(mut write: F) -> db::Result<()>
where
    F: FnMut() -> Written,
    Written: Future<Output = db::Result<()>>,
{
    for _ in 1..TRIES {
        match write().await {
            Ok(()) => return Ok(()),
            Err(error) => tracing::warn!(%error, "what was done is not written down yet"),
        }
        sleep(APART).await;
    }
    write().await
}
