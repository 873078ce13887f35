// @generated automatically by Diesel CLI.

pub mod scheduling {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "resource_type", schema = "scheduling"))]
        pub struct ResourceType;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "resource_use", schema = "scheduling"))]
        pub struct ResourceUse;
    }

    diesel::table! {
        scheduling.allocations (id) {
            id -> Uuid,
            business_id -> Uuid,
            resource_id -> Uuid,
            seat -> Int2,
            start_at -> Timestamptz,
            end_at -> Timestamptz,
            during -> Tstzrange,
            reservation_id -> Nullable<Uuid>,
            booking_id -> Nullable<Uuid>,
            expires_at -> Nullable<Timestamptz>,
            block_id -> Nullable<Uuid>,
            begins_at -> Nullable<Timestamptz>,
            chosen -> Nullable<Jsonb>,
        }
    }

    diesel::table! {
        scheduling.blocks (id) {
            id -> Uuid,
            business_id -> Uuid,
            resource_id -> Uuid,
            business_date -> Date,
            start_at -> Timestamptz,
            end_at -> Timestamptz,
            reason -> Text,
            created_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            outside_id -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        scheduling.class_checks (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            date -> Date,
            start_minute -> Int2,
            outcome -> Text,
            guests -> Int4,
            decided_at -> Timestamptz,
        }
    }

    diesel::table! {
        scheduling.class_dates (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            date -> Date,
            start_minute -> Int2,
            is_held -> Bool,
            resource_id -> Nullable<Uuid>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        scheduling.class_rules (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            least -> Int2,
            decide_hours -> Int2,
            calls_off_itself -> Bool,
            since -> Timestamptz,
        }
    }

    diesel::table! {
        scheduling.line_caps (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Nullable<Uuid>,
            resource_id -> Nullable<Uuid>,
            lines_a_day -> Nullable<Int2>,
            lines_a_week -> Nullable<Int2>,
        }
    }

    diesel::table! {
        scheduling.outside_calendars (id) {
            id -> Uuid,
            business_id -> Uuid,
            resource_id -> Uuid,
            name -> Text,
            kind -> Text,
            host -> Text,
            source -> Bytea,
            when_silent -> Text,
            silent_hours -> Int2,
            next_at -> Timestamptz,
            tried_at -> Nullable<Timestamptz>,
            good_at -> Nullable<Timestamptz>,
            trouble -> Text,
            events -> Int4,
            is_closed -> Bool,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        scheduling.overbooking_rules (id) {
            id -> Uuid,
            business_id -> Uuid,
            seats_a_day -> Nullable<Int2>,
        }
    }

    diesel::table! {
        scheduling.reservations (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            token_hash -> Bytea,
            idempotency_key -> Text,
            client_hash -> Nullable<Bytea>,
            start_at -> Timestamptz,
            end_at -> Timestamptz,
            business_date -> Date,
            party_size -> Int2,
            nominated_resource_id -> Nullable<Uuid>,
            chosen_resource_id -> Nullable<Uuid>,
            locale -> Text,
            details_json -> Jsonb,
            expires_at -> Timestamptz,
            extended_at -> Nullable<Timestamptz>,
            committed_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            option_ids -> Array<Nullable<Uuid>>,
            lines_json -> Jsonb,
            coupon_code -> Text,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::ResourceType;

        scheduling.resources (id) {
            id -> Uuid,
            business_id -> Uuid,
            resource_type -> ResourceType,
            name -> Text,
            name_en -> Text,
            kana -> Text,
            about_ja -> Text,
            about_en -> Text,
            capacity -> Int2,
            party_max -> Int2,
            nomination_fee_cents -> Int8,
            is_nominable -> Bool,
            has_shifts -> Bool,
            sort_order -> Int2,
            attributes_json -> Jsonb,
            is_active -> Bool,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
            own_of_service -> Nullable<Uuid>,
            photo_id -> Nullable<Uuid>,
            takes_online -> Bool,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::ResourceUse;

        scheduling.service_resources (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            resource_id -> Uuid,
            #[sql_name = "use"]
            use_ -> ResourceUse,
            is_required -> Bool,
            price_cents -> Nullable<Int8>,
            duration_minutes -> Nullable<Int2>,
        }
    }

    diesel::table! {
        scheduling.staff_exceptions (id) {
            id -> Uuid,
            business_id -> Uuid,
            resource_id -> Uuid,
            date -> Date,
            is_working -> Bool,
            start_minute -> Nullable<Int2>,
            end_minute -> Nullable<Int2>,
            note -> Text,
            time_off_id -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        scheduling.staff_working_hours (id) {
            id -> Uuid,
            business_id -> Uuid,
            resource_id -> Uuid,
            day_of_week -> Int2,
            start_minute -> Nullable<Int2>,
            end_minute -> Nullable<Int2>,
            valid_from -> Date,
        }
    }

    diesel::table! {
        scheduling.start_limit_dates (id) {
            id -> Uuid,
            business_id -> Uuid,
            date -> Date,
            start_minute -> Int2,
            most -> Int2,
        }
    }

    diesel::table! {
        scheduling.start_limits (id) {
            id -> Uuid,
            business_id -> Uuid,
            day_of_week -> Int2,
            start_minute -> Int2,
            most -> Int2,
        }
    }

    diesel::table! {
        scheduling.table_group_members (id) {
            id -> Uuid,
            business_id -> Uuid,
            group_id -> Uuid,
            resource_id -> Uuid,
        }
    }

    diesel::table! {
        scheduling.table_groups (id) {
            id -> Uuid,
            business_id -> Uuid,
            name -> Text,
            least -> Int2,
            most -> Int2,
            sort_order -> Int2,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        scheduling.time_off_requests (id) {
            id -> Uuid,
            business_id -> Uuid,
            resource_id -> Uuid,
            asked_by -> Nullable<Uuid>,
            kind -> Text,
            state -> Text,
            first_date -> Date,
            last_date -> Date,
            start_minute -> Nullable<Int2>,
            end_minute -> Nullable<Int2>,
            reason -> Text,
            answer -> Text,
            replaced_json -> Jsonb,
            version -> Int4,
            decided_by -> Nullable<Uuid>,
            decided_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        scheduling.timetable_entries (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            day_of_week -> Int2,
            start_minute -> Int2,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        allocations,
        blocks,
        class_checks,
        class_dates,
        class_rules,
        line_caps,
        outside_calendars,
        overbooking_rules,
        reservations,
        resources,
        service_resources,
        staff_exceptions,
        staff_working_hours,
        start_limit_dates,
        start_limits,
        table_group_members,
        table_groups,
        time_off_requests,
        timetable_entries,
    );
}
