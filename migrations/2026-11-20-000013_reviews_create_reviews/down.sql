drop table reviews.reviews;
