// @generated automatically by Diesel CLI.

pub mod customers {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "note_type", schema = "customers"))]
        pub struct NoteType;
    }

    diesel::table! {
        customers.card_imports (id) {
            id -> Uuid,
            business_id -> Uuid,
            created_by -> Nullable<Uuid>,
            rows -> Jsonb,
            updates -> Bool,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        customers.card_numbers (id) {
            id -> Uuid,
            business_id -> Uuid,
            last -> Int8,
        }
    }

    diesel::table! {
        customers.card_distinctions (id) {
            id -> Uuid,
            business_id -> Uuid,
            one_id -> Uuid,
            other_id -> Uuid,
            said_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::NoteType;

        customers.customer_notes (id) {
            id -> Uuid,
            business_id -> Uuid,
            customer_id -> Uuid,
            note_type -> NoteType,
            note -> Text,
            created_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        customers.customer_tags (id) {
            id -> Uuid,
            business_id -> Uuid,
            customer_id -> Uuid,
            tag -> Text,
            created_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        customers.customers (id) {
            id -> Uuid,
            business_id -> Uuid,
            user_id -> Nullable<Uuid>,
            name -> Text,
            family_name -> Text,
            given_name -> Text,
            family_name_kana -> Text,
            given_name_kana -> Text,
            search_key -> Text,
            email -> Nullable<Citext>,
            phone -> Nullable<Text>,
            locale -> Text,
            preferences_json -> Jsonb,
            no_show_count -> Int4,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
            erased_at -> Nullable<Timestamptz>,
            number -> Int8,
            is_vip -> Bool,
            blocked_at -> Nullable<Timestamptz>,
            blocked_reason -> Text,
            merged_into -> Nullable<Uuid>,
            version -> Int4,
            reading -> Text,
            found_by -> Text,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        card_distinctions,
        card_imports,
        card_numbers,
        customer_notes,
        customer_tags,
        customers,
    );
}
