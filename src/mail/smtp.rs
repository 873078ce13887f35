//! The way into the world: a mail server, by SMTP.

use super::{
    Letter, MailError,
    conversation::{Conversation, Talk, Trouble},
    dkim::Signer,
    message::message,
    server::Server,
};
use chrono::{DateTime, Utc};
use lettre::{Address, SmtpTransport, Transport};
use std::{sync::Arc, time::Duration};
use tokio::task::spawn_blocking;

/// A mail server. It keeps a few connections open between letters.
#[derive(Clone)]
pub struct Smtp {
    transport: SmtpTransport,
    from: Address,
    signer: Option<Arc<Signer>>,
    server: Server,
    patience: Duration,
}

impl Smtp {
    /// The server of a URL, asked from now on; it is not called before the first letter.
    pub fn open(url: &str, from: Address, patience: Duration) -> Result<Self, MailError> {
        // The reason names the scheme and the host at most, never the password.
        let transport = SmtpTransport::from_url(url)
            .map_err(|error| MailError::Settings(error.to_string()))?
            .timeout(Some(patience))
            .build();
        Ok(Self {
            transport,
            from,
            signer: None,
            server: Server::read(url)?,
            patience,
        })
    }

    /// The same server, with letters that are signed.
    pub fn signing(self, signer: Arc<Signer>) -> Self {
        Self {
            signer: Some(signer),
            ..self
        }
    }

    /// The address every letter comes from.
    pub fn from(&self) -> &Address {
        &self.from
    }

    /// Hands a letter to the server. Waits on a thread of its own: the blocking client keeps its time limit for each
    /// answer, where the other keeps it for the first connection only, and a conversation given up in the middle never
    /// goes back among the open ones.
    pub async fn send(&self, letter: &Letter, date: DateTime<Utc>) -> Result<(), MailError> {
        let mut written = message(letter, &self.from, date)?;
        let (transport, signer) = (self.transport.clone(), self.signer.clone());
        let sent = spawn_blocking(move || -> Result<(), MailError> {
            if let Some(signer) = signer {
                signer.sign(&mut written)?;
            }
            transport.send(&written)?;
            Ok(())
        });
        sent.await
            .map_err(|cut| MailError::Unreachable(cut.to_string()))?
    }

    /// Hands a letter over by a conversation of its own, and gives back what was said.
    pub async fn try_out(&self, letter: &Letter, date: DateTime<Utc>) -> Conversation {
        let Ok(mut written) = message(letter, &self.from, date) else {
            return Conversation::ended(Trouble::Settings);
        };
        let signer = self.signer.clone();
        let signed = spawn_blocking(move || {
            if let Some(signer) = signer {
                signer.sign(&mut written)?;
            }
            Ok::<_, MailError>(written)
        });
        match signed.await {
            Ok(Ok(written)) => Talk::hold(&self.server, &written, self.patience).await,
            _ => Conversation::ended(Trouble::Settings),
        }
    }

    /// The name of the server.
    pub fn host(&self) -> &str {
        self.server.host()
    }
}
