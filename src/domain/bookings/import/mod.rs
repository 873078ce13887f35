//! Future bookings out of another system's file. A file waits ([`waiting`]) while its columns and names are given a meaning; then
//! its lines are read ([`line`]) and placed one after the other by the engine ([`plan`]), which writes nothing; and only when somebody
//! has seen what would come of it, all of it is written, or none ([`bring`]). What was written can be taken back as a whole
//! ([`undo`]) while nobody has touched any of it, and stands again ([`restore`]) where an operator has it back.

pub mod bring;
mod cards;
pub mod column;
pub mod line;
pub mod made;
pub mod near;
pub mod plan;
pub mod restore;
mod rows;
mod there;
pub mod undo;
pub mod waiting;
