//! Numbers with their unit. The yen has no smaller unit, so an amount is a whole number.

use crate::i18n::Words;

impl Words {
    /// `12,100` in both languages.
    pub fn number(self, number: i64) -> String {
        self.format_number(number)
    }

    /// `12,100円`, `¥12,100`.
    pub fn yen(self, yen: i64) -> String {
        self.format_yen(yen)
    }

    /// What a customer pays: `12,100円（税込）`, `¥12,100 (tax incl.)`; nothing is `無料`, `Free`.
    pub fn price(self, yen: i64) -> String {
        if yen == 0 {
            self.format_free()
        } else {
            self.format_yen_tax(yen)
        }
    }

    /// `3名`, `3 people`.
    pub fn people(self, people: i64) -> String {
        self.format_people(people)
    }

    /// `2泊`, `2 nights`.
    pub fn nights(self, nights: i64) -> String {
        self.format_nights(nights)
    }
}
