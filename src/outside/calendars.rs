//! Calendars of other people's servers: a file at an address, or a collection that speaks CalDAV (RFC 4791).

use super::{Address, Answer, Bounds, Outside, OutsideError, Question, Reach};
use crate::base::trouble::Trouble;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use quick_xml::{Reader, events::Event};
use std::time::Duration;

/// The largest calendar that is read, in bytes.
const LARGEST: usize = 8 * 1024 * 1024;
/// How often an address may lead elsewhere.
const HOPS: usize = 3;

/// What is asked of a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Where it is.
    pub address: &'a Address,
    /// Name and password, of one that speaks CalDAV.
    pub login: Option<(&'a str, &'a str)>,
    /// From when until when; a file is read whole.
    pub window: (DateTime<Utc>, DateTime<Utc>),
    /// How long it may take.
    pub patience: Duration,
}

impl From<OutsideError> for Trouble {
    fn from(error: OutsideError) -> Self {
        match error {
            OutsideError::Private | OutsideError::NotHttps | OutsideError::Credentials => {
                Self::Forbidden
            }
            OutsideError::Unreadable | OutsideError::Question(_) => Self::Missing,
            OutsideError::TooSlow | OutsideError::NoConnection(_) | OutsideError::NoAnswer(_) => {
                Self::Unreachable
            }
        }
    }
}

/// An address as people type it or their calendar gives it: `webcal:` is https by another name.
pub fn address(typed: &str, reach: Reach) -> Result<Address, OutsideError> {
    let typed = typed.trim();
    let lower = typed.to_ascii_lowercase();
    let known = ["webcals://", "webcal://"];
    let scheme = known.iter().find(|scheme| lower.starts_with(*scheme));
    match scheme.and_then(|scheme| typed.get(scheme.len()..)) {
        Some(rest) => Address::parse(&format!("https://{rest}"), reach),
        None => Address::parse(typed, reach),
    }
}

/// The file at an address.
pub async fn file(outside: &Outside, wanted: Wanted<'_>) -> Result<Vec<String>, Trouble> {
    let headers = vec![("accept", "text/calendar, text/plain;q=0.5".to_owned())];
    let answer = ask(outside, wanted, ("GET", headers, String::new())).await?;
    Ok(vec![text(answer)?])
}

/// What a collection has in that time, one calendar for each thing.
pub async fn collection(outside: &Outside, wanted: Wanted<'_>) -> Result<Vec<String>, Trouble> {
    let headers = |depth: &str| {
        vec![
            ("content-type", "application/xml; charset=utf-8".to_owned()),
            ("depth", depth.to_owned()),
        ]
    };
    let answer = ask(outside, wanted, ("PROPFIND", headers("0"), WHAT.to_owned())).await?;
    // Anything else would be asked for appointments and have none, which looks like a free day.
    if answer.status != 207 || !is_calendar(&text(answer)?) {
        return Err(Trouble::NotACalendar);
    }
    let (since, until) = wanted.window;
    let written = |instant: DateTime<Utc>| instant.format("%Y%m%dT%H%M%SZ").to_string();
    let which = WHICH
        .replace("{since}", &written(since))
        .replace("{until}", &written(until));
    let answer = ask(outside, wanted, ("REPORT", headers("1"), which)).await?;
    if answer.status != 207 {
        return Err(Trouble::NotACalendar);
    }
    inside(&text(answer)?, b"calendar-data").ok_or(Trouble::NotACalendar)
}

/// Asks what it is.
const WHAT: &str = r#"<?xml version="1.0" encoding="utf-8"?><D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/></D:prop></D:propfind>"#;
/// Asks for what touches a stretch of time.
const WHICH: &str = r#"<?xml version="1.0" encoding="utf-8"?><C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="{since}" end="{until}"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"#;

/// Asks, and follows where it leads: each address is judged again, and name and password go to nobody else.
async fn ask(
    outside: &Outside,
    wanted: Wanted<'_>,
    (method, mut headers, body): (&str, Vec<(&'static str, String)>, String),
) -> Result<Answer, Trouble> {
    let bounds = Bounds {
        patience: wanted.patience,
        largest: LARGEST,
    };
    let mut address = wanted.address.clone();
    for _ in 0..=HOPS {
        headers.retain(|(name, _)| *name != "authorization");
        if let Some((user, password)) = wanted
            .login
            .filter(|_| address.host() == wanted.address.host())
        {
            let word = STANDARD.encode(format!("{user}:{password}"));
            headers.push(("authorization", format!("Basic {word}")));
        }
        let said: Vec<(&str, &str)> = headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let question = Question {
            method,
            address: &address,
            headers: &said,
            body: body.clone().into_bytes(),
        };
        let answer = outside.ask(question, bounds).await?;
        let leads = matches!(answer.status, 301 | 302 | 307 | 308);
        match answer.header("location").filter(|_| leads) {
            Some(there) => address = address.join(there, outside.reach())?,
            None => return good(answer),
        }
    }
    Err(Trouble::Unreachable)
}

fn good(answer: Answer) -> Result<Answer, Trouble> {
    match answer.status {
        200..300 if !answer.is_whole => Err(Trouble::TooMuch),
        200..300 => Ok(answer),
        401 | 403 => Err(Trouble::Refused),
        404 | 410 => Err(Trouble::Missing),
        405 | 501 => Err(Trouble::NotACalendar),
        _ => Err(Trouble::Unreachable),
    }
}

fn text(answer: Answer) -> Result<String, Trouble> {
    String::from_utf8(answer.body).map_err(|_other| Trouble::NotACalendar)
}

/// Whether what is said of it says that it is a calendar.
fn is_calendar(xml: &str) -> bool {
    let mut reader = Reader::from_str(xml);
    let mut is_kind = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(part)) if part.local_name().as_ref() == b"resourcetype" => {
                is_kind = true;
            }
            Ok(Event::End(part)) if part.local_name().as_ref() == b"resourcetype" => {
                is_kind = false;
            }
            Ok(Event::Start(part) | Event::Empty(part))
                if is_kind && part.local_name().as_ref() == b"calendar" =>
            {
                return true;
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// The words inside each part of a name; nothing where it cannot be read to its end.
fn inside(xml: &str, name: &[u8]) -> Option<Vec<String>> {
    let mut reader = Reader::from_str(xml);
    let (mut all, mut current) = (Vec::new(), None::<String>);
    loop {
        match reader.read_event().ok()? {
            Event::Start(part) if part.local_name().as_ref() == name => {
                current = Some(String::new());
            }
            Event::End(part) if part.local_name().as_ref() == name => all.extend(current.take()),
            Event::Text(words) => {
                if let Some(current) = &mut current {
                    current.push_str(&words.decode().ok()?);
                }
            }
            Event::CData(words) => {
                if let Some(current) = &mut current {
                    current.push_str(&words.decode().ok()?);
                }
            }
            Event::GeneralRef(letter) => {
                if let Some(current) = &mut current {
                    match letter.resolve_char_ref().ok()? {
                        Some(letter) => current.push(letter),
                        None => current.push_str(quick_xml::escape::resolve_xml_entity(
                            &letter.decode().ok()?,
                        )?),
                    }
                }
            }
            Event::Eof => return Some(all),
            _ => {}
        }
    }
}
