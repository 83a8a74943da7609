-- reads.ts competenceFactsOf c7171e5f
-- kind text, municipalityCodes list, passedOn list
select o.kind, array(select a.municipality_code from organiser_area a where a.organiser_id = o.id order by 1) as "municipalityCodes",
      coalesce((select jsonb_agg(jsonb_build_object('fromOn', s.from_on, 'services', s.services) order by s.from_on)
        from organiser_succession s where s.predecessor_id = o.id), '[]') as "passedOn"
    from organiser_organiser o where o.id = $1;
