//! What somebody is called, in parts and as a whole. Each part may be empty but the whole: there are people with one name
//! (UX 2.1).

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
    /// The reading, if it is known.
    pub fn kana(&self) -> String {
        format!("{} {}", self.family_kana, self.given_kana)
            .trim()
            .to_owned()
    }
}
