-- Which booking used which coupon. Uses are counted behind a lock of the coupon, so that of two guests one has its last.

create table bookings.coupon_uses (
    id uuid constraint coupon_uses_pkey primary key default uuid_generate_v4(),
    business_id uuid not null references businesses.businesses (id) on delete cascade,
    coupon_id uuid not null,
    booking_id uuid not null,
    created_at timestamptz not null default now(),
    constraint coupon_uses_one_a_booking unique (business_id, booking_id),
    constraint coupon_uses_coupon_fkey foreign key (business_id, coupon_id)
        references catalog.coupons (business_id, id) on delete cascade,
    constraint coupon_uses_booking_fkey foreign key (business_id, booking_id)
        references bookings.bookings (business_id, id) on delete cascade
);
create index idx_coupon_uses_coupon on bookings.coupon_uses (business_id, coupon_id);
call platform.protect('bookings.coupon_uses', person => 'booking_id = any (array(select id from bookings.bookings))');
comment on table bookings.coupon_uses is 'A use counts as long as its booking is not cancelled';
