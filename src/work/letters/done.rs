//! Letters about what was done to an account: they prove nothing and ask for nothing, unless it was somebody else.

use crate::{domain::notifications::personal::Kind, i18n::Words};

/// Subject, opening and closing. Nothing for a letter that proves or offers something.
pub fn said(kind: Kind, t: Words) -> (String, String, Vec<String>) {
    match kind {
        Kind::PasswordChanged => (
            t.letters_password_subject(),
            t.letters_password_opening(),
            vec![t.letters_password_not_you()],
        ),
        Kind::EmailChanged => (
            t.letters_email_changed_subject(),
            t.letters_email_changed_opening(),
            vec![t.letters_email_changed_not_you()],
        ),
        Kind::FactorAdded => (
            t.letters_factor_added_subject(),
            t.letters_factor_added_opening(),
            vec![t.letters_factor_not_you()],
        ),
        Kind::FactorRemoved => (
            t.letters_factor_removed_subject(),
            t.letters_factor_removed_opening(),
            vec![t.letters_factor_not_you()],
        ),
        Kind::FactorsReset => (
            t.letters_factors_reset_subject(),
            t.letters_factors_reset_opening(),
            vec![
                t.letters_factors_reset_next(),
                t.letters_factors_reset_not_you(),
            ],
        ),
        Kind::RecoveryCodeUsed => (
            t.letters_recovery_subject(),
            t.letters_recovery_opening(),
            vec![t.letters_factor_not_you()],
        ),
        Kind::DataTaken => (
            t.letters_taken_subject(),
            t.letters_taken_opening(),
            vec![t.letters_taken_not_you()],
        ),
        Kind::AccountClosed => (
            t.letters_closed_subject(),
            t.letters_closed_opening(),
            vec![t.letters_closed_bookings(), t.letters_closed_question()],
        ),
        Kind::AccountReopened => (
            t.letters_reopened_subject(),
            t.letters_reopened_opening(),
            Vec::new(),
        ),
        Kind::AccountErased => (
            t.letters_erased_subject(),
            t.letters_erased_opening(),
            vec![t.letters_erased_shops(), t.letters_erased_again()],
        ),
        Kind::IdentityLinked => (
            t.letters_identity_linked_subject(),
            t.letters_identity_linked_opening(),
            vec![t.letters_identity_linked_not_you()],
        ),
        Kind::IdentityUnlinked => (
            t.letters_identity_unlinked_subject(),
            t.letters_identity_unlinked_opening(),
            vec![t.letters_identity_unlinked_not_you()],
        ),
        _ => Default::default(),
    }
}
