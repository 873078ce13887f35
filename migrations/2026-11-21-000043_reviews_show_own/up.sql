-- What somebody wrote is theirs to read, whether the public sees it or not.

alter policy person on reviews.reviews using (customer_id = any (array(select id from customers.customers)));
