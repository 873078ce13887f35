//! Free times without a database: whiteboards, then a slow reference for what nobody thought of.

mod board;
mod buffers;
mod calendar;
mod dated;
mod everything;
mod fairness;
mod gaps;
mod half_hours;
mod holidays;
mod hours;
mod limits;
mod midnight;
mod own_lengths;
mod processing;
mod properties;
mod reasons;
mod reference;
mod resources;
mod seats;
mod sessions;
mod spans;
mod staff;
mod visits;
mod zones;
