//! What can be said after a redirect about letters to guests and about news; its words are `flash-…`, too.

use crate::web::ui::flash::Outcome;
use strum::{EnumString, IntoStaticStr};

/// What can be said about letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum SaidOfLetters {
    /// A letter is sent again.
    MessageAgain,
    /// It is, in the morning.
    MessageInTheMorning,
    /// It is not: it is on its way already.
    MessageOnItsWay,
    /// It is not: what it told is not so any more.
    MessageNotSo,
    /// It is not: there is no address.
    MessageNoAddress,
    /// It is not: that was done often enough today.
    MessageTooOften,
    /// A letter is sent that tries the mail.
    MailTestAsked,
    /// It is not: that was done often enough today.
    MailTestTooOften,
    /// Somebody has read the news of their shop.
    NewsRead,
    /// A guest wants no more of them.
    LettersStopped,
    /// And wants them again.
    LettersWanted,
}

impl SaidOfLetters {
    pub(super) fn outcome(self) -> Outcome {
        match self {
            Self::MessageOnItsWay
            | Self::MessageNotSo
            | Self::MessageNoAddress
            | Self::MailTestTooOften
            | Self::MessageTooOften => Outcome::Mind,
            _ => Outcome::Done,
        }
    }
}
