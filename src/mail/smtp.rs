//! The way into the world: a mail server, by SMTP.

use super::{Letter, MailError, message::message};
use chrono::{DateTime, Utc};
use lettre::{Address, SmtpTransport, Transport};
use std::time::Duration;
use tokio::task::spawn_blocking;

/// A mail server. It keeps a few connections open between letters.
#[derive(Clone)]
pub struct Smtp {
    transport: SmtpTransport,
    from: Address,
}

impl Smtp {
    /// The server of a URL, asked from now on; it is not called before the first letter.
    pub fn open(url: &str, from: Address, patience: Duration) -> Result<Self, MailError> {
        // The reason names the scheme and the host at most, never the password.
        let transport = SmtpTransport::from_url(url)
            .map_err(|error| MailError::Settings(error.to_string()))?
            .timeout(Some(patience))
            .build();
        Ok(Self { transport, from })
    }

    /// The address every letter comes from.
    pub fn from(&self) -> &Address {
        &self.from
    }

    /// Hands a letter to the server. Waits on a thread of its own: the blocking client keeps its time limit for each
    /// answer, where the other keeps it for the first connection only, and a conversation given up in the middle never
    /// goes back among the open ones.
    pub async fn send(&self, letter: &Letter, date: DateTime<Utc>) -> Result<(), MailError> {
        let written = message(letter, &self.from, date)?;
        let transport = self.transport.clone();
        spawn_blocking(move || transport.send(&written))
            .await
            .map_err(|cut| MailError::Unreachable(cut.to_string()))??;
        Ok(())
    }
}
