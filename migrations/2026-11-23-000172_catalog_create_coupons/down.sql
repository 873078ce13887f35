drop table catalog.coupon_services;
drop table catalog.coupons;
