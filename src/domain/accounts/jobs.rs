//! Payloads.

use crate::{
    base::ids::{ErasureId, ProofId},
    queue::Job,
};
use serde::{Deserialize, Serialize};

/// Find out whether an address has an account, and send it the way back in. Done by the night shift, so that whoever
/// asks waits equally long for any address (ASVS 6.3.8).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecoverAccount {
    /// The address that was typed. It stands in the job, because nobody may know yet whether it is anybody's.
    pub email: String,
    /// The code of the language it was asked in.
    pub locale: String,
}

impl Job for RecoverAccount {
    const NAME: &'static str = "recover_account";
    const PRIORITY: i16 = 10;
}

/// Find out what became of an address that somebody signed up with, and send its letter once more; for the same reason by
/// the night shift.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendProofAgain {
    /// The address that was typed.
    pub email: String,
    /// The code of the language it was asked in.
    pub locale: String,
}

impl Job for SendProofAgain {
    const NAME: &'static str = "send_proof_again";
    const PRIORITY: i16 = 10;
}

/// Find out whether an address has an account, and send it digits to come in with; for the same reason by the night shift.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendSignInCode {
    /// The address that was typed.
    pub email: String,
    /// The code of the language it was asked in.
    pub locale: String,
    /// The hash of the ticket that the browser holds.
    pub ticket_hash: Vec<u8>,
}

impl Job for SendSignInCode {
    const NAME: &'static str = "send_sign_in_code";
    const PRIORITY: i16 = 10;
}

/// Let the cards of a person who has another address now follow them there, at every business.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FollowAddress {
    /// Which change of address.
    pub change: ProofId,
}

impl Job for FollowAddress {
    const NAME: &'static str = "follow_address";
    const PRIORITY: i16 = 5;
}

/// Take somebody who has ended their account out of what businesses hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EraseCards {
    /// Which erasure.
    pub erasure: ErasureId,
}

impl Job for EraseCards {
    const NAME: &'static str = "erase_cards";
    const ATTEMPTS: i32 = 30;
}
