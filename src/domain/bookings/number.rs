//! Booking numbers: what people read aloud and type, so without 0, O, 1 and I.

use rand::Rng;

const LETTERS: [char; 32] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', '2', '3', '4', '5', '6', '7', '8', '9',
];

/// A new number of seven characters, written `K7P-3MWX`.
pub fn random() -> String {
    let mut source = rand::rng();
    let mut number = String::with_capacity(8);
    for place in 0..7 {
        if place == 3 {
            number.push('-');
        }
        let letter = source.random_range(0..LETTERS.len());
        number.extend(LETTERS.get(letter));
    }
    number
}

/// Random bytes as such letters.
pub(super) fn letters(bytes: &[u8]) -> impl Iterator<Item = char> {
    bytes
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(byte % 32)).copied())
}

/// A number as it is kept, from its seven letters and digits; `None` where it cannot be one.
pub fn read(typed: &str) -> Option<String> {
    let letters: Vec<char> = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let (head, tail) = letters.split_at_checked(3)?;
    let is_sound = tail.len() == 4 && letters.iter().all(|letter| LETTERS.contains(letter));
    is_sound.then(|| format!("{}-{}", String::from_iter(head), String::from_iter(tail)))
}
