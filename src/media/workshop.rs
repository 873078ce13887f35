//! Where photographs are made: on threads of their own, few at once, because each takes a core and much memory.

use super::{
    judge::Refused,
    made::{self, Kind, Made},
    private::{self, Private, Unfit},
};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::{Semaphore, oneshot},
    time::timeout,
};

/// How many are made at once: forty million pixels are a hundred and sixty megabytes.
const AT_ONCE: usize = 1;
/// How many forms with photographs are read at once: each is held whole.
const FORMS_AT_ONCE: usize = 4;
/// How long one waits for its turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// The workshop; a clone is the same one.
#[derive(Clone, Debug)]
pub struct Workshop {
    benches: Arc<Semaphore>,
    forms: Arc<Semaphore>,
    /// Those of guests by themselves: nobody keeps a shop from its photographs.
    guests: Arc<Semaphore>,
}

/// Why nothing was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkshopError {
    /// It is no photograph that we take.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Too many are waiting.
    #[error("too many at once")]
    Busy,
}

/// A place among those whose forms are read.
pub struct Turn(
    #[expect(dead_code, reason = "it is given back when it is dropped")]
    tokio::sync::OwnedSemaphorePermit,
);

impl Default for Workshop {
    fn default() -> Self {
        Self {
            benches: Arc::new(Semaphore::new(AT_ONCE)),
            forms: Arc::new(Semaphore::new(FORMS_AT_ONCE)),
            guests: Arc::new(Semaphore::new(FORMS_AT_ONCE)),
        }
    }
}

impl Workshop {
    /// Waits until a form with photographs may be read.
    pub async fn turn(&self) -> Result<Turn, WorkshopError> {
        turn(&self.forms).await
    }

    /// Waits until a form of a guest with files may be read.
    pub async fn turn_of_guests(&self) -> Result<Turn, WorkshopError> {
        turn(&self.guests).await
    }

    /// Makes one. Whatever goes wrong inside, the site goes on.
    pub async fn make(
        &self,
        kind: Kind,
        name: String,
        bytes: Vec<u8>,
    ) -> Result<Made, WorkshopError> {
        let made = self.at_a_bench(move || made::make(kind, &name, &bytes));
        match made.await? {
            Some(made) => Ok(made?),
            None => Err(Refused::Broken.into()),
        }
    }

    /// Makes a file for few to see, or says why it is unfit; a paper of at most so many bytes.
    pub async fn make_private(
        &self,
        name: String,
        bytes: Vec<u8>,
        most: usize,
    ) -> Result<Result<Private, Unfit>, WorkshopError> {
        let made = self.at_a_bench(move || private::make(&name, bytes, most));
        let made = made.await?;
        Ok(made.unwrap_or(Err(Unfit::Photograph(Refused::Broken))))
    }

    /// Does a piece of work at a bench; `None` where its thread is gone without a word.
    async fn at_a_bench<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Option<T>, WorkshopError> {
        let bench = match timeout(PATIENCE, self.benches.clone().acquire_owned()).await {
            Ok(Ok(bench)) => bench,
            Ok(Err(_)) | Err(_) => return Err(WorkshopError::Busy),
        };
        let (tell, told) = oneshot::channel();
        // Not among the threads that wait for the database: those are as many as there are transactions.
        let thread = std::thread::Builder::new().name("photograph".to_owned());
        let begun = thread.spawn(move || {
            // Kept until it is made, even where nobody waits for it any more.
            let _bench = bench;
            tell.send(work()).ok();
        });
        match begun {
            Err(_) => Err(WorkshopError::Busy),
            Ok(_) => Ok(told.await.ok()),
        }
    }
}

async fn turn(places: &Arc<Semaphore>) -> Result<Turn, WorkshopError> {
    let turn = timeout(PATIENCE, places.clone().acquire_owned()).await;
    match turn {
        Ok(Ok(turn)) => Ok(Turn(turn)),
        Ok(Err(_)) | Err(_) => Err(WorkshopError::Busy),
    }
}
