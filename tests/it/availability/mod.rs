//! Free times without a database: whiteboards, then a slow reference for what nobody thought of.

mod board;
mod buffers;
mod calendar;
mod dated;
mod fairness;
mod holidays;
mod half_hours;
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
mod spans;
mod staff;
mod zones;
