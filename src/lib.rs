#![doc = include_str!("ARCHITECTURE.md")]

pub mod app;
pub mod base;
pub mod cli;
pub mod cluster;
pub mod config;
pub mod db;
pub mod domain;
pub mod i18n;
pub mod mail;
pub mod media;
pub mod oidc;
pub mod outside;
pub mod queue;
pub mod schema;
pub mod web;
pub mod work;
