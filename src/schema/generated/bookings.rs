// @generated automatically by Diesel CLI.

pub mod bookings {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "booking_source", schema = "bookings"))]
        pub struct BookingSource;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "booking_status", schema = "bookings"))]
        pub struct BookingStatus;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "cancelled_by", schema = "bookings"))]
        pub struct CancelledBy;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "waitlist_priority", schema = "bookings"))]
        pub struct WaitlistPriority;

        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "waitlist_status", schema = "bookings"))]
        pub struct WaitlistStatus;
    }

    diesel::table! {
        bookings.answer_files (id) {
            id -> Uuid,
            business_id -> Uuid,
            reservation_id -> Nullable<Uuid>,
            booking_id -> Nullable<Uuid>,
            question -> Uuid,
            name -> Text,
            content_type -> Text,
            bytes -> Bytea,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.booking_answers (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            answers -> Jsonb,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.booking_history (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            changed_by -> Nullable<Uuid>,
            actor -> Text,
            field_changed -> Text,
            old_value -> Nullable<Text>,
            new_value -> Nullable<Text>,
            reason -> Text,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.booking_imports (id) {
            id -> Uuid,
            business_id -> Uuid,
            created_by -> Nullable<Uuid>,
            state -> Text,
            cells -> Nullable<Jsonb>,
            choices -> Jsonb,
            made_count -> Int4,
            left_count -> Int4,
            card_count -> Int4,
            promised_count -> Int4,
            tells_guests -> Bool,
            created_at -> Timestamptz,
            made_at -> Nullable<Timestamptz>,
            undone_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        bookings.booking_lines (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            part -> Int2,
            guest -> Int2,
            service_id -> Nullable<Uuid>,
            resource_id -> Nullable<Uuid>,
            is_nominated -> Bool,
            party_size -> Int2,
            wait_minutes -> Int2,
            start_at -> Timestamptz,
            end_at -> Timestamptz,
            takes -> Jsonb,
            cancelled_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            dropped -> Nullable<Jsonb>,
            fee_cents -> Int8,
        }
    }

    diesel::table! {
        bookings.booking_links (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            token_hash -> Bytea,
            created_at -> Timestamptz,
            revoked_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        bookings.booking_reminders (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            reminder_type -> Text,
            scheduled_at -> Timestamptz,
            sent_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            for_start -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        bookings.booking_requests (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            answer_hours -> Int2,
            answer_until -> Timestamptz,
            remind_at -> Timestamptz,
            reminded_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.booking_series (id) {
            id -> Uuid,
            business_id -> Uuid,
            every_weeks -> Int2,
            weekdays -> Int2,
            start_minute -> Int2,
            begins_on -> Date,
            ends_on -> Nullable<Date>,
            ends_after -> Nullable<Int2>,
            idempotency_key -> Text,
            created_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::BookingStatus;
        use super::sql_types::CancelledBy;
        use super::sql_types::BookingSource;

        bookings.bookings (id) {
            id -> Uuid,
            business_id -> Uuid,
            number -> Text,
            customer_id -> Uuid,
            service_id -> Nullable<Uuid>,
            resource_id -> Nullable<Uuid>,
            reservation_id -> Nullable<Uuid>,
            idempotency_key -> Nullable<Text>,
            status -> BookingStatus,
            cancelled_by -> Nullable<CancelledBy>,
            source -> BookingSource,
            start_at -> Timestamptz,
            end_at -> Timestamptz,
            business_date -> Date,
            party_size -> Int2,
            is_nominated -> Bool,
            locale -> Text,
            price_cents -> Int8,
            currency -> Text,
            price_snapshot_json -> Jsonb,
            policy_snapshot_json -> Jsonb,
            customer_note -> Text,
            staff_note -> Text,
            metadata -> Jsonb,
            version -> Int4,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
            limits_from -> Nullable<Timestamptz>,
            limits_while -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        bookings.calendar_feeds (id) {
            id -> Uuid,
            business_id -> Uuid,
            user_id -> Uuid,
            resource_id -> Nullable<Uuid>,
            round -> Int4,
            token_hash -> Bytea,
            made_at -> Timestamptz,
            fetched_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.chart_entries (id) {
            id -> Uuid,
            business_id -> Uuid,
            customer_id -> Uuid,
            booking_id -> Nullable<Uuid>,
            visited_on -> Date,
            parts -> Jsonb,
            version -> Int4,
            written_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        bookings.chart_headings (id) {
            id -> Uuid,
            business_id -> Uuid,
            sort_order -> Int2,
            name -> Text,
        }
    }

    diesel::table! {
        bookings.chart_photos (id) {
            id -> Uuid,
            business_id -> Uuid,
            entry_id -> Uuid,
            stage -> Text,
            caption -> Text,
            picture -> Text,
            ending -> Text,
            width -> Int4,
            height -> Int4,
            size_bytes -> Int4,
            uploaded_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        bookings.consents (id) {
            id -> Uuid,
            business_id -> Uuid,
            customer_id -> Uuid,
            kind -> Text,
            topic -> Text,
            wording -> Text,
            way -> Text,
            signer -> Text,
            agreed_on -> Date,
            booking_id -> Nullable<Uuid>,
            question -> Nullable<Uuid>,
            agreed_at -> Nullable<Timestamptz>,
            written_by -> Nullable<Uuid>,
            created_at -> Timestamptz,
            withdrawn_on -> Nullable<Date>,
            withdrawal_note -> Text,
            withdrawn_at -> Nullable<Timestamptz>,
            withdrawn_by -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        bookings.coupon_uses (id) {
            id -> Uuid,
            business_id -> Uuid,
            coupon_id -> Uuid,
            booking_id -> Uuid,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.feed_rules (id) {
            id -> Uuid,
            business_id -> Uuid,
            shows -> Text,
        }
    }

    diesel::table! {
        bookings.imported_bookings (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            import_id -> Uuid,
            line -> Int4,
            outside_number -> Text,
            has_made_card -> Bool,
        }
    }

    diesel::table! {
        bookings.poll_answers (id) {
            id -> Uuid,
            business_id -> Uuid,
            poll_id -> Uuid,
            name -> Text,
            suits -> Array<Nullable<Timestamptz>>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.polls (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            party_size -> Int2,
            proposer -> Text,
            own_hash -> Bytea,
            link_hash -> Bytea,
            times -> Array<Nullable<Timestamptz>>,
            ends_at -> Timestamptz,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.proposals (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            absent_id -> Nullable<Uuid>,
            absent_on -> Date,
            was_start_at -> Timestamptz,
            was_end_at -> Timestamptz,
            start_at -> Timestamptz,
            resource_id -> Nullable<Uuid>,
            is_choice -> Bool,
            answer -> Nullable<Text>,
            answered_at -> Nullable<Timestamptz>,
            asked_at -> Timestamptz,
        }
    }

    diesel::table! {
        bookings.reminder_rules (id) {
            id -> Uuid,
            business_id -> Uuid,
            is_day_before -> Bool,
            lead_hours -> Nullable<Int2>,
        }
    }

    diesel::table! {
        bookings.request_offers (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            reservation_id -> Uuid,
        }
    }

    diesel::table! {
        bookings.series_bookings (id) {
            id -> Uuid,
            business_id -> Uuid,
            booking_id -> Uuid,
            series_id -> Uuid,
            place -> Int2,
            wanted_on -> Date,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::WaitlistStatus;
        use super::sql_types::WaitlistPriority;

        bookings.waitlist (id) {
            id -> Uuid,
            business_id -> Uuid,
            service_id -> Uuid,
            customer_id -> Uuid,
            preferred_date -> Nullable<Date>,
            preferred_time_start -> Nullable<Int2>,
            preferred_time_end -> Nullable<Int2>,
            party_size -> Int2,
            status -> WaitlistStatus,
            priority -> WaitlistPriority,
            response_deadline -> Nullable<Timestamptz>,
            notified_at -> Nullable<Timestamptz>,
            notification_count -> Int4,
            last_notified_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
            preferred_until -> Nullable<Date>,
            weekdays -> Int2,
            resource_id -> Nullable<Uuid>,
            option_ids -> Array<Nullable<Uuid>>,
            locale -> Text,
            booking_id -> Nullable<Uuid>,
            reservation_id -> Nullable<Uuid>,
            proved_at -> Nullable<Timestamptz>,
            version -> Int4,
            visit_services -> Text,
        }
    }

    diesel::table! {
        bookings.waitlist_lines (id) {
            id -> Uuid,
            business_id -> Uuid,
            waitlist_id -> Uuid,
            part -> Int2,
            guest -> Int2,
            service_id -> Nullable<Uuid>,
            resource_id -> Nullable<Uuid>,
            party_size -> Int2,
            wait_minutes -> Int2,
            option_ids -> Array<Nullable<Uuid>>,
        }
    }

    diesel::table! {
        bookings.waitlist_rules (id) {
            id -> Uuid,
            business_id -> Uuid,
            is_on -> Bool,
            answer_hours -> Int2,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(
        answer_files,
        booking_answers,
        booking_history,
        booking_imports,
        booking_lines,
        booking_links,
        booking_reminders,
        booking_requests,
        booking_series,
        bookings,
        calendar_feeds,
        chart_entries,
        chart_headings,
        chart_photos,
        consents,
        coupon_uses,
        feed_rules,
        imported_bookings,
        poll_answers,
        polls,
        proposals,
        reminder_rules,
        request_offers,
        series_bookings,
        waitlist,
        waitlist_lines,
        waitlist_rules,
    );
}
