// @generated automatically by Diesel CLI.

pub mod accounts {
    pub mod sql_types {
        #[derive(diesel::query_builder::QueryId, diesel::sql_types::SqlType)]
        #[diesel(postgres_type(name = "user_role", schema = "accounts"))]
        pub struct UserRole;
    }

    diesel::table! {
        accounts.account_closures (id) {
            id -> Uuid,
            user_id -> Uuid,
            reason -> Text,
            closed_by -> Nullable<Uuid>,
            closed_at -> Timestamptz,
            reopened_by -> Nullable<Uuid>,
            reopened_at -> Nullable<Timestamptz>,
            reopened_because -> Text,
        }
    }

    diesel::table! {
        accounts.email_changes (id) {
            id -> Uuid,
            user_id -> Uuid,
            old_email -> Citext,
            new_email -> Citext,
            old_token -> Bytea,
            new_token -> Bytea,
            old_confirmed_at -> Nullable<Timestamptz>,
            new_confirmed_at -> Nullable<Timestamptz>,
            expires_at -> Timestamptz,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.email_verifications (id) {
            id -> Uuid,
            user_id -> Uuid,
            token -> Bytea,
            expires_at -> Timestamptz,
            verified_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            leads_to -> Text,
        }
    }

    diesel::table! {
        accounts.erasures (id) {
            id -> Uuid,
            user_id -> Uuid,
            emails -> Array<Nullable<Text>>,
            finished_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.factor_resets (id) {
            id -> Uuid,
            user_id -> Uuid,
            reason -> Text,
            reset_by -> Nullable<Uuid>,
            reset_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.family_members (id) {
            id -> Uuid,
            user_id -> Uuid,
            display_name -> Text,
            family_name -> Text,
            given_name -> Text,
            family_name_kana -> Text,
            given_name_kana -> Text,
            relation -> Text,
            birth_year -> Nullable<Int2>,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.identities (id) {
            id -> Uuid,
            user_id -> Uuid,
            issuer -> Text,
            subject -> Text,
            email -> Nullable<Citext>,
            created_at -> Timestamptz,
            last_used_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        accounts.identity_offers (id) {
            id -> Uuid,
            token_hash -> Bytea,
            issuer -> Text,
            subject -> Text,
            email -> Nullable<Citext>,
            email_is_proved -> Bool,
            name -> Text,
            return_to -> Text,
            used_at -> Nullable<Timestamptz>,
            expires_at -> Timestamptz,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.impersonations (id) {
            id -> Uuid,
            user_id -> Uuid,
            operator_id -> Nullable<Uuid>,
            session_id -> Uuid,
            reason -> Text,
            started_at -> Timestamptz,
            ends_at -> Timestamptz,
            ended_at -> Nullable<Timestamptz>,
        }
    }

    diesel::table! {
        accounts.message_preferences (user_id) {
            user_id -> Uuid,
            bookings_in_own_language -> Bool,
            has_calendar -> Bool,
            is_text_only -> Bool,
            about_own_acts -> Bool,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.passkey_ceremonies (id) {
            id -> Uuid,
            user_id -> Nullable<Uuid>,
            ticket_hash -> Bytea,
            state_json -> Jsonb,
            expires_at -> Timestamptz,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.passkeys (id) {
            id -> Uuid,
            user_id -> Uuid,
            credential_id -> Bytea,
            key_json -> Jsonb,
            name -> Text,
            last_used_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.password_resets (id) {
            id -> Uuid,
            user_id -> Uuid,
            token -> Bytea,
            expires_at -> Timestamptz,
            used_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.permissions (id) {
            id -> Uuid,
            resource -> Text,
            action -> Text,
            description -> Text,
        }
    }

    diesel::table! {
        accounts.receipt_names (user_id) {
            user_id -> Uuid,
            made_out_to -> Text,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.recovery_codes (id) {
            id -> Uuid,
            user_id -> Uuid,
            number -> Int2,
            used_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.refresh_tokens (id) {
            id -> Uuid,
            user_id -> Uuid,
            token_hash -> Bytea,
            expires_at -> Timestamptz,
            created_at -> Timestamptz,
            last_used_at -> Nullable<Timestamptz>,
            ip -> Nullable<Inet>,
            user_agent -> Nullable<Text>,
        }
    }

    diesel::table! {
        accounts.role_permissions (role, permission_id) {
            role -> Text,
            permission_id -> Uuid,
        }
    }

    diesel::table! {
        accounts.second_factor_demands (user_id) {
            user_id -> Uuid,
            asked_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.sign_in_codes (id) {
            id -> Uuid,
            user_id -> Uuid,
            ticket_hash -> Bytea,
            tries -> Int2,
            expires_at -> Timestamptz,
            used_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.totp_factors (id) {
            id -> Uuid,
            user_id -> Uuid,
            last_step -> Nullable<Int8>,
            confirmed_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
        }
    }

    diesel::table! {
        accounts.user_sessions (id) {
            id -> Uuid,
            user_id -> Uuid,
            token_hash -> Bytea,
            state_json -> Jsonb,
            ip -> Nullable<Inet>,
            user_agent -> Nullable<Text>,
            device_info -> Nullable<Jsonb>,
            location -> Nullable<Text>,
            last_active_at -> Timestamptz,
            expires_at -> Timestamptz,
            revoked_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            is_half -> Bool,
            idle_minutes -> Nullable<Int2>,
        }
    }

    diesel::table! {
        use diesel::sql_types::*;
        use super::sql_types::UserRole;

        accounts.users (id) {
            id -> Uuid,
            email -> Citext,
            password_hash -> Nullable<Text>,
            family_name -> Text,
            given_name -> Text,
            family_name_kana -> Text,
            given_name_kana -> Text,
            display_name -> Text,
            phone -> Nullable<Text>,
            avatar_url -> Nullable<Text>,
            timezone -> Text,
            locale -> Text,
            role -> UserRole,
            roles -> Array<Nullable<Text>>,
            is_active -> Bool,
            email_verified_at -> Nullable<Timestamptz>,
            login_count -> Int4,
            last_login_at -> Nullable<Timestamptz>,
            metadata -> Jsonb,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }

    diesel::joinable!(email_changes -> users (user_id));
    diesel::joinable!(email_verifications -> users (user_id));
    diesel::joinable!(erasures -> users (user_id));
    diesel::joinable!(family_members -> users (user_id));
    diesel::joinable!(identities -> users (user_id));
    diesel::joinable!(message_preferences -> users (user_id));
    diesel::joinable!(passkey_ceremonies -> users (user_id));
    diesel::joinable!(passkeys -> users (user_id));
    diesel::joinable!(password_resets -> users (user_id));
    diesel::joinable!(receipt_names -> users (user_id));
    diesel::joinable!(recovery_codes -> users (user_id));
    diesel::joinable!(refresh_tokens -> users (user_id));
    diesel::joinable!(role_permissions -> permissions (permission_id));
    diesel::joinable!(second_factor_demands -> users (user_id));
    diesel::joinable!(sign_in_codes -> users (user_id));
    diesel::joinable!(totp_factors -> users (user_id));
    diesel::joinable!(user_sessions -> users (user_id));

    diesel::allow_tables_to_appear_in_same_query!(
        account_closures,
        email_changes,
        email_verifications,
        erasures,
        factor_resets,
        family_members,
        identities,
        identity_offers,
        impersonations,
        message_preferences,
        passkey_ceremonies,
        passkeys,
        password_resets,
        permissions,
        receipt_names,
        recovery_codes,
        refresh_tokens,
        role_permissions,
        second_factor_demands,
        sign_in_codes,
        totp_factors,
        user_sessions,
        users,
    );
}
