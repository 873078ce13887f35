drop table bookings.chart_photos;
drop table bookings.chart_entries;
drop table bookings.chart_headings;
