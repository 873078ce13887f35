//! Other programs of a business: who is asked, what they are told, and what happens when they do not answer.

mod addresses;
mod faults;
mod owners;
mod receiver;
mod signing;
mod telling;
