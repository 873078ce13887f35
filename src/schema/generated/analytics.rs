// @generated automatically by Diesel CLI.

pub mod analytics {
    diesel::table! {
        analytics.analytics_daily (id) {
            id -> Uuid,
            business_id -> Uuid,
            date -> Date,
            bookings -> Int4,
            revenue_cents -> Int8,
            cancellations -> Int4,
            no_shows -> Int4,
            review_avg -> Nullable<Numeric>,
            created_at -> Timestamptz,
        }
    }
}
