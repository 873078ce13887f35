//! Photographs by themselves: what is taken, what becomes of it, and where it lies.

mod judging;
mod making;
pub mod pictures;
mod store;
