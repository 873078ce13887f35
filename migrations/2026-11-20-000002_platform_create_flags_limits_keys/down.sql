drop function platform.revise;
drop table platform.revisions, platform.idempotency_keys, platform.rate_limits, platform.feature_flags;
