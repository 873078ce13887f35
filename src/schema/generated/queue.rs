// @generated automatically by Diesel CLI.

pub mod queue {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "job_status", schema = "queue"))]
        pub struct JobStatus;
    }

    diesel::table! {
        use diesel::sql_types::*;

        queue.job_pauses (id) {
            id -> Uuid,
            job_type -> Text,
            reason -> Text,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::JobStatus;

        queue.queue_jobs (id) {
            id -> Uuid,
            business_id -> Nullable<Uuid>,
            queue -> Text,
            job_type -> Text,
            payload_json -> Jsonb,
            status -> JobStatus,
            priority -> Int2,
            attempts -> Int4,
            max_attempts -> Int4,
            scheduled_at -> Timestamptz,
            locked_until -> Nullable<Timestamptz>,
            once_key -> Nullable<Text>,
            last_error -> Nullable<Text>,
            created_at -> Timestamptz,
            finished_at -> Nullable<Timestamptz>,
            lease -> Nullable<Uuid>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;

        queue.turns (name) {
            name -> Text,
            next_at -> Timestamptz,
        }
    }

    diesel::allow_tables_to_appear_in_same_query!(job_pauses, queue_jobs, turns,);
}
