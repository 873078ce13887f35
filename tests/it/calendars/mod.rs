//! Calendars around the shop: links that calendars elsewhere read, and calendars elsewhere that are read.

mod attachments;
mod caldav;
mod feeds;
mod found;
mod outside;
mod server;
