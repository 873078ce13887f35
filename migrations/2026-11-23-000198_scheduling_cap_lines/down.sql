drop table scheduling.line_caps;
