//! What the program does at the command line.

mod backup;
mod bench;
mod bounce;
mod dkim;
mod doctor;
mod log;
mod mail;
mod migrating;
mod seed;
mod upkeep;
