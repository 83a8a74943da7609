-- Founds an organiser, with what every organiser rests on: the services with their provisions, and which role serves which.
-- Only an operator calls it; all that follows is set by the organiser's administrator.
create or replace function organiser_found(organiser_code text, organiser_kind text, names text[], municipality text[], from_on date)
  returns uuid language plpgsql as $$
declare
  founded uuid;
begin
  insert into organiser_service (code, name_fi, name_sv, name_en, place) values
    ('work-activity', 'Työtoiminta', 'Arbetsverksamhet', 'Work activity', 1),
    ('day-activity', 'Päivätoiminta', 'Dagverksamhet', 'Day activity', 2),
    ('open-work', 'Avotyö', 'Öppet arbete', 'Open work', 3),
    ('supported-employment', 'Tuettu työ', 'Arbete med stöd', 'Supported employment', 4),
    ('job-coaching', 'Työhönvalmennus', 'Arbetsträning', 'Job coaching', 5),
    ('rehabilitative-work', 'Kuntouttava työtoiminta', 'Arbetsverksamhet i rehabiliteringssyfte', 'Rehabilitative work activity', 6),
    ('employment-support-27d', 'Vammaisten henkilöiden työllistymistä tukeva toiminta', 'Verksamhet i sysselsättningssyfte för handikappade', 'Activity supporting the employment of persons with disabilities', 7),
    ('work-activity-27e', 'Vammaisten henkilöiden työtoiminta', 'Arbetsverksamhet för handikappade', 'Work activity for persons with disabilities', 8),
    ('day-activity-severe', 'Vaikeavammaisten päivätoiminta', 'Dagverksamhet för gravt handikappade', 'Day activity for persons with severe disabilities', 9)
    on conflict do nothing;
  if not exists (select from organiser_service_basis) then
    insert into organiser_service_basis (service, provision, during) values
    ('day-activity', '519/1977:35', '[1984-02-01,2025-01-01)'::daterange),
    ('day-activity-severe', '380/1987:8b', '[2007-01-01,2025-01-01)'::daterange),
    ('employment-support-27d', '710/1982:27d', '[2002-04-01,)'::daterange),
    ('job-coaching', '519/1977:35', '[1984-02-01,2025-01-01)'::daterange),
    ('open-work', '519/1977:2', '[1984-02-01,2025-01-01)'::daterange),
    ('open-work', '519/1977:35', '[1984-02-01,2025-01-01)'::daterange),
    ('rehabilitative-work', '189/2001:13', '[2001-09-01,2015-07-01)'::daterange),
    ('rehabilitative-work', '189/2001:13', '[2015-07-01,2021-01-01)'::daterange),
    ('rehabilitative-work', '189/2001:13b', '[2021-01-01,)'::daterange),
    ('rehabilitative-work', '189/2001:2', '[2001-09-01,2021-01-01)'::daterange),
    ('rehabilitative-work', '189/2001:2', '[2021-01-01,)'::daterange),
    ('supported-employment', '519/1977:35', '[1984-02-01,2025-01-01)'::daterange),
    ('work-activity', '519/1977:2', '[1984-02-01,2025-01-01)'::daterange),
    ('work-activity', '519/1977:35', '[1984-02-01,2025-01-01)'::daterange),
    ('work-activity-27e', '710/1982:27e', '[2002-04-01,)'::daterange);
  end if;
  insert into worker_role_service (role, service, stands_in) values
    ('coach', 'job-coaching', true),
    ('coach', 'open-work', true),
    ('coach', 'supported-employment', true),
    ('instructor', 'day-activity', false),
    ('instructor', 'work-activity', false),
    ('rehabilitative-instructor', 'rehabilitative-work', false),
    ('social-worker', 'day-activity', false),
    ('social-worker', 'day-activity-severe', false),
    ('social-worker', 'employment-support-27d', false),
    ('social-worker', 'job-coaching', false),
    ('social-worker', 'open-work', false),
    ('social-worker', 'rehabilitative-work', false),
    ('social-worker', 'supported-employment', false),
    ('social-worker', 'work-activity', false),
    ('social-worker', 'work-activity-27e', false)
    on conflict do nothing;
  insert into organiser_municipality (code, name_fi, name_sv) values (municipality[1], municipality[2], municipality[3]) on conflict do nothing;
  insert into organiser_organiser (code, kind, name_fi, name_sv, name_en, register_from_on, during)
    values (organiser_code, organiser_kind, names[1], names[2], names[3], from_on, daterange(from_on, null)) returning id into founded;
  insert into organiser_area (organiser_id, municipality_code, during) values (founded, municipality[1], daterange(from_on, null));
  return founded;
end $$;
revoke execute on function organiser_found(text, text, text[], text[], date) from public;
