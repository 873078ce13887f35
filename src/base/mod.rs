//! The words everyone uses: ids, money, time, language. Pure: it imports nothing of ours.

pub mod clock;
pub mod ids;
pub mod lang;
pub mod msg;
pub mod token;
