//! The cards of guests: found, read, mended, marked.

pub mod blocked;
pub mod card;
mod card_letters;
mod card_parts;
mod card_records;
pub mod chart;
mod columns;
pub mod consents;
pub mod deleted;
pub mod duplicates;
pub mod edit;
pub mod export;
mod form;
pub mod import;
pub mod list;
mod list_filters;
mod list_query;
pub mod merging;
pub mod notes;
pub mod tags;
pub mod wishes;
mod words;
