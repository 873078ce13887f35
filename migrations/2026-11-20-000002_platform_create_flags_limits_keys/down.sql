drop table platform.idempotency_keys, platform.rate_limits, platform.feature_flags;
