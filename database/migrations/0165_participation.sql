-- Cost compensation of rehabilitative work is paid by whoever pays the client's unemployment benefit; the organiser pays the activity
-- allowance to those who live on social assistance. What a closed month paid as cost compensation stays as it was written.
alter table client_benefit drop constraint client_benefit_benefit_check;
alter table client_benefit add constraint client_benefit_benefit_check check (benefit in ('disability-pension', 'rehabilitation-subsidy', 'guarantee-pension',
  'housing-allowance', 'care-allowance', 'labour-market-subsidy', 'basic-allowance', 'earnings-related-allowance', 'social-assistance', 'wage', 'other', 'none'));

-- The trigger that holds rates of closed months is made anew after the migrations: no amount changes here.
drop trigger if exists compensation_holds_rate on rate_rate;
alter table rate_rate drop constraint rate_rate_kind_check;
update rate_rate set kind = 'activity-allowance' where kind = 'cost-compensation';
alter table rate_rate add constraint rate_rate_kind_check check (kind in ('open-work-allowance', 'work-share', 'activity-allowance', 'meal-charge', 'employer-share'));
alter table compensation_line drop constraint compensation_line_kind_check;
alter table compensation_line add constraint compensation_line_kind_check
  check (kind in ('open-work-allowance', 'work-share', 'activity-allowance', 'meal-charge', 'employer-share', 'cost-compensation'));

-- The hours that make a day are asked of days of participation first, and of their money after it.
alter table compensation_day_length rename to participation_day_length;
alter table participation_day_length rename constraint compensation_day_length_pkey to participation_day_length_pkey;
alter table participation_day_length rename constraint compensation_day_length_during_check to participation_day_length_during_check;
alter table participation_day_length rename constraint compensation_day_length_least_hours_check to participation_day_length_least_hours_check;
alter table participation_day_length rename constraint compensation_day_length_during_excl to participation_day_length_during_excl;
