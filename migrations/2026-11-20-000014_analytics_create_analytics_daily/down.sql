drop table analytics.analytics_daily;
