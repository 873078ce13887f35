//! A year as people in Japan write it: 2018, 平成30年, H30, 令和元年 (UX 7.3).

use super::text;

/// Each era: its name, its letter, the year before its first, and its last year where it has one.
const ERAS: [(&str, char, i16, i16); 4] = [
    ("大正", 'T', 1911, 15),
    ("昭和", 'S', 1925, 64),
    ("平成", 'H', 1988, 31),
    ("令和", 'R', 2018, i16::MAX),
];

/// The year of our reckoning that was written in four digits or as one of an era; `None` for anything else.
pub fn parse(typed: &str) -> Option<i16> {
    let typed: String = text::ascii(typed).split_whitespace().collect();
    let typed = typed.trim_end_matches("生まれ").trim_end_matches('年');
    for (name, letter, before, last) in ERAS {
        let short = [letter, letter.to_ascii_lowercase()];
        let rest = typed
            .strip_prefix(name)
            .or_else(|| typed.strip_prefix(short));
        if let Some(rest) = rest {
            let rest = rest.trim_start_matches('.');
            let year = if rest == "元" {
                1
            } else {
                digits(rest, 1..=2)?
            };
            return (1..=last).contains(&year).then_some(before + year);
        }
    }
    digits(typed, 4..=4)
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let plain = length.contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}
