//! Money owed and received: what is paid at the shop, and the receipts for it. Nothing is charged from here.

pub mod own;
pub mod payment;
pub mod receipt;
