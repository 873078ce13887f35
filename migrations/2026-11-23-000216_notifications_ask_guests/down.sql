drop table notifications.guest_wishes;
