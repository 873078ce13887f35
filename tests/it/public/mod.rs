//! The guest's way, driven as a guest would and attacked as nobody should: over HTTP, against the real site, with no
//! script.

mod bad_input;
mod bad_names;
mod bad_request;
mod change;
mod flow;
mod hold;
mod race;
mod strict;
mod walk;
