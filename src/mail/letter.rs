//! What a letter is, before it becomes MIME.

/// A letter to one person, finished but for its envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its name in the world, without the angle brackets: the same at every attempt, so that a mailbox which gets it
    /// twice can see that it is one.
    pub message_id: String,
    /// Whose name stands before the house's address.
    pub from_name: String,
    /// Where answers go, if not to the house; what is no address is left out.
    pub reply_to: Option<String>,
    /// To whom: one address.
    pub to: String,
    /// And their name.
    pub to_name: String,
    /// One line.
    pub subject: String,
    /// The words alone.
    pub text: String,
    /// The same words with a layout; empty where the reader wants the words alone.
    pub html: String,
    /// The date it is about, for calendars.
    pub calendar: Option<Calendar>,
    /// Where its reader says that they want no more of its kind, with one press of their mail program (RFC 8058).
    pub unsubscribe: Option<String>,
}

/// A date for calendars, sent beside the words and again as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// `REQUEST` or `CANCEL`.
    pub method: &'static str,
    /// An iCalendar file.
    pub content: String,
    /// The name of the file.
    pub file_name: String,
}

/// Text for a header: no line break or other control character, so that no header can be added to a letter by a name.
pub(super) fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| {
            let breaks = letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
            if breaks { ' ' } else { letter }
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
