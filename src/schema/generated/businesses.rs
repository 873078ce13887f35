// @generated automatically by Diesel CLI.

pub mod businesses {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "business_status", schema = "businesses"))]
        pub struct BusinessStatus;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "kana_rule", schema = "businesses"))]
        pub struct KanaRule;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "media_type", schema = "businesses"))]
        pub struct MediaType;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "onboarding_status", schema = "businesses"))]
        pub struct OnboardingStatus;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "staff_role", schema = "businesses"))]
        pub struct StaffRole;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "verification_status", schema = "businesses"))]
        pub struct VerificationStatus;
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::VerificationStatus;

        businesses.business_documents (id) {
            id -> Uuid,
            business_id -> Uuid,
            document_type -> Text,
            url -> Text,
            status -> VerificationStatus,
            uploaded_by -> Nullable<Uuid>,
            verified_by -> Nullable<Uuid>,
            verified_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            file_name -> Text,
            content_type -> Text,
            size_bytes -> Int4,
        }
    }

    diesel::table! {
        businesses.business_holidays (id) {
            id -> Uuid,
            business_id -> Uuid,
            date -> Date,
            reason -> Text,
            reason_en -> Text,
            open_minute -> Nullable<Int2>,
            close_minute -> Nullable<Int2>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        businesses.business_hours (id) {
            id -> Uuid,
            business_id -> Uuid,
            day_of_week -> Int2,
            week_of_month -> Nullable<Int2>,
            open_minute -> Nullable<Int2>,
            close_minute -> Nullable<Int2>,
            is_closed -> Bool,
            created_at -> Timestamptz,
            valid_from -> Date,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::MediaType;

        businesses.business_media (id) {
            id -> Uuid,
            business_id -> Uuid,
            #[sql_name = "type"]
            type_ -> MediaType,
            url -> Text,
            caption_ja -> Text,
            caption_en -> Text,
            display_order -> Int2,
            is_featured -> Bool,
            uploaded_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            place -> Text,
            picture -> Text,
            ending -> Text,
            width -> Int4,
            height -> Int4,
            size_bytes -> Int4,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::KanaRule;

        businesses.business_settings (id) {
            id -> Uuid,
            business_id -> Uuid,
            logo_url -> Nullable<Text>,
            accent -> Text,
            font_family -> Nullable<Text>,
            domain -> Nullable<Text>,
            theme_json -> Jsonb,
            default_locale -> Text,
            currency -> Text,
            slot_step_minutes -> Int2,
            notice_minutes -> Int4,
            horizon_days -> Int2,
            change_until_minutes -> Int4,
            cancel_until_minutes -> Int4,
            hold_minutes -> Int2,
            holds_per_client -> Int4,
            kana_rule -> KanaRule,
            is_accepting -> Bool,
            notices_ja -> Text,
            notices_en -> Text,
            legal_json -> Jsonb,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            bookings_stopped_at -> Nullable<Timestamptz>,
            bookings_stopped_reason -> Text,
            second_factor_since -> Nullable<Timestamptz>,
            first_steps_away_at -> Nullable<Timestamptz>,
            most_ahead -> Int2,
            most_a_day -> Nullable<Int2>,
            most_starts_a_day -> Nullable<Int2>,
            most_starts_a_week -> Nullable<Int2>,
            moves_while_free -> Bool,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::VerificationStatus;

        businesses.business_verifications (id) {
            id -> Uuid,
            business_id -> Uuid,
            status -> VerificationStatus,
            notes -> Text,
            reviewed_by -> Nullable<Uuid>,
            reviewed_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::BusinessStatus;
        use super::sql_types::OnboardingStatus;

        businesses.businesses (id) {
            id -> Uuid,
            owner_id -> Nullable<Uuid>,
            vertical_id -> Uuid,
            slug -> Citext,
            display_name_ja -> Text,
            display_name_en -> Text,
            name_kana -> Text,
            description_ja -> Text,
            description_en -> Text,
            postal_code -> Text,
            prefecture -> Text,
            city -> Text,
            street -> Text,
            building -> Text,
            address_en -> Text,
            latitude -> Nullable<Float8>,
            longitude -> Nullable<Float8>,
            phone -> Text,
            email -> Nullable<Citext>,
            timezone -> Text,
            status -> BusinessStatus,
            onboarding_status -> OnboardingStatus,
            is_listed -> Bool,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
            status_reason -> Text,
        }
    }

    diesel::table! {
        businesses.document_contents (id) {
            id -> Uuid,
            business_id -> Uuid,
            document_id -> Uuid,
            bytes -> Bytea,
        }
    }

    diesel::table! {
        businesses.embeddings (id) {
            id -> Uuid,
            business_id -> Uuid,
            hosts -> Text,
        }
    }

    diesel::table! {
        businesses.file_export_pieces (id) {
            id -> Uuid,
            business_id -> Uuid,
            export_id -> Uuid,
            place -> Int4,
            bytes -> Bytea,
        }
    }

    diesel::table! {
        businesses.file_exports (id) {
            id -> Uuid,
            business_id -> Uuid,
            contents -> Text,
            script -> Text,
            locale -> Text,
            state -> Text,
            size_bytes -> Int8,
            taken_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            ready_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        businesses.pin_tries (id) {
            id -> Uuid,
            business_id -> Uuid,
            device_id -> Uuid,
            assignment_id -> Uuid,
            wrong -> Int2,
        }
    }

    diesel::table! {
        businesses.purges (id) {
            id -> Uuid,
            business_id -> Uuid,
            kind -> Text,
            thing_id -> Uuid,
            is_restored -> Bool,
            reason -> Text,
            done_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        businesses.shop_devices (id) {
            id -> Uuid,
            business_id -> Uuid,
            name -> Text,
            token_hash -> Bytea,
            enrolled_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            last_used_at -> Nullable<Timestamptz>,
            revoked_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::StaffRole;

        businesses.staff_assignments (id) {
            id -> Uuid,
            user_id -> Uuid,
            business_id -> Uuid,
            role -> StaffRole,
            resource_id -> Nullable<Uuid>,
            permissions_json -> Jsonb,
            hired_at -> Timestamptz,
            is_active -> Bool,
            terminated_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::StaffRole;

        businesses.staff_invitations (id) {
            id -> Uuid,
            business_id -> Uuid,
            invited_by -> Nullable<Uuid>,
            email -> Citext,
            name -> Text,
            role -> StaffRole,
            resource_id -> Nullable<Uuid>,
            locale -> Text,
            token -> Bytea,
            created_at -> Timestamptz,
            expires_at -> Timestamptz,
            accepted_at -> Nullable<Timestamptz>,
            withdrawn_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        businesses.staff_pins (id) {
            id -> Uuid,
            business_id -> Uuid,
            assignment_id -> Uuid,
            pin_hash -> Text,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
        }
    }

    diesel::table! {
        businesses.verticals (id) {
            id -> Uuid,
            slug -> Text,
            name_ja -> Text,
            name_en -> Text,
            config_json -> Jsonb,
        }
    }

    diesel::joinable!(business_documents -> businesses (business_id));
    diesel::joinable!(business_holidays -> businesses (business_id));
    diesel::joinable!(business_hours -> businesses (business_id));
    diesel::joinable!(business_media -> businesses (business_id));
    diesel::joinable!(business_settings -> businesses (business_id));
    diesel::joinable!(business_verifications -> businesses (business_id));
    diesel::joinable!(businesses -> verticals (vertical_id));
    diesel::joinable!(document_contents -> businesses (business_id));
    diesel::joinable!(embeddings -> businesses (business_id));
    diesel::joinable!(file_export_pieces -> businesses (business_id));
    diesel::joinable!(file_exports -> businesses (business_id));
    diesel::joinable!(pin_tries -> businesses (business_id));
    diesel::joinable!(purges -> businesses (business_id));
    diesel::joinable!(shop_devices -> businesses (business_id));
    diesel::joinable!(staff_assignments -> businesses (business_id));
    diesel::joinable!(staff_invitations -> businesses (business_id));
    diesel::joinable!(staff_pins -> businesses (business_id));

    diesel::allow_tables_to_appear_in_same_query!(
        business_documents,
        business_holidays,
        business_hours,
        business_media,
        business_settings,
        business_verifications,
        businesses,
        document_contents,
        embeddings,
        file_export_pieces,
        file_exports,
        pin_tries,
        purges,
        shop_devices,
        staff_assignments,
        staff_invitations,
        staff_pins,
        verticals,
    );
}
