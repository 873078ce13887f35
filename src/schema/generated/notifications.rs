// @generated automatically by Diesel CLI.

pub mod notifications {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "attempt_status", schema = "notifications"))]
        pub struct AttemptStatus;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "channel", schema = "notifications"))]
        pub struct Channel;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "delivery_status", schema = "notifications"))]
        pub struct DeliveryStatus;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "tone", schema = "notifications"))]
        pub struct Tone;
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::Channel;

        notifications.circuits (id) {
            id -> Uuid,
            business_id -> Nullable<Uuid>,
            channel -> Channel,
            failures -> Int4,
            open_until -> Nullable<Timestamptz>,
            why -> Text,
            changed_at -> Timestamptz,
        }
    }

    diesel::table! {
        notifications.guest_wishes (id) {
            id -> Uuid,
            business_id -> Uuid,
            customer_id -> Uuid,
            wants_reminders -> Bool,
            said_by -> Nullable<Uuid>,
            said_at -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::Tone;

        notifications.letter_styles (id) {
            id -> Uuid,
            business_id -> Uuid,
            tone -> Tone,
        }
    }

    diesel::table! {
        notifications.letter_wordings (id) {
            id -> Uuid,
            business_id -> Uuid,
            occasion -> Text,
            locale -> Text,
            subject_line -> Text,
            opening -> Text,
            closing -> Text,
        }
    }

    diesel::table! {
        notifications.mail_tests (id) {
            id -> Uuid,
            business_id -> Nullable<Uuid>,
            asked_by -> Nullable<Uuid>,
            locale -> Text,
            asked_at -> Timestamptz,
            finished_at -> Nullable<Timestamptz>,
            trouble -> Nullable<Text>,
            answer -> Text,
            steps -> Jsonb,
        }
    }

    diesel::table! {
        notifications.news_read (id) {
            id -> Uuid,
            business_id -> Uuid,
            user_id -> Uuid,
            read_until -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::Channel;
        use super::sql_types::AttemptStatus;

        notifications.notification_logs (id) {
            id -> Uuid,
            business_id -> Nullable<Uuid>,
            notice_id -> Nullable<Uuid>,
            booking_id -> Nullable<Uuid>,
            channel -> Channel,
            recipient -> Text,
            template -> Text,
            status -> AttemptStatus,
            attempts -> Int4,
            last_attempt_at -> Nullable<Timestamptz>,
            error -> Nullable<Text>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::Channel;
        use super::sql_types::Tone;
        use super::sql_types::DeliveryStatus;

        notifications.notification_outbox (id) {
            id -> Uuid,
            business_id -> Nullable<Uuid>,
            booking_id -> Nullable<Uuid>,
            recipient_id -> Nullable<Uuid>,
            kind -> Text,
            channel -> Channel,
            to_email -> Nullable<Citext>,
            to_phone -> Nullable<Text>,
            locale -> Text,
            tone -> Tone,
            template -> Text,
            data_json -> Jsonb,
            scheduled_at -> Timestamptz,
            sent_at -> Nullable<Timestamptz>,
            attempts -> Int4,
            delivery_status -> DeliveryStatus,
            error_message -> Nullable<Text>,
            created_at -> Timestamptz,
            forgotten_at -> Nullable<Timestamptz>,
            subject -> Nullable<Text>,
            words -> Nullable<Text>,
            repeats -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;

        notifications.unreached_addresses (id) {
            id -> Uuid,
            business_id -> Uuid,
            email -> Citext,
            answer -> Text,
            since -> Timestamptz,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        circuits,
        guest_wishes,
        letter_styles,
        letter_wordings,
        mail_tests,
        news_read,
        notification_logs,
        notification_outbox,
        unreached_addresses,
    );
}
