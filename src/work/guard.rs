//! One job's fence: whatever happens inside is an outcome, and it happens in time.

use crate::queue::outcome::Outcome;
use std::time::Duration;
use tokio::time::timeout;

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
