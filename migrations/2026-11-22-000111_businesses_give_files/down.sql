drop table businesses.file_export_pieces;
drop table businesses.file_exports;
