//! The pieces pages are made of: each a struct with its own template, compiled once and drawn by
//! `{{ page.phone }}`. They know no room of the business and no language: whoever makes one passes
//! words that are already said.

pub mod answer_list;
pub mod avatar;
pub mod buttons;
pub mod choice_field;
pub mod day_grid;
pub mod day_list;
pub mod empty;
pub mod error_summary;
pub mod feed_link;
pub mod field;
pub mod file_field;
pub mod files_field;
pub mod fillings;
pub mod flash;
pub mod frame;
pub mod hold_notice;
pub mod icon;
pub mod image;
pub mod kept;
pub mod ladder;
pub mod language_switch;
pub mod letter_view;
pub mod lookup;
pub mod mark;
pub mod month;
pub mod nav;
pub mod newer;
pub mod pager;
pub mod passkey_form;
pub mod photo_item;
pub mod post_form;
pub mod price;
pub mod qr;
pub mod question_block;
pub mod receipt;
pub mod select_field;
pub mod slot_list;
pub mod slot_table;
pub mod span_row;
pub mod status_badge;
pub mod steps;
pub mod summary_list;
pub mod text_area;
pub mod text_field;
