//! What can be typed and not be seen, or turns or buries what stands beside it. It comes along when an address or a
//! number is copied, and a name made of it lies to whoever reads a list; so it is dropped without a word.

use unicode_normalization::char::is_combining_mark;

/// So many marks may stand over one letter. Living scripts need fewer (Burmese is the richest, with six); two hundred
/// bury the line above.
const MARKS_MAX: usize = 8;

/// The text without letters that nobody sees and without marks beyond what a letter carries. A joiner stays between
/// letters that it shapes (Persian, the scripts of India, composed pictures), variation selectors stay: they are
/// part of people's names.
pub fn drop_unseen(typed: &str) -> String {
    let mut kept = String::with_capacity(typed.len());
    let (mut marks, mut last) = (MARKS_MAX, None);
    let mut rest = typed.chars().filter(|c| !is_unseen(*c)).peekable();
    while let Some(c) = rest.next() {
        if is_joiner(c) {
            let shapes = |c: Option<char>| c.is_some_and(is_shaped);
            if !(shapes(last) && shapes(rest.peek().copied())) {
                continue;
            }
        } else if is_combining_mark(c) {
            // A mark without a letter would sit on whatever the page writes before it: `marks` begins as full.
            if marks == MARKS_MAX {
                continue;
            }
            marks += 1;
        } else {
            marks = if c.is_whitespace() { MARKS_MAX } else { 0 };
        }
        kept.push(c);
        last = Some(c);
    }
    kept
}

/// Controls of direction and form, and letters that are drawn as nothing. Those of the old controls (tab, line feed,
/// NUL) are not among them: who sends those is told.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        // soft hyphen, grapheme joiner, and what turns the direction of writing
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            // fillers of Korean, Khmer and Mongolian, and the blank of Braille: names that look empty
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{2800}'
            // zero width, invisible operators, isolates and their ancestors, byte order mark, annotations
            | '\u{200B}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}'
            // beams of notes, shorthand, and tags: a second text that rides on the first
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E00FF}'
    )
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Letters whose form a joiner decides: Arabic to Khmer, and pictures with what follows them.
fn is_shaped(c: char) -> bool {
    matches!(
        c,
        '\u{0600}'..='\u{08FF}'
            | '\u{0900}'..='\u{0DFF}'
            | '\u{1000}'..='\u{109F}'
            | '\u{1780}'..='\u{18AF}'
            | '\u{2600}'..='\u{27BF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE0F}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{1F000}'..='\u{1FAFF}'
    )
}
