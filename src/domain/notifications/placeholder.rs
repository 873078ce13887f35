//! What a shop may write into its letters for what differs from one to the next: names in double braces, each from a list, and
//! nothing else. There are no conditions, no loops and no marks of formatting, so there is nothing to run: a text is parsed once
//! into plain pieces, and what is filled in is never parsed. An engine for templates would bring all that, to be switched off.

use unicode_normalization::UnicodeNormalization;

/// Something that is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// Whom it is for.
    CustomerName,
    /// Who writes.
    ShopName,
    /// What people read aloud.
    BookingNumber,
    /// The day and the time: alone, a time after midnight would be of the wrong night.
    DateTime,
    /// The day.
    Date,
    /// What is booked.
    ServiceName,
    /// With whom, where they were asked for.
    StaffName,
    /// How many come.
    PartySize,
    /// So many minutes later.
    DelayMinutes,
    /// Until when somebody is to answer.
    AnswerDeadline,
    /// How many bookings it tells of.
    BookingCount,
}

/// Why a text cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A brace without its fellows, and what stands there.
    Unpaired(String),
    /// No name is written so; perhaps this one was meant.
    Unknown(String, Option<Placeholder>),
    /// There is nothing of that kind in this place.
    Elsewhere(Placeholder),
    /// An address on the web: letters about bookings lead nowhere else.
    Link(String),
}

/// A text that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Value(Placeholder),
}

/// So much of what is wrong is shown.
const SHOWN: usize = 30;

impl Placeholder {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::CustomerName,
        Self::ShopName,
        Self::BookingNumber,
        Self::DateTime,
        Self::Date,
        Self::ServiceName,
        Self::StaffName,
        Self::PartySize,
        Self::DelayMinutes,
        Self::AnswerDeadline,
        Self::BookingCount,
    ];

    /// What stands between the braces.
    pub fn name(self) -> &'static str {
        match self {
            Self::CustomerName => "customer_name",
            Self::ShopName => "shop_name",
            Self::BookingNumber => "booking_number",
            Self::DateTime => "date_time",
            Self::Date => "date",
            Self::ServiceName => "service_name",
            Self::StaffName => "staff_name",
            Self::PartySize => "party_size",
            Self::DelayMinutes => "delay_minutes",
            Self::AnswerDeadline => "answer_deadline",
            Self::BookingCount => "booking_count",
        }
    }

    /// As it is written.
    pub fn written(self) -> String {
        format!("{{{{{}}}}}", self.name())
    }
}

impl Template {
    /// Understands a text into which these may be filled. Braces and letters of the full width, as Japanese keyboards give them,
    /// are taken for the others within a name.
    pub fn parse(text: &str, known: &[Placeholder]) -> Result<Self, Fault> {
        let text = text
            .replace(FULL_WIDTH_OPEN, "{")
            .replace(FULL_WIDTH_CLOSE, "}");
        if let Some(link) = link_in(&text) {
            return Err(Fault::Link(link));
        }
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some(place) = rest.find(['{', '}']) {
            let (words, from_brace) = rest.split_at(place);
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            let unpaired = || Fault::Unpaired(shown(from_brace));
            let inner = from_brace.strip_prefix("{{").ok_or_else(unpaired)?;
            let (name, after) = inner.split_once("}}").ok_or_else(unpaired)?;
            if name.contains(['{', '}', '\n']) {
                return Err(unpaired());
            }
            pieces.push(Piece::Value(named(name, known)?));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Ok(Self(pieces))
    }

    /// The text with everything filled in; nothing where one of the values is missing. A value stays one line whatever is in it,
    /// and is not looked at for further names.
    pub fn fill(&self, value: impl Fn(Placeholder) -> Option<String>) -> Option<String> {
        let filled = self.0.iter().map(|piece| match piece {
            Piece::Words(words) => Some(words.clone()),
            Piece::Value(of) => value(*of).map(|value| one_line(&value)),
        });
        filled.collect()
    }

    /// What is filled in.
    pub fn used(&self) -> impl Iterator<Item = Placeholder> + '_ {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Words(_) => None,
            Piece::Value(of) => Some(*of),
        })
    }
}

const FULL_WIDTH_OPEN: char = '\u{FF5B}';
const FULL_WIDTH_CLOSE: char = '\u{FF5D}';

fn named(typed: &str, known: &[Placeholder]) -> Result<Placeholder, Fault> {
    let name: String = typed.nfkc().flat_map(char::to_lowercase).collect();
    let name = name.trim();
    match Placeholder::ALL.into_iter().find(|one| one.name() == name) {
        Some(one) if known.contains(&one) => Ok(one),
        Some(one) => Err(Fault::Elsewhere(one)),
        None => Err(Fault::Unknown(shown(typed.trim()), nearest(name, known))),
    }
}

/// The one that is written most alike, if any is alike at all.
fn nearest(name: &str, known: &[Placeholder]) -> Option<Placeholder> {
    let name: String = name.chars().take(SHOWN).collect();
    let likeness = |one: Placeholder| strsim::jaro_winkler(&name, one.name());
    let best = known
        .iter()
        .copied()
        .max_by(|one, other| likeness(*one).total_cmp(&likeness(*other)))?;
    (likeness(best) >= 0.7).then_some(best)
}

/// What looks like an address on the web, however it is written.
fn link_in(text: &str) -> Option<String> {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let word = plain
        .split_whitespace()
        .find(|word| word.contains("://") || word.contains("www."))?;
    Some(shown(word))
}

fn shown(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    line.chars().take(SHOWN).collect()
}

fn one_line(value: &str) -> String {
    let plain = |c: char| match c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
        true => ' ',
        false => c,
    };
    value.chars().map(plain).collect()
}
