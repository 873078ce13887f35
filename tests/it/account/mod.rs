//! A person's own pages.

mod device;
mod sessions;
