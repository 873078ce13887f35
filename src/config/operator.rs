//! Who runs the site, as the environment names them (`OC_OPERATOR_…`).

use super::Reader;
use crate::base::{bilingual::Bilingual, imprint::Imprint};

impl Reader<'_> {
    /// Whoever gives a name has to say where they are and how they are reached: the law wants all three.
    pub(super) fn operator(&mut self) -> Option<Imprint> {
        let text = |name: &str| self.text(name).unwrap_or_default();
        let both = |name: &str| Bilingual::new(text(name), text(&format!("{name}_EN")));
        let imprint = Imprint {
            name: both("OC_OPERATOR_NAME"),
            representative: both("OC_OPERATOR_REPRESENTATIVE"),
            address: both("OC_OPERATOR_ADDRESS"),
            email: text("OC_OPERATOR_EMAIL"),
        };
        let needed = [
            ("OC_OPERATOR_NAME", imprint.name.ja.as_str()),
            ("OC_OPERATOR_ADDRESS", imprint.address.ja.as_str()),
            ("OC_OPERATOR_EMAIL", imprint.email.as_str()),
        ];
        let missing = needed.map(|(name, given)| given.is_empty().then_some(name));
        if missing.iter().all(Option::is_some) {
            return None;
        }
        let is_address = imprint.email.is_empty() || imprint.email.contains('@');
        for name in missing.into_iter().flatten() {
            self.complain(name, "is required where the operator is named");
        }
        self.demand(
            !is_address,
            "OC_OPERATOR_EMAIL",
            "must be an e-mail address",
        );
        Some(imprint)
    }
}
