//! Which times are free, and who or what would be taken: the one engine behind listing, holding
//! and committing, so what is listed can be booked.
//!
//! Pure: rules, taken spans and the present instant go in as plain data ([`Input`]), answers come
//! out. A time is offered when the service fits into the opening of its business day, begins where
//! the menu lets it begin, keeps notice and horizon, and every need finds its own resource that is
//! on shift for the whole service and has nothing else for the whole *occupied* time, which is the
//! service with its buffers, less for people the processing that needs nobody. Buffers may stick out of opening hours and shifts: someone may sweep
//! up after closing.
//!
//! Where the shop says how many may begin in a half-hour ([`Limits`]), or how many of a service or by a person on a day or in a
//! week ([`Cap`]), no more are offered there, whatever is free.
//!
//! Every instant belongs to one business day. Where a late night runs into the next day's opening
//! and both could begin something at the same instant, it is the late night's.

mod able;
mod caps;
mod choose;
mod dated;
mod gaps;
mod input;
mod joined;
mod lengths;
mod limits;
mod occupied;
mod open;
mod outlook;
mod pairing;
mod plan;
mod reasons;
mod refusal;
mod sessions;
mod slots;
mod thread;
mod turn;
mod visit;
mod visit_reasons;
mod ways;
mod weave;
mod weekly;

pub use caps::{Cap, Counted};
pub use choose::{Occupied, Placement, explain, place};
pub use gaps::is_wasteful;
pub use input::{
    Candidate, DayKind, Group, Input, Later, Need, Opening, OpeningException, Processing, Resource,
    ServiceRules, ShiftException, Starts, Take, Taken, WeeklyRule, WeeklyShift,
};
pub use limits::{DatedLimit, HALF_HOUR, Limits, UsualLimit};
pub use occupied::occupied;
pub use open::{begins, business_day, hours, is_open, working};
pub use outlook::{hindrance, most_people, next_visit};
pub use reasons::reasons;
pub use refusal::{Refusal, start_at};
pub use sessions::{DatedSession, Sessions};
pub use slots::{Slot, free_slots, nearest, next_free, starts};
pub use turn::Chosen;
pub use visit::{Line, Visit, VisitPlacement, free_visits, merged, nearest_visits, place_visit};
pub use visit_reasons::{LineReasons, VisitReasons, visit_reasons};
pub use weekly::Weekly;
