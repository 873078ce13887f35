// @generated automatically by Diesel CLI.

pub mod payments {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "payment_mode", schema = "payments"))]
        pub struct PaymentMode;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "payment_status", schema = "payments"))]
        pub struct PaymentStatus;
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::PaymentMode;
        use super::sql_types::PaymentStatus;

        payments.booking_payments (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            provider -> Text,
            provider_charge_id -> Nullable<Text>,
            provider_intent_id -> Nullable<Text>,
            amount_cents -> Int8,
            currency -> Text,
            mode -> PaymentMode,
            payment_type -> Nullable<Text>,
            is_deposit -> Bool,
            status -> PaymentStatus,
            raw_response -> Nullable<Jsonb>,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            taken_on -> Nullable<Date>,
            received_by -> Nullable<Uuid>,
            cancelled_at -> Nullable<Timestamptz>,
            cancelled_by -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        payments.payment_webhooks (id) {
            id -> Uuid,
            provider -> Text,
            event_id -> Nullable<Text>,
            event_type -> Text,
            signature -> Nullable<Text>,
            payload_json -> Jsonb,
            processed_at -> Nullable<Timestamptz>,
            retry_count -> Int4,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        payments.receipts (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            number -> Int8,
            said -> Jsonb,
            issued_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(booking_payments, payment_webhooks, receipts,);
}
