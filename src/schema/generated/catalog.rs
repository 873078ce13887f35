// @generated automatically by Diesel CLI.

pub mod catalog {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "audience", schema = "catalog"))]
        pub struct Audience;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "question_kind", schema = "catalog"))]
        pub struct QuestionKind;
    }

    diesel::table! {
        catalog.cancellation_policies (id) {
            id -> Uuid,
            business_id -> Uuid,
            name -> Text,
            hours_before -> Int4,
            penalty_percent -> Int2,
            steps_json -> Jsonb,
            no_show_percent -> Int2,
            basis_ja -> Text,
            basis_en -> Text,
            is_default -> Bool,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
            moves_json -> Jsonb,
        }
    }

    diesel::table! {
        catalog.categories (id) {
            id -> Uuid,
            business_id -> Uuid,
            name_ja -> Text,
            name_en -> Text,
            sort_order -> Int2,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        catalog.coupon_services (id) {
            id -> Uuid,
            business_id -> Uuid,
            coupon_id -> Uuid,
            service_id -> Uuid,
        }
    }

    diesel::table! {
        catalog.coupons (id) {
            id -> Uuid,
            business_id -> Uuid,
            code -> Text,
            name_ja -> Text,
            name_en -> Text,
            is_for_all -> Bool,
            percent -> Nullable<Int2>,
            amount_cents -> Nullable<Int8>,
            least_cents -> Int8,
            first_date -> Nullable<Date>,
            last_date -> Nullable<Date>,
            most_uses -> Nullable<Int4>,
            most_each -> Nullable<Int4>,
            is_for_new -> Bool,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        catalog.option_groups (id) {
            id -> Uuid,
            business_id -> Uuid,
            name_ja -> Text,
            name_en -> Text,
            is_single -> Bool,
            is_required -> Bool,
            sort_order -> Int2,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        catalog.options (id) {
            id -> Uuid,
            business_id -> Uuid,
            group_id -> Uuid,
            name_ja -> Text,
            name_en -> Text,
            price_cents -> Int8,
            minutes -> Int2,
            sort_order -> Int2,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        catalog.policy_changes (id) {
            id -> Uuid,
            business_id -> Uuid,
            policy_id -> Uuid,
            valid_from -> Date,
            card_json -> Jsonb,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        catalog.pricing_rules (id) {
            id -> Uuid,
            business_id -> Uuid,
            name_ja -> Text,
            name_en -> Text,
            is_for_all -> Bool,
            days -> Int2,
            start_minute -> Nullable<Int2>,
            end_minute -> Nullable<Int2>,
            first_date -> Nullable<Date>,
            last_date -> Nullable<Date>,
            resource_id -> Nullable<Uuid>,
            party_min -> Nullable<Int2>,
            party_max -> Nullable<Int2>,
            lead_min_hours -> Nullable<Int4>,
            lead_max_hours -> Nullable<Int4>,
            percent -> Nullable<Int2>,
            amount_cents -> Nullable<Int8>,
            priority -> Int2,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        catalog.processing_times (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            after_minutes -> Int2,
            processing_minutes -> Int2,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::QuestionKind;

        catalog.questions (id) {
            id -> Uuid,
            business_id -> Uuid,
            kind -> QuestionKind,
            name_ja -> Text,
            name_en -> Text,
            description_ja -> Text,
            description_en -> Text,
            wording_ja -> Text,
            wording_en -> Text,
            choices -> Jsonb,
            is_required -> Bool,
            is_health -> Bool,
            only_if -> Nullable<Uuid>,
            only_if_choice -> Nullable<Int2>,
            sort_order -> Int2,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        catalog.service_approvals (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            answer_hours -> Int2,
        }
    }

    diesel::table! {
        catalog.service_changes (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            valid_from -> Date,
            setup_json -> Jsonb,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        catalog.service_option_groups (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            group_id -> Uuid,
        }
    }

    diesel::table! {
        catalog.service_pricing_rules (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            rule_id -> Uuid,
        }
    }

    diesel::table! {
        catalog.service_questions (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            question_id -> Uuid,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::Audience;

        catalog.services (id) {
            id -> Uuid,
            business_id -> Uuid,
            category -> Nullable<Uuid>,
            name_ja -> Text,
            name_en -> Text,
            description_ja -> Text,
            description_en -> Text,
            duration_minutes -> Int2,
            price_cents -> Int8,
            tax_rate_percent -> Int2,
            buffer_before -> Int2,
            buffer_after -> Int2,
            max_simultaneous_bookings -> Int2,
            party_min -> Int2,
            party_max -> Int2,
            slot_step_minutes -> Nullable<Int2>,
            notice_minutes -> Nullable<Int4>,
            horizon_days -> Nullable<Int2>,
            policy_id -> Nullable<Uuid>,
            sort_order -> Int2,
            audience -> Audience,
            important_ja -> Text,
            important_en -> Text,
            metadata -> Jsonb,
            is_active -> Bool,
            requires_deposit -> Bool,
            deposit_percentage -> Int2,
            deposit_due_hours -> Int2,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
            photo_id -> Nullable<Uuid>,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        cancellation_policies,
        categories,
        coupon_services,
        coupons,
        option_groups,
        options,
        policy_changes,
        pricing_rules,
        processing_times,
        questions,
        service_approvals,
        service_changes,
        service_option_groups,
        service_pricing_rules,
        service_questions,
        services,
    );
}
