//! What tests stand on: databases of their own, the real site on it, people who use it, and whatever else more than
//! one of them needs.

pub mod app;
mod axe;
pub mod browser;
pub mod bucket;
pub mod build;
pub mod chromium;
pub mod database;
pub mod driver;
pub mod eye;
pub mod form;
pub mod golden;
pub mod html;
pub mod letters;
pub mod log;
pub mod passkeys;
pub mod people;
pub mod place;
pub mod program;
pub mod provider;
pub mod sql;
pub mod statement;
pub mod wait;
pub mod wire;
