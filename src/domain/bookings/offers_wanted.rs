//! Whether a guest may be told of offers: only where they agreed, and have not taken that back. Every consent keeps when it was
//! given, in which words and how (`consents`); here it is asked, and taken back by the guest themselves.

use super::{
    consent::{self, Kind, Withdrawal},
    consents::{self, Consent, What},
};
use crate::{
    base::{ids::CustomerId, time::LocalDate},
    db::{self, EditError, TenantTx},
};

/// What a guest agreed to of it and has not taken back.
pub fn standing(tx: &mut TenantTx<'_>, customer: CustomerId) -> db::Result<Vec<Consent>> {
    let all = consents::of(tx, customer)?;
    let is_of_offers = |one: &Consent| {
        matches!(one.what, What::Kind(Kind::Marketing, _)) && one.withdrawn.is_none()
    };
    Ok(all.into_iter().filter(is_of_offers).collect())
}

/// Takes all of it back, for a guest who wants no offers any more. Twice is once.
pub fn stop(
    tx: &mut TenantTx<'_>,
    customer: CustomerId,
    today: LocalDate,
) -> Result<(), EditError> {
    for consent in standing(tx, customer)? {
        let withdrawal = Withdrawal {
            // A consent may have been written down for a day that is not over here.
            date: today.max(consent.date),
            note: String::new(),
        };
        let version = consent.version();
        consent::withdraw(tx, (customer, consent.key), &withdrawal, &version)?;
    }
    Ok(())
}
