//! Those who run the platform, and what they decide: who comes in, who is closed, what is stopped.

mod audit;
mod bin;
mod bin_import;
mod bin_looks;
mod deciding;
mod flags;
mod jobs;
mod looks;
mod mail;
mod opening;
mod papers;
mod people;
pub mod scene;
mod stopped;
mod strangers;
mod visit;
