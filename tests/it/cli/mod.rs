//! What the program does at the command line.

mod bench;
mod doctor;
mod log;
mod seed;
