//! What people type, accepted in any form and kept in one (UX 2.1, 2.2). Names are kept as they were typed: even plain
//! NFC changes some people's names.

use super::{msg::Msg, unseen::drop_unseen};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// The longest name, in characters as people count them.
pub const NAME_MAX: usize = 50;
/// The longest name that is taken for nothing but a name: twenty kanji, or forty letters.
const PLAIN_NAME_WIDTH: usize = 40;
/// The longest e-mail address, in bytes (RFC 5321).
const EMAIL_MAX: usize = 254;
/// Unicode's own ends of line and paragraph, which are not among the controls.
const LINE_ENDS: [char; 2] = ['\u{2028}', '\u{2029}'];

/// A line of text without control characters, without what nobody sees, and without spaces around it; at most `max`
/// characters as people count.
pub fn line(typed: &str, max: usize) -> Result<String, Msg> {
    bounded(&typed.replace(LINE_ENDS, " "), max, |c| c.is_control())
}

/// The same, several lines.
pub fn paragraph(typed: &str, max: usize) -> Result<String, Msg> {
    let typed = typed.replace("\r\n", "\n").replace(LINE_ENDS, "\n");
    bounded(&typed, max, |c| c.is_control() && c != '\n' && c != '\t')
}

/// A line that the database counts, too: what people count as one letter may be several there.
pub fn short_line(typed: &str, max: usize) -> Result<String, Msg> {
    short(line(typed, max)?, max)
}

/// The same, several lines.
pub fn short_paragraph(typed: &str, max: usize) -> Result<String, Msg> {
    short(paragraph(typed, max)?, max)
}

/// Katakana from whatever kana was typed: half-width, hiragana, composed or not.
pub fn kana(typed: &str) -> Result<String, Msg> {
    let typed = line(typed, NAME_MAX)?;
    let kana: String = typed.nfkc().map(katakana).collect();
    let kana = kana.split_whitespace().collect::<Vec<_>>().join(" ");
    if kana
        .chars()
        .all(|c| matches!(c, 'ァ'..='ヴ' | 'ー' | '・' | ' '))
    {
        Ok(kana)
    } else {
        Err(Msg::new("form-kana-only"))
    }
}

/// An e-mail address in ASCII form where full-width was typed. Only what cannot be an address at all is refused.
pub fn email(typed: &str) -> Result<String, Msg> {
    let typed = line(typed, EMAIL_MAX)?;
    let address: String = typed.nfkc().filter(|c| !c.is_whitespace()).collect();
    let Some((local, domain)) = address.rsplit_once('@') else {
        return Err(Msg::new("form-email-no-at"));
    };
    let domain_is_sound = domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let local_is_sound = !local.is_empty()
        && !local.contains('@')
        && local
            .chars()
            .all(|c| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    if domain_is_sound && local_is_sound && address.len() <= EMAIL_MAX {
        Ok(address.to_lowercase())
    } else {
        Err(Msg::new("form-email-unusable"))
    }
}

/// A phone number as E.164. Japanese numbers may be typed with any digits, dashes and brackets; others begin with `+`.
pub fn phone(typed: &str) -> Result<String, Msg> {
    let typed = line(typed, 60)?;
    let folded: String = typed.nfkc().filter(|c| !is_phone_noise(*c)).collect();
    let refused = || Msg::new("form-phone-digits");
    let number = phonenumber::parse(Some(phonenumber::country::Id::JP), &folded)
        .map_err(|_why| refused())?;
    let national = number.national().value().to_string();
    let plausible = if number.code().value() == 81 {
        // 060 numbers are handed out since July 2026, which older numbering data does not know.
        matches!(national.len(), 9 | 10)
    } else {
        (7..=15).contains(&(national.len() + number.code().value().to_string().len()))
    };
    let only_digits = folded
        .trim_start_matches('+')
        .chars()
        .all(|c| c.is_ascii_digit());
    // 050 to 090: without one of its eleven digits it would still look like a number of somewhere.
    let is_short = number.code().value() == 81
        && matches!(national.as_bytes(), [b'5'..=b'9', b'0', ..])
        && national.len() == 9;
    if plausible && only_digits && is_short {
        return Err(Msg::new("form-phone-mobile"));
    }
    if plausible && only_digits {
        Ok(number.format().mode(phonenumber::Mode::E164).to_string())
    } else {
        Err(refused())
    }
}

/// Seven digits of a Japanese postal code.
pub fn postal_code(typed: &str) -> Result<String, Msg> {
    let digits: String = line(typed, 30)?
        .nfkc()
        .filter(|c| !is_phone_noise(*c) && *c != '〒')
        .collect();
    if digits.len() == 7 && digits.chars().all(|c| c.is_ascii_digit()) {
        Ok(digits)
    } else {
        Err(Msg::new("form-postal-code"))
    }
}

/// What a name is found by, never what is shown: NFKC, hiragana, lower case, no spaces or dots, variants folded.
pub fn search_key(name: &str) -> String {
    drop_unseen(name)
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| hiragana(unvaried(c)))
        .filter(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !is_phone_noise(*c)
                && !matches!(c, '・' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
        })
        .collect()
}

/// Whether a name is nothing but a name: of letters as names have them, and no longer than names are. Anything else may be
/// a message, or what programs make a link of.
pub fn is_plain_name(name: &str) -> bool {
    let letter = |c: char| {
        c.is_alphabetic()
            || is_combining_mark(c)
            || matches!(
                c,
                '\'' | '’' | '-' | '‐' | '・' | '･' | '\u{200C}' | '\u{200D}'
            )
    };
    let word = |word: &str| {
        // A dot ends a word ("Jr."); within one it would make an address of it.
        word.strip_suffix(['.', ','])
            .unwrap_or(word)
            .chars()
            .all(letter)
    };
    let width = |c: char| if c.is_ascii() { 1 } else { 2 };
    !is_blank(name)
        && name.chars().map(width).sum::<usize>() <= PLAIN_NAME_WIDTH
        && name.split_whitespace().all(word)
}

/// Whether there is nothing in it that anybody would see.
pub fn is_blank(typed: &str) -> bool {
    drop_unseen(typed).trim().is_empty()
}

/// Whether kana or kanji are in it.
pub fn has_japanese(typed: &str) -> bool {
    let is_japanese = |c: char| matches!(c, 'ぁ'..='ヿ' | '一'..='鿿');
    typed.chars().any(is_japanese)
}

/// Digits in any width as ASCII; other characters are kept, so that nonsense stays nonsense.
pub fn ascii(typed: &str) -> String {
    drop_unseen(typed)
        .nfkc()
        .collect::<String>()
        .trim()
        .to_owned()
}

/// An amount of yen without what people write around it: `5,500円`, `¥5,500`. Other characters are kept, so that nonsense
/// stays nonsense.
pub fn amount(typed: &str) -> String {
    let around = |c: &char| !matches!(c, ',' | '¥' | '円' | ' ');
    ascii(typed).chars().filter(around).collect()
}

/// Several things that were typed into one box, with spaces or whatever else people put between them.
pub fn listed(typed: &str) -> Vec<String> {
    typed
        .split(|c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '・'))
        .filter(|one| !one.is_empty())
        .map(str::to_owned)
        .collect()
}

fn short(text: String, max: usize) -> Result<String, Msg> {
    match text.chars().count() > max {
        true => Err(Msg::new("form-too-long").with("max", max)),
        false => Ok(text),
    }
}

fn bounded(typed: &str, max: usize, forbidden: impl Fn(char) -> bool) -> Result<String, Msg> {
    let typed = drop_unseen(typed);
    // Bytes first: counting the graphemes of a megabyte would be work for an attacker to give.
    let count = if typed.len() > max * 64 {
        typed.len()
    } else {
        typed.graphemes(true).count()
    };
    if count > max {
        return Err(Msg::new("form-too-long").with("max", max));
    }
    if typed.chars().any(forbidden) {
        return Err(Msg::new("form-control-characters"));
    }
    Ok(typed.trim_matches(|c: char| c.is_whitespace()).to_owned())
}

/// What people write between the digits of a number, the long vowel mark among it: it stands where they look for a hyphen.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | 'ー' | '−' | '‐' | '‑' | '–' | '—' | '―' | 'ｰ')
}

fn is_phone_noise(c: char) -> bool {
    is_dash(c) || matches!(c, '(' | ')' | '.' | '/') || c.is_whitespace()
}

fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        _ => c,
    }
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    }
}

fn unvaried(c: char) -> char {
    match c {
        '髙' => '高',
        '﨑' => '崎',
        '邊' | '邉' => '辺',
        '齋' | '齊' | '斎' => '斉',
        '澤' => '沢',
        '濵' | '濱' => '浜',
        '𠮷' => '吉',
        '廣' => '広',
        '櫻' => '桜',
        '國' => '国',
        _ => c,
    }
}
