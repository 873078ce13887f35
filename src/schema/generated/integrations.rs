// @generated automatically by Diesel CLI.

pub mod integrations {
    diesel::table! {
        integrations.webhook_attempts (id) {
            id -> Uuid,
            business_id -> Uuid,
            delivery_id -> Uuid,
            status -> Nullable<Int2>,
            error -> Text,
            answer -> Text,
            took_ms -> Int4,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        integrations.webhook_deliveries (id) {
            id -> Uuid,
            business_id -> Uuid,
            event_id -> Uuid,
            subscription_id -> Uuid,
            state -> Text,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        integrations.webhook_events (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Nullable<Uuid>,
            kind -> Text,
            occurred_at -> Timestamptz,
            data_json -> Jsonb,
            written_at -> Timestamptz,
        }
    }

    diesel::table! {
        integrations.webhook_subscriptions (id) {
            id -> Uuid,
            business_id -> Uuid,
            address -> Text,
            events -> Text,
            state -> Text,
            generation -> Int4,
            former_until -> Nullable<Timestamptz>,
            is_secret_kept -> Bool,
            failures -> Int4,
            failing_since -> Nullable<Timestamptz>,
            version -> Int4,
            created_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        webhook_attempts,
        webhook_deliveries,
        webhook_events,
        webhook_subscriptions,
    );
}
