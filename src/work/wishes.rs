//! How the reader of a letter wants it, by what they have chosen on the page of their account. A guest has chosen nothing.

use super::Shift;
use crate::{
    base::ids::UserId,
    db,
    domain::{
        accounts::message_preferences::{self, MessagePreferences, Reader},
        notifications::{delivery, send::Kind},
    },
    mail,
};

/// Whoever has proved the address that a letter goes to.
pub(super) async fn reader(
    shift: &Shift,
    letter: &delivery::Letter,
) -> Result<Option<Reader>, String> {
    let Some(email) = letter.to_email.clone() else {
        return Ok(None);
    };
    let found: db::Result<_> = shift
        .db
        .platform(move |tx| message_preferences::reader(tx, &email))
        .await;
    found.map_err(|error| error.to_string())
}

/// Whether a letter tells its reader what they did themselves, and they want none of those. What a booking costs from now
/// on is always told, and so is whatever anybody else did.
pub(super) fn is_unwanted(kind: Kind, letter: &delivery::Letter, reader: Option<&Reader>) -> bool {
    let told = &letter.data_json;
    let by: Option<UserId> = told.get("by").and_then(|by| by.as_str()?.parse().ok());
    let costs = told.get("fee").and_then(serde_json::Value::as_i64) > Some(0);
    let may_be_left_out = matches!(kind, Kind::BookingChanged | Kind::BookingCancelled);
    reader.is_some_and(|reader| {
        may_be_left_out && !costs && by == Some(reader.user) && !reader.preferences.about_own_acts
    })
}

/// Puts a letter about a booking into its reader's own language, where they want that.
pub(super) fn speak(letter: &mut delivery::Letter, reader: Option<&Reader>) {
    if let Some(reader) = reader.filter(|reader| reader.preferences.bookings_in_own_language) {
        letter.locale.clone_from(&reader.locale);
    }
}

/// Leaves out of a letter what its reader does not want in it.
pub(super) fn dress(letter: mail::Letter, chosen: Option<MessagePreferences>) -> mail::Letter {
    let chosen = chosen.unwrap_or_default();
    let mut letter = letter;
    letter.calendar = letter.calendar.filter(|_| chosen.has_calendar);
    if chosen.is_text_only {
        letter.html.clear();
    }
    letter
}
