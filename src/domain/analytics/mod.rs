//! Figures: a row a business and business day, counted at night from the rows themselves.

pub mod daily;
