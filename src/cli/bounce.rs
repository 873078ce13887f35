//! `omotenashi bounce`: what a mail server gives back, one report on standard input. A server that takes the house's mail hands
//! it here (`|omotenashi bounce` in its aliases); what is no report is passed over.

use super::{database::Database, log, say};
use crate::{
    base::{clock::Clock, ids::NoticeId},
    config::Config,
    db::DbError,
    domain::notifications::returned::returned,
    mail::bounce::{self, Returned},
};
use std::{io::Read, sync::Arc};

/// The largest report that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Reads one, and notes what it says.
pub fn run(config: &Config) -> Result<(), String> {
    log::start(config);
    let mut bytes = Vec::new();
    let read = std::io::stdin().take(LARGEST).read_to_end(&mut bytes);
    read.map_err(|error| error.to_string())?;
    let report = String::from_utf8_lossy(&bytes);
    let found = bounce::read(&report).and_then(|found| {
        let notice: NoticeId = found.letter.parse().ok()?;
        Some((notice, found))
    });
    let Some((notice, found)) = found else {
        say("no letter came back");
        return Ok(());
    };
    let (database, db) = Database::ready(config, Clock::default())?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let found: Arc<Returned> = Arc::new(found);
    let noted = db.platform(move |tx| -> Result<bool, DbError> {
        let said = (found.answer.as_str(), found.is_unreached);
        returned(tx, (notice, &found.recipient), said)
    });
    let is_ours = runtime.block_on(noted).map_err(|error| error.to_string())?;
    say(match is_ours {
        true => "a letter came back",
        false => "no letter came back",
    });
    drop(database);
    Ok(())
}
