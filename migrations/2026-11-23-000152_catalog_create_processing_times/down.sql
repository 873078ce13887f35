drop table catalog.processing_times;
