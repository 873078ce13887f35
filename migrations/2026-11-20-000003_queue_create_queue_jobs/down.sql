drop table queue.queue_jobs;
drop type queue.job_status;
