drop table notifications.circuits;
