//! What the program does at the command line.

mod backup;
mod bench;
mod bounce;
mod doctor;
mod log;
mod migrating;
mod seed;
mod upkeep;
