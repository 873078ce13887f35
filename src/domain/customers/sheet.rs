//! Cards as a table in a file: CSV that Excel opens, in UTF-8 or Shift_JIS. Pure.
//!
//! What begins like a formula is written with an apostrophe before it, which spreadsheets take as "this is text" and which is
//! taken off again when such a file comes back.

use csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};
use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

/// Before text in UTF-8, so that Excel takes it for that.
const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
/// What stands for a letter that Shift_JIS does not have, as printers had it.
const GETA: &str = "〓";

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Every letter there is.
    Utf8,
    /// What older programs in Japan read.
    ShiftJis,
}

impl Script {
    /// Its name in a form and in a header.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::ShiftJis => "shift_jis",
        }
    }

    /// The one of a label.
    pub fn from_label(label: &str) -> Option<Self> {
        [Self::Utf8, Self::ShiftJis]
            .into_iter()
            .find(|script| script.label() == label)
    }
}

/// Rows as a file, the first of them the names of the columns.
pub fn write(rows: &[Vec<String>], script: Script) -> Vec<u8> {
    [mark(script), &lines(rows, script)].concat()
}

/// What a file begins with.
pub const fn mark(script: Script) -> &'static [u8] {
    match script {
        Script::Utf8 => MARK,
        Script::ShiftJis => &[],
    }
}

/// Rows as they stand in a file, for one that is written piece by piece.
pub fn lines(rows: &[Vec<String>], script: Script) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    let written = rows
        .iter()
        .try_for_each(|row| writer.write_record(row.iter().map(|cell| harmless(cell))));
    // Rows of one length into memory: there is nothing that could fail.
    let bytes = match written {
        Ok(()) => writer.into_inner().unwrap_or_default(),
        Err(_uneven) => Vec::new(),
    };
    match script {
        Script::Utf8 => bytes,
        Script::ShiftJis => shift_jis(&String::from_utf8(bytes).unwrap_or_default()),
    }
}

/// The rows of a text, each with the line it begins on; an error is the line that is no row. Lines with nothing in them are
/// left out.
pub fn read(text: &str) -> Result<Vec<(u64, Vec<String>)>, u64> {
    // One sign for an end of line: of two, the reader counts the second to the line that follows.
    let text = text.replace("\r\n", "\n");
    let first = text.lines().next().unwrap_or_default();
    let is_tabbed = first.matches('\t').count() > first.matches(',').count();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if is_tabbed { b'\t' } else { b',' })
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.position().map_or(0, csv::Position::line))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push((line, cells));
        }
    }
    Ok(rows)
}

/// What a spreadsheet takes as text, whatever it begins with.
pub fn harmless(cell: &str) -> String {
    if begins_like_a_formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The same without the apostrophe that was put before it.
pub fn plain(cell: &str) -> &str {
    let text = cell.strip_prefix('\'');
    text.filter(|text| begins_like_a_formula(text))
        .unwrap_or(cell)
}

fn begins_like_a_formula(cell: &str) -> bool {
    cell.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '\u{2212}', '＠',
    ])
}

fn shift_jis(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut letter = [0; 4];
    for c in text.chars() {
        // Waves and minus signs have one place there, under other names.
        let c = match c {
            '\u{301C}' => '\u{FF5E}',
            '\u{2212}' => '\u{FF0D}',
            c => c,
        };
        let (encoded, _, is_lost) = SHIFT_JIS.encode(c.encode_utf8(&mut letter));
        if is_lost {
            bytes.extend_from_slice(&SHIFT_JIS.encode(GETA).0);
        } else {
            bytes.extend_from_slice(&encoded);
        }
    }
    bytes
}

/// The text of a file: UTF-8 where it is that, with its mark or without, otherwise Shift_JIS; `None` where it is neither.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let decoded = |encoding: &'static Encoding| {
        let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
        (!had_errors).then(|| text.into_owned())
    };
    if bytes.contains(&0) {
        return None;
    }
    decoded(UTF_8).or_else(|| decoded(SHIFT_JIS))
}
