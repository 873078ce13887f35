//! What is booked, in people's own calendars: the file under a link, and the link as its pages show it.

pub mod file;
pub mod link;
