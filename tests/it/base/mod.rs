//! The words everyone uses, without a database.

mod plain_name;
mod quiet;
mod unseen;
mod year;
