//! Photographs: judged by their bytes and made anew in the sizes that pages need, and where their files lie. Nothing here
//! knows a business, a page or a language.

mod bucket;
pub mod icon;
pub mod judge;
pub mod made;
pub mod private;
pub mod settings;
pub mod sizes;
pub mod squares;
pub mod store;
pub mod workshop;

pub use judge::{Format, Refused};
pub use made::{File, Kind, Made};
pub use settings::Place;
pub use store::{Store, StoreError};
pub use workshop::Workshop;
