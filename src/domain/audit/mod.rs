//! The audit trail. Triggers write it, in the transaction of each change; here is only what keeps it able to be
//! written.

pub mod partitions;
pub mod search;
