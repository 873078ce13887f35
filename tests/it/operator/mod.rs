//! Those who run the platform, and what they decide: who comes in, who is closed, what is stopped.

mod deciding;
mod flags;
mod looks;
mod opening;
mod papers;
mod scene;
mod stopped;
mod strangers;
