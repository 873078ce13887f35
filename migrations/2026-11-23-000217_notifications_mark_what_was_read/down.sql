drop table notifications.news_read;
