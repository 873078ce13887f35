//! What somebody is called, in parts and as a whole. Each part may be empty but the whole: there are people with one name
//! (UX 2.1).

use crate::base::text;

/// The parts as they were typed, and what is said to the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// 姓
    pub family: String,
    /// 名
    pub given: String,
    /// セイ
    pub family_kana: String,
    /// メイ
    pub given_kana: String,
    /// What to call them; never empty.
    pub display: String,
}

impl Names {
    /// The name as it stands on paper: the parts where there are any, the family first in Japanese; else what they are
    /// called.
    pub fn full(&self) -> String {
        let parts = [self.family.as_str(), self.given.as_str()];
        let [first, second] = match parts.into_iter().any(text::has_japanese) {
            true => parts,
            false => [parts[1], parts[0]],
        };
        match format!("{first} {second}").trim() {
            "" => self.display.clone(),
            full => full.to_owned(),
        }
    }

    /// The reading, if it is known.
    pub fn kana(&self) -> String {
        format!("{} {}", self.family_kana, self.given_kana)
            .trim()
            .to_owned()
    }
}
