//! The words everyone uses, without a database.

mod plain_name;
mod unseen;
mod year;
