//! The words everyone uses: ids, money, time, language. Pure: it imports nothing of ours.

pub mod bilingual;
pub mod cells;
pub mod clock;
pub mod column;
pub mod fingerprint;
pub mod holidays;
pub mod ids;
pub mod imprint;
pub mod json;
pub mod lang;
pub mod money;
pub mod msg;
pub mod order;
pub mod quiet;
pub mod romaji;
pub mod span;
pub mod text;
pub mod time;
pub mod token;
pub mod trouble;
pub mod unseen;
pub mod year;
