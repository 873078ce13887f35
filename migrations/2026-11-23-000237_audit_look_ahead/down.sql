drop function audit.look_ahead(timestamptz, integer);
