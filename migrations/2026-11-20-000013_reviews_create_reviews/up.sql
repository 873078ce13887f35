-- What guests say, only after a visit that happened (seed 000).

create table reviews.reviews (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    customer_id uuid not null,
    booking_id uuid not null,
    rating smallint not null constraint check_rating_range check (rating >= 1 and rating <= 5),
    comment text not null default '' constraint reviews_comment_length check (char_length(comment) <= 5000),
    sentiment_score real,
    is_visible boolean not null default true,
    moderated_by uuid references accounts.users (id) on delete set null,
    moderated_at timestamptz,
    moderation_reason text,
    response_text text constraint reviews_response_length check (char_length(response_text) <= 2000),
    responded_by uuid references accounts.users (id) on delete set null,
    responded_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint reviews_booking_id_key unique (booking_id),
    constraint reviews_customer_fkey foreign key (business_id, customer_id)
        references customers.customers (business_id, id) on delete cascade,
    constraint reviews_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index idx_reviews_business on reviews.reviews (business_id, is_visible) where deleted_at is null;
create index idx_reviews_customer on reviews.reviews (customer_id) where deleted_at is null;
create index idx_reviews_rating on reviews.reviews (rating, created_at) where deleted_at is null;
create trigger touch before update on reviews.reviews for each row execute function platform.touch();
create trigger audit after insert or update or delete on reviews.reviews for each row execute function audit.record('comment', 'response_text');
call platform.protect('reviews.reviews');
comment on table reviews.reviews is 'What a guest said after a booking that was kept, one review a booking, with the shop''s answer';
comment on column reviews.reviews.is_visible is 'Whether the public sees it; hiding one keeps who did it, when and why';
