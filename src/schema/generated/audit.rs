// @generated automatically by Diesel CLI.

pub mod audit {
    diesel::table! {
        audit.audit_logs (id, created_at) {
            id -> Uuid,
            created_at -> Timestamptz,
            business_id -> Nullable<Uuid>,
            actor_user_id -> Nullable<Uuid>,
            actor_role -> Text,
            action -> Text,
            entity -> Text,
            entity_id -> Uuid,
            before_json -> Nullable<Jsonb>,
            after_json -> Nullable<Jsonb>,
            ip -> Nullable<Inet>,
            ua -> Nullable<Text>,
            request_id -> Nullable<Text>,
            duration_ms -> Nullable<Int4>,
            status_code -> Nullable<Int2>,
            error_message -> Nullable<Text>,
            impersonator_user_id -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        audit.audit_logs_2026_11 (id, created_at) {
            id -> Uuid,
            created_at -> Timestamptz,
            business_id -> Nullable<Uuid>,
            actor_user_id -> Nullable<Uuid>,
            actor_role -> Text,
            action -> Text,
            entity -> Text,
            entity_id -> Uuid,
            before_json -> Nullable<Jsonb>,
            after_json -> Nullable<Jsonb>,
            ip -> Nullable<Inet>,
            ua -> Nullable<Text>,
            request_id -> Nullable<Text>,
            duration_ms -> Nullable<Int4>,
            status_code -> Nullable<Int2>,
            error_message -> Nullable<Text>,
            impersonator_user_id -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        audit.audit_logs_2026_12 (id, created_at) {
            id -> Uuid,
            created_at -> Timestamptz,
            business_id -> Nullable<Uuid>,
            actor_user_id -> Nullable<Uuid>,
            actor_role -> Text,
            action -> Text,
            entity -> Text,
            entity_id -> Uuid,
            before_json -> Nullable<Jsonb>,
            after_json -> Nullable<Jsonb>,
            ip -> Nullable<Inet>,
            ua -> Nullable<Text>,
            request_id -> Nullable<Text>,
            duration_ms -> Nullable<Int4>,
            status_code -> Nullable<Int2>,
            error_message -> Nullable<Text>,
            impersonator_user_id -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        audit.audit_logs_2027_01 (id, created_at) {
            id -> Uuid,
            created_at -> Timestamptz,
            business_id -> Nullable<Uuid>,
            actor_user_id -> Nullable<Uuid>,
            actor_role -> Text,
            action -> Text,
            entity -> Text,
            entity_id -> Uuid,
            before_json -> Nullable<Jsonb>,
            after_json -> Nullable<Jsonb>,
            ip -> Nullable<Inet>,
            ua -> Nullable<Text>,
            request_id -> Nullable<Text>,
            duration_ms -> Nullable<Int4>,
            status_code -> Nullable<Int2>,
            error_message -> Nullable<Text>,
            impersonator_user_id -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        audit.audit_logs_2027_02 (id, created_at) {
            id -> Uuid,
            created_at -> Timestamptz,
            business_id -> Nullable<Uuid>,
            actor_user_id -> Nullable<Uuid>,
            actor_role -> Text,
            action -> Text,
            entity -> Text,
            entity_id -> Uuid,
            before_json -> Nullable<Jsonb>,
            after_json -> Nullable<Jsonb>,
            ip -> Nullable<Inet>,
            ua -> Nullable<Text>,
            request_id -> Nullable<Text>,
            duration_ms -> Nullable<Int4>,
            status_code -> Nullable<Int2>,
            error_message -> Nullable<Text>,
            impersonator_user_id -> Nullable<Uuid>,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        audit_logs,
        audit_logs_2026_11,
        audit_logs_2026_12,
        audit_logs_2027_01,
        audit_logs_2027_02,
    );
}
