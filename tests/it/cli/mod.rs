//! What the program does at the command line.

mod bench;
mod log;
mod seed;
