alter policy person on payments.booking_payments using (false);
