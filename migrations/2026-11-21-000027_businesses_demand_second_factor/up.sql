-- Whether those who work at a business have to prove a second thing is its owner's to decide (AU3).

alter table businesses.business_settings add column second_factor_since timestamptz;
comment on column businesses.business_settings.second_factor_since is
    'Since when everybody who works here needs a second factor; NULL: owners alone, as the house demands';
