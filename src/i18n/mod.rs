//! Languages: what the house says, and how each language writes dates, times, amounts and
//! numbers. Sentences live in `locales/`; the build turns each into a method of `Words`, so a
//! page that asks for one that does not exist does not compile. Formatting takes local dates and
//! times, never a clock or a zone.

mod arg;
pub mod choose;
pub mod columns;
pub mod format;
mod load;
mod words;

pub use arg::{Arg, Fill};
pub use load::ids;
pub use words::Words;
