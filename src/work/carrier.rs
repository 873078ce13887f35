//! Whether the mail server may be asked now, and what it is known by afterwards.

use super::Shift;
use crate::{
    db,
    domain::notifications::{
        circuit::{self, May},
        delivery::Channel,
    },
    mail::MailError,
};

/// Whether a letter may be handed over now.
pub(super) async fn may(shift: &Shift) -> db::Result<May> {
    let asked = |tx: &mut db::PlatformTx<'_>| circuit::may(tx, Channel::Email);
    shift.db.platform(asked).await
}

/// Learns from what was answered. That it could not be written down is no reason to send the letter again.
pub(super) async fn answered(shift: &Shift, may: May, answer: &Result<(), MailError>) {
    let written = match answer {
        Err(error) if error.is_of_the_server() => {
            let why = error.to_string();
            let failed =
                move |tx: &mut db::PlatformTx<'_>| circuit::failed(tx, Channel::Email, &why);
            shift.db.platform(failed).await.map(|now| {
                if let Some(until) = now.open_until {
                    tracing::warn!(%until, failures = now.failures, why = now.why, "no letter is sent for a while");
                }
            })
        }
        _ if may == May::Probe => {
            let mended = |tx: &mut db::PlatformTx<'_>| circuit::mended(tx, Channel::Email);
            shift.db.platform(mended).await
        }
        _ => Ok(()),
    };
    if let Err(error) = written {
        tracing::warn!(%error, "what the mail server is like could not be written down");
    }
}
