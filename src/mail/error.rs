//! Why a letter did not go.

use super::letter::one_line;
use lettre::transport::smtp::Error;
use std::error::Error as _;

/// The longest answer of a server that is kept, in characters.
const KEPT: usize = 500;

/// Why a letter did not go, in one line that can be stored and shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The settings cannot be used.
    #[error("the mail settings cannot be used: {0}")]
    Settings(String),
    /// The letter cannot be written down, whoever would carry it: an address that is none.
    #[error("the letter cannot be sent: {0}")]
    Unsendable(String),
    /// Nobody answered, not in time, or not in SMTP.
    #[error("the mail server cannot be reached: {0}")]
    Unreachable(String),
    /// The server answered no.
    #[error("the mail server said: {code} {answer}")]
    Refused {
        /// The three digits.
        code: u16,
        /// The words after them.
        answer: String,
    },
}

impl MailError {
    /// Whether trying again would bring the same answer. A refused sign-in is the house's own fault and will be
    /// mended by whoever runs it, so it is not final.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Unsendable(_) => true,
            Self::Refused { code, .. } => *code >= 500 && !matches!(code, 530 | 534 | 535 | 538),
            Self::Settings(_) | Self::Unreachable(_) => false,
        }
    }
}

impl MailError {
    /// Whether the next letter would fare no better: it is the server that cannot be reached, or lets us in no more.
    pub fn is_of_the_server(&self) -> bool {
        match self {
            Self::Unsendable(_) => false,
            Self::Settings(_) | Self::Unreachable(_) => true,
            Self::Refused { code, .. } => matches!(code, 421 | 454 | 530 | 534 | 535 | 538),
        }
    }

    /// Whether a server said no for good.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused { .. }) && self.is_final()
    }

    /// Whether that was because of the address: nobody has it, or nothing can be put into its box. Servers say so in three
    /// digits of their own (RFC 3463); of those who do not, the number of the answer has to do.
    pub fn is_about_the_address(&self) -> bool {
        let Self::Refused { code, answer } = self else {
            return false;
        };
        let detail = answer.split_whitespace().next().unwrap_or_default();
        self.is_refusal()
            && match detail.strip_prefix("5.") {
                Some("2.3") => false,
                Some(detail) => detail.starts_with("1.") || detail.starts_with("2."),
                None => matches!(code, 550 | 551 | 553),
            }
    }
}

impl From<Error> for MailError {
    fn from(error: Error) -> Self {
        let cause = error
            .source()
            .map_or_else(|| error.to_string(), ToString::to_string);
        let cause: String = one_line(&cause).chars().take(KEPT).collect();
        match error.status() {
            Some(code) => Self::Refused {
                code: code.into(),
                answer: cause,
            },
            None if error.is_client() && is_about_the_letter(&cause) => Self::Unsendable(cause),
            // As well what our side would not do: give a letter, or a password, to a server in the open.
            None => Self::Unreachable(cause),
        }
    }
}

/// Of all that the client itself refuses, only letters of the alphabet that this server does not know are the letter's
/// own; a server without TLS or a way to sign in is for whoever runs the site to mend.
fn is_about_the_letter(cause: &str) -> bool {
    ["SMTPUTF8", "8BITMIME"]
        .iter()
        .any(|extension| cause.contains(extension))
}
