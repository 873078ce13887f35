-- An operator may hold up a kind of job; a job belongs to whoever took it last; and what is done by the clock is done by one.

alter table queue.queue_jobs add column lease uuid;
comment on column queue.queue_jobs.lease is 'Drawn anew whenever the job is taken: only whoever has it may say what became of the job';
create index idx_queue_jobs_failed on queue.queue_jobs (finished_at desc) where status = 'failed';

create table queue.job_pauses (
    id uuid primary key default uuid_generate_v4(),
    job_type text not null constraint job_pauses_job_type_key unique,
    reason text not null,
    created_at timestamptz not null default now()
);
comment on table queue.job_pauses is 'Kinds of jobs that nobody takes until an operator lets them go on';
-- Only the house holds up and lets go on.
revoke all on queue.job_pauses from omotenashi_app, omotenashi_person;
create trigger audit after insert or update or delete on queue.job_pauses for each row execute function audit.record();

create table queue.turns (
    name text primary key,
    next_at timestamptz not null
);
comment on table queue.turns is 'What is done by the clock, and when it is next due: the first program that asks does it, the others wait for the next time';
revoke all on queue.turns from omotenashi_app, omotenashi_person;
