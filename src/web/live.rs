//! Days that somebody is looking at, one, a week or a month of them. Each is asked for its mark now and then, once however many
//! look at it, and everybody who does is told when it has become another one. Nothing is kept for a day that nobody looks at, and since the database
//! itself is asked, it does not matter which instance of the program made the change.

use crate::{
    base::{ids::BusinessId, time::LocalDate},
    db::{Db, run::house},
    domain::bookings::day_mark,
};
use actix_web::{Error, web::Bytes};
use futures_util::{Stream, stream};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::sleep,
};

/// So many may look at once, on one instance.
pub const PLACES: usize = 400;
/// How often a day is asked.
const EVERY: Duration = Duration::from_secs(2);
/// So often something is said though nothing happens, so that a line that is gone is noticed.
const BEAT: Duration = Duration::from_secs(20);
/// After so many beats the line is closed, and whoever comes again proves once more who they are.
const BEATS: u32 = 90;

/// Whose days, from which to which, both among them.
pub type Days = (BusinessId, LocalDate, LocalDate);

/// The days, and how many may look.
pub struct Live {
    days: Mutex<HashMap<Days, watch::Sender<i64>>>,
    places: Arc<Semaphore>,
    closing: watch::Sender<bool>,
}

/// One who looks.
pub struct Watching {
    _place: OwnedSemaphorePermit,
    marks: watch::Receiver<i64>,
    closing: watch::Receiver<bool>,
    beats: u32,
    begun: bool,
}

impl Live {
    /// For so many at once.
    pub fn new(places: usize) -> Self {
        Self {
            days: Mutex::default(),
            places: Arc::new(Semaphore::new(places)),
            closing: watch::channel(false).0,
        }
    }

    /// Everybody's line ends: the program stops.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// How many days are being asked.
    pub fn days(&self) -> usize {
        self.days
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .len()
    }

    /// Looks at a day whose mark has just been read; `None` when too many do.
    pub fn watch(self: &Arc<Self>, db: &Db, day: Days, mark: i64) -> Option<Watching> {
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        let marks = days.entry(day).or_insert_with(|| {
            tokio::spawn(ask(Arc::clone(self), db.clone(), day));
            watch::channel(mark).0
        });
        let marks = marks.subscribe();
        Some(Watching {
            _place: place,
            marks,
            closing: self.closing.subscribe(),
            beats: 0,
            begun: false,
        })
    }

    /// The day's voice, while anybody listens; the last one who goes takes the day along.
    fn listened_to(&self, day: Days) -> Option<watch::Sender<i64>> {
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        let heard = days.get(&day).filter(|marks| marks.receiver_count() > 0);
        let heard = heard.cloned();
        if heard.is_none() {
            days.remove(&day);
        }
        heard
    }
}

/// Asks a day for its mark until nobody looks at it any more.
async fn ask(live: Arc<Live>, db: Db, (business, first, last): Days) {
    loop {
        sleep(EVERY).await;
        let Some(marks) = live.listened_to((business, first, last)) else {
            return;
        };
        if *live.closing.borrow() {
            return;
        }
        match db
            .read(house(business), move |tx| day_mark::read(tx, (first, last)))
            .await
        {
            Ok(mark) => {
                marks.send_if_modified(|known| std::mem::replace(known, mark) != mark);
            }
            // The next time is soon enough.
            Err(error) => tracing::debug!(%error, "a day was not asked"),
        }
    }
}

impl Watching {
    /// What is said to a browser: the mark, whenever it is another one.
    pub fn events(self) -> impl Stream<Item = Result<Bytes, Error>> {
        stream::unfold(self, |mut watching| async move {
            let said = watching.next().await?;
            Some((Ok(Bytes::from(said)), watching))
        })
    }

    async fn next(&mut self) -> Option<String> {
        if !self.begun {
            self.begun = true;
            let mark = *self.marks.borrow_and_update();
            return Some(format!("retry: 5000\n{}", event(mark)));
        }
        tokio::select! {
            changed = self.marks.changed() => {
                changed.ok()?;
                Some(event(*self.marks.borrow_and_update()))
            }
            _closed = self.closing.wait_for(|closing| *closing) => None,
            () = sleep(BEAT) => {
                self.beats += 1;
                (self.beats < BEATS).then(|| ":\n\n".to_owned())
            }
        }
    }
}

fn event(mark: i64) -> String {
    format!("event: day\ndata: {mark}\n\n")
}
