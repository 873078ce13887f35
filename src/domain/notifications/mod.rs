//! Letters: written as rows in the transaction of the change they tell of, sent later by the night shift.

pub mod circuit;
pub mod delivery;
pub mod erase;
pub mod export;
pub mod jobs;
pub mod occasion;
pub mod personal;
pub mod placeholder;
pub mod retention;
pub mod returned;
pub mod send;
pub mod story;
pub mod tone;
pub mod trial;
pub mod unreached;
pub mod waiting;
pub mod wishes;
pub mod wording;
