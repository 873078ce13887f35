//! A letter sent so that somebody can read how it went: what each side said, step by step, and what was wrong where it ended.
//! Passwords are never in it.

use super::{letter::one_line, server::Server};
use lettre::{
    Message,
    transport::smtp::{Error, response::Response},
};
use serde::{Deserialize, Serialize};
use std::{error::Error as _, time::Duration};
use tokio::time::timeout;

/// The longest line that is kept, in characters.
const KEPT: usize = 300;
/// The most lines of one answer.
const LINES: usize = 40;
/// In the place of a password.
const MASK: &str = "********";

/// How far it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Stage {
    /// The server's name is looked up and called.
    Connect,
    /// The server says who it is.
    Greeting,
    /// We say who we are, and the server what it can.
    Hello,
    /// From here on nobody listens.
    Encrypt,
    /// We sign in.
    SignIn,
    /// Who writes.
    Sender,
    /// To whom.
    Address,
    /// What.
    Letter,
}

/// What was wrong, as far as the one who reads it can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Trouble {
    /// No server is set.
    NoServer,
    /// The settings or the letter cannot be used.
    Settings,
    /// Nobody knows the server's name.
    UnknownHost,
    /// Nobody answers there.
    Unreachable,
    /// Somebody does, and then says nothing.
    Silent,
    /// What answers speaks something else.
    NotSmtp,
    /// The server turns us away before it hears anything.
    Unwelcome,
    /// The server has no encryption, and we want it.
    NotEncrypted,
    /// Nobody we trust has signed for it.
    NotTrusted,
    /// The server lets nobody sign in here.
    NoSignIn,
    /// The name or the password is wrong.
    Password,
    /// We may not write as who we are.
    Sender,
    /// It takes nothing for this address.
    Address,
    /// It does not take this letter.
    Letter,
    /// It does not take it now.
    Later,
}

/// One step of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Where in the conversation.
    pub stage: Stage,
    /// What we said; empty where the other side begins.
    pub said: String,
    /// What was answered, line by line.
    pub answered: Vec<String>,
}

/// How it went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// In order.
    pub steps: Vec<Step>,
    /// Why it ended before its end.
    pub trouble: Option<Trouble>,
}

impl Stage {
    /// Its word in names of messages.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Trouble {
    /// Its word in names of messages.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether whoever gave the address can mend it; all else is for whoever runs the site.
    pub fn is_about_the_address(self) -> bool {
        matches!(self, Self::Address)
    }
}

impl Conversation {
    /// One that did not begin.
    pub fn ended(trouble: Trouble) -> Self {
        Self {
            steps: Vec::new(),
            trouble: Some(trouble),
        }
    }

    /// The last thing that the server said, if it spoke of the address or the letter itself.
    pub fn verdict(&self) -> Option<String> {
        let last = self.steps.last()?;
        let is_said = matches!(last.stage, Stage::Address | Stage::Letter);
        is_said.then(|| last.answered.join(" "))
    }
}

/// A conversation while it goes on.
pub(super) struct Talk {
    steps: Vec<Step>,
    patience: Duration,
    /// What is never written down.
    secret: Option<String>,
}

impl Talk {
    /// Sends a letter to a server that is called for it alone.
    pub async fn hold(server: &Server, message: &Message, patience: Duration) -> Conversation {
        let mut talk = Self {
            steps: Vec::new(),
            patience,
            secret: server.password().map(str::to_owned),
        };
        let ended = server.talk(&mut talk, message).await;
        Conversation {
            steps: talk.steps,
            trouble: ended.err(),
        }
    }

    /// How long the other side may take for one answer.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Says something and waits for the answer.
    pub async fn ask<Answer>(
        &mut self,
        stage: Stage,
        said: &str,
        answer: Answer,
    ) -> Result<Response, Trouble>
    where
        Answer: Future<Output = Result<Response, Error>>,
    {
        let response = self.wait(stage, said, answer).await?;
        let code = u16::from(response.code());
        let lines = response.message().map(|line| format!("{code} {line}"));
        self.note(stage, said, lines);
        Ok(response)
    }

    /// Waits for something that may fail, and writes down nothing but its failing.
    pub async fn wait<Good, Answer>(
        &mut self,
        stage: Stage,
        said: &str,
        answer: Answer,
    ) -> Result<Good, Trouble>
    where
        Answer: Future<Output = Result<Good, Error>>,
    {
        let error = match timeout(self.patience, answer).await {
            Ok(Ok(good)) => return Ok(good),
            Ok(Err(error)) => error,
            Err(_elapsed) => {
                self.note(stage, said, std::iter::empty());
                return Err(Trouble::Silent);
            }
        };
        let cause = error
            .source()
            .map_or_else(|| error.to_string(), ToString::to_string);
        let code = error.status().map(u16::from);
        let line = code.map_or_else(|| cause.clone(), |code| format!("{code} {cause}"));
        self.note(stage, said, std::iter::once(line));
        Err(trouble(stage, &error, code))
    }

    /// Writes a step down.
    pub fn note(&mut self, stage: Stage, said: &str, lines: impl Iterator<Item = String>) {
        let masked = |text: &str| match self.secret.as_deref() {
            Some(secret) if !secret.is_empty() => text.replace(secret, MASK),
            _ => text.to_owned(),
        };
        let kept = |text: &str| -> String { masked(&one_line(text)).chars().take(KEPT).collect() };
        let step = Step {
            stage,
            said: kept(said),
            answered: lines.take(LINES).map(|line| kept(&line)).collect(),
        };
        self.steps.push(step);
    }
}

/// What an error means at this point.
fn trouble(stage: Stage, error: &Error, code: Option<u16>) -> Trouble {
    match (stage, code) {
        (_, Some(400..=499)) => Trouble::Later,
        (Stage::Encrypt, Some(_)) => Trouble::NotEncrypted,
        (Stage::SignIn, Some(_)) => Trouble::Password,
        (Stage::Sender, Some(_)) => Trouble::Sender,
        (Stage::Address, Some(_)) => Trouble::Address,
        (Stage::Letter, Some(_)) => Trouble::Letter,
        (Stage::Connect | Stage::Greeting | Stage::Hello, Some(_)) => Trouble::Unwelcome,
        (_, None) if error.is_timeout() => Trouble::Silent,
        (Stage::Encrypt, None) => Trouble::NotTrusted,
        (Stage::SignIn, None) if error.is_client() => Trouble::NoSignIn,
        (_, None) => Trouble::NotSmtp,
    }
}
