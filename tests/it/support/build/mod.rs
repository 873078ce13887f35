//! Rows as tests want them, one builder a noun. What a test does not say has a plain value; each `build` is a
//! transaction of the house, under the same row security as everything else.

pub mod booking;
pub mod business;
pub mod service;

pub use booking::a_booking;
pub use business::{Business, a_business};
pub use service::{Service, a_service};

/// `10:00-19:00` as minutes after midnight of the business day; `18:00-25:30` runs into the night.
pub fn span(text: &str) -> (u16, u16) {
    let minute = |time: &str| {
        let (hour, minute) = time.trim().split_once(':').unwrap();
        hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap()
    };
    let (open, close) = text.split_once('-').unwrap();
    (minute(open), minute(close))
}
