//! Days, times, lengths and figures as other systems write them into their files. Pure.

use super::{
    text,
    time::{LocalDate, WallTime, parse_date},
};

/// A cell in which a day, a time, or a day and times stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Option<LocalDate>,
    /// The first time.
    pub start: Option<WallTime>,
    /// The second, after a dash or a wave.
    pub end: Option<WallTime>,
}

/// Reads `2026/12/01`, `2026年12月1日(火)`, `20261201`, `2026-12-01 10:00`, `10:00〜11:30`, `午後3時`, `3:00 PM`; nothing where some of
/// it is none of that.
pub fn moment(cell: &str) -> Option<Moment> {
    let plain = spaced(&unbracketed(&text::ascii(cell).to_lowercase()));
    let (mut date, mut walls, mut half) = (None, Vec::new(), None);
    for word in plain.split_whitespace() {
        match word {
            "午前" => half = Some(0),
            "午後" => half = Some(12),
            "am" | "a.m." => later(&mut walls, 0)?,
            "pm" | "p.m." => later(&mut walls, 12)?,
            "-" => {}
            word => match (day(word), date) {
                (Some(found), None) => date = Some(found),
                (Some(_), Some(_)) => return None,
                (None, _) => times(&mut walls, word, half.take())?,
            },
        }
    }
    let mut walls = walls.into_iter();
    let moment = Moment {
        date,
        start: walls.next(),
        end: walls.next(),
    };
    (walls.next().is_none() && moment != Moment::default()).then_some(moment)
}

/// `60`, `60分`, `90 min`, `1:30`, `1時間30分`, in minutes.
pub fn minutes(cell: &str) -> Option<i64> {
    let plain = text::ascii(cell).to_lowercase().replace(' ', "");
    let plain = plain.replace("時間", ":").replace(['分', '間'], "");
    let plain = plain.trim_end_matches("utes").trim_end_matches("min");
    let (hours, minutes) = plain.split_once(':').unwrap_or(("0", plain));
    let figure = |digits: &str| match digits {
        "" => Some(0),
        digits if digits.len() <= 5 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse::<i64>().ok()
        }
        _ => None,
    };
    let all = figure(hours)? * 60 + figure(minutes)?;
    (all > 0).then_some(all)
}

/// A whole number with whatever people write around it: `2`, `2名`, `５，５００円`.
pub fn number(cell: &str) -> Option<i64> {
    let plain = text::amount(cell);
    let plain = plain.trim_end_matches(['名', '人', '様']);
    let is_plain = (1..=9).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_digit());
    plain.parse().ok().filter(|_| is_plain)
}

/// With a space wherever a day ends and a time begins.
fn spaced(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |place: Option<usize>| {
        let letter = place.and_then(|place| letters.get(place));
        letter.is_some_and(char::is_ascii_digit)
    };
    let spaced = letters.iter().enumerate().map(|(place, letter)| {
        let is_between = is_digit(place.checked_sub(1)) && is_digit(Some(place + 1));
        match letter {
            '年' | '月' => '-',
            '日' | '〜' | '~' | '–' | '—' => ' ',
            't' if is_between => ' ',
            other => *other,
        }
    });
    spaced.collect()
}

/// Without what stands in brackets: the weekday.
fn unbracketed(text: &str) -> String {
    let mut depth = 0_usize;
    let kept = text.chars().filter(|c| match c {
        '(' | '[' => {
            depth += 1;
            false
        }
        ')' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    kept.collect()
}

fn day(word: &str) -> Option<LocalDate> {
    let is_bare = word.len() == 8 && word.bytes().all(|b| b.is_ascii_digit());
    match (word.split_at_checked(4), is_bare) {
        (Some((year, rest)), true) => {
            let (month, day) = rest.split_at_checked(2)?;
            parse_date(&format!("{year}-{month}-{day}"))
        }
        _ => parse_date(&word.replace('.', "/")),
    }
}

/// One time, or two with a dash between them.
fn times(walls: &mut Vec<WallTime>, word: &str, half: Option<u16>) -> Option<()> {
    for one in word.split('-').filter(|one| !one.is_empty()) {
        let halves = [("午前", 0), ("午後", 12), ("am", 0), ("pm", 12)];
        let own = halves.into_iter().find_map(|(mark, half)| {
            let rest = one.strip_prefix(mark).or_else(|| one.strip_suffix(mark));
            rest.map(|rest| (rest, Some(half)))
        });
        let (digits, half) = own.unwrap_or((one, half));
        walls.push(clock(digits)?);
        if let Some(half) = half {
            later(walls, half)?;
        }
    }
    Some(())
}

/// Makes the last time one of the morning or of the afternoon: twelve is the first hour of either.
fn later(walls: &mut [WallTime], half: u16) -> Option<()> {
    let last = walls.last_mut()?;
    let early = last.minutes() % (12 * 60);
    if last.minutes() < 13 * 60 {
        *last = WallTime::new(early + half * 60)?;
    }
    Some(())
}

/// `10:00`, `10:00:00`, `1000`, `10時`, `10時30分`, `10時半`.
fn clock(word: &str) -> Option<WallTime> {
    let plain = word
        .replace('時', ":")
        .replace('半', "30")
        .replace('分', "");
    let plain = match plain.strip_suffix(':') {
        Some(hours) => format!("{hours}:00"),
        None => plain,
    };
    match plain.splitn(3, ':').collect::<Vec<_>>().as_slice() {
        [hours, minutes, seconds] => {
            let is_whole = matches!(*seconds, "00" | "0");
            WallTime::parse(&format!("{hours}:{minutes}")).filter(|_| is_whole)
        }
        _ => WallTime::hurried(&plain),
    }
}
