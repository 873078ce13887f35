//! How somebody wants their letters. What nobody has chosen is as everybody gets it; what nobody may do without (that a
//! booking stands, what the shop changes, what is done to an account) comes whatever stands here.

use crate::{
    base::ids::UserId,
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::{message_preferences, users},
};
use diesel::prelude::*;

/// What somebody has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = message_preferences)]
pub struct MessagePreferences {
    /// Letters about bookings in the language of the account, not in that of the pages the booking was made on.
    pub bookings_in_own_language: bool,
    /// A file for calendars with letters about bookings.
    pub has_calendar: bool,
    /// The words alone, without HTML.
    pub is_text_only: bool,
    /// Letters about what they changed or called off themselves.
    pub about_own_acts: bool,
}

impl Default for MessagePreferences {
    fn default() -> Self {
        Self {
            bookings_in_own_language: false,
            has_calendar: true,
            is_text_only: false,
            about_own_acts: true,
        }
    }
}

/// Somebody whom a letter about a booking goes to.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Who.
    pub user: UserId,
    /// The code of the language of their account.
    pub locale: String,
    /// What they have chosen.
    pub preferences: MessagePreferences,
}

/// What a person has chosen.
pub fn of(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<MessagePreferences> {
    let found = message_preferences::table
        .filter(message_preferences::user_id.eq(user))
        .select(MessagePreferences::as_select())
        .first(tx.conn())
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Whoever has proved that an address is theirs: bookings made with it are theirs, whether they were signed in or not.
pub fn reader(tx: &mut PlatformTx<'_>, email: &str) -> db::Result<Option<Reader>> {
    let found: Option<(UserId, String, Option<MessagePreferences>)> = users::table
        .left_join(message_preferences::table)
        .filter(
            users::email
                .eq(email)
                .and(users::email_verified_at.is_not_null())
                .and(users::is_active)
                .and(users::deleted_at.is_null()),
        )
        .select((
            users::id,
            users::locale,
            Option::<MessagePreferences>::as_select(),
        ))
        .first(tx.conn())
        .optional()?;
    Ok(found.map(|(user, locale, preferences)| Reader {
        user,
        locale,
        preferences: preferences.unwrap_or_default(),
    }))
}

/// Command: writes them down.
pub fn save(
    tx: &mut PlatformTx<'_>,
    user: UserId,
    preferences: MessagePreferences,
) -> db::Result<()> {
    let values = (
        message_preferences::bookings_in_own_language.eq(preferences.bookings_in_own_language),
        message_preferences::has_calendar.eq(preferences.has_calendar),
        message_preferences::is_text_only.eq(preferences.is_text_only),
        message_preferences::about_own_acts.eq(preferences.about_own_acts),
    );
    prepared(
        diesel::insert_into(message_preferences::table)
            .values((message_preferences::user_id.eq(user), values))
            .on_conflict(message_preferences::user_id)
            .do_update()
            .set(values),
    )
    .execute(tx.conn())?;
    Ok(())
}
