//! A letter that a server took and gave back later: what such a report says (RFC 3464). It names the letter by its
//! Message-ID, which nobody knows but who has got the letter.

use super::{MailError, letter::one_line};

/// The longest answer of a server that is kept, in characters.
const KEPT: usize = 500;

/// What came back, for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The name of the letter before its `@`.
    pub letter: String,
    /// To whom it went.
    pub recipient: String,
    /// What the server said.
    pub answer: String,
    /// Whether that was because of the address.
    pub is_unreached: bool,
}

/// Reads a report. Nothing where it is none, where it says that it is still being tried, or where it does not say of
/// which letter it is.
pub fn read(report: &str) -> Option<Returned> {
    let of = |name: &str| field(report, name);
    let status = of("Status")?;
    let is_final = of("Action")?.eq_ignore_ascii_case("failed") && status.starts_with("5.");
    let recipient = of("Final-Recipient").or_else(|| of("Original-Recipient"))?;
    let (_, recipient) = recipient.split_once(';')?;
    // The report has a name of its own above, and the letter's stands in what it gives back.
    let name = last_field(report, "Message-ID")?;
    let (letter, _) = name.trim_matches(['<', '>']).split_once('@')?;
    let said = of("Diagnostic-Code").unwrap_or_default();
    let said = said.split_once(';').map_or(said.as_str(), |(_, said)| said);
    let error = MailError::Refused {
        code: 550,
        answer: status.clone(),
    };
    let answer = one_line(&format!("{status} {said}"));
    is_final.then(|| Returned {
        letter: letter.to_owned(),
        recipient: recipient.trim().to_owned(),
        answer: answer.chars().take(KEPT).collect(),
        is_unreached: error.is_about_the_address(),
    })
}

/// The first line that begins with a name, with those that go on.
fn field(report: &str, name: &str) -> Option<String> {
    all(report, name).next()
}

fn last_field(report: &str, name: &str) -> Option<String> {
    all(report, name).last()
}

fn all<'a>(report: &'a str, name: &'a str) -> impl Iterator<Item = String> + 'a {
    let lines: Vec<&str> = report.lines().collect();
    (0..lines.len()).filter_map(move |at| {
        let (called, value) = lines.get(at)?.split_once(':')?;
        let more = lines.iter().skip(at + 1);
        let more = more.take_while(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty());
        let whole = std::iter::once(value).chain(more.copied());
        let whole: Vec<&str> = whole.map(str::trim).collect();
        called
            .eq_ignore_ascii_case(name)
            .then(|| whole.join(" ").trim().to_owned())
    })
}
