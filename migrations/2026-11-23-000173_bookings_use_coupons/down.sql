drop table bookings.coupon_uses;
