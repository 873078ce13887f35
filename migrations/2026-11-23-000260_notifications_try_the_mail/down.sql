drop table notifications.mail_tests;
