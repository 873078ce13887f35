//! Tables of different rooms that meet in a query, named here and only when a query needs them: one macro over all
//! tables would cost half a minute of every build.

use super::{
    accounts::users,
    bookings::{booking_history, bookings},
    businesses::{staff_assignments, staff_pins},
    catalog::services,
    customers::customers,
    scheduling::{allocations, resources, service_resources},
};
use diesel::allow_tables_to_appear_in_same_query as may_meet;

may_meet!(bookings, customers, services, resources);
may_meet!(services, service_resources);
may_meet!(staff_assignments, users);
may_meet!(staff_pins, users);
may_meet!(bookings, allocations);
may_meet!(customers, allocations);
may_meet!(booking_history, users);
