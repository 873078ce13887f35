drop table businesses.purges;
