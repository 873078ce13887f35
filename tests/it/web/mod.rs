//! What the doors hand out. The layouts name `crate::web::assets` and `crate::web::ui`; the gallery
//! draws them from this crate, so the same names lead there from here.

pub use omotenashi::web::ui;

pub mod assets;
mod colours;
