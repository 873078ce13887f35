alter policy person on reviews.reviews using (false);
