//! The words everyone uses, without a database.

mod unseen;
mod year;
