// @generated automatically by Diesel CLI.

pub mod platform {
    diesel::table! {
        platform.feature_flags (id) {
            id -> Uuid,
            name -> Text,
            description -> Text,
            is_enabled -> Bool,
            rollout_percent -> Int2,
            target_user_ids -> Array<Nullable<Uuid>>,
            target_business_ids -> Array<Nullable<Uuid>>,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            version -> Int4,
        }
    }

    diesel::table! {
        platform.idempotency_keys (id) {
            id -> Uuid,
            key -> Text,
            scope -> Text,
            request_hash -> Bytea,
            status -> Text,
            response_json -> Nullable<Jsonb>,
            expires_at -> Timestamptz,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        platform.postal_codes (id) {
            id -> Uuid,
            code -> Text,
            prefecture -> Int2,
            city -> Text,
            city_kana -> Text,
            town -> Text,
            town_kana -> Text,
        }
    }

    diesel::table! {
        platform.rate_limits (id) {
            id -> Uuid,
            key -> Text,
            count -> Int4,
            window_start -> Timestamptz,
            expires_at -> Timestamptz,
        }
    }

    diesel::table! {
        platform.revisions (tenant) {
            tenant -> Uuid,
            revision -> Int8,
        }
    }

    diesel::table! {
        platform.switches (id) {
            id -> Uuid,
            name -> Text,
            is_stopped -> Bool,
            reason -> Text,
            version -> Int4,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        feature_flags,
        idempotency_keys,
        postal_codes,
        rate_limits,
        revisions,
        switches,
    );
}
