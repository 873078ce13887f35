//! The promises of the seeds about tables, read back from the database by name and by what it refuses. Tests carry the
//! number of the promise where there is one (S0 is the first seed, S1 the second).

mod behaviour;
mod indexes;
mod shape;
