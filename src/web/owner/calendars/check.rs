//! Before a calendar elsewhere is kept, it is asked once: what is no calendar is said at its box, and not an hour later. It is the one
//! page that waits for somebody else's server, for a few seconds and outside all transactions.

use crate::{
    base::{msg::Msg, trouble::Trouble},
    domain::{
        bookings::calendar::host_of,
        scheduling::outside::{
            calendar::{Kind, Source},
            found::{self, Wish},
            occupy,
        },
    },
    outside::{
        OutsideError,
        calendars::{Wanted, address, collection, file},
    },
    web::{form::Errors, gate::member::AtWork, site::Site},
};
use actix_web::web;
use std::time::Duration;

/// How long it may take.
const PATIENCE: Duration = Duration::from_secs(8);

/// The host of a calendar that can be read; or a complaint at its box.
pub(super) async fn check(
    site: &Site,
    at: &AtWork,
    (kind, source): (Kind, &Source),
    errors: &mut Errors,
) -> Option<String> {
    let profile = &at.profile;
    let parsed = address(&source.address, site.outside.reach());
    // Where its name leads is judged now as well: which names there are inside is nobody's business.
    let judged = match &parsed {
        Ok(address) => site.outside.judged(address.as_str()).await,
        Err(error) => Err(error.clone()),
    };
    let address = match judged {
        Ok(address) => address,
        Err(error) => {
            errors.add("address", complaint(&error));
            return None;
        }
    };
    let window = occupy::window(profile, site.db.clock().now());
    let wanted = Wanted {
        address: &address,
        login: Some((source.user.as_str(), source.password.as_str()))
            .filter(|(user, _)| !user.is_empty()),
        window,
        patience: PATIENCE,
    };
    let read = match kind {
        Kind::Ical => file(&site.outside, wanted).await,
        Kind::Caldav => collection(&site.outside, wanted).await,
    };
    let (zone, host) = (profile.zone, host_of(&site.public_url).to_owned());
    // It may be large: not on a thread that others wait for.
    let judged = web::block(move || {
        let wish = Wish {
            zone,
            since: window.0,
            until: window.1,
            host: &host,
        };
        let each = |text: &String| found::busy(text, wish).map(|_| ());
        read.and_then(|texts| texts.iter().try_for_each(each))
    });
    match judged.await.unwrap_or(Err(Trouble::NotACalendar)) {
        Ok(()) => Some(address.host().to_owned()),
        Err(trouble) => {
            let (field, msg) = troubled(kind, trouble);
            errors.add(field, msg);
            None
        }
    }
}

/// At which box it is said, and what.
fn troubled(kind: Kind, trouble: Trouble) -> (&'static str, Msg) {
    let is_collection = kind == Kind::Caldav;
    match trouble {
        Trouble::Refused if is_collection => ("password", Msg::new("calendars-refused")),
        Trouble::Refused => ("address", Msg::new("calendars-link-refused")),
        Trouble::Forbidden => ("address", Msg::new("calendars-inside")),
        Trouble::Missing => ("address", Msg::new("calendars-missing")),
        Trouble::NotACalendar if is_collection => ("address", Msg::new("calendars-no-collection")),
        Trouble::NotACalendar => ("address", Msg::new("calendars-no-calendar")),
        Trouble::TooMuch => ("address", Msg::new("calendars-too-much")),
        Trouble::Unreachable | Trouble::Sealed => ("address", Msg::new("calendars-unreachable")),
    }
}

fn complaint(error: &OutsideError) -> Msg {
    match error {
        OutsideError::NotHttps => Msg::new("calendars-not-https"),
        OutsideError::Credentials => Msg::new("calendars-credentials"),
        OutsideError::Private => Msg::new("calendars-inside"),
        _ => Msg::new("calendars-no-address"),
    }
}
