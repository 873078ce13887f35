//! Dates, times, lengths, counts, amounts, phone numbers and postal codes as each language writes
//! them, as methods of `Words`. How something is written stands in `locales/*/format.ftl`; here is
//! only which of the forms it takes.

mod amounts;
mod contact;
mod dates;
mod times;

pub use times::When;
