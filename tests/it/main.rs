//! One binary for all tests, so that the crate is linked once.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on should stop there"
)]

#[path = "../../build/main.rs"]
#[expect(dead_code, reason = "its main is for cargo; the tests try the rest")]
mod build_script;

mod account;
mod availability;
mod base;
mod calendars;
mod catalogue;
mod cli;
mod cluster;
mod config;
mod coupons;
mod crowd;
mod customers;
mod domain;
mod every_route;
mod faults;
mod fences;
mod files;
mod gallery;
mod i18n;
mod imports;
mod integrations;
mod mail;
mod media;
mod model;
mod opening;
mod operator;
mod options;
mod owner;
mod pairs;
mod photos;
mod prices;
mod public;
mod questions;
mod staff;
mod support;
mod team;
mod tidy;
mod web;
mod work;
