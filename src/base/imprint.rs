//! Who runs the site: the name, the address and the contact that its own terms and notices have.

use super::bilingual::Bilingual;

/// The operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// Its name.
    pub name: Bilingual,
    /// Who speaks for it; empty for somebody who runs the site in their own name.
    pub representative: Bilingual,
    /// Where it is.
    pub address: Bilingual,
    /// Where questions go.
    pub email: String,
}
