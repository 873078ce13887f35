//! What calendars call zones: by their names in the IANA's list, by such a name behind a path, by those of Windows, or by a table
//! of their own.

use chrono_tz::Tz;
use icalendar::parser::Component;

/// Names of Windows that calendars here are likely to bring.
const WINDOWS: [(&str, Tz); 24] = [
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("Korea Standard Time", Tz::Asia__Seoul),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("Taipei Standard Time", Tz::Asia__Taipei),
    ("Singapore Standard Time", Tz::Asia__Singapore),
    ("SE Asia Standard Time", Tz::Asia__Bangkok),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("Arabian Standard Time", Tz::Asia__Dubai),
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("Hawaiian Standard Time", Tz::Pacific__Honolulu),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Mountain Standard Time", Tz::America__Denver),
    ("Central Standard Time", Tz::America__Chicago),
    ("Eastern Standard Time", Tz::America__New_York),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("GMT Standard Time", Tz::Europe__London),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("Romance Standard Time", Tz::Europe__Paris),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("FLE Standard Time", Tz::Europe__Kyiv),
    ("Russian Standard Time", Tz::Europe__Moscow),
    ("UTC", Tz::UTC),
];

/// The zones of one calendar.
pub(super) struct Zones {
    own: Tz,
    named: Vec<(String, Tz)>,
}

impl Zones {
    /// Those that a calendar describes, and its own for times that name none.
    pub(super) fn of(parts: &[Component<'_>], own: Tz) -> Self {
        let tables = parts
            .iter()
            .filter(|part| part.name.as_str().eq_ignore_ascii_case("VTIMEZONE"));
        let named = tables.filter_map(|table| {
            let id = table.find_prop("TZID")?.val.as_str().to_owned();
            let zone = known(&id)
                .or_else(|| known(table.find_prop("X-LIC-LOCATION")?.val.as_str()))
                .or_else(|| steady(table))?;
            Some((id, zone))
        });
        Self {
            own,
            named: named.collect(),
        }
    }

    /// What a time without a zone is in.
    pub(super) fn own(&self) -> Tz {
        self.own
    }

    /// A zone by what the calendar calls it; its own where nobody knows the name.
    pub(super) fn find(&self, name: &str) -> Tz {
        let described = self.named.iter().find(|(id, _)| id == name);
        described
            .map(|(_, zone)| *zone)
            .or_else(|| known(name))
            .unwrap_or(self.own)
    }
}

fn known(name: &str) -> Option<Tz> {
    let name = name.trim().trim_matches('"');
    let windows = WINDOWS
        .iter()
        .find(|(other, _)| other.eq_ignore_ascii_case(name));
    if let Some((_, zone)) = windows {
        return Some(*zone);
    }
    // Some write a path of their own before it.
    let mut rest = name.trim_start_matches('/');
    loop {
        if let Ok(zone) = rest.parse() {
            return Some(zone);
        }
        (_, rest) = rest.split_once('/')?;
    }
}

/// A table of one's own that says one offset in whole hours. The IANA's list has those the other way round.
fn steady(table: &Component<'_>) -> Option<Tz> {
    let standard = table
        .components
        .iter()
        .find(|part| part.name.as_str().eq_ignore_ascii_case("STANDARD"))?;
    let offset = standard.find_prop("TZOFFSETTO")?.val.as_str().to_owned();
    let (sign, hours) = offset.split_at_checked(1)?;
    let hours: u8 = hours.get(..2)?.parse().ok()?;
    if offset.get(3..5)? != "00" {
        return None;
    }
    match (sign, hours) {
        (_, 0) => Some(Tz::UTC),
        ("+", hours) => format!("Etc/GMT-{hours}").parse().ok(),
        (_, hours) => format!("Etc/GMT+{hours}").parse().ok(),
    }
}
