drop table businesses.embeddings;
