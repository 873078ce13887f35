//! The rooms against the database: what the tables promise, whose rows anybody sees, what two at once may do.

mod catalogue;
mod furniture;
mod furniture_letters;
mod furniture_tables;
mod isolation;
mod lost;
mod machine;
mod overlap;
mod remembered;
mod town;
