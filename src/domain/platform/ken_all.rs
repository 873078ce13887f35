//! Japan Post's list of postal codes (KEN_ALL.CSV in Shift_JIS, utf_ken_all.csv in UTF-8), read strictly. Pure. What the list
//! says about a code and not of a place is taken off: a town is what somebody would write on an envelope.

use csv::ReaderBuilder;
use encoding_rs::SHIFT_JIS;
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// So many columns a line has.
const COLUMNS: usize = 15;
/// So many problems are told of; a file of another kind has one in each line.
const TOLD: usize = 20;
/// Before text in UTF-8, by programs that do so.
const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// One place of a code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Seven digits.
    pub code: String,
    /// 1 to 47.
    pub prefecture: i16,
    /// 市区町村
    pub city: String,
    /// Its reading.
    pub city_kana: String,
    /// 町域, or empty.
    pub town: String,
    /// Its reading.
    pub town_kana: String,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Letters of neither script.
    Letters,
    /// Not the columns of the list.
    Columns,
    /// No seven digits.
    Code,
    /// No prefecture.
    Prefecture,
    /// No city.
    City,
    /// A bracket that is never closed.
    Bracket,
    /// Nothing at all.
    Empty,
}

/// All places of a file, or the lines that are none of the list's.
pub fn read(bytes: &[u8]) -> Result<Vec<Place>, Vec<(u64, Problem)>> {
    let text = text(bytes)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut places, mut known, mut problems) = (Vec::new(), HashSet::new(), Vec::new());
    // The line on which a bracket was opened that is not closed yet.
    let mut open: Option<u64> = None;
    for (record, number) in reader.records().zip(1_u64..) {
        let record = record.unwrap_or_default();
        let line = record.position().map_or(number, csv::Position::line);
        let column = |place: usize| record.get(place).unwrap_or_default().trim();
        if record.len() != COLUMNS {
            problems.push((line, Problem::Columns));
        } else if open.is_some() {
            // A long town goes on over several lines, and they are within its bracket.
            open = open.filter(|_| !column(8).contains('）'));
        } else {
            open = (column(8).contains('（') && !column(8).contains('）')).then_some(line);
            match place(&column) {
                Ok(place) if known.insert(place.clone()) => places.push(place),
                Ok(_known) => {}
                Err(problem) => problems.push((line, problem)),
            }
        }
        if problems.len() >= TOLD {
            return Err(problems);
        }
    }
    problems.extend(open.map(|line| (line, Problem::Bracket)));
    problems.extend(places.is_empty().then_some((1, Problem::Empty)));
    match problems.is_empty() {
        true => Ok(places),
        false => Err(problems),
    }
}

/// The file as text: UTF-8 where it is that, else Shift_JIS as it was for decades.
fn text(bytes: &[u8]) -> Result<String, Vec<(u64, Problem)>> {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let is_whole = |line: &[u8]| {
        SHIFT_JIS
            .decode_without_bom_handling_and_without_replacement(line)
            .is_some()
    };
    // No second byte of a letter is an end of line in Shift_JIS.
    let lines = bytes.split(|byte| *byte == b'\n').zip(1_u64..);
    let wrong = lines.filter(|(line, _)| !is_whole(line));
    let wrong: Vec<_> = wrong
        .map(|(_, line)| (line, Problem::Letters))
        .take(TOLD)
        .collect();
    match wrong.is_empty() {
        true => Ok(SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned()),
        false => Err(wrong),
    }
}

fn place<'a>(column: &impl Fn(usize) -> &'a str) -> Result<Place, Problem> {
    let code = column(2);
    if code.len() != 7 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::Code);
    }
    let prefecture = column(0).get(..2).and_then(|two| two.parse().ok());
    let prefecture = prefecture.filter(|number| (1..=47).contains(number));
    let city = column(7);
    if city.is_empty() {
        return Err(Problem::City);
    }
    let (town, town_kana) = town(column(8), column(5));
    Ok(Place {
        code: code.to_owned(),
        prefecture: prefecture.ok_or(Problem::Prefecture)?,
        city: city.to_owned(),
        city_kana: column(4).nfkc().collect(),
        town,
        town_kana,
    })
}

/// The town without what is said about it, and its reading.
fn town(written: &str, kana: &str) -> (String, String) {
    let kana: String = kana.nfkc().collect();
    let (town, kana) = (before(written, '（'), before(&kana, '('));
    let is_told = town == "以下に掲載がない場合"
        || town.contains("の次に")
        // A village as a whole; one town is really called so.
        || (town.ends_with("一円") && town != "一円");
    if is_told {
        return (String::new(), String::new());
    }
    if town.contains("地割") {
        // 「種市第15地割〜第21地割」: the parts are written after the town, as a number.
        let named = |text: &str, before: &str| {
            let end = text.find(|letter: char| letter.nfkc().any(|one| one.is_ascii_digit()));
            let named = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
            named.trim_end_matches(before).to_owned()
        };
        return (named(town, "第"), named(kana, "ダイ"));
    }
    if town.contains('、') {
        // Several in one line: which of them it is, nobody can say.
        return (String::new(), String::new());
    }
    (town.to_owned(), kana.to_owned())
}

fn before(text: &str, bracket: char) -> &str {
    text.split(bracket).next().unwrap_or_default().trim()
}
