//! Letters: written as rows in the transaction of the change they tell of, sent later by the night shift.

pub mod delivery;
pub mod erase;
pub mod export;
pub mod jobs;
pub mod personal;
pub mod send;
pub mod waiting;
