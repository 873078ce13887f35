//! What somebody has told us about themselves, and changes themselves.

use super::names::Names;
use crate::{
    base::ids::UserId,
    db::{self, PlatformTx, statement::prepared},
    schema::accounts::{receipt_names, users},
};
use diesel::prelude::*;

/// A person's own page of facts.
#[derive(Clone, Debug)]
pub struct Profile {
    /// What they are called.
    pub names: Names,
    /// Their address; it is changed in another way ([`super::email_change`]).
    pub email: String,
    /// E.164.
    pub phone: Option<String>,
    /// To whom receipts are made out; empty where that is [`Names::full`].
    pub receipt_name: String,
    /// The code of the language that letters about the account are written in.
    pub locale: String,
}

type Row = (
    (String, String, String, String, String),
    String,
    Option<String>,
    Option<String>,
    String,
);

/// The profile of a living person.
pub fn find(tx: &mut PlatformTx<'_>, user: UserId) -> db::Result<Option<Profile>> {
    let found: Option<Row> = users::table
        .left_join(receipt_names::table)
        .filter(users::id.eq(user))
        .filter(users::is_active.and(users::deleted_at.is_null()))
        .select((
            (
                users::family_name,
                users::given_name,
                users::family_name_kana,
                users::given_name_kana,
                users::display_name,
            ),
            users::email,
            users::phone,
            receipt_names::made_out_to.nullable(),
            users::locale,
        ))
        .first(tx.conn())
        .optional()?;
    Ok(found.map(|(names, email, phone, receipt_name, locale)| {
        let (family, given, family_kana, given_kana, display) = names;
        Profile {
            names: Names {
                family,
                given,
                family_kana,
                given_kana,
                display,
            },
            email,
            phone,
            receipt_name: receipt_name.unwrap_or_default(),
            locale,
        }
    }))
}

/// Command: writes names, telephone, the name on receipts and language. The address stays what it is.
pub fn save(tx: &mut PlatformTx<'_>, user: UserId, profile: &Profile) -> db::Result<()> {
    let names = &profile.names;
    prepared(
        diesel::update(users::table.filter(users::id.eq(user))).set((
            users::family_name.eq(&names.family),
            users::given_name.eq(&names.given),
            users::family_name_kana.eq(&names.family_kana),
            users::given_name_kana.eq(&names.given_kana),
            users::display_name.eq(&names.display),
            users::phone.eq(&profile.phone),
            users::locale.eq(&profile.locale),
        )),
    )
    .execute(tx.conn())?;
    make_out(tx, user, &profile.receipt_name)
}

fn make_out(tx: &mut PlatformTx<'_>, user: UserId, receipt_name: &str) -> db::Result<()> {
    let made_out_to = receipt_names::made_out_to.eq(receipt_name);
    if receipt_name.is_empty() {
        prepared(diesel::delete(
            receipt_names::table.filter(receipt_names::user_id.eq(user)),
        ))
        .execute(tx.conn())?;
    } else {
        prepared(
            diesel::insert_into(receipt_names::table)
                .values((receipt_names::user_id.eq(user), made_out_to))
                .on_conflict(receipt_names::user_id)
                .do_update()
                .set(made_out_to),
        )
        .execute(tx.conn())?;
    }
    Ok(())
}
