-- Neither triggers nor foreign keys: the statements that follow remove whole families of rows.
set session_replication_role = replica
