//! Letters leave here: what a letter is, and the two ways it goes. Nothing above this floor knows SMTP or MIME, and
//! nothing here knows a booking or a language.

pub mod bounce;
pub mod conversation;
pub mod dkim;
pub mod error;
pub mod letter;
mod message;
mod server;
pub mod smtp;
pub mod tray;

use chrono::{DateTime, Utc};
use lettre::{Address, message::Mailbox};
use std::{sync::Arc, time::Duration};

pub use conversation::Conversation;
pub use error::MailError;
pub use letter::{Calendar, Letter};
pub use smtp::Smtp;
pub use tray::Tray;

/// How long a mail server may take for any one answer.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How letters leave this house.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `smtp://user:word@host:port` (also `smtps://`, `?tls=required`); `None` keeps letters in a [`Tray`].
    pub smtp_url: Option<String>,
    /// The address every letter comes from.
    pub from: String,
    /// How long the server may take for any one answer, usually [`PATIENCE`].
    pub patience: Duration,
}

/// Takes letters: to the world, or into a tray where a developer or a test finds them.
#[derive(Clone)]
pub enum Mailer {
    /// To a mail server.
    Smtp(Smtp),
    /// Into memory.
    Tray(Tray),
}

impl Mailer {
    /// The way that the settings name. Fails when they cannot be used; whether the server answers shows later.
    pub fn open(settings: &Settings) -> Result<Self, MailError> {
        let from = address(&settings.from)?;
        match &settings.smtp_url {
            Some(url) => Smtp::open(url, from, settings.patience).map(Self::Smtp),
            None => Ok(Self::Tray(Tray::new(from))),
        }
    }

    /// The same way, with letters that are signed; what lies in a tray needs none.
    #[must_use]
    pub fn signing(self, signer: Option<dkim::Signer>) -> Self {
        match (self, signer) {
            (Self::Smtp(smtp), Some(signer)) => Self::Smtp(smtp.signing(Arc::new(signer))),
            (mailer, _) => mailer,
        }
    }

    /// The address every letter comes from.
    pub fn from_address(&self) -> &str {
        match self {
            Self::Smtp(smtp) => smtp.from().as_ref(),
            Self::Tray(tray) => tray.from().as_ref(),
        }
    }

    /// Hands a letter over, dated `date`. `Ok` means that the server has taken it, not that it was read.
    pub async fn send(&self, letter: &Letter, date: DateTime<Utc>) -> Result<(), MailError> {
        match self {
            Self::Smtp(smtp) => smtp.send(letter, date).await,
            Self::Tray(tray) => tray.put(letter, date),
        }
    }

    /// Hands a letter over and gives back what was said about it: for whoever wants to see how letters leave. A tray takes it, too.
    pub async fn try_out(&self, letter: &Letter, date: DateTime<Utc>) -> Conversation {
        match self {
            Self::Smtp(smtp) => smtp.try_out(letter, date).await,
            Self::Tray(tray) => match tray.put(letter, date) {
                Ok(()) => Conversation::ended(conversation::Trouble::NoServer),
                Err(_unsendable) => Conversation::ended(conversation::Trouble::Settings),
            },
        }
    }

    /// The name of the server that letters are given to, where there is one.
    pub fn host(&self) -> Option<&str> {
        match self {
            Self::Smtp(smtp) => Some(smtp.host()),
            Self::Tray(_) => None,
        }
    }
}

/// Exactly one address, or none at all.
fn address(text: &str) -> Result<Address, MailError> {
    text.parse()
        .map_err(|error| MailError::Unsendable(format!("{error}: {text}")))
}

/// An address with the name shown beside it; an empty name is none.
fn mailbox(name: &str, address: Address) -> Mailbox {
    let name = letter::one_line(name);
    Mailbox::new((!name.is_empty()).then_some(name), address)
}
