drop table queue.turns;
drop table queue.job_pauses;
drop index queue.idx_queue_jobs_failed;
alter table queue.queue_jobs drop column lease;
