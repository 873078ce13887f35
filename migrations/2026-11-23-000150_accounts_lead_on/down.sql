alter table accounts.email_verifications drop column leads_to;
