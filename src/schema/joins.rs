//! Tables of different rooms that meet in a query, named here and only when a query needs them: one macro over all
//! tables would cost half a minute of every build.

use super::{
    accounts::users,
    bookings::{
        booking_answers, booking_history, bookings, calendar_feeds, chart_entries, proposals,
    },
    businesses::{
        business_hours, business_media, business_settings, businesses, embeddings,
        staff_assignments, staff_pins, verticals,
    },
    catalog::services,
    customers::{customer_notes, customers},
    platform::switches,
    scheduling::{allocations, resources, service_resources, time_off_requests},
};
use diesel::allow_tables_to_appear_in_same_query as may_meet;

may_meet!(bookings, customers, services, resources);
may_meet!(booking_answers, customers);
may_meet!(booking_answers, resources);
may_meet!(services, service_resources);
may_meet!(staff_assignments, users);
may_meet!(businesses, users);
may_meet!(business_settings, users);
may_meet!(verticals, users);
may_meet!(switches, businesses);
may_meet!(switches, business_settings);
may_meet!(switches, business_hours);
may_meet!(switches, business_media);
may_meet!(switches, embeddings);
may_meet!(switches, verticals);
may_meet!(staff_pins, users);
may_meet!(time_off_requests, businesses);
may_meet!(bookings, allocations);
may_meet!(customers, allocations);
may_meet!(booking_history, users);
may_meet!(customer_notes, users);
may_meet!(chart_entries, users);
may_meet!(proposals, customers);
may_meet!(calendar_feeds, users);
