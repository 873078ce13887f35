drop index accounts.idx_users_found_by;
