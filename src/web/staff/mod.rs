//! The counter: the day by time and by person, one booking with its story, the telephone, the sheet on the wall. Whoever
//! has no seat in the business is told that there is nothing here.

pub mod block;
pub mod block_new;
pub mod booking;
pub mod cancellation;
pub mod check_in;
pub mod clash;
pub mod clock;
pub mod columns;
pub mod counter;
pub mod counter_passkey;
pub mod day;
pub mod entry;
pub mod facts;
pub mod late;
pub mod live;
pub mod month;
pub mod new;
pub mod new_begin;
pub mod new_fields;
pub mod new_form;
pub mod note;
pub mod phone;
pub mod phone_page;
pub mod pin;
pub mod print;
pub mod progress;
pub mod relocation;
pub mod relocation_form;
pub mod routes;
pub mod sheet;
pub mod story;
mod tablet;
pub mod team;
pub mod today;
pub mod visits;
pub mod week;
