-- Work for later (seed 004): written in the transaction of the change, taken with FOR UPDATE SKIP LOCKED.

create type queue.job_status as enum ('waiting', 'running', 'done', 'failed');

create table queue.queue_jobs (
    id uuid primary key default uuid_generate_v4(),
    business_id uuid,
    queue text not null default 'default',
    job_type text not null,
    payload_json jsonb not null default '{}',
    status queue.job_status not null default 'waiting',
    priority smallint not null default 0,
    attempts integer not null default 0 constraint queue_jobs_attempts check (attempts >= 0),
    max_attempts integer not null default 3 constraint queue_jobs_max_attempts check (max_attempts > 0),
    scheduled_at timestamptz not null default now(),
    locked_until timestamptz,
    once_key text,
    last_error text,
    created_at timestamptz not null default now(),
    finished_at timestamptz
);
create index idx_queue_jobs_due on queue.queue_jobs (priority desc, scheduled_at) where status = 'waiting';
create index idx_queue_jobs_running on queue.queue_jobs (locked_until) where status = 'running';
create index idx_queue_jobs_finished on queue.queue_jobs (finished_at) where finished_at is not null;
create unique index queue_jobs_once_key on queue.queue_jobs (once_key) where status in ('waiting', 'running');
call platform.protect('queue.queue_jobs', house => true);
comment on table queue.queue_jobs is 'Jobs: a row is a promise made in the transaction of the change it follows from';
comment on column queue.queue_jobs.locked_until is 'The lease of the worker that runs it; past it the job is taken again';
comment on column queue.queue_jobs.once_key is 'At most one waiting or running job of this key';
