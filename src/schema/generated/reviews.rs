// @generated automatically by Diesel CLI.

pub mod reviews {
    diesel::table! {
        reviews.reviews (id) {
            id -> Uuid,
            business_id -> Uuid,
            customer_id -> Uuid,
            booking_id -> Uuid,
            rating -> Int2,
            comment -> Text,
            sentiment_score -> Nullable<Float4>,
            is_visible -> Bool,
            moderated_by -> Nullable<Uuid>,
            moderated_at -> Nullable<Timestamptz>,
            moderation_reason -> Nullable<Text>,
            response_text -> Nullable<Text>,
            responded_by -> Nullable<Uuid>,
            responded_at -> Nullable<Timestamptz>,
            created_at -> Timestamptz,
            updated_at -> Timestamptz,
            deleted_at -> Nullable<Timestamptz>,
        }
    }
}
