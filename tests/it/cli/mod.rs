//! What the program does at the command line.

mod seed;
