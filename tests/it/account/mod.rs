//! A person's own pages.

mod sessions;
