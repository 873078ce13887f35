//! Kana in Latin letters as passports spell them (Hepburn), for a word in an address. Pure.

/// The rows of the syllabary with their consonants, in the order a, i, u, e, o; a gap is a point.
const ROWS: [(&str, &str); 15] = [
    ("", "アイウエオ"),
    ("k", "カキクケコ"),
    ("s", "サシスセソ"),
    ("t", "タチツテト"),
    ("n", "ナニヌネノ"),
    ("h", "ハヒフヘホ"),
    ("m", "マミムメモ"),
    ("y", "ヤ.ユ.ヨ"),
    ("r", "ラリルレロ"),
    ("w", "ワヰ.ヱヲ"),
    ("g", "ガギグゲゴ"),
    ("z", "ザジズゼゾ"),
    ("d", "ダヂヅデド"),
    ("b", "バビブベボ"),
    ("p", "パピプペポ"),
];
/// What is not spelled by its row.
const OWN: [(char, &str); 14] = [
    ('シ', "shi"),
    ('チ', "chi"),
    ('ツ', "tsu"),
    ('フ', "fu"),
    ('ジ', "ji"),
    ('ヂ', "ji"),
    ('ヅ', "zu"),
    ('ヰ', "i"),
    ('ヱ', "e"),
    ('ヲ', "o"),
    ('ン', "n"),
    ('ヴ', "vu"),
    ('・', " "),
    (' ', " "),
];
const VOWELS: [&str; 5] = ["a", "i", "u", "e", "o"];

/// Katakana spelled in small letters; what is no kana is left out. Long vowels are written once.
pub fn spelled(kana: &str) -> String {
    let mut out = String::new();
    let mut is_doubled = false;
    for letter in kana.chars() {
        match letter {
            'ッ' => is_doubled = true,
            'ャ' | 'ュ' | 'ョ' => glide(&mut out, letter),
            'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' => {
                let vowel = "ァィゥェォ"
                    .chars()
                    .zip(VOWELS)
                    .find(|(one, _)| *one == letter);
                if out.ends_with(['a', 'i', 'u', 'e', 'o']) {
                    out.pop();
                }
                out.push_str(vowel.map_or("", |(_, vowel)| vowel));
            }
            _ => {
                let Some(said) = syllable(letter) else {
                    continue;
                };
                if std::mem::take(&mut is_doubled) {
                    // 「マッチャ」 is matcha.
                    let first = if said.starts_with("ch") {
                        "t"
                    } else {
                        said.get(..1).unwrap_or("")
                    };
                    out.push_str(first);
                }
                out.push_str(&said);
            }
        }
    }
    for (long, short) in [("ou", "o"), ("oo", "o"), ("uu", "u")] {
        out = out.replace(long, short);
    }
    out
}

fn syllable(letter: char) -> Option<String> {
    if let Some((_, own)) = OWN.iter().find(|(one, _)| *one == letter) {
        return Some((*own).to_owned());
    }
    ROWS.iter().find_map(|(consonant, row)| {
        let vowel = row.chars().zip(VOWELS).find(|(one, _)| *one == letter)?.1;
        Some(format!("{consonant}{vowel}"))
    })
}

/// 「キャ」 is kya, 「シャ」 sha, 「チャ」 cha, 「ジャ」 ja.
fn glide(out: &mut String, letter: char) {
    if out.ends_with('i') {
        out.pop();
    }
    let is_soft = ["sh", "ch", "j"].iter().any(|end| out.ends_with(end));
    let vowel = match letter {
        'ャ' => "a",
        'ュ' => "u",
        _ => "o",
    };
    out.push_str(if is_soft { "" } else { "y" });
    out.push_str(vowel);
}
