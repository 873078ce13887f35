//! Calendars that people keep elsewhere: called for by the clock, each read by a job of its own. What fails is written down and asked again;
//! whether a silence closes anybody's free times is for their shop to say.

use super::{Shift, timetable::is_my_turn};
use crate::{
    base::{
        ids::{BusinessId, OutsideCalendarId},
        trouble::Trouble,
    },
    db::{self, run::house},
    domain::{
        bookings::{calendar::host_of, feed_lines},
        businesses::profile::{self, Profile},
        scheduling::{
            jobs::ReadCalendar,
            outside::{
                calendar::{self, Kind, OutsideCalendar, Source, WhenSilent},
                found::{self, Busy, Wish},
                occupy::{self, Span},
            },
        },
    },
    outside::{
        calendars::{Wanted, address, collection, file},
        sealed,
    },
    queue::{outcome::Outcome, row::JobRow},
};
use chrono::{DateTime, Utc};
use std::{sync::Arc, time::Duration};
use tokio::{
    task::spawn_blocking,
    time::{MissedTickBehavior, interval},
};
use uuid::Uuid;

/// How often it is looked which are due.
const EACH: Duration = Duration::from_secs(60);
/// How long a server may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Calls for those that are due, every minute until it is dropped, and at once.
pub(super) async fn keep(shift: Shift) {
    let mut ticks = interval(EACH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        if !is_my_turn(&shift.db, "outside calendars", EACH).await {
            continue;
        }
        match shift.db.platform(calendar::call).await {
            Ok(0) => {}
            Ok(_) => shift.wake.notify_one(),
            Err(error) => tracing::warn!(%error, "calendars elsewhere were not called for"),
        }
    }
}

/// What a reading begins with.
struct Scene {
    profile: Profile,
    calendar: OutsideCalendar,
    sealed: Vec<u8>,
    now: DateTime<Utc>,
}

/// Reads one.
pub(super) async fn read(shift: &Shift, job: &JobRow) -> Outcome {
    let Ok(asked) = serde_json::from_value::<ReadCalendar>(job.payload_json.clone()) else {
        return Outcome::GiveUp("the payload cannot be read".to_owned());
    };
    let Some(business) = job.business_id else {
        return Outcome::GiveUp("the calendar is of no business".to_owned());
    };
    match read_one(shift, business, asked.calendar).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.to_string()),
    }
}

async fn read_one(shift: &Shift, business: BusinessId, id: OutsideCalendarId) -> db::Result<()> {
    let scene = shift.db.read(house(business), move |tx| -> db::Result<_> {
        let found = profile::own(tx)?.zip(calendar::find(tx, id)?);
        let sealed = calendar::source(tx, id)?;
        let now = tx.now();
        Ok(found
            .zip(sealed)
            .map(|((profile, calendar), sealed)| Scene {
                profile,
                calendar,
                sealed,
                now,
            }))
    });
    // It was removed meanwhile.
    let Some(scene) = scene.await? else {
        return Ok(());
    };
    let scene = Arc::new(scene);
    match busy(shift, &scene).await {
        Ok(found) => good(shift, business, scene, found).await,
        Err(trouble) => bad(shift, business, scene, trouble).await,
    }
}

/// When somebody is busy by their calendar.
async fn busy(shift: &Shift, scene: &Arc<Scene>) -> Result<Vec<Busy>, Trouble> {
    let about = [calendar::PURPOSE, scene.calendar.id.0.as_bytes().as_slice()];
    let plain = sealed::open(&shift.secrets(), &about, &scene.sealed).ok_or(Trouble::Sealed)?;
    let source: Source = serde_json::from_slice(&plain).map_err(|_other| Trouble::Sealed)?;
    let address = address(&source.address, shift.outside.reach())?;
    let window = occupy::window(&scene.profile, scene.now);
    let wanted = Wanted {
        address: &address,
        login: Some((source.user.as_str(), source.password.as_str()))
            .filter(|(user, _)| !user.is_empty()),
        window,
        patience: PATIENCE,
    };
    let texts = match scene.calendar.setup.kind {
        Kind::Ical => file(&shift.outside, wanted).await?,
        Kind::Caldav => collection(&shift.outside, wanted).await?,
    };
    let (scene, host) = (Arc::clone(scene), host_of(&shift.public_url).to_owned());
    // It may be large, and reckoning with rules takes a while: not on a thread that others wait for.
    let read = spawn_blocking(move || {
        let wish = Wish {
            zone: scene.profile.zone,
            since: window.0,
            until: window.1,
            host: &host,
        };
        let each = texts.iter().map(|text| found::busy(text, wish));
        let all: Result<Vec<Vec<Busy>>, Trouble> = each.collect();
        all.map(|all| all.concat())
    });
    read.await.unwrap_or(Err(Trouble::NotACalendar))
}

async fn good(
    shift: &Shift,
    business: BusinessId,
    scene: Arc<Scene>,
    found: Vec<Busy>,
) -> db::Result<()> {
    let work = move |tx: &mut db::TenantTx<'_>| -> db::Result<()> {
        let calendar = &scene.calendar;
        // It may have been removed while it was read.
        if calendar::find(tx, calendar.id)?.is_none() {
            return Ok(());
        }
        let named: Vec<Uuid> = found.iter().filter_map(|one| one.booking).collect();
        // What this shop itself told a calendar comes back with it.
        let own = feed_lines::known(tx, &named)?;
        let theirs = found
            .iter()
            .filter(|one| !one.booking.is_some_and(|booking| own.contains(&booking)));
        let spans: Vec<Span> = theirs.map(|one| (one.start, one.end)).collect();
        occupy::take(tx, &scene.profile, calendar, &spans)?;
        calendar::note_good(tx, calendar.id, spans.len())
    };
    shift.db.tenant(house(business), work).await
}

/// Nothing was heard of it; for too long perhaps, and then nobody can book this person, where their shop wants it so.
async fn bad(
    shift: &Shift,
    business: BusinessId,
    scene: Arc<Scene>,
    trouble: Trouble,
) -> db::Result<()> {
    tracing::info!(%business, calendar = %scene.calendar.id, ?trouble, "a calendar elsewhere was not read");
    let work = move |tx: &mut db::TenantTx<'_>| -> db::Result<()> {
        // The shop may have thought again while it was asked.
        let Some(calendar) = calendar::find(tx, scene.calendar.id)? else {
            return Ok(());
        };
        let closes =
            calendar.setup.when_silent == WhenSilent::Close && calendar.is_silent(tx.now());
        if closes {
            let all = occupy::window(&scene.profile, tx.now());
            occupy::take(tx, &scene.profile, &calendar, &[all])?;
        } else if calendar.is_closed {
            // The shop goes on without it; what was known before is lost by now.
            occupy::take(tx, &scene.profile, &calendar, &[])?;
        }
        calendar::note_trouble(tx, calendar.id, (trouble, closes))
    };
    shift.db.tenant(house(business), work).await
}
